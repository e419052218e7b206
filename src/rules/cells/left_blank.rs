//! C-03: a column the full form has was left blank, in some rows or in all of them: the short form
//! of fourteen columns is accepted, and its gaps are one warning a column.

use crate::ledger::entry::Field;
use crate::ledger::fields::{Index, Record};
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, Gaps, Tally, rule};
use crate::rules::cells::blank::needs_code;

rule! {
    "栏目未填", "column left blank"
    (field: Column, count: usize, rows: usize)
    code: "C-03", severity: Warning, check: [Tally(check, blanks)],
    reads: [],
    basis: "台账字段表",
    message: "{field}有{count}笔未填写（共{rows}笔）", "the {field} is blank in {count} of {rows} rows",
    repair: "补填；本地简表没有该栏的，说明原因后确认", "fill it in, or confirm that the local form has no such column",
    fails: r#"{ "sector": "" }"#,
    passes: r#"{ "source_channel": "self_check", "debtor_uscc": "11410422006149008X", "debtor_channel": "township",
        "creditor_uscc": "91410422RG7921747T", "contract_basis": "written", "money_kind": "goods_payment",
        "sector": "other", "paid_before": "0.00", "judicial": "not_entered", "migrant_wages": false, "status": "booked" }"#,
}

fn blanks(entry: &Entry, _: &Around<'_>) -> u32 {
    let mut blanks = 0;
    for (question, index) in (0_u32..).zip(Entry::EXPECTED) {
        blanks |= u32::from(is_left_blank(entry, *index)) << question;
    }
    blanks
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (question, index) in Entry::EXPECTED.iter().enumerate() {
        let found = tally.gaps(question).map(|Gaps { first, count }| {
            let column = Column::from(Field::at(*index));
            finding(column, (column, count, tally.rows)).row(first)
        });
        findings.extend(found);
    }
    findings
}

/// A code that is required there is C-01's business.
fn is_left_blank(entry: &Entry, index: Index) -> bool {
    entry.as_table().is_blank_at(index)
        && !(index == Index::from(Field::DebtorUscc) && needs_code(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_question() {
        assert!(Entry::EXPECTED.len() <= 32);
    }
}
