//! The calls that look things up, and those about one file or two as they stand.

use super::Answer;
use super::refusal::Refusal;
use super::request::{File, Request, decoded};
use crate::amount::Unit;
use crate::api::{self, Verdict};
use crate::campaign::Campaign;
use crate::compare::Comparison;
use crate::digest::check_code;
use crate::json::Tree;
use crate::ledger::Before;
use crate::read::VERSION;
use crate::vet::vet;
use crate::{handbook, schema};

pub(super) fn digest(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let file = request.file("file");
    request.end()?;
    let digest = api::digest(&file.bytes);
    let digest = digest.map_err(|finding| Refusal::unreadable("/file", &finding))?;
    Ok(Answer::good(
        Tree::of(vec![
            ("check_code", Tree::text(check_code(&digest))),
            ("digest", Tree::text(digest)),
        ])
        .canonical(),
    ))
}

pub(super) fn compare(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let (old, new) = (request.file("old"), request.file("new"));
    request.end()?;
    let read = |file: &File<'_>, path| -> Result<Before, Refusal> {
        api::before(&decoded(file)).map_err(|finding| Refusal::unreadable(path, &finding))
    };
    let (old, new) = (read(&old, "/old")?, read(&new, "/new")?);
    Ok(Answer::good(Comparison::of(&old, &new, Unit::Yuan).json()))
}

pub(super) fn code(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let code = request.text("code");
    request.end()?;
    Ok(told(api::code(&code)))
}

pub(super) fn campaign(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let file = request.file("file");
    request.end()?;
    let text = std::str::from_utf8(&file.bytes).map_err(|why| {
        let at = why.valid_up_to();
        Refusal::request(
            "/file",
            &format!("第{at}字节起不是UTF-8"),
            &format!("no UTF-8 at byte {at}"),
        )
    })?;
    let vetted = vet(text.trim_start_matches('\u{feff}'));
    Ok(told(api::campaign(&file.name, &vetted)))
}

pub(super) fn rules(request: Request<'_>) -> Result<Answer, Refusal> {
    request.end()?;
    Ok(Answer::good(handbook::rules_json().trim_end()))
}

pub(super) fn fields(request: Request<'_>) -> Result<Answer, Refusal> {
    request.end()?;
    Ok(Answer::good(handbook::fields_json().trim_end()))
}

pub(super) fn schema(mut request: Request<'_>) -> Result<Answer, Refusal> {
    const OF: [&str; 3] = ["submission", "findings", "campaign"];
    let of = request.choice("of", &OF, "submission, findings or campaign");
    request.end()?;
    let text = match of {
        Some("findings") => schema::findings(),
        Some("campaign") => schema::campaign(),
        _ => schema::submission(),
    };
    Ok(Answer::good(text.trim_end()))
}

pub(super) fn version(request: Request<'_>) -> Result<Answer, Refusal> {
    request.end()?;
    Ok(Answer::good(
        Tree::of(vec![
            ("campaign", Tree::text(Campaign::yexian_2022().id)),
            ("format", Tree::Number(VERSION)),
            ("version", Tree::text(env!("CARGO_PKG_VERSION"))),
        ])
        .canonical(),
    ))
}

fn told((verdict, told): (Verdict, Tree)) -> Answer {
    Answer {
        status: verdict.exit_code(),
        text: told.canonical(),
    }
}
