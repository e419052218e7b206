//! P-11: an instalment is not after the one before it, by its day or by its number. Two days within
//! a month that is all one of them says may be in order.

use std::fmt::Display;

use crate::date::When;
use crate::ledger::instalment::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};

rule! {
    "还款计划未按日期先后", "instalments out of order"
    (field: Column, own: &str, before: &str)
    code: "P-11", severity: Error, check: [Cells(check)],
    reads: [Instalment: DueOn, No],
    basis: "台账字段表",
    message: "{field}{own}应在上一期的{before}之后，现提前或重复", "the {field} {own} does not come after {before} of the instalment before",
    repair: "按还款日期先后排列各期；同一天的合并为一期", "put the instalments in the order of their days; merge those of one day",
    fails: r#"{ "instalments": [{ "due_on": "2022-09" }, { "due_on": "2022-09" }] }"#,
    passes: r#"{ "instalments": [{ "no": 1, "due_on": "2022-09" }, { "no": 2, "due_on": "2022-09-30" }, { "no": 3, "due_on": "2022-10-01" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut day, mut no) = (None, None);
    for (child, instalment) in entry.instalments.iter().enumerate() {
        if let Some(own) = instalment.due_on {
            let before = day.replace(own).filter(|before| !is_after(own, *before));
            findings.extend(before.map(|before| found(Field::DueOn, &own, &before, child)));
        }
        if let Some(own) = instalment.no {
            let before = no.replace(own).filter(|before| own <= *before);
            findings.extend(before.map(|before| found(Field::No, &own, &before, child)));
        }
    }
    findings
}

/// Whether some day it can mean is after some day the other can mean.
fn is_after(own: When, before: When) -> bool {
    own != before && before.first() < own.last()
}

fn found(field: Field, own: &dyn Display, before: &dyn Display, child: usize) -> Finding {
    let (own, before) = (own.to_string(), before.to_string());
    finding(field, (field.into(), own.as_str(), before.as_str())).child(child)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_be_in_order_is_out_of_it() {
        for (before, own, expected) in [
            ("2022-09-29", "2022-09-30", true),
            ("2022-09-30", "2022-09-30", false),
            ("2022-09-30", "2022-09", false),
            ("2022-09-29", "2022-09", true),
            ("2022-09", "2022-09-01", false),
            ("2022-09", "2022-09-02", true),
            ("2022-09", "2022-09", false),
            ("2022-10", "2022-09", false),
        ] {
            let day = |text| When::parse(text).unwrap();
            assert_eq!(is_after(day(own), day(before)), expected, "{before} {own}");
        }
    }
}
