//! H-18: no number or no total of its own goes with the rows, against which one that was lost
//! would show. A nil report needs none.

use crate::campaign::Context;
use crate::ledger::fields::Record;
use crate::ledger::header::Field;
use crate::ledger::{Header, Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::text::{Words, join};

rule! {
    "合计未填写", "totals blank"
    (what: Words)
    code: "H-18", severity: Warning, check: [Ledger(check)],
    reads: [Header: DeclaredCount, DeclaredTotal, IsNil],
    basis: "T10",
    message: "{what}未填写，无法核对有无漏行", "no {what} to check the rows against",
    repair: "清点笔数、加总拖欠金额后填写", "count the rows, add up the arrears, and enter both",
    fails: r#"{ "header": { "declared_count": 1 }, "entries": [{ "arrears_amount": "1.00" }] }"#,
    passes: r#"{ "header": { "is_nil": true }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    let header = &ledger.header;
    if header.is_nil == Some(true) || ledger.entries.is_empty() {
        return Vec::new();
    }
    let mut blank = vec![Field::DeclaredCount, Field::DeclaredTotal];
    blank.retain(|field| header.is_blank(*field));
    let first = blank.first();
    first
        .map(|first| finding(*first, (names(&blank),)))
        .into_iter()
        .collect()
}

/// The names of columns, one after the other.
pub(super) fn names(fields: &[Field]) -> Words {
    let label = |field: &Field| Header::spec(*field).label();
    let zh: Vec<_> = fields.iter().map(|field| label(field).zh).collect();
    let en: Vec<_> = fields.iter().map(|field| label(field).en).collect();
    Words {
        zh: join(&zh, "、"),
        en: join(&en, ", "),
    }
}
