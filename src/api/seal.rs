//! A submission's seal: its campaign and its digest, held against what they should be.

use crate::IS_WHOLE;
use crate::campaign::Campaign;
use crate::digest::Sm3;
use crate::json::Tree;
use crate::read::{Reading, Source, faults};
use crate::rule::{Finding, Severity};
use crate::submission::digest_of;

/// Holds the file's campaign and digest against what they should be; returns the true digest of a
/// submission.
pub(super) fn verify(reading: &mut Reading, bytes: &[u8], campaign: &Campaign) -> Option<String> {
    if reading.source.is_bare() || !reading.whole {
        return None;
    }
    if reading.ledger.campaign != campaign.id {
        reading.findings.push(faults::other_campaign(
            &reading.ledger.campaign,
            &campaign.id,
        ));
    }
    if reading.source != Source::Submission {
        return None;
    }
    let computed = match sealed(reading, bytes) {
        Ok(computed) => Some(computed),
        // Without a digest a file must not pass; the reader has mostly said why it has none.
        Err(why) => {
            let is_told = |one: &Finding| one.severity == Severity::Error;
            if !reading.findings.iter().any(is_told) {
                reading.findings.push(*why);
            }
            None
        }
    };
    match (&reading.digest, &computed) {
        (Some(stated), Some(computed)) if stated != computed => {
            reading
                .findings
                .push(faults::digest_differs(stated, computed));
        }
        (None, _) => reading
            .findings
            .push(faults::wrong_shape("digest", "present")),
        _ => {}
    }
    computed
}

/// The digest of what was read, which is a submission. What is canonical as it stands need not be
/// taken apart.
///
/// # Errors
/// As [`digest`].
pub(crate) fn sealed(reading: &Reading, bytes: &[u8]) -> Result<String, Box<Finding>> {
    if !IS_WHOLE {
        return digest(bytes);
    }
    let mut text = bytes;
    while let Some(rest) = text.strip_prefix("\u{feff}".as_bytes()) {
        text = rest;
    }
    let unsealed = reading.unsealed.as_ref();
    let halves = unsealed.and_then(|left| text.get(..left.start).zip(text.get(left.end..)));
    halves.map_or_else(
        || digest(bytes),
        |(before, after)| Ok(halved(before, after)),
    )
}

fn halved(before: &[u8], after: &[u8]) -> String {
    let mut sm3 = Sm3::default();
    sm3.take(before);
    sm3.take(after);
    sm3.hex()
}

/// The digest of a submission's text: SM3 over its canonical form without the digest member.
///
/// # Errors
/// The finding that says why the text has none.
///
/// ```
/// let digest = arrears_ledger::api::digest(b"{\"b\":1,\"a\":2,\"digest\":\"x\"}").unwrap();
/// assert_eq!(digest, arrears_ledger::digest::sm3_hex(br#"{"a":2,"b":1}"#));
/// ```
pub fn digest(bytes: &[u8]) -> Result<String, Box<Finding>> {
    let text =
        std::str::from_utf8(bytes).map_err(|why| Box::new(faults::not_text(why.valid_up_to())))?;
    let text = text.trim_start_matches('\u{feff}');
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    if let Some((before, after)) = crate::json::canonical_without(text, "digest") {
        return Ok(halved(before.as_bytes(), after.as_bytes()));
    }
    let tree = Tree::parse(text).map_err(|fault| Box::new(faults::not_json(text, fault)))?;
    Ok(digest_of(tree))
}
