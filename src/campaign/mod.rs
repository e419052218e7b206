//! A campaign: who reports, by when, who plans and who supervises. All of it is data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::amount::Unit;
use crate::date::When;
use crate::ledger::lists::{Cause, DebtorChannel, DebtorType, Sector, UnitKind};
use crate::ledger::vocabulary::Vocabulary;
use crate::ledger::{Entry, Header, Ledger};
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

/// Which debts a line of the matrix is about: every member that is given must fit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fits {
    /// Codes of [`DebtorChannel`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub debtor_channel: Vec<String>,
    /// Codes of [`DebtorType`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub debtor_type: Vec<String>,
    /// Codes of [`Sector`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sector: Vec<String>,
    /// Codes of [`Cause`]; one of them is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<String>,
    /// Whether migrant workers' wages are involved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub migrant_wages: Option<bool>,
}

fn names<V: Vocabulary>(codes: &[String], value: Option<V>) -> bool {
    codes.is_empty()
        || value.is_some_and(|value| codes.iter().any(|code| code == value.choice().code))
}

/// The first code that is not of a list.
fn stray<'a, V: Vocabulary>(mut codes: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    codes.find(|code| V::OPTIONS.iter().all(|option| option.code != *code))
}

impl Fits {
    fn unknown_code(&self) -> Option<&str> {
        stray::<DebtorChannel>(self.debtor_channel.iter().map(String::as_str))
            .or_else(|| stray::<DebtorType>(self.debtor_type.iter().map(String::as_str)))
            .or_else(|| stray::<Sector>(self.sector.iter().map(String::as_str)))
            .or_else(|| stray::<Cause>(self.causes.iter().map(String::as_str)))
    }

    /// Whether a debt fits.
    pub fn debt(&self, entry: &Entry) -> bool {
        let cause = |code: &String| {
            entry.causes.as_ref().is_some_and(|causes| {
                causes
                    .values()
                    .iter()
                    .any(|cause| cause.choice().code == code)
            })
        };
        names::<DebtorChannel>(&self.debtor_channel, entry.debtor_channel)
            && names::<DebtorType>(&self.debtor_type, entry.debtor_type)
            && names::<Sector>(&self.sector, entry.sector)
            && (self.causes.is_empty() || self.causes.iter().any(cause))
            && self
                .migrant_wages
                .is_none_or(|wages| entry.migrant_wages == Some(wages))
    }
}

/// Who makes a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case", deny_unknown_fields)]
pub enum Maker {
    /// The township or zone the debt belongs to.
    OwnUnit,
    /// The debtor itself.
    Debtor,
    /// The debtor's supervising department.
    Parent,
    /// A body by name.
    Body {
        /// Its name.
        name: String,
    },
}

/// A line of the plan-maker table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRule {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// The notice does not say it in so many words.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// Which debts.
    pub when: Fits,
    /// Who.
    pub maker: Maker,
}

/// A line of the supervision table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuperviseRule {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// Which debts.
    pub when: Fits,
    /// Who; `@sector` is the department of the debt's trade.
    pub bodies: Vec<String>,
    /// To do what.
    pub duty: String,
}

/// A consequence the notice attaches to a debt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// Which debts.
    pub when: Fits,
    /// What follows.
    pub text: Words,
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

    /// Who makes the plan for a debt; `None` where the notice is silent.
    pub fn plan_maker(&self, entry: &Entry, header: &Header) -> Option<String> {
        let rule = self.plan_makers.iter().find(|rule| rule.when.debt(entry))?;
        match &rule.maker {
            Maker::OwnUnit => {
                let code = entry
                    .debtor_area_code
                    .as_ref()
                    .or(header.report_unit_code.as_ref())?;
                self.find(code.as_str()).map(|unit| unit.name.clone())
            }
            Maker::Debtor => entry
                .debtor_name
                .as_ref()
                .map(|name| name.as_str().to_owned()),
            Maker::Parent => entry
                .debtor_parent
                .as_ref()
                .map(|name| name.as_str().to_owned()),
            Maker::Body { name } => Some(name.clone()),
        }
    }

    /// Who supervises a debt.
    pub fn supervisors(&self, entry: &Entry) -> Vec<&str> {
        let mut bodies: Vec<&str> = Vec::new();
        for rule in self.supervisors.iter().filter(|rule| rule.when.debt(entry)) {
            for body in &rule.bodies {
                let body = if body == "@sector" {
                    self.of_sector(entry.sector)
                } else {
                    Some(body.as_str())
                };
                if let Some(body) = body.filter(|body| !bodies.contains(body)) {
                    bodies.push(body);
                }
            }
        }
        bodies
    }

    fn of_sector(&self, sector: Option<Sector>) -> Option<&str> {
        let code = sector?.choice().code;
        let unit = self
            .units
            .iter()
            .find(|unit| unit.sector.as_deref() == Some(code))?;
        Some(&unit.name)
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
