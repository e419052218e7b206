//! G-05: an institution without the department that has to urge it; one finding counts them.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::DebtorType;
use crate::rule::{Around, Finding, Tally, rule};

rule! {
    "事业单位未填主管部门", "institution without its department"
    (count: usize)
    code: "G-05", severity: Warning, check: [Tally(check, is_gap)],
    reads: [Entry: DebtorType, DebtorParent],
    basis: "notice 三（二）",
    message: "有{count}笔事业单位的欠款未填写主管部门，无法确定由谁督促清偿", "{count} debts of public institutions do not name the department that has to urge them",
    repair: "填写主管部门全称；没有主管部门的说明后确认", "enter the department's full name, or confirm that there is none",
    fails: r#"{ "debtor_type": "public_institution" }"#,
    passes: r#"{ "debtor_type": "public_institution", "debtor_parent": "叶县教育体育局" }"#,
}

fn is_gap(entry: &Entry, _: &Around<'_>) -> u32 {
    let is_institution = entry.debtor_type == Some(DebtorType::PublicInstitution);
    u32::from(is_institution && entry.is_blank(Field::DebtorParent))
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let found = tally.gaps(0);
    let found = found.map(|gaps| finding(Field::DebtorParent, (gaps.count,)).row(gaps.first));
    found.into_iter().collect()
}
