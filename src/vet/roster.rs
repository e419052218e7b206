//! The roster: a name means one unit, and a township's code lies in the county.

use super::Faults;
use crate::campaign::{Campaign, ReportUnit};
use crate::ledger::lists::UnitKind;
use crate::rule::Severity::{Error, Warning};
use crate::text::fold;

/// A name as it stands in the file, and who has it.
struct Name {
    path: String,
    folded: String,
    unit: usize,
    is_former: bool,
}

pub(super) fn check(campaign: &Campaign, faults: &mut Faults) {
    if campaign.units.is_empty() {
        let what = ("名录没有单位", "the roster names nobody");
        faults.add(
            Error,
            "/units".to_owned(),
            what,
            ("列出报送单位", "list who reports"),
        );
    }
    let mut names = Vec::new();
    for (index, unit) in campaign.units.iter().enumerate() {
        names_of(unit, index, &mut names);
        code(campaign, unit, index, faults);
    }
    twice(campaign, &names, faults);
    for (index, body) in campaign.external.iter().enumerate() {
        if campaign.find(body).is_some() {
            let path = format!("/external/{index}");
            let what = ("名录里已有这个单位", "the roster has this body");
            faults.add(
                Warning,
                path,
                what,
                ("从external删去", "take it out of external"),
            );
        }
    }
    for (index, reason) in campaign.reasons.iter().enumerate() {
        let above = campaign.reasons.iter().take(index);
        if reason.trim().is_empty() || above.clone().any(|other| other == reason) {
            let path = format!("/reasons/{index}");
            let what = ("空白，或者重复", "is blank, or stands there twice");
            faults.add(Warning, path, what, ("删去", "take it out"));
        }
    }
}

fn names_of(unit: &ReportUnit, index: usize, names: &mut Vec<Name>) {
    let mut add = |path: String, text: &str, is_former| {
        names.push(Name {
            path: format!("/units/{index}/{path}"),
            folded: fold(text).into_owned(),
            unit: index,
            is_former,
        });
    };
    add("code".to_owned(), &unit.code, false);
    add("name".to_owned(), &unit.name, false);
    for (place, name) in unit.also.iter().enumerate() {
        add(format!("also/{place}"), name, false);
    }
    for (place, name) in unit.former.iter().enumerate() {
        add(format!("former/{place}"), name, true);
    }
}

fn twice(campaign: &Campaign, names: &[Name], faults: &mut Faults) {
    for (index, name) in names.iter().enumerate() {
        if name.folded.is_empty() {
            let what = ("没有填写", "is blank");
            faults.add(
                Error,
                name.path.clone(),
                what,
                ("填写或者删去", "fill it in or take it out"),
            );
            continue;
        }
        let mut above = names.iter().take(index);
        let Some(other) = above.find(|other| other.folded == name.folded) else {
            continue;
        };
        let owner = campaign.units.get(other.unit).map_or("", |unit| &unit.name);
        if other.unit != name.unit || other.is_former != name.is_former {
            let what = (
                format!("与“{owner}”的名称或代码相同（{}）", other.path),
                format!("is also a name or code of {owner} ({})", other.path),
            );
            let todo = ("一个名称只留给一个单位", "leave a name to one unit");
            faults.add(Error, name.path.clone(), (&what.0, &what.1), todo);
        } else {
            let what = ("同一单位的名称写了两次", "stands there twice");
            faults.add(
                Warning,
                name.path.clone(),
                what,
                ("删去一个", "take one out"),
            );
        }
    }
}

/// The code of a township or subdistrict begins with the county's.
fn code(campaign: &Campaign, unit: &ReportUnit, index: usize, faults: &mut Faults) {
    let is_number = unit.code.bytes().all(|letter| letter.is_ascii_digit());
    let is_elsewhere = is_number && !unit.code.starts_with(&campaign.area);
    if unit.kind == UnitKind::Township && is_elsewhere {
        let what = (
            format!(
                "乡镇（街道）的代码{}不在本县{}之内",
                unit.code, campaign.area
            ),
            format!(
                "the code {} does not lie in the county {}",
                unit.code, campaign.area
            ),
        );
        let todo = ("核对代码，或者县的代码", "check the code, or the county's");
        faults.add(
            Error,
            format!("/units/{index}/code"),
            (&what.0, &what.1),
            todo,
        );
    }
}
