//! J-10: the file cannot be opened.

use crate::rule::{Finding, rule};

rule! {
    "文件打不开", "file not opened"
    (why: &str)
    code: "J-10", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件打不开：{why}", "the file cannot be opened: {why}",
    repair: "核对文件名和权限", "check the name and the permissions",
    fails: "",
    passes: "",
}

pub(crate) fn not_opened(why: &str) -> Finding {
    finding((), (why,))
}
