//! S-02: the entity in arrears is no organ, institution or large enterprise, or is called like a
//! village's committee.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::DebtorType;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, Severity, rule};
use crate::text::{Words, fold, has};

rule! {
    "欠款单位不属于范围", "debtor out of scope"
    (what: Words)
    code: "S-02", severity: Error, check: [Entry(check)],
    reads: [Entry: DebtorType, DebtorName],
    basis: "notice 一; T13",
    message: "欠款单位{what}，本次专项行动只登记机关、事业单位、大型企业的拖欠", "the debtor {what}: the campaign is about arrears of organs, institutions and large enterprises",
    repair: "核对谁签的合同、由谁付款；不属于范围的移出台账", "check who signed and who pays; take the debt off if it is out of scope",
    fails: r#"{ "debtor_name": "叶县龙泉乡草厂街村村民委员会", "debtor_type": "gov_organ" }"#,
    passes: r#"{ "debtor_name": "叶县龙泉乡人民政府", "debtor_type": "gov_organ" }"#,
}

const COMMITTEES: [&str; 4] = ["村委会", "居委会", "村民委员会", "居民委员会"];

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    by_type(entry).or_else(|| by_name(entry))
}

fn by_type(entry: &Entry) -> Option<Finding> {
    let kind = entry.debtor_type?;
    let what = || {
        let label = kind.choice().label();
        Words {
            zh: format!("的类型为“{}”", label.zh),
            en: format!("is a {}", label.en),
        }
    };
    (kind == DebtorType::OutOfScope).then(|| finding(Field::DebtorType, (what(),)))
}

fn by_name(entry: &Entry) -> Option<Finding> {
    let name = entry.debtor_name.as_ref()?.as_str();
    let what = || Words {
        zh: format!("“{name}”疑似村（居）民委员会"),
        en: format!("“{name}” looks like a village or residents' committee"),
    };
    is_committee(name).then(|| finding(Field::DebtorName, (what(),)).severity(Severity::Warning))
}

fn is_committee(name: &str) -> bool {
    // The one letter they share is in few names.
    if !has(name, "委") {
        return false;
    }
    let name = fold(name);
    COMMITTEES.iter().any(|word| has(&name, word))
}
