//! J-13: what of a workbook was not read as it stands, or not read at all.

use crate::rule::rule;
use crate::text::Words;

rule! {
    "工作簿读取说明", "how a workbook was read"
    (what: Words)
    code: "J-13", severity: Notice, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "{what}", "{what}",
    repair: "对照原表核对；有出入的，在表格软件中改好、保存后重新导入", "compare with the workbook; where it differs, mend it there, save it, and import it again",
    fails: "",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

#[cfg(feature = "workbook")]
pub(crate) fn workbook_told(what: Words) -> crate::rule::Finding {
    finding((), (what,))
}
