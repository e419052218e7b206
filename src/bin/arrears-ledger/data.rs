//! `data`: the files of the almanac, each with its source and how far it reaches.

use std::path::PathBuf;

use arrears_ledger::almanac::About;
use arrears_ledger::api::Verdict;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::input::{almanac, day, today_in_china};
use crate::{Report, Words, print};

#[derive(Args)]
pub(crate) struct Data {
    /// 用更新的文件代替同名的一份，可写多次。 A newer file to take in place of the one of its name; may be given several times.
    #[arg(long, visible_alias = "data", value_name = "FILE")]
    load: Vec<PathBuf>,
    /// 从哪一天看；不写则为今天。 The day to look at them from, YYYY-MM-DD; without it, today in China.
    #[arg(long, value_parser = day)]
    today: Option<NaiveDate>,
    /// 文字，或者一个 JSON 对象。 Words, or one JSON object.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

pub(crate) fn data(request: &Data) -> u8 {
    let almanac = match almanac(&request.load) {
        Ok(almanac) => almanac,
        Err(why) => {
            eprintln!("{why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    let about = almanac.about();
    let today = request.today.unwrap_or_else(today_in_china);
    print(&match request.format {
        Report::Json => json!({ "files": about.map(|about| object(&about, today)) }).to_string(),
        Report::Text => about
            .map(|about| line(&about, today, request.lang.into()))
            .join("\n"),
    })
}

fn object(about: &About<'_>, today: NaiveDate) -> Value {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    json!({
        "name": about.which.name(),
        "title": { "zh": about.heading.title.zh, "en": about.heading.title.en },
        "source": about.heading.source,
        "as_of": about.heading.as_of.to_string(),
        "units": about.heading.units,
        "lines": about.lines,
        "known_from": day(about.heading.from),
        "known_until": day(about.known_until),
        "outdated": about.is_outdated(today),
    })
}

fn line(about: &About<'_>, today: NaiveDate, lang: Lang) -> String {
    let (name, heading, lines) = (about.which.name(), about.heading, about.lines);
    let title = heading.title.get(lang);
    let (source, as_of) = (&heading.source, heading.as_of);
    let until = about.known_until.map_or_else(
        || match lang {
            Lang::Zh => "不限".to_owned(),
            Lang::En => "open".to_owned(),
        },
        |day| day.to_string(),
    );
    let note = match lang {
        _ if !about.is_outdated(today) => "",
        Lang::Zh => "\n  注意：已过可用日期，请用 --load 载入新文件",
        Lang::En => "\n  note: that day has passed; load a newer file with --load",
    };
    match lang {
        Lang::Zh => format!(
            "{name}  {title}\n  来源：{source}\n  截至：{as_of}  数据：{lines}条  可用至：{until}{note}"
        ),
        Lang::En => format!(
            "{name}  {title}\n  source: {source}\n  as of: {as_of}  lines: {lines}  reaches to: {until}{note}"
        ),
    }
}
