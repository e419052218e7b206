//! The basis of interest a ledger stores for a debt, and the one calculations know: here alone one
//! becomes the other.

use crate::almanac::Rate;
use crate::calc::basis::Basis;
use crate::ledger::Entry;
use crate::ledger::lists::RateBasis;

/// What a debt says of the basis of its interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// Nobody has chosen one.
    Nothing,
    /// One that leaves a range, and nobody has said where in it: the markup is blank.
    NoMarkup,
    /// A basis.
    Chosen(Basis),
}

impl Stored {
    /// The basis, where one was chosen.
    pub const fn basis(self) -> Option<Basis> {
        match self {
            Self::Chosen(basis) => Some(basis),
            Self::Nothing | Self::NoMarkup => None,
        }
    }
}

/// The basis a debt stores.
///
/// ```
/// use arrears_ledger::almanac::Rate;
/// use arrears_ledger::calc::basis::Basis;
/// use arrears_ledger::claims::basis::{Stored, stored};
/// use arrears_ledger::ledger::{Entry, lists::RateBasis};
/// let mut debt = Entry::default();
/// debt.rate_basis = Some(RateBasis::LprAtBreach);
/// assert_eq!(stored(&debt), Stored::NoMarkup);
/// debt.rate_markup = Rate::parse_percent("30");
/// assert_eq!(stored(&debt), Stored::Chosen(Basis::Sale(Rate::parse("1.3").unwrap())));
/// ```
pub fn stored(entry: &Entry) -> Stored {
    let Some(basis) = entry.rate_basis else {
        return Stored::Nothing;
    };
    let markup = entry.rate_markup.map(|markup| {
        let times = Rate::ONE.e8().saturating_add(markup.e8());
        Rate::from_e8(times)
    });
    let same_period = markup.unwrap_or(Rate::ONE);
    let basis = match (basis, markup) {
        (RateBasis::None, _) => Basis::NoInterest,
        (RateBasis::Agreed, _) => Basis::Agreed,
        (RateBasis::LprAtContractFloor, _) => Basis::LprAtContract,
        (RateBasis::StatutoryDaily, _) => Basis::Statutory,
        (RateBasis::Doubled, _) => Basis::Doubled,
        (RateBasis::Lpr | RateBasis::SamePeriod, _) => Basis::SamePeriod(same_period),
        (RateBasis::SamePeriodThenStatutory, _) => Basis::SamePeriodThenStatutory(same_period),
        (RateBasis::LprAtBreach, Some(times)) => Basis::Sale(times),
        (RateBasis::LprAtBreachThenStatutory, Some(times)) => Basis::SaleThenStatutory(times),
        (RateBasis::LprAtBreach | RateBasis::LprAtBreachThenStatutory, None) => {
            return Stored::NoMarkup;
        }
    };
    Stored::Chosen(basis)
}

/// Stores a basis with a debt; whether the ledger has a place for it: a multiple below one has
/// none. The basis a debt already stores under another name is left as it is.
///
/// ```
/// use arrears_ledger::calc::basis::Basis;
/// use arrears_ledger::claims::basis::{Stored, store, stored};
/// let mut debt = arrears_ledger::ledger::Entry::default();
/// assert!(store(&mut debt, Basis::Statutory));
/// assert_eq!(stored(&debt), Stored::Chosen(Basis::Statutory));
/// ```
pub fn store(entry: &mut Entry, basis: Basis) -> bool {
    if stored(entry) == Stored::Chosen(basis) {
        return true;
    }
    let times = basis.times().unwrap_or(Rate::ONE);
    if times < Rate::ONE {
        return false;
    }
    let markup = Rate::from_e8(times.e8() - Rate::ONE.e8());
    let (code, is_asked) = match basis {
        Basis::NoInterest => (RateBasis::None, false),
        Basis::Agreed => (RateBasis::Agreed, false),
        Basis::LprAtContract => (RateBasis::LprAtContractFloor, false),
        Basis::Statutory => (RateBasis::StatutoryDaily, false),
        Basis::Doubled => (RateBasis::Doubled, false),
        Basis::SamePeriod(_) => (RateBasis::SamePeriod, markup != Rate::ZERO),
        Basis::SamePeriodThenStatutory(_) => {
            (RateBasis::SamePeriodThenStatutory, markup != Rate::ZERO)
        }
        Basis::Sale(_) => (RateBasis::LprAtBreach, true),
        Basis::SaleThenStatutory(_) => (RateBasis::LprAtBreachThenStatutory, true),
    };
    entry.rate_basis = Some(code);
    entry.rate_markup = is_asked.then_some(markup);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::entry::Rest;
    use crate::ledger::vocabulary::Vocabulary;

    #[test]
    fn what_is_stored_is_what_was_chosen() {
        let times = |text| Rate::parse(text).unwrap();
        for basis in [
            Basis::NoInterest,
            Basis::Agreed,
            Basis::LprAtContract,
            Basis::Statutory,
            Basis::Doubled,
            Basis::SamePeriod(Rate::ONE),
            Basis::SamePeriod(times("1.5")),
            Basis::SamePeriodThenStatutory(times("1.4")),
            Basis::Sale(Rate::ONE),
            Basis::Sale(times("1.3")),
            Basis::SaleThenStatutory(times("1.5")),
        ] {
            let mut entry = Entry::default();
            assert!(store(&mut entry, basis), "{basis:?}");
            assert_eq!(stored(&entry), Stored::Chosen(basis));
        }
        let mut entry = Entry::default();
        assert!(!store(&mut entry, Basis::SamePeriod(times("0.9"))));
        assert_eq!(stored(&entry), Stored::Nothing);
    }

    #[test]
    fn every_basis_of_the_ledger_means_something_to_calculations() {
        for basis in RateBasis::ALL {
            let entry = Entry {
                rest: Rest {
                    rate_basis: Some(*basis),
                    rate_markup: Rate::parse_percent("30"),
                    ..Rest::default()
                }
                .into(),
                ..Entry::default()
            };
            assert!(stored(&entry).basis().is_some(), "{basis:?}");
        }
    }

    #[test]
    fn the_lpr_keeps_its_name_when_it_is_chosen_again() {
        let mut entry = Entry {
            rest: Rest {
                rate_basis: Some(RateBasis::Lpr),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        assert!(store(&mut entry, Basis::SamePeriod(Rate::ONE)));
        assert_eq!(entry.rate_basis, Some(RateBasis::Lpr));
    }
}
