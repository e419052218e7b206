//! A name somebody typed → the unit of the roster it probably means.

use crate::campaign::{Campaign, Known, Outside, ReportUnit};
use crate::text::{fold, folded, letters};

/// A name that was right once.
#[derive(Debug, Clone, Copy)]
pub(super) enum Outdated<'a> {
    /// The unit has another name now.
    Renamed(&'a ReportUnit),
    /// The place is no longer the county's.
    Moved(&'a Outside),
}

/// Whether a name is one that was right once, with or without the county before it.
pub(super) fn outdated<'a>(campaign: &'a Campaign, name: &str) -> Option<Outdated<'a>> {
    let name = fold(name);
    let local = behind(&name, &campaign.county).unwrap_or(&name);
    let former = campaign.find_former(&name);
    let former = former.or_else(|| {
        let is_shorter = local.len() < name.len();
        is_shorter.then(|| campaign.find_former(local)).flatten()
    });
    // Whatever lies in a place that moved has moved with it: its school, its clinic.
    let is_there = |place: &&Outside| behind(local, &place.name).is_some();
    former.map(Outdated::Renamed).or_else(|| {
        let place = campaign.outside.iter().find(is_there)?;
        Some(Outdated::Moved(place))
    })
}

/// What a folded name has behind another that it begins with.
fn behind<'a>(name: &'a str, other: &str) -> Option<&'a str> {
    let mut letters = name.chars();
    let is_other = folded(other).all(|letter| letters.next() == Some(letter));
    is_other.then_some(letters.as_str())
}

/// The unit's name of today, in the form in which the old one was written.
pub(super) fn renamed(unit: &ReportUnit, old: &str) -> String {
    let old = fold(old);
    unit.names()
        .find(|name| differ_in_one(&old, name))
        .unwrap_or(&unit.name)
        .to_owned()
}

/// Whether a text is the name or the code of a township, a subdistrict or a zone.
pub(super) fn is_place(campaign: &Campaign, text: &str) -> bool {
    place(campaign, text).is_some()
}

/// The township, subdistrict or zone that a text is the name or the code of.
pub(super) fn place<'a>(campaign: &'a Campaign, text: &str) -> Option<&'a ReportUnit> {
    campaign.find(text).filter(|unit| of_place(unit))
}

/// Whether two names are one unit's, or the same name of a body the roster does not list.
pub(super) fn is_same(campaign: &Campaign, one: &str, other: &str) -> bool {
    match (campaign.find(one), campaign.find(other)) {
        (Some(one), Some(other)) => one.code == other.code,
        (None, None) => folded(one).eq(folded(other)),
        _ => false,
    }
}

/// Whether a name is a body's, or as much of it as people say of it (银保监叶县监管局).
pub(super) fn is_meant(campaign: &Campaign, name: &str, body: &str) -> bool {
    let short = fold(name);
    let is_part = |known: &str| is_within(&short, folded(known));
    let of_roster = campaign.find(body);
    let is_known = || of_roster.is_some_and(|unit| unit.names().any(is_part));
    // Two letters are part of too many names.
    is_same(campaign, name, body) || short.chars().nth(2).is_some() && (is_part(body) || is_known())
}

fn of_place(unit: &ReportUnit) -> bool {
    unit.kind.is_place()
}

/// The name meant by one that is not on the roster, where it can only be one unit's: letters of
/// that unit's name are missing (龙泉人民政府, 县医保局), or one is too many or another.
pub(super) fn nearest(campaign: &Campaign, name: &str) -> Option<String> {
    let name = fold(name);
    let length = name.chars().count();
    if length < 2 {
        // A single letter means nobody.
        return None;
    }
    let own = letters(&name);
    let may_be_whole = |known: &Known| length <= known.length && own & !known.letters == 0;
    let is_shortened = |_: &ReportUnit, known: &Known| is_within(&name, known.folded.chars());
    let may_be_meant = |known: &Known| {
        let is_as_long = known.length == length || known.length + 1 == length;
        is_as_long && (known.letters & !own).count_ones() <= 1
    };
    let is_misspelt = |unit: &ReportUnit, known: &Known| is_misspelt(&name, unit, known);
    let (unit, meant) = only(campaign, &may_be_whole, &is_shortened)
        .or_else(|| only(campaign, &may_be_meant, &is_misspelt))?;
    // Of a department only the roster's own name is its full one.
    Some(if of_place(unit) { meant } else { &unit.name }.to_owned())
}

/// The one unit that has a fitting name, and the shortest such name, of those as short the first;
/// `None` if two units have one. Most names have other letters, or not as many, and are not looked
/// at.
fn only<'a>(
    campaign: &'a Campaign,
    may_fit: &dyn Fn(&Known) -> bool,
    fits: &dyn Fn(&ReportUnit, &Known) -> bool,
) -> Option<(&'a ReportUnit, &'a str)> {
    let mut shortest: Option<(&ReportUnit, &str, usize)> = None;
    for known in campaign.known().iter().filter(|known| may_fit(known)) {
        let Some((unit, name)) = known.of(&campaign.units) else {
            continue;
        };
        if !fits(unit, known) {
            continue;
        }
        if shortest.is_some_and(|(other, ..)| !std::ptr::eq(unit, other)) {
            return None;
        }
        let place = known.place();
        if shortest.is_none_or(|(_, other, at)| (name.len(), place) < (other.len(), at)) {
            shortest = Some((unit, name, place));
        }
    }
    shortest.map(|(unit, name, _)| (unit, name))
}

/// Whether all letters of the short name stand in the long one, in their order.
fn is_within(short: &str, mut long: impl Iterator<Item = char>) -> bool {
    short
        .chars()
        .all(|letter| long.any(|other| other == letter))
}

/// One letter too many, or, in the name of a place, another: departments differ from one another
/// by a single letter (公安局, 公路局), so there another letter means another body.
fn is_misspelt(name: &str, unit: &ReportUnit, known: &Known) -> bool {
    let known_name = known.folded.as_str();
    // A name that only goes on names something that belongs to the unit.
    let has_one_more = || {
        known.length + 1 == name.chars().count()
            && !name.starts_with(known_name)
            && is_within(known_name, name.chars())
    };
    let is_township = |name: &str| name.ends_with("乡") || name.ends_with("镇");
    let is_same_kind = || {
        name.chars().last() == known_name.chars().last()
            || (is_township(name) && is_township(known_name))
    };
    has_one_more() || (of_place(unit) && is_same_kind() && differ_in_one(name, known_name))
}

fn differ_in_one(name: &str, known: &str) -> bool {
    let pairs = || name.chars().zip(known.chars());
    let length = pairs().count();
    2 < length
        && name.chars().count() == length
        && known.chars().count() == length
        && pairs().filter(|(letter, other)| letter != other).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_one_unit_that_is_meant() {
        let campaign = Campaign::yexian_2022();
        for (name, meant) in [
            ("龙泉人民政府", "龙泉乡人民政府"),
            ("龙泉乡政府", "龙泉乡人民政府"),
            ("叶县龙泉人民政府", "叶县龙泉乡人民政府"),
            ("龙泉乡乡人民政府", "龙泉乡人民政府"),
            ("洪庄扬镇人民政府", "洪庄杨镇人民政府"),
            ("叶邑乡", "叶邑镇"),
            ("昆阳街道办", "昆阳街道办事处"),
            ("财政局", "叶县财政局"),
            ("县医保局", "叶县医疗保障局"),
            ("尼龙开发区", "尼龙新材料开发区"),
        ] {
            assert_eq!(nearest(&campaign, name).as_deref(), Some(meant), "{name}");
        }
    }

    #[test]
    fn leaves_other_bodies_alone() {
        let campaign = Campaign::yexian_2022();
        for name in [
            "叶县人民政府",
            "叶县税务局",
            "叶县公路局",
            "新店镇",
            "叶邑镇中心校",
            "叶县昆阳建筑有限公司",
            "局",
        ] {
            assert_eq!(nearest(&campaign, name), None, "{name}");
        }
    }

    /// In a name of two letters, one is the kind of place and the other all of its name.
    #[test]
    fn one_letter_of_two_is_another_name() {
        assert!(!differ_in_one("甲乡", "乙乡"));
        assert!(differ_in_one("甲子乡", "乙子乡"));
    }

    #[test]
    fn knows_old_names_with_and_without_the_county() {
        let campaign = Campaign::yexian_2022();
        for (name, now) in [
            ("龚店乡", "龚店镇"),
            ("龚店乡人民政府", "龚店镇人民政府"),
            ("叶县龚店乡人民政府", "叶县龚店镇人民政府"),
            ("平顶山尼龙新材料产业集聚区", "平顶山尼龙新材料开发区"),
        ] {
            match outdated(&campaign, name) {
                Some(Outdated::Renamed(unit)) => assert_eq!(renamed(unit, name), now),
                other => panic!("{name}: {other:?}"),
            }
        }
        let moved = outdated(&campaign, "叶县遵化店镇人民政府");
        assert!(matches!(moved, Some(Outdated::Moved(_))));
        assert!(outdated(&campaign, "龚店镇人民政府").is_none());
    }
}
