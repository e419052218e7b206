//! A passphrase for a draft, where the browser has no `WebCrypto`.

use wasm_bindgen::prelude::wasm_bindgen;

/// What a passphrase comes to: a key of 32 bytes, and 32 more for the names of pieces.
#[wasm_bindgen]
pub fn derive(passphrase: &str, salt: &[u8], rounds: u32) -> Vec<u8> {
    crate::seal::derive(passphrase, salt, rounds).to_vec()
}

/// Seals a text for one place.
#[wasm_bindgen]
pub fn seal(key: &[u8], nonce: &[u8], place: &str, text: &[u8]) -> Option<Vec<u8>> {
    crate::seal::seal(key, nonce, place, text)
}

/// Opens what was sealed; nothing when it is not what was sealed for that place with that key.
#[wasm_bindgen]
pub fn unseal(key: &[u8], nonce: &[u8], place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    crate::seal::unseal(key, nonce, place, sealed)
}
