//! A text in canonical form already, told by reading it and without a tree.

use super::scan::{Fault, Scanner};

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
    let mut scanner = Scanner::new(text);
    let mut cut = text.len()..text.len();
    let read = scanner.object(&mut |inner, own| {
        let from = inner.offset();
        inner.skip()?;
        if own == key {
            cut = inner.member(key, from);
        }
        Ok::<(), Fault>(())
    });
    read.and_then(|()| scanner.end()).ok()?;
    if !scanner.is_canonical() {
        return None;
    }
    Some((text.get(..cut.start)?, text.get(cut.end..)?))
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
