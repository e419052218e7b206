//! F-13: the rows' numbers leave a gap or repeat, so a row may be missing. Rows may stand in any
//! order, and a sheet without numbers is no fault; one finding, at the first row that breaks off.

use crate::campaign::Context;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::text::{Text, Words};

rule! {
    "序号不连续", "row numbers not continuous"
    (found: Words, expected: usize)
    code: "F-13", severity: Warning, check: [Ledger(check)],
    reads: [Entry: SeqNo],
    basis: "T20",
    message: "序号从本行起不连续：应为{expected}，现为{found}", "the row numbers break off here: {expected} expected, {found} found",
    repair: "核对是否漏行、重复；没有的从1起重新编号", "look for rows missing or repeated; if there are none, number them again",
    fails: r#"{ "entries": [{ "seq_no": 1 }, { "seq_no": 3 }, { "seq_no": 4 }], "header": {} }"#,
    passes: r#"{ "entries": [{ "seq_no": 2 }, { "seq_no": 1 }, { "seq_no": 3 }], "header": {} }"#,
}

const BLANK: Text = Text {
    zh: "空白",
    en: "a blank",
};

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    break_off(ledger).into_iter().collect()
}

fn break_off(ledger: &Ledger) -> Option<Finding> {
    if ledger
        .entries
        .iter()
        .any(|entry| entry.is_unread(Field::SeqNo))
    {
        return None;
    }
    let numbers: Vec<Option<u32>> = ledger.entries.iter().map(|entry| entry.seq_no).collect();
    if numbers.iter().all(Option::is_none) || is_complete(&numbers) {
        return None;
    }
    let mut rows = (1..).zip(&numbers).enumerate();
    let (row, (expected, found)) =
        rows.find(|(_, (expected, found))| Some(*expected) != found.map(widen))?;
    let found = found.map_or_else(|| BLANK.into(), number);
    Some(finding(Field::SeqNo, (found, expected)).row(row))
}

/// Whether they are the numbers from 1 to the number of rows, in whatever order.
fn is_complete(numbers: &[Option<u32>]) -> bool {
    let mut sorted: Vec<usize> = numbers.iter().flatten().copied().map(widen).collect();
    sorted.sort_unstable();
    sorted.into_iter().eq(1..=numbers.len())
}

fn widen(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn number(number: u32) -> Words {
    Words {
        zh: number.to_string(),
        en: number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Entry;

    #[test]
    fn breaks_off_at_the_first_row_out_of_line() {
        for (numbers, expected) in [
            (vec![], None),
            (vec![None, None], None),
            (vec![Some(3), Some(1), Some(2)], None),
            (vec![Some(1), Some(2), Some(2)], Some(2)),
            (vec![Some(1), None, Some(3)], Some(1)),
            (vec![Some(1), Some(2), Some(4), Some(5)], Some(2)),
            (vec![Some(0), Some(1)], Some(0)),
        ] {
            let debt = |seq_no: &Option<u32>| Entry {
                seq_no: *seq_no,
                ..Entry::default()
            };
            let ledger = Ledger {
                entries: numbers.iter().map(debt).collect(),
                ..Ledger::default()
            };
            let row = break_off(&ledger).and_then(|finding| finding.at.row);
            assert_eq!(row, expected, "{numbers:?}");
        }
    }
}
