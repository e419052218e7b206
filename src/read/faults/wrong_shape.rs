//! J-07: a member has not the JSON type it should have.

use crate::rule::{Finding, rule};
use crate::text::Words;

rule! {
    "结构不符", "wrong structure"
    (member: &str, expected: Words)
    code: "J-07", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "“{member}”的结构不符，{expected}", "“{member}” should {expected}",
    repair: "对照提交文件格式说明修改后重新导出", "export it again as the format says",
    fails: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":"none"}"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

/// `expected` is the JSON type the member should have, or `present` where it is wanting.
pub(crate) fn wrong_shape(member: &str, expected: &str) -> Finding {
    let (zh, en) = match expected {
        "object" => ("应为对象{…}", "be an object"),
        "array" => ("应为列表[…]", "be an array"),
        "string" => ("应为文本", "be a string"),
        "number" => ("应为整数", "be a whole number"),
        _ => ("不能缺少", "be present"),
    };
    let (zh, en) = (zh.to_owned(), en.to_owned());
    finding((), (member, Words { zh, en }))
}
