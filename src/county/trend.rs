//! The county's figures period by period.

use chrono::NaiveDate;

use super::County;
use crate::amount::{Amount, Unit};
use crate::campaign::Campaign;
use crate::date::When;
use crate::json::{Members, Tree};
use crate::ledger::{Sums, Totals};

/// The figures of one period, exact to the fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The period.
    pub period: When,
    /// The last day its ledgers are counted to.
    pub cutoff: Option<NaiveDate>,
    /// Units that reported.
    pub units: usize,
    /// Debts that count.
    pub count: usize,
    /// Their arrears.
    pub arrears: Amount,
    /// Of which undisputed.
    pub undisputed: Amount,
    /// Repaid.
    pub repaid: Amount,
    /// Still owed.
    pub balance: Amount,
}

impl Point {
    /// A collection's own figures; `None` while it has no period.
    pub fn of(county: &County, campaign: &Campaign) -> Option<Self> {
        let counted = county.counted(campaign);
        let mut sums = Sums::default();
        let mut cutoff = None;
        for one in &counted {
            one.ledger.entries.iter().for_each(|entry| sums.add(entry));
            cutoff = cutoff.max(one.ledger.header.cutoff_date);
        }
        let Totals {
            count,
            arrears,
            undisputed,
            repaid,
            balance,
        } = sums.totals();
        Some(Self {
            period: county.period()?,
            cutoff,
            units: counted.len(),
            count,
            arrears,
            undisputed,
            repaid,
            balance,
        })
    }

    pub(super) fn tree(&self) -> Tree {
        let amount = |amount: Amount| Tree::text(amount.to_string());
        let mut members = vec![
            ("period", Tree::text(self.period.to_string())),
            ("units", Tree::count(self.units)),
            ("count", Tree::count(self.count)),
            ("arrears", amount(self.arrears)),
            ("undisputed", amount(self.undisputed)),
            ("repaid", amount(self.repaid)),
            ("balance", amount(self.balance)),
        ];
        members.extend(
            self.cutoff
                .map(|day| ("cutoff", Tree::text(day.to_string()))),
        );
        Tree::of(members)
    }

    /// Reads what [`Point::tree`] wrote; `None` where its period is none.
    pub(super) fn read(members: &mut Members) -> Option<Self> {
        let period = When::parse(&members.text("period")).ok();
        if period.is_none() {
            members.misfit("period", "a day or a month");
        }
        let cutoff = members.has("cutoff").then(|| members.day("cutoff"));
        let mut count = |key| usize::try_from(members.number(key)).unwrap_or_default();
        let (units, count) = (count("units"), count("count"));
        let mut amount = |key| amount(members, key);
        let found = (
            amount("arrears"),
            amount("undisputed"),
            amount("repaid"),
            amount("balance"),
        );
        let (arrears, undisputed, repaid, balance) = found;
        Some(Self {
            period: period?,
            cutoff,
            units,
            count,
            arrears,
            undisputed,
            repaid,
            balance,
        })
    }
}

/// An amount in yuan with two decimals, of any size and sign.
pub(super) fn amount(members: &mut Members, key: &str) -> Amount {
    let text = members.text(key);
    let found = Amount::parse_within(&text, Unit::Yuan, Amount::from_fen(i64::MAX));
    match found {
        Ok(amount) if amount.to_string() == text => amount,
        _ => {
            members.misfit(key, "an amount in yuan with two decimals");
            Amount::ZERO
        }
    }
}

/// Two rows of figures as one, by period; of two of a period the later given.
pub(super) fn joined(one: &[Point], other: &[Point]) -> Vec<Point> {
    let mut points = one.to_vec();
    for point in other {
        points.retain(|known| known.period != point.period);
        points.push(*point);
    }
    points.sort_by_key(|point| (point.period.first(), point.period.last()));
    points
}
