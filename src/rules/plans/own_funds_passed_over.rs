//! P-09: the unit spent without approval, and its own funds, which come first, are not among the
//! sources. Sources have no order in a ledger: it is enough that they are one of them, in the plan
//! or in any instalment.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::{Cause, FundSource};
use crate::rule::{Around, Finding, rule};

rule! {
    "未先用单位自有资金", "own funds passed over"
    ()
    code: "P-09", severity: Warning, check: [Entry(check)],
    reads: [Entry: FundSource, Causes; Instalment: FundSource],
    basis: "notice 二（三）",
    message: "未经批准自行安排支出造成的拖欠，应先由单位自有资金偿还", "a debt from spending without approval is first repaid from the unit's own funds",
    repair: "资金来源补选“单位自有资金”；自有资金难以偿还的说明后确认", "add the own funds, or confirm that they do not suffice",
    fails: r#"{ "causes": ["no_budget"], "fund_source": ["budget_cut"] }"#,
    passes: r#"{ "causes": ["no_budget"], "fund_source": ["local_budget"], "instalments": [{ "fund_source": ["own_funds"] }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let causes = entry.causes.as_ref()?;
    let of_instalments = entry.instalments.iter().map(|one| &one.fund_source);
    let mut stated = of_instalments
        .chain([&entry.fund_source])
        .flatten()
        .peekable();
    stated.peek()?;
    let has_own = stated.any(|sources| sources.has(FundSource::OwnFunds));
    (causes.has(Cause::NoBudget) && !has_own).then(|| finding(Field::FundSource, ()))
}
