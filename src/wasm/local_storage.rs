//! The browser's local storage as a store of drafts.

use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

use crate::draft::{Store, StoreError};

/// Local storage of the page's origin.
#[derive(Debug)]
pub(super) struct LocalStorage(Storage);

impl LocalStorage {
    /// Local storage, where the browser lets the page have it.
    pub(super) fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Forbidden)?;
        // The getter throws where storage is switched off, and is null in some frames.
        let storage = window.local_storage().ok().flatten();
        storage.map(Self).ok_or(StoreError::Forbidden)
    }
}

impl Store for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(|_| StoreError::Forbidden)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0
            .set_item(key, text)
            .map_err(|why| match why.dyn_ref::<DomException>() {
                Some(exception) if is_quota(exception) => StoreError::Full,
                _ => StoreError::Forbidden,
            })
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(|_| StoreError::Forbidden)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = Vec::new();
        let count = self.0.length().map_err(|_| StoreError::Forbidden)?;
        for index in 0..count {
            let key = self.0.key(index).map_err(|_| StoreError::Forbidden)?;
            keys.extend(key);
        }
        Ok(keys)
    }
}

/// Firefox has a name of its own for it.
fn is_quota(exception: &DomException) -> bool {
    ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&exception.name().as_str())
}
