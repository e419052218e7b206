//! G: who plans and who supervises: the responsibility matrix held against what a debt says.

mod another_units_debt;
mod bill_supervisor_missing;
mod parent_blank;
mod place_blank;
mod plan_maker_differs;
mod plan_maker_unknown;
mod supervision;
mod wage_supervisor_missing;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &plan_maker_differs::RULE,
    &plan_maker_unknown::RULE,
    &place_blank::RULE,
    &another_units_debt::RULE,
    &parent_blank::RULE,
    &bill_supervisor_missing::RULE,
    &wage_supervisor_missing::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Campaign, Line};
    use crate::ledger::Entry;
    use crate::ledger::fields::Record;

    /// A rule is asked again when a column it reads changes, so it must read those of the matrix.
    fn reads_all(rule: &Rule, lines: &[&Line]) {
        for index in lines.iter().flat_map(|line| line.when.columns()) {
            let column = Entry::default().as_table().column(index);
            assert!(rule.reads.contains(&column), "{} {column:?}", rule.code);
        }
    }

    #[test]
    fn rules_read_the_columns_the_matrix_asks_about() {
        let campaign = Campaign::yexian_2022();
        let makers: Vec<&Line> = campaign.plan_makers.iter().collect();
        reads_all(&plan_maker_differs::RULE, &makers);
        reads_all(&plan_maker_unknown::RULE, &makers);
        for rule in [
            &bill_supervisor_missing::RULE,
            &wage_supervisor_missing::RULE,
        ] {
            let is_its = |line: &&Line| line.rule.as_deref() == Some(rule.code);
            let lines: Vec<&Line> = campaign.supervisors.iter().filter(is_its).collect();
            assert!(!lines.is_empty(), "{} speaks for no line", rule.code);
            reads_all(rule, &lines);
        }
    }

    #[test]
    fn lines_are_spoken_for_by_rules_there_are() {
        for line in Campaign::yexian_2022().supervisors {
            let rule = line.rule.as_deref();
            assert!(rule.is_none_or(|code| RULES.iter().any(|rule| rule.code == code)));
        }
    }
}
