//! A form somebody filled in, read box by box; what cannot be used is told with its box.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::almanac::Rate;
use crate::amount::{Amount, Unit};
use crate::calc::capital;
use crate::calc::schedule::{Instalment, Rhythm};
use crate::date::When;
use crate::ledger::{Entry, Ledger};
use crate::read::read;
use crate::text::Words;

/// Why there is no answer: the box to look at, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) field: String,
    pub(super) why: Words,
}

impl Refused {
    pub(super) fn new(field: &str, why: Words) -> Self {
        Self {
            field: field.to_owned(),
            why,
        }
    }
}

/// The answer as text, or the refusal in its place.
pub(super) fn answered(answer: Result<Value, Refused>) -> String {
    let value = answer.unwrap_or_else(
        |refused| json!({ "refused": { "field": refused.field, "message": words(&refused.why) } }),
    );
    value.to_string()
}

pub(super) fn words(words: &Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}

/// The ledger a draft's text holds, as far as it can be read.
pub(super) fn ledger(draft: &[u8]) -> Ledger {
    read(draft).ledger
}

/// A form.
pub(super) struct Form {
    boxes: Value,
    unit: Unit,
}

impl Form {
    /// Reads what a page sends; amounts without a unit of their own are in this one.
    pub(super) fn read(text: &str, unit: Unit) -> Result<Self, Refused> {
        let boxes = serde_json::from_str(text).map_err(|_| {
            let why = Words {
                zh: "请求不是 JSON".to_owned(),
                en: "the request is no JSON".to_owned(),
            };
            Refused::new("", why)
        })?;
        Ok(Self { boxes, unit })
    }

    /// A part of the form that has boxes of its own.
    pub(super) fn parts(&self, key: &str) -> Vec<Self> {
        let parts = self.boxes.get(key).and_then(Value::as_array);
        let part = |boxes: &Value| Self {
            boxes: boxes.clone(),
            unit: self.unit,
        };
        parts.map_or_else(Vec::new, |parts| parts.iter().map(part).collect())
    }

    pub(super) fn text(&self, key: &str) -> &str {
        let text = self.boxes.get(key).and_then(Value::as_str);
        text.unwrap_or_default().trim()
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        self.boxes.get(key).and_then(Value::as_bool) == Some(true)
    }

    /// A number that was typed or picked.
    pub(super) fn count(&self, key: &str) -> Result<u32, Refused> {
        let number = self.boxes.get(key).and_then(Value::as_u64);
        let number = number.and_then(|number| u32::try_from(number).ok());
        number
            .or_else(|| self.text(key).parse().ok())
            .ok_or_else(|| refused(key, "请填写整数，例如 6", "enter a whole number, such as 6"))
    }

    pub(super) fn money(&self, key: &str) -> Result<Amount, Refused> {
        let read = Amount::parse_within(self.text(key), self.unit, capital::LARGEST).ok();
        read.filter(|amount| Amount::ZERO < *amount).ok_or_else(|| {
            refused(
                key,
                "请填写大于0的金额，例如 12.5，也可以带单位，例如 3000元",
                "enter an amount above nothing, such as 12.5, or with its unit: 3000元",
            )
        })
    }

    /// An amount the engine told earlier, in whole fen.
    pub(super) fn fen(&self, key: &str) -> Result<Amount, Refused> {
        let fen = self.boxes.get(key).and_then(Value::as_i64);
        fen.map(Amount::from_fen)
            .ok_or_else(|| refused(key, "缺少金额", "the amount is missing"))
    }

    pub(super) fn day(&self, key: &str) -> Result<NaiveDate, Refused> {
        When::parse_day(self.text(key)).map_err(|_| {
            refused(
                key,
                "请填写日期，例如 2022-09-30",
                "enter a day, such as 2022-09-30",
            )
        })
    }

    /// A day that may be left blank.
    pub(super) fn maybe_day(&self, key: &str) -> Result<Option<NaiveDate>, Refused> {
        if self.text(key).is_empty() {
            return Ok(None);
        }
        self.day(key).map(Some)
    }

    pub(super) fn percent(&self, key: &str) -> Result<Rate, Refused> {
        let read = Rate::parse_percent(self.text(key).trim_end_matches(['%', '％']));
        read.filter(|rate| Rate::ZERO < *rate)
            .ok_or_else(|| refused(key, "请填写百分数，例如 30", "enter percents, such as 30"))
    }

    /// The first day and how often.
    pub(super) fn rhythm(&self) -> Result<Rhythm, Refused> {
        let step = self.count("every")?;
        Ok(Rhythm {
            first: self.day("first")?,
            step: u16::try_from(step).unwrap_or(1),
        })
    }

    /// The instalments somebody settled on.
    pub(super) fn instalments(&self, key: &str) -> Result<Vec<Instalment>, Refused> {
        let one = |form: &Self| {
            Ok(Instalment {
                due: form.day("due")?,
                amount: form.money("amount")?,
            })
        };
        self.parts(key).iter().map(one).collect()
    }

    /// The debt the form is about.
    pub(super) fn debt<'a>(&self, ledger: &'a Ledger) -> Result<(usize, &'a Entry), Refused> {
        let row = self.boxes.get("row").and_then(Value::as_u64);
        let row = row.and_then(|row| usize::try_from(row).ok());
        let found = row.and_then(|row| Some((row, ledger.entries.get(row)?)));
        found.ok_or_else(|| refused("row", "没有这一笔欠款", "there is no such debt"))
    }
}

pub(super) fn refused(field: &str, zh: &str, en: &str) -> Refused {
    let why = Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    };
    Refused::new(field, why)
}
