//! R-17: what only some debts must have is blank in some of them. One finding a column, as the
//! local form may not have it; which debts must have it stands in one table. What other rules ask
//! of each debt (R-13 to R-15, S-04, T-03, T-08, and those of plans and roles) is not in it; nor is
//! the day a plan ends, which follows from its instalments.

use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::{Dispute, MoneyKind, Procurement, Status};
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, Gaps, Tally, rule};
use crate::text::Text;

rule! {
    "有条件必填项未填写", "needed and blank"
    (when: Text, field: Column, count: usize)
    code: "R-17", severity: Warning, check: [Tally(check, blanks)],
    reads: [Entry: MoneyKind, DepositKind, ProcurementKind, IsGovInvest, Dispute, UndisputedAmount, DisputedAmount,
        PlanFiledOn, Agreement, AgreementOn, Status, ClosedOn; Instalment: DueOn],
    basis: "台账字段表",
    message: "{when}应填写{field}，有{count}笔未填", "{when} the {field} is needed, and blank in {count} rows",
    repair: "逐笔补填；本地表没有该栏的，说明原因后确认", "fill it in, or confirm that the local form has no such column",
    fails: r#"{ "header": {}, "entries": [{ "money_kind": "goods_payment" }, { "money_kind": "deposit" }] }"#,
    passes: r#"{ "header": {}, "entries": [{ "money_kind": "deposit", "deposit_kind": "bid" },
        { "procurement_kind": "works", "is_gov_invest": false }, { "dispute": "partly", "undisputed_amount": "1.00", "disputed_amount": "1.00" },
        { "instalments": [{ "no": 1 }], "plan_filed_on": "2022-06-12", "agreement": true, "agreement_on": "2022-06-10" },
        { "status": "closed", "closed_on": "2022-06-10" }] }"#,
}

/// A column, when it is needed, and of which debts.
struct Need(Field, Text, fn(&Entry) -> bool);

const fn words(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

static NEEDS: [Need; 8] = [
    Need(
        Field::DepositKind,
        words("款项性质为“保证金”的", "of a deposit"),
        |entry| entry.money_kind == Some(MoneyKind::Deposit),
    ),
    Need(
        Field::IsGovInvest,
        words("采购类别为“工程”的", "of works"),
        |entry| entry.procurement_kind == Some(Procurement::Works),
    ),
    Need(
        Field::UndisputedAmount,
        words("部分分歧的", "of a partly disputed debt"),
        |entry| entry.dispute == Some(Dispute::Partly),
    ),
    // With neither part, the undisputed one is asked for.
    Need(
        Field::DisputedAmount,
        words("部分分歧的", "of a partly disputed debt"),
        |entry| entry.dispute == Some(Dispute::Partly) && !entry.is_blank(Field::UndisputedAmount),
    ),
    Need(
        Field::PlanFiledOn,
        words("已定清偿计划的", "of a plan"),
        has_plan,
    ),
    Need(
        Field::Agreement,
        words("已定清偿计划的", "of a plan"),
        |entry| has_plan(entry) && entry.is_blank(Field::AgreementOn),
    ),
    Need(
        Field::AgreementOn,
        words("已签还款协议的", "of an agreement"),
        |entry| entry.agreement == Some(true),
    ),
    Need(
        Field::ClosedOn,
        words("已销号的", "of a closed debt"),
        |entry| entry.status == Some(Status::Closed),
    ),
];

/// Whether there are instalments; whether there should be is for the rules of plans to say.
fn has_plan(entry: &Entry) -> bool {
    !entry.instalments.is_empty()
}

fn blanks(entry: &Entry, _: &Around<'_>) -> u32 {
    let mut blanks = 0;
    for (question, Need(field, _, is_needed)) in (0_u32..).zip(&NEEDS) {
        blanks |= u32::from(entry.is_blank(*field) && is_needed(entry)) << question;
    }
    blanks
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (question, Need(field, when, _)) in NEEDS.iter().enumerate() {
        let found = tally.gaps(question).map(|Gaps { first, count }| {
            finding(*field, (*when, (*field).into(), count)).row(first)
        });
        findings.extend(found);
    }
    findings
}
