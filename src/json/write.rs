//! Plain values → JSON text, member by member; no tree is built in between.

use super::Tree;
use super::tree::write_text;
use crate::text::Words;

/// A value that can be written as JSON. Members stand in the order of the type, so this is not the
/// canonical form: that is [`Tree::canonical`].
pub trait Json {
    /// Writes the value behind what is there.
    fn write(&self, out: &mut String);
}

impl dyn Json + '_ {
    /// The value as JSON.
    pub fn text(&self) -> String {
        // As much as an edit's answer takes; what is longer grows.
        let mut out = String::with_capacity(1_024);
        self.write(&mut out);
        out
    }
}

/// Lists the members of a type that is written as an object: its fields, by their own names.
macro_rules! members {
    ($type:ty: $($member:ident),+ $(,)?) => {
        impl $crate::json::Json for $type {
            fn write(&self, out: &mut String) {
                $crate::json::write_object(&[$( (stringify!($member), &self.$member) ),+], out);
            }
        }

        #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
        impl $crate::json::Typed for $type {
            fn typed(declared: &mut $crate::json::Declared) -> String {
                declared.interface(stringify!($type), |members| {
                    $( members.member(stringify!($member), |one: &Self| &one.$member); )+
                })
            }
        }
    };
}
pub(crate) use members;

/// Writes an object. Compiled once for all types: it sees each value only as one that can be
/// written.
pub(crate) fn write_object(members: &[(&str, &dyn Json)], out: &mut String) {
    out.push('{');
    for (index, (key, value)) in members.iter().enumerate() {
        if 0 < index {
            out.push(',');
        }
        write_text(key, out);
        out.push(':');
        value.write(out);
    }
    out.push('}');
}

members!(Words: zh, en);

impl Json for Tree {
    fn write(&self, out: &mut String) {
        self.write_canonical(out);
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

impl Json for str {
    fn write(&self, out: &mut String) {
        write_text(self, out);
    }
}

impl Json for String {
    fn write(&self, out: &mut String) {
        write_text(self, out);
    }
}

impl Json for bool {
    fn write(&self, out: &mut String) {
        Tree::Flag(*self).write(out);
    }
}

impl Json for usize {
    fn write(&self, out: &mut String) {
        Tree::count(*self).write(out);
    }
}

impl Json for u32 {
    fn write(&self, out: &mut String) {
        Tree::Number((*self).into()).write(out);
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => Tree::Null.write(out),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut String) {
        out.push('[');
        for (index, item) in self.iter().enumerate() {
            if 0 < index {
                out.push(',');
            }
            item.write(out);
        }
        out.push(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Pair {
        later: Option<&'static str>,
        earlier: Vec<usize>,
    }
    members!(Pair: later, earlier);

    #[test]
    fn members_keep_the_order_of_their_type() {
        let pair = Pair {
            later: Some("a\"b"),
            earlier: vec![1, 2],
        };
        let text = (&pair as &dyn Json).text();
        assert_eq!(text, r#"{"later":"a\"b","earlier":[1,2]}"#);
        let nothing: Option<bool> = None;
        assert_eq!((&nothing as &dyn Json).text(), "null");
    }
}
