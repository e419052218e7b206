//! H-05: a ledger without debts that is not a nil report. It is a mistake whether or not the
//! campaign wants nil reports: where silence counts as one, an empty ledger is still no answer.

use crate::campaign::{Context, NilReport};
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::text::Text;

rule! {
    "台账为空", "empty ledger"
    (advice: Text)
    code: "H-05", severity: Error, check: [Ledger(check)],
    reads: [Header: IsNil],
    basis: "T03, T25",
    message: "台账没有欠款，也未作零报告；{advice}", "the ledger lists no debt and is no nil report: {advice}",
    repair: "有拖欠的逐笔录入；确无拖欠的按提示处理", "enter the debts; if there are none, do as the message says",
    fails: r#"{ "header": { "is_nil": false }, "entries": [] }"#,
    passes: r#"{ "header": { "is_nil": false }, "entries": [{ "debtor_name": "龙泉乡人民政府" }] }"#,
}

const EXPLICIT: Text = Text {
    zh: "确无拖欠的，请勾选零报告并由单位负责人确认",
    en: "if nothing is owed, mark it as one and have the head of the unit confirm",
};

const DEEMED: Text = Text {
    zh: "确无拖欠的，可勾选零报告，也可不报送",
    en: "if nothing is owed, mark it as one, or hand in nothing",
};

fn check(ledger: &Ledger, _: &Sums, context: &Context<'_>) -> Vec<Finding> {
    let advice = match context.campaign.nil_report {
        NilReport::Explicit => EXPLICIT,
        NilReport::Deemed => DEEMED,
    };
    let says_nothing = ledger.header.is_nil == Some(false) && ledger.entries.is_empty();
    says_nothing
        .then(|| finding(Field::IsNil, (advice,)))
        .into_iter()
        .collect()
}
