//! C-01: a cell that must be filled is blank. All other rules are silent on a blank.

use crate::campaign::Context;
use crate::ledger::entry::Field;
use crate::ledger::fields::{Record, Table};
use crate::ledger::lists::DebtorType;
use crate::ledger::{Column, Entry, Ledger, Sums};
use crate::rule::{Around, Finding, rule};
use crate::rules::cells::children;

rule! {
    "必填项未填写", "required and blank"
    (field: Column)
    code: "C-01", severity: Error, check: [Ledger(header), Cells(entry)],
    reads: [],
    basis: "台账字段表",
    message: "请填写{field}", "fill in the {field}",
    repair: "补填该栏", "fill it in",
    fails: r#"{ "creditor_name": "" }"#,
    passes: r#"{ "seq_no": 1, "debt_id": "410422207-2022-06-0001", "debtor_name": "龙泉乡人民政府", "debtor_type": "gov_organ",
        "creditor_name": "叶县安泰办公设备有限公司", "project_name": "办公用品采购", "procurement_kind": "goods",
        "contract_amount": "20000.00", "arrears_amount": "5000.00", "dispute": "undisputed", "causes": ["fund_shortage"] }"#,
}

fn header(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    blanks(&ledger.header)
}

fn entry(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let mut findings = blanks(entry);
    if needs_code(entry) && entry.is_blank(Field::DebtorUscc) {
        findings.push(finding(Field::DebtorUscc, (Field::DebtorUscc.into(),)));
    }
    children(entry, &mut findings, &|record| blanks(record));
    findings
}

/// Whether the debtor's credit code is required, as it is of a firm.
pub(super) fn needs_code(entry: &Entry) -> bool {
    entry.debtor_type.is_some_and(DebtorType::is_enterprise)
}

fn blanks(record: &dyn Table) -> Vec<Finding> {
    let mut findings = Vec::new();
    for index in record.required() {
        if record.is_blank_at(*index) {
            let column = record.column(*index);
            findings.push(finding(column, (column,)));
        }
    }
    findings
}
