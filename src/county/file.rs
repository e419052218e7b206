//! The collection as a file: canonical JSON, sealed with a digest.
//!
//! A collection may be a gigabyte, so it is written in pieces and never held whole. Its digest is
//! over its canonical form without the member `digest` and without the `submission` of each file,
//! which has a digest of its own beside it: so nothing is digested twice.

use super::{County, Received, Refused};
use crate::digest::Sm3;
use crate::json::Tree;
use crate::review::Counts;

/// The `format` member of a collection.
pub const FORMAT: &str = "arrears-ledger-collection";
/// The version of the format.
pub(super) const VERSION: i64 = 1;

impl County {
    /// The digest of the collection.
    pub fn digest(&self) -> String {
        let mut sm3 = Sm3::default();
        self.pieces(None, &mut |piece| sm3.take(piece.as_bytes()));
        sm3.hex()
    }

    /// Hands the file over piece by piece: canonical JSON with its digest.
    pub fn write(&self, sink: &mut dyn FnMut(&str)) {
        let digest = self.digest();
        self.pieces(Some(&digest), sink);
    }

    /// The file in one text.
    ///
    /// ```
    /// use arrears_ledger::campaign::Campaign;
    /// use arrears_ledger::county::County;
    /// let campaign = Campaign::yexian_2022();
    /// let text = County::of(&campaign).text();
    /// assert!(text.contains("\"format\":\"arrears-ledger-collection\""));
    /// assert_eq!(County::open(text.as_bytes(), &campaign).unwrap().text(), text);
    /// ```
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut |piece| text.push_str(piece));
        text
    }

    /// The members in the order of the canonical form. Without the digest, the submissions are left
    /// out too.
    fn pieces(&self, digest: Option<&str>, sink: &mut dyn FnMut(&str)) {
        let decisions = self.decisions.iter().map(|(key, one)| one.tree(key));
        member(sink, "{\"campaign\":", &Tree::text(self.campaign.as_str()));
        member(sink, ",\"decisions\":", &Tree::List(decisions.collect()));
        if let Some(digest) = digest {
            member(sink, ",\"digest\":", &Tree::text(digest));
        }
        sink(",\"files\":[");
        for (index, one) in self.received().enumerate() {
            sink(if index == 0 { "" } else { "," });
            file(one, digest.is_some(), sink);
        }
        sink("]");
        member(sink, ",\"format\":", &Tree::text(FORMAT));
        let lists = self.lists.iter().map(super::List::tree).collect();
        member(sink, ",\"lists\":", &Tree::List(lists));
        if let Some(previous) = &self.previous {
            member(sink, ",\"previous\":", &Tree::text(previous.as_str()));
        }
        let all = self.refused().map(refused).collect();
        member(sink, ",\"refused\":", &Tree::List(all));
        member(sink, ",\"settings\":", &self.settings.tree());
        let trend = self.trend.iter().map(super::Point::tree).collect();
        member(sink, ",\"trend\":", &Tree::List(trend));
        member(sink, ",\"version\":", &Tree::Number(VERSION));
        sink("}");
    }
}

fn member(sink: &mut dyn FnMut(&str), head: &str, value: &Tree) {
    sink(head);
    sink(&value.canonical());
}

fn file(one: &Received, with_submission: bool, sink: &mut dyn FnMut(&str)) {
    head(one, sink);
    if with_submission {
        sink(",\"submission\":");
        sink(one.text());
    }
    sink("}");
}

/// What is known of a file that was accepted; the object stays open.
pub(super) fn head(one: &Received, sink: &mut dyn FnMut(&str)) {
    member(sink, "{\"counts\":", &counts(one.counts));
    member(sink, ",\"digest\":", &Tree::text(one.digest.as_str()));
    member(sink, ",\"name\":", &Tree::text(one.name.as_str()));
    let day = Tree::text(one.received_on.to_string());
    member(sink, ",\"received_on\":", &day);
}

pub(super) fn refused(one: &Refused) -> Tree {
    let told = |one: &super::Told| {
        Tree::of(vec![
            ("code", Tree::text(one.code.as_str())),
            ("path", Tree::text(one.path.as_str())),
            (
                "message",
                Tree::of(vec![
                    ("zh", Tree::text(one.message.zh.as_str())),
                    ("en", Tree::text(one.message.en.as_str())),
                ]),
            ),
        ])
    };
    let mut members = vec![
        ("counts", counts(one.counts)),
        (
            "findings",
            Tree::List(one.findings.iter().map(told).collect()),
        ),
        ("hash", Tree::text(one.hash.as_str())),
        ("name", Tree::text(one.name.as_str())),
        ("received_on", Tree::text(one.received_on.to_string())),
    ];
    members.extend(one.unit.as_deref().map(|unit| ("unit", Tree::text(unit))));
    Tree::of(members)
}

pub(super) fn counts(counts: Counts) -> Tree {
    Tree::of(vec![
        ("errors", Tree::count(counts.errors)),
        ("warnings", Tree::count(counts.warnings)),
        ("notices", Tree::count(counts.notices)),
        ("confirmed", Tree::count(counts.confirmed)),
    ])
}
