//! The schemas that are shipped say of a file what the programs say of it.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
mod anything;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/submissions.rs"]
mod submissions;

use std::sync::LazyLock;

use arrears_ledger::api::{Answer, Verdict, digest, unopened, validate};
use arrears_ledger::campaign::{Campaign, Context, YEXIAN_2022};
use arrears_ledger::schema;
use arrears_ledger::text::Lang;
use jsonschema::Validator;
use ledgers::{ready, submitted, today, typed};
use proptest::prelude::*;
use serde_json::{Value, json};

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

static SUBMISSION: LazyLock<Validator> = LazyLock::new(|| validator(&schema::submission()));
static FINDINGS: LazyLock<Validator> = LazyLock::new(|| validator(&schema::findings()));
static CAMPAIGN: LazyLock<Validator> = LazyLock::new(|| validator(&schema::campaign()));

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    let fault = |one: jsonschema::ValidationError<'_>| format!("{}: {one}", one.instance_path());
    validator.iter_errors(value).map(fault).collect()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn check(file: &Value) -> Answer {
    let text = file.to_string();
    validate(
        "a.json",
        text.as_bytes(),
        &Context::new(&Campaign::yexian_2022(), today()),
    )
}

#[test]
fn a_submission_fits_its_schema() {
    assert_eq!(faults(&SUBMISSION, &value(&submitted())), [""; 0]);
}

proptest! {
    #![proptest_config(anything::cases(48))]

    #[test]
    fn whatever_is_handed_in_fits_and_is_valid((text, debts) in submissions::submission()) {
        let file = value(&text);
        prop_assert_eq!(faults(&SUBMISSION, &file), [""; 0]);
        prop_assert_eq!(file["entries"].as_array().unwrap().len(), debts);
        let answer = validate("a.json", text.as_bytes(), &Context::new(&Campaign::yexian_2022(), today()));
        prop_assert_eq!(answer.verdict, Verdict::Valid);
        prop_assert_eq!(faults(&FINDINGS, &value(&answer.json(Lang::En))), [""; 0]);
    }

    #[test]
    fn every_answer_fits_its_schema(ledger in anything::ledger()) {
        let text = arrears_ledger::submission::draft(&ledger);
        let answer = validate("a.json", text.as_bytes(), &Context::new(&Campaign::yexian_2022(), today()));
        for lang in [Lang::Zh, Lang::En] {
            prop_assert_eq!(faults(&FINDINGS, &value(&answer.json(lang))), [""; 0]);
        }
    }
}

#[test]
fn the_schema_refuses_values_of_another_type() {
    for (pointer, wrong) in [
        ("/format", json!("arrears-ledger-draft")),
        ("/version", json!("1")),
        ("/campaign", json!("")),
        ("/revision", json!(0)),
        ("/digest", json!("ABC")),
        ("/header", json!([])),
        ("/header/period", json!("2022年6月")),
        ("/header/cutoff_date", json!("2022-06")),
        ("/header/cutoff_date", json!("2022-02-30")),
        ("/header/amount_unit", json!("万元")),
        ("/header/is_nil", json!("否")),
        ("/header/declared_count", json!(-1)),
        ("/header/filler", json!("李".repeat(31))),
        ("/entries", json!({})),
        ("/entries/0/arrears_amount", json!(135_000)),
        ("/entries/0/arrears_amount", json!("135000")),
        ("/entries/0/arrears_amount", json!("0135000.00")),
        ("/entries/0/creditor_uscc", json!("91350100M000100O43")),
        ("/entries/0/creditor_name", json!(null)),
        ("/entries/0/causes", json!("fund_shortage")),
        (
            "/entries/0/causes",
            json!(["fund_shortage", "fund_shortage"]),
        ),
        ("/entries/0/dispute", json!("有分歧")),
        ("/entries/0/seq_no", json!("1")),
        ("/entries/1/instalments", json!([1])),
        ("/entries/1/instalments/0/due_on", json!("2022-9")),
        ("/confirmations/0/values", json!("")),
        ("/confirmations/0/reason", json!("")),
    ] {
        let mut file = value(&submitted());
        *file.pointer_mut(pointer).unwrap() = wrong.clone();
        assert!(!SUBMISSION.is_valid(&file), "{pointer} may be {wrong}");
    }
}

/// What stands around the records has one shape, whatever the digest says.
#[test]
fn the_program_refuses_around_the_records_what_the_schema_refuses() {
    for (pointer, wrong, code) in [
        ("/version", json!("1"), "J-03"),
        ("/revision", json!("1"), "J-07"),
        ("/revision", json!(0), "J-07"),
        ("/revision", json!(null), "J-07"),
        ("/previous", json!([1]), "J-07"),
        ("/header", json!([]), "J-07"),
        ("/entries", json!({}), "J-07"),
        ("/confirmations", json!({}), "J-07"),
        ("/confirmations/0", json!(5), "J-07"),
    ] {
        let mut file = value(&submitted());
        file["previous"] = json!("0".repeat(64));
        *file.pointer_mut(pointer).unwrap() = wrong;
        assert!(!SUBMISSION.is_valid(&file), "{pointer}");
        file["digest"] = json!(digest(file.to_string().as_bytes()).unwrap());
        let answer = check(&file);
        assert_eq!(answer.verdict, Verdict::Unreadable, "{pointer}");
        let codes = answer.findings.iter().map(|one| one.finding.rule.code);
        assert!(codes.collect::<Vec<_>>().contains(&code), "{pointer}");
    }
}

#[test]
fn the_schema_refuses_a_file_without_what_it_must_have() {
    let places = [
        ("", "digest"),
        ("", "header"),
        ("/header", "report_unit_code"),
        ("/entries/0", "creditor_name"),
        ("/entries/1/instalments/0", "due_on"),
        ("/confirmations/0", "reason"),
    ];
    for (pointer, member) in places {
        let mut file = value(&submitted());
        let record = file.pointer_mut(pointer).unwrap();
        assert!(record.as_object_mut().unwrap().remove(member).is_some());
        assert!(!SUBMISSION.is_valid(&file), "{pointer} may lack {member}");
    }
}

#[test]
fn the_schema_lets_members_of_others_stand() {
    let mut file = value(&submitted());
    file["entries"][0]["开户行"] = json!({ "行": 1.5 });
    file["另"] = json!(null);
    assert!(SUBMISSION.is_valid(&file));
}

#[test]
fn the_answer_for_every_sample_fits_its_schema() {
    let (campaign, today) = (Campaign::yexian_2022(), today());
    let longquan = include_bytes!("samples/longquan-2022-06.tsv").as_slice();
    let jiaotong = include_bytes!("samples/jiaotong-2022-06.gb18030.csv");
    let kunyang = include_bytes!("samples/kunyang-2022-06.xlsx");
    let (draft, warned) = (ready().draft(), typed().draft());
    for bytes in [
        longquan,
        jiaotong,
        kunyang,
        b"",
        b"{",
        draft.as_bytes(),
        warned.as_bytes(),
    ] {
        let answer = validate("a", bytes, &Context::new(&campaign, today));
        assert_eq!(faults(&FINDINGS, &value(&answer.json(Lang::Zh))), [""; 0]);
    }
    let answer = unopened("a", "没有这个文件");
    assert_eq!(faults(&FINDINGS, &value(&answer.json(Lang::En))), [""; 0]);
}

#[test]
fn the_corpus_fits_its_schemas() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/parity");
    let read = |name: &str| value(&std::fs::read_to_string(format!("{folder}/{name}")).unwrap());
    for name in ["valid.json", "nil.json", "unconfirmed.json"] {
        assert_eq!(faults(&SUBMISSION, &read(name)), [""; 0], "{name}");
    }
    for name in ["draft.json", "wrong-types.json", "no-digest.json"] {
        assert!(!SUBMISSION.is_valid(&read(name)), "{name}");
    }
    for file in std::fs::read_dir(format!("{folder}/expected")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let answer = read(&format!("expected/{name}"));
        assert_eq!(faults(&FINDINGS, &answer), [""; 0], "{name}");
    }
}

/// Whether the program and the schema take a campaign; they must not differ.
fn is_a_campaign(campaign: &Value) -> bool {
    let parsed = Campaign::parse(&campaign.to_string());
    let faults = faults(&CAMPAIGN, campaign);
    assert_eq!(
        parsed.is_ok(),
        faults.is_empty(),
        "{:?} {faults:?}",
        parsed.err()
    );
    faults.is_empty()
}

#[test]
fn the_campaign_the_crate_carries_is_one() {
    assert!(is_a_campaign(&value(YEXIAN_2022)));
}

#[test]
fn a_campaign_that_lacks_a_member_is_refused() {
    let whole = value(YEXIAN_2022);
    let optional = ["external", "outside", "reasons", "rules"];
    for member in whole.as_object().unwrap().keys() {
        let mut campaign = whole.clone();
        campaign.as_object_mut().unwrap().remove(member);
        assert_eq!(
            is_a_campaign(&campaign),
            optional.contains(&member.as_str()),
            "without {member}"
        );
    }
    for pointer in [
        "/units/0/code",
        "/units/0/kind",
        "/deadlines/plan",
        "/title/en",
        "/plan_makers/0/when",
    ] {
        let mut campaign = whole.clone();
        let (record, member) = pointer.rsplit_once('/').unwrap();
        let record = campaign.pointer_mut(record).unwrap();
        assert!(
            record.as_object_mut().unwrap().remove(member).is_some(),
            "{pointer}"
        );
        assert!(!is_a_campaign(&campaign), "without {pointer}");
    }
}

#[test]
fn a_campaign_with_a_member_too_many_is_refused() {
    let records = [
        "",
        "/title",
        "/notice",
        "/units/0",
        "/plan_makers/0",
        "/plan_makers/0/when",
        "/consequences/0/text",
        "/office",
    ];
    for record in records {
        let mut campaign = value(YEXIAN_2022);
        campaign.pointer_mut(record).unwrap()["extra"] = json!("x");
        assert!(!is_a_campaign(&campaign), "{record}/extra");
    }
}

#[test]
fn a_campaign_with_a_code_no_list_has_is_refused() {
    for (record, member, code) in [
        ("", "format", json!("campaign")),
        ("", "amount_unit", json!("万元")),
        ("", "nil_report", json!("never")),
        ("/units/0", "kind", json!("乡镇")),
        ("/units/0", "sector", json!("mining")),
        ("/plan_makers/0/when", "debtor_channel", json!(["nobody"])),
        ("/supervisors/0/when", "migrant_wages", json!(["是"])),
        ("/consequences/0/when", "no_such_column", json!(["x"])),
        ("/plan_makers/0/when", "remark", json!(["x"])),
    ] {
        let mut campaign = value(YEXIAN_2022);
        campaign.pointer_mut(record).unwrap()[member] = code;
        assert!(!is_a_campaign(&campaign), "{record}/{member}");
    }
}

#[test]
fn a_campaign_with_a_value_of_another_type_is_refused() {
    for (pointer, wrong) in [
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/id", json!(1)),
        ("/title", json!("标题")),
        ("/title/zh", json!(null)),
        ("/period", json!("2022年6月")),
        ("/period", json!("六月")),
        ("/notice/issued_on", json!("2022/06/21")),
        ("/notice/issued_on", json!("2022-06")),
        ("/deadlines/ledger", json!("2022-06-31")),
        ("/units", json!({})),
        ("/units/0", json!("龙泉乡")),
        ("/units/0/also", json!("龙泉乡人民政府")),
        ("/units/0/also", json!([1])),
        ("/reasons", json!("已核对")),
        ("/rules", json!([{ "on": false }])),
        ("/plan_makers/0/when", json!([])),
        ("/plan_makers/0/who", json!("@debtor")),
    ] {
        let mut campaign = value(YEXIAN_2022);
        let (record, member) = pointer.rsplit_once('/').unwrap();
        match campaign.pointer_mut(pointer) {
            Some(place) => *place = wrong.clone(),
            None => campaign.pointer_mut(record).unwrap()[member] = wrong.clone(),
        }
        assert!(!is_a_campaign(&campaign), "{pointer} may be {wrong}");
    }
}
