//! F-15: the organisation's own code inside a credit code fails the check it has of its own. Where
//! the whole fails as well, F-02 says so alone.

use crate::codes::Uscc;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::formats::codes::of_codes;

rule! {
    "主体标识码校验位不符", "check letter of the organisation code differs"
    (field: Column, code: &str, expected: String)
    code: "F-15", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtorUscc, CreditorUscc],
    basis: "GB 32100-2015; GB 11714-1997",
    message: "{field}{code}第17位应为{expected}，可能抄错或不是真实代码", "the {field} {code} should have {expected} as its 17th letter: perhaps miscopied or made up",
    repair: "对照登记证书或营业执照逐位核对第9至17位；证书确实如此的说明后确认", "compare letters 9 to 17 with the certificate; confirm it if the certificate says so",
    fails: r#"{ "creditor_uscc": "123456789012345678" }"#,
    passes: r#"{ "creditor_uscc": "91350100M000100Y44" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    of_codes(entry, &differs)
}

fn differs(field: Field, code: Uscc) -> Option<Finding> {
    let expected = || code.org_letter().unwrap_or_default().to_string();
    (!code.org_checks() && code.checks())
        .then(|| finding(field, (field.into(), code.as_str(), expected())))
}
