//! Which part of a debt, and which of several debts, a payment goes to (Civil Code art. 560, 561).

use chrono::NaiveDate;

use crate::almanac::Rate;
use crate::amount::Amount;
use crate::calc::split::largest_remainder;

/// A part of a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 实现债权的有关费用: what it cost to get the money.
    Fees,
    /// 利息.
    Interest,
    /// 主债务.
    Principal,
}

/// In which order a payment goes to the parts of a debt: each of them once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order([Part; 3]);

impl Order {
    /// The law's, where nothing else is agreed (Civil Code art. 561).
    pub const LAW: Self = Self([Part::Fees, Part::Interest, Part::Principal]);
    /// Principal first, as plans often agree.
    pub const PRINCIPAL_FIRST: Self = Self([Part::Principal, Part::Interest, Part::Fees]);

    /// The order agreed; parts nobody named follow as the law has them.
    ///
    /// ```
    /// use arrears_ledger::calc::appropriation::{Order, Part};
    /// let agreed = Order::agreed(&[Part::Principal]);
    /// assert_eq!(agreed.parts(), [Part::Principal, Part::Fees, Part::Interest]);
    /// ```
    pub fn agreed(named: &[Part]) -> Self {
        let mut order = Self::LAW.0;
        let place = |part: &Part| {
            let named = named.iter().position(|one| one == part);
            named.unwrap_or(usize::MAX)
        };
        order.sort_by_key(place);
        Self(order)
    }

    /// The parts, the one paid first first.
    pub const fn parts(self) -> [Part; 3] {
        self.0
    }
}

/// What is owed of a debt, part by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// Fees.
    pub fees: Amount,
    /// Interest that has run up; it bears no interest itself.
    pub interest: Amount,
    /// Principal.
    pub principal: Amount,
}

impl Balance {
    /// All of it.
    pub fn total(&self) -> Amount {
        self.fees + self.interest + self.principal
    }

    fn part(&mut self, part: Part) -> &mut Amount {
        match part {
            Part::Fees => &mut self.fees,
            Part::Interest => &mut self.interest,
            Part::Principal => &mut self.principal,
        }
    }
}

/// Where a payment went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied {
    /// What went to each part.
    pub to: Balance,
    /// What is still owed.
    pub left: Balance,
    /// What nobody was owed.
    pub surplus: Amount,
}

/// Puts a payment to the parts of a debt. What went to the parts and the surplus make the payment,
/// and no part falls below zero; a payment below zero counts as none.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::appropriation::{Balance, Order, apply};
/// let owed = Balance { interest: Amount::from_fen(50), principal: Amount::from_fen(1000), ..Balance::default() };
/// let applied = apply(owed, Amount::from_fen(80), Order::LAW);
/// assert_eq!(applied.left.principal, Amount::from_fen(970));
/// ```
pub fn apply(owed: Balance, payment: Amount, order: Order) -> Applied {
    let mut left = owed;
    let mut to = Balance::default();
    let mut rest = payment.max(Amount::ZERO);
    for part in order.parts() {
        let open = left.part(part);
        let paid = rest.min((*open).max(Amount::ZERO));
        *open = *open - paid;
        *to.part(part) = paid;
        rest = rest - paid;
    }
    Applied {
        to,
        left,
        surplus: rest,
    }
}

/// One of several debts to the same creditor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// How much.
    pub amount: Amount,
    /// When it is due.
    pub due: NaiveDate,
    /// What secures it: the less, the earlier it is paid; zero for no security.
    pub security: Amount,
    /// How heavy it is on the debtor, as a yearly rate: the heavier, the earlier it is paid.
    pub burden: Rate,
}

/// What each debt gets of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// In the order the debts were given.
    pub paid: Vec<Amount>,
    /// What nobody was owed.
    pub surplus: Amount,
}

/// Spreads a payment over several debts to one creditor: first to those the debtor designated when
/// paying, in that order; then as the law has it (Civil Code art. 560): due before not due, less
/// security first, heavier burden first, due earlier first; equal in all of that, in proportion.
///
/// What is paid and the surplus make the payment. A designation of no debt is passed over.
pub fn apply_many(debts: &[Owed], payment: Amount, on: NaiveDate, designated: &[usize]) -> Spread {
    let mut paid = vec![Amount::ZERO; debts.len()];
    let mut left = payment.max(Amount::ZERO);
    for index in designated {
        left = pay_together(debts, &mut paid, &[*index], left);
    }
    let key = |debt: &Owed| {
        let burden = std::cmp::Reverse(debt.burden);
        (on < debt.due, debt.security, burden, debt.due)
    };
    let mut order: Vec<(usize, &Owed)> = debts.iter().enumerate().collect();
    order.sort_by_key(|(_, debt)| key(debt));
    for equals in order.chunk_by(|(_, one), (_, other)| key(one) == key(other)) {
        let tied: Vec<usize> = equals.iter().map(|(index, _)| *index).collect();
        left = pay_together(debts, &mut paid, &tied, left);
    }
    Spread {
        paid,
        surplus: left,
    }
}

/// Pays some debts what is open of them, in proportion where the money does not reach; what is
/// left of it.
fn pay_together(debts: &[Owed], paid: &mut [Amount], which: &[usize], left: Amount) -> Amount {
    let open = |index: &usize| {
        let amount = debts.get(*index).map_or(Amount::ZERO, |debt| debt.amount);
        let paid = paid.get(*index).copied().unwrap_or_default();
        amount.less(paid).fen()
    };
    let open: Vec<i64> = which.iter().map(open).collect();
    let sum = open.iter().copied().map(Amount::from_fen).sum();
    let reach = left.min(sum);
    for (index, part) in which.iter().zip(largest_remainder(reach, &open)) {
        if let Some(paid) = paid.get_mut(*index) {
            *paid = *paid + part;
        }
    }
    left - reach
}
