//! Drafts in a store of keys and texts: what is written in which order, so that a write that is
//! cut off never costs more than itself. Knows no browser.

use crate::digest::sm3_hex;
use crate::json::{Json, Tree, members};
use crate::read::{Reading, read_json};
use crate::text::cut;

/// A place that keeps texts under keys, such as a browser's local storage.
pub trait Store {
    /// The text of a key.
    ///
    /// # Errors
    /// When the store cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Keeps a text.
    ///
    /// # Errors
    /// When the store is full or cannot be reached; then what stood under the key still does.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Forgets a key.
    ///
    /// # Errors
    /// When the store cannot be reached.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;
    /// Every key.
    ///
    /// # Errors
    /// When the store cannot be reached.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// No room left.
    Full,
    /// Switched off, or out of reach.
    Forbidden,
    /// There is no such draft.
    Missing,
}

impl StoreError {
    /// The word programs see.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "storage_full",
            Self::Forbidden => "storage_forbidden",
            Self::Missing => "draft_missing",
        }
    }
}

/// What is said of a draft without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftInfo {
    /// The draft's own name in the store.
    pub id: String,
    /// The reporting unit.
    pub unit_name: String,
    /// The period reported.
    pub period: String,
    /// Debts.
    pub rows: usize,
    /// Errors left.
    pub errors: usize,
    /// Open warnings left.
    pub warnings: usize,
    /// When it was written, as the host said.
    pub saved_at: String,
    /// Its length in the store.
    pub chars: usize,
    /// Whether what lies in the store is what was written.
    pub state: State,
}

members!(DraftInfo: id, unit_name, period, rows, errors, warnings, saved_at, chars, state);

/// Whether a draft is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it was written.
    Good,
    /// Cut off or changed.
    Damaged,
}

impl Json for State {
    fn write(&self, out: &mut String) {
        let word = match self {
            Self::Good => "good",
            Self::Damaged => "damaged",
        };
        word.write(out);
    }
}

/// What stands before every key, so that strangers on a shared origin (all local files are one)
/// keep apart. The campaign follows, then the draft.
const PREFIX: &str = "arrears-ledger/1/";

/// The drafts of one campaign.
///
/// A draft is one key `…/<id>/<generation>` with its text, and one key `…/<id>` that says which
/// generation is whole, with its length and digest. A save writes the new text first, then the
/// word that it counts, then takes the old text away: a cut at any point leaves the old or the new.
#[derive(Debug)]
pub struct Drafts<S> {
    store: S,
    prefix: String,
}

struct Manifest {
    generation: i64,
    digest: String,
    info: DraftInfo,
}

impl<S: Store> Drafts<S> {
    /// The drafts of a campaign in a store.
    pub fn new(store: S, campaign: &str) -> Self {
        Self {
            store,
            prefix: format!("{PREFIX}{campaign}/"),
        }
    }

    /// Every draft, the newest first.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub fn list(&self) -> Result<Vec<DraftInfo>, StoreError> {
        let mut infos = Vec::new();
        for id in self.ids()? {
            infos.push(self.info(&id)?);
        }
        infos.sort_unstable_by(|a, b| (&b.saved_at, &a.id).cmp(&(&a.saved_at, &b.id)));
        Ok(infos)
    }

    fn ids(&self) -> Result<Vec<String>, StoreError> {
        let mut ids: Vec<String> = Vec::new();
        for key in self.store.keys()? {
            if let Some(key) = key.strip_prefix(&self.prefix) {
                let id = cut(key, "/").map_or(key, |(id, _)| id);
                if !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
            }
        }
        Ok(ids)
    }

    fn info(&self, id: &str) -> Result<DraftInfo, StoreError> {
        let manifest = self.manifest(id)?;
        let text = self.text_of(id, manifest.as_ref())?;
        let Some(Manifest { digest, info, .. }) = manifest else {
            return Ok(unknown(id, text.map_or(0, |text| text.chars().count())));
        };
        let is_good = text.is_some_and(|text| mark(&text) == digest);
        Ok(DraftInfo {
            state: if is_good { State::Good } else { State::Damaged },
            ..info
        })
    }

    /// Writes a draft. `info.chars` and `info.state` are filled in.
    ///
    /// # Errors
    /// When the store is full or cannot be reached; the draft as it was saved before still stands.
    pub fn save(&mut self, info: DraftInfo, text: &str) -> Result<DraftInfo, StoreError> {
        let manifest = self.manifest(&info.id)?;
        let old = self.generations(&info.id)?;
        // Above all there are: of a draft whose manifest is lost, any text may be the only one.
        let known = manifest.map_or(0, |manifest| manifest.generation);
        let new = old.iter().fold(known, |a, b| a.max(*b)).saturating_add(1);
        let info = DraftInfo {
            chars: text.chars().count(),
            state: State::Good,
            ..info
        };
        let key = self.key(&info.id);
        let written = self
            .store
            .set(&format!("{key}/{new}"), text)
            .and_then(|()| {
                self.store
                    .set(&key, &manifest_text(&info, new, &mark(text)))
            });
        let counts = match written {
            Ok(()) => Some(new),
            Err(_) => Some(known).filter(|known| old.contains(known)),
        };
        for generation in old.iter().chain([&new]) {
            if counts.map_or(*generation != new, |counts| *generation == counts) {
                continue;
            }
            // What cannot be taken away now, the next save takes.
            let _ = self.store.remove(&format!("{key}/{generation}"));
        }
        written.map(|()| info)
    }

    /// The text of a draft as it lies in the store.
    ///
    /// # Errors
    /// When there is none, or the store cannot be reached.
    pub fn text(&self, id: &str) -> Result<String, StoreError> {
        let manifest = self.manifest(id)?;
        self.text_of(id, manifest.as_ref())?
            .ok_or(StoreError::Missing)
    }

    /// Reads a draft, as far as it can be read.
    ///
    /// # Errors
    /// When there is none, or the store cannot be reached.
    pub fn open(&self, id: &str) -> Result<Reading, StoreError> {
        self.text(id).map(|text| read_json(&text))
    }

    /// Forgets a draft.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub fn remove(&mut self, id: &str) -> Result<(), StoreError> {
        let own = self.key(id);
        let below = format!("{own}/");
        for key in self.store.keys()? {
            if key == own || key.starts_with(&below) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    fn key(&self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }

    fn manifest(&self, id: &str) -> Result<Option<Manifest>, StoreError> {
        Ok(self
            .store
            .get(&self.key(id))?
            .and_then(|text| manifest_of(id, &text)))
    }

    /// The generation the manifest names; without it, the latest there is.
    fn text_of(&self, id: &str, manifest: Option<&Manifest>) -> Result<Option<String>, StoreError> {
        let key = self.key(id);
        if let Some(manifest) = manifest {
            let text = self.store.get(&format!("{key}/{}", manifest.generation))?;
            if text.is_some() {
                return Ok(text);
            }
        }
        match self.generations(id)?.into_iter().max() {
            Some(generation) => self.store.get(&format!("{key}/{generation}")),
            None => Ok(None),
        }
    }

    /// The generations whose text lies in the store: one, unless a save was cut off.
    fn generations(&self, id: &str) -> Result<Vec<i64>, StoreError> {
        let below = format!("{}/", self.key(id));
        let generation = |key: &String| key.strip_prefix(&below)?.parse().ok();
        Ok(self.store.keys()?.iter().filter_map(generation).collect())
    }
}

fn mark(text: &str) -> String {
    let mut digest = sm3_hex(text.as_bytes());
    digest.truncate(16);
    digest
}

fn unknown(id: &str, chars: usize) -> DraftInfo {
    DraftInfo {
        id: id.to_owned(),
        unit_name: String::new(),
        period: String::new(),
        rows: 0,
        errors: 0,
        warnings: 0,
        saved_at: String::new(),
        chars,
        state: State::Damaged,
    }
}

fn manifest_text(info: &DraftInfo, generation: i64, digest: &str) -> String {
    Tree::of(vec![
        ("generation", Tree::Number(generation)),
        ("digest", Tree::text(digest)),
        ("unit_name", Tree::text(info.unit_name.as_str())),
        ("period", Tree::text(info.period.as_str())),
        ("rows", Tree::count(info.rows)),
        ("errors", Tree::count(info.errors)),
        ("warnings", Tree::count(info.warnings)),
        ("saved_at", Tree::text(info.saved_at.as_str())),
        ("chars", Tree::count(info.chars)),
    ])
    .canonical()
}

fn manifest_of(id: &str, text: &str) -> Option<Manifest> {
    let tree = Tree::parse(text).ok()?;
    let word = |key| tree.get(key).and_then(Tree::as_text).map(str::to_owned);
    let number = |key| match tree.get(key) {
        Some(Tree::Number(number)) => Some(*number),
        _ => None,
    };
    let count = |key| number(key).and_then(|number| usize::try_from(number).ok());
    let info = DraftInfo {
        id: id.to_owned(),
        unit_name: word("unit_name")?,
        period: word("period")?,
        rows: count("rows")?,
        errors: count("errors")?,
        warnings: count("warnings")?,
        saved_at: word("saved_at")?,
        chars: count("chars")?,
        state: State::Good,
    };
    Some(Manifest {
        generation: number("generation")?,
        digest: word("digest")?,
        info,
    })
}
