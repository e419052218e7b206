//! B-01: what a unit owes now does not follow from what it owed before and from what it recorded
//! since. See [`Movement`].

use crate::amount::Amount;
use crate::campaign::Context;
use crate::collection::{Collection, Movement, Report};
use crate::rule::{Finding, Placed, rule};

rule! {
    "收支不平衡", "out of balance"
    (from: Amount, due: Amount, to: Amount, gap: Amount, debt: &str, count: usize)
    code: "B-01", severity: Error, check: [Collection(check)],
    reads: [Entry: DebtId, FirstPeriod, ArrearsAmount, RepaidTotal, Status, RemovalReason; Payment: PaidAmount, PaidOn, RecordedOn; Header: CutoffDate],
    basis: "台账字段表",
    message: "期初{from}加减本期各项应为{due}，期末为{to}，差额{gap}，见{debt}等{count}笔", "from {from} the period's records lead to {due}, not to {to}: {gap} apart, in {count} debts such as {debt}",
    repair: "补回缺失的欠款和清偿；补记的清偿填登记时间；更正金额的核减原因选“金额更正”", "put back what is missing, say when late payments were recorded, and mark corrected amounts as such",
    fails: r#"{ "before": [{ "header": { "report_unit_code": "410422207", "cutoff_date": "2022-06-10" }, "entries": [
            { "debt_id": "1", "arrears_amount": "100.00", "payments": [{ "paid_on": "2022-06-09", "amount": "40.00" }] } ] }],
        "collection": [{ "header": { "report_unit_code": "410422207", "cutoff_date": "2022-07-10" }, "entries": [
            { "debt_id": "1", "arrears_amount": "100.00", "payments": [{ "paid_on": "2022-07-01", "amount": "10.00" }] } ] }] }"#,
    passes: r#"{ "before": [{ "header": { "report_unit_code": "410422207", "cutoff_date": "2022-06-10" }, "entries": [
            { "debt_id": "1", "arrears_amount": "100.00", "payments": [{ "paid_on": "2022-06-09", "amount": "40.00" }] },
            { "debt_id": "2", "arrears_amount": "20.00" }, { "debt_id": "3", "arrears_amount": "5.00" } ] }],
        "collection": [{ "header": { "report_unit_code": "410422207", "cutoff_date": "2022-07-10" }, "entries": [
            { "debt_id": "1", "arrears_amount": "100.00", "payments": [{ "paid_on": "2022-06-09", "amount": "40.00" },
                { "paid_on": "2022-06-08", "amount": "1.00", "recorded_on": "2022-06-11" }, { "paid_on": "2022-07-01", "amount": "10.00" }] },
            { "debt_id": "2", "arrears_amount": "20.00", "status": "in_court" },
            { "debt_id": "3", "arrears_amount": "4.00", "removal_reason": "amount_corrected" },
            { "debt_id": "4", "arrears_amount": "7.00" } ] }] }"#,
}

fn check(collection: &Collection<'_>, context: &Context<'_>) -> Vec<Placed> {
    let mut told = Vec::new();
    for report in collection.reports(context.campaign) {
        let finding = gap(&report, collection, context);
        told.extend(finding.map(|finding| Placed {
            ledger: Some(report.place),
            finding,
        }));
    }
    told
}

fn gap(report: &Report<'_>, collection: &Collection<'_>, context: &Context<'_>) -> Option<Finding> {
    let before = collection.before_of(report.unit, context.campaign)?;
    let movement = Movement::between(before, report.ledger)?;
    let (from, due, to) = (movement.opening, movement.expected(), movement.closing);
    let debt = movement.astray.first()?;
    let facts = (
        from,
        due,
        to,
        movement.gap(),
        debt.as_str(),
        movement.astray.len(),
    );
    (movement.gap() != Amount::ZERO).then(|| finding((), facts))
}
