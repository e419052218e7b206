//! P-06: nobody contests the debt, and the instalments still to come leave a part of it unplanned.

use crate::amount::Amount;
use crate::ledger::{Entry, instalment};
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::{balance, is_undisputed, still_planned};

rule! {
    "计划未覆盖全部余额", "a part not planned for"
    (planned: Amount, rest: Amount)
    code: "P-06", severity: Warning, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, RepaidTotal, Dispute, Status, Judicial; Instalment: PlannedAmount, Status; Payment: PaidAmount, IsPlanned],
    basis: "T18",
    message: "计划还款{planned}，尚有{rest}未列入计划", "{planned} are planned, and {rest} are not",
    repair: "补列期次，把余额全部列入计划；暂不能列入的说明后确认", "add instalments for the rest, or confirm with a reason",
    fails: r#"{ "arrears_amount": "100.00", "dispute": "undisputed", "instalments": [{ "amount": "60.00" }, { "amount": "39.99" }] }"#,
    passes: r#"{ "arrears_amount": "100.00", "dispute": "undisputed", "instalments": [{ "amount": "60.00" }, { "amount": "40.00" }] }"#,
}

/// What no instalment covers.
pub(super) fn rest(entry: &Entry) -> Option<(Amount, Amount)> {
    let planned = still_planned(entry)?;
    let rest = balance(entry)?.less(planned);
    (Amount::ZERO < rest && is_undisputed(entry)).then_some((planned, rest))
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let facts = rest(entry)?;
    let child = entry.instalments.len().checked_sub(1)?;
    let at = instalment::Field::PlannedAmount;
    Some(finding(at, facts).child(child))
}
