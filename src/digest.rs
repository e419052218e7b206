//! SM3 (GB/T 32905-2016), and the check code printed on paper.

use sm3::{Digest, Sm3};

/// The digest of some bytes in lower-case hexadecimal: what `openssl dgst -sm3` prints.
///
/// ```
/// use arrears_ledger::digest::sm3_hex;
/// assert_eq!(sm3_hex(b"abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
/// ```
pub fn sm3_hex(bytes: &[u8]) -> String {
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16));
    Sm3::digest(bytes)
        .iter()
        .flat_map(|byte| digits(*byte))
        .flatten()
        .collect()
}

/// The first sixteen digits of a digest in four groups, for people to compare.
///
/// ```
/// assert_eq!(arrears_ledger::digest::check_code("66c7f0f462eeedd9d1f2"), "66C7-F0F4-62EE-EDD9");
/// ```
pub fn check_code(digest: &str) -> String {
    let mut code = String::new();
    for (index, digit) in digest.chars().take(16).enumerate() {
        if 0 < index && index % 4 == 0 {
            code.push('-');
        }
        code.push(digit.to_ascii_uppercase());
    }
    code
}
