//! Answers as canonical JSON, written as they go: the members of each object stand in the order of
//! their names.

use super::{Answer, Verdict};
use crate::amount::Unit;
use crate::json::{Json, Tree, write_object};
use crate::review::{Counts, Reviewed};
use crate::rule::Fact;
use crate::text::Lang;

/// Room for an answer of a few findings; what is longer grows.
const ROOM: usize = 4_096;

impl Answer {
    /// The answer as canonical JSON: `{file, valid, digest, counts, findings: [{code, severity,
    /// path, message, params, basis}]}`; a confirmed warning also has its `reason`.
    pub fn json(&self, lang: Lang) -> String {
        let findings = self.findings.iter().map(|one| Told {
            one,
            path: one.finding.at.pointer(),
            unit: self.unit,
            lang,
        });
        written(
            &self.file,
            self.verdict,
            self.digest.as_deref(),
            self.counts,
            &findings.collect::<Vec<_>>(),
        )
    }
}

/// An answer of these parts.
pub(super) fn written(
    file: &str,
    verdict: Verdict,
    digest: Option<&str>,
    counts: Counts,
    findings: &dyn Json,
) -> String {
    let mut out = String::with_capacity(ROOM);
    let members: [(&str, &dyn Json); 5] = [
        ("counts", &Counted(counts)),
        ("digest", &digest),
        ("file", &file),
        ("findings", findings),
        ("valid", &(verdict == Verdict::Valid)),
    ];
    write_object(&members, &mut out);
    out
}

/// How many findings there are of each kind.
struct Counted(Counts);

impl Json for Counted {
    fn write(&self, out: &mut String) {
        let Counts {
            errors,
            warnings,
            notices,
            confirmed,
        } = &self.0;
        let members: [(&str, &dyn Json); 4] = [
            ("confirmed", confirmed),
            ("errors", errors),
            ("notices", notices),
            ("warnings", warnings),
        ];
        write_object(&members, out);
    }
}

/// A finding for programs, at a place in its file or among files.
pub(super) struct Told<'a> {
    pub(super) one: &'a Reviewed,
    pub(super) path: String,
    pub(super) unit: Unit,
    pub(super) lang: Lang,
}

impl Json for Told<'_> {
    fn write(&self, out: &mut String) {
        let Reviewed {
            finding, reason, ..
        } = self.one;
        let (basis, code) = (finding.rule.basis(), finding.rule.code);
        let message = finding.message(self.lang, self.unit);
        let params = Params(self);
        let severity = finding.severity.code();
        let mut members: Vec<(&str, &dyn Json)> = vec![
            ("basis", &basis),
            ("code", &code),
            ("message", &message),
            ("params", &params),
            ("path", &self.path),
        ];
        if let Some(reason) = reason {
            members.push(("reason", reason));
        }
        members.push(("severity", &severity));
        write_object(&members, out);
    }
}

/// What a message quotes, by the names of it.
struct Params<'a>(&'a Told<'a>);

impl Json for Params<'_> {
    fn write(&self, out: &mut String) {
        let Told { one, lang, .. } = self.0;
        let names = one.finding.rule.params().into_iter();
        let mut values: Vec<(&str, Tree)> = names
            .zip(&one.finding.facts)
            .map(|(name, fact)| (name, param(fact, *lang)))
            .collect();
        values.sort_unstable_by_key(|(name, _)| *name);
        let members: Vec<(&str, &dyn Json)> = values
            .iter()
            .map(|(name, value)| (*name, value as &dyn Json))
            .collect();
        write_object(&members, out);
    }
}

/// A fact for programs: money in yuan, days in ISO form, rows from 0, columns by their keys.
fn param(fact: &Fact, lang: Lang) -> Tree {
    match fact {
        Fact::Amount(amount) => Tree::text(amount.to_string()),
        Fact::Count(count) => Tree::count(*count),
        Fact::Row(row) => Tree::count(*row),
        Fact::Column(column) => Tree::text(column.spec().key),
        Fact::Day(_) | Fact::When(_) | Fact::Text(_) | Fact::Words(_) => {
            Tree::text(fact.show(lang, Unit::Yuan))
        }
    }
}
