//! What others would take: `serde_json` into a type, the `jsonschema` crate, garde. Each is held to
//! the findings we have of the same kind before it is measured, and says less than we do.
#![expect(
    clippy::struct_field_names,
    clippy::trivially_copy_pass_by_ref,
    reason = "the names are the file's, and garde hands its context over so"
)]

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use arrears_ledger::codes::Uscc;
use garde::Validate;
use serde::Deserialize;
use serde_json::Value;

use crate::{Place, median, place, places, tell};

/// A draft, its header left unread.
#[derive(Debug, Deserialize, Validate)]
struct Draft<'a> {
    #[serde(borrow)]
    #[garde(dive)]
    entries: Vec<Debt<'a>>,
}

type Text<'a> = Cow<'a, str>;

/// The columns the files have; a blank text is one that is not there.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
struct Debt<'a> {
    seq_no: u32,
    #[garde(custom(given))]
    #[serde(borrow)]
    debt_id: Text<'a>,
    #[serde(borrow)]
    source_channel: Text<'a>,
    #[garde(custom(given))]
    #[serde(borrow)]
    debtor_name: Text<'a>,
    #[garde(custom(code))]
    #[serde(borrow)]
    debtor_uscc: Text<'a>,
    #[garde(custom(given))]
    #[serde(borrow)]
    debtor_type: Text<'a>,
    #[serde(borrow)]
    debtor_channel: Text<'a>,
    #[serde(borrow)]
    debtor_area_code: Text<'a>,
    #[garde(custom(given))]
    #[serde(borrow)]
    creditor_name: Text<'a>,
    #[garde(custom(code))]
    #[serde(borrow)]
    creditor_uscc: Text<'a>,
    #[serde(borrow)]
    creditor_size: Text<'a>,
    #[garde(custom(given))]
    #[serde(borrow)]
    project_name: Text<'a>,
    #[serde(borrow)]
    contract_no: Text<'a>,
    #[serde(borrow)]
    contract_basis: Text<'a>,
    #[garde(custom(day))]
    #[serde(borrow)]
    sign_date: Text<'a>,
    #[garde(custom(given))]
    #[serde(borrow)]
    procurement_kind: Text<'a>,
    #[serde(borrow)]
    money_kind: Text<'a>,
    #[serde(borrow)]
    sector: Text<'a>,
    #[garde(custom(money))]
    #[serde(borrow)]
    contract_amount: Text<'a>,
    #[serde(borrow)]
    paid_before: Text<'a>,
    #[garde(custom(money))]
    #[serde(borrow)]
    arrears_amount: Text<'a>,
    #[garde(custom(day))]
    #[serde(borrow)]
    delivered_on: Text<'a>,
    #[garde(custom(day))]
    #[serde(borrow)]
    due_date: Text<'a>,
    #[garde(custom(choice))]
    #[serde(borrow)]
    dispute: Text<'a>,
    #[serde(borrow)]
    judicial: Text<'a>,
    #[serde(borrow)]
    causes: Vec<Text<'a>>,
    migrant_wages: bool,
    #[garde(custom(day))]
    #[serde(borrow)]
    plan_finish: Text<'a>,
    #[serde(borrow)]
    duty_unit: Text<'a>,
    #[serde(borrow)]
    duty_person: Text<'a>,
    #[serde(borrow)]
    status: Text<'a>,
}

fn held(is_right: bool, why: &str) -> garde::Result {
    if is_right {
        Ok(())
    } else {
        Err(garde::Error::new(why))
    }
}

fn given(text: &Text<'_>, (): &()) -> garde::Result {
    held(!text.is_empty(), "is blank")
}

fn money(text: &Text<'_>, (): &()) -> garde::Result {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_money = |(yuan, fen): (&str, &str)| all(yuan) && fen.len() == 2 && all(fen);
    held(digits.split_once('.').is_some_and(is_money), "is no amount")
}

fn day(text: &Text<'_>, (): &()) -> garde::Result {
    let is_as_usual = |(at, byte): (usize, u8)| {
        if [4, 7].contains(&at) {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    };
    let is_day = [7, 10].contains(&text.len()) && text.bytes().enumerate().all(is_as_usual);
    held(text.is_empty() || is_day, "is no day")
}

fn choice(text: &Text<'_>, (): &()) -> garde::Result {
    let known = ["undisputed", "disputed", "partly"];
    held(known.contains(&&**text), "is not on the list")
}

fn code(text: &Text<'_>, (): &()) -> garde::Result {
    let is_code = || Uscc::parse(text).is_ok_and(|code| code.checks());
    held(text.is_empty() || is_code(), "is no code")
}

/// Stops where others do not find what we find.
fn agree(told: &BTreeSet<Place>, ours: &BTreeSet<Place>) {
    let (more, less) = (told.difference(ours).next(), ours.difference(told).next());
    assert_eq!((more, less), (None, None), "found more, found less");
}

fn read(text: &str) -> Draft<'_> {
    serde_json::from_str(text).unwrap()
}

/// Reading alone.
pub(crate) fn typed(file: &Path, times: usize) {
    let text = fs::read_to_string(file).unwrap();
    let spent = median(times, || drop(black_box(read(&text))));
    tell("serde", file, spent);
}

pub(crate) fn garde(file: &Path, times: usize) {
    let text = fs::read_to_string(file).unwrap();
    let report = read(&text).validate().unwrap_err();
    let told = report.iter().filter_map(|(path, _)| {
        let pointer = format!("/{path}").replace(['[', '.'], "/").replace(']', "");
        place(&pointer)
    });
    let told: BTreeSet<Place> = told.collect();
    agree(&told, &places(text.as_bytes(), &["C-01", "C-02", "F-02"]));
    let spent = median(times, || {
        drop(black_box(read(&text).validate().unwrap_err()));
    });
    tell("garde", file, spent);
}

/// The schema we ship, against the file read into a tree.
pub(crate) fn schema(file: &Path, times: usize) {
    let schema = fs::read_to_string(file.with_file_name("schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let text = fs::read_to_string(file).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    let told: BTreeSet<Place> = validator
        .iter_errors(&value)
        .filter_map(|one| at(&one))
        .collect();
    agree(&told, &places(text.as_bytes(), &["C-01", "C-02"]));
    let spent = median(times, || {
        let value: Value = serde_json::from_str(&text).unwrap();
        black_box(validator.iter_errors(&value).count());
    });
    tell("jsonschema", file, spent);
}

/// Where an error is; of a field that is missing, where the field would be.
fn at(error: &jsonschema::ValidationError<'_>) -> Option<Place> {
    use jsonschema::error::ValidationErrorKind::Required;
    let path = error.instance_path().as_str();
    match error.kind() {
        Required { property } => place(&format!("{path}/{}", property.as_str()?)),
        _ => place(path),
    }
}
