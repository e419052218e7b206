//! Texts sealed with a passphrase, as `WebCrypto` seals them: AES-256-GCM under a key that PBKDF2
//! makes of the passphrase (HMAC-SHA-256). Pages served without encryption have no `WebCrypto`; what
//! either has sealed, the other opens.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use sha2::Sha256;

/// Bytes of a key.
pub const KEY: usize = 32;

/// Bytes that may serve only once under a key.
pub const NONCE: usize = 12;

/// Bytes made of a passphrase: a key, and as many again for whatever else must stay secret.
pub const DERIVED: usize = 2 * KEY;

/// What a passphrase comes to. It takes a while, by so many rounds: that is its purpose.
///
/// ```
/// # use arrears_ledger::seal::derive;
/// assert_ne!(derive("甲", b"salt", 10), derive("乙", b"salt", 10));
/// ```
pub fn derive(passphrase: &str, salt: &[u8], rounds: u32) -> [u8; DERIVED] {
    let mut derived = [0; DERIVED];
    pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), salt, rounds.max(1), &mut derived);
    derived
}

/// Seals a text for one place, which is told again to open it. `None` when the key or the nonce
/// has another length than [`KEY`] or [`NONCE`].
///
/// ```
/// # use arrears_ledger::seal::{seal, unseal};
/// let (key, nonce) = ([7; 32], [1; 12]);
/// let sealed = seal(&key, &nonce, "a/1", b"secret").unwrap();
/// assert_eq!(unseal(&key, &nonce, "a/1", &sealed).as_deref(), Some(b"secret".as_slice()));
/// assert_eq!(unseal(&key, &nonce, "a/2", &sealed), None, "it lies in another place");
/// ```
pub fn seal(key: &[u8], nonce: &[u8], place: &str, text: &[u8]) -> Option<Vec<u8>> {
    let aad = place.as_bytes();
    let payload = Payload { msg: text, aad };
    cipher(key)?.encrypt(&checked(nonce)?, payload).ok()
}

/// Opens what was sealed. `None` under another key, for another place, or when a bit of it is not
/// as it was.
pub fn unseal(key: &[u8], nonce: &[u8], place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let aad = place.as_bytes();
    let payload = Payload { msg: sealed, aad };
    cipher(key)?.decrypt(&checked(nonce)?, payload).ok()
}

fn cipher(key: &[u8]) -> Option<Aes256Gcm> {
    Aes256Gcm::new_from_slice(key).ok()
}

fn checked(nonce: &[u8]) -> Option<Nonce<aes_gcm::aead::consts::U12>> {
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    Some(nonce.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        let digits: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(c.to_digit(16).unwrap()).unwrap())
            .collect();
        digits.chunks(2).map(|two| two[0] * 16 + two[1]).collect()
    }

    /// RFC 7914, section 11: PBKDF2-HMAC-SHA-256 with 64 bytes of answer.
    #[test]
    fn derives_what_the_standard_says() {
        let expected = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
                        49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783";
        assert_eq!(derive("passwd", b"salt", 1).to_vec(), hex(expected));
    }

    /// The GCM specification, test case 14.
    #[test]
    fn seals_as_the_standard_says() {
        let sealed = seal(&[0; KEY], &[0; NONCE], "", &[0; 16]).unwrap();
        let expected = "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919";
        assert_eq!(sealed, hex(expected));
    }

    #[test]
    fn what_was_changed_anywhere_does_not_open() {
        let (key, nonce) = ([3; KEY], [4; NONCE]);
        let sealed = seal(&key, &nonce, "a", "台账".as_bytes()).unwrap();
        for byte in 0..sealed.len() {
            for bit in 0..8 {
                let mut harmed = sealed.clone();
                harmed[byte] ^= 1 << bit;
                assert_eq!(unseal(&key, &nonce, "a", &harmed), None);
            }
        }
        for length in 0..sealed.len() {
            assert_eq!(unseal(&key, &nonce, "a", &sealed[..length]), None);
        }
        assert_eq!(unseal(&[5; KEY], &nonce, "a", &sealed), None);
        assert_eq!(seal(&key[1..], &nonce, "a", b""), None);
        assert_eq!(seal(&key, &nonce[1..], "a", b""), None);
    }
}
