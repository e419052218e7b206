//! Who plans, who supervises and what follows, by the lines of the campaign's matrix.

use super::{By, Explanation, Subject, way};
use crate::campaign::{Effect, Line};
use crate::ledger::Column;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::Fact;
use crate::text::Text;
use crate::text::{Words, join};

/// The words of a topic that is a kind of consequence.
pub(super) fn effect(key: &str) -> Option<Text> {
    let mut options = Effect::OPTIONS.iter();
    Some(options.find(|option| option.code() == key)?.label())
}

pub(super) fn plan_maker<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let campaign = subject.campaign;
    let asked = || {
        campaign
            .plan_makers
            .iter()
            .flat_map(|line| line.when.conditions())
    };
    let mut decides: Vec<Column> = Vec::new();
    for (column, _) in asked() {
        if !decides.contains(&column) {
            decides.push(column);
        }
    }
    let Some(line) = campaign.plan_line(subject.entry) else {
        let mut none = subject.told("plan_maker", None, &decides, &way::NOT_SAID);
        none.todo = Some(subject.fill_in_or_ask(&decides));
        return vec![none];
    };
    let mut one = by_line("plan_maker", line, subject);
    let bodies = bodies(line, subject);
    one.value = bodies.map(Fact::from);
    if one.value.is_none() {
        // The line for what no other fits may fit only because little is known of the debt.
        if line.who.is_empty() {
            one.inputs = decides
                .iter()
                .map(|column| subject.input(*column))
                .collect();
        }
        let columns: Vec<Column> = one.inputs.iter().filter_map(|one| one.at.column).collect();
        one.todo = Some(subject.fill_in_or_ask(&columns));
    }
    vec![one]
}

pub(super) fn supervisors<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let campaign = subject.campaign;
    let lines = campaign.supervisors.iter();
    let lines = lines.filter(|line| line.when.debt(subject.entry));
    lines
        .filter_map(|line| {
            let mut one = by_line("supervisors", line, subject);
            one.value = bodies(line, subject).map(Fact::from);
            if one.value.is_none() {
                // Most debts have no such department; of a trade, the roster should name one.
                let is_sought = line.who.iter().any(|who| who == "@sector");
                one.todo = is_sought.then(|| subject.fill_in_or_ask(&line.reads()));
                one.todo.as_ref()?;
            }
            Some(one)
        })
        .collect()
}

pub(super) fn consequences<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let campaign = subject.campaign;
    let mut all = Vec::new();
    for effect in Effect::ALL {
        let own = campaign.consequences.iter();
        let own = own.filter(|one| one.effect == *effect && one.line.when.debt(subject.entry));
        for consequence in own {
            let line = &consequence.line;
            let mut one = by_line(effect.choice().code(), line, subject);
            let mut words = line.text.clone();
            if let Some(bodies) = bodies(line, subject) {
                words.zh.insert_str(0, &[&bodies, "："].concat());
                words.en.insert_str(0, &[&bodies, ": "].concat());
            }
            one.value = Some(Fact::from(words));
            all.push(one);
        }
    }
    all
}

fn by_line<'a>(key: &'static str, line: &'a Line, subject: &Subject<'_, 'a>) -> Explanation<'a> {
    let inputs = line.reads();
    Explanation {
        key,
        value: None,
        todo: None,
        inputs: inputs.iter().map(|column| subject.input(*column)).collect(),
        by: By::Line(line),
    }
}

fn bodies(line: &Line, subject: &Subject<'_, '_>) -> Option<String> {
    let around = &subject.around;
    let bodies = subject.campaign.bodies(line, subject.entry, around.header);
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    (!bodies.is_empty()).then(|| join(&bodies, "、"))
}

impl Subject<'_, '_> {
    /// Which cells to fill; where none is blank, whom to ask.
    fn fill_in_or_ask(&self, columns: &[Column]) -> Words {
        let words = self.fill_in(columns);
        if !words.zh.is_empty() {
            return words;
        }
        let office = self.campaign.office.name.as_str();
        Words {
            zh: ["请报", office, "确定"].concat(),
            en: ["ask: ", office].concat(),
        }
    }
}
