//! Two ledgers of a unit → what became of its arrears between them, as the ledgers record it.
//!
//! What is still owed must be what was owed, and what is on record: debts added, amounts corrected,
//! payments, debts taken off or passed on to a court. Each comes from its own record, never from
//! the difference of two balances, so the account fails to close where something was changed
//! without one: a debt left out, a payment deleted or entered for a day long past, an amount
//! rewritten.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::date::When;
use crate::ledger::lists::{RemovalReason, Status};
use crate::ledger::{Before, Entry, Ledger};

/// What became of a unit's arrears from one ledger to the next, exact to the fen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movement {
    /// 期初: the balance of the earlier ledger.
    pub opening: Amount,
    /// 新增: the arrears of debts that were not there before.
    pub added: Amount,
    /// 调增: amounts corrected upwards, and debts that count again.
    pub raised: Amount,
    /// 清偿: payments since the day the earlier ledger was counted to, less those reversed.
    pub repaid: Amount,
    /// 核减: amounts corrected downwards, and debts taken off or transferred.
    pub removed: Amount,
    /// 转司法: debts that went to court.
    pub to_court: Amount,
    /// 期末: the balance of the later ledger.
    pub closing: Amount,
    /// The debts of which the account does not close, by their numbers.
    pub astray: Vec<String>,
}

impl Movement {
    /// The movement between two ledgers. `None` where it cannot be told: the earlier one does not
    /// say to which day it is counted, a debt has no number or one that another has too, or an
    /// amount is missing.
    ///
    /// A debt is new when the earlier ledger does not have it and it is not said to be of an earlier
    /// period. An amount is corrected when the debt says so (核减原因“金额更正”). A payment belongs to
    /// the period by the day it was recorded, or the day it was made where that is not given; where
    /// no payments are listed, what the stated total has grown by counts.
    pub fn between(before: &Before, now: &Ledger) -> Option<Self> {
        let since = before.ledger().header.cutoff_date?;
        let mut total = Self::default();
        let mut seen = BTreeSet::new();
        for entry in &now.entries {
            let id = entry.debt_id.as_ref()?.as_str();
            let own = Self::of_one(before, entry, now, since)?;
            total.take(id, &own);
            if !seen.insert(id) {
                return None;
            }
        }
        for earlier in &before.ledger().entries {
            let id = earlier.debt_id.as_ref()?.as_str();
            if seen.insert(id) {
                let opening = counted(earlier)?;
                let own = Self {
                    opening,
                    ..Self::default()
                };
                total.take(id, &own);
            }
        }
        Some(total)
    }

    /// What became of one debt of the later ledger since the day the earlier one is counted to.
    /// `None` where an amount is missing.
    pub fn of_one(before: &Before, entry: &Entry, now: &Ledger, since: NaiveDate) -> Option<Self> {
        match before.same(entry) {
            Some(earlier) => Self::of_debt(earlier, entry, since),
            None => Self::of_new(entry, now.header.period),
        }
    }

    /// The movement of a unit that handed nothing in for the period before: whatever its ledger
    /// counts is new. `None` where an amount is missing.
    ///
    /// ```
    /// use arrears_ledger::amount::{Amount, Unit};
    /// use arrears_ledger::collection::Movement;
    /// use arrears_ledger::ledger::{Entry, Ledger, entry::Field, fields::Record};
    /// let mut debt = Entry::default();
    /// debt.set(Field::ArrearsAmount, "100", Unit::Yuan);
    /// debt.set(Field::RepaidTotal, "30", Unit::Yuan);
    /// let movement = Movement::first(&Ledger { entries: vec![debt], ..Ledger::default() }).unwrap();
    /// assert_eq!((movement.added.fen(), movement.closing.fen()), (10_000, 7_000));
    /// assert_eq!(movement.gap(), Amount::ZERO);
    /// ```
    pub fn first(now: &Ledger) -> Option<Self> {
        let mut total = Self::default();
        let counts = |entry: &&Entry| entry.standing().is_counted();
        for entry in now.entries.iter().filter(counts) {
            total.join(&Self {
                added: entry.arrears_amount?,
                repaid: entry.repaid(),
                closing: balance(entry)?,
                ..Self::default()
            });
        }
        Some(total)
    }

    /// Adds the movement of another unit, or of another debt.
    pub fn join(&mut self, other: &Self) {
        self.opening = self.opening + other.opening;
        self.added = self.added + other.added;
        self.raised = self.raised + other.raised;
        self.repaid = self.repaid + other.repaid;
        self.removed = self.removed + other.removed;
        self.to_court = self.to_court + other.to_court;
        self.closing = self.closing + other.closing;
        self.astray.extend(other.astray.iter().cloned());
    }

    /// What is owed in the end by the record: 期初＋新增＋调增－清偿－核减－转司法.
    pub fn expected(&self) -> Amount {
        self.opening + self.added + self.raised - self.repaid - self.removed - self.to_court
    }

    /// What the ledger says is owed in the end, less what the record says.
    pub fn gap(&self) -> Amount {
        self.closing - self.expected()
    }

    fn take(&mut self, id: &str, own: &Self) {
        self.join(own);
        if own.gap() != Amount::ZERO {
            self.astray.push(id.to_owned());
        }
    }

    /// A debt the earlier ledger does not have.
    fn of_new(entry: &Entry, period: Option<When>) -> Option<Self> {
        let mut own = Self {
            closing: counted(entry)?,
            ..Self::default()
        };
        let is_older = |(first, period): (When, When)| first.last() < period.first();
        let is_new = !entry.first_period.zip(period).is_some_and(is_older);
        if is_new && entry.standing().is_counted() {
            own.added = entry.arrears_amount?;
            own.repaid = entry.repaid();
        }
        Some(own)
    }

    /// A debt that both ledgers have.
    fn of_debt(before: &Entry, now: &Entry, since: NaiveDate) -> Option<Self> {
        let mut own = Self {
            opening: counted(before)?,
            closing: counted(now)?,
            ..Self::default()
        };
        let was_counted = before.standing().is_counted();
        if !was_counted {
            own.raised = own.closing;
            return Some(own);
        }
        own.repaid = paid_since(before, now, since);
        if now.removal_reason == Some(RemovalReason::AmountCorrected) {
            let (old, new) = (before.arrears_amount?, now.arrears_amount?);
            own.raised = new.less(old);
            own.removed = old.less(new);
        }
        match now.standing() {
            Status::InCourt => own.to_court = balance(now)?,
            Status::Removed | Status::Transferred => own.removed = own.removed + balance(now)?,
            _ => {}
        }
        Some(own)
    }
}

/// What is still owed of a debt; `None` while an amount it is made of is missing.
fn balance(entry: &Entry) -> Option<Amount> {
    let is_whole = entry.payments.iter().all(|one| one.amount.is_some());
    entry.balance_due().filter(|_| is_whole)
}

/// What is still owed of a debt that counts, and nothing of one that does not.
fn counted(entry: &Entry) -> Option<Amount> {
    if entry.standing().is_counted() {
        balance(entry)
    } else {
        Some(Amount::ZERO)
    }
}

fn paid_since(before: &Entry, now: &Entry, since: NaiveDate) -> Amount {
    if now.payments.is_empty() {
        return now.repaid().less(before.repaid());
    }
    let is_of_period = |day: NaiveDate| since < day;
    let payments = now.payments.iter();
    payments
        .filter(|one| one.recorded_on.or(one.paid_on).is_some_and(is_of_period))
        .filter_map(|one| one.amount)
        .sum()
}
