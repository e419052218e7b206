//! What answers look like to TypeScript, taken from the very types that are written: so that the
//! declarations for other people's programs cannot lag behind. No module carries it.

use super::write::Json;

/// A value whose JSON has a type that can be told.
pub trait Typed: Json {
    /// Its type, as TypeScript writes it; what it needs declared is put among the declarations.
    fn typed(declared: &mut Declared) -> String;
}

/// Interfaces, in the order in which they were first met.
///
/// ```
/// use arrears_ledger::json::{Declared, Typed};
/// let mut declared = Declared::default();
/// assert_eq!(Option::<Vec<String>>::typed(&mut declared), "string[] | null");
/// ```
#[derive(Debug, Default)]
pub struct Declared {
    interfaces: Vec<(String, String)>,
}

impl Declared {
    /// The interface of a type of this name; `members` is asked once. How a value is shown is no
    /// business of those who get it: a `View` is called by what it shows.
    pub fn interface(&mut self, name: &str, members: impl FnOnce(&mut Members<'_>)) -> String {
        let name = name.strip_suffix("View").unwrap_or(name).to_owned();
        if self.interfaces.iter().any(|(known, _)| *known == name) {
            return name;
        }
        let at = self.interfaces.len();
        self.interfaces.push((name.clone(), String::new()));
        let mut told = Members {
            declared: self,
            text: String::new(),
        };
        members(&mut told);
        let text = told.text;
        if let Some((_, known)) = self.interfaces.get_mut(at) {
            *known = text;
        }
        name
    }

    /// All of them, as the text of a file.
    pub fn text(&self) -> String {
        let text = |(name, members): &(String, String)| {
            format!("\nexport interface {name} {{\n{members}}}\n")
        };
        let texts: Vec<_> = self.interfaces.iter().map(text).collect();
        texts.concat()
    }
}

/// The members of one interface.
#[derive(Debug)]
pub struct Members<'a> {
    declared: &'a mut Declared,
    text: String,
}

impl Members<'_> {
    /// One more member; `get` is never called, and says only which type it has.
    pub fn member<O, T: Typed>(&mut self, name: &str, _get: impl Fn(&O) -> &T) {
        let typed = T::typed(self.declared);
        for part in ["  ", name, ": ", &typed, ";\n"] {
            self.text.push_str(part);
        }
    }
}

macro_rules! typed {
    ($($type:ty => $name:literal),+ $(,)?) => {
        $(impl Typed for $type {
            fn typed(_: &mut Declared) -> String {
                $name.to_owned()
            }
        })+
    };
}

typed! {
    &'static str => "string",
    String => "string",
    bool => "boolean",
    usize => "number",
    u32 => "number",
}

impl<T: Typed> Typed for Option<T> {
    fn typed(declared: &mut Declared) -> String {
        format!("{} | null", T::typed(declared))
    }
}

impl<T: Typed> Typed for Vec<T> {
    fn typed(declared: &mut Declared) -> String {
        let one = T::typed(declared);
        if one.contains('|') {
            format!("({one})[]")
        } else {
            format!("{one}[]")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::members;
    use super::*;

    struct PairView {
        later: Option<&'static str>,
        inner: Vec<Option<Inner>>,
    }
    members!(PairView: later, inner);

    struct Inner {
        count: usize,
    }
    members!(Inner: count);

    #[test]
    fn members_are_told_with_their_types_and_each_interface_once() {
        let mut declared = Declared::default();
        assert_eq!(PairView::typed(&mut declared), "Pair");
        assert_eq!(Inner::typed(&mut declared), "Inner");
        assert_eq!(
            declared.text(),
            "\nexport interface Pair {\n  later: string | null;\n  inner: (Inner | null)[];\n}\n\
             \nexport interface Inner {\n  count: number;\n}\n"
        );
    }
}
