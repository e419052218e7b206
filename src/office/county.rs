//! A county's collection for the page: opened once, added to, and asked for its papers. It is kept in
//! the module, for a county may be a hundred megabytes; the page keeps the files and puts them in
//! again.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::refused;
use crate::almanac::Law;
use crate::amount::{Amount, Unit};
use crate::bulletin::{self, Paper, View};
use crate::calc::capital;
use crate::campaign::Campaign;
use crate::county::{
    Added, Candidate, County, Decision, Earlier, Examined, List, SMALL, Verdict, allocations,
    drafts, examine, waits,
};
use crate::javascript::{campaign_of, day, lang_of, parsed, thrown};
use crate::json::Tree;
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;
use chrono::NaiveDate;

/// A county's collection, open.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CountyBook {
    campaign: Campaign,
    county: County,
    earlier: Option<Earlier>,
    today: NaiveDate,
}

#[wasm_bindgen]
impl CountyBook {
    /// An empty collection of a campaign, seen on a day.
    ///
    /// # Errors
    /// `campaign`, `date`.
    #[wasm_bindgen(constructor)]
    pub fn new(campaign: &str, today: &str) -> Result<Self, JsValue> {
        let campaign = campaign_of(campaign)?;
        Ok(Self {
            county: County::of(&campaign),
            campaign,
            earlier: None,
            today: day(today)?,
        })
    }

    /// Examines a file that was received on a day, or takes over a collection: what became of it.
    ///
    /// # Errors
    /// `date`.
    pub fn add(&mut self, name: &str, bytes: &[u8], received_on: &str) -> Result<JsValue, JsValue> {
        let on = day(received_on)?;
        if County::is_one(bytes) {
            return match County::open(bytes, &self.campaign) {
                Ok(other) => {
                    let is_first = self.county.received().next().is_none();
                    if is_first {
                        self.county.settings = other.settings.clone();
                    }
                    self.county.join(other);
                    said(&told("joined", None, None))
                }
                Err(why) => said(&told("unreadable", None, Some(why.0))),
            };
        }
        let examined = examine(name, bytes, on, &self.campaign, Law::carried());
        self.take(examined)
    }

    /// The same of a file that was examined by
    /// [`examine_files`](super::examining::examine_files), with what was found in it.
    ///
    /// # Errors
    /// As [`CountyBook::add`].
    #[wasm_bindgen(js_name = addExamined)]
    pub fn add_examined(
        &mut self,
        name: &str,
        bytes: &[u8],
        received_on: &str,
        found: &str,
    ) -> Result<JsValue, JsValue> {
        match Examined::with(bytes, found) {
            Some(examined) => self.take(examined),
            None => self.add(name, bytes, received_on),
        }
    }

    /// Compares with the collection of the period before from now on.
    ///
    /// # Errors
    /// `collection`, with what is wrong.
    pub fn follow(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        let county = County::open(bytes, &self.campaign).map_err(|why| not_one(&why.0))?;
        let earlier = Earlier::of(county, &self.campaign);
        self.county.follow(&earlier);
        self.earlier = Some(earlier);
        Ok(())
    }

    /// Puts a list of debts others name in.
    ///
    /// # Errors
    /// The code of what is wrong with it.
    pub fn list(&mut self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let list = List::read(name, bytes).map_err(|why| refused(&why))?;
        self.county.list(list);
        Ok(())
    }

    /// The settings.
    ///
    /// # Errors
    /// Never in practice.
    pub fn settings(&self) -> Result<JsValue, JsValue> {
        parsed(&self.county.settings.json())
    }

    /// Settles what the office decides, as JSON.
    ///
    /// # Errors
    /// `settings`, with the member that is not as it should be.
    #[wasm_bindgen(js_name = setSettings)]
    pub fn set_settings(&mut self, json: &str) -> Result<(), JsValue> {
        let settings = crate::county::Settings::parse(json);
        self.county.settings = settings.map_err(|misfit| thrown("settings", &misfit.path))?;
        Ok(())
    }

    /// A paper as data; see `bulletin::paper`.
    ///
    /// # Errors
    /// `paper` where there is none of that name.
    pub fn paper(&self, name: &str, year: i32) -> Result<JsValue, JsValue> {
        let view = self.view();
        let paper = bulletin::paper(&view, name, year).ok_or_else(|| no_paper(name))?;
        parsed(&paper.json())
    }

    /// A paper as a text: `markdown`, `json` or `html`.
    ///
    /// # Errors
    /// `paper` where there is none of that name.
    pub fn print(&self, name: &str, year: i32, form: &str, lang: &str) -> Result<String, JsValue> {
        let view = self.view();
        let paper = bulletin::paper(&view, name, year).ok_or_else(|| no_paper(name))?;
        let lang = lang_of(lang);
        Ok(match form {
            "html" => paper.html(lang),
            "json" => paper.json(),
            _ => paper.markdown(lang),
        })
    }

    /// A paper as the bytes of a workbook.
    ///
    /// # Errors
    /// `paper` where there is none of that name, `unwritten` where the writer refuses.
    pub fn workbook(&self, name: &str, year: i32, lang: &str) -> Result<Vec<u8>, JsValue> {
        let paper = bulletin::paper(&self.view(), name, year).ok_or_else(|| no_paper(name))?;
        let bytes = paper.workbook(lang_of(lang), self.today);
        bytes.map_err(|why| thrown("unwritten", &why.to_string()))
    }

    /// What may be wrong between files, with what was decided.
    ///
    /// # Errors
    /// Never in practice.
    pub fn candidates(&self) -> Result<JsValue, JsValue> {
        let found = self.county.candidates(&self.campaign);
        let all = found.iter().map(|one| candidate(one, &self.county));
        parsed(&Tree::List(all.collect()).canonical())
    }

    /// Decides a candidate by its key; an empty unit is none.
    ///
    /// # Errors
    /// `candidate` where there is none, `unit` where a duplicate counts at none of its units.
    pub fn decide(
        &mut self,
        key: &str,
        verdict: &str,
        counts_at: &str,
        note: &str,
    ) -> Result<(), JsValue> {
        let found = self.county.candidates(&self.campaign);
        let one = found.iter().find(|one| one.key == key);
        let one = one.ok_or_else(|| thrown("candidate", key))?;
        let verdict = Verdict::find(verdict).ok_or_else(|| thrown("candidate", verdict))?;
        let at = Some(counts_at).filter(|unit| !unit.is_empty());
        let decision = Decision::of(one, verdict, at, note, self.today);
        let decision = decision.map_err(|_| thrown("unit", counts_at))?;
        self.county.decisions.insert(key.to_owned(), decision);
        Ok(())
    }

    /// A sum shared by each method, and by one of them debt by debt; no method, only side by side.
    ///
    /// # Errors
    /// `amount`.
    pub fn allocate(&self, sum: &str, method: &str) -> Result<JsValue, JsValue> {
        let sum = amount(sum)?;
        let view = self.view();
        let (waits, left_out) = waits(&view.counted);
        let methods = allocations(&waits, sum, SMALL);
        let chosen = methods.iter().find(|one| one.code == method);
        let paper: Paper = bulletin::allocation(&view, &waits, left_out, sum, &methods, chosen);
        parsed(&paper.json())
    }

    /// What a method gives, as a draft of each unit that gets something: `[{unit, name, text}]`.
    ///
    /// # Errors
    /// `amount`, `date`, `method`, `too_many`.
    pub fn drafts(&self, sum: &str, method: &str, on: &str) -> Result<JsValue, JsValue> {
        let (sum, on) = (amount(sum)?, day(on)?);
        let view = self.view();
        let (waits, _) = waits(&view.counted);
        let methods = allocations(&waits, sum, SMALL);
        let chosen = methods.iter().find(|one| one.code == method);
        let chosen = chosen.ok_or_else(|| thrown("method", method))?;
        let made = drafts(&view.counted, &waits, &chosen.allocation, on);
        let made = made.map_err(|why| thrown("too_many", &why.count.to_string()))?;
        let one = |(unit, text): &(String, String)| {
            let known = self.campaign.unit(unit);
            Tree::of(vec![
                ("unit", Tree::text(unit.as_str())),
                (
                    "name",
                    Tree::text(known.map_or("", |known| known.name.as_str())),
                ),
                ("text", Tree::text(text.as_str())),
            ])
        };
        said(&Tree::List(made.iter().map(one).collect()))
    }

    /// A reminder for each unit that needs one: `[{unit, name, text}]`.
    ///
    /// # Errors
    /// Never in practice.
    pub fn reminders(&self, lang: &str) -> Result<JsValue, JsValue> {
        let all = bulletin::reminders(&self.view());
        let one = |one: &bulletin::Reminder| {
            Tree::of(vec![
                ("unit", Tree::text(one.unit.as_str())),
                ("name", Tree::text(one.unit_name.as_str())),
                ("text", Tree::text(one.text(lang_of(lang)))),
            ])
        };
        said(&Tree::List(all.iter().map(one).collect()))
    }

    /// The collection without its files, as text: what a page keeps beside them.
    pub fn head(&self) -> String {
        self.county.head().text()
    }

    /// The collection's file.
    pub fn bytes(&self) -> Vec<u8> {
        self.county.text().into_bytes()
    }

    /// A name for its file.
    #[wasm_bindgen(js_name = fileName)]
    pub fn file_name(&self) -> String {
        let period = self.county.period().map(|period| period.to_string());
        format!(
            "{}-{}-汇总.json",
            self.campaign.county,
            period.unwrap_or_default()
        )
    }

    /// Takes an accepted or refused file out again, by its key.
    pub fn remove(&mut self, key: &str) {
        self.county.withdraw(key);
        self.county.dismiss(key);
    }
}

impl CountyBook {
    fn take(&mut self, examined: Examined) -> Result<JsValue, JsValue> {
        let (key, why) = match &examined {
            Examined::Accepted(one) => (one.digest.clone(), None),
            Examined::Refused(one) => {
                let first = one.findings.first();
                let why = first.map(|told| {
                    let behind = |text: &str| format!("{} {text}", told.code);
                    Words::of(behind(&told.message.zh), behind(&told.message.en))
                });
                (one.hash.clone(), why)
            }
        };
        let result = match self.county.add(examined) {
            Added::Accepted => "accepted",
            Added::Repeated => "repeated",
            Added::Refused => "refused",
        };
        said(&told(result, Some(key), why))
    }

    fn view(&self) -> View<'_> {
        let earlier = self.earlier.as_ref();
        View::of(
            &self.county,
            &self.campaign,
            earlier,
            self.today,
            Law::carried(),
        )
    }
}

fn said(tree: &Tree) -> Result<JsValue, JsValue> {
    parsed(&tree.canonical())
}

fn told(result: &str, key: Option<String>, why: Option<Words>) -> Tree {
    Tree::of(vec![
        ("result", Tree::text(result)),
        ("key", key.map_or(Tree::Null, Tree::Text)),
        ("why", why.map_or(Tree::Null, |why| words(&why))),
    ])
}

fn words(words: &Words) -> Tree {
    Tree::of(vec![
        ("zh", Tree::text(words.zh.as_str())),
        ("en", Tree::text(words.en.as_str())),
    ])
}

fn candidate(one: &Candidate, county: &County) -> Tree {
    let (decision, has_lapsed) = one.decision(county);
    let debt = |debt: &crate::county::Ref| {
        Tree::of(vec![
            ("unit", Tree::text(debt.unit.as_str())),
            ("unit_name", Tree::text(debt.unit_name.as_str())),
            ("debt_id", Tree::text(debt.debt_id.as_str())),
            ("debtor", Tree::text(debt.debtor.as_str())),
            ("creditor", Tree::text(debt.creditor.as_str())),
            ("creditor_uscc", Tree::text(debt.creditor_uscc.as_str())),
            ("project", Tree::text(debt.project.as_str())),
            ("amount", Tree::text(debt.amount.to_string())),
        ])
    };
    let decided = decision.map_or(Tree::Null, |decision| {
        Tree::of(vec![
            ("verdict", Tree::text(decision.verdict.choice().code())),
            (
                "counts_at",
                decision.counts_at.as_deref().map_or(Tree::Null, Tree::text),
            ),
            ("note", Tree::text(decision.note.as_str())),
            ("decided_on", Tree::text(decision.decided_on.to_string())),
        ])
    });
    let label = one.kind.choice().label();
    Tree::of(vec![
        ("key", Tree::text(one.key.as_str())),
        ("kind", Tree::text(one.kind.choice().code())),
        ("label", words(&label.into())),
        ("score", Tree::Number(i64::from(one.score))),
        ("at_stake", Tree::text(one.at_stake.to_string())),
        ("why", Tree::List(one.why.iter().map(words).collect())),
        ("debts", Tree::List(one.refs.iter().map(debt).collect())),
        ("decision", decided),
        ("lapsed", Tree::Flag(has_lapsed)),
    ])
}

fn amount(text: &str) -> Result<Amount, JsValue> {
    let sum = Amount::parse_within(text, Unit::Wan, capital::LARGEST);
    sum.map_err(|_| thrown("amount", text))
}

fn no_paper(name: &str) -> JsValue {
    thrown("paper", name)
}

fn not_one(why: &Words) -> JsValue {
    thrown("collection", &why.zh)
}
