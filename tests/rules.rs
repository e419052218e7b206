//! Every rule's own examples fail and pass as it claims, and its words are in order.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::HashSet;

use arrears_ledger::campaign::{Campaign, Context, Moved, Setting};
use arrears_ledger::collection::Collection;
use arrears_ledger::ledger::{Before, Column, Ledger, entry, header, instalment};
use arrears_ledger::read::{self, read};
use arrears_ledger::rule::{At, Check, Fact, Finding, Measure, Rule, Severity};
use arrears_ledger::rules;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// An example is a file, a ledger (`header`, `entries`; `before` for the one it follows), one debt,
/// or the ledgers of many units (`collection`; `before` for those they follow, `leads`).
fn findings(rule: &Rule, example: &str) -> (Ledger, Vec<Finding>) {
    let value: Option<Value> = serde_json::from_str(example).ok();
    let campaign = asking(rule);
    let today = NaiveDate::from_ymd_opt(2022, 6, 30).unwrap();
    let context = Context::new(&campaign, today);
    if let Some(value) = value
        .as_ref()
        .filter(|value| value.get("collection").is_some())
    {
        return of_collection(value, &context);
    }
    let is_debt = value.as_ref().is_some_and(|value| {
        ["format", "header", "entries"]
            .iter()
            .all(|member| value.get(member).is_none())
    });
    let before = value.as_ref().and_then(|value| value.get("before"));
    let before = before.map(|before| Before::of(ledger(before)));
    let text = match value {
        Some(value) if is_debt => draft(&json!({ "entries": [value] })),
        Some(value) if value.get("format").is_none() => draft(&value),
        _ => example.to_owned(),
    };
    let reading = read(text.as_bytes());
    let context = Context {
        before: before.as_ref(),
        ..context
    };
    let mut findings = reading.findings;
    findings.extend(rules::check(&reading.ledger, &context));
    // A debt alone says nothing about the header.
    findings.retain(|finding| !is_debt || finding.at.row.is_some());
    (reading.ledger, findings)
}

/// 叶县 2022, asking a rule that a campaign has to ask for.
fn asking(rule: &Rule) -> Campaign {
    let mut campaign = Campaign::yexian_2022();
    campaign.rules.push(Setting {
        code: rule.code.to_owned(),
        on: rule.switch.map(|_| true),
        limits: Vec::new(),
    });
    campaign
}

fn of_collection(value: &Value, context: &Context<'_>) -> (Ledger, Vec<Finding>) {
    let list = |key: &str| value.get(key).and_then(Value::as_array).cloned();
    let ledgers = |key| list(key).unwrap_or_default().iter().map(ledger).collect();
    let (now, earlier): (Vec<Ledger>, Vec<Ledger>) = (ledgers("collection"), ledgers("before"));
    let before: Vec<Before> = earlier.into_iter().map(Before::of).collect();
    let leads = ledger(&json!({ "entries": list("leads").unwrap_or_default() })).entries;
    let collection = Collection {
        ledgers: &now,
        before: &before,
        leads: &leads,
    };
    let told = rules::check_collection(&collection, context);
    let found = told.into_iter().map(|one| one.finding).collect();
    (now.into_iter().next().unwrap(), found)
}

fn ledger(parts: &Value) -> Ledger {
    let reading = read(draft(parts).as_bytes());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.ledger
}

fn draft(parts: &Value) -> String {
    let mut draft = json!({ "format": read::DRAFT, "version": 1, "header": {}, "entries": [] });
    for (key, value) in parts.as_object().unwrap() {
        if key != "before" {
            draft[key] = value.clone();
        }
    }
    draft.to_string()
}

/// Rules whose check needs bytes or a digest; the tests of files cover them.
const OF_FILES: [&str; 11] = [
    "J-04", "J-06", "J-09", "J-10", "J-12", "J-13", "L-01", "L-02", "L-03", "L-05", "L-06",
];

fn with_examples() -> impl Iterator<Item = &'static Rule> {
    rules::all()
        .chain(read::RULES.iter().copied())
        .filter(|rule| !OF_FILES.contains(&rule.code))
}

#[test]
fn every_rule_finds_fault_with_its_failing_example() {
    for rule in with_examples() {
        let (ledger, findings) = findings(rule, rule.fails);
        let found = findings
            .iter()
            .find(|finding| finding.rule.code == rule.code);
        let found =
            found.unwrap_or_else(|| panic!("{} finds nothing in {}", rule.code, rule.fails));
        for lang in [Lang::Zh, Lang::En] {
            let message = found.message(lang, ledger.header.unit());
            assert!(
                !message.is_empty() && !message.contains(['{', '}']),
                "{}: {message}",
                rule.code
            );
        }
        assert_eq!(found.facts.len(), rule.params().len(), "{}", rule.code);
    }
}

#[test]
fn every_rule_lets_its_passing_example_pass() {
    for rule in with_examples() {
        let (_, findings) = findings(rule, rule.passes);
        let found = findings
            .iter()
            .find(|finding| finding.rule.code == rule.code);
        assert!(
            found.is_none(),
            "{} finds {found:?} in {}",
            rule.code,
            rule.passes
        );
    }
}

#[test]
fn codes_are_unique_and_in_form() {
    let mut seen = HashSet::new();
    for rule in rules::all().chain(read::RULES.iter().copied()) {
        let (topic, number) = rule.code.split_once('-').unwrap();
        assert!(topic.len() == 1 && number.len() == 2, "{}", rule.code);
        assert!(seen.insert(rule.code), "{} twice", rule.code);
    }
}

#[test]
fn no_rule_has_a_code_that_is_not_asked() {
    for (code, reason) in rules::NOT_ASKED {
        assert!(!reason.zh.is_empty() && !reason.en.is_empty(), "{code}");
        let mut live = rules::all().chain(read::RULES.iter().copied());
        assert!(live.all(|rule| rule.code != *code), "{code} is asked");
    }
}

#[test]
fn every_rule_has_words_a_clerk_can_act_on() {
    for rule in rules::all().chain(read::RULES.iter().copied()) {
        for text in [rule.title, rule.message(), rule.repair] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", rule.code);
            assert!(
                !text.zh.ends_with('。') && !text.en.ends_with('.'),
                "{}",
                rule.code
            );
            assert!(text.zh.chars().count() <= 60, "{}: {}", rule.code, text.zh);
            let zh = [
                "非法",
                "无效",
                "有误",
                "误填",
                "误以",
                "瞒报",
                "虚报",
                "违规",
                "不合格",
                "不得为空",
                "必填项未填写：",
            ];
            let en = ["invalid", "illegal", "you failed", "must not", "bad "];
            let blames = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
            assert!(
                !blames(&zh, text.zh) && !blames(&en, text.en),
                "{} blames: {text:?}",
                rule.code
            );
        }
        assert!(
            !rule.basis().is_empty() && !rule.checks.is_empty(),
            "{}",
            rule.code
        );
    }
}

/// A rule asked of one debt is asked again only when a column it reads changes; so a finding may
/// only point at a column that is read.
#[test]
fn findings_point_at_columns_the_rule_reads() {
    for rule in with_examples().filter(|rule| !rule.reads.is_empty()) {
        let (_, findings) = findings(rule, rule.fails);
        for finding in findings
            .iter()
            .filter(|finding| finding.rule.code == rule.code)
        {
            if let Some(column @ Column::Entry(_)) = finding.at.column {
                assert!(
                    rule.reads.contains(&column),
                    "{} points at {column:?}",
                    rule.code
                );
            }
        }
        assert!(
            rule.checks
                .iter()
                .all(|check| !matches!(check, Check::Reading)),
            "{}",
            rule.code
        );
    }
}

/// People work through a ledger from its top: the header, then debt by debt and column by column.
#[test]
fn findings_stand_in_the_order_of_the_sheet() {
    let (_, findings) = findings(
        with_examples().next().unwrap(),
        r#"{ "header": { "is_nil": true }, "entries": [
            { "seq_no": 2, "debtor_name": "龚店乡", "due_date": "2016-01" }, { "seq_no": 2, "arrears_amount": "0.00" } ] }"#,
    );
    let places: Vec<_> = findings.iter().map(|one| (one.at, one.rule.code)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let rows: Vec<_> = places.iter().map(|(at, _)| at.row).collect();
    assert!(rows.contains(&None) && rows.contains(&Some(0)) && rows.contains(&Some(1)));
}

#[test]
fn a_debt_belongs_to_the_unit_of_its_place_and_a_firms_to_none() {
    let campaign = Campaign::yexian_2022();
    let owner = |debt: Value| {
        let ledger = ledger(&json!({ "entries": [debt] }));
        rules::owner(&campaign, &ledger.entries[0]).map(|unit| unit.code.clone())
    };
    let township = json!({ "debtor_channel": "township", "debtor_area_code": "龙泉乡" });
    assert_eq!(owner(township).as_deref(), Some("410422207"));
    let firm = json!({ "debtor_channel": "county_soe", "debtor_area_code": "龙泉乡" });
    assert_eq!(owner(firm), None);
}

#[test]
fn places_are_pointers_into_the_file() {
    let at = |row, child, column| At { row, child, column }.pointer();
    let due = Some(Column::Entry(entry::Field::DueDate));
    let planned = Some(Column::Instalment(instalment::Field::DueOn));
    let period = Some(Column::Header(header::Field::Period));
    assert_eq!(at(None, None, None), "");
    assert_eq!(at(Some(1), None, None), "/entries/1");
    assert_eq!(at(None, None, period), "/header/period");
    assert_eq!(at(None, None, due), "/entries");
    assert_eq!(at(Some(1), None, due), "/entries/1/due_date");
    assert_eq!(
        at(Some(1), Some(2), planned),
        "/entries/1/instalments/2/due_on"
    );
}

#[test]
fn findings_differ_in_whatever_they_say() {
    let mut rules = with_examples();
    let (one, other) = (rules.next().unwrap(), rules.next().unwrap());
    let new = |rule| {
        let mut finding = Finding::new(rule, ().into());
        finding.facts.push(Fact::from(1_usize));
        finding
    };
    assert_eq!(new(one), new(one));
    for different in [
        new(other),
        new(one).severity(Severity::Notice),
        new(one).row(0),
        new(one).instead(Some(String::new())),
        Finding::new(one, ().into()),
    ] {
        assert_ne!(new(one), different);
    }
}

#[test]
fn severities_and_measures_have_words_for_programs() {
    let severities = [Severity::Error, Severity::Warning, Severity::Notice];
    assert_eq!(
        severities.map(Severity::code),
        ["error", "warning", "notice"]
    );
    let measures = [
        Measure::Fen,
        Measure::Percent,
        Measure::Days,
        Measure::Years,
        Measure::Count,
    ];
    assert_eq!(
        measures.map(Measure::key),
        ["yuan", "percent", "days", "years", "count"]
    );
}

/// A campaign that says nothing of a rule, or of another rule only, leaves it as it is.
#[test]
fn a_limit_is_the_rules_own_until_a_campaign_moves_it() {
    let rule = rules::all().find(|rule| rule.code == "A-10").unwrap();
    let usual = rule.switch.unwrap().limits[0];
    let mut campaign = Campaign::yexian_2022();
    assert_eq!(rule.limit(usual.name, &campaign), usual.value);
    assert_eq!(rule.limit("none", &campaign), 0);
    let moved = |name: &str, value| Moved {
        name: name.to_owned(),
        in_yuan: true,
        value,
    };
    campaign.rules.push(Setting {
        code: rule.code.to_owned(),
        limits: vec![moved("none", 7), moved(usual.name, 5)],
        ..Setting::default()
    });
    assert_eq!(rule.limit(usual.name, &campaign), 5);
}
