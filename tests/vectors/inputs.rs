//! The inputs of a vector, which remember what was asked of them: one nobody used is a failure.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use arrears_ledger::almanac::Rate;
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::date::When;
use arrears_ledger::ledger::cell::Cell;
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
        self.value(key).map(|value| {
            let text = decimal(value);
            let whole = text.strip_suffix(".0").unwrap_or(&text);
            whole.parse().unwrap_or_else(|_| {
                panic!("{}: {key} is no whole number: {text}", self.name);
            })
        })
    }

    pub(crate) fn number(&self, key: &str) -> i64 {
        self.needed(key, self.number_if_any(key))
    }

    pub(crate) fn flag_if_any(&self, key: &str) -> Option<bool> {
        self.value(key).map(|value| match value {
            Value::String(text) => bool::read(text, Unit::Yuan).unwrap(),
            Value::Number(number) => number.as_i64() != Some(0),
            value => value.as_bool().unwrap(),
        })
    }

    pub(crate) fn day_if_any(&self, key: &str) -> Option<NaiveDate> {
        self.text_if_any(key).map(day)
    }

    pub(crate) fn day(&self, key: &str) -> NaiveDate {
        self.needed(key, self.day_if_any(key))
    }

    /// A list of days, perhaps in objects with other things; none where there is no such member.
    pub(crate) fn days(&self, key: &str) -> Vec<NaiveDate> {
        let list = self.list(key);
        if list.iter().any(|one| one.is_object()) {
            let objects = self.objects(key);
            return objects.iter().map(|one| one.day("date")).collect();
        }
        list.into_iter()
            .map(|one| day(one.as_str().unwrap()))
            .collect()
    }

    /// A list of texts; none where there is no such member.
    pub(crate) fn texts(&self, key: &str) -> Vec<&'a str> {
        let texts = self.list(key).into_iter();
        texts.map(|text| text.as_str().unwrap()).collect()
    }

    /// A list of amounts in yuan, in fen.
    pub(crate) fn fens(&self, key: &str) -> Vec<i64> {
        let amounts = self.list(key).into_iter();
        amounts.map(|one| fen(&decimal(one))).collect()
    }

    fn list(&self, key: &str) -> Vec<&'a Value> {
        let list = self.value(key).map(|value| value.as_array().unwrap());
        list.into_iter().flatten().collect()
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

    /// The objects of a list; none where its members are something else.
    pub(crate) fn objects_if_any(&self, key: &str) -> Vec<Inputs<'a>> {
        if self.list(key).iter().any(|one| !one.is_object()) {
            return Vec::new();
        }
        self.objects(key)
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

/// A number as it is written, or the text that says it.
pub(crate) fn decimal(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// A day as vectors write it.
pub(crate) fn day(text: &str) -> NaiveDate {
    When::parse_day(text).unwrap_or_else(|_| panic!("{text} is no day"))
}

/// Whole fen of yuan, of any size that fits and in any of the forms people write.
pub(crate) fn fen(text: &str) -> i64 {
    let most = Amount::from_fen(i64::MAX - 9);
    let read = Amount::parse_within(text, Unit::Yuan, most);
    let amount = read.unwrap_or_else(|why| panic!("{text} is no amount of whole fen: {why:?}"));
    amount.fen()
}

/// An answer that there is none, and why; a vector may expect null, the reason, or an error by a
/// name of its own.
pub(crate) fn none(reason: &str) -> Value {
    serde_json::json!({ "none": reason })
}

/// An answer that may be written in several ways.
pub(crate) fn any(ways: &[&str]) -> Value {
    serde_json::json!({ "any": ways })
}

/// Whether an answer is what a vector expects: each member it expects is there and equal.
pub(crate) fn is_as_expected(expected: &Value, actual: &Value) -> bool {
    if let Some(reason) = actual.get("none").and_then(Value::as_str) {
        let word = expected.as_str();
        let is_reason = word.is_some_and(|word| word.eq_ignore_ascii_case(reason));
        let is_error = expected.get("error").is_some_and(|error| !error.is_null());
        return expected.is_null() || is_error || is_reason;
    }
    if let Some(ways) = actual.get("any").and_then(Value::as_array) {
        return ways.iter().any(|way| is_as_expected(expected, way));
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
        // A count is the same number in a text.
        (Value::String(text), Value::Number(number))
        | (Value::Number(number), Value::String(text)) => *text == number.to_string(),
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
