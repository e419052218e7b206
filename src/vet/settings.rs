//! What a campaign decides about rules: the rules exist, leave the choice, and have such limits.

use super::Faults;
use crate::campaign::{Campaign, Moved, Setting};
use crate::read;
use crate::rule::Severity::{Error, Warning};
use crate::rule::{Limit, Measure, Switch};
use crate::rules;

pub(super) fn check(campaign: &Campaign, faults: &mut Faults) {
    for (index, setting) in campaign.rules.iter().enumerate() {
        let path = format!("/rules/{index}");
        let above = campaign.rules.iter().take(index);
        if above.clone().any(|other| other.code == setting.code) {
            let what = ("同一规则设定了两次", "the rule is set twice");
            faults.add(
                Error,
                format!("{path}/code"),
                what,
                ("合并成一项", "make it one"),
            );
        }
        if setting.on.is_none() && setting.limits.is_empty() {
            let what = (
                "没有写开关，也没有写界限",
                "neither switches nor moves anything",
            );
            faults.add(
                Warning,
                path.clone(),
                what,
                ("补上，或者删去", "say so, or take it out"),
            );
        }
        one(setting, &path, faults);
    }
}

fn one(setting: &Setting, path: &str, faults: &mut Faults) {
    let all = rules::all().chain(read::RULES.iter().copied());
    let Some(rule) = all.into_iter().find(|rule| rule.code == setting.code) else {
        let what = ("没有这个编号的规则", "there is no such rule");
        let todo = (
            "用arrears-ledger rules查编号",
            "look it up with arrears-ledger rules",
        );
        return faults.add(Error, format!("{path}/code"), what, todo);
    };
    let Some(switch) = rule.switch else {
        let what = ("这条规则一律校验，不能设定", "this rule is always asked");
        let todo = ("删去这一项", "take it out");
        return faults.add(Error, format!("{path}/code"), what, todo);
    };
    for (index, moved) in setting.limits.iter().enumerate() {
        limit(moved, switch, &format!("{path}/limits/{index}"), faults);
    }
}

fn limit(moved: &Moved, switch: Switch, path: &str, faults: &mut Faults) {
    let Some(limit) = switch.limits.iter().find(|limit| limit.name == moved.name) else {
        let names: Vec<_> = switch.limits.iter().map(|limit| limit.name).collect();
        let names = if names.is_empty() {
            "—".to_owned()
        } else {
            names.join(", ")
        };
        let what = (
            format!("没有这个界限，有：{names}"),
            format!("no such limit; there are: {names}"),
        );
        let todo = ("改写名称", "write one of them");
        return faults.add(Error, format!("{path}/name"), (&what.0, &what.1), todo);
    };
    if moved.in_yuan != (limit.measure == Measure::Fen) {
        let what = match limit.measure {
            Measure::Fen => ("这个界限是金额", "this limit is an amount"),
            _ => ("这个界限不是金额", "this limit is no amount"),
        };
        let todo = match limit.measure {
            Measure::Fen => ("用yuan写", "write it as yuan"),
            _ => ("用value写", "write it as value"),
        };
        return faults.add(Error, path.to_owned(), what, todo);
    }
    let (least, most) = range(limit);
    if moved.value < least || most < moved.value {
        let what = (
            format!("应在{}和{}之间", shown(limit, least), shown(limit, most)),
            format!(
                "should lie between {} and {}",
                shown(limit, least),
                shown(limit, most)
            ),
        );
        faults.add(
            Error,
            path.to_owned(),
            (&what.0, &what.1),
            ("改写数值", "write another value"),
        );
    }
}

/// What a limit can be moved to.
const fn range(limit: &Limit) -> (i64, i64) {
    match limit.measure {
        Measure::Fen => (1, 100_000_000_000_000),
        Measure::Percent | Measure::Years => (0, 100),
        Measure::Days => (0, 3_650),
        Measure::Count => (0, 1_000_000),
    }
}

fn shown(limit: &Limit, value: i64) -> String {
    use crate::amount::{Amount, Unit};
    match limit.measure {
        Measure::Fen => Amount::from_fen(value).print(Unit::Yuan),
        _ => value.to_string(),
    }
}
