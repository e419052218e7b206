//! Findings by the rows they are in, each with who found it, so that it can be taken off again.

use super::answers::Answers;
use super::difference::{Apart, Difference, said};
use super::identity::{self, Numbers, id};
use super::{Counts, Reviewed};
use crate::ledger::{Confirmation, Ledger};
use crate::rule::{At, Finding};

/// A check, and for a check of groups the key.
pub(super) type Origin = (u16, u64);

#[derive(Debug)]
pub(super) struct Kept {
    pub(super) finding: Finding,
    key: u64,
    pub(super) by: u16,
    /// The confirmation that answers it.
    pub(super) answer: Option<u32>,
}

impl Kept {
    fn is_of(&self, origin: Origin) -> bool {
        (self.by, self.key) == origin
    }

    /// The order in which people work through findings; between those of one rule in one place,
    /// that of their making.
    fn order(&self) -> (At, &'static str, u16, u64) {
        (self.finding.at, self.finding.rule.code, self.by, self.key)
    }

    /// Whether it is another of the same rule in the same place.
    ///
    /// INVARIANT: these come from one check and one key, and so are made anew together.
    fn is_beside(&self, other: &Self) -> bool {
        self.finding.at == other.finding.at && self.finding.rule.code == other.finding.rule.code
    }
}

/// What a check, or one of its groups, finds now.
#[derive(Debug)]
pub(super) struct Answer {
    /// Who found it.
    pub(super) origin: Origin,
    /// Where it may stand, and may have stood before, in order.
    pub(super) places: Vec<Place>,
    pub(super) made: Vec<Finding>,
}

/// A row; `None` for what is about the header or the ledger as a whole.
pub(super) type Place = Option<usize>;

/// The findings of a ledger.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    whole: Vec<Kept>,
    pub(super) rows: Vec<Vec<Kept>>,
    /// For each check of the whole ledger, the rows it has findings in.
    pub(super) hosts: Vec<Vec<usize>>,
    pub(super) counts: Counts,
    pub(super) answers: Answers,
    pub(super) numbers: Numbers,
}

impl Shelf {
    /// Of a ledger of which nothing is found yet.
    pub(super) fn of(ledger: &Ledger, checks: usize) -> Self {
        let mut rows = Vec::new();
        rows.resize_with(ledger.entries.len(), Vec::new);
        Self {
            rows,
            hosts: vec![Vec::new(); checks],
            answers: Answers::of(&ledger.confirmations),
            numbers: Numbers::of(ledger),
            ..Self::default()
        }
    }

    pub(super) const fn counts(&self) -> Counts {
        self.counts
    }

    /// How many findings there are.
    pub(super) const fn len(&self) -> usize {
        let Counts {
            errors,
            warnings,
            notices,
            confirmed,
        } = self.counts;
        errors + warnings + notices + confirmed
    }

    /// How many findings there are from a row on.
    pub(super) fn below(&self, row: usize) -> usize {
        let rows = self.rows.get(row..).unwrap_or_default();
        rows.iter().map(Vec::len).sum()
    }

    /// Puts a finding on the shelf, which has to be sorted in the end.
    pub(super) fn add(&mut self, ledger: &Ledger, origin: Origin, finding: Finding) {
        let kept = self.kept(ledger, origin, finding);
        self.push(kept);
    }

    /// The same for a check of the whole ledger.
    pub(super) fn add_whole(&mut self, ledger: &Ledger, by: u16, finding: Finding) {
        let host = self.hosts.get_mut(usize::from(by));
        if let (Some(hosts), Some(row)) = (host, finding.at.row) {
            hosts.push(row);
        }
        self.add(ledger, (by, 0), finding);
    }

    pub(super) fn sort(&mut self) {
        for list in self.rows.iter_mut().chain([&mut self.whole]) {
            list.sort_by(|a, b| a.order().cmp(&b.order()));
            list.shrink_to_fit();
        }
    }

    /// Whether a check of the whole ledger has a finding in a row.
    pub(super) fn is_host(&self, by: u16, row: usize) -> bool {
        let hosts = self.hosts.get(usize::from(by));
        hosts.is_some_and(|hosts| hosts.contains(&row))
    }

    /// Whether a check has found nothing in a place.
    pub(super) fn is_clear(&self, origin: Origin, place: Place) -> bool {
        !self.list(place).iter().any(|one| one.is_of(origin))
    }

    fn kept(&self, ledger: &Ledger, (by, key): Origin, finding: Finding) -> Kept {
        let answer = self.answers.to(ledger, &finding);
        Kept {
            answer: answer.and_then(|answer| u32::try_from(answer).ok()),
            finding,
            key,
            by,
        }
    }

    fn push(&mut self, kept: Kept) {
        self.counts
            .add(kept.finding.severity, kept.answer.is_some());
        match kept.finding.at.row {
            None => self.whole.push(kept),
            Some(row) => {
                if let Some(list) = self.rows.get_mut(row) {
                    list.push(kept);
                }
            }
        }
    }

    fn list(&self, place: Place) -> &[Kept] {
        match place {
            None => &self.whole,
            Some(row) => self.rows.get(row).map_or(&[], Vec::as_slice),
        }
    }

    fn list_mut(&mut self, place: Place) -> Option<&mut Vec<Kept>> {
        match place {
            None => Some(&mut self.whole),
            Some(row) => self.rows.get_mut(row),
        }
    }

    /// Puts what a check of the whole ledger finds now in place of what it found before.
    pub(super) fn settle_whole(
        &mut self,
        ledger: &Ledger,
        by: u16,
        made: Vec<Finding>,
        told: &mut Difference,
    ) {
        let origin = (by, 0);
        let is_host = |hosts: &Vec<usize>| !hosts.is_empty();
        if made.is_empty()
            && !self.hosts.get(usize::from(by)).is_some_and(is_host)
            && self.is_clear(origin, None)
        {
            return;
        }
        let Some(hosts) = self.hosts.get_mut(usize::from(by)) else {
            return;
        };
        let new: Vec<usize> = made.iter().filter_map(|one| one.at.row).collect();
        let old = std::mem::replace(hosts, new.clone());
        let mut rows = [old, new].concat();
        rows.sort_unstable();
        rows.dedup();
        let mut places = vec![None];
        places.extend(rows.into_iter().map(Some));
        self.settle(
            ledger,
            vec![Answer {
                origin,
                places,
                made,
            }],
            told,
        );
    }

    /// Puts what is found now in place of what was found before. All that goes is gone before
    /// anything comes: a debt that changes groups has its finding from one of them.
    pub(super) fn settle(&mut self, ledger: &Ledger, answers: Vec<Answer>, told: &mut Difference) {
        let mut changed = Vec::new();
        for Answer {
            origin,
            places,
            made,
        } in answers
        {
            let mut new: Vec<Kept> = Vec::with_capacity(made.len());
            new.extend(made.into_iter().map(|one| self.kept(ledger, origin, one)));
            new.sort_by(|a, b| a.order().cmp(&b.order()));
            if !self.has_just(origin, &places, &new) {
                changed.push((origin, places, new));
            }
        }
        for (origin, places, _) in &changed {
            for place in places {
                self.each_of(*place, ledger, &mut |one, reviewed| {
                    if one.is_of(*origin) {
                        told.remove(reviewed());
                    }
                });
            }
        }
        for (origin, places, _) in &changed {
            for place in places {
                self.take(*place, *origin);
            }
        }
        for (_, _, new) in &mut changed {
            new.drain(..).for_each(|one| self.push(one));
        }
        for (_, places, _) in &changed {
            for place in places {
                if let Some(list) = self.list_mut(*place) {
                    list.sort_by(|a, b| a.order().cmp(&b.order()));
                }
            }
        }
        for (origin, places, _) in &changed {
            for place in places {
                self.each_of(*place, ledger, &mut |one, reviewed| {
                    if one.is_of(*origin) {
                        told.add(reviewed());
                    }
                });
            }
        }
    }

    /// Whether just these are there already, none of them confirmed.
    fn has_just(&self, origin: Origin, places: &[Place], new: &[Kept]) -> bool {
        let lists = places.iter().flat_map(|place| self.list(*place));
        let mut old = lists.filter(|one| one.is_of(origin));
        let is_same = |(old, new): (&Kept, &Kept)| {
            old.answer.is_none() && new.answer.is_none() && old.finding == new.finding
        };
        new.iter()
            .all(|new| old.next().is_some_and(|old| is_same((old, new))))
            && old.next().is_none()
    }

    fn take(&mut self, place: Place, origin: Origin) {
        let mut counts = self.counts;
        if let Some(list) = self.list_mut(place) {
            list.retain(|one| {
                let is_of = one.is_of(origin);
                if is_of {
                    counts.take(one.finding.severity, one.answer.is_some());
                }
                !is_of
            });
        }
        self.counts = counts;
    }

    /// Walks the findings in one place; each is named only when that is asked.
    fn each_of(
        &self,
        place: Place,
        ledger: &Ledger,
        tell: &mut dyn FnMut(&Kept, &dyn Fn() -> Reviewed),
    ) {
        let mut last: Option<&Kept> = None;
        let mut nth = 1;
        for one in self.list(place) {
            let is_again = last.is_some_and(|last| last.is_beside(one));
            nth = if is_again { nth + 1 } else { 1 };
            last = Some(one);
            let place = one.answer.and_then(|answer| usize::try_from(answer).ok());
            let answer = place.and_then(|place| ledger.confirmations.get(place));
            tell(one, &|| Reviewed {
                id: id(ledger, &self.numbers, &one.finding, nth),
                finding: one.finding.clone(),
                debt_id: identity::debt(ledger, one.finding.at).into_owned(),
                reason: answer.map(|one| one.reason.clone()),
            });
        }
    }

    fn places(&self) -> impl Iterator<Item = Place> + use<> {
        [None].into_iter().chain((0..self.rows.len()).map(Some))
    }

    /// Walks all findings in order; each is named only when that is asked.
    pub(super) fn each(
        &self,
        ledger: &Ledger,
        tell: &mut dyn FnMut(&Finding, &dyn Fn() -> Reviewed),
    ) {
        for place in self.places() {
            self.each_of(place, ledger, &mut |one, reviewed| {
                tell(&one.finding, reviewed);
            });
        }
    }

    /// Matches other confirmations than those before.
    pub(super) fn answer(
        &mut self,
        before: &[Confirmation],
        ledger: &Ledger,
        told: &mut Difference,
    ) {
        self.answers = Answers::of(&ledger.confirmations);
        let text = |all: &[Confirmation], answer: Option<u32>| {
            let place = answer.and_then(|answer| usize::try_from(answer).ok());
            place.and_then(|place| Some(all.get(place)?.reason.clone()))
        };
        for place in self.places() {
            let mut changed = Vec::new();
            for at in 0..self.list(place).len() {
                let Some(one) = self.list(place).get(at) else {
                    continue;
                };
                let answer = self.answers.to(ledger, &one.finding);
                let answer = answer.and_then(|answer| u32::try_from(answer).ok());
                let (old, severity) = (one.answer, one.finding.severity);
                let (was, is) = (text(before, old), text(&ledger.confirmations, answer));
                self.counts.take(severity, old.is_some());
                self.counts.add(severity, answer.is_some());
                let list = self.list_mut(place);
                if let Some(one) = list.and_then(|list| list.get_mut(at)) {
                    one.answer = answer;
                }
                changed.extend((was != is).then_some(was).map(|was| (at, was)));
            }
            if changed.is_empty() {
                continue;
            }
            let mut at = 0;
            self.each_of(place, ledger, &mut |_, reviewed| {
                if let Ok(found) = changed.binary_search_by_key(&at, |(at, _)| *at) {
                    let reason = changed.get(found).and_then(|(_, was)| was.clone());
                    told.remove(Reviewed {
                        reason,
                        ..reviewed()
                    });
                    told.add(reviewed());
                }
                at += 1;
            });
        }
    }

    /// What all findings say.
    pub(super) fn said(&self, ledger: &Ledger) -> Vec<(u64, String)> {
        let mut all = Vec::with_capacity(self.len());
        self.each(ledger, &mut |_, reviewed| {
            let one = reviewed();
            all.push((said(&one), one.id));
        });
        all
    }

    /// What the findings of some rows say.
    pub(super) fn said_in(&self, ledger: &Ledger, rows: &Apart) -> Vec<(u64, String)> {
        let mut all = Vec::new();
        self.each_in(ledger, rows, &mut |one| all.push((said(&one), one.id)));
        all
    }

    /// Walks the findings of some rows.
    pub(super) fn each_in(&self, ledger: &Ledger, rows: &Apart, tell: &mut dyn FnMut(Reviewed)) {
        for place in self.places().filter(|place| rows.has(*place)) {
            self.each_of(place, ledger, &mut |_, reviewed| tell(reviewed()));
        }
    }
}
