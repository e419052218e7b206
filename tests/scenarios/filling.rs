//! What a case fills in, typed into a ledger in order; and what is found in it then.

use std::collections::BTreeMap;
use std::fs;

use arrears_ledger::amount::Unit;
use arrears_ledger::api;
use arrears_ledger::campaign::{Campaign, Context, YEXIAN_2022};
use arrears_ledger::collection::Collection;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::{
    Before, Change, Column, Entry, Header, Instalment, Ledger, Payment, entry,
};
use arrears_ledger::rule::{At, Finding, Measure};
use arrears_ledger::rules;
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::sheet::{Case, folder};

/// The table of ledgers in order: a line a column, a column a ledger.
pub(crate) const BASES: &str = "bases.tsv";

/// The day the cases are checked on, unless they name another.
const TODAY: &str = "2022-06-12";

/// Where in a ledger a text is typed, or a finding stands.
#[derive(Debug)]
pub(crate) struct Place {
    row: Option<usize>,
    child: Option<usize>,
    column: Option<Column>,
}

impl Place {
    /// `拖欠金额`, `第2笔.期次1.计划还款金额`, `表头.填表人`; `第2笔` alone for a debt as a whole, `台账`
    /// for the ledger, `台账.欠款编号` for a column of it.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut row = Some(0);
        let mut child = None;
        let mut column: fn(&str) -> Option<Column> = of::<Entry>;
        let mut parts = text.split('.').peekable();
        while let Some(part) = parts.next() {
            if part == "表头" || part == "台账" {
                row = None;
                column = if part == "表头" {
                    of::<Header>
                } else {
                    of::<Entry>
                };
            } else if let Some(number) = number(part, "第", "笔") {
                row = Some(number?);
            } else if let Some(number) = number(part, "期次", "").filter(|_| parts.peek().is_some())
            {
                child = Some(number?);
                column = of::<Instalment>;
            } else if let Some(number) = number(part, "清偿", "") {
                child = Some(number?);
                column = of::<Payment>;
            } else if let Some(number) = number(part, "变更", "") {
                child = Some(number?);
                column = of::<Change>;
            } else {
                let column = column(part).ok_or_else(|| format!("没有“{text}”这一栏"))?;
                return Ok(Self {
                    row,
                    child,
                    column: Some(column),
                });
            }
        }
        Ok(Self {
            row,
            child,
            column: None,
        })
    }

    pub(crate) fn is_at(&self, at: At) -> bool {
        self.row == at.row && self.child == at.child && self.column == at.column
    }
}

/// The number in `第2笔`, counted from 0; `None` for other words.
fn number(text: &str, before: &str, behind: &str) -> Option<Result<usize, String>> {
    let number = text.strip_prefix(before)?.strip_suffix(behind)?;
    let number: usize = number.parse().ok()?;
    Some(
        number
            .checked_sub(1)
            .ok_or_else(|| format!("“{text}”从1数起")),
    )
}

/// The column of a heading, or of another name in use.
fn of<R: Record>(name: &str) -> Option<Column>
where
    R::Field: Into<Column>,
{
    let fields = || R::FIELDS.iter().copied();
    let is_label = |field: &R::Field| R::spec(*field).label().zh == name;
    let is_alias = |field: &R::Field| R::spec(*field).aliases().contains(&name);
    let field = fields().find(is_label).or_else(|| fields().find(is_alias));
    field.map(Into::into)
}

/// What was found, and the unit it is told in.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) findings: Vec<Finding>,
    pub(crate) unit: Unit,
}

/// The ledgers cases start from.
#[derive(Debug)]
pub(crate) struct Bases(BTreeMap<String, Ledger>);

impl Bases {
    /// Reads the table of bases.
    pub(crate) fn read() -> Self {
        let text = fs::read_to_string(folder().join(BASES)).unwrap();
        let mut lines = text.lines();
        let names: Vec<&str> = lines.next().unwrap().split('\t').skip(1).collect();
        let mut bases = vec![Ledger::default(); names.len()];
        for line in lines {
            let (place, values) = line.split_once('\t').unwrap();
            for (ledger, value) in bases.iter_mut().zip(values.split('\t')) {
                if !value.is_empty() {
                    type_in(ledger, place, value).unwrap();
                }
            }
        }
        let names = names.into_iter().map(str::to_owned);
        Self(names.zip(bases).collect())
    }

    /// The names of the bases.
    pub(crate) fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    /// The ledgers, in the order of their names.
    pub(crate) fn ledgers(self) -> impl Iterator<Item = Ledger> {
        self.0.into_values()
    }

    fn get(&self, name: &str) -> Result<Ledger, String> {
        match name {
            "-" => Ok(Ledger::default()),
            name => self
                .0
                .get(name)
                .cloned()
                .ok_or_else(|| format!("没有底稿“{name}”")),
        }
    }

    /// What is found in a case.
    pub(crate) fn found(&self, case: &Case) -> Result<Found, String> {
        let mut ledger = self.get(&case.base)?;
        let mut others = Others::default();
        let mut today = day(TODAY)?;
        let mut campaign: Value = serde_json::from_str(YEXIAN_2022).unwrap();
        let mut file = None;
        for (place, value) in &case.filled {
            if place == "日期" {
                today = day(value)?;
            } else if place == "文件" {
                file = Some(value);
            } else if let Some(path) = place.strip_prefix("专项行动.") {
                decide(&mut campaign, path, value)?;
            } else if let Some((other, place)) = others.find(place) {
                let base = self.get(&case.base)?;
                self.fill(other.get_or_insert(base), place, value)?;
            } else if place == "汇总" {
                others.is_collected = value == "是";
            } else {
                self.fill(&mut ledger, place, value)?;
            }
        }
        let campaign = Campaign::parse(&campaign.to_string()).map_err(|fault| fault.0.zh)?;
        let before = others.before.take();
        let before = before.map(|ledger| Before::of(present(ledger)));
        let context = Context {
            before: before.as_ref(),
            ..Context::new(&campaign, today)
        };
        if let Some(text) = file {
            let answer = api::validate("case", text.as_bytes(), &context);
            let findings = answer.findings.into_iter().map(|one| one.finding);
            return Ok(Found {
                findings: findings.collect(),
                unit: answer.unit,
            });
        }
        let ledger = added_up(present(ledger), &case.filled);
        let unit = ledger.header.unit();
        let mut findings = rules::check(&ledger, &context);
        if others.is_collected {
            findings.extend(others.told_with(ledger, &context));
        }
        Ok(Found { findings, unit })
    }

    fn fill(&self, ledger: &mut Ledger, place: &str, value: &str) -> Result<(), String> {
        let row = number(place, "第", "笔").transpose()?;
        match (row, value) {
            (Some(row), "无") => {
                *entry_of(ledger, row) = absent();
                Ok(())
            }
            (Some(row), base) => {
                let other = self.get(base)?.entries.into_iter().next();
                *entry_of(ledger, row) = other.ok_or("该底稿没有欠款")?;
                identify(ledger, row);
                Ok(())
            }
            (None, _) => type_in(ledger, place, value),
        }
    }
}

/// The ledgers beside the one that is checked.
#[derive(Default)]
struct Others {
    before: Option<Ledger>,
    /// Another unit's.
    other: Option<Ledger>,
    /// Debts that complaints and audits name.
    leads: Option<Ledger>,
    /// Whether the county's office holds them against each other.
    is_collected: bool,
}

impl Others {
    /// The ledger a place is in, and the place in it.
    fn find<'a>(&mut self, place: &'a str) -> Option<(&mut Option<Ledger>, &'a str)> {
        let (prefix, rest) = place.split_once('.')?;
        let ledger = match prefix {
            "上期" => &mut self.before,
            "他单位" => &mut self.other,
            "线索" => &mut self.leads,
            _ => return None,
        };
        Some((ledger, rest))
    }

    /// What is told once all ledgers are collected.
    fn told_with(self, ledger: Ledger, context: &Context<'_>) -> Vec<Finding> {
        let ledgers: Vec<Ledger> = [Some(ledger), self.other.map(present)]
            .into_iter()
            .flatten()
            .collect();
        let before: Vec<Before> = context.before.cloned().into_iter().collect();
        let leads = self
            .leads
            .map_or_else(Vec::new, |leads| present(leads).entries);
        let collection = Collection {
            ledgers: &ledgers,
            before: &before,
            leads: &leads,
        };
        rules::check_collection(&collection, context)
            .into_iter()
            .map(|placed| placed.finding)
            .collect()
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("“{text}”不是日期"))
}

/// What marks a debt that a case takes out; no clerk types it.
const ABSENT: &str = "\u{1}";

fn absent() -> Entry {
    let mut entry = Entry::default();
    entry.set(entry::Field::DebtId, ABSENT, Unit::Yuan);
    entry
}

/// The ledger without the debts that were taken out.
fn present(mut ledger: Ledger) -> Ledger {
    let is_absent = |entry: &Entry| {
        entry
            .debt_id
            .as_ref()
            .is_some_and(|id| id.as_str() == ABSENT)
    };
    ledger.entries.retain(|entry| !is_absent(entry));
    ledger
}

/// The ledger with the totals of its rows, where nothing was typed there.
pub(crate) fn added_up(mut ledger: Ledger, filled: &[(String, String)]) -> Ledger {
    let says = |column: &str| filled.iter().any(|(place, _)| place == column);
    let totals = ledger.totals();
    if !says("表头.合计笔数") {
        ledger.header.declared_count = u32::try_from(ledger.entries.len()).ok();
    }
    if !says("表头.合计金额") {
        ledger.header.declared_total = Some(totals.arrears);
    }
    ledger
}

/// A debt of a ledger; where there are not so many yet, copies of the first are put in.
fn entry_of(ledger: &mut Ledger, row: usize) -> &mut Entry {
    while ledger.entries.len() <= row {
        let first = ledger.entries.first().cloned();
        ledger.entries.push(first.unwrap_or_default());
        identify(ledger, ledger.entries.len() - 1);
    }
    &mut ledger.entries[row]
}

/// Gives a debt the number of its row.
fn identify(ledger: &mut Ledger, row: usize) {
    let unit = ledger.header.report_unit_code.as_ref();
    let unit = unit.map_or("new", |code| code.as_str()).to_owned();
    let Some(entry) = ledger.entries.get_mut(row) else {
        return;
    };
    let number = row + 1;
    entry.set(entry::Field::SeqNo, &number.to_string(), Unit::Yuan);
    let id = format!("{unit}-2022-06-{number:04}");
    entry.set(entry::Field::DebtId, &id, Unit::Yuan);
}

/// Types a text as a clerk would.
fn type_in(ledger: &mut Ledger, place: &str, value: &str) -> Result<(), String> {
    let unit = ledger.header.unit();
    let (debt, list) = place.rsplit_once('.').unwrap_or(("第1笔", place));
    if value == "无" && (list == "期次" || list == "清偿") {
        let row = Place::read(debt)?.row.unwrap_or_default();
        let entry = entry_of(ledger, row);
        if list == "期次" {
            entry.instalments.clear();
        } else {
            entry.payments.clear();
        }
        return Ok(());
    }
    let at = Place::read(place)?;
    let column = at.column.ok_or_else(|| format!("“{place}”不是一栏"))?;
    let (row, child) = (at.row.unwrap_or(0), at.child.unwrap_or(0));
    match column {
        Column::Header(field) => ledger.header.set(field, value, unit),
        Column::Entry(field) => entry_of(ledger, row).set(field, value, unit),
        Column::Instalment(field) => {
            let list = &mut entry_of(ledger, row).instalments;
            while list.len() <= child {
                let no = u32::try_from(list.len() + 1).ok();
                list.push(Instalment {
                    no,
                    ..Instalment::default()
                });
            }
            list[child].set(field, value, unit);
        }
        Column::Payment(field) => {
            let list = &mut entry_of(ledger, row).payments;
            while list.len() <= child {
                list.push(Payment::default());
            }
            list[child].set(field, value, unit);
        }
        Column::Change(field) => {
            let list = &mut entry_of(ledger, row).changes;
            while list.len() <= child {
                list.push(Change::default());
            }
            list[child].set(field, value, unit);
        }
    }
    Ok(())
}

/// Writes what a case says of the campaign into its file.
fn decide(campaign: &mut Value, path: &str, value: &str) -> Result<(), String> {
    let (head, rest) = path
        .split_once('.')
        .map_or((path, None), |(a, b)| (a, Some(b)));
    let Some(rule) = rules::all().find(|rule| rule.code == head) else {
        let pointer = format!("/{}", path.replace('.', "/"));
        let member = campaign.pointer_mut(&pointer);
        let member = member.ok_or_else(|| format!("专项行动没有“{path}”"))?;
        *member = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
        return Ok(());
    };
    let mut setting = json!({ "code": rule.code });
    match (rest, value) {
        (None, "开" | "关") => setting["on"] = json!(value == "开"),
        (None, _) => return Err(format!("“{path}”应为“开”或“关”")),
        (Some(name), _) => {
            let limits = rule.switch.map_or(&[][..], |switch| switch.limits);
            let limit = limits.iter().find(|limit| limit.name == name);
            let limit = limit.ok_or_else(|| format!("{head}没有“{name}”"))?;
            setting["limits"] = if limit.measure == Measure::Fen {
                json!([{ "name": name, "yuan": value }])
            } else {
                let value: i64 = value.parse().map_err(|_| format!("“{value}”不是整数"))?;
                json!([{ "name": name, "value": value }])
            };
        }
    }
    if campaign.get("rules").is_none() {
        campaign["rules"] = json!([]);
    }
    let settings = campaign["rules"]
        .as_array_mut()
        .ok_or("专项行动的规则不是数组")?;
    settings.retain(|one| one["code"] != head);
    settings.push(setting);
    Ok(())
}
