//! Amounts in capital words (人民币大写), by 支付结算办法 附一《正确填写票据和结算凭证的基本规定》.
//!
//! Where the rules leave a zero or 整 to the writer, printing takes one form and reading takes all.

use crate::amount::Amount;
use crate::text::narrow;

/// The largest amount the words reach: 9,999万亿 and all below it.
pub const LARGEST: Amount = Amount::from_fen(999_999_999_999_999_999);

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// Why a text does not say an amount in capital words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCapital {
    /// A letter that has no place in such an amount.
    Letter(char),
    /// Not written by the rules; the amount it seems to mean.
    Form(Amount),
    /// More than the words reach, or no amount at all.
    NoAmount,
}

/// A part of an amount in words: as it is printed, and how else it may be written.
#[derive(Debug, Clone, Copy)]
struct Piece {
    said: &'static str,
    /// Longer ones first.
    also: &'static [&'static str],
}

const fn piece(said: &'static str) -> Piece {
    Piece { said, also: &[] }
}

/// A zero that is printed and may be left out.
const ZERO: Piece = Piece {
    said: "零",
    also: &[""],
};

/// A zero that is not printed and may be written.
const NO_ZERO: Piece = Piece {
    said: "",
    also: &["零"],
};

/// 整 behind 角.
const NO_WHOLE: Piece = Piece {
    said: "",
    also: &["整"],
};

/// The yuan of less than one.
const NO_YUAN: Piece = Piece {
    said: "",
    also: &["零元零", "零元"],
};

/// The amount in capital words; `None` past [`LARGEST`].
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::capital;
/// let words = capital::print(Amount::from_fen(10_700_053));
/// assert_eq!(words.as_deref(), Some("壹拾万柒仟元零伍角叁分"));
/// ```
pub fn print(amount: Amount) -> Option<String> {
    let pieces = pieces(amount)?;
    Some(pieces.iter().map(|piece| piece.said).collect())
}

/// Whether a text says this amount, in any form the rules allow; 人民币 before it, 圆, 正 and
/// traditional letters count as their canonical forms.
pub fn says(text: &str, amount: Amount) -> bool {
    let text = canonical(text);
    let Some(pieces) = pieces(amount) else {
        return false;
    };
    let mut rest = text.strip_prefix("人民币").unwrap_or(&text);
    for piece in pieces {
        let mut forms: Vec<&str> = piece.also.to_vec();
        forms.push(piece.said);
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        let Some(after) = forms.iter().find_map(|form| rest.strip_prefix(form)) else {
            return false;
        };
        rest = after;
    }
    rest.is_empty()
}

/// The amount that capital words say.
///
/// # Errors
/// Says why they say none; where only a zero or 整 is out of place, with the amount they seem to
/// mean.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::capital;
/// let amount = capital::parse("人民币叁佰贰拾伍圆零肆分").unwrap();
/// assert_eq!(amount, Amount::from_fen(32_504));
/// ```
pub fn parse(text: &str) -> Result<Amount, NotCapital> {
    let canonical = canonical(text);
    let rest = canonical.strip_prefix("人民币").unwrap_or(&canonical);
    let (is_negative, rest) = match rest.strip_prefix('负') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let fen = Sum::default().read(rest)?;
    let amount = Amount::from_fen(if is_negative { -fen } else { fen });
    if says(&canonical, amount) {
        Ok(amount)
    } else {
        Err(NotCapital::Form(amount))
    }
}

/// One letter for each meaning: 元 for 圆, 整 for 正, simplified for traditional.
fn canonical(text: &str) -> String {
    let letters = text
        .chars()
        .map(narrow)
        .filter(|letter| !letter.is_whitespace());
    letters
        .map(|letter| match letter {
            '圆' | '圓' => '元',
            '正' => '整',
            '貳' => '贰',
            '參' | '叄' | '叁' => '叁',
            '陸' => '陆',
            '萬' => '万',
            '億' => '亿',
            '負' => '负',
            '幣' => '币',
            other => other,
        })
        .collect()
}

fn pieces(amount: Amount) -> Option<Vec<Piece>> {
    let fen = amount.fen().unsigned_abs();
    if LARGEST.fen().unsigned_abs() < fen {
        return None;
    }
    let mut pieces = Vec::new();
    if amount.fen() < 0 {
        pieces.push(piece("负"));
    }
    let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
    if yuan == 0 && (jiao, fen) != (0, 0) {
        pieces.push(NO_YUAN);
    } else {
        whole(yuan, &mut pieces);
        pieces.push(piece("元"));
    }
    match (jiao, fen) {
        (0, 0) => pieces.push(piece("整")),
        (0, _) if 0 < yuan => pieces.push(piece("零")),
        (1.., _) if 0 < yuan && yuan % 10 == 0 => pieces.push(ZERO),
        _ => {}
    }
    if 0 < jiao {
        pieces.extend([digit(jiao), piece("角")]);
    }
    if 0 < fen {
        pieces.extend([digit(fen), piece("分")]);
    } else if 0 < jiao {
        pieces.push(NO_WHOLE);
    }
    Some(pieces)
}

/// A whole number of yuan, four digits at a time.
fn whole(yuan: u64, pieces: &mut Vec<Piece>) {
    if yuan == 0 {
        return pieces.push(digit(0));
    }
    let mut above = 0;
    for (scale, unit) in [
        (1_000_000_000_000, "万"),
        (100_000_000, "亿"),
        (10_000, "万"),
        (1, ""),
    ] {
        let group = yuan / scale % 10_000;
        if 0 < group {
            pieces.extend(gap(above, group));
            four(group, pieces);
        }
        // 万亿: 亿 is said even where no 亿 of its own comes before it.
        if 0 < group || unit == "亿" && 0 < above {
            pieces.push(piece(unit));
        }
        above = above * 10_000 + group;
    }
}

/// What stands between a group of four digits and the ones above it.
fn gap(above: u64, group: u64) -> Option<Piece> {
    if above == 0 {
        None
    } else if group < 1_000 {
        Some(piece("零"))
    } else if above.is_multiple_of(10_000) {
        Some(ZERO)
    } else if above.is_multiple_of(10) {
        Some(NO_ZERO)
    } else {
        None
    }
}

/// Four digits without the zeros before and behind.
fn four(group: u64, pieces: &mut Vec<Piece>) {
    let mut above = 0;
    for (scale, unit) in [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let one = group / scale % 10;
        if 0 < one {
            if 0 < above && above % 10 == 0 {
                pieces.push(piece("零"));
            }
            pieces.extend([digit(one), piece(unit)]);
        }
        above = above * 10 + one;
    }
}

fn digit(value: u64) -> Piece {
    let place = usize::try_from(value).unwrap_or(0);
    piece(DIGITS.get(place).copied().unwrap_or_default())
}

/// What the letters read so far come to.
#[derive(Default)]
struct Sum {
    digit: i64,
    /// Below ten thousand.
    low: i64,
    /// Whole ten thousands.
    wan: i64,
    /// Whole hundred millions.
    yi: i64,
    fen: i64,
}

impl Sum {
    fn read(mut self, text: &str) -> Result<i64, NotCapital> {
        for letter in text.chars() {
            self.take(letter).ok_or(NotCapital::NoAmount)??;
        }
        // What is not closed by a unit is no amount.
        let is_closed = (self.digit, self.low, self.wan, self.yi) == (0, 0, 0, 0);
        let is_amount = is_closed && !text.is_empty() && self.fen <= LARGEST.fen();
        is_amount.then_some(self.fen).ok_or(NotCapital::NoAmount)
    }

    /// `None` where the number grows past all words.
    fn take(&mut self, letter: char) -> Option<Result<(), NotCapital>> {
        let mut bytes = [0; 4];
        let text = &*letter.encode_utf8(&mut bytes);
        if let Some(value) = DIGITS.iter().position(|digit| *digit == text) {
            self.digit = i64::try_from(value).ok()?;
            return Some(Ok(()));
        }
        let digit = std::mem::take(&mut self.digit);
        match letter {
            '拾' => self.low = self.low.checked_add(digit * 10)?,
            '佰' => self.low = self.low.checked_add(digit * 100)?,
            '仟' => self.low = self.low.checked_add(digit * 1_000)?,
            '万' => {
                let wan = std::mem::take(&mut self.low).checked_add(digit)?;
                self.wan = self.wan.checked_add(wan.checked_mul(10_000)?)?;
            }
            '亿' => {
                let yi = self.below_yi(digit)?;
                self.yi = self.yi.checked_add(yi.checked_mul(100_000_000)?)?;
            }
            '元' => {
                let yuan = self.below_yi(digit)?;
                let yuan = yuan.checked_add(std::mem::take(&mut self.yi))?;
                self.fen = self.fen.checked_add(yuan.checked_mul(100)?)?;
            }
            '角' => self.fen = self.fen.checked_add(digit * 10)?,
            '分' => self.fen = self.fen.checked_add(digit)?,
            '整' => {}
            other => return Some(Err(NotCapital::Letter(other))),
        }
        Some(Ok(()))
    }

    fn below_yi(&mut self, digit: i64) -> Option<i64> {
        let (low, wan) = (std::mem::take(&mut self.low), std::mem::take(&mut self.wan));
        low.checked_add(wan)?.checked_add(digit)
    }
}
