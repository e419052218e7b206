//! An object read strictly: every member is asked for by name, and none may be left over.

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

/// The members of one object.
#[derive(Debug)]
pub struct Members {
    path: String,
    left: Vec<(String, Tree)>,
}

impl Members {
    /// The members of an object at a path.
    ///
    /// # Errors
    /// When it is no object.
    pub fn of(tree: Tree, path: String) -> Result<Self, Misfit> {
        match tree {
            Tree::Map(left) => Ok(Self { path, left }),
            _ => Err(Misfit {
                path,
                expected: "object",
            }),
        }
    }

    /// Refuses a member, saying what should stand there.
    ///
    /// # Errors
    /// Always.
    pub fn misfit<T>(&self, key: &str, expected: &'static str) -> Result<T, Misfit> {
        Err(Misfit {
            path: format!("{}/{key}", self.path),
            expected,
        })
    }

    /// Takes a member that may be left out.
    pub fn maybe(&mut self, key: &str) -> Option<Tree> {
        let index = self.left.iter().position(|(known, _)| known == key)?;
        Some(self.left.swap_remove(index).1)
    }

    /// Takes a member that is an object.
    ///
    /// # Errors
    /// When it is missing or none.
    pub fn object(&mut self, key: &str) -> Result<Self, Misfit> {
        let path = format!("{}/{key}", self.path);
        Self::of(self.maybe(key).unwrap_or(Tree::Null), path)
    }

    /// Takes a string.
    ///
    /// # Errors
    /// When it is missing or none.
    pub fn text(&mut self, key: &str) -> Result<String, Misfit> {
        match self.maybe(key) {
            Some(Tree::Text(text)) => Ok(text),
            _ => self.misfit(key, "string"),
        }
    }

    /// Takes a string that must be this one.
    ///
    /// # Errors
    /// When it is another.
    pub fn expect(&mut self, key: &str, text: &'static str) -> Result<(), Misfit> {
        if self.text(key)? == text {
            Ok(())
        } else {
            self.misfit(key, text)
        }
    }

    /// Takes a whole number.
    ///
    /// # Errors
    /// When it is missing or none.
    pub fn number(&mut self, key: &str) -> Result<i64, Misfit> {
        match self.maybe(key) {
            Some(Tree::Number(number)) => Ok(number),
            _ => self.misfit(key, "whole number"),
        }
    }

    /// Takes `true` or `false`, where it is given.
    ///
    /// # Errors
    /// When it is neither.
    pub fn flag(&mut self, key: &str) -> Result<Option<bool>, Misfit> {
        match self.maybe(key) {
            None => Ok(None),
            Some(Tree::Flag(flag)) => Ok(Some(flag)),
            Some(_) => self.misfit(key, "true or false"),
        }
    }

    /// Takes a day.
    ///
    /// # Errors
    /// When it is missing or none.
    pub fn day(&mut self, key: &str) -> Result<NaiveDate, Misfit> {
        let text = self.text(key)?;
        When::parse_day(&text).or_else(|_| self.misfit(key, "day, YYYY-MM-DD"))
    }

    /// Takes a list of strings; nothing when it is left out.
    ///
    /// # Errors
    /// When it is something else.
    pub fn texts(&mut self, key: &str) -> Result<Vec<String>, Misfit> {
        self.list(key, |item, path| match item {
            Tree::Text(text) => Ok(text),
            _ => Err(Misfit {
                path,
                expected: "string",
            }),
        })
    }

    /// Takes a list of objects; nothing when it is left out.
    ///
    /// # Errors
    /// When it is something else, or an item is not as `read` wants it.
    pub fn objects<T>(
        &mut self,
        key: &str,
        read: fn(&mut Self) -> Result<T, Misfit>,
    ) -> Result<Vec<T>, Misfit> {
        self.list(key, |item, path| Self::of(item, path)?.whole(read))
    }

    fn list<T>(
        &mut self,
        key: &str,
        read: impl Fn(Tree, String) -> Result<T, Misfit>,
    ) -> Result<Vec<T>, Misfit> {
        match self.maybe(key) {
            None => Ok(Vec::new()),
            Some(Tree::List(items)) => {
                let path = |index: usize| format!("{}/{key}/{index}", self.path);
                items
                    .into_iter()
                    .enumerate()
                    .map(|(index, item)| read(item, path(index)))
                    .collect()
            }
            Some(_) => self.misfit(key, "array"),
        }
    }

    /// Reads the object to its end.
    ///
    /// # Errors
    /// What `read` says, or the first member nobody asked for.
    pub fn whole<T>(
        mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Misfit>,
    ) -> Result<T, Misfit> {
        let value = read(&mut self)?;
        match self.left.first() {
            Some((key, _)) => self.misfit(key, "nothing of that name"),
            None => Ok(value),
        }
    }
}
