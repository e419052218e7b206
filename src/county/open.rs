//! A collection's file → the collection, strictly: what is not as the format says, or not what its
//! digests say, is refused with its place.

use std::borrow::Cow;

use super::examine::canonical;
use super::file::{FORMAT, VERSION};
use super::{County, Decision, List, Point, Received, Refused, Settings, Told};
use crate::api;
use crate::campaign::Campaign;
use crate::json::{Fault, Members, Misfit, Scanner, Shape, Tree};
use crate::limits;
use crate::read::{Source, read_json};
use crate::review::Counts;
use crate::text::Words;

/// Why a file is not a collection that can be worked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotACollection(
    /// What is wrong, in both languages.
    pub Words,
);

impl From<Fault> for NotACollection {
    fn from(fault: Fault) -> Self {
        let at = fault.offset;
        Self::of(
            format!("第{at}字节处不是完整的JSON，文件可能不完整"),
            format!("not JSON at byte {at}: the file may be cut"),
        )
    }
}

impl NotACollection {
    fn of(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Words::of(zh, en))
    }

    fn misfit(misfit: &Misfit) -> Self {
        let Misfit { path, expected } = misfit;
        Self::of(
            format!("{path} 不符合汇总文件的格式（应为：{expected}）"),
            format!("{path} is not as a collection has it (expected: {expected})"),
        )
    }

    fn other(path: &str) -> Self {
        Self::of(
            format!("{path} 与其校验值不符，文件被改动过"),
            format!("{path} is not what its digest says: the file was changed"),
        )
    }
}

/// Whether a text looks like a collection: its first member that only one of our formats has.
pub(super) fn is_collection(text: &str) -> bool {
    let mut scanner = Scanner::roomier(text, ROOM);
    let mut found = false;
    let mut look = |inner: &mut Scanner<'_>, key: Cow<'_, str>| match &*key {
        "decisions" | "files" | "lists" | "refused" => {
            found = true;
            Err(Stop)
        }
        "confirmations" | "entries" | "header" => Err(Stop),
        "format" => {
            found = inner.skip().map_err(|_| Stop)? == format!("\"{FORMAT}\"");
            Err(Stop)
        }
        _ => inner.skip().map(drop).map_err(|_| Stop),
    };
    // It stops as soon as it knows.
    let _ = scanner.object(&mut look);
    found
}

struct Stop;

impl From<Fault> for Stop {
    fn from(_: Fault) -> Self {
        Self
    }
}

/// A submission stands three deep in a collection.
const ROOM: usize = 3;

impl County {
    /// Whether bytes are a collection rather than a single ledger; see [`County::open`].
    pub fn is_one(bytes: &[u8]) -> bool {
        std::str::from_utf8(bytes)
            .is_ok_and(|text| is_collection(text.trim_start_matches('\u{feff}')))
    }

    /// Opens a collection. Every digest is computed again: the collection's own and that of each
    /// submission in it. Rules are not asked again: what was in order when it was accepted stays so.
    ///
    /// # Errors
    /// The first thing that is not as it should be.
    pub fn open(bytes: &[u8], campaign: &Campaign) -> Result<Self, NotACollection> {
        if limits::COLLECTION_BYTES < bytes.len() {
            return Err(NotACollection::of("文件过大", "the file is too large"));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|_| NotACollection::of("不是UTF-8文本", "not UTF-8 text"))?;
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = Reader::default();
        let mut scanner = Scanner::roomier(text, ROOM);
        if scanner.shape()? != Shape::Object {
            return Err(NotACollection::of("不是汇总文件", "not a collection"));
        }
        scanner.object(&mut |inner, key| reader.member(inner, key))?;
        scanner.end()?;
        reader.finish(campaign)
    }
}

#[derive(Default)]
struct Reader {
    county: County,
    /// The members that are small, to be read strictly.
    rest: Vec<(String, Tree)>,
    seen: Vec<String>,
}

impl Reader {
    fn member(
        &mut self,
        scanner: &mut Scanner<'_>,
        key: Cow<'_, str>,
    ) -> Result<(), NotACollection> {
        if self.seen.iter().any(|seen| *seen == *key) {
            return Err(NotACollection::of(
                format!("“{key}”出现两次"),
                format!("{key} stands there twice"),
            ));
        }
        self.seen.push(key.clone().into_owned());
        if key != "files" {
            self.rest.push((key.into_owned(), Tree::scan(scanner)?));
            return Ok(());
        }
        let mut index = 0;
        scanner.array(&mut |inner| {
            let one = file(inner, index)?;
            index += 1;
            let is_twice = self.county.received.contains_key(&one.digest);
            if is_twice || limits::COLLECTION_FILES < index {
                let path = format!("/files/{}", index - 1);
                return Err(NotACollection::of(
                    format!("{path} 重复，或文件过多"),
                    format!("{path} is there twice, or there are too many"),
                ));
            }
            self.county.received.insert(one.digest.clone(), one);
            Ok(())
        })
    }

    fn finish(self, campaign: &Campaign) -> Result<County, NotACollection> {
        let mut county = self.county;
        let mut members = Members::of(Tree::Map(self.rest));
        if members.text("format") != FORMAT {
            return Err(NotACollection::of("不是汇总文件", "not a collection"));
        }
        if members.number("version") != VERSION {
            return Err(NotACollection::of(
                "汇总文件的版本不同，请用新版软件打开",
                "another version of the format: open it with newer software",
            ));
        }
        let digest = members.text("digest");
        county.campaign = members.text("campaign");
        county.previous = members.has("previous").then(|| members.text("previous"));
        members.object("settings", &mut |inner| {
            county.settings = Settings::read(inner);
        });
        members.objects("decisions", &mut |inner| {
            let (key, decision) = Decision::read(inner);
            county.decisions.insert(key, decision);
        });
        members.objects("lists", &mut |inner| {
            county.lists.push(List::read_members(inner));
        });
        members.objects("refused", &mut |inner| {
            let one = refused(inner);
            county.refused.insert(one.hash.clone(), one);
        });
        members.objects("trend", &mut |inner| {
            county.trend.extend(Point::read(inner));
        });
        if let Some(misfit) = members.misfits().first() {
            return Err(NotACollection::misfit(misfit));
        }
        if county.campaign != campaign.id {
            let other = &county.campaign;
            return Err(NotACollection::of(
                format!("汇总属于专项行动“{other}”，不是“{}”", campaign.id),
                format!(
                    "the collection is of the campaign {other}, not {}",
                    campaign.id
                ),
            ));
        }
        if county.digest() != digest {
            return Err(NotACollection::other("/"));
        }
        Ok(county)
    }
}

/// A file of the collection: its submission is read as any file is, and must be what the digest
/// beside it says.
fn file(scanner: &mut Scanner<'_>, index: usize) -> Result<Received, NotACollection> {
    let path = format!("/files/{index}");
    let mut rest: Vec<(String, Tree)> = Vec::new();
    let mut submission = None;
    scanner.object(&mut |inner, key| {
        if key == "submission" {
            submission = Some(inner.skip()?);
        } else {
            rest.push((key.into_owned(), Tree::scan(inner)?));
        }
        Ok::<(), NotACollection>(())
    })?;
    let mut members = Members::of(Tree::Map(rest));
    let (name, received_on) = (members.text("name"), members.day("received_on"));
    let (digest, counts) = (members.text("digest"), counts(&mut members));
    if let Some(Misfit {
        path: own,
        expected,
    }) = members.misfits().into_iter().next()
    {
        let path = path + &own;
        return Err(NotACollection::misfit(&Misfit { path, expected }));
    }
    let text = submission.unwrap_or_default();
    let reading = read_json(text);
    let computed = api::sealed(&reading, text.as_bytes());
    // The digest leaves out the member that states it.
    if computed.as_ref() != Ok(&digest) || reading.digest.as_ref() != Some(&digest) {
        return Err(NotACollection::other(&path));
    }
    if !reading.whole || reading.source != Source::Submission {
        return Err(NotACollection::of(
            format!("{path} 的提交文件读不出"),
            format!("the submission of {path} cannot be read"),
        ));
    }
    Ok(Received {
        name,
        received_on,
        digest,
        counts,
        text: canonical(text, reading.unsealed.is_some()),
        ledger: reading.ledger,
    })
}

pub(super) fn counts(members: &mut Members) -> Counts {
    let mut counts = Counts::default();
    members.object("counts", &mut |inner| {
        let mut count = |key| usize::try_from(inner.number(key)).unwrap_or_default();
        counts = Counts {
            errors: count("errors"),
            warnings: count("warnings"),
            notices: count("notices"),
            confirmed: count("confirmed"),
        };
    });
    counts
}

pub(super) fn refused(members: &mut Members) -> Refused {
    let mut one = Refused {
        name: members.text("name"),
        received_on: members.day("received_on"),
        hash: members.text("hash"),
        unit: members.has("unit").then(|| members.text("unit")),
        counts: counts(members),
        findings: Vec::new(),
    };
    members.objects("findings", &mut |inner| {
        let mut told = Told {
            code: inner.text("code"),
            path: inner.text("path"),
            message: Words::default(),
        };
        inner.object("message", &mut |words| {
            told.message = Words::of(words.text("zh"), words.text("en"));
        });
        one.findings.push(told);
    });
    one
}
