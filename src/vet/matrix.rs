//! The responsibility matrix: bodies that exist, lines that are reached, ids used once.

use super::Faults;
use crate::campaign::{Campaign, Line, ROLES};
use crate::ledger::Column;
use crate::ledger::entry::Field;
use crate::ledger::lists::{Sector, UnitKind};
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::Severity::{Error, Warning};
use crate::rules;

/// The lines with their places.
fn lines(campaign: &Campaign) -> impl Iterator<Item = (String, &Line)> {
    let at = |table: &'static str| move |(index, line)| (format!("/{table}/{index}"), line);
    let consequences = campaign.consequences.iter().map(|one| &one.line);
    let plans = campaign
        .plan_makers
        .iter()
        .enumerate()
        .map(at("plan_makers"));
    let supervisors = campaign
        .supervisors
        .iter()
        .enumerate()
        .map(at("supervisors"));
    let consequences = consequences.enumerate().map(at("consequences"));
    plans.chain(supervisors).chain(consequences)
}

pub(super) fn check(campaign: &Campaign, faults: &mut Faults) {
    let mut ids: Vec<&str> = Vec::new();
    for (path, line) in lines(campaign) {
        if line.id.trim().is_empty() || ids.contains(&line.id.as_str()) {
            let what = (
                "行号空白，或者与前面的重复",
                "the id is blank, or used above",
            );
            faults.add(
                Error,
                format!("{path}/id"),
                what,
                ("另取行号", "choose another"),
            );
        }
        ids.push(&line.id);
        if line.clause.trim().is_empty() {
            let what = ("没有写出处", "names no clause");
            faults.add(
                Error,
                format!("{path}/clause"),
                what,
                ("写明出处", "name the clause"),
            );
        }
        let speaks = |code: &String| rules::all().any(|rule| rule.code == code);
        if line.rule.as_ref().is_some_and(|code| !speaks(code)) {
            let what = ("没有这个编号的规则", "there is no such rule");
            let todo = (
                "用arrears-ledger rules查编号",
                "look it up with arrears-ledger rules",
            );
            faults.add(Error, format!("{path}/rule"), what, todo);
        }
        bodies(campaign, line, &path, faults);
        reach(campaign, line, &path, faults);
        says(line, &path, faults);
    }
    plan_makers(campaign, faults);
}

/// A line of the second table names somebody, and one of the third says something.
fn says(line: &Line, path: &str, faults: &mut Faults) {
    if path.starts_with("/supervisors/") && line.who.is_empty() {
        let what = ("没有写由谁督促", "names nobody");
        faults.add(
            Error,
            format!("{path}/who"),
            what,
            ("写明单位", "name a body"),
        );
    }
    if line.text.zh.trim().is_empty() {
        let is_needed = path.starts_with("/consequences/");
        let severity = if is_needed { Error } else { Warning };
        let what = ("没有写做什么", "does not say what is done");
        faults.add(severity, format!("{path}/text"), what, ("写明", "say what"));
    }
}

fn bodies(campaign: &Campaign, line: &Line, path: &str, faults: &mut Faults) {
    for (index, who) in line.who.iter().enumerate() {
        let path = format!("{path}/who/{index}");
        if who.starts_with('@') {
            if !ROLES.contains(&who.as_str()) {
                let roles = ROLES.join(", ");
                let what = (
                    format!("没有这个角色，有：{roles}"),
                    format!("no such part; there are: {roles}"),
                );
                faults.add(
                    Error,
                    path,
                    (&what.0, &what.1),
                    ("改写角色", "write one of them"),
                );
            }
        } else if campaign.find(who).is_none() && !campaign.external.contains(who) {
            let what = (
                format!("“{who}”不在名录，也不在external"),
                format!("{who} is neither on the roster nor in external"),
            );
            let todo = (
                "核对名称；不报送的单位列入external",
                "check the name; list bodies that do not report in external",
            );
            faults.add(Error, path, (&what.0, &what.1), todo);
        }
    }
}

/// Whether the roster has those a line is about.
fn reach(campaign: &Campaign, line: &Line, path: &str, faults: &mut Faults) {
    const CHANNEL: Column = Column::Entry(Field::DebtorChannel);
    const SECTOR: Column = Column::Entry(Field::Sector);
    let has_kind = |kind| campaign.units.iter().any(|unit| unit.kind == kind);
    let guides = |code: &str| {
        let mut units = campaign.units.iter().filter_map(|unit| unit.sector);
        units.any(|sector: Sector| sector.choice().code() == code)
    };
    let by_sector = line.who.iter().any(|who| who == "@sector");
    for (column, codes) in line.when.conditions() {
        for code in codes {
            let is_there = match (column, code.as_str()) {
                (CHANNEL, "township") => has_kind(UnitKind::Township),
                (CHANNEL, "dev_zone") => has_kind(UnitKind::DevZone),
                (SECTOR, code) if by_sector => guides(code),
                _ => true,
            };
            if !is_there {
                let key = column.spec().key;
                let what = (
                    format!("名录没有与“{code}”相应的单位，这一行找不到人"),
                    format!("no unit of the roster answers to {code}"),
                );
                let todo = (
                    "补名录，或者删去这个代码",
                    "add the unit, or take out the code",
                );
                faults.add(
                    Warning,
                    format!("{path}/when/{key}"),
                    (&what.0, &what.1),
                    todo,
                );
            }
        }
    }
    let by_department = line.who.iter().any(|who| who == "@own_department");
    if by_department && campaign.units.iter().all(|unit| unit.sector.is_none()) {
        let what = (
            "名录没有标明行业的单位，这一行找不到人",
            "no unit of the roster guides a trade",
        );
        let todo = ("给主管部门填写sector", "give the departments their sector");
        faults.add(Warning, format!("{path}/who"), what, todo);
    }
}

/// The first line that fits decides, so a line behind one that asks for less is never reached.
fn plan_makers(campaign: &Campaign, faults: &mut Faults) {
    for (index, line) in campaign.plan_makers.iter().enumerate() {
        let path = format!("/plan_makers/{index}");
        if 1 < line.who.len() {
            let what = ("只有第一个单位算数", "only the first body counts");
            faults.add(
                Warning,
                format!("{path}/who"),
                what,
                ("只留一个", "leave one"),
            );
        }
        let mut above = campaign.plan_makers.iter().take(index);
        if let Some(wider) = above.find(|wider| covers(wider, line)) {
            let what = (
                format!("前面的{}已包括这一行的欠款，轮不到这一行", wider.id),
                format!("{} above takes every debt of this line", wider.id),
            );
            let todo = ("调换先后，或者删去", "change their order, or take it out");
            faults.add(Warning, path, (&what.0, &what.1), todo);
        }
    }
    if campaign.plan_makers.is_empty() {
        let what = ("没有写由谁制定清偿计划", "nobody makes plans");
        let todo = (
            "写明，或者确认不要求计划",
            "say who, or confirm that no plans are asked for",
        );
        faults.add(Warning, "/plan_makers".to_owned(), what, todo);
    }
}

/// Whether every debt that fits one line fits a wider one.
fn covers(wider: &Line, line: &Line) -> bool {
    wider.when.conditions().all(|(column, codes)| {
        let mut own = line.when.conditions();
        let own = own.find(|(other, _)| *other == column);
        own.is_some_and(|(_, own)| own.iter().all(|code| codes.contains(code)))
    })
}
