//! J-02: JSON, but not a file of this project.

use crate::rule::{Finding, rule};

rule! {
    "不是台账文件", "another format"
    (found: &str)
    code: "J-02", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "不是台账提交文件或草稿，文件格式写的是“{found}”", "not a submission or a draft: its format is “{found}”",
    repair: "选择由本系统导出的 .json 文件", "choose a file exported by this software",
    fails: r#"{"format":"something-else","version":1}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn other_format(found: &str) -> Finding {
    finding((), (found,))
}
