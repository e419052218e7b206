//! A-11: figures that look like yuan in a ledger kept in ten thousand yuan: whole numbers without
//! a decimal, of a contract that would be worth a hundred million. A column may have had a unit of
//! its own when the sheet was read; the header's is what the ledger is shown in.

use crate::amount::{Amount, Unit};
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::owed;

rule! {
    "疑似将元作万元填报", "yuan entered as ten thousands"
    (arrears: Amount, contract: Amount, meant: Amount)
    code: "A-11", severity: Warning, check: [Entry(check)],
    reads: [Header: AmountUnit; Entry: ArrearsAmount, ContractAmount, PaidBefore],
    basis: "6-5",
    message: "合同{contract}、拖欠{arrears}，疑似将“元”作“万元”填报，拖欠或应为{meant}", "contract {contract}, arrears {arrears}: perhaps yuan were meant, {meant}",
    repair: "核对原件的金额单位；以元填报的，本笔各金额都换算成万元", "check the unit on the original; if it is yuan, convert every amount of the row",
    fails: r#"{ "header": { "amount_unit": "wan" }, "entries": [
        { "contract_amount": "1564680000.00", "paid_before": "469400000.00", "arrears_amount": "1095280000.00" } ] }"#,
    passes: r#"{ "header": { "amount_unit": "wan" }, "entries": [
        { "contract_amount": "12345000.00", "paid_before": "10000000.00", "arrears_amount": "2345000.00" } ] }"#,
}

/// A hundred million yuan: as a contract with a small firm rare, as a figure without decimals
/// rarer; in yuan, a common purchase.
const LARGE: Amount = Amount::from_fen(10_000_000_000);

/// Ten thousand yuan, in fen.
const WAN: i64 = 1_000_000;

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (unit, contract) = (around.header.amount_unit?, entry.contract_amount?);
    if unit != Unit::Wan {
        return None;
    }
    let (arrears, meant) = (owed(entry)?, meant(entry)?);
    Some(finding(Field::ArrearsAmount, (arrears, contract, meant)))
}

/// The arrears as they would be if yuan were meant; `None` where the figures do not look like it.
pub(super) fn meant(entry: &Entry) -> Option<Amount> {
    let (arrears, contract) = (owed(entry)?, entry.contract_amount?);
    let amounts = [arrears, contract, entry.paid_before.unwrap_or_default()];
    let is_whole = amounts.iter().all(|amount| amount.fen() % WAN == 0);
    (is_whole && LARGE <= contract).then(|| Amount::from_fen(arrears.fen() / 10_000))
}
