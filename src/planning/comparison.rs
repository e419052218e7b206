//! Two plans for one debt side by side: when it is cleared, and what interest is saved.

use serde_json::{Value, json};

use super::form::{Form, Refused, answered, ledger, refused};
use super::shown::all;
use crate::almanac::Almanac;
use crate::amount::Amount;
use crate::calc::accrual::{Debt, Manner, Terms};
use crate::calc::appropriation::Balance;
use crate::calc::basis::Basis;
use crate::calc::repayment::{self, Repayment, with_interest};
use crate::calc::schedule::{Instalment, sum};
use crate::claims::interest::{How, claim};
use crate::ledger::Entry;
use crate::printout;
use crate::text::Words;

/// `{row, first, second}`, each a list of `{due, amount}` → the page that holds one against the
/// other. Interest is counted on the basis chosen for the debt; without one, none is.
pub fn compare(draft: &[u8], form: &str) -> String {
    answered(compared(draft, form))
}

fn compared(draft: &[u8], form: &str) -> Result<Value, Refused> {
    let ledger = ledger(draft);
    let form = Form::read(form, ledger.header.unit())?;
    let (_, entry) = form.debt(&ledger)?;
    let (first, second) = (form.instalments("first")?, form.instalments("second")?);
    if sum(&first) != sum(&second) {
        return Err(refused(
            "second",
            "两个方案的金额应相同",
            "both plans should come to the same",
        ));
    }
    let almanac = Almanac::carried();
    let running = Running::of(entry, sum(&first), &almanac);
    let (first, second) = (
        running.done(&first, &almanac)?,
        running.done(&second, &almanac)?,
    );
    let page = printout::comparison(&first, &second, &repayment::compare(&first, &second));
    Ok(json!({ "page": page.parts(), "remarks": all(&[running.said]) }))
}

/// A debt, and what interest runs on it while it is paid off.
struct Running {
    debt: Debt,
    terms: Terms,
    said: Words,
}

impl Running {
    fn of(entry: &Entry, principal: Amount, almanac: &Almanac) -> Self {
        let how = How {
            roll: Some(&almanac.calendar),
            disputed: false,
        };
        let owed = Balance {
            principal,
            ..Balance::default()
        };
        let read = claim(entry, &how).ok().and_then(|claim| {
            let basis = claim.stored.basis()?;
            let course = basis.course(&claim.case, almanac)?;
            let manner = basis.manner(&Manner::default());
            let debt = Debt {
                owed,
                due: claim.debt.due,
            };
            Some((debt, Terms { course, manner }, basis))
        });
        match read {
            Some((debt, terms, basis)) => {
                let named = printout::basis(basis);
                let said = Words {
                    zh: format!("利息按选定的计息依据计算：{}", named.zh),
                    en: format!("Interest is counted on the basis chosen: {}", named.en),
                };
                Self { debt, terms, said }
            }
            None => Self::without(owed),
        }
    }

    fn without(owed: Balance) -> Self {
        let due = chrono::NaiveDate::default();
        let terms = Terms {
            course: crate::calc::course::Fixing::NoInterest.into(),
            manner: Basis::NoInterest.manner(&Manner::default()),
        };
        Self {
            debt: Debt { owed, due },
            terms,
            said: Words {
                zh: "没有选定计息依据，未计利息".to_owned(),
                en: "No basis of interest has been chosen, so none is counted".to_owned(),
            },
        }
    }

    fn done(&self, plan: &[Instalment], almanac: &Almanac) -> Result<Repayment, Refused> {
        with_interest(&self.debt, plan, &self.terms, almanac)
            .map_err(|why| Refused::new("row", printout::no_rate(why)))
    }
}
