//! F-14: an identifier that a spreadsheet took for a number: its end is lost, or the zero it began
//! with. A credit code that cannot be read at all is C-02's, which names the same cause.

use crate::campaign::Context;
use crate::codes::{Damage, Uscc};
use crate::ledger::cell::Line;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry, Ledger, Sums, header, payment};
use crate::rule::{Around, Finding, rule};
use crate::rules::formats::codes::is_rounded;
use crate::text::Text;

rule! {
    "编号疑似被表格软件损坏", "identifier damaged by a spreadsheet"
    (field: Column, text: &str, why: Text)
    code: "F-14", severity: Warning, check: [Ledger(header), Cells(check)],
    reads: [Header: Phone; Entry: DebtId, DebtorUscc, CreditorUscc, ContractNo, PlatformRef; Payment: VoucherNo],
    basis: "台账字段表",
    message: "{field}“{text}”{why}", "the {field} “{text}” {why}",
    repair: "从证书、合同或凭证原件重新抄录；在表格中先把该列设为文本格式；确实如此的说明后确认", "copy it from the original; set the column to text in the sheet first, or confirm it as it is",
    fails: r#"{ "contract_no": "2.02106E+11" }"#,
    passes: r#"{ "contract_no": "202106000123", "creditor_uscc": "9.14104E+17" }"#,
}

const SCIENTIFIC: Text = Text {
    zh: "是表格软件的科学计数，后面的位数已丢失",
    en: "is a spreadsheet's notation and has lost its end",
};

const ROUNDED: Text = Text {
    zh: "15位以后全为0，疑似被表格软件舍入",
    en: "has only zeros behind fifteen digits, as if a spreadsheet had rounded it",
};

const NO_ZERO: Text = Text {
    zh: "只有10位，疑似丢了区号开头的0",
    en: "has ten digits, as if the zero of its area code were lost",
};

fn header(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    let phone = ledger.header.phone.as_ref();
    phone
        .and_then(|phone| of_phone(phone.as_str()))
        .into_iter()
        .collect()
}

fn of_phone(phone: &str) -> Option<Finding> {
    let column = Column::Header(header::Field::Phone);
    let is_short = phone.len() == 10
        && phone.bytes().all(|digit| digit.is_ascii_digit())
        && !phone.starts_with(['0', '1', '2', '4']);
    let whole = || {
        let finding = finding(column, (column, phone, NO_ZERO));
        finding.instead(Some(format!("0{phone}")))
    };
    damaged(column, phone).or_else(|| is_short.then(whole))
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let code = |code: Option<Uscc>| code.filter(|code| is_rounded(*code));
    let (debtor, creditor) = (code(entry.debtor_uscc), code(entry.creditor_uscc));
    let mut findings = Vec::new();
    for (field, text) in [
        (Field::DebtId, entry.debt_id.as_ref().map(Line::as_str)),
        (Field::DebtorUscc, debtor.as_ref().map(Uscc::as_str)),
        (Field::CreditorUscc, creditor.as_ref().map(Uscc::as_str)),
        (
            Field::ContractNo,
            entry.contract_no.as_ref().map(Line::as_str),
        ),
        (
            Field::PlatformRef,
            entry.platform_ref.as_ref().map(Line::as_str),
        ),
    ] {
        findings.extend(text.and_then(|text| damaged(field.into(), text)));
    }
    for (child, payment) in entry.payments.iter().enumerate() {
        let column = Column::Payment(payment::Field::VoucherNo);
        let voucher = payment.voucher_no.as_ref();
        let found = voucher.and_then(|number| damaged(column, number.as_str()));
        findings.extend(found.map(|found| found.child(child)));
    }
    findings
}

fn damaged(column: Column, text: &str) -> Option<Finding> {
    let why = match Damage::of(text)? {
        Damage::Scientific => SCIENTIFIC,
        Damage::Rounded => ROUNDED,
    };
    Some(finding(column, (column, text, why)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_gets_its_zero_back() {
        let mended = |phone| of_phone(phone).map(|found| found.instead.clone());
        assert_eq!(mended("3758053465"), Some(Some("03758053465".to_owned())));
        assert_eq!(mended("3.75805E+09"), Some(None));
        for phone in ["0375-8053465", "13803751234", "4008053465", "8053465"] {
            assert_eq!(mended(phone), None, "{phone}");
        }
    }

    #[test]
    fn a_sound_code_may_end_in_zeros() {
        let is_rounded = |code| Uscc::parse(code).is_ok_and(is_rounded);
        assert!(is_rounded("914104220000000000"));
        assert!(!is_rounded("914104220001628000"));
    }
}
