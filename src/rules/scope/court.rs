//! What a clerk wrote → the words by which it says that a court or an arbitrator has the debt.

use crate::text::{cut, fold, split};

const WORDS: [&str; 7] = [
    "起诉",
    "诉讼",
    "仲裁",
    "案号",
    "判决",
    "法院立案",
    "强制执行",
];

/// What may stand between a denial and one of the words: 尚未向法院提起诉讼、仲裁.
const LINKS: [&str; 16] = [
    "进入",
    "提起",
    "提",
    "申请",
    "经过",
    "经",
    "通过",
    "走",
    "向法院",
    "向人民法院",
    "起诉",
    "诉讼",
    "仲裁",
    "、",
    "或者",
    "或",
];

/// What makes of them something that has not happened, or not yet.
const DENIALS: [&str; 11] = [
    "未", "没", "没有", "无", "不", "拟", "准备", "建议", "将", "可", "再",
];

/// The letters of which a case number has one, between its year and 号.
const CASES: [char; 5] = ['民', '执', '仲', '破', '诉'];

/// The first word or case number that says so.
pub(super) fn mention(text: &str) -> Option<String> {
    // The time to sue is no suit.
    let text = without(&fold(text), "诉讼时效");
    let word = WORDS.iter().find(|word| says(&text, word));
    word.map(|word| (*word).to_owned())
        .or_else(|| case_number(&text).map(str::to_owned))
}

fn without(text: &str, word: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = cut(rest, word) {
        left.push_str(before);
        rest = after;
    }
    left + rest
}

fn says(text: &str, word: &str) -> bool {
    let mut rest = text;
    while let Some((_, after)) = cut(rest, word) {
        let before = text.len() - after.len() - word.len();
        if !is_denied(text.get(..before).unwrap_or_default()) {
            return true;
        }
        rest = after;
    }
    false
}

fn is_denied(before: &str) -> bool {
    let mut rest = before;
    while let Some(shorter) = LINKS.iter().find_map(|link| rest.strip_suffix(link)) {
        rest = shorter;
    }
    DENIALS.iter().any(|denial| rest.ends_with(denial))
}

/// (2021)豫0422民初123号
fn case_number(text: &str) -> Option<&str> {
    text.char_indices()
        .filter(|(_, letter)| matches!(letter, '(' | '〔' | '['))
        .filter_map(|(at, _)| text.get(at..))
        .find_map(|rest| {
            let (number, _) = cut(rest, "号")?;
            is_case(number).then_some(number)
        })
}

fn is_case(number: &str) -> bool {
    let parts = split(number, &['(', ')', '〔', '〕', '[', ']']);
    let (year, rest) = (parts.get(1), parts.get(2));
    let is_year =
        year.is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    is_year
        && rest.is_some_and(|rest| {
            rest.chars().any(|letter| CASES.contains(&letter)) && rest.chars().count() < 20
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hears_of_a_court() {
        for (text, expected) in [
            ("已于2021年起诉，案号（2021）豫0422民初123号", "起诉"),
            ("见（2021）豫0422民初123号", "(2021)豫0422民初123"),
            ("〔2020〕平仲裁字第12号", "仲裁"),
            ("因长期未付款起诉", "起诉"),
            ("先前未仲裁，后诉讼", "诉讼"),
            ("法院已判决，未履行", "判决"),
        ] {
            assert_eq!(mention(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn does_not_hear_of_one_that_has_nothing() {
        for text in [
            "",
            "尚未起诉",
            "未进入诉讼、仲裁程序",
            "尚未向法院提起诉讼",
            "诉讼时效已过",
            "拟通过诉讼解决",
            "叶政办〔2022〕12号",
            "叶县人民法院办公楼维修",
        ] {
            assert_eq!(mention(text), None, "{text}");
        }
    }
}
