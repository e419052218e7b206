//! The responsibility matrix: who plans, who supervises, what follows; all of it data.

use super::Campaign;
use crate::ledger::cell::{Line as Name, Stored};
use crate::ledger::fields::{Index, Table};
use crate::ledger::lists::Sector;
use crate::ledger::{Entry, Header};
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
    /// Bodies by name, or by their part in the debt: `@own_unit` the township or zone it belongs
    /// to, `@debtor`, `@parent` the debtor's department, `@sector` the department of its trade.
    pub who: Vec<String>,
    /// What they do, or what follows.
    pub text: Words,
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
        line.who
            .iter()
            .find_map(|who| self.body(who, entry, header))
    }

    /// The line that says who makes the plan for a debt, whether or not the debt says enough to
    /// name the body. `None` where the notice is silent.
    pub fn plan_line(&self, entry: &Entry) -> Option<&Line> {
        self.plan_makers.iter().find(|line| line.when.debt(entry))
    }

    /// Who supervises a debt: everybody of every line that fits.
    pub fn supervisors(&self, entry: &Entry, header: &Header) -> Vec<String> {
        self.bodies(entry, header, &|_| true)
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
        self.bodies(entry, header, &|line| line.rule.as_deref() == Some(code))
    }

    fn bodies(
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
            for who in &line.who {
                let body = self.body(who, entry, header);
                bodies.extend(body.filter(|body| !bodies.contains(body)));
            }
        }
        bodies
    }

    fn body(&self, who: &str, entry: &Entry, header: &Header) -> Option<String> {
        let name = match who {
            "@own_unit" => {
                let own = entry
                    .debtor_area_code
                    .as_ref()
                    .or(header.report_unit_code.as_ref())?;
                self.find(own.as_str())?.name.as_str()
            }
            "@debtor" => entry.debtor_name.as_ref().map(Name::as_str)?,
            "@parent" => entry.debtor_parent.as_ref().map(Name::as_str)?,
            "@sector" => self.of_sector(entry.sector?)?,
            name => name,
        };
        Some(name.to_owned())
    }

    fn of_sector(&self, sector: Sector) -> Option<&str> {
        let unit = self.units.iter().find(|unit| unit.sector == Some(sector))?;
        Some(&unit.name)
    }
}
