//! U-06: the debts of one contract add up to more than the contract. Exact repeats are U-01's and
//! count once; a debt that exceeds the contract alone is A-06's or A-07's.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Finding, Keys, Member, rule};
use crate::rules::duplicates::parties::parties;
use crate::rules::duplicates::same_debt_twice;
use crate::rules::key::{Key, alike, firsts, put};

rule! {
    "同一合同拖欠之和超过合同金额", "one contract's debts exceed it"
    (contract: &str, count: usize, sum: Amount, price: Amount)
    code: "U-06", severity: Warning, check: [Group(check, keys)],
    reads: [Entry: DebtorName, CreditorName, ContractNo, ArrearsAmount, ContractAmount, SettledPrice, Status],
    basis: "T20",
    message: "合同{contract}的{count}笔拖欠之和{sum}，大于合同（结算）金额{price}", "the {count} debts of contract {contract} add up to {sum}, more than its {price}",
    repair: "核对是否重复填报；同一合同的欠款应合并为一笔", "look for a debt entered twice; a contract's debts belong in one row",
    fails: r#"{ "entries": [
        { "debtor_name": "甲", "creditor_name": "乙", "contract_no": "1", "contract_amount": "10.00", "arrears_amount": "6.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "contract_no": "1", "contract_amount": "10.00", "arrears_amount": "5.00" } ] }"#,
    passes: r#"{ "entries": [
        { "debtor_name": "甲", "creditor_name": "乙", "contract_no": "1", "contract_amount": "10.00", "arrears_amount": "6.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "contract_no": "1", "contract_amount": "10.00", "arrears_amount": "4.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "contract_no": "1", "contract_amount": "10.00", "arrears_amount": "4.00" } ] }"#,
}

fn key(entry: &Entry) -> Option<Key<'_>> {
    let contract = entry.contract_no.as_ref()?.as_str();
    Some(parties(entry)?.and(contract))
}

fn keys(entry: &Entry, keys: &mut Keys) {
    put(key(entry), keys);
}

fn check(members: &[Member<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in alike(members, &key) {
        findings.extend(exceeds(&part));
    }
    findings
}

/// The finding on the debts of one contract, if they exceed it.
pub(super) fn exceeds(part: &[Member<'_>]) -> Option<Finding> {
    let mut debts: Vec<(usize, Amount)> = Vec::new();
    for member in firsts(part, &same_debt_twice::key) {
        let owed = member.entry.arrears_amount.unwrap_or_default();
        if Amount::ZERO < owed {
            debts.push((member.row, owed));
        }
    }
    let (second, _) = *debts.get(1)?;
    let price = part.iter().filter_map(|member| price(member.entry)).max()?;
    let sum: Amount = debts.iter().map(|(_, owed)| *owed).sum();
    let is_together = price < sum && debts.iter().all(|(_, owed)| *owed <= price);
    let contract = part.first()?.entry.contract_no.as_ref()?.as_str();
    let facts = (contract, debts.len(), sum, price);
    is_together.then(|| finding(Field::ArrearsAmount, facts).row(second))
}

/// What the contract is worth: as settled, or as agreed.
fn price(entry: &Entry) -> Option<Amount> {
    entry.settled_price.or(entry.contract_amount)
}
