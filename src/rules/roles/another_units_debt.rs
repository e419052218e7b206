//! G-04: a unit reports a debt that belongs to another unit, which may report it too.

use crate::ledger::Entry;
use crate::rule::{Around, Finding, rule};
use crate::rules::owner::owner;

rule! {
    "归口其他单位的欠款", "another unit's debt"
    (unit: &str)
    code: "G-04", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtorChannel, DebtorAreaCode, DebtorName, DebtorParent; Header: ReportUnitCode, ReportUnitName],
    basis: "notice 二（一）",
    message: "本笔归口“{unit}”，请与该单位确认由谁报送，避免重复", "this debt belongs to {unit}: agree who reports it, lest both do",
    repair: "由对方报送的删除本笔；确由本单位报送的说明后确认", "take it off if the other reports it, or confirm with a reason",
    fails: r#"{ "header": { "report_unit_code": "410422207" }, "entries": [{ "debtor_channel": "township", "debtor_area_code": "水寨乡" }] }"#,
    passes: r#"{ "header": { "report_unit_code": "410422207" }, "entries": [
        { "debtor_channel": "township", "debtor_area_code": "龙泉乡人民政府" },
        { "debtor_channel": "county_soe", "debtor_name": "叶县发展投资集团有限公司" } ] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    entry.debtor_channel?;
    let campaign = around.context.campaign;
    let (field, unit) = owner(campaign, entry)?;
    let own = campaign.reporter(around.header)?;
    (own.code != unit.code).then(|| finding(field, (unit.name.as_str(),)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::entry::Field;
    use crate::ledger::fields::Record;
    use crate::ledger::{Column, Header, header};
    use chrono::NaiveDate;

    /// The column pointed at, for a debt of a department as the education bureau reports it.
    fn found(debtor: &str, parent: &str) -> Option<Column> {
        let (mut entry, mut head) = (Entry::default(), Header::default());
        head.set(header::Field::ReportUnitName, "县教体局", Unit::Wan);
        for (field, text) in [
            (Field::DebtorChannel, "县政府部门"),
            (Field::DebtorName, debtor),
            (Field::DebtorParent, parent),
        ] {
            entry.set(field, text, Unit::Wan);
        }
        let campaign = Campaign::yexian_2022();
        let context = Context::new(&campaign, NaiveDate::default());
        let around = Around {
            header: &head,
            context: &context,
        };
        check(&entry, &around)?.at.column
    }

    #[test]
    fn a_departments_institutions_are_its_own() {
        assert_eq!(found("叶县教育体育局", ""), None);
        assert_eq!(found("叶县第二高级中学", "叶县教体局"), None);
        assert_eq!(found("叶县第二高级中学", ""), None);
        let parent = Some(Column::Entry(Field::DebtorParent));
        assert_eq!(found("叶县人民医院", "县卫健委"), parent);
        let debtor = Some(Column::Entry(Field::DebtorName));
        assert_eq!(found("叶县水利局", "叶县教体局"), debtor);
    }
}
