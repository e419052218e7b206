//! The scenarios of `tests/scenarios/*.tsv` hold: what is filled in, what must be found, what must
//! not be. A table opens in any spreadsheet; [`sheet`] says what its columns mean.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "scenarios/filling.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod filling;
#[path = "scenarios/sheet.rs"]
mod sheet;

use std::collections::BTreeSet;

use arrears_ledger::read;
use arrears_ledger::rule::Finding;
use arrears_ledger::rules;
use arrears_ledger::text::Lang;
use filling::{Bases, Found};
use sheet::{Case, Expected, Refused, cases};

/// Codes a line of a table cannot bring about, and why not.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("J-10", "is said of a file that cannot be opened at all"),
    ("J-12", "is said of workbooks: tests/workbooks.rs"),
    ("J-13", "is said of workbooks: tests/workbooks.rs"),
    ("L-01", "needs a file of 64 MiB"),
    ("L-02", "needs a hundred thousand rows"),
];

/// What is wrong with a case, or nothing.
fn held(case: &Case, bases: &Bases) -> Result<(), String> {
    let found = bases.found(case)?;
    let mut faults = Vec::new();
    for expected in &case.must {
        if !found.findings.iter().any(|one| fits(expected, one, &found)) {
            faults.push(format!("应出现 {}", expected.text));
        }
    }
    for refused in &case.must_not {
        match refused {
            Refused::One(unwanted) => {
                let is_there = |one: &&Finding| fits(unwanted, one, &found);
                if found.findings.iter().any(|one| is_there(&one)) {
                    faults.push(format!("不应出现 {}", unwanted.text));
                }
            }
            Refused::Rest => {
                let is_told = |one: &Finding| case.must.iter().any(|it| fits(it, one, &found));
                for one in found.findings.iter().filter(|one| !is_told(one)) {
                    faults.push(format!("不应有其余 {}", shown(one, &found)));
                }
            }
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    let all: Vec<_> = found
        .findings
        .iter()
        .map(|one| shown(one, &found))
        .collect();
    Err(format!(
        "{}；\n    实有：{}",
        faults.join("；"),
        all.join("\n          ")
    ))
}

fn fits(expected: &Expected, finding: &Finding, found: &Found) -> bool {
    let says = || finding.message(Lang::Zh, found.unit);
    expected.code == finding.rule.code
        && expected
            .severity
            .is_none_or(|severity| severity == finding.severity)
        && expected
            .place
            .as_ref()
            .is_none_or(|place| place.is_at(finding.at))
        && expected
            .says
            .as_ref()
            .is_none_or(|text| says().contains(text))
        && expected
            .instead
            .as_ref()
            .is_none_or(|text| text == finding.instead.as_deref().unwrap_or("无"))
}

fn shown(finding: &Finding, found: &Found) -> String {
    let column = finding
        .at
        .column
        .map_or("", |column| column.spec().label().zh);
    format!(
        "{}{}@{}.{column}“{}”→{}",
        finding.rule.code,
        finding.severity.label().zh,
        finding.at.pointer(),
        finding.message(Lang::Zh, found.unit),
        finding.instead.as_deref().unwrap_or("无")
    )
}

#[test]
fn every_line_holds() {
    let bases = Bases::read();
    let mut faults = Vec::new();
    for case in cases() {
        let outcome = match case.as_ref() {
            Ok(case) => {
                held(case, &bases).map_err(|fault| (case.line.clone(), case.about.clone(), fault))
            }
            Err((line, fault)) => Err((line.clone(), "读不出".to_owned(), fault.clone())),
        };
        if let Err((line, about, fault)) = outcome {
            faults.push(format!("tests/scenarios/{line} {about}\n    {fault}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{}处不符\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// What a case changes can only be what is found, if nothing is found without it.
#[test]
fn nothing_is_found_in_a_base() {
    let bases = Bases::read();
    for name in bases.names() {
        let case = Case::bare(&name);
        let found = bases.found(&case).unwrap();
        let findings: Vec<_> = found
            .findings
            .iter()
            .map(|one| shown(one, &found))
            .collect();
        assert_eq!(findings, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_code_must_be_found_somewhere_and_must_not_be_elsewhere() {
    let (mut found, mut not_found) = (BTreeSet::new(), BTreeSet::new());
    for case in cases().into_iter().flatten() {
        found.extend(case.must.into_iter().map(|one| one.code));
        not_found.extend(
            case.must_not
                .into_iter()
                .filter_map(|refused| match refused {
                    Refused::One(one) => Some(one.code),
                    Refused::Rest => None,
                }),
        );
    }
    let live = rules::all().chain(read::RULES.iter().copied());
    let live: BTreeSet<String> = live.map(|rule| rule.code.to_owned()).collect();
    for (code, reason) in OUT_OF_REACH {
        assert!(
            live.contains(*code),
            "{code} {reason}, and is not there at all"
        );
        assert!(!found.contains(*code), "{code} {reason}, but a line has it");
    }
    let mut wanted = live.clone();
    wanted.retain(|code| OUT_OF_REACH.iter().all(|(other, _)| other != code));
    let missing = |said: &BTreeSet<String>| wanted.difference(said).cloned().collect::<Vec<_>>();
    let dead = |said: &BTreeSet<String>| said.difference(&live).cloned().collect::<Vec<_>>();
    assert_eq!(
        missing(&found),
        Vec::<String>::new(),
        "没有一行写明必须出现"
    );
    assert_eq!(
        missing(&not_found),
        Vec::<String>::new(),
        "没有一行写明不得出现"
    );
    assert_eq!(dead(&found), Vec::<String>::new(), "没有这些代码");
    assert_eq!(dead(&not_found), Vec::<String>::new(), "没有这些代码");
}

#[test]
fn there_are_three_hundred_lines_and_none_twice() {
    let mut seen = BTreeSet::new();
    let mut count = 0;
    for case in cases().into_iter().flatten() {
        count += 1;
        let key = (case.base, case.filled);
        assert!(
            seen.insert(key),
            "{} {} 与前面某行填得一样",
            case.line,
            case.about
        );
    }
    assert!(300 <= count, "{count}");
}
