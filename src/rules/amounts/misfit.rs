//! A debt → the one way in which its arrears do not fit its contract, so that give
//! a row one answer.

use crate::amount::{Amount, Unit};
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::{DepositKind, MoneyKind};
use crate::rules::amounts::known::{known, owed};

/// How arrears can fail to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// more than the settlement leaves to be paid.
    AboveSettlement {
        /// Owed.
        arrears: Amount,
        /// Settled less paid.
        left: Amount,
    },
    /// more than the whole contract.
    AboveContract {
        /// Owed.
        arrears: Amount,
        /// The contract's amount.
        contract: Amount,
    },
    /// the whole contract, though some of it was paid.
    WholeContract {
        /// The contract's amount, and what is owed.
        contract: Amount,
        /// Paid of it.
        paid: Amount,
    },
    /// not what the contract leaves to be paid.
    OffTheRest {
        /// Owed.
        arrears: Amount,
        /// Contract less paid.
        rest: Amount,
        /// How far they are apart.
        gap: Amount,
    },
}

/// The misfit, if there is one.
///
/// A settlement replaces the contract's price: where there is one, only it is compared, and
/// a settlement that cannot be read waits for its own mending. Without one, the plainest
/// contradiction is said alone, since it contains the others: more than the whole contract,
/// then the contract's amount in the wrong column, then a difference nobody can name.
/// Whether the unit is right is another question and is asked beside these.
pub(super) fn misfit(entry: &Entry, unit: Unit) -> Option<Misfit> {
    let arrears = owed(entry)?;
    if !entry.is_blank(Field::SettledPrice) {
        return above_settlement(entry, arrears);
    }
    let contract = known(entry.contract_amount)?;
    if contract < arrears {
        return Some(Misfit::AboveContract { arrears, contract });
    }
    let paid = known(entry.paid_before)?;
    if arrears == contract {
        return (Amount::ZERO < paid).then_some(Misfit::WholeContract { contract, paid });
    }
    let rest = contract - paid;
    let gap = (arrears - rest).max(rest - arrears);
    let is_off = gap != Amount::ZERO && is_of_the_price(entry);
    (is_off && !is_rounding(&[contract, paid, arrears], gap, unit)).then_some(Misfit::OffTheRest {
        arrears,
        rest,
        gap,
    })
}

/// What was paid may be unknown: then nothing is taken off, and what still exceeds is certain.
fn above_settlement(entry: &Entry, arrears: Amount) -> Option<Misfit> {
    let settled = known(entry.settled_price)?;
    let left = settled.less(known(entry.paid_before).unwrap_or_default());
    (left < arrears).then_some(Misfit::AboveSettlement { arrears, left })
}

/// Whether the debt is a part of the contract's price. A deposit the firm lodged is not; one kept
/// back for quality is.
fn is_of_the_price(entry: &Entry) -> bool {
    entry.money_kind != Some(MoneyKind::Deposit) || entry.deposit_kind == Some(DepositKind::Quality)
}

/// Whether three amounts kept to two decimals of ten thousand yuan explain the gap: each is off by
/// half the last digit at most, and so, being whole digits, the gap is one at most.
fn is_rounding(amounts: &[Amount], gap: Amount, unit: Unit) -> bool {
    const DIGIT: i64 = 10_000;
    unit == Unit::Wan
        && gap.fen() <= DIGIT
        && amounts.iter().all(|amount| amount.fen() % DIGIT == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contract, settlement, paid, arrears; a blank is a blank.
    fn found(amounts: [&str; 4], unit: Unit) -> Option<&'static str> {
        let mut entry = Entry::default();
        let fields = [
            Field::ContractAmount,
            Field::SettledPrice,
            Field::PaidBefore,
            Field::ArrearsAmount,
        ];
        for (field, text) in fields.into_iter().zip(amounts) {
            entry.set(field, text, unit);
        }
        misfit(&entry, unit).map(|misfit| match misfit {
            Misfit::AboveContract { .. } => "A-06",
            Misfit::AboveSettlement { .. } => "A-07",
            Misfit::OffTheRest { .. } => "A-08",
            Misfit::WholeContract { .. } => "A-09",
        })
    }

    #[test]
    fn a_row_gets_one_answer() {
        for (amounts, expected) in [
            (["67.1537", "", "40.2922", "80.58444"], Some("A-06")),
            (["67.1537", "", "", "80.58444"], Some("A-06")),
            (["67.1537", "90", "40.2922", "80.58444"], Some("A-07")),
            (["67.1537", "130", "40.2922", "80.58444"], None),
            (["67.1537", "约130", "40.2922", "80.58444"], None),
            (["67.1537", "80", "", "80.58444"], Some("A-07")),
            (["67.1537", "", "40.2922", "67.1537"], Some("A-09")),
            (["67.1537", "", "0", "67.1537"], None),
            (["67.1537", "", "40.2922", "26.8615"], None),
            (["67.1537", "", "40.2922", "26.8616"], Some("A-08")),
            (["67.1537", "", "70", "26.8615"], Some("A-08")),
            (["67.1537", "", "", "26.8616"], None),
            (["67.1537", "", "-40.2922", "26.8616"], None),
            (["67.1537", "", "40.2922", "-3.5"], None),
        ] {
            assert_eq!(found(amounts, Unit::Wan), expected, "{amounts:?}");
        }
    }

    #[test]
    fn the_last_printed_digit_of_a_sheet_in_wan_is_rounding() {
        for (amounts, unit, expected) in [
            (["67.15", "", "40.29", "26.87"], Unit::Wan, None),
            (["67.15", "", "40.29", "26.88"], Unit::Wan, Some("A-08")),
            (["67.15", "", "40.29", "26.865"], Unit::Wan, Some("A-08")),
            (["67100", "", "40200", "27000"], Unit::Yuan, Some("A-08")),
        ] {
            assert_eq!(found(amounts, unit), expected, "{amounts:?}");
        }
    }

    #[test]
    fn a_lodged_deposit_is_no_part_of_the_price() {
        let amount = |fen| Some(Amount::from_fen(fen));
        let mut entry = Entry {
            contract_amount: amount(1000),
            paid_before: amount(1000),
            arrears_amount: amount(100),
            money_kind: Some(MoneyKind::Deposit),
            ..Entry::default()
        };
        assert_eq!(misfit(&entry, Unit::Yuan), None, "of a kind not known");
        entry.deposit_kind = Some(DepositKind::Performance);
        assert_eq!(misfit(&entry, Unit::Yuan), None);
        entry.deposit_kind = Some(DepositKind::Quality);
        assert!(misfit(&entry, Unit::Yuan).is_some());
    }
}
