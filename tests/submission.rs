//! The file that is handed in: when it can be had, what its digest covers, what comes back out of
//! it, and what a reader says once it has been tampered with.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

mod ledgers;

use arrears_ledger::api::{self, Answer, Verdict, validate};
use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::json::Tree;
use arrears_ledger::read::{Source, read};
use arrears_ledger::session::Session;
use arrears_ledger::submission::draft;
use arrears_ledger::text::Lang;
use ledgers::{HEADER, codes, confirm_all, ready, seen, submitted, text_of, today, typed};
use serde_json::{Value, json};
use sm3::{Digest, Sm3};

fn check(text: &str) -> Answer {
    let campaign = Campaign::yexian_2022();
    validate(
        "台账.json",
        text.as_bytes(),
        &Context::new(&campaign, today()),
    )
}

fn found(answer: &Answer) -> Vec<&'static str> {
    let rules = answer.findings.iter().map(|one| one.finding.rule);
    rules.map(|rule| rule.code).collect()
}

/// A session on the draft of another, after its file was changed by hand.
fn reopened(session: &Session, change: impl FnOnce(&mut Value)) -> Session {
    let mut file: Value = serde_json::from_str(&session.draft()).unwrap();
    change(&mut file);
    let reading = read(file.to_string().as_bytes());
    assert!(reading.whole);
    Session::open(reading, Campaign::yexian_2022(), today())
}

#[test]
fn a_finished_ledger_is_handed_in_as_a_valid_file() {
    let answer = check(&submitted());
    assert_eq!(answer.verdict, Verdict::Valid);
    assert_eq!(answer.verdict.exit_code(), 0);
    assert_eq!(answer.counts.confirmed, 1);
}

/// Recomputed with other people's code: `serde_json` sorts the members, `sm3` digests them.
#[test]
fn the_digest_is_sm3_over_the_canonical_form_without_the_digest() {
    let text = submitted();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    let stated = file.as_object_mut().unwrap().remove("digest").unwrap();
    let bytes = Sm3::digest(file.to_string().as_bytes());
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(stated, digits.concat());
    assert_eq!(api::digest(text.as_bytes()).unwrap(), digits.concat());
    assert_eq!(check(&text).digest, Some(digits.concat()));
}

#[test]
fn the_check_code_is_the_first_sixteen_digits_in_four_groups() {
    let submission = seen(&ready().submission().unwrap());
    let digest = submission["digest"].as_str().unwrap();
    let code = submission["check_code"].as_str().unwrap();
    let groups: Vec<&str> = code.split('-').collect();
    assert_eq!(groups.len(), 4);
    assert!(groups.iter().all(|group| group.len() == 4));
    assert!(digest.starts_with(&groups.concat().to_lowercase()));
}

#[test]
fn the_file_is_named_after_unit_period_and_revision() {
    let submission = seen(&ready().submission().unwrap());
    assert_eq!(submission["file_name"], "龙泉乡-2022-06-第1版.json");
    let odd = reopened(&ready(), |file| {
        file["header"]["report_unit_name"] = json!("龙泉乡");
        file["header"]["period"] = json!("2022-06");
        file["revision"] = json!(3);
    });
    let submission = seen(&odd.submission().unwrap());
    assert_eq!(submission["file_name"], "龙泉乡-2022-06-第3版.json");
}

#[test]
fn the_file_is_in_canonical_form() {
    let text = submitted();
    assert_eq!(Tree::parse(&text).unwrap().canonical(), text);
    let sorted: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(sorted.to_string(), text);
}

#[test]
fn reading_a_submission_gives_the_ledger_it_was_written_from() {
    let session = ready();
    let reading = read(text_of(&session).as_bytes());
    assert_eq!(reading.source, Source::Submission);
    assert!(reading.whole && reading.findings.is_empty());
    assert_eq!(&reading.ledger, session.ledger());
}

#[test]
fn a_session_on_a_submission_hands_in_the_same_file_again() {
    let text = submitted();
    let again = Session::open(read(text.as_bytes()), Campaign::yexian_2022(), today());
    assert_eq!(text_of(&again), text);
}

#[test]
fn layout_does_not_count_towards_the_digest() {
    let file: Value = serde_json::from_str(&submitted()).unwrap();
    let spacious = format!("\u{feff}{}\n", serde_json::to_string_pretty(&file).unwrap());
    let answer = check(&spacious);
    assert_eq!(answer.verdict, Verdict::Valid);
    assert_eq!(answer.digest.as_deref(), file["digest"].as_str());
}

#[test]
fn one_changed_character_anywhere_is_told() {
    let text = submitted();
    for (old, new) in [
        ("135000.00", "135000.01"),
        ("2020-11-02", "2020-11-03"),
        ("桌椅", "桌倚"),
        ("\"sealed\":true", "\"sealed\":false"),
        ("\"no\":1", "\"no\":3"),
        ("第七条", "第八条"),
        ("\"revision\":1", "\"revision\":2"),
        ("goods_payment", "other"),
    ] {
        assert!(text.contains(old), "{old}");
        let answer = check(&text.replacen(old, new, 1));
        assert!(found(&answer).contains(&"J-04"), "{old} became {new}");
        assert_eq!(answer.verdict, Verdict::Errors, "{old} became {new}");
    }
}

#[test]
fn a_changed_digest_is_told_and_the_true_one_answered() {
    let text = submitted();
    let file: Value = serde_json::from_str(&text).unwrap();
    let digest = file["digest"].as_str().unwrap();
    let answer = check(&text.replace(digest, &"0".repeat(64)));
    assert_eq!(found(&answer), ["J-04", "D-05"]);
    assert_eq!(answer.digest.as_deref(), Some(digest));
}

#[test]
fn a_submission_without_a_digest_is_an_error() {
    let mut file: Value = serde_json::from_str(&submitted()).unwrap();
    file.as_object_mut().unwrap().remove("digest");
    assert_eq!(check(&file.to_string()).verdict, Verdict::Errors);
}

/// Other readers take the first or the last of two members; so no digest can vouch for both.
#[test]
fn a_member_twice_is_an_error_wherever_it_stands() {
    let mut file: Value = serde_json::from_str(&submitted()).unwrap();
    file["entries"][1]["instalments"][0]["期内"] = json!("甲");
    file["entries"][1]["自用"] = json!("甲");
    file["header"]["栏"] = json!("甲");
    file["又"] = json!({ "里": "甲" });
    let text = file.to_string();
    for member in [
        "\"期内\":",
        "\"自用\":",
        "\"栏\":",
        "\"又\":",
        "\"里\":",
        "\"no\":",
        "\"instalments\":",
        "\"code\":",
        "\"sealed\":",
    ] {
        assert!(text.contains(member), "{member}");
        let value = if member == "\"instalments\":" {
            "[{}]"
        } else {
            "\"乙\""
        };
        let twice = text.replacen(member, &format!("{member}{value},{member}"), 1);
        let answer = check(&twice);
        let is_told = answer.verdict == Verdict::Errors || answer.verdict == Verdict::Unreadable;
        assert!(is_told, "{member} twice: {}", answer.text(Lang::En));
    }
}

/// An empty list is a list: what follows it under the same name is a second one.
#[test]
fn a_second_list_of_children_is_told_after_an_empty_one() {
    let text = submitted().replacen("\"instalments\":", "\"instalments\":[],\"instalments\":", 1);
    let answer = check(&text);
    let found = answer.findings.iter().map(|one| one.finding.rule.code);
    assert!(found.into_iter().any(|code| code == "J-05"));
}

#[test]
fn no_submission_while_a_warning_is_open() {
    let session = typed();
    assert_eq!(codes(&session), ["D-05"]);
    let counts = session.submission().unwrap_err();
    assert_eq!((counts.errors, counts.warnings), (0, 1));
    assert!(!counts.is_ready());
}

#[test]
fn no_submission_while_an_error_is_left() {
    let mut session = ready();
    session.set_cell(0, "arrears_amount", "约12万").unwrap();
    let counts = session.submission().unwrap_err();
    assert!(0 < counts.errors);
    session.undo();
    assert!(session.submission().is_ok());
}

#[test]
fn an_error_or_a_notice_cannot_be_confirmed_away() {
    let mut session = typed();
    session.set_cell(0, "creditor_name", "").unwrap();
    let error = session
        .findings()
        .into_iter()
        .find(|one| one.severity.code() == "error");
    assert!(session.confirm(&error.unwrap().id, "因故").is_err());
}

#[test]
fn a_confirmation_lapses_with_the_value_it_was_given_for_and_comes_back_with_it() {
    let mut session = ready();
    let reason = |session: &Session| session.findings()[0].reason.clone();
    assert!(reason(&session).is_some());
    session.set_cell(0, "due_date", "2021-06-20").unwrap();
    assert_eq!((codes(&session), reason(&session)), (vec!["D-05"], None));
    assert!(session.submission().is_err());
    session.set_cell(0, "due_date", "2021.5.20").unwrap();
    assert!(reason(&session).is_some());
    assert!(session.submission().is_ok());
}

#[test]
fn a_confirmation_holds_while_other_cells_change_and_rows_move() {
    let mut session = ready();
    session.set_cell(0, "remark", "已约谈").unwrap();
    session.set_cell(0, "seq_no", "2").unwrap();
    session.set_cell(1, "seq_no", "1").unwrap();
    session.set_header("phone", "").unwrap();
    assert!(session.submission().is_ok());
}

#[test]
fn a_lapsed_confirmation_stays_in_the_draft_and_out_of_the_submission() {
    let mut session = ready();
    session.set_cell(0, "due_date", "2021-01-20").unwrap();
    assert!(codes(&session).is_empty());
    let file: Value = serde_json::from_str(&text_of(&session)).unwrap();
    assert_eq!(file["confirmations"], json!([]));
    let kept: Value = serde_json::from_str(&session.draft()).unwrap();
    assert_eq!(kept["confirmations"][0]["code"], "D-05");
}

#[test]
fn an_answer_says_why_a_warning_was_confirmed() {
    let answer: Value = serde_json::from_str(&check(&submitted()).json(Lang::Zh)).unwrap();
    assert_eq!(answer["valid"], true);
    assert_eq!(answer["counts"]["confirmed"], 1);
    let finding = &answer["findings"][0];
    assert_eq!(finding["code"], "D-05");
    assert_eq!(finding["path"], "/entries/0/due_date");
    assert_eq!(finding["reason"], "合同约定分期付款，见合同第七条");
    let open: Value = serde_json::from_str(&check(&typed().draft()).json(Lang::Zh)).unwrap();
    assert_eq!(open["findings"][0].get("reason"), None);
}

#[test]
fn unknown_members_survive_a_draft_and_are_told() {
    let session = reopened(&ready(), |file| {
        file["市级字段"] = json!({ "编号": [1, true, null] });
        file["header"]["传真"] = json!("0375-1");
        file["entries"][0]["开户行"] = json!("某银行叶县支行");
        file["entries"][1]["instalments"][0]["经办"] = json!(7);
    });
    assert_eq!(codes(&session), ["H-16", "H-16", "H-16", "D-05", "H-16"]);
    let reading = read(session.draft().as_bytes());
    assert_eq!(&reading.ledger, session.ledger());
    let back: Value = serde_json::from_str(&session.draft()).unwrap();
    assert_eq!(back["市级字段"]["编号"], json!([1, true, null]));
    assert_eq!(back["header"]["传真"], "0375-1");
    assert_eq!(back["entries"][0]["开户行"], "某银行叶县支行");
    assert_eq!(back["entries"][1]["instalments"][0]["经办"], 7);
}

#[test]
fn unknown_members_are_handed_in_once_they_are_confirmed() {
    let mut session = reopened(&ready(), |file| {
        file["entries"][0]["开户行"] = json!("某银行叶县支行");
    });
    assert!(session.submission().is_err());
    confirm_all(&mut session, "本单位自用栏");
    let text = text_of(&session);
    assert!(text.contains("\"开户行\":\"某银行叶县支行\""));
    assert_eq!(check(&text).verdict, Verdict::Valid);
}

#[test]
fn a_unit_that_owes_nothing_hands_in_a_nil_report() {
    let mut session = Session::new(Campaign::yexian_2022(), today());
    session.choose_unit("410422207").unwrap();
    for (key, text) in HEADER
        .iter()
        .filter(|(key, _)| !key.starts_with("declared"))
    {
        session.set_header(key, text).unwrap();
    }
    assert_eq!(
        codes(&session),
        ["H-05"],
        "an empty ledger must say that it is meant"
    );
    session.set_header("is_nil", "是").unwrap();
    assert!(codes(&session).is_empty());
    let text = text_of(&session);
    assert_eq!(check(&text).verdict, Verdict::Valid);
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["entries"], json!([]));
}

#[test]
fn a_draft_keeps_what_could_not_be_read() {
    let mut session = typed();
    session.set_cell(0, "arrears_amount", "约12万").unwrap();
    session.set_header("filled_on", "前天").unwrap();
    session
        .set_child(1, "instalments", 0, "due_on", "年底")
        .unwrap();
    let reading = read(draft(session.ledger()).as_bytes());
    assert_eq!(reading.source, Source::Draft);
    assert_eq!(&reading.ledger, session.ledger());
}
