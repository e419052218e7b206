//! The notice, sentence by sentence: every reference leads somewhere, and every line of the matrix
//! is led to.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeSet;
use std::path::Path;

use arrears_ledger::campaign::{Campaign, YEXIAN_2022};
use arrears_ledger::catalogue::{rules, tables};
use arrears_ledger::explain::topics;
use arrears_ledger::handbook::{Target, clauses};
use arrears_ledger::ledger::cell::Kind;
use serde_json::Value;

/// What the county makes of the ledgers of all units.
const BY_THE_COUNTY: [&str; 2] = ["bulletin", "disclosure"];

fn lines() -> BTreeSet<String> {
    let campaign = Campaign::yexian_2022();
    let lines = campaign.plan_makers.into_iter().chain(campaign.supervisors);
    let lines = lines.chain(campaign.consequences.into_iter().map(|one| one.line));
    lines.map(|line| line.id).collect()
}

fn exists(target: Target<'_>) -> bool {
    let field = |table: &str, key: &str| {
        let mut all = tables()
            .into_iter()
            .filter(|(name, _)| table.is_empty() || *name == table);
        all.find_map(|(_, specs)| specs.into_iter().find(|spec| spec.key == key))
    };
    match target {
        Target::Field(table, key) => field(table, key).is_some(),
        Target::Code(key, code) => match field("entries", key).unwrap().kind {
            Kind::Choice { options } | Kind::Choices { options } => {
                options.iter().any(|option| option.code() == code)
            }
            _ => false,
        },
        Target::Rule(code) => rules().any(|rule| rule.code == code),
        Target::Line(id) => lines().contains(id),
        Target::Campaign(member) => {
            let file: Value = serde_json::from_str(YEXIAN_2022).unwrap();
            file.get(member).is_some()
        }
        Target::Explain(topic) => topics().any(|key| key == topic),
        Target::View(view) => Path::new(&format!("www/src/views/{view}.ts")).exists(),
        Target::County(name) => BY_THE_COUNTY.contains(&name),
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let clauses = clauses();
    assert!(40 < clauses.len());
    for clause in &clauses {
        assert_eq!(
            clause.targets().count(),
            clause.written().len(),
            "{clause:?}"
        );
        assert!(!clause.quote.is_empty(), "{clause:?}");
        for target in clause.targets() {
            assert!(exists(target), "{}: {target:?}", clause.clause);
        }
    }
}

#[test]
fn what_has_become_nothing_says_why() {
    for clause in clauses() {
        assert!(
            clause.targets().next().is_some() || clause.note.is_some(),
            "{clause:?}"
        );
    }
}

#[test]
fn every_line_of_the_matrix_is_led_to() {
    let mut led_to = BTreeSet::new();
    for clause in clauses() {
        for target in clause.targets() {
            if let Target::Line(id) = target {
                led_to.insert(id.to_owned());
            }
        }
    }
    assert_eq!(led_to, lines());
    let all =
        "P1 P2 P3 P4 P5 P6 P9 S0 S1 S2 S3 S4 S5 S6 S7 S8 S9 F1 F2 D1 D2 X1 X2 H1 H2 H3 U1 U2 U3";
    assert_eq!(led_to, all.split(' ').map(str::to_owned).collect());
}

#[test]
fn every_section_that_asks_something_is_there() {
    let sections: BTreeSet<String> = clauses().into_iter().map(|one| one.clause).collect();
    for section in [
        "二（一）",
        "二（二）",
        "二（三）",
        "二（四）",
        "三（一）",
        "三（二）",
        "三（三）",
        "三（四）",
    ] {
        assert!(sections.contains(section), "{section}");
    }
}
