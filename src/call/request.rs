//! A call taken apart: its members, and the files behind its line.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::refusal::Refusal;
use crate::almanac::{Almanac, Law};
use crate::api;
use crate::campaign::Campaign;
use crate::json::{Members, Misfit, Tree};
use crate::ledger::Before;
use crate::text::Lang;
use crate::vet::vet;

/// A file of a call: what it is called in answers, and its bytes.
#[derive(Debug)]
pub(super) struct File<'a> {
    pub(super) name: String,
    pub(super) bytes: Cow<'a, [u8]>,
}

/// A call while it is read. Nothing is carried out before [`Request::end`] found every member in
/// order.
#[derive(Debug)]
pub(super) struct Request<'a> {
    members: Members,
    misfits: Vec<Misfit>,
    /// The bytes behind the line, by the places of the files they belong to.
    behind: Vec<(String, &'a [u8])>,
    /// Those that belong to no file.
    left: usize,
    pub(super) lang: Lang,
}

impl<'a> Request<'a> {
    /// Takes the line from what stands behind it.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let (line, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
        let rest = rest.get(1..).unwrap_or_default();
        let line = std::str::from_utf8(line).map_err(|why| {
            let at = why.valid_up_to();
            Refusal::request(
                "",
                &format!("第{at}字节起不是UTF-8"),
                &format!("no UTF-8 at byte {at}"),
            )
        })?;
        let tree = Tree::parse(line).map_err(|fault| {
            let at = fault.offset;
            let zh = format!("第一行应为一个JSON对象，第{at}字节处有误");
            let en = format!("its first line should be a JSON object, and is not at byte {at}");
            Refusal::request("", &zh, &en)
        })?;
        let mut behind = Behind {
            files: Vec::new(),
            rest,
        };
        behind.share(&tree);
        let mut request = Self {
            members: Members::of(tree),
            misfits: Vec::new(),
            behind: behind.files,
            left: behind.rest.len(),
            lang: Lang::Zh,
        };
        request.lang = request.lang();
        Ok(request)
    }

    /// The name of the call.
    pub(super) fn name(&mut self) -> String {
        self.members.text("call")
    }

    fn lang(&mut self) -> Lang {
        match self.choice("lang", &["zh", "en"], "zh or en") {
            Some("en") => Lang::En,
            _ => Lang::Zh,
        }
    }

    /// One of a few words, where it is given.
    pub(super) fn choice(
        &mut self,
        key: &str,
        words: &[&'static str],
        expected: &'static str,
    ) -> Option<&'static str> {
        let given = self.members.maybe(key)?;
        let found = words.iter().find(|word| given.as_text() == Some(word));
        if found.is_none() {
            self.members.misfit(key, expected);
        }
        found.copied()
    }

    pub(super) fn text(&mut self, key: &str) -> String {
        self.members.text(key)
    }

    /// The day to check for.
    pub(super) fn day(&mut self) -> NaiveDate {
        self.members.day("today")
    }

    /// A file that has to be there.
    pub(super) fn file(&mut self, key: &str) -> File<'a> {
        let given = self.members.maybe(key).unwrap_or(Tree::Null);
        self.read_file(given, &format!("/{key}"))
    }

    /// A file that may be left out.
    pub(super) fn maybe_file(&mut self, key: &str) -> Option<File<'a>> {
        let given = self.members.maybe(key)?;
        Some(self.read_file(given, &format!("/{key}")))
    }

    /// A list of files; none when it is left out.
    pub(super) fn files(&mut self, key: &str) -> Vec<File<'a>> {
        let items = match self.members.maybe(key) {
            None => Vec::new(),
            Some(Tree::List(items)) => items,
            Some(_) => {
                self.members.misfit(key, "an array of files");
                Vec::new()
            }
        };
        let items = items.into_iter().enumerate();
        items
            .map(|(no, item)| self.read_file(item, &format!("/{key}/{no}")))
            .collect()
    }

    /// `{"name": …, "text": …}`, or `{"name": …, "bytes": N}` for the next N bytes behind the line.
    fn read_file(&mut self, tree: Tree, path: &str) -> File<'a> {
        let mut members = Members::of(tree);
        let name = members.maybe("name");
        let name = match name {
            Some(Tree::Text(name)) => name,
            None => String::new(),
            Some(_) => {
                members.misfit("name", "string");
                String::new()
            }
        };
        let bytes = if members.has("text") {
            Cow::Owned(members.text("text").into_bytes())
        } else {
            members.number("bytes");
            let own = self.behind.iter().find(|(known, _)| known == path);
            if own.is_none() {
                members.misfit("bytes", "no more than the bytes behind the line");
            }
            Cow::Borrowed(own.map(|(_, bytes)| *bytes).unwrap_or_default())
        };
        let misfits = members.misfits().into_iter().map(|one| Misfit {
            path: format!("{path}{}", one.path),
            ..one
        });
        self.misfits.extend(misfits);
        File { name, bytes }
    }

    /// All is read; the first misfit in the order of places, where there is one.
    pub(super) fn end(self) -> Result<(), Refusal> {
        let mut misfits = self.members.misfits();
        misfits.extend(self.misfits);
        misfits.sort_by(|a, b| a.path.cmp(&b.path));
        match misfits.first() {
            Some(misfit) => Err(Refusal::misfit(misfit)),
            None if self.left == 0 => Ok(()),
            None => {
                let left = self.left;
                let zh = format!("行后有{left}字节不属于任何文件");
                let en = format!("{left} bytes behind the line belong to no file");
                Err(Refusal::request("", &zh, &en))
            }
        }
    }
}

/// The bytes behind the line, shared out among the files in the order of their members' names.
struct Behind<'a> {
    files: Vec<(String, &'a [u8])>,
    rest: &'a [u8],
}

impl Behind<'_> {
    fn share(&mut self, call: &Tree) {
        let Tree::Map(members) = call else { return };
        for (key, value) in members {
            match value {
                Tree::List(items) => {
                    for (no, item) in items.iter().enumerate() {
                        self.give(&format!("/{key}/{no}"), item);
                    }
                }
                value => self.give(&format!("/{key}"), value),
            }
        }
    }

    /// Gives a file its own; nothing where it wants more than there is.
    fn give(&mut self, path: &str, file: &Tree) {
        let Some(Tree::Number(length)) = file.get("bytes") else {
            return;
        };
        let length = usize::try_from(*length).unwrap_or(usize::MAX);
        if let Some((own, rest)) = self.rest.split_at_checked(length) {
            self.files.push((path.to_owned(), own));
            self.rest = rest;
        }
    }
}

/// The campaign of a file, or the one this crate carries.
pub(super) fn campaign(file: Option<&File<'_>>) -> Result<Campaign, Refusal> {
    let Some(file) = file else {
        return Ok(Campaign::yexian_2022());
    };
    let text = text(file, "/campaign")?;
    vet(text).usable().map_err(Refusal::campaign)
}

/// The law, with newer files of dated facts in place of those this crate carries.
pub(super) fn law(files: &[File<'_>]) -> Result<Option<Law>, Refusal> {
    if files.is_empty() {
        return Ok(None);
    }
    let mut almanac = Almanac::carried();
    for (no, file) in files.iter().enumerate() {
        let path = format!("/data/{no}");
        let text = text(file, &path)?;
        almanac
            .load(text)
            .map_err(|why| Refusal::data(path, why.words()))?;
    }
    Ok(Some(Law::from(almanac)))
}

/// What the unit handed in before, where that is given.
pub(super) fn before(file: Option<&File<'_>>, path: &str) -> Result<Option<Before>, Refusal> {
    let before = file.map(|file| api::before(&decoded(file)));
    before
        .transpose()
        .map_err(|finding| Refusal::unreadable(path, &finding))
}

fn text<'f>(file: &'f File<'_>, path: &str) -> Result<&'f str, Refusal> {
    let text = std::str::from_utf8(&file.bytes)
        .map_err(|_| Refusal::request(path, "应为UTF-8文字", "the file should be text in UTF-8"))?;
    Ok(text.trim_start_matches('\u{feff}'))
}

/// A file's bytes as the crate reads them.
#[cfg(feature = "gb18030")]
pub(super) fn decoded<'f>(file: &'f File<'_>) -> Cow<'f, [u8]> {
    api::decoded(&file.bytes)
}

/// A file's bytes as the crate reads them: as they are, without the feature `gb18030`.
#[cfg(not(feature = "gb18030"))]
pub(super) fn decoded<'f>(file: &'f File<'_>) -> Cow<'f, [u8]> {
    Cow::Borrowed(&file.bytes)
}
