//! J-08: an unknown field holds a number with no one canonical form.

use crate::rule::{Finding, rule};

rule! {
    "数字无法原样保存", "number not carried"
    (field: &str)
    code: "J-08", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "未识别的字段“{field}”含有小数或过大的数字，无法原样保存", "the unknown field “{field}” holds a fraction or too large a number",
    repair: "把该数字改写为文本（加引号）", "write the number as text",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[],"score":1.5}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn number_not_carried(field: &str) -> Finding {
    finding((), (field,))
}
