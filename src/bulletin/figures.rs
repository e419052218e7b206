//! The figures of a unit, and of the county, exact to the fen.

use chrono::NaiveDate;

use super::Rate;
use crate::amount::Amount;
use crate::collection::Movement;
use crate::county::Counted;
use crate::ledger::lists::{Method, Status};
use crate::ledger::vocabulary::Several;
use crate::ledger::{Before, Entry, Ledger, Payment};
use crate::rules;

/// So many debts, and what they come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Debts.
    pub count: usize,
    /// Money.
    pub amount: Amount,
}

impl Tally {
    /// One more debt.
    pub fn add(&mut self, amount: Amount) {
        self.count += 1;
        self.amount = self.amount + amount;
    }

    fn join(&mut self, other: Self) {
        self.count += other.count;
        self.amount = self.amount + other.amount;
    }
}

/// What table 1 says of a unit. Debts in court, taken off or transferred are outside all of it but
/// `court`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// 台账笔数、应清偿总额.
    pub all: Tally,
    /// Of which undisputed; a partly disputed debt counts here and there, each with its part.
    pub undisputed: Tally,
    /// Of which disputed.
    pub disputed: Tally,
    /// 本期新增: first reported in this period.
    pub new: Tally,
    /// 本期清偿, as the movement has it.
    pub repaid_now: Amount,
    /// Of which in cash.
    pub cash_now: Amount,
    /// 累计清偿.
    pub repaid: Amount,
    /// Of which in cash.
    pub cash: Amount,
    /// What was repaid of undisputed parts, which payments go to first.
    pub undisputed_repaid: Amount,
    /// 余额.
    pub balance: Amount,
    /// 计划内到期未还: debts with an instalment that is short, and by how much.
    pub overdue: Tally,
    /// 未制定计划: undisputed debts without a plan.
    pub unplanned: usize,
    /// Balances for which there is a written agreement.
    pub agreed: Amount,
    /// 司法登记.
    pub court: Tally,
}

impl Figures {
    /// The figures of one unit.
    pub fn of(one: &Counted<'_>, before: Option<&Before>) -> Self {
        let mut figures = Self::default();
        let ledger: &Ledger = &one.ledger;
        for entry in &ledger.entries {
            figures.take(entry, ledger, before);
        }
        figures
    }

    /// Adds those of another unit.
    pub fn join(&mut self, other: &Self) {
        self.all.join(other.all);
        self.undisputed.join(other.undisputed);
        self.disputed.join(other.disputed);
        self.new.join(other.new);
        self.repaid_now = self.repaid_now + other.repaid_now;
        self.cash_now = self.cash_now + other.cash_now;
        self.repaid = self.repaid + other.repaid;
        self.cash = self.cash + other.cash;
        self.undisputed_repaid = self.undisputed_repaid + other.undisputed_repaid;
        self.balance = self.balance + other.balance;
        self.overdue.join(other.overdue);
        self.unplanned += other.unplanned;
        self.agreed = self.agreed + other.agreed;
        self.court.join(other.court);
    }

    fn take(&mut self, entry: &Entry, ledger: &Ledger, before: Option<&Before>) {
        self.take_period(entry, ledger, before);
        let balance = entry.balance_due().unwrap_or_default();
        if entry.standing() == Status::InCourt {
            self.court.add(balance);
        }
        if !entry.standing().is_counted() {
            return;
        }
        let arrears = entry.arrears_amount.unwrap_or_default();
        let undisputed = entry.undisputed().unwrap_or_default();
        let repaid = entry.repaid();
        self.all.add(arrears);
        if Amount::ZERO < undisputed {
            self.undisputed.add(undisputed);
        }
        if undisputed < arrears {
            self.disputed.add(arrears - undisputed);
        }
        if is_new(entry, ledger) {
            self.new.add(arrears);
        }
        self.repaid = self.repaid + repaid;
        self.cash = self.cash + cash(entry, repaid, &|_| true);
        self.undisputed_repaid = self.undisputed_repaid + repaid.min(undisputed);
        self.balance = self.balance + balance;
        if entry.agreement == Some(true) {
            self.agreed = self.agreed + balance.max(Amount::ZERO);
        }
        let cutoff = ledger.header.cutoff_date;
        let short: Vec<Amount> = cutoff.map_or_else(Vec::new, |day| {
            let late = rules::overdue(entry, day).into_iter();
            late.map(|(.., short)| short).collect()
        });
        if !short.is_empty() {
            self.overdue.add(short.into_iter().sum());
        }
        self.unplanned += usize::from(rules::unplanned(entry).is_some());
    }

    /// What was repaid since the period before; of a unit without one, since its debts were booked.
    fn take_period(&mut self, entry: &Entry, ledger: &Ledger, before: Option<&Before>) {
        let since = before.and_then(|before| before.ledger().header.cutoff_date);
        let (repaid, since) = match (before, since) {
            (Some(before), Some(since)) => {
                let own = Movement::of_one(before, entry, ledger, since);
                let is_known = before.same(entry).is_some();
                let since = is_known.then_some(since);
                (own.map(|own| own.repaid).unwrap_or_default(), since)
            }
            _ if entry.standing().is_counted() => (entry.repaid(), None),
            _ => return,
        };
        let is_of_period = |one: &Payment| {
            let day = one.recorded_on.or(one.paid_on);
            since.is_none_or(|since| day.is_some_and(|day| since < day))
        };
        self.repaid_now = self.repaid_now + repaid;
        if repaid != Amount::ZERO {
            self.cash_now = self.cash_now + cash(entry, repaid, &is_of_period);
        }
    }

    /// 清偿率: repaid of arrears. Where the office leaves disputed debts out of the base, what was
    /// repaid of undisputed parts, of those.
    pub fn cleared_rate(&self, with_disputed: bool) -> Rate {
        if with_disputed {
            Rate::of(self.repaid, self.all.amount)
        } else {
            self.undisputed_rate()
        }
    }

    /// 无分歧清偿率.
    pub fn undisputed_rate(&self) -> Rate {
        Rate::of(self.undisputed_repaid, self.undisputed.amount)
    }

    /// 化解率: repaid, or agreed upon in writing, of arrears.
    pub fn settled_rate(&self) -> Rate {
        Rate::of(self.repaid + self.agreed, self.all.amount)
    }
}

/// What of payments was in cash. Of a debt that only states a total, all or nothing, by its method.
fn cash(entry: &Entry, repaid: Amount, is_wanted: &dyn Fn(&Payment) -> bool) -> Amount {
    if entry.payments.is_empty() {
        let mut methods = entry.method.iter().flat_map(Several::values);
        let is_cash = methods.next() == Some(Method::Cash) && methods.next().is_none();
        return if is_cash { repaid } else { Amount::ZERO };
    }
    let is_cash = |one: &&Payment| one.method == Some(Method::Cash) && is_wanted(one);
    let payments = entry.payments.iter().filter(is_cash);
    payments.filter_map(|one| one.amount).sum()
}

/// First reported in this period.
fn is_new(entry: &Entry, ledger: &Ledger) -> bool {
    let periods = entry.first_period.zip(ledger.header.period);
    let shares_a_day = |(one, other): (crate::date::When, crate::date::When)| {
        one.first() <= other.last() && other.first() <= one.last()
    };
    periods.is_some_and(shares_a_day)
}

/// The day a debt has been in arrears since, at the latest; `None` where no column says so.
pub(super) fn late_since(entry: &Entry) -> Option<NaiveDate> {
    entry.late_from().map(|(earliest, _)| earliest)
}
