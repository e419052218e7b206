//! A ledger → how far the declared total is from the sum of its rows.

use crate::amount::{Amount, Unit};
use crate::ledger::{Header, Sums};

/// A declared total that is not the sum of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gap {
    /// What the header says.
    pub(super) declared: Amount,
    /// The sum of the debts that count.
    pub(super) sum: Amount,
    /// How far they are apart.
    pub(super) difference: Amount,
    /// Whether rounding every row can explain it.
    pub(super) is_rounding: bool,
}

/// The gap; `None` where there is none, or where it cannot be told because an amount is missing.
pub(super) fn gap(header: &Header, sums: &Sums) -> Option<Gap> {
    let declared = header.declared_total?;
    let sum = sum(sums)?;
    let difference = declared.less(sum) + sum.less(declared);
    (difference != Amount::ZERO).then(|| Gap {
        declared,
        sum,
        difference,
        is_rounding: difference.fen().saturating_mul(2)
            <= step(header.unit()).saturating_mul(to_i64(sums.totals().count)),
    })
}

/// The sum of the debts that count; `None` while one of them lacks its amount.
pub(super) fn sum(sums: &Sums) -> Option<Amount> {
    (sums.unknown() == 0).then(|| sums.totals().arrears)
}

/// The last digit a printed sheet shows, in fen. Sheets print two decimals of their unit; each row
/// is then off by half of it at most, and a total added up from the print by that times the rows.
/// How many decimals the total was typed with is not known, since amounts are stored exactly.
const fn step(unit: Unit) -> i64 {
    match unit {
        Unit::Yuan => 1,
        Unit::Wan => 10_000,
    }
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::lists::Status;
    use crate::ledger::{Entry, Ledger};

    fn gap(ledger: &Ledger) -> Option<Gap> {
        super::gap(&ledger.header, &Sums::of(ledger))
    }

    fn ledger(unit: Unit, declared: i64, rows: &[Option<i64>]) -> Ledger {
        let debt = |fen: &Option<i64>| Entry {
            arrears_amount: fen.map(Amount::from_fen),
            ..Entry::default()
        };
        Ledger {
            header: Header {
                amount_unit: Some(unit),
                declared_total: Some(Amount::from_fen(declared)),
                ..Header::default()
            },
            entries: rows.iter().map(debt).collect(),
            ..Ledger::default()
        }
    }

    #[test]
    fn half_the_last_digit_a_row_is_rounding() {
        let two = [Some(1_000_000), Some(1_000_000)];
        for (unit, declared, expected) in [
            (Unit::Wan, 2_000_000, None),
            (Unit::Wan, 2_010_000, Some(true)),
            (Unit::Wan, 1_990_000, Some(true)),
            (Unit::Wan, 2_010_001, Some(false)),
            (Unit::Yuan, 2_000_001, Some(true)),
            (Unit::Yuan, 2_000_002, Some(false)),
        ] {
            let found = gap(&ledger(unit, declared, &two)).map(|gap| gap.is_rounding);
            assert_eq!(found, expected, "{declared}");
        }
    }

    #[test]
    fn only_debts_that_count_are_added_up() {
        let mut ledger = ledger(Unit::Wan, 100, &[Some(100), None]);
        assert_eq!(gap(&ledger), None, "an amount is missing");
        ledger.entries[1].arrears_amount = Some(Amount::from_fen(700_000));
        ledger.entries[1].status = Some(Status::InCourt);
        assert_eq!(gap(&ledger), None, "a debt in court does not count");
        ledger.entries[1].status = None;
        assert!(gap(&ledger).is_some());
    }
}
