//! S-07: a debt that sounds like a loan, a rent or a subsidy rather than the price of goods, works
//! or services.

use crate::ledger::cell::Line;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::text::{cut_last, fold, has, letters};

rule! {
    "疑似非货物、工程、服务款项", "perhaps not the price of a purchase"
    (field: Column, word: &str)
    code: "S-07", severity: Warning, check: [Entry(check)],
    reads: [Entry: ProjectName, Remark],
    basis: "notice 一; 条例2",
    message: "{field}提到“{word}”，疑似不是货物、工程、服务款项", "the {field} mentions “{word}”: perhaps not the price of goods, works or services",
    repair: "核对款项由来；属于货物、工程、服务款项的说明后确认，不属于的移出台账", "check what is owed for; confirm it if it was a purchase, else take it off",
    fails: r#"{ "project_name": "2020年度办公用房租金" }"#,
    passes: r#"{ "project_name": "农机补贴公示牌制作", "remark": "待上级补贴资金到位" }"#,
}

const WORDS: [Word; 11] = [
    word("借款"),
    word("贷款"),
    word("租金"),
    word("房租"),
    word("补贴"),
    word("补偿"),
    word("罚没"),
    word("罚款"),
    word("捐款"),
    word("赞助"),
    word("押金"),
];

/// A word and its letters: most texts have none of them, which is seen by that.
type Word = (&'static str, u64);

const fn word(word: &'static str) -> Word {
    (word, letters(word))
}

/// Words that, standing behind, make it the name of a purchase or of the money to pay it.
const PURCHASES: [&str; 10] = [
    "采购", "工程", "服务", "制作", "建设", "施工", "维修", "印刷", "项目", "资金",
];

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let project = entry.project_name.as_ref().map(Line::as_str);
    let remark = entry.remark.as_ref().map(Line::as_str);
    [(Field::ProjectName, project), (Field::Remark, remark)]
        .into_iter()
        .find_map(|(field, text)| {
            let word = other_than_purchase(text?)?;
            Some(finding(field, (field.into(), word)))
        })
}

fn other_than_purchase(text: &str) -> Option<&'static str> {
    // Folding takes no letter of theirs away, and adds none.
    let own = letters(text);
    let mut words = WORDS.iter();
    let stands = |&(word, letters): &Word| {
        (letters & !own == 0 && is_named(&fold(text), word)).then_some(word)
    };
    words.find_map(stands)
}

/// Whether a word stands in a text, and no purchase behind it. That it stands nowhere is seen sooner
/// from the front.
fn is_named(text: &str, word: &str) -> bool {
    has(text, word)
        && cut_last(text, word)
            .is_some_and(|(_, behind)| !PURCHASES.iter().any(|word| has(behind, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_last_says_what_it_is() {
        for (text, expected) in [
            ("工程借款", Some("借款")),
            ("欠2020年租金未付", Some("租金")),
            ("罚没款返还", Some("罚没")),
            ("非税租金收缴系统采购", None),
            ("农村道路硬化工程", None),
            ("办公用房租　金", Some("租金")),
            ("", None),
        ] {
            assert_eq!(other_than_purchase(text), expected, "{text}");
        }
    }
}
