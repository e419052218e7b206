//! F-07: a name that is probably not the full one: close to a single unit of the roster without
//! being its name, or without a word at its end that says what kind of body it is.

use crate::campaign::Campaign;
use crate::ledger::entry::Field;
use crate::ledger::lists::{DebtorType, Size};
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::roster::{nearest, outdated};
use crate::text::{Text, Words, cut_last, fold};

rule! {
    "疑似简称", "shortened name"
    (field: Column, name: &str, why: Words)
    code: "F-07", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtorName, DebtorType, CreditorName, CreditorSize],
    basis: "T14",
    message: "{field}“{name}”{why}", "the {field} “{name}” {why}",
    repair: "填写登记证书或营业执照上的规范全称；确为全称的说明后确认", "enter the full name on the certificate; confirm it if this is the full name",
    fails: r#"{ "debtor_name": "龙泉人民政府" }"#,
    passes: r#"{ "debtor_name": "龙泉乡人民政府", "creditor_name": "叶县宏远合伙企业（有限合伙）" }"#,
}

const NO_KIND: Text = Text {
    zh: "疑似简称，请填写规范全称",
    en: "looks shortened: enter the full name",
};

/// What names of bodies and firms end in; a short word stands for all that end in it.
const ENDINGS: &[&str] = &[
    "公司", "局", "委", "办", "处", "室", "科", "镇", "乡", "街道", "区", "村", "组", "政府",
    "机关", "会", "院", "校", "学", "园", "中心", "站", "所", "馆", "队", "台", "部", "厅", "社",
    "团", "庭", "企业", "厂", "店", "行", "坊", "铺", "户", "城", "超市", "场", "房", "吧", "庄",
    "楼", "苑", "屋", "点", "矿", "堂", "轩", "阁", "窑", "库", "段",
];

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(debtor(entry, around.context.campaign));
    findings.extend(creditor(entry));
    findings
}

fn debtor(entry: &Entry, campaign: &Campaign) -> Option<Finding> {
    let (field, name) = (Field::DebtorName, entry.debtor_name.as_ref()?.as_str());
    if campaign.find(name).is_some() || outdated(campaign, name).is_some() {
        return None;
    }
    if let Some(full) = nearest(campaign, name) {
        let facts = (field.into(), name, close_to(&full));
        return Some(finding(field, facts).instead(Some(full)));
    }
    // A person has no such word, and another rule speaks of persons.
    let is_body = entry.debtor_type != Some(DebtorType::OutOfScope);
    (is_body && is_without_kind(name)).then(|| finding(field, (field.into(), name, NO_KIND.into())))
}

fn creditor(entry: &Entry) -> Option<Finding> {
    let (field, name) = (Field::CreditorName, entry.creditor_name.as_ref()?.as_str());
    let is_firm = entry.creditor_size != Some(Size::NotAnEnterprise);
    (is_firm && is_without_kind(name)).then(|| finding(field, (field.into(), name, NO_KIND.into())))
}

fn close_to(full: &str) -> Words {
    Words {
        zh: format!("与名录中的“{full}”相近，请填写规范全称"),
        en: format!("is close to “{full}” on the roster: enter the full name"),
    }
}

/// Whether a Chinese name ends in no word for a kind of body; a bracket behind it does not count
/// (有限合伙).
fn is_without_kind(name: &str) -> bool {
    let name = fold(name);
    let name = name
        .strip_suffix(')')
        .and_then(|name| cut_last(name, "("))
        .map_or(&*name, |(name, _)| name);
    let is_foreign = name.chars().last().is_none_or(|last| last.is_ascii());
    !is_foreign && !ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_says_what_kind_of_body_it_is() {
        for name in [
            "叶县宏远宏远办公设备",
            " 叶县宏远办公设备 ",
            "叶县一高",
            "河南建工",
            "刘某（个人）",
        ] {
            assert!(is_without_kind(name), "{name}");
        }
        for name in [
            "叶县安泰办公设备有限公司",
            "恒信会计师事务所（特殊普通合伙）",
            "叶县昆阳街道",
            "叶县第二高级中学",
            "叶县城关老王五金店",
            "Siemens AG",
        ] {
            assert!(!is_without_kind(name), "{name}");
        }
    }
}
