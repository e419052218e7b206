//! Which interest the law has on a late payment: a suggestion, what else courts have done, and why.
//!
//! Nothing is chosen here. Whoever keeps the ledger chooses a [`Basis`] for each debt, and it is
//! stored and printed with the debt.

use chrono::NaiveDate;

use crate::almanac::{Almanac, Beyond, Rate};
use crate::calc::accrual::Manner;
use crate::calc::appropriation::Order;
use crate::calc::course::{Course, Fixing};
use crate::calc::interest::Per;
use crate::calc::notes::{self, Note};
use crate::calc::term::Payer;

/// What the contract is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Goods.
    #[default]
    Sale,
    /// Construction works.
    Construction,
    /// Services, to which the rules of sales apply by reference (Civil Code art. 646).
    Service,
}

/// What decides the interest on a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// What the debtor is to the Regulation (art. 2).
    pub debtor: Payer,
    /// Whether the creditor was a small or medium firm when the contract was made (art. 3).
    pub is_sme: bool,
    /// Whether the firm told the debtor so (art. 3); nothing where nobody knows.
    pub told: Option<bool>,
    /// When the contract was made.
    pub contract: Option<NaiveDate>,
    /// What it is about.
    pub kind: Kind,
    /// What it says of interest on what is late.
    pub agreed: Option<(Rate, Per)>,
    /// Whether it makes payment wait for a third party's (背靠背).
    pub back_to_back: bool,
    /// The first day overdue.
    pub breach: NaiveDate,
}

/// On what interest is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// No interest is computed: a ledger of principal.
    NoInterest,
    /// What was agreed.
    Agreed,
    /// The LPR of the contract's day: less may not be agreed.
    LprAtContract,
    /// 每日利率万分之五.
    Statutory,
    /// So many times the LPR of the same time, before 2019-08-20 the benchmark; floating.
    SamePeriod(Rate),
    /// As for sales: so many times the LPR of the first day overdue, fixed; overdue before there
    /// was an LPR, so many times the rate of the same time.
    Sale(Rate),
    /// As [`Basis::SamePeriod`] until the Regulation, and its daily rate from then on.
    SamePeriodThenStatutory(Rate),
    /// As [`Basis::Sale`] until the Regulation, and its daily rate from then on.
    SaleThenStatutory(Rate),
    /// The doubled part of the interest on a judgment not carried out in time (民事诉讼法第264条;
    /// 法释〔2014〕8号): on the adjudicated sum without its general interest, which is not part of it.
    Doubled,
}

/// The least that is added for sales: thirty per cent.
pub const SALE_LEAST: Rate = Rate::from_e8(130_000_000);
/// The most that is added for sales: fifty per cent.
pub const SALE_MOST: Rate = Rate::from_e8(150_000_000);

/// What the table says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The basis the table has.
    pub basis: Basis,
    /// Where the law leaves a range, its other end.
    pub up_to: Option<Basis>,
    /// The basis for the time from the Regulation on, where the contract is older; contested.
    pub contested: Option<Basis>,
    /// What else the law has for exactly this case.
    pub alternatives: Vec<Basis>,
    /// What applies where nobody chooses: the basis, or no interest where the table is unsure.
    pub unattended: Basis,
    /// Why, and what speaks against it.
    pub notes: Vec<&'static Note>,
    /// The agreed rate was held against an LPR that is only the newest one known.
    pub beyond: Option<Beyond>,
}

/// The test of an agreed rate against its floor (Regulation of 2020, art. 15; of 2025, art. 17).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// The one-year LPR of the contract's day.
    pub lpr: Rate,
    /// Whether the agreed rate is not below it.
    pub holds: bool,
    /// The yearly rate that applies.
    pub effective: Rate,
}

/// Days by which a daily rate is compared with a yearly one.
const YEAR: i64 = 365;

/// Holds an agreed rate against the LPR of the contract's day; nothing before there was one.
///
/// ```
/// use arrears_ledger::almanac::{Almanac, Rate};
/// use arrears_ledger::calc::basis::floor;
/// use arrears_ledger::calc::interest::Per;
/// let agreed = (Rate::parse_percent("3.0").unwrap(), Per::Year);
/// let test = floor(agreed, "2025-04-30".parse().unwrap(), &Almanac::carried()).unwrap();
/// assert_eq!((test.holds, test.effective.published()), (false, "3.10".to_owned()));
/// ```
pub fn floor(agreed: (Rate, Per), contract: NaiveDate, almanac: &Almanac) -> Option<Floor> {
    let lpr = almanac.lpr.on(contract)?.value;
    let yearly = yearly(agreed);
    Some(Floor {
        lpr,
        holds: lpr <= yearly,
        effective: yearly.max(lpr),
    })
}

/// A rate as a yearly one.
pub fn yearly((rate, per): (Rate, Per)) -> Rate {
    match per {
        Per::Year => rate,
        Per::Day => Rate::from_e8(rate.e8().saturating_mul(YEAR)),
    }
}

impl Case {
    /// Whether the Regulation is about these parties.
    pub fn is_covered(&self) -> bool {
        self.is_sme && self.debtor != Payer::Other
    }

    /// Whether the contract was made under the Regulation; nothing where its day is unknown.
    fn is_under_regulation(&self, almanac: &Almanac) -> Option<bool> {
        let commenced = commenced(almanac)?;
        self.contract.map(|contract| commenced <= contract)
    }

    /// Goes through the table.
    ///
    /// ```
    /// use arrears_ledger::almanac::Almanac;
    /// use arrears_ledger::calc::basis::{Basis, Case, Kind};
    /// use arrears_ledger::calc::term::Payer;
    /// let case = Case {
    ///     debtor: Payer::Public, is_sme: true, told: None, kind: Kind::Sale, agreed: None,
    ///     back_to_back: false, contract: "2023-05-10".parse().ok(), breach: "2024-01-01".parse().unwrap(),
    /// };
    /// assert_eq!(case.suggest(&Almanac::carried()).basis, Basis::Statutory);
    /// ```
    pub fn suggest(&self, almanac: &Almanac) -> Suggestion {
        let mut suggestion = match (self.is_covered(), self.is_under_regulation(almanac)) {
            (true, Some(true)) => self.under_regulation(almanac),
            (true, Some(false)) => self.before_regulation(),
            (true, None) => self.undated(),
            (false, _) => self.outside(&notes::NOT_COVERED),
        };
        if suggestion.basis == Basis::Statutory && self.told != Some(true) {
            suggestion.notes.push(&notes::TOLD);
        }
        suggestion
    }

    /// Cases A to D.
    fn under_regulation(&self, almanac: &Almanac) -> Suggestion {
        let tested = self.agreed.zip(self.contract);
        let test = tested.and_then(|(agreed, day)| floor(agreed, day, almanac));
        let (basis, note) = match (self.agreed, test) {
            (None, _) => (Basis::Statutory, &notes::STATUTORY),
            (Some(_), Some(test)) if !test.holds => (Basis::LprAtContract, &notes::FLOOR),
            (Some(_), _) => (Basis::Agreed, &notes::AGREED),
        };
        let lpr = tested.and_then(|(_, day)| almanac.lpr.on(day));
        let mut suggestion = Suggestion {
            unattended: basis,
            beyond: lpr.and_then(|told| told.beyond),
            ..Suggestion::of(basis, note)
        };
        if basis == Basis::Statutory {
            if self.back_to_back && self.debtor == Payer::Large {
                suggestion.alternatives.push(Basis::SamePeriod(Rate::ONE));
                suggestion.notes.push(&notes::BACK_TO_BACK);
            }
            if self.told == Some(false) {
                suggestion.alternatives.push(self.older());
            }
            suggestion.notes.push(&notes::NO_CAP);
        }
        suggestion
    }

    /// Case I.
    fn before_regulation(&self) -> Suggestion {
        let mut suggestion = self.outside(&notes::OLDER);
        if self.agreed.is_none() {
            suggestion.contested = Some(Basis::Statutory);
            suggestion.notes.push(&notes::CONTINUING);
        }
        suggestion
    }

    /// Cases E to H, and what was agreed.
    fn outside(&self, why: &'static Note) -> Suggestion {
        let basis = match self.agreed {
            Some(_) => Basis::Agreed,
            None => self.older(),
        };
        let mut suggestion = Suggestion::of(basis, why);
        suggestion.notes.push(match (basis, self.kind) {
            (Basis::Agreed, _) => &notes::AGREED,
            (_, Kind::Sale) => &notes::SALE,
            (_, Kind::Service) => &notes::SERVICE,
            (_, Kind::Construction) => &notes::CONSTRUCTION,
        });
        if matches!(basis, Basis::Sale(_)) {
            suggestion.up_to = Some(Basis::Sale(SALE_MOST));
        }
        suggestion.notes.push(&notes::PRINCIPAL_ONLY);
        suggestion
    }

    fn undated(&self) -> Suggestion {
        let mut suggestion = Suggestion::of(Basis::NoInterest, &notes::UNDATED);
        suggestion.alternatives = match self.agreed {
            Some(_) => vec![Basis::Agreed],
            None => vec![Basis::Statutory, self.older()],
        };
        suggestion
    }

    /// What applies without the Regulation and without an agreement.
    fn older(&self) -> Basis {
        match self.kind {
            Kind::Construction => Basis::SamePeriod(Rate::ONE),
            Kind::Sale | Kind::Service => Basis::Sale(SALE_LEAST),
        }
    }

    /// Everything worth putting side by side: the suggestion first, then what else the law or a
    /// court has had for such a case.
    pub fn candidates(&self, almanac: &Almanac) -> Vec<Basis> {
        let suggestion = self.suggest(almanac);
        let mut candidates = vec![suggestion.basis];
        candidates.extend(suggestion.up_to);
        if suggestion.contested.is_some() {
            candidates.extend(match suggestion.basis {
                Basis::Sale(times) => Some(Basis::SaleThenStatutory(times)),
                Basis::SamePeriod(times) => Some(Basis::SamePeriodThenStatutory(times)),
                _ => None,
            });
        }
        candidates.extend(suggestion.alternatives);
        if self.agreed.is_some() {
            candidates.push(Basis::Agreed);
        }
        if self.is_covered() && self.is_under_regulation(almanac) == Some(true) {
            candidates.push(Basis::Statutory);
        }
        candidates.push(self.older());
        if self.kind != Kind::Construction {
            candidates.push(Basis::Sale(SALE_MOST));
            candidates.push(Basis::SamePeriod(Rate::ONE));
        }
        let mut seen = Vec::new();
        candidates.retain(|one| {
            let is_new = *one != Basis::NoInterest && !seen.contains(one);
            seen.push(*one);
            is_new
        });
        candidates
    }
}

impl Suggestion {
    fn of(basis: Basis, note: &'static Note) -> Self {
        Self {
            basis,
            up_to: None,
            contested: None,
            alternatives: Vec::new(),
            unattended: Basis::NoInterest,
            notes: vec![note],
            beyond: None,
        }
    }
}

/// The day the first Regulation came into force.
fn commenced(almanac: &Almanac) -> Option<NaiveDate> {
    let first = almanac.regulations.versions().first()?;
    Some(first.from)
}

impl Basis {
    /// Its code in files and on the command line; a multiple is not part of it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoInterest => "none",
            Self::Agreed => "agreed",
            Self::LprAtContract => "lpr-at-contract",
            Self::Statutory => "statutory",
            Self::SamePeriod(_) => "same-period",
            Self::Sale(_) => "sale",
            Self::SamePeriodThenStatutory(_) => "same-period-then-statutory",
            Self::SaleThenStatutory(_) => "sale-then-statutory",
            Self::Doubled => "doubled",
        }
    }

    /// The multiple of the published rate, where there is one.
    pub const fn times(self) -> Option<Rate> {
        match self {
            Self::SamePeriod(times)
            | Self::Sale(times)
            | Self::SamePeriodThenStatutory(times)
            | Self::SaleThenStatutory(times) => Some(times),
            Self::NoInterest
            | Self::Agreed
            | Self::LprAtContract
            | Self::Statutory
            | Self::Doubled => None,
        }
    }

    /// In which order payments go to the parts of a debt where nothing else is agreed: fees,
    /// interest, principal (民法典第561条), but the doubled part comes last (法释〔2014〕8号第4条).
    pub const fn order(self) -> Order {
        match self {
            Self::Doubled => Order::PRINCIPAL_FIRST,
            _ => Order::LAW,
        }
    }

    /// A manner with the basis's own order of payments, where no other than the law's is agreed.
    #[must_use]
    pub fn manner(self, manner: &Manner) -> Manner {
        let order = if manner.order == Order::LAW {
            self.order()
        } else {
            manner.order
        };
        Manner { order, ..*manner }
    }

    /// The rate over time this basis comes to in a case; nothing when the case does not say what
    /// the basis needs (what was agreed; the day of the contract).
    pub fn course(self, case: &Case, almanac: &Almanac) -> Option<Course> {
        match self {
            Self::NoInterest => Some(Fixing::NoInterest.into()),
            Self::Agreed => {
                let (rate, per) = case.agreed?;
                Some(Fixing::Agreed(rate, per).into())
            }
            Self::LprAtContract => Some(Fixing::On(case.contract?, Rate::ONE).into()),
            Self::Statutory => Some(Fixing::Statutory.into()),
            Self::SamePeriod(times) => Some(Fixing::SamePeriod(times).into()),
            Self::Sale(times) => Some(sale(times, case.breach, almanac).into()),
            Self::SamePeriodThenStatutory(times) => {
                Some(then_statutory(Fixing::SamePeriod(times), almanac))
            }
            Self::SaleThenStatutory(times) => {
                Some(then_statutory(sale(times, case.breach, almanac), almanac))
            }
            Self::Doubled => Some(Fixing::Doubled.into()),
        }
    }
}

/// Fixed on the first day overdue, where that is in the time of the LPR.
fn sale(times: Rate, breach: NaiveDate, almanac: &Almanac) -> Fixing {
    let first = almanac.lpr.rows().first();
    if first.is_some_and(|(day, _)| *day <= breach) {
        Fixing::On(breach, times)
    } else {
        Fixing::SamePeriod(times)
    }
}

fn then_statutory(first: Fixing, almanac: &Almanac) -> Course {
    Course {
        first,
        then: commenced(almanac).map(|day| (day, Fixing::Statutory)),
    }
}
