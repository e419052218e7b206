//! F-02: the last letter of a credit code is not the one the others ask for. Only a warning: some
//! genuine codes fail the check, and the certificate is right, not the arithmetic.

use crate::codes::Uscc;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::formats::codes::of_codes;

rule! {
    "信用代码校验位不符", "check letter of a credit code differs"
    (field: Column, code: &str)
    code: "F-02", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtorUscc, CreditorUscc],
    basis: "GB 32100-2015",
    message: "{field}{code}校验位不符，可能抄错", "the {field} {code} fails its check letter: perhaps miscopied",
    repair: "对照登记证书或营业执照逐位核对；证书确实如此的说明后确认", "compare it with the certificate; confirm it if the certificate says so",
    fails: r#"{ "creditor_uscc": "91350100M000100Y44" }"#,
    passes: r#"{ "creditor_uscc": "91350100M000100Y43" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    of_codes(entry, &differs)
}

/// A mended text is offered only where one letter, mistaken for one like it, explains everything:
/// else any of the eighteen may be the miscopied one.
fn differs(field: Field, code: Uscc) -> Option<Finding> {
    let mended = || Uscc::repaired(code.as_str()).map(|code| code.to_string());
    (!code.checks()).then(|| finding(field, (field.into(), code.as_str())).instead(mended()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_the_one_letter_that_explains_it() {
        let mended = |text: &str| {
            let code = Uscc::parse(text).unwrap();
            differs(Field::CreditorUscc, code).and_then(|found| found.instead.clone())
        };
        assert_eq!(
            mended("9L350100M000100Y43").as_deref(),
            Some("91350100M000100Y43")
        );
        assert_eq!(mended("91350100M000100Y44"), None);
    }
}
