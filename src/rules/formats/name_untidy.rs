//! F-06: stray blanks, line breaks or half-width brackets in a name. The mended name is certain.

use crate::IS_WHOLE;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};

rule! {
    "单位名称不规范", "untidy name"
    (field: Column, tidy: &str)
    code: "F-06", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtorName, CreditorName],
    basis: "T14",
    message: "{field}含多余的空格、换行或半角括号，应为“{tidy}”", "the {field} has stray blanks or half-width brackets: “{tidy}”",
    repair: "采用建议的写法", "take the text that is offered",
    fails: r#"{ "creditor_name": " 叶县 宏远办公设备(集团）有限公司" }"#,
    passes: r#"{ "creditor_name": "叶县宏远办公设备（集团）有限公司" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let untidy = |field: Field, name: &str| {
        if is_surely_tidy(name) || !name.chars().any(is_mended) {
            return None;
        }
        let tidy = tidy(name);
        (tidy != name).then(|| finding(field, (field.into(), tidy.as_str())).instead(Some(tidy)))
    };
    let debtor = entry.debtor_name.as_ref();
    let creditor = entry.creditor_name.as_ref();
    let mut findings = Vec::new();
    findings.extend(debtor.and_then(|name| untidy(Field::DebtorName, name.as_str())));
    findings.extend(creditor.and_then(|name| untidy(Field::CreditorName, name.as_str())));
    findings
}

/// Whether a look at the bytes is enough: most names are letters of U+4000 to U+9FFF (Chinese), and of
/// ASCII neither blanks nor brackets.
fn is_surely_tidy(name: &str) -> bool {
    let is_left = |byte: u8| matches!(byte, 0x80..=0xbf | 0xe4..=0xe9 | b'*'..=b'~');
    // All of them: a computer looks at sixteen bytes at once.
    IS_WHOLE && name.bytes().fold(true, |all, byte| all & is_left(byte))
}

/// Only such letters are taken out of a name, or become others.
fn is_mended(letter: char) -> bool {
    matches!(letter, '(' | ')') || (!is_han(letter) && is_blank(letter))
}

/// The name without blanks, except one between Latin words, and with full-width brackets if it is
/// Chinese.
fn tidy(name: &str) -> String {
    let is_chinese = name.chars().any(is_han);
    let mut tidy = String::with_capacity(name.len());
    let mut blank = false;
    for letter in name.chars() {
        if is_blank(letter) {
            blank = true;
            continue;
        }
        let letter = match letter {
            '(' if is_chinese => '（',
            ')' if is_chinese => '）',
            _ => letter,
        };
        let after_latin = tidy.chars().last().is_some_and(|last| last.is_ascii());
        if blank && after_latin && letter.is_ascii() {
            tidy.push(' ');
        }
        blank = false;
        tidy.push(letter);
    }
    tidy
}

/// Blanks, line breaks, and the marks without width that come along when a page is copied.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_mended, is_surely_tidy, tidy};

    #[test]
    fn only_what_is_certain_is_mended() {
        for (name, expected) in [
            ("\u{3000}龙泉乡\n人民政府 ", "龙泉乡人民政府"),
            ("阿里巴巴(中国）有限公司", "阿里巴巴（中国）有限公司"),
            ("叶县 ABC  Trading 有限公司", "叶县ABC Trading有限公司"),
            ("ABC (China) Co., Ltd.", "ABC (China) Co., Ltd."),
            ("叶县\u{200b}财政局", "叶县财政局"),
            ("龙泉乡人民政府", "龙泉乡人民政府"),
        ] {
            assert_eq!(tidy(name), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_surely_tidy_has_nothing_to_mend(name in r"(\PC|[ -~\p{Han}　（）\u{200b}\n]){0,8}") {
            prop_assert!(!is_surely_tidy(&name) || !name.chars().any(is_mended));
        }
    }
}
