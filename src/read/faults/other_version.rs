//! J-03: a version of the format this one does not know.

use crate::read::VERSION;
use crate::rule::{Finding, rule};

rule! {
    "文件版本不认识", "unknown version"
    (found: &str, known: usize)
    code: "J-03", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件版本为{found}，本软件能读第{known}版", "the file is version {found}, this software reads version {known}",
    repair: "升级软件后再打开，或请对方用相同版本导出", "upgrade, or have it exported by the same version",
    fails: r#"{"format":"arrears-ledger-submission","version":99,"header":{},"entries":[]}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn other_version(found: &str) -> Finding {
    finding((), (found, usize::try_from(VERSION).unwrap_or(1)))
}
