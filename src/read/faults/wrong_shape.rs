//! J-07: a member has not the JSON type it should have.

use crate::rule::{Finding, rule};

rule! {
    "结构不符", "wrong structure"
    (member: &str, expected: &str)
    code: "J-07", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "“{member}”的结构不符，应为{expected}", "“{member}” should be {expected}",
    repair: "对照提交文件格式说明修改后重新导出", "export it again as the format says",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":"none"}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn wrong_shape(member: &str, expected: &str) -> Finding {
    finding((), (member, expected))
}
