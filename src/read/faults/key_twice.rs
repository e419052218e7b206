//! J-05: an object names a field twice, so that readers may disagree on its value.

use crate::ledger::Column;
use crate::rule::{Finding, rule};

rule! {
    "字段重复", "field named twice"
    (field: &str)
    code: "J-05", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "同一笔记录中“{field}”出现了两次", "“{field}” stands twice in one record",
    repair: "删除多余的一个，或重新导出", "delete one of them, or export again",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{"period":"2022-06","period":"2022-07"},"entries":[]}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn key_twice(column: Option<Column>, field: &str) -> Finding {
    match column {
        Some(column) => finding(column, (field,)),
        None => finding((), (field,)),
    }
}
