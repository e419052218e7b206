//! What was found in a file, as one thread hands it to another that has the file too.

use super::examine::received;
use super::file::{head, refused};
use super::{Examined, open};
use crate::digest::sm3_hex;
use crate::json::{Members, Tree};
use crate::read::{Source, read};
use crate::review::Counts;

impl Examined {
    /// What was found, as canonical JSON; the file itself is left out.
    pub fn found(&self) -> String {
        match self {
            Self::Accepted(one) => {
                let mut text = String::new();
                head(one, &mut |piece| text.push_str(piece));
                text.push('}');
                text
            }
            Self::Refused(one) => refused(one).canonical(),
        }
    }

    /// A file with what was [`found`](Self::found) in it elsewhere, by this version of the rules:
    /// they are not asked again, and the digest of a file that was accepted is not computed again:
    /// only what the file states is held against it, so this is for bytes that were examined a moment
    /// ago. `None` where the one does not belong to the other.
    ///
    /// ```
    /// use arrears_ledger::almanac::Law;
    /// use arrears_ledger::campaign::Campaign;
    /// use arrears_ledger::county::{Examined, examine};
    /// let day = chrono::NaiveDate::from_ymd_opt(2022, 6, 13).unwrap();
    /// let cut = b"{\"format\":";
    /// let examined = examine("cut.json", cut, day, &Campaign::yexian_2022(), Law::carried());
    /// assert_eq!(Examined::with(cut, &examined.found()), Some(examined));
    /// assert_eq!(Examined::with(cut, "{}"), None);
    /// ```
    pub fn with(bytes: &[u8], found: &str) -> Option<Self> {
        let mut members = Members::of(Tree::parse(found).ok()?);
        if members.has("hash") {
            let one = open::refused(&mut members);
            let is_it = one.hash == sm3_hex(bytes) && members.misfits().is_empty();
            return is_it.then_some(Self::Refused(one));
        }
        let (name, received_on) = (members.text("name"), members.day("received_on"));
        let digest = members.text("digest");
        let counts: Counts = open::counts(&mut members);
        let reading = read(bytes);
        let is_it = reading.whole
            && reading.source == Source::Submission
            && reading.digest.as_ref() == Some(&digest);
        (is_it && members.misfits().is_empty()).then(|| {
            let one = received(&name, bytes, received_on, digest, counts, reading);
            Self::Accepted(Box::new(one))
        })
    }
}
