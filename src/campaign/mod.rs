//! A campaign: who reports, by when, who plans and who supervises. All of it is data.

mod file;
mod known;
mod matrix;

pub(crate) use known::Known;
pub use matrix::{Consequence, Effect, Fits, Line, ROLES};

use chrono::NaiveDate;

use crate::IS_WHOLE;
use crate::almanac::Law;
use crate::amount::Unit;
use crate::date::When;
use crate::ledger::lists::{Sector, UnitKind};
use crate::ledger::{Before, Header};
use crate::text::{Words, fold};

/// The `format` member of a campaign file.
pub const FORMAT: &str = "arrears-ledger-campaign";

/// The file of the campaign the crate carries: 叶县 2022. The module does not: what calls it has the
/// file, and the text is two per cent of the download.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub const YEXIAN_2022: &str = include_str!("yexian_2022.json");

/// All that the world has to say to a check.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day the check is made; the core has no clock.
    pub today: NaiveDate,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What the unit handed in before, where there is one.
    pub before: Option<&'a Before>,
    /// The dated facts of law the check rests on.
    pub law: &'a Law,
}

impl<'a> Context<'a> {
    /// A first ledger of a campaign, checked on a day under the law this crate carries.
    pub fn new(campaign: &'a Campaign, today: NaiveDate) -> Self {
        Self {
            today,
            campaign,
            before: None,
            law: Law::carried(),
        }
    }
}

/// A campaign file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Campaign {
    /// The name submissions give it.
    pub id: String,
    /// The campaign's full title.
    pub title: Words,
    /// A few words for the top of a page.
    pub short: Words,
    /// The notice it rests on.
    pub notice: Notice,
    /// The day it began; `None` where only the notice's day is known.
    pub began_on: Option<NaiveDate>,
    /// The county's area code, six digits.
    pub area: String,
    /// The county's name.
    pub county: String,
    /// The period reported, `2022-06`.
    pub period: String,
    /// The unit a new ledger starts with.
    pub amount_unit: Unit,
    /// Whether a unit that owes nothing must say so.
    pub nil_report: NilReport,
    /// When things are due.
    pub deadlines: Deadlines,
    /// Who collects and answers questions.
    pub office: Office,
    /// The title of the official table.
    pub sheet_title: String,
    /// The roster of reporting units.
    pub units: Vec<ReportUnit>,
    /// Bodies with duties that do not report, such as a branch of the central bank.
    pub external: Vec<String>,
    /// Places that are no longer the county's.
    pub outside: Vec<Outside>,
    /// Who makes the plan: the first line that fits.
    pub plan_makers: Vec<Line>,
    /// Who supervises: every line that fits.
    pub supervisors: Vec<Line>,
    /// What follows: every line that fits.
    pub consequences: Vec<Consequence>,
    /// Reasons offered to whoever confirms a warning; another may always be typed.
    pub reasons: Vec<String>,
    /// What it decides about rules that leave it the choice.
    pub rules: Vec<Setting>,
    /// The names of the units, ready to be looked for.
    known: Vec<Known>,
    codes: Vec<Known>,
    former: Vec<Known>,
}

/// What a campaign decides about one rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// The rule's code.
    pub code: String,
    /// Whether it is asked; `None` leaves that to the rule.
    pub on: Option<bool>,
    /// Limits it moves.
    pub limits: Vec<Moved>,
}

/// A limit a campaign moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The limit's name.
    pub name: String,
    /// The file gives it in yuan.
    pub in_yuan: bool,
    /// Its value: fen, or a number of what the limit counts.
    pub value: i64,
}

/// The notice a campaign rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// 文号.
    pub number: String,
    /// When it was issued; may lie after its own deadlines.
    pub issued_on: NaiveDate,
}

/// What a unit that owes nothing has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NilReport {
    /// Hand in a nil report.
    #[default]
    Explicit,
    /// Nothing: silence counts as one.
    Deemed,
}

/// When things are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Deadlines {
    /// The ledger.
    pub ledger: NaiveDate,
    /// The repayment plans.
    pub plan: NaiveDate,
}

/// The office that collects ledgers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Its telephone.
    pub phone: String,
    /// Its mailbox.
    pub email: String,
}

/// A unit on the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportUnit {
    /// Its area code or the county's own number for it.
    pub code: String,
    /// Its name on the roster.
    pub name: String,
    /// Its kind.
    pub kind: UnitKind,
    /// Other names in use.
    pub also: Vec<String>,
    /// Names no longer in use.
    pub former: Vec<String>,
    /// The trade it guides.
    pub sector: Option<Sector>,
    /// Its telephone, for the office that calls those that have not reported.
    pub phone: String,
    /// No official list names it; the county should confirm it.
    pub to_be_confirmed: bool,
}

impl ReportUnit {
    /// The names in use, the roster's first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.also)
            .map(String::as_str)
    }
}

/// A place that once was the county's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// Its name.
    pub name: String,
    /// Where it belongs now.
    pub now: String,
}

/// Why a text is not a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotACampaign(
    /// What is wrong, in both languages.
    pub Words,
);

impl Campaign {
    /// The campaign the crate carries: 叶县 2022.
    ///
    /// ```
    /// use arrears_ledger::ledger::lists::UnitKind;
    /// let campaign = arrears_ledger::campaign::Campaign::yexian_2022();
    /// assert_eq!(campaign.units.iter().filter(|unit| unit.kind == UnitKind::Township).count(), 18);
    /// ```
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub fn yexian_2022() -> Self {
        // INVARIANT: a test reads the file that is compiled in.
        Self::parse(YEXIAN_2022).unwrap_or_default()
    }

    /// A unit by its code.
    pub fn unit(&self, code: &str) -> Option<&ReportUnit> {
        // The codes of a county begin alike, and are as long.
        let may_be =
            |unit: &ReportUnit| !IS_WHOLE || unit.code.as_bytes().last() == code.as_bytes().last();
        let is_it = |unit: &&ReportUnit| may_be(unit) && unit.code == code;
        self.units.iter().find(is_it)
    }

    /// A unit by any name in use, or by its code.
    ///
    /// ```
    /// let campaign = arrears_ledger::campaign::Campaign::yexian_2022();
    /// assert_eq!(campaign.find("龙泉乡人民政府").unwrap().code, "410422207");
    /// assert_eq!(campaign.find("YX-KFQ-02").unwrap().name, "叶县先进制造业开发区");
    /// ```
    pub fn find(&self, name: &str) -> Option<&ReportUnit> {
        let wanted = fold(name);
        let among = |known: &[Known]| Known::unit(known, &wanted, &self.units);
        among(&self.known).or_else(|| among(&self.codes))
    }

    /// The names in use on the roster, unit by unit.
    pub(crate) fn known(&self) -> &[Known] {
        &self.known
    }

    /// The unit that hands a ledger in: by its code, or by its name where it gives none.
    pub fn reporter(&self, header: &Header) -> Option<&ReportUnit> {
        match &header.report_unit_code {
            Some(code) => self.unit(code.as_str()),
            None => self.find(header.report_unit_name.as_ref()?.as_str()),
        }
    }

    /// A unit by a name no longer in use, folded.
    pub(crate) fn find_former(&self, folded: &str) -> Option<&ReportUnit> {
        Known::unit(&self.former, folded, &self.units)
    }

    /// The day from which new arrears are new arrears of the campaign: the day it began, or that of
    /// its notice.
    pub fn began(&self) -> NaiveDate {
        self.began_on.unwrap_or(self.notice.issued_on)
    }

    /// Whether a period lies after the campaign's own, so that its deadlines say nothing of it. A
    /// period that is not given counts as the campaign's.
    pub fn is_past(&self, period: Option<When>) -> bool {
        let own = When::parse(&self.period).ok();
        let later = |(period, own): (When, When)| own.last() < period.first();
        period.zip(own).is_some_and(later)
    }

    /// What it decides about a rule.
    pub fn setting(&self, code: &str) -> Option<&Setting> {
        self.rules.iter().find(|setting| setting.code == code)
    }
}
