//! A-13: the undisputed and the disputed part of a debt do not make up the whole.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Dispute;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::{known, owed};

rule! {
    "分歧金额合计不符", "disputed parts differ"
    (sum: Amount, arrears: Amount)
    code: "A-13", severity: Error, check: [Entry(check)],
    reads: [Entry: Dispute, UndisputedAmount, DisputedAmount, ArrearsAmount],
    basis: "《保障中小企业款项支付条例》（2025年）第十五条",
    message: "无分歧、有分歧金额合计{sum}，与拖欠金额{arrears}不符", "the undisputed and disputed parts are {sum}, the arrears {arrears}",
    repair: "核对三个金额；无分歧与有分歧金额之和应等于拖欠金额", "check the three amounts: the parts add up to the arrears",
    fails: r#"{ "dispute": "partly", "undisputed_amount": "60.00", "disputed_amount": "30.00", "arrears_amount": "100.00" }"#,
    passes: r#"{ "dispute": "partly", "undisputed_amount": "60.00", "disputed_amount": "40.00", "arrears_amount": "100.00" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (dispute, arrears) = (entry.dispute?, owed(entry)?);
    let parts = (known(entry.undisputed_amount), known(entry.disputed_amount));
    let (sum, is_off) = match parts {
        (Some(undisputed), Some(disputed)) => {
            let sum = undisputed + disputed;
            (sum, sum != arrears)
        }
        // One part alone can only be too much.
        (Some(part), None) | (None, Some(part)) => (part, arrears < part),
        (None, None) => return None,
    };
    let field = match parts.0 {
        Some(_) => Field::UndisputedAmount,
        None => Field::DisputedAmount,
    };
    (dispute == Dispute::Partly && is_off).then(|| finding(field, (sum, arrears)))
}
