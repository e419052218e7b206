//! Whether a text is in canonical form already, told in one pass and without a tree.

use crate::limits::NESTING;

/// The text of a canonical object in two pieces that together are its canonical form without one
/// member; without that member, the whole text and nothing. `None` where the text is not surely
/// canonical: then only a [`Tree`](super::Tree) can tell.
///
/// ```
/// use arrears_ledger::json::canonical_without;
/// let text = r#"{"a":1,"digest":"x","z":[]}"#;
/// assert_eq!(canonical_without(text, "digest"), Some((r#"{"a":1"#, r#","z":[]}"#)));
/// assert_eq!(canonical_without(r#"{"b":1,"a":1}"#, "digest"), None);
/// ```
pub fn canonical_without<'a>(text: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let mut walk = Walk {
        text,
        bytes: text.as_bytes(),
        at: 0,
    };
    let mut cut = None;
    walk.object(NESTING, &mut |own, from, to| {
        if own == key {
            cut = Some((from, to));
        }
    })?;
    if walk.at != text.len() {
        return None;
    }
    let Some((from, to)) = cut else {
        return Some((text, ""));
    };
    // A comma goes with the member: the one before it, or, of the first, the one behind.
    let is_first = from == 1;
    let is_only = is_first && walk.bytes.get(to) == Some(&b'}');
    let (before, after) = match (is_first, is_only) {
        (_, true) => (from, to),
        (true, _) => (from, to.checked_add(1)?),
        _ => (from.checked_sub(1)?, to),
    };
    Some((text.get(..before)?, text.get(after..)?))
}

struct Walk<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    fn takes(&mut self, byte: u8) -> bool {
        let is_it = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(is_it);
        is_it
    }

    fn value(&mut self, left: usize) -> Option<()> {
        match self.bytes.get(self.at)? {
            b'{' => self.object(left, &mut |_, _, _| ()),
            b'[' => self.array(left),
            b'"' => self.string().map(drop),
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let rest = self.bytes.get(self.at..)?;
                let word = ["true", "false", "null"]
                    .into_iter()
                    .find(|word| rest.starts_with(word.as_bytes()))?;
                self.at += word.len();
                Some(())
            }
        }
    }

    /// Tells of each member its key, and where it begins and ends. Keys past ASCII, whose order is
    /// that of UTF-16, are left to others.
    fn object(&mut self, left: usize, told: &mut dyn FnMut(&str, usize, usize)) -> Option<()> {
        let left = left.checked_sub(1)?;
        if !self.takes(b'{') {
            return None;
        }
        if self.takes(b'}') {
            return Some(());
        }
        let mut last: Option<&'a str> = None;
        loop {
            let from = self.at;
            let key = self.string()?;
            if !key.is_ascii() || key.contains('\\') || last.is_some_and(|last| key <= last) {
                return None;
            }
            last = Some(key);
            if !self.takes(b':') {
                return None;
            }
            self.value(left)?;
            told(key, from, self.at);
            if !self.takes(b',') {
                return self.takes(b'}').then_some(());
            }
        }
    }

    fn array(&mut self, left: usize) -> Option<()> {
        let left = left.checked_sub(1)?;
        self.at += 1;
        if self.takes(b']') {
            return Some(());
        }
        loop {
            self.value(left)?;
            if !self.takes(b',') {
                return self.takes(b']').then_some(());
            }
        }
    }

    /// A string with the shortest escapes; what stands between its quotes.
    fn string(&mut self) -> Option<&'a str> {
        if !self.takes(b'"') {
            return None;
        }
        let from = self.at;
        loop {
            let rest = self.bytes.get(self.at..)?;
            let is_plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | ..0x20);
            self.at += rest.iter().position(|byte| !is_plain(byte))?;
            match self.bytes.get(self.at)? {
                b'"' => {
                    let found = self.text.get(from..self.at);
                    self.at += 1;
                    return found;
                }
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        let letter = *self.bytes.get(self.at.checked_add(1)?)?;
        self.at += 2;
        if matches!(letter, b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't') {
            return Some(());
        }
        let digits = self.bytes.get(self.at..)?.first_chunk::<4>()?;
        self.at += digits.len();
        let [b'0', b'0', high @ (b'0' | b'1'), low] = *digits else {
            return None;
        };
        let has_shorter = high == b'0' && matches!(low, b'8' | b'9' | b'a' | b'c' | b'd');
        let is_digit = matches!(low, b'0'..=b'9' | b'a'..=b'f');
        (letter == b'u' && is_digit && !has_shorter).then_some(())
    }

    /// A whole number of at most fifteen digits, so surely one every reader carries.
    fn number(&mut self) -> Option<()> {
        let is_negative = self.takes(b'-');
        let rest = self.bytes.get(self.at..)?;
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        let is_padded = rest.first() == Some(&b'0') && (1 < count || is_negative);
        let is_more = matches!(rest.get(count), Some(b'.' | b'e' | b'E'));
        ((1..=15).contains(&count) && !is_padded && !is_more).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json::Tree;

    #[test]
    fn takes_a_member_out_wherever_it_stands() {
        for (text, left) in [
            (r#"{"d":1}"#, "{}"),
            (r#"{"d":1,"e":2}"#, r#"{"e":2}"#),
            (r#"{"a":{"d":3},"d":[1]}"#, r#"{"a":{"d":3}}"#),
            (r#"{"a":1}"#, r#"{"a":1}"#),
            ("{}", "{}"),
        ] {
            let (before, after) = canonical_without(text, "d").unwrap();
            assert_eq!(format!("{before}{after}"), left, "{text}");
        }
    }

    #[test]
    fn knows_what_is_not_canonical() {
        for text in [
            "[1]",
            r#"{"a":1 }"#,
            r#"{"a":01}"#,
            r#"{"a":-0}"#,
            r#"{"a":1.0}"#,
            r#"{"a":"\u0009"}"#,
            r#"{"a":"\u001F"}"#,
            r#"{"a":"\/"}"#,
            r#"{"a":1,"a":2}"#,
            r#"{"a":1}x"#,
            r#"{"a":1"#,
            r#"{"a":tru}"#,
            r#"{"a"}"#,
        ] {
            assert_eq!(canonical_without(text, "d"), None, "{text}");
        }
    }

    fn json() -> impl Strategy<Value = Tree> {
        let leaf = prop_oneof![
            Just(Tree::Null),
            any::<bool>().prop_map(Tree::Flag),
            (-999_999_999_999_999_i64..=999_999_999_999_999).prop_map(Tree::Number),
            ".{0,6}".prop_map(Tree::Text),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Tree::List),
                proptest::collection::btree_map("[a-z\u{0}-\u{1f}]{0,4}", inner, 0..4)
                    .prop_map(Tree::map),
            ]
        })
    }

    proptest! {
        #[test]
        fn agrees_with_the_tree(tree in json(), key in "[a-d]") {
            let text = Tree::map([("k", tree.clone()), (key.as_str(), tree)]).canonical();
            if let Some((before, after)) = canonical_without(&text, &key) {
                let mut left = Tree::parse(&text).unwrap();
                left.remove(&key);
                prop_assert_eq!(format!("{}{}", before, after), left.canonical());
            }
        }

        #[test]
        fn never_takes_another_text_for_canonical(text in r#"[{}\[\]",:0-9a\\u-]{0,12}"#) {
            if canonical_without(&text, "a").is_some() {
                prop_assert_eq!(Tree::parse(&text).unwrap().canonical(), text);
            }
        }
    }
}
