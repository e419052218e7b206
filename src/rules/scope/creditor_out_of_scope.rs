//! S-01: the creditor is no small or medium enterprise, or its name is a person's.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Size;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, Severity, rule};
use crate::text::{Words, fold};

rule! {
    "被拖欠方不是中小企业", "creditor not a small or medium enterprise"
    (what: Words)
    code: "S-01", severity: Error, check: [Entry(check)],
    reads: [Entry: CreditorSize, CreditorName],
    basis: "notice 一; 条例3",
    message: "被拖欠方{what}，本次专项行动只登记拖欠中小企业的账款", "the creditor {what}: the campaign is about arrears owed to small and medium enterprises",
    repair: "按合同订立时的规模核对；不属于中小企业的移出台账", "check its size when the contract was made; take the debt off if it is neither small nor medium",
    fails: r#"{ "creditor_name": "叶县晨光中原商贸有限公司", "creditor_size": "large" }"#,
    passes: r#"{ "creditor_name": "叶县晨光中原商贸有限公司", "creditor_size": "medium" }"#,
}

/// How the names of people who trade under their own end.
const PERSONS: [&str; 5] = ["个人", "自然人", "个体", "个体户", "个体工商户"];

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    by_size(entry).or_else(|| by_name(entry))
}

fn by_size(entry: &Entry) -> Option<Finding> {
    let size = entry.creditor_size?;
    matches!(size, Size::Large | Size::NotAnEnterprise)
        .then(|| finding(Field::CreditorSize, (of_size(size),)))
}

/// A blank size is another rule's business.
fn by_name(entry: &Entry) -> Option<Finding> {
    entry.creditor_size?;
    let name = entry.creditor_name.as_ref()?.as_str();
    is_person(name)
        .then(|| finding(Field::CreditorName, (of_name(name),)).severity(Severity::Warning))
}

fn of_size(size: Size) -> Words {
    let label = size.choice().label();
    Words {
        zh: format!("的规模为“{}”", label.zh),
        en: format!("is {}", label.en),
    }
}

fn of_name(name: &str) -> Words {
    Words {
        zh: format!("“{name}”疑似个人"),
        en: format!("“{name}” looks like a person"),
    }
}

fn is_person(name: &str) -> bool {
    let name = fold(name);
    let name = name.trim_end_matches(')');
    PERSONS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_people_from_firms() {
        for name in [
            "刘某（个人）",
            "刘某(个人)",
            "王某 个体",
            "叶县某某店（个体工商户）",
        ] {
            assert!(is_person(name), "{name}");
        }
        for name in [
            "叶县个体劳动者商贸有限公司",
            "叶县安泰商贸有限公司（盐都分公司）",
        ] {
            assert!(!is_person(name), "{name}");
        }
    }
}
