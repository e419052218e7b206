//! U-03: the same debt stands in the ledgers of two units. What a unit itself repeats is U-01's, and
//! a debt passed on to another unit does not count in the first.

use crate::campaign::Context;
use crate::collection::{Collection, Report};
use crate::ledger::entry::Field;
use crate::rule::{Placed, Row, rule};
use crate::rules::duplicates::same_debt_twice::key;
use crate::rules::key::Folded;

rule! {
    "两个单位填报同一笔欠款", "the same debt from two units"
    (unit: &str, row: Row)
    code: "U-03", severity: Warning, check: [Collection(check)],
    reads: [Entry: DebtorName, CreditorName, ContractNo, ProjectName, ArrearsAmount, Status],
    basis: "6-11",
    message: "“{unit}”第{row}笔是同一笔欠款，疑似重复上报", "row {row} of {unit} is the same debt: probably reported twice",
    repair: "与两个单位核实由谁报送，另一单位核减或移交", "settle with both who reports it; the other takes it off or hands it over",
    fails: r#"{ "collection": [
        { "header": { "report_unit_code": "410422207" }, "entries": [{ "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00" }] },
        { "header": { "report_unit_code": "YX-BM-SLJ" }, "entries": [{ "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00" }] } ] }"#,
    passes: r#"{ "collection": [
        { "header": { "report_unit_code": "410422207" }, "entries": [{ "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00", "status": "transferred" }] },
        { "header": { "report_unit_code": "YX-BM-SLJ" }, "entries": [{ "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00" }] } ] }"#,
}

fn check(collection: &Collection<'_>, context: &Context<'_>) -> Vec<Placed> {
    let reports = collection.reports(context.campaign);
    let mut debts: Vec<(Folded, usize, usize)> = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        for (row, entry) in report.ledger.entries.iter().enumerate() {
            let key = key(entry).filter(|_| entry.standing().is_counted());
            debts.extend(key.map(|key| (key.folded(), at, row)));
        }
    }
    debts.sort_unstable();
    let mut told = Vec::new();
    for same in debts.chunk_by(|(a, ..), (b, ..)| a == b) {
        told.extend(repeats(same, &reports));
    }
    told
}

/// The first debt of each further unit, held against the first of the first.
fn repeats(same: &[(Folded, usize, usize)], reports: &[Report<'_>]) -> Vec<Placed> {
    let mut firsts = same
        .chunk_by(|(_, a, _), (_, b, _)| a == b)
        .filter_map(<[_]>::first);
    let mut told = Vec::new();
    let Some((_, first, first_row)) = firsts.next() else {
        return told;
    };
    let Some(first) = reports.get(*first) else {
        return told;
    };
    for (_, again, row) in firsts {
        let facts = (first.unit.name.as_str(), Row(*first_row));
        told.extend(reports.get(*again).map(|again| Placed {
            ledger: Some(again.place),
            finding: finding(Field::ArrearsAmount, facts).row(*row),
        }));
    }
    told
}
