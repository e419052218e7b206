//! Why a command could not be carried out: one sentence for the person at the terminal.

use std::fmt;

/// One sentence that says what is wrong and, where something can be done, what to do.
#[derive(Debug)]
pub(crate) struct Failure(String);

/// What every step returns.
pub(crate) type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// A failure with its sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Gives an error from elsewhere the words it lacks: what was being done, and to what.
pub(crate) trait While<T> {
    /// `reading www/package.json: No such file or directory`.
    fn while_doing(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> While<T> for Result<T, E> {
    fn while_doing(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{doing}: {error:#}")))
    }
}
