//! B-03: a unit on the roster has handed nothing in, not even a nil report, and the day is over.
//! Where silence counts as a nil report, nobody is missing. Later periods have no such day.

use chrono::NaiveDate;

use crate::campaign::{Context, NilReport};
use crate::collection::Collection;
use crate::rule::{Placed, rule};

rule! {
    "逾期未报送", "not reported"
    (unit: &str, due: NaiveDate)
    code: "B-03", severity: Warning, check: [Collection(check)],
    reads: [Header: ReportUnitCode, ReportUnitName],
    basis: "notice 二（一）; T25",
    message: "“{unit}”应于{due}前报送，至今未报送台账，也未作零报告", "{unit} was to report by {due} and has sent neither a ledger nor a nil report",
    repair: "催报；确无拖欠的也应作零报告；待核实的单位先核实是否应报送", "ask for it; a unit that owes nothing says so; see whether an unconfirmed unit has to report",
    fails: r#"{ "collection": [{ "header": { "report_unit_code": "410422207", "is_nil": true } }] }"#,
    passes: r#"{ "collection": [{ "header": { "report_unit_code": "410422207", "period": "2022-07" } }] }"#,
}

fn check(collection: &Collection<'_>, context: &Context<'_>) -> Vec<Placed> {
    let campaign = context.campaign;
    let due = campaign.deadlines.ledger;
    let mut periods = collection.ledgers.iter().map(|one| one.header.period);
    if campaign.nil_report == NilReport::Deemed
        || context.today <= due
        || periods.any(|period| campaign.is_past(period))
    {
        return Vec::new();
    }
    let reports = collection.reports(campaign);
    let missing = campaign
        .units
        .iter()
        .filter(|unit| reports.iter().all(|report| report.unit.code != unit.code));
    missing
        .map(|unit| Placed {
            ledger: None,
            finding: finding((), (unit.name.as_str(), due)),
        })
        .collect()
}
