//! A text → the credit code somebody meant who took one letter for another.

use super::{Uscc, letters, value};

/// Letters and digits people take for each other.
const LOOKALIKES: [(char, char); 9] = [
    ('O', '0'),
    ('I', '1'),
    ('Z', '2'),
    ('S', '5'),
    ('L', '1'),
    ('D', '0'),
    ('Q', '0'),
    ('G', '6'),
    ('B', '8'),
];

impl Uscc {
    /// The one sound code that differs from a text by letters people take for others: each that no
    /// code has, and one more at most. `None` where none or several do.
    ///
    /// ```
    /// use arrears_ledger::codes::Uscc;
    /// let code = Uscc::repaired("9135O1OOM000100Y43").unwrap();
    /// assert_eq!(code.as_str(), "91350100M000100Y43");
    /// ```
    pub fn repaired(text: &str) -> Option<Self> {
        let mut letters = letters(text);
        for letter in &mut letters {
            if value(*letter).is_none() {
                let (_, digit) = LOOKALIKES.iter().find(|(alike, _)| alike == letter)?;
                *letter = *digit;
            }
        }
        let code = Self::of(&letters).ok()?;
        if code.is_sound() {
            return Some(code);
        }
        let mut found = None;
        for at in 0..letters.len() {
            for (one, other) in LOOKALIKES {
                let mut changed = letters.clone();
                let letter = changed.get_mut(at)?;
                *letter = match *letter {
                    letter if letter == one => other,
                    letter if letter == other => one,
                    _ => continue,
                };
                let code = Self::of(&changed).ok().filter(Self::is_sound);
                if code.is_some() && found.is_some() {
                    return None;
                }
                found = found.or(code);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_only_what_is_mistaken_for_a_like_letter() {
        for (text, expected) in [
            ("9135O1OOMOOO1OOY43", Some("91350100M000100Y43")),
            ("9l350100m000l00y43", None),
            ("9l350100m000100y43", Some("91350100M000100Y43")),
            ("91110000710925462X", Some("91110000710925462X")),
            ("91110000710925482X", None),
            ("91350100V000100Y43", None),
            ("9135010", None),
        ] {
            let code = Uscc::repaired(text);
            assert_eq!(code.as_ref().map(Uscc::as_str), expected, "{text}");
        }
    }
}
