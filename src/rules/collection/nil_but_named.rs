//! H-14: a unit reports that it owes nothing, and others say that it does.

use crate::campaign::Context;
use crate::collection::{Collection, Report};
use crate::ledger::header::Field;
use crate::rule::{Finding, Placed, rule};
use crate::rules::owner::owner;

rule! {
    "零报告单位有投诉（审计）线索", "nil report and yet named"
    (unit: &str, count: usize)
    code: "H-14", severity: Warning, check: [Collection(check)],
    reads: [Header: IsNil, ReportUnitCode, ReportUnitName],
    basis: "T25, T12; 6-2",
    message: "“{unit}”作零报告，但投诉、审计等线索中有{count}笔涉及该单位，请复核", "{unit} reports that it owes nothing, and {count} leads name it",
    repair: "把线索转给该单位逐笔核实；属实的补报台账", "hand the leads to the unit; it reports those that are true",
    fails: r#"{ "collection": [{ "header": { "report_unit_code": "410422207", "is_nil": true } }],
        "leads": [{ "debtor_name": "叶县龙泉乡人民政府", "creditor_name": "叶县安泰办公设备有限公司", "arrears_amount": "5000.00" }] }"#,
    passes: r#"{ "collection": [{ "header": { "report_unit_code": "410422207", "is_nil": true } }],
        "leads": [{ "debtor_name": "叶县水寨乡人民政府", "creditor_name": "叶县安泰办公设备有限公司", "arrears_amount": "5000.00" }] }"#,
}

fn check(collection: &Collection<'_>, context: &Context<'_>) -> Vec<Placed> {
    let reports = collection.reports(context.campaign);
    let nil = reports
        .iter()
        .filter(|report| report.ledger.header.is_nil == Some(true));
    nil.filter_map(|report| {
        let finding = named(report, collection, context)?;
        Some(Placed {
            ledger: Some(report.place),
            finding,
        })
    })
    .collect()
}

fn named(
    report: &Report<'_>,
    collection: &Collection<'_>,
    context: &Context<'_>,
) -> Option<Finding> {
    let unit = report.unit;
    let owners = collection
        .leads
        .iter()
        .filter_map(|lead| owner(context.campaign, lead));
    let count = owners.filter(|(_, owner)| owner.code == unit.code).count();
    (0 < count).then(|| finding(Field::IsNil, (unit.name.as_str(), count)))
}
