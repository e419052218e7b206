//! J-12: a workbook that is not opened.

use crate::rule::rule;
use crate::text::Words;

rule! {
    "工作簿不能打开", "workbook not opened"
    (why: Words)
    code: "J-12", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "{why}", "{why}",
    repair: "按提示在表格软件中处理、另存为 .xlsx 后再导入；也可以选中表格复制，到台账页粘贴", "do as it says in a spreadsheet program, save as .xlsx, and try again; or copy the table and paste it into the ledger",
    fails: "PK",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

#[cfg(feature = "workbook")]
pub(crate) fn workbook_refused(why: crate::workbook::Refusal) -> crate::rule::Finding {
    finding((), (why.words(),))
}
