//! L-03: a text longer than any a ledger carries; it is kept, and cannot be handed in.

use crate::campaign::Context;
use crate::ledger::fields::Table;
use crate::ledger::{Entry, Ledger};
use crate::limits;
use crate::rule::{Around, Finding, rule};

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

fn header(ledger: &Ledger, _: &Context<'_>) -> Vec<Finding> {
    too_long(&ledger.header).collect()
}

fn entry(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    too_long(entry).collect()
}

/// A readable text is never too long, since its column has a limit of its own below this one.
fn too_long(record: &dyn Table) -> impl Iterator<Item = Finding> {
    let typed = record.unread().iter().map(|(index, text)| {
        let column = record.column(*index);
        (Some(column), column.spec().label.zh, text)
    });
    let unknown = record
        .extra()
        .iter()
        .map(|(name, raw)| (None, &**name, raw));
    // A character has at most four bytes, so most texts need no counting.
    let long = typed
        .chain(unknown)
        .filter(|(_, _, text)| limits::TEXT_CHARS < text.len());
    long.filter_map(|(column, name, text)| {
        let count = text.chars().count();
        let facts = (name, count, limits::TEXT_CHARS);
        (limits::TEXT_CHARS < count).then(|| match column {
            Some(column) => finding(column, facts),
            None => finding((), facts),
        })
    })
}
