//! G-05: an institution without the department that has to urge it; one finding counts them.

use crate::campaign::Context;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::DebtorType;
use crate::ledger::{Entry, Ledger};
use crate::rule::{Finding, rule};
use crate::rules::required::gaps::gaps_where;

rule! {
    "事业单位未填主管部门", "institution without its department"
    (count: usize)
    code: "G-05", severity: Warning, check: [Ledger(check)],
    reads: [Entry: DebtorType, DebtorParent],
    basis: "notice 三（二）",
    message: "有{count}笔事业单位的欠款未填写主管部门，无法确定由谁督促清偿", "{count} debts of public institutions do not name the department that has to urge them",
    repair: "填写主管部门全称；没有主管部门的说明后确认", "enter the department's full name, or confirm that there is none",
    fails: r#"{ "debtor_type": "public_institution" }"#,
    passes: r#"{ "debtor_type": "public_institution", "debtor_parent": "叶县教育体育局" }"#,
}

fn check(ledger: &Ledger, _: &Context<'_>) -> Vec<Finding> {
    let is_gap = |entry: &Entry| {
        entry.debtor_type == Some(DebtorType::PublicInstitution)
            && entry.is_blank(Field::DebtorParent)
    };
    gaps_where(ledger, &is_gap)
        .map(|gaps| finding(Field::DebtorParent, (gaps.count,)).row(gaps.first))
        .into_iter()
        .collect()
}
