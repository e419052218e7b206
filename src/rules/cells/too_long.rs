//! L-03: a text longer than any a ledger carries; it is kept, and cannot be handed in.

use crate::campaign::Context;
use crate::ledger::fields::Table;
use crate::ledger::{Entry, Ledger, Sums};
use crate::limits;
use crate::rule::{Around, Finding, Spot, rule};

rule! {
    "文本过长", "text too long"
    (name: &str, count: usize, most: usize)
    code: "L-03", severity: Error, check: [Ledger(header), Cells(entry)],
    reads: [],
    basis: "提交文件格式",
    message: "{name}有{count}个字，最多{most}个字", "{name} has {count} characters, at most {most} are carried",
    repair: "删减后重新录入", "shorten it",
    fails: "",
    passes: r#"{ "remark": "短" }"#,
}

fn header(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    too_long(&ledger.header)
}

fn entry(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    too_long(entry)
}

/// A readable text is never too long, since its column has a limit of its own below this one.
fn too_long(record: &dyn Table) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, text) in record.unread() {
        let column = record.column(*index);
        findings.extend(of_text(column.into(), column.spec().label().zh, text));
    }
    for (name, raw) in record.extra() {
        findings.extend(of_text(().into(), name, raw));
    }
    findings
}

fn of_text(spot: Spot, name: &str, text: &str) -> Option<Finding> {
    // A character has at most four bytes, so most texts need no counting.
    if text.len() <= limits::TEXT_CHARS {
        return None;
    }
    let count = text.chars().count();
    (limits::TEXT_CHARS < count).then(|| finding(spot, (name, count, limits::TEXT_CHARS)))
}
