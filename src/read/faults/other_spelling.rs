//! J-11: a value of a submission is readable, but not in the one spelling such files have.

use crate::ledger::Column;
use crate::rule::{Finding, rule};

rule! {
    "写法不是规定的写法", "not in the spelling of such files"
    (found: &str, expected: &str)
    code: "J-11", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "“{found}”在提交文件中应写作“{expected}”", "“{found}” is written “{expected}” in a submission",
    repair: "用本软件打开后重新导出，或修改生成文件的程序", "open and export it again, or mend the program that wrote it",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{"cutoff_date":"2022/6/10"},"entries":[]}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{"cutoff_date":"2022-06-10"},"entries":[]}"#,
}

pub(crate) fn other_spelling(column: Column, found: &str, expected: &str) -> Finding {
    finding(column, (found, expected))
}
