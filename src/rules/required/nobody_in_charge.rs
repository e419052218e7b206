//! R-12: no unit or no person answers for the debt; one finding names what is missing.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, Gaps, Tally, rule};
use crate::text::Text;

rule! {
    "未落实责任", "nobody in charge"
    (what: Text, count: usize)
    code: "R-12", severity: Warning, check: [Tally(check, blanks)],
    reads: [Entry: DutyUnit, DutyPerson],
    basis: "T17",
    message: "有{count}笔未落实{what}", "{count} rows name no {what}",
    repair: "逐笔填写责任单位和责任人", "enter the unit and the person in charge of each debt",
    fails: r#"{ "duty_person": "李某" }"#,
    passes: r#"{ "duty_unit": "龙泉乡人民政府", "duty_person": "李某" }"#,
}

const UNIT: Text = Text {
    zh: "责任单位",
    en: "unit in charge",
};

const PERSON: Text = Text {
    zh: "责任人",
    en: "person in charge",
};

const EITHER: Text = Text {
    zh: "责任单位或责任人",
    en: "unit or no person in charge",
};

/// Questions: no unit; no person; not both.
fn blanks(entry: &Entry, _: &Around<'_>) -> u32 {
    let unit = u32::from(entry.is_blank(Field::DutyUnit));
    let person = u32::from(entry.is_blank(Field::DutyPerson));
    unit | person << 1 | (unit | person) << 2
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let (unit, person) = (Field::DutyUnit, Field::DutyPerson);
    let finding = |field, what, gaps: Gaps| finding(field, (what, gaps.count)).row(gaps.first);
    let found = match (tally.gaps(0), tally.gaps(1)) {
        (None, None) => None,
        (Some(gaps), None) => Some(finding(unit, UNIT, gaps)),
        (None, Some(gaps)) => Some(finding(person, PERSON, gaps)),
        (Some(of_unit), Some(of_person)) => {
            let at = if of_person.first < of_unit.first {
                person
            } else {
                unit
            };
            tally.gaps(2).map(|gaps| finding(at, EITHER, gaps))
        }
    };
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Ledger;
    use crate::rules::tallied;
    use crate::text::Lang;
    use chrono::NaiveDate;

    fn found(rows: &[(&str, &str)]) -> Option<(Option<usize>, String)> {
        let entries = rows.iter().map(|(unit, person)| {
            let mut entry = Entry::default();
            entry.set(Field::DutyUnit, unit, Unit::Wan);
            entry.set(Field::DutyPerson, person, Unit::Wan);
            entry
        });
        let ledger = Ledger {
            entries: entries.collect(),
            ..Ledger::default()
        };
        let campaign = Campaign::yexian_2022();
        let context = Context::new(&campaign, NaiveDate::default());
        let findings = tallied(blanks, check, &ledger, &context);
        assert!(findings.len() <= 1);
        findings
            .first()
            .map(|f| (f.at.row, f.message(Lang::Zh, Unit::Wan)))
    }

    #[test]
    fn names_what_is_missing() {
        let says = |row, text: &str| Some((Some(row), text.to_owned()));
        assert_eq!(found(&[("甲", "乙")]), None);
        assert_eq!(
            found(&[("甲", "乙"), ("", "乙")]),
            says(1, "有1笔未落实责任单位")
        );
        assert_eq!(
            found(&[("甲", ""), ("甲", "")]),
            says(0, "有2笔未落实责任人")
        );
        assert_eq!(
            found(&[("甲", ""), ("", "乙"), ("", "")]),
            says(0, "有3笔未落实责任单位或责任人")
        );
    }
}
