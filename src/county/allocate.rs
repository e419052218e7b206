//! A sum of money → which debts of the county to pay, by each method; and what was chosen as plans
//! the units can open.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Counted;
use crate::amount::Amount;
use crate::calc::allocation::{Allocation, Method, Order, Waiting, allocate};
use crate::calc::schedule::Instalment;
use crate::claims::budget::{Queued, queue};
use crate::claims::plan::{TooMany, put};
use crate::ledger::lists::InstalmentStatus;
use crate::ledger::{Entry, Ledger};
use crate::submission::draft;
use crate::text::{Text, fold};

/// A debt that waits for its share, and whose it is.
#[derive(Debug, Clone)]
pub struct Waits<'a> {
    /// The place of its unit's ledger among those counted.
    pub counted: usize,
    /// The debt.
    pub debt: Queued<'a>,
}

/// A method by its code and words, and how it is made of the size up to which debts are small.
pub type Way = (&'static str, Text, fn(Amount) -> Method);

/// The methods a sum can be shared by: code, words, method. Small debts are those up to 100,000
/// yuan, as campaigns have it (§4-4 of the domain ledger), unless a threshold is given.
pub const METHODS: [Way; 5] = [
    (
        "undisputed_first",
        Text {
            zh: "先付无分歧的，内部按到期先后",
            en: "undisputed debts first, the oldest first",
        },
        |_| Method::UndisputedFirst(Order::Oldest),
    ),
    (
        "oldest_first",
        Text {
            zh: "先到期的先付",
            en: "the debt due first, first",
        },
        |_| Method::All(Order::Oldest),
    ),
    (
        "smallest_first",
        Text {
            zh: "先付金额小的",
            en: "the smallest debt first",
        },
        |_| Method::All(Order::Smallest),
    ),
    (
        "small_then_pro_rata",
        Text {
            zh: "先付清小额的，其余按比例",
            en: "small debts first, then pro rata",
        },
        Method::SmallThenProRata,
    ),
    (
        "pro_rata",
        Text {
            zh: "按可付金额的比例",
            en: "pro rata",
        },
        |_| Method::All(Order::ProRata),
    ),
];

/// Up to how much a debt is small, where nothing else is said: 100,000 yuan.
pub const SMALL: Amount = Amount::from_fen(10_000_000);

/// What one method makes of a sum.
#[derive(Debug, Clone)]
pub struct Allocated {
    /// The method's code.
    pub code: &'static str,
    /// The method in words.
    pub words: Text,
    /// Who gets what.
    pub allocation: Allocation,
    /// Debts paid in full.
    pub cleared: usize,
    /// Firms of which nothing payable is left.
    pub firms: usize,
    /// Debts that get something.
    pub paid: usize,
    /// Units that get something.
    pub units: usize,
    /// Of the sum, what goes to debts nobody disputes any of.
    pub undisputed: Amount,
}

/// The debts that wait for money, in the order of the roster. A debt that lacks its amount or
/// whether it is disputed is left out; how many are.
pub fn waits<'a>(counted: &'a [Counted<'_>]) -> (Vec<Waits<'a>>, usize) {
    let (mut all, mut left_out) = (Vec::new(), 0);
    for (counted, one) in counted.iter().enumerate() {
        let (known, unknown) = queue(&one.ledger);
        left_out += unknown;
        all.extend(known.into_iter().map(|debt| Waits { counted, debt }));
    }
    (all, left_out)
}

/// What each method makes of a sum.
pub fn allocations(waits: &[Waits<'_>], sum: Amount, small: Amount) -> Vec<Allocated> {
    let debts: Vec<Waiting<'_>> = waits.iter().map(|one| one.debt.waiting()).collect();
    let methods = METHODS.iter();
    methods
        .map(|(code, words, method)| {
            let allocation = allocate(&debts, sum, method(small));
            let shares = || waits.iter().zip(&allocation.shares);
            let paid = || shares().filter(|(_, share)| Amount::ZERO < share.paid);
            let mut firms: BTreeMap<String, bool> = BTreeMap::new();
            for (one, share) in shares().filter(|(_, share)| Amount::ZERO < share.payable) {
                let firm = firms.entry(fold(one.debt.firm()).into_owned());
                *firm.or_insert(true) &= share.is_cleared();
            }
            let mut units: Vec<usize> = paid().map(|(one, _)| one.counted).collect();
            units.dedup();
            Allocated {
                code,
                words: *words,
                cleared: shares().filter(|(_, share)| share.is_cleared()).count(),
                firms: firms.values().filter(|is_cleared| **is_cleared).count(),
                paid: paid().count(),
                units: units.len(),
                undisputed: paid()
                    .filter(|(one, _)| one.debt.waiting().is_undisputed())
                    .map(|(_, share)| share.paid)
                    .sum(),
                allocation,
            }
        })
        .collect()
}

/// A unit's ledger with what it gets as an instalment of a day, as a draft of the next revision:
/// unit, draft. Units that get nothing have none. What was planned gives way, the earliest first,
/// by as much as is paid now; the rest of the plan stays.
///
/// # Errors
/// Where a debt would have more instalments than it may.
pub fn drafts(
    counted: &[Counted<'_>],
    waits: &[Waits<'_>],
    allocation: &Allocation,
    on: NaiveDate,
) -> Result<Vec<(String, String)>, TooMany> {
    let mut ledgers: BTreeMap<usize, Ledger> = BTreeMap::new();
    for (one, share) in waits.iter().zip(&allocation.shares) {
        let Some(own) = counted
            .get(one.counted)
            .filter(|_| Amount::ZERO < share.paid)
        else {
            continue;
        };
        let ledger = ledgers.entry(one.counted).or_insert_with(|| revised(own));
        if let Some(entry) = ledger.entries.get_mut(one.debt.row) {
            let plan = planned(entry, share.paid, on);
            put(entry, &plan)?;
        }
    }
    let unit = |place: usize| counted.get(place).map(|one| one.unit.code.clone());
    Ok(ledgers
        .into_iter()
        .filter_map(|(place, ledger)| Some((unit(place)?, draft(&ledger))))
        .collect())
}

/// The ledger as it was handed in, to be amended.
fn revised(one: &Counted<'_>) -> Ledger {
    let mut ledger = one.received.ledger.clone();
    ledger.revision = ledger.revision.saturating_add(1);
    ledger.previous = Some(one.received.digest.clone());
    ledger
}

fn planned(entry: &Entry, paid: Amount, on: NaiveDate) -> Vec<Instalment> {
    let mut open: Vec<Instalment> = entry
        .instalments
        .iter()
        .filter(|one| one.status != Some(InstalmentStatus::Paid))
        .filter_map(|one| {
            Some(Instalment {
                due: one.due_on?.last(),
                amount: one.amount?,
            })
        })
        .collect();
    open.sort_by_key(|one| one.due);
    let mut left = paid;
    for one in &mut open {
        let less = one.amount.min(left);
        one.amount = one.amount - less;
        left = left - less;
    }
    open.retain(|one| Amount::ZERO < one.amount);
    open.insert(
        0,
        Instalment {
            due: on,
            amount: paid,
        },
    );
    open
}
