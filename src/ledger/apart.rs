//! What few records have, kept apart from what all have.

use std::ops::{Deref, DerefMut};

/// A value that is blank.
pub trait Blank: PartialEq + 'static {
    /// A new one.
    const NEW: Self;
    /// The one that stands for all that were never written in.
    const BLANK: &'static Self;
}

/// A part of a record that is blank in most: it takes the room of a pointer until it is written in.
/// In the first module the way to it is one function, for the module's length.
///
/// ```
/// use arrears_ledger::ledger::Entry;
/// let mut debt = Entry::default();
/// assert!(debt.payments.is_empty(), "read as if it stood in the debt");
/// debt.payments.push(Default::default());
/// assert_ne!(debt, Entry::default());
/// debt.payments.clear();
/// assert_eq!(debt, Entry::default(), "blank is blank, written in or not");
/// ```
#[derive(Debug, Clone)]
pub struct Apart<T>(Option<Box<T>>);

impl<T> Default for Apart<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> From<T> for Apart<T> {
    fn from(part: T) -> Self {
        Self(Some(Box::new(part)))
    }
}

impl<T: Blank> Deref for Apart<T> {
    type Target = T;

    #[cfg_attr(all(target_family = "wasm", not(feature = "whole")), inline(never))]
    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::BLANK)
    }
}

impl<T: Blank> DerefMut for Apart<T> {
    #[cfg_attr(all(target_family = "wasm", not(feature = "whole")), inline(never))]
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_with(|| Box::new(T::NEW))
    }
}

impl<T: Blank> PartialEq for Apart<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
