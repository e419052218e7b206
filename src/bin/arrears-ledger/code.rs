//! `code`: credit codes checked, and whose they are.

use arrears_ledger::api::{self, Verdict};
use arrears_ledger::codes::{Flaw, Kind, Payer, Uscc};
use arrears_ledger::text::Lang;
use clap::Args;

use crate::{Report, Words, print};

#[derive(Args)]
pub(crate) struct Code {
    /// 要核对的代码。 The codes.
    #[arg(required = true)]
    codes: Vec<String>,
    /// 文字，或者每个代码一个 JSON 对象。 Words, or one JSON object a code.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

/// The exit code is 1 when a code fails.
pub(crate) fn code(request: &Code) -> u8 {
    let mut worst = 0;
    for text in &request.codes {
        let checked = Uscc::check(text);
        let printed = print(&match request.format {
            Report::Json => api::code(text).1.canonical(),
            Report::Text => line(text, checked, request.lang.into()),
        });
        if printed != 0 {
            return printed;
        }
        if checked.is_err() {
            worst = Verdict::Errors.exit_code();
        }
    }
    worst
}

/// With its hyphen: `M000100Y-4`.
fn org_code(code: Uscc) -> String {
    let (body, check) = code.org_code().split_at_checked(8).unwrap_or_default();
    format!("{body}-{check}")
}

fn line(text: &str, checked: Result<Uscc, Flaw>, lang: Lang) -> String {
    match checked {
        Ok(code) => {
            let kind = Kind::find(code.kind()).map_or("", |kind| kind.name.get(lang));
            let payer = Payer::of(code.kind()).name().get(lang);
            let (area, org) = (code.area(), org_code(code));
            match lang {
                Lang::Zh => {
                    format!("{code}  通过  {kind}  区划 {area}  组织机构代码 {org}  条例：{payer}")
                }
                Lang::En => format!(
                    "{code}  passes  {kind}  area {area}  organisation code {org}  Regulation: {payer}"
                ),
            }
        }
        Err(flaw) => format!("{text}  {}  {}", flaw.code(), flaw.words().get(lang)),
    }
}
