//! A-17: the rate agreed for late payment is below the one-year LPR of the contract's day, the
//! least the Regulation allows. Past the end of the published figures A-18 speaks.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::regulation::version;

rule! {
    "约定逾期利率低于LPR", "agreed late rate below the LPR"
    (agreed: String, signed: NaiveDate, published: NaiveDate, floor: String)
    code: "A-17", severity: Warning, check: [Entry(check)],
    reads: [Entry: AgreedRate, SignDate, DebtorType],
    basis: "条例15; 条例(2025)17",
    message: "约定年利率{agreed}%低于{signed}订立时的LPR（{published}）{floor}%", "the agreed {agreed} % a year is below the LPR when the contract was made on {signed}: {floor} %, of {published}",
    repair: "核对合同约定；确实低于的，逾期利息按不低于该LPR计算", "check the contract; where it is lower, count interest at that LPR at least",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2021-12-20", "agreed_rate": "3.79" }"#,
    passes: r#"{ "entries": [{ "debtor_type": "gov_organ", "sign_date": "2021-12-20", "agreed_rate": "3.8" },
        { "debtor_type": "gov_organ", "sign_date": "2020-08-31", "agreed_rate": "3" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (agreed, signed) = (entry.agreed_rate?, entry.sign_date?);
    version(entry, around)?;
    let lpr = &around.context.law.lpr;
    let floor = lpr.on(signed).filter(|told| told.beyond.is_none())?.value;
    let (published, _) = lpr.rows().iter().rev().find(|(day, _)| *day <= signed)?;
    let facts = || (agreed.to_string(), signed, *published, floor.published());
    (agreed < floor).then(|| finding(Field::AgreedRate, facts()))
}
