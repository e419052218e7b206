//! What holds of the rules whatever the ledger, the campaign and the day.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
mod anything;
#[path = "scenarios/filling.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod filling;
#[path = "scenarios/sheet.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod sheet;
#[path = "ledgers/similar.rs"]
mod similar;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use arrears_ledger::amount::Unit;
use arrears_ledger::api::{Verdict, validate};
use arrears_ledger::campaign::{Campaign, Context, Moved, Setting};
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::{Before, Column, Confirmation, Ledger, entry, header};
use arrears_ledger::read::read_json;
use arrears_ledger::review::{review, values};
use arrears_ledger::rule::{Check, Fact, Finding, Keys, Measure, Member, Rule, Severity};
use arrears_ledger::rules;
use arrears_ledger::session::Session;
use arrears_ledger::submission::{Submission, draft};
use arrears_ledger::text::Lang;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

/// Rules whose findings follow the order of the rows, and how.
const ORDERED: &[(&str, &str)] = &[
    ("C-03", "stands in the first of the rows it counts"),
    ("F-13", "stands where the numbers break off"),
    ("R-10", "stands in the first of the rows it counts"),
    ("R-11", "stands in the first of the rows it counts"),
    ("R-12", "stands in the first of the rows it counts"),
    ("U-01", "stands in the later row of two"),
    ("U-02", "stands in the later row of two"),
    (
        "U-04",
        "stands where the second name comes first, and lists names in their order",
    ),
    (
        "U-05",
        "stands where the second code comes first, and lists codes in their order",
    ),
    ("U-06", "stands in the second row of a contract"),
    ("U-07", "stands in the later row of two"),
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 6, 12).unwrap()
}

static CAMPAIGN: LazyLock<Campaign> = LazyLock::new(Campaign::yexian_2022);

fn context() -> Context<'static> {
    Context::new(&CAMPAIGN, today())
}

fn check(ledger: &Ledger) -> Vec<Finding> {
    rules::check(ledger, &context())
}

/// A ledger in order with one debt of every base, in any order.
fn in_order() -> impl Strategy<Value = Ledger> {
    let ledger = similar::in_order();
    Just(ledger.entries.clone())
        .prop_shuffle()
        .prop_map(move |entries| Ledger {
            entries,
            ..ledger.clone()
        })
}

/// JSON with the members of every object in another order, as the numbers say.
fn shuffled(value: &Value, keys: &[usize], depth: usize) -> String {
    let inner = |value| shuffled(value, keys, depth + 1);
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            let turn = keys[depth % keys.len()] % members.len().max(1);
            members.rotate_left(turn);
            if turn % 2 == 1 {
                members.reverse();
            }
            let text = |(key, value)| format!("{}: {}", Value::from(key as &str), inner(value));
            let members: Vec<_> = members
                .into_iter()
                .map(|(key, value)| text((key.as_str(), value)))
                .collect();
            format!("{{ {} }}", members.join(",\n"))
        }
        Value::Array(items) => {
            format!(
                "[{}]",
                items.iter().map(inner).collect::<Vec<_>>().join(", ")
            )
        }
        other => other.to_string(),
    }
}

/// What is said of each debt; of rules that follow the order, only whether they say anything.
fn said(ledger: &Ledger) -> BTreeMap<(String, String), Vec<String>> {
    let mut said: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for finding in check(ledger) {
        let code = finding.rule.code;
        let is_ordered = ORDERED.iter().any(|(ordered, _)| *ordered == code);
        let entry = finding.at.row.and_then(|row| ledger.entries.get(row));
        let id = entry.and_then(|entry| entry.debt_id.as_ref());
        let id = id.map_or("", |id| id.as_str());
        let (debt, words) = if is_ordered {
            ("", String::new())
        } else {
            let facts: Vec<_> = finding
                .facts
                .iter()
                .filter(|fact| !matches!(fact, Fact::Row(_)))
                .collect();
            let place = (finding.at.column, finding.at.child);
            (id, format!("{place:?} {facts:?} {:?}", finding.instead))
        };
        let said = said.entry((code.to_owned(), debt.to_owned()));
        let said = said.or_default();
        if !is_ordered || said.is_empty() {
            said.push(words);
        }
    }
    for words in said.values_mut() {
        words.sort();
    }
    said
}

/// Somewhere in a ledger, and what is typed there.
#[derive(Debug, Clone)]
struct Edit {
    column: Column,
    row: Index,
    child: Index,
    text: String,
}

fn edit() -> impl Strategy<Value = Edit> {
    let columns: Vec<Column> = similar::columns();
    // The unit of money is seldom typed and widely read.
    let unit = Just(Column::Header(header::Field::AmountUnit));
    let column = prop_oneof![9 => select(columns), 1 => unit];
    let typed = column.prop_flat_map(|column| {
        let text = anything::typed(column.spec().kind);
        (Just(column), text)
    });
    (typed, any::<Index>(), any::<Index>()).prop_map(|((column, text), row, child)| Edit {
        column,
        row,
        child,
        text,
    })
}

impl Edit {
    /// Types the text; `None` when there is no such place, else the row and the child.
    fn make(&self, ledger: &mut Ledger) -> Option<(Option<usize>, Option<usize>)> {
        let unit = ledger.header.unit();
        let rows = ledger.entries.len();
        if let Column::Header(field) = self.column {
            ledger.header.set(field, &self.text, unit);
            return Some((None, None));
        }
        if rows == 0 {
            return None;
        }
        let row = self.row.index(rows);
        let entry = &mut ledger.entries[row];
        let child = match self.column {
            Column::Entry(field) => {
                entry.set(field, &self.text, unit);
                None
            }
            Column::Instalment(field) => {
                let child = self.pick(entry.instalments.len())?;
                entry.instalments[child].set(field, &self.text, unit);
                Some(child)
            }
            Column::Payment(field) => {
                let child = self.pick(entry.payments.len())?;
                entry.payments[child].set(field, &self.text, unit);
                Some(child)
            }
            Column::Change(field) => {
                let child = self.pick(entry.changes.len())?;
                entry.changes[child].set(field, &self.text, unit);
                Some(child)
            }
            Column::Header(_) => return None,
        };
        Some((Some(row), child))
    }

    fn pick(&self, count: usize) -> Option<usize> {
        (0 < count).then(|| self.child.index(count))
    }
}

/// Whether a rule may say something else once a column has changed. Rules that name no column look
/// at every cell.
fn may_hear(rule: &Rule, column: Column) -> bool {
    rule.reads.is_empty() || rule.reads.contains(&column)
}

fn of_deaf(findings: Vec<Finding>, column: Column) -> Vec<Finding> {
    let is_deaf = |finding: &Finding| !may_hear(finding.rule, column);
    findings.into_iter().filter(is_deaf).collect()
}

/// Whether a rule asks of one debt alone, and of nothing but what it reads there.
fn is_of_one(rule: &Rule) -> bool {
    let is_of_one = |check: &Check| matches!(check, Check::Entry(_) | Check::Cells(_));
    !rule.reads.is_empty() && rule.checks.iter().all(is_of_one)
}

/// Confirms every warning there is.
fn confirmed(mut ledger: Ledger) -> Ledger {
    ledger.confirmations.clear();
    for one in review(&ledger, &context()) {
        if one.finding.severity == Severity::Warning {
            ledger.confirmations.push(Confirmation {
                code: one.finding.rule.code.to_owned(),
                debt_id: one.debt_id,
                values: values(&ledger, &one.finding),
                reason: "经核实".to_owned(),
                ..Confirmation::default()
            });
        }
    }
    ledger
}

/// The campaign with switches and limits of any kind.
fn campaign() -> impl Strategy<Value = Campaign> {
    let switches: Vec<_> = rules::all().filter(|rule| rule.switch.is_some()).collect();
    let settings: Vec<_> = switches.iter().map(|rule| setting(rule)).collect();
    settings.prop_map(|rules| {
        let mut campaign = CAMPAIGN.clone();
        campaign.rules = rules;
        campaign
    })
}

fn setting(rule: &'static Rule) -> impl Strategy<Value = Setting> + use<> {
    let limits = rule.switch.map_or(&[][..], |switch| switch.limits);
    let value = prop_oneof![
        any::<i64>(),
        0..100_i64,
        Just(i64::MAX),
        Just(i64::MIN),
        Just(0)
    ];
    let values = proptest::collection::vec(value, limits.len());
    (any::<Option<bool>>(), values).prop_map(move |(on, values)| {
        let moved = |(limit, value): (&arrears_ledger::rule::Limit, i64)| Moved {
            name: limit.name.to_owned(),
            in_yuan: limit.measure == Measure::Fen,
            value,
        };
        Setting {
            code: rule.code.to_owned(),
            on,
            limits: limits.iter().zip(values).map(moved).collect(),
        }
    })
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        (0..60_000_u64).prop_map(|days| {
            let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
            first.checked_add_days(Days::new(days)).unwrap()
        }),
    ]
}

#[test]
fn rules_that_follow_the_order_are_there_and_say_how() {
    for (code, how) in ORDERED {
        assert!(rules::all().any(|rule| rule.code == *code), "{code} {how}");
    }
}

proptest! {
    #![proptest_config(anything::cases(96))]

    #[test]
    fn a_ledger_in_order_stays_in_order_however_its_rows_are_sorted(ledger in in_order()) {
        let found = check(&ledger);
        prop_assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_submission_stays_valid_however_its_members_are_sorted(
        ledger in in_order(),
        keys in proptest::collection::vec(any::<usize>(), 1..5),
    ) {
        let submission = Submission::of(&ledger, &context()).unwrap();
        let value: Value = serde_json::from_str(submission.text()).unwrap();
        let answer = validate("shuffled.json", shuffled(&value, &keys, 0).as_bytes(), &context());
        prop_assert_eq!(answer.verdict, Verdict::Valid);
        prop_assert_eq!(answer.digest.as_deref(), value["digest"].as_str());
    }

    #[test]
    fn a_draft_reads_the_same_however_its_members_are_sorted(
        ledger in anything::ledger(),
        keys in proptest::collection::vec(any::<usize>(), 1..5),
    ) {
        let value: Map<String, Value> = serde_json::from_str(&draft(&ledger)).unwrap();
        let reading = read_json(&shuffled(&Value::Object(value), &keys, 0));
        prop_assert!(reading.whole);
        prop_assert_eq!(draft(&reading.ledger), draft(&ledger));
        prop_assert_eq!(check(&reading.ledger), check(&ledger));
    }

    #[test]
    fn what_is_said_of_a_debt_does_not_depend_on_its_row(
        (ledger, moved) in similar::ledger().prop_flat_map(|ledger| {
            let moved = Just(ledger.entries.clone()).prop_shuffle();
            (Just(ledger), moved)
        })
    ) {
        let sorted = Ledger { entries: moved, ..ledger.clone() };
        prop_assert_eq!(said(&ledger), said(&sorted));
    }

    #[test]
    fn an_edit_is_heard_only_by_rules_that_read_the_column(
        ledger in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        edit in edit(),
    ) {
        let mut edited = ledger.clone();
        if edit.make(&mut edited).is_some() {
            let before = of_deaf(check(&ledger), edit.column);
            prop_assert_eq!(before, of_deaf(check(&edited), edit.column));
        }
    }

    /// What a repair takes away and brings, beside the finding, is said by rules that read the
    /// column; the finding itself is gone.
    #[test]
    fn a_repair_removes_its_finding(
        ledger in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        which: Index,
    ) {
        let reading = read_json(&draft(&ledger));
        let mut session = Session::open(reading, CAMPAIGN.clone(), today());
        let offered: Vec<_> = session
            .reviewed()
            .iter()
            .filter(|one| one.finding.instead.is_some())
            .cloned()
            .collect();
        if !offered.is_empty() {
            let one = &offered[which.index(offered.len())];
            let column = one.finding.at.column.unwrap();
            let before: Vec<_> = session.reviewed().iter().map(|one| one.finding.clone()).collect();
            session.repair(&one.id).unwrap();
            let after: Vec<_> = session.reviewed().iter().map(|one| one.finding.clone()).collect();
            let is_it = |other: &Finding| {
                other.rule.code == one.finding.rule.code && other.at == one.finding.at
            };
            prop_assert!(!after.iter().any(is_it), "{:?} is still there", one.finding);
            prop_assert_eq!(of_deaf(before, column), of_deaf(after, column));
        }
    }

    #[test]
    fn a_confirmation_lapses_with_the_values_its_rule_reads_and_no_others(
        ledger in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        edit in edit(),
    ) {
        let ledger = confirmed(ledger);
        let mut edited = ledger.clone();
        let Some((row, child)) = edit.make(&mut edited) else {
            return Ok(());
        };
        for one in review(&edited, &context()) {
            let rule = one.finding.rule;
            let is_named_anew = edit.column == Column::Entry(entry::Field::DebtId);
            if one.finding.severity != Severity::Warning || !is_of_one(rule) || is_named_anew {
                continue;
            }
            let at = one.finding.at;
            // A rule that asks of each instalment binds its findings to that one.
            let asks_each = rule.checks.iter().any(|check| matches!(check, Check::Cells(_)));
            let is_other = asks_each && at.child.is_some() && child.is_some() && at.child != child;
            let is_near = row.is_none_or(|row| at.row == Some(row)) && !is_other;
            let is_read = is_near && rule.reads.contains(&edit.column);
            let was_found = check(&ledger).contains(&one.finding);
            if !is_read {
                prop_assert!(one.reason.is_some(), "{} lapsed by {:?}", one.id, edit.column);
            } else if is_changed(&ledger, &edited, edit.column, row, child) && was_found {
                prop_assert!(one.reason.is_none(), "{} holds after {:?}", one.id, edit.column);
            }
        }
    }

    #[test]
    fn a_rule_that_is_switched_off_says_nothing(
        ledger in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        campaign in campaign(),
        day in any_day(),
    ) {
        for finding in rules::check(&ledger, &Context::new(&campaign, day)) {
            prop_assert!(finding.rule.is_asked(&campaign), "{}", finding.rule.code);
            if let Some(switch) = finding.rule.switch {
                let on = campaign.setting(finding.rule.code).and_then(|setting| setting.on);
                prop_assert!(on.unwrap_or(switch.is_on), "{}", finding.rule.code);
            }
        }
    }

    /// Of debts that a check sees alike, the first is enough: what is said of it and of those that
    /// differ is what is said of all.
    #[test]
    fn debts_that_are_seen_alike_need_asking_once(
        ledger in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        again in proptest::collection::vec(any::<Index>(), 1..8),
    ) {
        let mut entries = ledger.entries;
        if !entries.is_empty() {
            let copies: Vec<_> = again.iter().map(|at| at.get(&entries).clone()).collect();
            entries.extend(copies);
        }
        let members: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(row, entry)| Member { row, entry })
            .collect();
        for rule in rules::all() {
            for check in rule.checks {
                let Check::Group { sees: Some(sees), check, .. } = *check else {
                    continue;
                };
                let mut seen = BTreeSet::new();
                let mut firsts = members.clone();
                firsts.retain(|one| seen.insert(sees(one.entry, &mut Keys::default())));
                prop_assert_eq!(check(&firsts), check(&members), "{}", rule.code);
            }
        }
    }

    /// Checking never fails: not on any ledger, after any other, in any campaign, on any day.
    #[test]
    fn no_check_and_no_message_fails(
        ledger in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        before in prop_oneof![similar::ledger().boxed(), anything::ledger().boxed()],
        campaign in campaign(),
        day in any_day(),
    ) {
        let before = Before::of(before);
        let context = Context { before: Some(&before), ..Context::new(&campaign, day) };
        for finding in rules::check(&ledger, &context) {
            for lang in [Lang::Zh, Lang::En] {
                prop_assert!(!finding.message(lang, ledger.header.unit()).is_empty());
            }
        }
    }
}

/// Whether a cell holds another value than before.
fn is_changed(
    before: &Ledger,
    after: &Ledger,
    column: Column,
    row: Option<usize>,
    child: Option<usize>,
) -> bool {
    let text = |ledger: &Ledger| {
        let entry = row.and_then(|row| ledger.entries.get(row));
        let child = child.unwrap_or_default();
        match (column, entry) {
            (Column::Header(field), _) => Some(ledger.header.text(field, Unit::Yuan)),
            (Column::Entry(field), Some(entry)) => Some(entry.text(field, Unit::Yuan)),
            (Column::Instalment(field), Some(entry)) => {
                Some(entry.instalments.get(child)?.text(field, Unit::Yuan))
            }
            (Column::Payment(field), Some(entry)) => {
                Some(entry.payments.get(child)?.text(field, Unit::Yuan))
            }
            (Column::Change(field), Some(entry)) => {
                Some(entry.changes.get(child)?.text(field, Unit::Yuan))
            }
            (_, None) => None,
        }
    };
    text(before) != text(after)
}
