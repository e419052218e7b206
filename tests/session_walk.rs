//! A long walk through a ledger whose debts resemble each other: after every step, what the session
//! keeps is what a full check of its ledger finds, and what it told is what changed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/made.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod made;

use std::collections::{BTreeMap, BTreeSet};

use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::{Before, Entry, Ledger};
use arrears_ledger::read::{Reading, Source};
use arrears_ledger::review::{Reviewed, count, review};
use arrears_ledger::session::{Change, EditError, Session};
use ledgers::{context, today};
use made::{Dice, ledger};

const ROWS: usize = 14;

/// Texts that meet: few of a kind, so that debts share keys, lose them and get them back.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "debtor_name",
        &["龙泉乡人民政府", "龙泉乡中心学校", "龙泉乡", "甲"],
    ),
    (
        "debtor_uscc",
        &["11410422005453201F", "11410422006149008X", ""],
    ),
    (
        "creditor_name",
        &["叶县安泰商贸有限公司", "叶县安泰商贸公司", "乙"],
    ),
    (
        "creditor_uscc",
        &["91350100M000100Y43", "92630105MA753YNL1J", ""],
    ),
    ("project_name", &["桥梁加固工程", "道路硬化工程", ""]),
    ("contract_no", &["LQ-1", "LQ-2", "", "2.02106E+11"]),
    ("arrears_amount", &["10万元", "20万元", "约10", "", "-1"]),
    ("contract_amount", &["15万元", "25万元", ""]),
    ("settled_price", &["12万元", ""]),
    ("sign_date", &["2020-01-05", "2022-07-01", ""]),
    ("due_date", &["2018-03", "2021-05-20", "2022-12", ""]),
    ("status", &["booked", "removed", "in_court", "closed", ""]),
    ("debtor_type", &["机关", "事业单位", "国有企业", ""]),
    ("debtor_parent", &["叶县教育体育局", ""]),
    ("duty_unit", &["龙泉乡人民政府", ""]),
    ("duty_person", &["李某", ""]),
    ("seq_no", &["1", "2", "3", ""]),
    ("debt_id", &["410422207-2022-06-0001", "甲", ""]),
    ("dispute", &["无分歧", "部分分歧", ""]),
    ("causes", &["未结算", ""]),
    ("plan_finish", &["2022-12", ""]),
    ("supervisors", &["叶县财政局", ""]),
    ("migrant_wages", &["是", "否", ""]),
    ("money_kind", &["保证金", "货款", ""]),
];
const HEADER: &[(&str, &[&str])] = &[
    ("declared_total", &["100万元", "170万元", ""]),
    ("declared_count", &["14", "15", ""]),
    ("paper_total", &["100万元", ""]),
    ("cutoff_date", &["2022-06-10", "2021-01-01", ""]),
    ("filler", &["李某", ""]),
    ("phone", &["3758053465", ""]),
    ("amount_unit", &["元", "万元"]),
    ("period", &["2022-06", "2022-07"]),
    ("report_unit_code", &["410422207", "410422204"]),
    ("is_nil", &["是", "否"]),
];

/// One step of the walk, by its number; `None` where there was nothing to do it to.
fn step(session: &mut Session, dice: &mut Dice) -> Option<(usize, Change)> {
    let rows = session.ledger().entries.len();
    let row = dice.below(rows);
    let pick = |dice: &mut Dice, of: &[(&'static str, &'static [&'static str])]| {
        let (key, texts) = of[dice.below(of.len())];
        (key, dice.one(texts))
    };
    let finding = |dice: &mut Dice| {
        let all = session.reviewed();
        all.get(dice.below(all.len()))
            .map(|one| one.id.clone())
            .unwrap_or_default()
    };
    let owned = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let kind = dice.below(44);
    let change: Result<Change, EditError> = match kind {
        0..18 => {
            let (key, text) = pick(dice, TEXTS);
            session.set_cell(row, key, text)
        }
        18..21 => {
            let (key, text) = pick(dice, HEADER);
            session.set_header(key, text)
        }
        21 => session.insert_rows(row, 1),
        22 if ROWS <= rows => session.remove_rows(row, 1 + dice.below(2)),
        22 => session.remove_lines(&[row, row + 1 + dice.below(2)]),
        23 | 41 => session.duplicate_row(row),
        24 => session.move_rows(row, 1, dice.below(rows)),
        25 => session.fill_down(row, dice.below(4), &[pick(dice, TEXTS).0.to_owned()]),
        26 => session.set_plans(
            &owned(&["due_on", "amount"]),
            &[
                (row, owned(&["2022-09", "5"])),
                (row, owned(&["2022-12", "约3"])),
                (dice.below(rows), owned(&["2022-10-31", "2"])),
            ],
        ),
        27 => session.add_records(
            "payments",
            &owned(&["paid_on", "amount"]),
            &[
                (row, owned(&["2022-05-01", "1"])),
                (dice.below(rows), owned(&["2022-05-02", "2"])),
                (row, owned(&["2022-05-03", "约3"])),
            ],
        ),
        28 => session.add_child(row, dice.one(&["instalments", "payments", "changes"])),
        29 => session.set_child(row, "payments", 0, "amount", dice.one(&["3", "约3", ""])),
        30 => session.set_child(
            row,
            "changes",
            0,
            "field",
            dice.one(&["arrears_amount", "status"]),
        ),
        31 => session.remove_child(row, "payments", 0),
        32..34 => {
            let id = finding(dice);
            session.confirm(&id, dice.one(&["有合同为证", "已核实", ""]))
        }
        34 => {
            let id = finding(dice);
            session.repair(&id)
        }
        35 => {
            let keys = owned(&["debtor_name", "creditor_name", "arrears_amount"]);
            let text = "甲\t乙\t10万元\n龙泉乡人民政府\t乙\t20万元";
            let lines = [dice.below(rows), row];
            let lines = (dice.below(2) == 0).then_some(&lines[..dice.below(3)]);
            let pasted = session.paste_as(row, &keys, text, None, lines);
            pasted.map(|pasted| pasted.change)
        }
        36..39 => Ok(session.undo()),
        39 => Ok(session.redo()),
        40 => session.insert_rows(row, 2),
        42 => session.move_rows(row, 1 + dice.below(3), dice.below(rows)),
        _ => session.set_cell(row, "debt_id", dice.one(&["甲", "#3", ""])),
    };
    Some((kind, change.ok()?))
}

fn shown(one: &Reviewed) -> String {
    let Reviewed {
        id,
        finding,
        reason,
        ..
    } = one;
    format!(
        "{id} {:?} {:?} {:?} {reason:?}",
        finding.at, finding.facts, finding.instead
    )
}

/// What can be told of findings: everything they say, by their ids.
fn told(all: Vec<Reviewed>) -> BTreeMap<String, String> {
    let say = |one: Reviewed| (one.id, format!("{:?} {:?}", one.finding, one.reason));
    all.into_iter().map(say).collect()
}

fn opened(ledger: Ledger, before: Option<&Before>) -> Session {
    let reading = Reading {
        ledger,
        findings: Vec::new(),
        source: Source::Submission,
        digest: None,
        unsealed: None,
        mapping: None,
        whole: true,
    };
    let mut session = Session::open(reading, Campaign::yexian_2022(), today());
    session.follow(before.cloned());
    session
}

fn walk(seed: u64, steps: usize, before: Option<&Before>) {
    let mut start = ledger(ROWS, seed);
    let (texts, mut dice) = (TEXTS, Dice::of(seed));
    for entry in &mut start.entries {
        for (key, texts) in texts.iter().filter(|(key, _)| *key != "debt_id") {
            let field = Entry::field(key).unwrap();
            entry.set(field, dice.one(texts), start.header.unit());
        }
    }
    let mut session = opened(start, before);
    let campaign = Campaign::yexian_2022();
    let mut known = told(session.reviewed());
    for number in 0..steps {
        let Some((made, change)) = step(&mut session, &mut dice) else {
            continue;
        };
        let context = Context {
            before,
            ..context(&campaign)
        };
        let full = review(session.ledger(), &context);
        let kept = session.reviewed();
        let is_off = |(kept, full): &(&Reviewed, &Reviewed)| kept != full;
        let off = kept.iter().zip(&full).find(is_off);
        let place = format!("step {number} of walk {seed}: {made}");
        assert_eq!(
            off.map(|(kept, _)| shown(kept)),
            off.map(|(_, full)| shown(full)),
            "{place}"
        );
        assert_eq!(kept.len(), full.len(), "{place}");
        assert_eq!(session.counts(), count(&full));
        assert_eq!(change.overview, session.overview());
        assert_eq!(session.totals(), session.ledger().totals());
        let now = told(session.reviewed());
        if !change.reload_findings {
            let added: BTreeSet<_> = change.added.iter().map(|one| one.id.as_str()).collect();
            let expected: BTreeSet<_> = now
                .iter()
                .filter(|(id, says)| known.get(*id) != Some(says))
                .map(|(id, _)| id.as_str())
                .collect();
            assert_eq!(added, expected, "added by step {number} of walk {seed}");
            let mut removed: Vec<&str> = change.removed.iter().map(String::as_str).collect();
            removed.sort_unstable();
            let gone = known.iter().filter(|(id, says)| now.get(*id) != Some(says));
            let expected: Vec<&str> = gone.map(|(id, _)| id.as_str()).collect();
            assert_eq!(removed, expected, "removed by step {number} of walk {seed}");
        }
        known = now;
    }
}

fn steps() -> usize {
    let asked = std::env::var("WALK_STEPS").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(1_500)
}

#[test]
fn a_session_keeps_its_law_on_a_long_walk() {
    walk(1, steps(), None);
}

#[test]
fn a_session_that_follows_another_keeps_its_law() {
    walk(2, steps(), Some(&Before::of(ledger(ROWS, 7))));
}
