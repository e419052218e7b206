//! S-05: a claim that rests on no contract and no agreement.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::ContractBasis;
use crate::rule::{Around, Finding, rule};

rule! {
    "没有合同或协议依据", "no contract"
    ()
    code: "S-05", severity: Warning, check: [Entry(check)],
    reads: [Entry: ContractBasis],
    basis: "T13",
    message: "合同依据为“无”，请核实是否属于清欠范围", "it rests on no contract: see whether it is in scope",
    repair: "有订单、验收单、对账单等依据的改选相应依据；确无依据的说明后确认", "choose the form that binds, such as an order or a statement of account, or confirm",
    fails: r#"{ "contract_basis": "none" }"#,
    passes: r#"{ "contract_basis": "other_form" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    (entry.contract_basis? == ContractBasis::None).then(|| finding(Field::ContractBasis, ()))
}
