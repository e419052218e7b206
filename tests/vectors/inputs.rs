//! The inputs of a vector, which remember what was asked of them: one nobody used is a failure.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use arrears_ledger::almanac::Rate;
use chrono::NaiveDate;
use serde_json::{Map, Value};

/// Computes what a vector expects from its inputs; it may answer more than is expected.
pub(crate) type Handler = fn(&Inputs<'_>) -> Value;

/// An object of a vector's inputs.
pub(crate) struct Inputs<'a> {
    name: &'a str,
    path: String,
    members: &'a Map<String, Value>,
    used: Rc<RefCell<BTreeSet<String>>>,
}

impl<'a> Inputs<'a> {
    /// The inputs of a vector.
    pub(crate) fn of(vector: &'a Value) -> Self {
        Self {
            name: vector["name"].as_str().unwrap(),
            path: String::new(),
            members: vector["inputs"].as_object().unwrap(),
            used: Rc::default(),
        }
    }

    /// The vector's name, where it says what its inputs do not.
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// Whether there is such a member; asking does not use it.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.members.contains_key(key)
    }

    /// A member that is not null.
    pub(crate) fn value(&self, key: &str) -> Option<&'a Value> {
        self.used
            .borrow_mut()
            .insert(format!("{}/{key}", self.path));
        self.members.get(key).filter(|value| !value.is_null())
    }

    /// The first member there is of several names for one thing.
    pub(crate) fn any<'k>(&self, keys: &[&'k str]) -> Option<&'k str> {
        keys.iter().copied().find(|key| self.has(key))
    }

    pub(crate) fn text_if_any(&self, key: &str) -> Option<&'a str> {
        self.value(key).map(|value| {
            let text = value.as_str();
            text.unwrap_or_else(|| panic!("{}: {key} is no text", self.name))
        })
    }

    pub(crate) fn text(&self, key: &str) -> &'a str {
        self.needed(key, self.text_if_any(key))
    }

    pub(crate) fn number_if_any(&self, key: &str) -> Option<i64> {
        self.value(key).map(|value| match value {
            Value::String(text) => text.parse().unwrap(),
            value => value.as_i64().unwrap(),
        })
    }

    pub(crate) fn number(&self, key: &str) -> i64 {
        self.needed(key, self.number_if_any(key))
    }

    pub(crate) fn flag_if_any(&self, key: &str) -> Option<bool> {
        self.value(key).map(|value| value.as_bool().unwrap())
    }

    pub(crate) fn day_if_any(&self, key: &str) -> Option<NaiveDate> {
        self.text_if_any(key).map(day)
    }

    pub(crate) fn day(&self, key: &str) -> NaiveDate {
        self.needed(key, self.day_if_any(key))
    }

    /// A list of days; none where there is no such member.
    pub(crate) fn days(&self, key: &str) -> Vec<NaiveDate> {
        self.texts(key).into_iter().map(day).collect()
    }

    /// A list of texts; none where there is no such member.
    pub(crate) fn texts(&self, key: &str) -> Vec<&'a str> {
        let list = self.value(key).map(|value| value.as_array().unwrap());
        let texts = list.into_iter().flatten();
        texts.map(|text| text.as_str().unwrap()).collect()
    }

    /// Whole fen of an amount in yuan.
    pub(crate) fn fen_if_any(&self, key: &str) -> Option<i64> {
        self.value(key).map(|value| fen(&decimal(value)))
    }

    pub(crate) fn fen(&self, key: &str) -> i64 {
        self.needed(key, self.fen_if_any(key))
    }

    /// A decimal fraction or a factor.
    pub(crate) fn rate_if_any(&self, key: &str) -> Option<Rate> {
        self.value(key)
            .map(|value| Rate::parse(&decimal(value)).unwrap())
    }

    /// A rate in percent.
    pub(crate) fn percent_if_any(&self, key: &str) -> Option<Rate> {
        self.value(key)
            .map(|value| Rate::parse_percent(&decimal(value)).unwrap())
    }

    pub(crate) fn percent(&self, key: &str) -> Rate {
        self.needed(key, self.percent_if_any(key))
    }

    pub(crate) fn object_if_any(&self, key: &str) -> Option<Inputs<'a>> {
        let members = self.value(key)?.as_object().unwrap();
        Some(self.inner(members, format!("{}/{key}", self.path)))
    }

    /// A list of objects; none where there is no such member.
    pub(crate) fn objects(&self, key: &str) -> Vec<Inputs<'a>> {
        let list = self.value(key).map(|value| value.as_array().unwrap());
        let objects = list.into_iter().flatten().enumerate();
        objects
            .map(|(index, value)| {
                let path = format!("{}/{key}/{index}", self.path);
                self.inner(value.as_object().unwrap(), path)
            })
            .collect()
    }

    fn inner(&self, members: &'a Map<String, Value>, path: String) -> Inputs<'a> {
        Inputs {
            name: self.name,
            path,
            members,
            used: Rc::clone(&self.used),
        }
    }

    fn needed<T>(&self, key: &str, value: Option<T>) -> T {
        value.unwrap_or_else(|| panic!("{}: no input {}/{key}", self.name, self.path))
    }

    /// The members nobody asked for, at any depth.
    pub(crate) fn unused(&self) -> Vec<String> {
        let mut unused = Vec::new();
        for (key, value) in self.members {
            keys(value, &format!("/{key}"), &mut unused);
        }
        let used = self.used.borrow();
        unused.retain(|path| !used.contains(path));
        unused
    }
}

/// A member's path, and those of the members inside it.
fn keys(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    within(value, path, found);
}

fn within(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                keys(value, &format!("{path}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                within(item, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn decimal(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// A day as vectors write it.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// Whole fen of yuan with at most two decimals, of any size that fits.
pub(crate) fn fen(text: &str) -> i64 {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (yuan, part) = digits.split_once('.').unwrap_or((digits, ""));
    assert!(part.len() <= 2, "{text} is no amount of whole fen");
    let fen: i64 = format!("{yuan}{part:0<2}").parse().unwrap();
    sign * fen
}

/// An answer that there is none, and why; a vector may expect null or the reason.
pub(crate) fn none(reason: &str) -> Value {
    serde_json::json!({ "none": reason })
}

/// Whether an answer is what a vector expects: each member it expects is there and equal.
pub(crate) fn is_as_expected(expected: &Value, actual: &Value) -> bool {
    if let Some(reason) = actual.get("none").and_then(Value::as_str) {
        let word = expected.as_str().or(expected["error"].as_str());
        let is_reason = word.is_some_and(|word| word.eq_ignore_ascii_case(reason));
        return expected.is_null() || is_reason;
    }
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected.iter().all(|(key, value)| {
            let found = actual.get(key);
            found.is_some_and(|found| is_as_expected(value, found))
        }),
        (Value::Array(expected), Value::Array(actual)) => {
            expected.len() == actual.len()
                && expected
                    .iter()
                    .zip(actual)
                    .all(|(expected, actual)| is_as_expected(expected, actual))
        }
        _ => expected == actual,
    }
}

#[test]
fn what_is_asked_for_at_any_depth_is_used_and_nothing_else() {
    let vector = serde_json::json!({
        "name": "deep",
        "inputs": {
            "debts": [{ "rate": "0.0005", "id": "甲" }, { "rate": "1.5" }],
            "term": { "days": 30, "more": [[{ "inner": null }]] },
        },
    });
    let inputs = Inputs::of(&vector);
    let debts = inputs.objects("debts");
    let rates: Vec<_> = debts.iter().map(|debt| debt.rate_if_any("rate")).collect();
    assert_eq!(rates, [Rate::parse("0.0005"), Rate::parse("1.5")]);
    let term = inputs.object_if_any("term").unwrap();
    assert_eq!(term.number("days"), 30);
    assert!(inputs.object_if_any("other").is_none());
    let mut unused = inputs.unused();
    unused.sort_unstable();
    let expected = ["/debts/0/id", "/term/more", "/term/more/0/0/inner"];
    assert_eq!(unused, expected);
}
