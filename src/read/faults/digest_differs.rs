//! J-04: the content is not what the digest was made of.

use crate::rule::{Finding, rule};

rule! {
    "内容与校验值不符", "digest differs"
    (stated: &str, computed: &str)
    code: "J-04", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件内容与校验值不符：文件写的是{stated}，按内容算得{computed}", "the file states the digest {stated}, its content has {computed}",
    repair: "文件导出后被改动过，请向填报单位要原件；要修改请在软件中打开后重新导出", "it was changed after export: ask for the original, or change it in the software and export again",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[],"digest":"0000000000000000000000000000000000000000000000000000000000000000"}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn digest_differs(stated: &str, computed: &str) -> Finding {
    finding((), (stated, computed))
}
