//! `capital`: an amount in capital words, and whether given words say it.

use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::api::Verdict;
use arrears_ledger::calc::capital::{self, NotCapital};
use arrears_ledger::text::Lang;
use clap::Args;
use serde_json::json;

use crate::input::amount;
use crate::{Report, USAGE, Words, print};

#[derive(Args)]
pub(crate) struct Capital {
    /// 金额：元，或者带单位（50万元）。 The amount in yuan, or with its unit.
    #[arg(value_parser = yuan, allow_negative_numbers = true)]
    amount: Amount,
    /// 要核对的大写；与金额不符时退出码为 1。 Words to check against the amount; the exit code is 1 when they do not say it.
    #[arg(long)]
    check: Option<String>,
    /// 文字，或者一个 JSON 对象。 Words, or one JSON object.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

fn yuan(text: &str) -> Result<Amount, String> {
    amount(text, Unit::Yuan)
}

pub(crate) fn capital(request: &Capital) -> u8 {
    let amount = request.amount;
    let Some(words) = capital::print(amount) else {
        return USAGE;
    };
    let says = request
        .check
        .as_ref()
        .map(|text| capital::says(text, amount));
    // What the words seem to mean, where they mean anything.
    let means = request
        .check
        .as_ref()
        .and_then(|text| match capital::parse(text) {
            Ok(means) | Err(NotCapital::Form(means)) => Some(means.to_string()),
            Err(_) => None,
        });
    let lang = Lang::from(request.lang);
    let code = print(&match (request.format, says) {
        (Report::Json, None) => json!({ "amount": amount.to_string(), "words": words }).to_string(),
        (Report::Json, Some(says)) => {
            json!({ "amount": amount.to_string(), "words": words, "says": says, "means": means })
                .to_string()
        }
        (Report::Text, None | Some(true)) => words,
        (Report::Text, Some(false)) => differs(&words, means.as_deref(), lang),
    });
    match (code, says) {
        (0, Some(false)) => Verdict::Errors.exit_code(),
        (code, _) => code,
    }
}

fn differs(words: &str, means: Option<&str>, lang: Lang) -> String {
    match (lang, means) {
        (Lang::Zh, Some(means)) => {
            format!("与金额不符或写法不合规定（似为{means}元），应写：{words}")
        }
        (Lang::Zh, None) => format!("不是人民币大写金额，应写：{words}"),
        (Lang::En, Some(means)) => {
            format!(
                "not this amount, or not written by the rules (it seems to mean {means}): write {words}"
            )
        }
        (Lang::En, None) => format!("not an amount in capital words: write {words}"),
    }
}
