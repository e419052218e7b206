//! C-02: a cell holds a text that is not a value of its column. The text is kept as it was typed.

use crate::amount::Unit;
use crate::campaign::Context;
use crate::ledger::fields::Table;
use crate::ledger::{Column, Entry, Ledger, Sums};
use crate::rule::{Around, Finding, rule};
use crate::rules::cells::children;
use crate::text::{Text, Words};

rule! {
    "内容读不出", "cannot be read"
    (field: Column, text: &str, why: Words)
    code: "C-02", severity: Error, check: [Ledger(header), Cells(entry)],
    reads: [],
    basis: "台账字段表",
    message: "{field}“{text}”{why}", "{field} “{text}” {why}",
    repair: "按提示的格式重新录入；录入的原文会一直保留", "enter it again in the form shown; what was typed is kept until then",
    fails: r#"{ "arrears_amount": "约12万" }"#,
    passes: r#"{ "arrears_amount": "120000.00" }"#,
}

/// Texts longer than this are cut in the message, never in the ledger.
const SHOWN: usize = 40;

fn header(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    unreadable(&ledger.header, ledger.header.unit())
}

fn entry(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let unit = around.header.unit();
    let mut findings = unreadable(entry, unit);
    children(entry, &mut findings, &|record| unreadable(record, unit));
    findings
}

fn unreadable(record: &dyn Table, unit: Unit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, text) in record.unread() {
        let column = record.column(*index);
        let (why, instead) = match column.spec().kind.why(text, unit) {
            Some(unreadable) => (unreadable.why, unreadable.instead),
            None => (WRONG_TYPE.into(), None),
        };
        findings.push(finding(column, (column, shown(text).as_str(), why)).instead(instead));
    }
    findings
}

/// For a text that would read well in a cell, but whose type in the file is not the column's.
const WRONG_TYPE: Text = Text {
    zh: "的类型或单位与该栏不符，请重新录入",
    en: "has not the type or unit of the column: enter it again",
};

fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
