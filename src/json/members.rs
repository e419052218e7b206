//! An object read strictly: every member is asked for by name, and none may be left over.
//!
//! Asking never stops: a member that is not as it should be is noted, and something empty is handed
//! out in its place. So the reader of a file is a plain list of its members.

use chrono::NaiveDate;

use super::Tree;
use crate::date::When;

/// Where a file is not as its format says, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// JSON Pointer to the member.
    pub path: String,
    /// What should stand there.
    pub expected: &'static str,
}

/// The members of one object, and the misfits met among them.
///
/// ```
/// use arrears_ledger::json::{Members, Tree};
/// let mut members = Members::of(Tree::parse(r#"{"id":"a","size":"large"}"#).unwrap());
/// assert_eq!(members.text("id"), "a");
/// assert_eq!(members.number("size"), 0);
/// assert_eq!(members.misfits()[0].path, "/size");
/// ```
#[derive(Debug)]
pub struct Members {
    path: String,
    left: Vec<(String, Tree)>,
    misfits: Vec<Misfit>,
    /// Of what is no object, that is all there is to say.
    is_object: bool,
}

impl Members {
    /// The members of a file's object.
    pub fn of(tree: Tree) -> Self {
        Self::at(tree, String::new())
    }

    fn at(tree: Tree, path: String) -> Self {
        let mut members = Self {
            path,
            left: Vec::new(),
            misfits: Vec::new(),
            is_object: true,
        };
        if let Tree::Map(left) = tree {
            members.left = left;
        } else {
            let path = members.path.clone();
            let expected = "object";
            members.misfits.push(Misfit { path, expected });
            members.is_object = false;
        }
        members
    }

    /// Notes that a member is not as it should be.
    pub fn misfit(&mut self, key: &str, expected: &'static str) {
        if self.is_object {
            let path = format!("{}/{key}", self.path);
            self.misfits.push(Misfit { path, expected });
        }
    }

    /// Whether there is such a member.
    pub fn has(&self, key: &str) -> bool {
        self.left.iter().any(|(known, _)| known == key)
    }

    /// Takes a member that may be left out.
    pub fn maybe(&mut self, key: &str) -> Option<Tree> {
        let index = self.left.iter().position(|(known, _)| known == key)?;
        Some(self.left.swap_remove(index).1)
    }

    /// Takes a string.
    pub fn text(&mut self, key: &str) -> String {
        if let Some(Tree::Text(text)) = self.maybe(key) {
            return text;
        }
        self.misfit(key, "string");
        String::new()
    }

    /// Takes a whole number.
    pub fn number(&mut self, key: &str) -> i64 {
        if let Some(Tree::Number(number)) = self.maybe(key) {
            return number;
        }
        self.misfit(key, "whole number");
        0
    }

    /// Takes `true` or `false`; `false` when it is left out.
    pub fn flag(&mut self, key: &str) -> bool {
        match self.maybe(key) {
            None => false,
            Some(Tree::Flag(flag)) => flag,
            Some(_) => {
                self.misfit(key, "true or false");
                false
            }
        }
    }

    /// Takes a day.
    pub fn day(&mut self, key: &str) -> NaiveDate {
        let text = self.text(key);
        match When::parse_day(&text) {
            Ok(day) if day.to_string() == text => day,
            _ => {
                self.misfit(key, "day, YYYY-MM-DD");
                NaiveDate::default()
            }
        }
    }

    /// Takes a list of strings; an empty one when it is left out.
    pub fn texts(&mut self, key: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for item in self.list(key) {
            match item {
                Tree::Text(text) => texts.push(text),
                _ => self.misfit(key, "strings"),
            }
        }
        texts
    }

    /// Takes an object and reads it to its end.
    pub fn object(&mut self, key: &str, read: &mut dyn FnMut(&mut Self)) {
        let tree = self.maybe(key).unwrap_or(Tree::Null);
        self.inner(tree, key, read);
    }

    /// Takes a list of objects and reads each to its end; none when it is left out.
    pub fn objects(&mut self, key: &str, read: &mut dyn FnMut(&mut Self)) {
        for (index, item) in self.list(key).into_iter().enumerate() {
            self.inner(item, &format!("{key}/{index}"), read);
        }
    }

    fn list(&mut self, key: &str) -> Vec<Tree> {
        match self.maybe(key) {
            None => Vec::new(),
            Some(Tree::List(items)) => items,
            Some(_) => {
                self.misfit(key, "array");
                Vec::new()
            }
        }
    }

    fn inner(&mut self, tree: Tree, key: &str, read: &mut dyn FnMut(&mut Self)) {
        let mut inner = Self::at(tree, format!("{}/{key}", self.path));
        read(&mut inner);
        self.misfits.append(&mut inner.misfits());
    }

    /// All is read: what was not as it should be, and each member nobody asked for.
    pub fn misfits(mut self) -> Vec<Misfit> {
        for (key, _) in std::mem::take(&mut self.left) {
            self.misfit(&key, "nothing of that name");
        }
        self.misfits
    }
}
