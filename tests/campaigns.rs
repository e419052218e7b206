//! Campaigns are files: another county, another year, other rules, with no line of code changed.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "ledgers/program.rs"]
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use arrears_ledger::amount::Unit;
use arrears_ledger::campaign::{Campaign, YEXIAN_2022};
use arrears_ledger::rule::Severity;
use arrears_ledger::session::Session;
use arrears_ledger::text::Lang;
use arrears_ledger::vet::vet;
use chrono::NaiveDate;
use program::{Run, run_with};
use serde_json::{Value, json};

const YUNXI: &str = include_str!("campaigns/yunxi-2025.json");
const FILE: &str = "tests/campaigns/yunxi-2025.json";
const TODAY: &str = "2025-09-20";

const HEADER: &[(&str, &str)] = &[
    ("cutoff_date", "2025-09-15"),
    ("declared_count", "1"),
    ("declared_total", "186000.50"),
    ("filled_on", "2025-09-18"),
    ("filler", "赵某"),
    ("reviewer", "钱某"),
    ("head", "孙某"),
    ("sealed", "是"),
];

const SCHOOL: &[(&str, &str)] = &[
    ("seq_no", "1"),
    ("debtor_name", "白水镇人民政府"),
    ("debtor_uscc", "11410422005453201F"),
    ("debtor_type", "机关"),
    ("debtor_channel", "乡镇"),
    ("debtor_area_code", "419922002"),
    ("creditor_name", "云溪县恒信建筑工程有限公司"),
    ("creditor_uscc", "91350100M000100Y43"),
    ("creditor_size", "小型"),
    ("project_name", "2023年白水镇中心小学操场改造工程"),
    ("contract_basis", "书面合同"),
    ("sign_date", "2023-05-10"),
    ("procurement_kind", "工程"),
    ("money_kind", "工程款"),
    ("sector", "教体"),
    ("is_gov_invest", "是"),
    ("contract_amount", "486000.50"),
    ("paid_before", "300000"),
    ("arrears_amount", "186000.50"),
    ("delivered_on", "2023-09-01"),
    ("due_date", "2023-10-31"),
    ("dispute", "有分歧"),
    ("dispute_note", "对增项工程量有分歧"),
    ("judicial", "未进入"),
    ("causes", "未结算"),
    ("migrant_wages", "否"),
    ("duty_unit", "白水镇人民政府"),
    ("duty_person", "李某"),
];

fn yunxi() -> Campaign {
    vet(YUNXI).usable().unwrap()
}

fn typed(campaign: Campaign, cells: &[(&str, &str)]) -> Session {
    let today = NaiveDate::parse_from_str(TODAY, "%Y-%m-%d").unwrap();
    let mut session = Session::new(campaign, today);
    session.choose_unit("419922002").unwrap();
    for (key, text) in HEADER {
        session.set_header(key, text).unwrap();
    }
    session.insert_rows(0, 1).unwrap();
    for (key, text) in SCHOOL.iter().chain(cells) {
        session.set_cell(0, key, text).unwrap();
    }
    session
}

fn codes(session: &Session) -> Vec<&'static str> {
    session.findings().iter().map(|one| one.code).collect()
}

/// Checks a draft on the command line.
fn validate(draft: &str, arguments: &[&str]) -> Run {
    let mut all = vec!["validate", "-", "--today", TODAY, "--format", "json"];
    all.extend(arguments);
    run_with(&all, draft.as_bytes())
}

fn found(run: &Run) -> Vec<String> {
    let answer: Value = serde_json::from_str(&run.out).unwrap();
    let findings = answer["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|one| one["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn both_campaigns_can_be_worked_with() {
    assert!(vet(YUNXI).faults.is_empty(), "{:?}", vet(YUNXI).faults);
    // The notice of 2022 was issued after its own deadlines; nothing else is odd.
    let faults = vet(YEXIAN_2022).faults;
    assert!(
        faults
            .iter()
            .all(|fault| fault.severity == Severity::Notice)
    );
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn a_ledger_of_another_county_is_in_order_there_and_nowhere_else() {
    let session = typed(yunxi(), &[]);
    assert_eq!(codes(&session), [""; 0]);
    let draft = session.draft();
    let there = validate(&draft, &["--campaign", FILE]);
    assert_eq!(
        (there.code, found(&there)),
        (0, Vec::new()),
        "{}",
        there.out
    );
    let elsewhere = validate(&draft, &[]);
    assert_eq!(elsewhere.code, 1, "{}", elsewhere.out);
    assert!(found(&elsewhere).iter().any(|code| code.starts_with('J')));
}

#[test]
fn amounts_are_in_yuan_and_names_are_those_of_its_roster() {
    let session = typed(yunxi(), &[("arrears_amount", "0.5")]);
    assert_eq!(
        session.ledger().entries[0].arrears_amount.unwrap().fen(),
        50
    );
    let mut session = typed(yunxi(), &[("debtor_area_code", "410422207")]);
    assert!(codes(&session).contains(&"F-11"), "龙泉乡 is not Yunxi's");
    session
        .set_cell(0, "debtor_area_code", "419922002")
        .unwrap();
    session.set_cell(0, "debtor_name", "梅坪公社").unwrap();
    assert!(codes(&session).contains(&"F-12"), "{:?}", codes(&session));
}

#[test]
fn limits_that_are_moved_and_rules_that_are_off_say_so_through_every_face() {
    let large: &[_] = &[
        ("contract_amount", "20000000.01"),
        ("paid_before", "0"),
        ("arrears_amount", "20000000.01"),
    ];
    let early: &[_] = &[("due_date", "2025-10-31")];
    let mut usual: Value = serde_json::from_str(YUNXI).unwrap();
    usual["rules"] = json!([]);
    let usual = Campaign::parse(&usual.to_string()).unwrap();
    // A-10 speaks of ten thousand yuan, so the ledger is kept in them.
    for (cells, code, in_yunxi) in [(large, "A-10", true), (early, "D-03", false)] {
        let codes_in = |campaign: &Campaign| {
            let mut session = typed(campaign.clone(), cells);
            session.set_header("amount_unit", "万元").unwrap();
            (codes(&session).contains(&code), session.draft())
        };
        let (there, draft) = codes_in(&yunxi());
        assert_eq!(there, in_yunxi, "{code}");
        assert_eq!(codes_in(&usual).0, !in_yunxi, "{code} as usual");
        let run = validate(&draft, &["--campaign", FILE]);
        assert_eq!(
            found(&run).iter().any(|one| one == code),
            in_yunxi,
            "{code}"
        );
    }
}

#[test]
fn an_empty_ledger_is_told_that_silence_will_do() {
    let mut session = typed(yunxi(), &[]);
    session.remove_rows(0, 1).unwrap();
    let empty = session
        .findings()
        .into_iter()
        .find(|one| one.code == "H-05")
        .unwrap();
    assert!(
        empty.message.zh.contains("可不报送"),
        "{}",
        empty.message.zh
    );
}

#[test]
fn plans_and_supervision_follow_its_own_matrix() {
    let path = |session: &Session, key: &str| {
        let told = session.explain(0, Some(key)).unwrap();
        let line = |one: &arrears_ledger::explain::Explanation<'_>| {
            let value = one
                .value
                .as_ref()
                .map(|value| value.show(Lang::Zh, Unit::Yuan));
            (one.by.id().to_owned(), value.unwrap_or_default())
        };
        told.iter().map(line).collect::<Vec<_>>()
    };
    let session = typed(yunxi(), &[]);
    let own = |id: &str, value: &str| (id.to_owned(), value.to_owned());
    assert_eq!(path(&session, "plan_maker"), [own("M3", "白水镇人民政府")]);
    assert_eq!(
        path(&session, "supervisors"),
        [own("N1", "云溪县经济和信息化局"), own("N2", "云溪县教育局")]
    );
    assert_eq!(path(&session, "sanction"), []);
    let session = typed(
        yunxi(),
        &[("debtor_type", "其他国有大型企业"), ("dispute", "无分歧")],
    );
    assert_eq!(path(&session, "plan_maker"), [own("unresolved", "")]);
    let told = session.explain(0, Some("plan_maker")).unwrap();
    assert!(
        told[0]
            .todo
            .as_ref()
            .unwrap()
            .zh
            .contains("云溪县减轻企业负担办公室")
    );
    assert_eq!(path(&session, "sanction")[0].0, "Q1");
}

/// Code of the crate outside a campaign's own files knows no county, no year and no office; what
/// examples and tests say does not count, nor do comments.
#[test]
fn no_county_is_welded_in() {
    let campaign = Campaign::yexian_2022();
    let mut words: Vec<String> = vec![campaign.area, campaign.county, "平顶山".into()];
    words.extend([
        "企业服务活动办公室".into(),
        "县工信局".into(),
        campaign.office.phone,
    ]);
    words.extend([campaign.deadlines.ledger, campaign.deadlines.plan].map(|day| day.to_string()));
    words.push(campaign.notice.number);
    for unit in &campaign.units {
        words.push(unit.name.clone());
    }
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    for file in files
        .iter()
        .filter(|file| !file.starts_with("src/campaign"))
    {
        let text = fs::read_to_string(file).unwrap();
        for (number, line) in code(&text) {
            for word in &words {
                // An example of how a day is written is not a deadline.
                let is_form = line.contains("例如")
                    || line.contains("for example")
                    || line.contains("expected YYYY-MM-DD");
                let is_welded = line.contains(word.as_str()) && !is_form;
                assert!(!is_welded, "{}:{number}: {word} in {line}", file.display());
            }
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The lines of a file that are neither comments, nor examples of a rule, nor tests.
fn code(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut is_inside = false;
    for (index, whole) in text.lines().enumerate() {
        let line = whole.trim();
        if line.contains("#[cfg(test)]") {
            break;
        }
        let opens = line.starts_with("fails:") || line.starts_with("passes:");
        if !is_inside && !opens && !line.starts_with("//") {
            lines.push((index + 1, whole));
        }
        let is_raw = is_inside || (opens && line.contains("r#\""));
        is_inside = is_raw && !line.ends_with("\"#,");
    }
    lines
}
