//! Text in China's older encoding.

use std::borrow::Cow;

use crate::limits;

/// A file's bytes as UTF-8 where it is a sheet saved as text on a Chinese Windows, which is GB18030.
/// JSON is UTF-8 by its own standard and stays as it is, and so does what is neither.
///
/// ```
/// let saved = [0xd2, 0xb6, 0xcf, 0xd8]; // 叶县
/// assert_eq!(&*arrears_ledger::api::decoded(&saved), "叶县".as_bytes());
/// ```
pub fn decoded(bytes: &[u8]) -> Cow<'_, [u8]> {
    let is_sheet =
        !matches!(bytes.first(), None | Some(b'{' | b'[' | 0)) && !bytes.starts_with(b"PK");
    if !is_sheet || limits::FILE_BYTES < bytes.len() || std::str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let (text, _, had_errors) = encoding_rs::GB18030.decode(bytes);
    if had_errors {
        Cow::Borrowed(bytes)
    } else {
        Cow::Owned(text.into_owned().into_bytes())
    }
}
