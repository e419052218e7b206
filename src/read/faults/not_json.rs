//! J-01: the text stops being JSON.

use crate::json::{Fault, FaultKind};
use crate::rule::{Finding, rule};
use crate::text::{Text, Words, cut_last};

rule! {
    "文件内容不完整或已损坏", "incomplete or damaged"
    (line: usize, column: usize, why: Words)
    code: "J-01", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件在第{line}行第{column}个字处{why}", "the file {why} at line {line}, character {column}",
    repair: "重新导出或重新复制这个文件；草稿可恢复已读出的部分", "export or copy the file again; of a draft, what could be read can be recovered",
    fails: r#"{"format":"arrears-ledger-submission","entries":[{"debtor_name":"龙泉"#,
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

/// The fault in the words of lines and characters, which is what editors show.
pub(crate) fn not_json(text: &str, fault: Fault) -> Finding {
    let before = text.get(..fault.offset).unwrap_or(text);
    let line = 1 + before.bytes().filter(|byte| *byte == b'\n').count();
    let last = cut_last(before, "\n").map_or(before, |(_, last)| last);
    finding((), (line, 1 + last.chars().count(), why(fault.kind).into()))
}

fn why(kind: FaultKind) -> Text {
    match kind {
        FaultKind::Ends => Text {
            zh: "中断，后面的内容缺失",
            en: "breaks off",
        },
        FaultKind::Escape => Text {
            zh: "有不成立的转义字符",
            en: "has an escape that is none",
        },
        FaultKind::Duplicate => Text {
            zh: "重复了同一个字段名",
            en: "repeats a key",
        },
        FaultKind::Number => Text {
            zh: "有不支持的数字写法",
            en: "has a number that cannot be carried",
        },
        FaultKind::Nesting => Text {
            zh: "嵌套过深",
            en: "nests too deep",
        },
        FaultKind::Unexpected => Text {
            zh: "不符合JSON格式",
            en: "is not JSON",
        },
    }
}
