//! Sharing a budget among many debts.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::calc::split::largest_remainder;

/// A debt that waits for its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting<'a> {
    /// Its number: decides between debts that are otherwise equal.
    pub id: &'a str,
    /// What is owed in all.
    pub amount: Amount,
    /// The part nobody disputes; nothing when the whole is undisputed.
    pub undisputed: Option<Amount>,
    /// What has been paid of it already.
    pub paid: Amount,
    /// Whether a court or arbitration has it: then the campaign does not pay it.
    pub in_court: bool,
    /// When it fell due; a debt without a date comes last.
    pub due: Option<NaiveDate>,
}

impl Waiting<'_> {
    /// What may be paid now: the undisputed part, which is due whatever becomes of the rest
    /// (Regulation of 2025, art. 15), less what has been paid.
    pub fn payable(&self) -> Amount {
        if self.in_court {
            return Amount::ZERO;
        }
        let undisputed = self.undisputed.unwrap_or(self.amount).min(self.amount);
        undisputed.less(self.paid.max(Amount::ZERO))
    }

    /// Whether nobody disputes any of it.
    pub fn is_undisputed(&self) -> bool {
        self.undisputed.is_none_or(|part| self.amount <= part)
    }
}

/// In which order, or by which measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Each by what may be paid of it.
    ProRata,
    /// The one due first, first.
    Oldest,
    /// The smallest first, so that most firms are paid.
    Smallest,
}

/// How a budget is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// In one order over all debts.
    All(Order),
    /// Wholly undisputed debts first (notice: 无分歧发现一起清偿一起), then the undisputed parts of
    /// the others; inside both, in the order.
    UndisputedFirst(Order),
    /// Everything up to the threshold, the smallest first; then pro rata.
    SmallThenProRata(Amount),
}

/// Who gets what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// For each debt, in the order they were given.
    pub shares: Vec<Share>,
    /// The budget nobody could be paid from.
    pub unspent: Amount,
}

/// What one debt gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// What could have been paid of it.
    pub payable: Amount,
    /// What is paid of it.
    pub paid: Amount,
}

impl Share {
    /// Whether all that could be paid of it is paid; a debt of which nothing can be paid is not
    /// cleared by that.
    pub fn is_cleared(&self) -> bool {
        Amount::ZERO < self.payable && self.paid == self.payable
    }
}

impl Allocation {
    /// What is paid in all.
    pub fn paid(&self) -> Amount {
        self.shares.iter().map(|share| share.paid).sum()
    }
}

/// Shares a budget. What is paid and what is unspent make the budget; no debt is paid more than
/// may be paid of it. The same debts in the same order give the same shares.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::allocation::{Method, Order, Waiting, allocate};
/// let debt = |id, fen| Waiting {
///     id, amount: Amount::from_fen(fen), undisputed: None, paid: Amount::ZERO, in_court: false, due: None,
/// };
/// let debts = [debt("A", 300), debt("B", 100)];
/// let shared = allocate(&debts, Amount::from_fen(150), Method::All(Order::Smallest));
/// assert_eq!(shared.shares.iter().map(|share| share.paid.fen()).collect::<Vec<_>>(), [50, 100]);
/// ```
pub fn allocate(debts: &[Waiting<'_>], budget: Amount, method: Method) -> Allocation {
    let share = |debt: &Waiting<'_>| Share {
        payable: debt.payable(),
        paid: Amount::ZERO,
    };
    let mut shares: Vec<Share> = debts.iter().map(share).collect();
    let mut left = budget.max(Amount::ZERO);
    for (chosen, order) in groups(debts, method) {
        left = match order {
            Order::ProRata => pay_in_proportion(&mut shares, &chosen, left),
            Order::Oldest | Order::Smallest => {
                let sorted = sorted(debts, chosen, order);
                pay_in_turn(&mut shares, &sorted, left)
            }
        };
    }
    Allocation {
        shares,
        unspent: left,
    }
}

/// Shares one budget after the other: each pays on from where the last one stopped. What one
/// period leaves unspent is not carried into the next, as budgets are not.
pub fn allocate_periods(
    debts: &[Waiting<'_>],
    budgets: &[Amount],
    method: Method,
) -> Vec<Allocation> {
    let mut debts = debts.to_vec();
    let mut period = |budget: &Amount| {
        let shared = allocate(&debts, *budget, method);
        for (debt, share) in debts.iter_mut().zip(&shared.shares) {
            debt.paid = debt.paid.max(Amount::ZERO) + share.paid;
        }
        shared
    };
    budgets.iter().map(&mut period).collect()
}

/// Which debts come together, group by group, and how inside the group.
fn groups(debts: &[Waiting<'_>], method: Method) -> Vec<(Vec<usize>, Order)> {
    let some = |pick: &dyn Fn(&Waiting<'_>) -> bool| -> Vec<usize> {
        let picked = debts.iter().enumerate().filter(|(_, debt)| pick(debt));
        picked.map(|(index, _)| index).collect()
    };
    match method {
        Method::All(order) => vec![(some(&|_| true), order)],
        Method::UndisputedFirst(order) => vec![
            (some(&|debt| debt.is_undisputed()), order),
            (some(&|debt| !debt.is_undisputed()), order),
        ],
        Method::SmallThenProRata(threshold) => vec![
            (some(&|debt| debt.payable() <= threshold), Order::Smallest),
            (some(&|debt| threshold < debt.payable()), Order::ProRata),
        ],
    }
}

fn sorted(debts: &[Waiting<'_>], mut chosen: Vec<usize>, order: Order) -> Vec<usize> {
    chosen.sort_by_key(|index| {
        let debt = debts.get(*index);
        let size = match order {
            Order::Smallest => debt.map(Waiting::payable),
            Order::ProRata | Order::Oldest => None,
        };
        let due = debt.and_then(|debt| debt.due).unwrap_or(NaiveDate::MAX);
        (size, due, debt.map(|debt| debt.id))
    });
    chosen
}

fn pay_in_turn(shares: &mut [Share], chosen: &[usize], mut left: Amount) -> Amount {
    for index in chosen {
        if let Some(share) = shares.get_mut(*index) {
            share.paid = share.payable.min(left);
            left = left - share.paid;
        }
    }
    left
}

fn pay_in_proportion(shares: &mut [Share], chosen: &[usize], left: Amount) -> Amount {
    let payable = |index: &usize| shares.get(*index).map_or(0, |share| share.payable.fen());
    let weights: Vec<i64> = chosen.iter().map(payable).collect();
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum <= i128::from(left.fen()) {
        return pay_in_turn(shares, chosen, left);
    }
    for (index, part) in chosen.iter().zip(largest_remainder(left, &weights)) {
        if let Some(share) = shares.get_mut(*index) {
            share.paid = part;
        }
    }
    Amount::ZERO
}
