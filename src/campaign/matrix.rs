//! The responsibility matrix: who plans, who supervises, what follows; all of it data.

use super::Campaign;
use crate::ledger::cell::{Line as Name, Stored};
use crate::ledger::entry::Field;
use crate::ledger::fields::{Index, Table};
use crate::ledger::header;
use crate::ledger::lists::Sector;
use crate::ledger::vocabulary::vocabulary;
use crate::ledger::{Column, Entry, Header};
use crate::text::Words;

/// Which debts a line is about: for each column that is named, the debt must have one of the
/// codes. No column named: every debt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fits(pub(super) Vec<(Index, Vec<String>)>);

impl Fits {
    /// The columns that are asked about, each by its place in a debt.
    pub fn columns(&self) -> impl Iterator<Item = Index> {
        self.0.iter().map(|(index, _)| *index)
    }

    /// Whether a debt fits.
    pub fn debt(&self, entry: &Entry) -> bool {
        self.0.iter().all(|(index, wanted)| {
            let has = |code: &str| wanted.iter().any(|known| known == code);
            match entry.peek(*index).stored() {
                Some(Stored::Text(code)) => has(&code),
                Some(Stored::List(codes)) => codes.into_iter().any(has),
                Some(Stored::Flag(flag)) => has(if flag { "true" } else { "false" }),
                Some(Stored::Count(_)) | None => false,
            }
        })
    }

    /// The columns it asks about, and the codes it wants there.
    pub fn conditions(&self) -> impl Iterator<Item = (Column, &[String])> {
        let any = Entry::default();
        let column = move |one: &(Index, Vec<String>)| any.column(one.0);
        self.0
            .iter()
            .map(move |one| (column(one), one.1.as_slice()))
    }
}

/// A line of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// The rule that speaks where a debt names its bodies and leaves one of this line's out.
    pub rule: Option<String>,
    /// The notice does not say it in so many words.
    pub inferred: bool,
    /// Which debts.
    pub when: Fits,
    /// A condition that no column tells, in words; empty where there is none.
    pub provided: Words,
    /// Bodies by name, or by their part in the debt ([`ROLES`]). A plan-maker's line without any
    /// says that the notice names none.
    pub who: Vec<String>,
    /// What they do, or what follows.
    pub text: Words,
}

/// Bodies named by their part in a debt: the township or zone it belongs to; the debtor; the
/// debtor's department; the department of the contract's trade; the debtor or its department,
/// where that is one that guides a trade; the office that collects.
pub const ROLES: [&str; 6] = [
    "@own_unit",
    "@debtor",
    "@parent",
    "@sector",
    "@own_department",
    "@office",
];

impl Line {
    /// The columns it is decided by.
    pub fn reads(&self) -> Vec<Column> {
        let mut columns: Vec<Column> = self.when.conditions().map(|(column, _)| column).collect();
        for column in self.who.iter().flat_map(|who| told_by(who)) {
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        columns
    }
}

/// The columns that tell who plays a part.
fn told_by(role: &str) -> &'static [Column] {
    const NAME: Column = Column::Entry(Field::DebtorName);
    const PARENT: Column = Column::Entry(Field::DebtorParent);
    match role {
        "@own_unit" => &[
            Column::Entry(Field::DebtorAreaCode),
            Column::Header(header::Field::ReportUnitCode),
        ],
        "@debtor" => &[NAME],
        "@parent" => &[PARENT],
        "@sector" => &[Column::Entry(Field::Sector)],
        "@own_department" => &[NAME, PARENT],
        _ => &[],
    }
}

vocabulary! {
    /// What a consequence is about.
    Effect {
        Handling "handling" "处理方式" "handling" [];
        Funding "funding" "偿还资金" "funding" [];
        Disclosure "disclosure" "信息披露" "disclosure" [];
        Sanction "sanction" "惩戒" "sanction" [];
        FollowUp "follow_up" "督促指导" "follow-up" [];
    }
}

/// A line about what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// What it is about.
    pub effect: Effect,
    /// The line.
    pub line: Line,
}

impl Campaign {
    /// Who makes the plan for a debt: the first line that fits. `None` where the notice is silent.
    ///
    /// ```
    /// use arrears_ledger::amount::Unit;
    /// use arrears_ledger::campaign::Campaign;
    /// use arrears_ledger::ledger::{Entry, Header, entry::Field, fields::Record};
    /// let mut debt = Entry::default();
    /// debt.set(Field::DebtorChannel, "县管企业", Unit::Yuan);
    /// let maker = Campaign::yexian_2022().plan_maker(&debt, &Header::default());
    /// assert_eq!(maker.as_deref(), Some("叶县财政局"));
    /// ```
    pub fn plan_maker(&self, entry: &Entry, header: &Header) -> Option<String> {
        let line = self.plan_line(entry)?;
        self.bodies(line, entry, header).into_iter().next()
    }

    /// The line that says who makes the plan for a debt, whether or not the debt says enough to
    /// name the body; one that names nobody says that the notice is silent.
    pub fn plan_line(&self, entry: &Entry) -> Option<&Line> {
        self.plan_makers.iter().find(|line| line.when.debt(entry))
    }

    /// Who supervises a debt: everybody of every line that fits without a further condition.
    pub fn supervisors(&self, entry: &Entry, header: &Header) -> Vec<String> {
        self.all_bodies(entry, header, &|line| line.provided.zh.is_empty())
    }

    /// Who supervises a debt by the lines that a rule speaks for.
    ///
    /// ```
    /// use arrears_ledger::amount::Unit;
    /// use arrears_ledger::campaign::Campaign;
    /// use arrears_ledger::ledger::{Entry, Header, entry::Field, fields::Record};
    /// let mut debt = Entry::default();
    /// debt.set(Field::MigrantWages, "是", Unit::Yuan);
    /// let bodies = Campaign::yexian_2022().supervisors_of_rule("G-07", &debt, &Header::default());
    /// assert_eq!(bodies, ["叶县人力资源和社会保障局"]);
    /// ```
    pub fn supervisors_of_rule(&self, code: &str, entry: &Entry, header: &Header) -> Vec<String> {
        self.all_bodies(entry, header, &|line| line.rule.as_deref() == Some(code))
    }

    /// The columns that decide who plans and who supervises, some more than once.
    ///
    /// ```
    /// use arrears_ledger::campaign::Campaign;
    /// use arrears_ledger::ledger::entry::Field;
    /// assert!(Campaign::yexian_2022().matrix_columns().contains(&Field::DebtorChannel.into()));
    /// ```
    pub fn matrix_columns(&self) -> Vec<Column> {
        let lines = self.plan_makers.iter().chain(&self.supervisors);
        lines.flat_map(Line::reads).collect()
    }

    fn all_bodies(
        &self,
        entry: &Entry,
        header: &Header,
        is_asked: &dyn Fn(&Line) -> bool,
    ) -> Vec<String> {
        let mut bodies: Vec<String> = Vec::new();
        for line in &self.supervisors {
            if !is_asked(line) || !line.when.debt(entry) {
                continue;
            }
            for body in self.bodies(line, entry, header) {
                if !bodies.contains(&body) {
                    bodies.push(body);
                }
            }
        }
        bodies
    }

    /// The bodies of a line, as far as the debt tells who they are.
    pub fn bodies(&self, line: &Line, entry: &Entry, header: &Header) -> Vec<String> {
        let body = |who: &String| self.body(who, entry, header);
        line.who.iter().filter_map(body).collect()
    }

    fn body(&self, who: &str, entry: &Entry, header: &Header) -> Option<String> {
        let debtor = entry.debtor_name.as_ref().map(Name::as_str);
        let parent = entry.debtor_parent.as_ref().map(Name::as_str);
        let name = match who {
            "@own_unit" => {
                let own = entry.debtor_area_code.as_ref();
                let own = own.and_then(|code| self.find(code.as_str())).or_else(|| {
                    let reporting = self.find(header.report_unit_code.as_ref()?.as_str())?;
                    (own.is_none() && reporting.kind.is_place()).then_some(reporting)
                });
                own?.name.as_str()
            }
            "@debtor" => debtor?,
            "@parent" => parent?,
            "@sector" => self.of_sector(entry.sector?)?,
            "@own_department" => {
                let guides = |name: &str| self.find(name).filter(|unit| unit.sector.is_some());
                let own = debtor.and_then(guides).or_else(|| parent.and_then(guides));
                own?.name.as_str()
            }
            "@office" => self.office.name.as_str(),
            name => name,
        };
        Some(name.to_owned())
    }

    fn of_sector(&self, sector: Sector) -> Option<&str> {
        let unit = self.units.iter().find(|unit| unit.sector == Some(sector))?;
        Some(&unit.name)
    }
}
