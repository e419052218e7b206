//! The movement of balances by unit and in total: 期初＋新增＋调增－清偿－核减－转司法＝期末.

use super::{Counted, County, Earlier};
use crate::amount::Amount;
use crate::campaign::{Campaign, ReportUnit};
use crate::collection::Movement;
use crate::ledger::Ledger;
use crate::ledger::vocabulary::vocabulary;

vocabulary! {
    /// What a unit's movement is made of.
    Basis {
        Both "both" "两期台账" "both ledgers" [];
        First "first" "首次报送" "its first ledger" [];
        NotReported "not_reported" "上期有、本期未报送" "in the period before, not in this one" [];
        Untold "untold" "不能推算" "cannot be told" [];
    }
}

/// What became of one unit's arrears.
#[derive(Debug, Clone)]
pub struct Account<'a> {
    /// The unit.
    pub unit: &'a ReportUnit,
    /// What it is made of.
    pub basis: Basis,
    /// The movement. Of a unit that has not reported, only the opening balance; of one whose
    /// movement cannot be told (a debt without a number or an amount), the two balances.
    pub movement: Movement,
}

/// The movement of the county.
#[derive(Debug, Clone, Default)]
pub struct Accounts<'a> {
    /// Unit by unit, in the order of the roster.
    pub units: Vec<Account<'a>>,
    /// Over the units whose movement is known.
    pub total: Movement,
    /// The balances of units that reported before and have not yet: outside the total.
    pub waiting: Amount,
}

impl County {
    /// The movement since the period before; without one, every unit's ledger is its first.
    pub fn accounts<'a>(
        &self,
        counted: &[Counted<'a>],
        campaign: &'a Campaign,
        earlier: Option<&Earlier>,
    ) -> Accounts<'a> {
        let mut all = Accounts::default();
        for unit in &campaign.units {
            let before = earlier.and_then(|earlier| earlier.of_unit(&unit.code));
            let now = counted.iter().find(|one| one.unit.code == unit.code);
            let (basis, movement) = match (before, now) {
                (None, None) => continue,
                (Some(before), Some(now)) => (Basis::Both, Movement::between(before, &now.ledger)),
                (None, Some(now)) => (Basis::First, Movement::first(&now.ledger)),
                (Some(_), None) => (Basis::NotReported, None),
            };
            let (basis, movement) = if let Some(movement) = movement {
                (basis, movement)
            } else {
                let balance = |ledger: &Ledger| ledger.totals().balance;
                let movement = Movement {
                    opening: before.map(|one| balance(one.ledger())).unwrap_or_default(),
                    closing: now.map(|one| balance(&one.ledger)).unwrap_or_default(),
                    ..Movement::default()
                };
                (now.map_or(basis, |_| Basis::Untold), movement)
            };
            match basis {
                Basis::Both | Basis::First => all.total.join(&movement),
                Basis::NotReported => all.waiting = all.waiting + movement.opening,
                Basis::Untold => {}
            }
            all.units.push(Account {
                unit,
                basis,
                movement,
            });
        }
        all
    }
}
