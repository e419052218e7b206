//! The browser's local storage as a store of drafts.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use super::host::{Error, storage_get, storage_key, storage_remove, storage_set};
use crate::draft::{Store, StoreError};

/// Local storage of the page's origin. Where the browser does not let the page have it, every call
/// says so.
#[derive(Debug)]
pub(super) struct LocalStorage;

impl Store for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage_get(key).map_err(forbidden)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        storage_set(key, text).map_err(|why| match why.unchecked_ref::<Error>().name() {
            Ok(name) if is_quota(&name) => StoreError::Full,
            _ => StoreError::Forbidden,
        })
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        storage_remove(key).map_err(forbidden)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = Vec::new();
        while let Some(key) = storage_key(keys.len()).map_err(forbidden)? {
            keys.push(key);
        }
        Ok(keys)
    }
}

fn forbidden(_: JsValue) -> StoreError {
    StoreError::Forbidden
}

/// Firefox has a name of its own for it.
fn is_quota(name: &str) -> bool {
    ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&name)
}
