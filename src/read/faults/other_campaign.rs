//! J-06: the file is for another campaign than the one it is checked against.

use crate::rule::{Finding, rule};

rule! {
    "不是本次专项行动的文件", "another campaign"
    (found: &str, expected: &str)
    code: "J-06", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件属于“{found}”，当前专项行动是“{expected}”", "the file is for “{found}”, this campaign is “{expected}”",
    repair: "用对应的专项行动打开，或确认是否选错了文件", "open it with its own campaign, or choose another file",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"elsewhere-2020","header":{},"entries":[]}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn other_campaign(found: &str, expected: &str) -> Finding {
    finding((), (found, expected))
}
