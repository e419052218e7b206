//! A campaign: who reports, by when, who plans and who supervises. All of it is data.

mod matrix;

pub use matrix::{Consequence, Fits, Maker, PlanRule, SuperviseRule};

use matrix::stray;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::amount::Unit;
use crate::date::When;
use crate::ledger::Ledger;
use crate::ledger::lists::UnitKind;
use crate::ledger::vocabulary::Vocabulary;
use crate::text::{Words, fold, folded};

/// The `format` member of a campaign file.
pub const FORMAT: &str = "arrears-ledger-campaign";

/// The campaign the module carries: 叶县 2022.
const YEXIAN_2022: &str = include_str!("yexian_2022.json");

/// All that the world has to say to a check.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day the check is made; the core has no clock.
    pub today: NaiveDate,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What the unit handed in before, where there is one.
    pub before: Option<&'a Ledger>,
}

/// A campaign file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// `arrears-ledger-campaign`.
    pub format: String,
    /// 1.
    pub version: u32,
    /// The name submissions give it.
    pub id: String,
    /// The campaign's full title.
    pub title: Words,
    /// A few words for the top of a page.
    pub short: Words,
    /// The notice it rests on.
    pub notice: Notice,
    /// The county's area code, six digits.
    pub area: String,
    /// The county's name.
    pub county: String,
    /// The period reported, `2022-06`.
    pub period: String,
    /// `yuan` or `wan`: the unit a new ledger starts with.
    pub amount_unit: String,
    /// Whether a unit that owes nothing must say so.
    pub nil_report: NilReport,
    /// The regulation in force.
    pub regulation: Regulation,
    /// When things are due.
    pub deadlines: Deadlines,
    /// Who collects and answers questions.
    pub office: Office,
    /// The title of the official table.
    pub sheet_title: String,
    /// The roster of reporting units.
    pub units: Vec<ReportUnit>,
    /// Places that are no longer the county's.
    #[serde(default)]
    pub outside: Vec<Outside>,
    /// Who makes the plan: the first line that fits.
    pub plan_makers: Vec<PlanRule>,
    /// Who supervises: every line that fits.
    pub supervisors: Vec<SuperviseRule>,
    /// Funding, disclosure, sanctions: every line that fits.
    pub consequences: Vec<Consequence>,
    /// Codes of rules this campaign does not ask.
    #[serde(default)]
    pub rules_off: Vec<String>,
}

/// The notice a campaign rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// 文号.
    pub number: String,
    /// When it was issued; may lie after its own deadlines.
    pub issued_on: NaiveDate,
}

/// What a unit that owes nothing has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NilReport {
    /// Hand in a nil report.
    Explicit,
    /// Nothing: silence counts as one.
    Deemed,
}

/// A regulation and the day it came into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    /// Its title.
    pub zh: String,
    /// Contracts from this day on fall under it.
    pub in_force: NaiveDate,
}

/// When things are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    /// The ledger.
    pub ledger: NaiveDate,
    /// The repayment plans.
    pub plan: NaiveDate,
}

/// The office that collects ledgers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Its telephone.
    pub phone: String,
    /// Its mailbox.
    pub email: String,
}

/// A unit on the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportUnit {
    /// Its area code or the county's own number for it.
    pub code: String,
    /// Its name on the roster.
    pub name: String,
    /// Its kind, a code of [`UnitKind`].
    pub kind: String,
    /// Other names in use.
    #[serde(default)]
    pub also: Vec<String>,
    /// Names no longer in use.
    #[serde(default)]
    pub former: Vec<String>,
    /// The trade it guides, a code of [`Sector`].
    #[serde(default)]
    pub sector: Option<String>,
    /// No official list names it; the county should confirm it.
    #[serde(default)]
    pub to_be_confirmed: bool,
}

impl ReportUnit {
    /// Its kind.
    pub fn kind(&self) -> UnitKind {
        UnitKind::find(&self.kind).unwrap_or(UnitKind::Other)
    }

    /// The names in use, the roster's first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.also)
            .map(String::as_str)
    }

    fn is_called(&self, wanted: &str) -> bool {
        let is_it = |name: &str| folded(name).eq(wanted.chars());
        is_it(&self.code) || self.names().any(is_it)
    }
}

/// A place that once was the county's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// let campaign = arrears_ledger::campaign::Campaign::yexian_2022();
    /// assert_eq!(campaign.units.iter().filter(|unit| unit.kind == "township").count(), 18);
    /// ```
    pub fn yexian_2022() -> Self {
        // INVARIANT: a test reads the file that is compiled in.
        Self::parse(YEXIAN_2022).unwrap_or_else(|_| Self::blank())
    }

    /// Reads a campaign file.
    ///
    /// # Errors
    /// When it is not JSON, lacks a member, has one too many, or names a code that no list has.
    pub fn parse(text: &str) -> Result<Self, NotACampaign> {
        let refuse = |zh: String, en: String| NotACampaign(Words { zh, en });
        let campaign: Self = serde_json::from_str(text).map_err(|why| {
            refuse(
                format!("专项行动文件读不出：{why}"),
                format!("the campaign cannot be read: {why}"),
            )
        })?;
        if campaign.format != FORMAT || campaign.version != 1 {
            let found = format!("{} {}", campaign.format, campaign.version);
            return Err(refuse(
                format!("专项行动文件应为 {FORMAT} 第1版，现为 {found}"),
                format!("a campaign is {FORMAT} version 1, this is {found}"),
            ));
        }
        match campaign.unknown_code() {
            None => Ok(campaign),
            Some(code) => Err(refuse(
                format!("专项行动文件中的“{code}”不在选项内"),
                format!("the campaign names “{code}”, which no list has"),
            )),
        }
    }

    /// A campaign that knows nobody.
    fn blank() -> Self {
        let words = || Words {
            zh: String::new(),
            en: String::new(),
        };
        let day = NaiveDate::default();
        Self {
            format: FORMAT.to_owned(),
            version: 1,
            id: String::new(),
            title: words(),
            short: words(),
            notice: Notice {
                number: String::new(),
                issued_on: day,
            },
            area: String::new(),
            county: String::new(),
            period: String::new(),
            amount_unit: "wan".to_owned(),
            nil_report: NilReport::Explicit,
            regulation: Regulation {
                zh: String::new(),
                in_force: day,
            },
            deadlines: Deadlines {
                ledger: day,
                plan: day,
            },
            office: Office {
                name: String::new(),
                phone: String::new(),
                email: String::new(),
            },
            sheet_title: String::new(),
            units: Vec::new(),
            outside: Vec::new(),
            plan_makers: Vec::new(),
            supervisors: Vec::new(),
            consequences: Vec::new(),
            rules_off: Vec::new(),
        }
    }

    /// The first code in the file that no list has.
    fn unknown_code(&self) -> Option<&str> {
        let kinds = self.units.iter().map(|unit| unit.kind.as_str());
        let mut whens = self
            .plan_makers
            .iter()
            .map(|rule| &rule.when)
            .chain(self.supervisors.iter().map(|rule| &rule.when))
            .chain(self.consequences.iter().map(|rule| &rule.when));
        let period = Some(self.period.as_str()).filter(|period| When::parse(period).is_err());
        stray::<UnitKind>(kinds)
            .or_else(|| stray::<Unit>(std::iter::once(self.amount_unit.as_str())))
            .or_else(|| whens.find_map(Fits::unknown_code))
            .or(period)
    }

    /// A unit by its code.
    pub fn unit(&self, code: &str) -> Option<&ReportUnit> {
        self.units.iter().find(|unit| unit.code == code)
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
        self.units.iter().find(|unit| unit.is_called(&wanted))
    }

    /// A unit by a name no longer in use.
    pub fn find_former(&self, name: &str) -> Option<&ReportUnit> {
        let wanted = fold(name);
        let is_it = |former: &String| folded(former).eq(wanted.chars());
        self.units.iter().find(|unit| unit.former.iter().any(is_it))
    }

    /// The unit a new ledger starts with.
    pub fn unit_of_money(&self) -> Unit {
        Unit::find(&self.amount_unit).unwrap_or(Unit::Wan)
    }

    /// Whether a rule is asked in this campaign.
    pub fn asks(&self, code: &str) -> bool {
        !self.rules_off.iter().any(|off| off == code)
    }
}
