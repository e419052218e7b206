//! 工作提醒: the first step of what follows from a lag, as a text for each unit concerned.

use super::{View, words};
use crate::amount::Amount;
use crate::county::Filing;
use crate::ledger::Entry;
use crate::ledger::cell::Line;
use crate::rules;
use crate::text::{Lang, Words};

/// As many debts as a reminder names by their numbers.
const NAMED: usize = 20;

/// A reminder to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The unit, by its code.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// What it is reminded of, point by point.
    pub points: Vec<Words>,
    heading: Words,
    close: Words,
}

impl Reminder {
    /// The whole text.
    pub fn text(&self, lang: Lang) -> String {
        let mut lines = vec![self.heading.get(lang).to_owned()];
        let points = (1..).zip(&self.points);
        lines.extend(points.map(|(no, point)| format!("{no}. {}", point.get(lang))));
        lines.push(self.close.get(lang).to_owned());
        lines.join("\n")
    }
}

/// A reminder for each unit that has something to be reminded of, in the order of the roster: it
/// has not reported, its file was refused, instalments are overdue, undisputed debts have no plan,
/// warnings are unanswered.
pub fn reminders(view: &View<'_>) -> Vec<Reminder> {
    let mut all = Vec::new();
    for row in &view.roster {
        let mut points = Vec::new();
        if row.to_call {
            points.push(not_reported(view));
        }
        if 0 < row.refused && row.filed.is_none() {
            points.push(words(
                "所报文件已退回，请按退回原因改正后重新报送",
                "the file handed in was refused: mend it and hand it in again",
            ));
        }
        if row.filing == Filing::Late || row.is_late {
            points.push(words(
                "本期台账晚于期限报送，请今后按时报送",
                "the ledger came late: hand it in on time",
            ));
        }
        let counted = view
            .counted
            .iter()
            .find(|one| one.unit.code == row.unit.code);
        if let Some(counted) = counted {
            points.extend(overdue(counted.ledger.entries.as_slice(), view));
            points.extend(unplanned(counted.ledger.entries.as_slice()));
            let open = counted.received.counts.warnings;
            if 0 < open {
                points.push(words(
                    format!("台账有{open}处提醒尚未说明，请逐处核实后说明或更正"),
                    format!("{open} warnings are unanswered: mend them or give the reasons"),
                ));
            }
        }
        if !points.is_empty() {
            all.push(reminder(view, row.unit, points));
        }
    }
    all
}

fn reminder(view: &View<'_>, unit: &crate::campaign::ReportUnit, points: Vec<Words>) -> Reminder {
    let (name, office) = (&unit.name, &view.campaign.office);
    let title = &view.campaign.short;
    let phone = match office.phone.as_str() {
        "" => (String::new(), String::new()),
        phone => (format!("（联系电话：{phone}）"), format!(" ({phone})")),
    };
    Reminder {
        unit: unit.code.clone(),
        unit_name: name.clone(),
        points,
        heading: words(
            format!(
                "工作提醒\n{name}：\n{}中，你单位有以下事项需要办理：",
                title.zh
            ),
            format!(
                "Reminder\n{name}:\nIn {}, please see to the following:",
                title.en
            ),
        ),
        close: words(
            format!(
                "请于收到后三个工作日内办理并反馈。\n{}{}\n{}",
                office.name, phone.0, view.today
            ),
            format!(
                "Please answer within three working days.\n{}{}\n{}",
                office.name, phone.1, view.today
            ),
        ),
    }
}

fn not_reported(view: &View<'_>) -> Words {
    match view.county.settings.due_of(view.period, view.campaign) {
        Some(due) => words(
            format!("台账应于{due}前报送，至今未收到；确无拖欠的，请作零报告"),
            format!(
                "the ledger was due on {due} and is not here; a unit that owes nothing says so"
            ),
        ),
        None => words(
            "本期台账至今未收到；确无拖欠的，请作零报告",
            "the ledger is not here yet; a unit that owes nothing says so",
        ),
    }
}

fn overdue(entries: &[Entry], view: &View<'_>) -> Option<Words> {
    let cutoff = view.cutoff?;
    let (mut ids, mut sum) = (Vec::new(), Amount::ZERO);
    for entry in entries {
        let short = rules::overdue(entry, cutoff);
        if !short.is_empty() {
            sum = sum + short.into_iter().map(|(.., short)| short).sum();
            ids.push(entry);
        }
    }
    let count = ids.len();
    let named = named(&ids);
    (0 < count).then(|| {
        words(
            format!("有{count}笔欠款的清偿计划到期未还，共{sum}元：{named}"),
            format!("instalments of {count} debts are overdue, {sum} yuan: {named}"),
        )
    })
}

fn unplanned(entries: &[Entry]) -> Option<Words> {
    let ids: Vec<&Entry> = entries
        .iter()
        .filter(|entry| rules::unplanned(entry).is_some())
        .collect();
    let count = ids.len();
    let named = named(&ids);
    (0 < count).then(|| {
        words(
            format!("有{count}笔无分歧欠款尚未制定清偿计划：{named}"),
            format!("{count} undisputed debts have no plan: {named}"),
        )
    })
}

fn named(entries: &[&Entry]) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for entry in entries.iter().take(NAMED) {
        ids.extend(entry.debt_id.as_ref().map(Line::as_str));
    }
    let more = if NAMED < entries.len() { "……" } else { "" };
    ids.join("、") + more
}
