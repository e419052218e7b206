//! What holds of every collection: the order of files does not show, adding twice changes nothing,
//! the movement closes, and no damaged file gets in, or stops the collector.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "county/office.rs"]
mod office;

use arrears_ledger::almanac::Law;
use arrears_ledger::amount::Amount;
use arrears_ledger::bulletin;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::county::{Account, Added, Basis, County, Examined, examine};
use arrears_ledger::text::Lang;
use office::{Office, campaign, files, july};
use proptest::collection::vec;
use proptest::prelude::*;

/// A few of July's files, each kind among them.
fn some() -> Vec<(String, Vec<u8>)> {
    const NAMES: [&str; 12] = [
        "00.json",
        "08-first.json",
        "08.json",
        "10-again.json",
        "10.json",
        "11.json",
        "12.json",
        "15-tampered.json",
        "16-wrong.json",
        "20-pretty.json",
        "30.json",
        "38-june.json",
    ];
    let all = files("july");
    let wanted = all
        .into_iter()
        .filter(|(name, _)| NAMES.contains(&name.as_str()));
    wanted.collect()
}

fn examined(files: &[(String, Vec<u8>)], campaign: &Campaign) -> Vec<Examined> {
    let today = "2022-07-20".parse().unwrap();
    let one =
        |(name, bytes): &(String, Vec<u8>)| examine(name, bytes, today, campaign, Law::carried());
    files.iter().map(one).collect()
}

fn collected<'a>(files: impl IntoIterator<Item = &'a Examined>, campaign: &Campaign) -> County {
    let mut county = County::of(campaign);
    for one in files {
        county.add(one.clone());
    }
    county
}

/// What a thread beside the page finds is handed over without the file, which the page has.
#[test]
fn what_was_found_in_a_file_goes_from_hand_to_hand() {
    let campaign = campaign();
    let files = some();
    let all = examined(&files, &campaign);
    for ((name, bytes), one) in files.iter().zip(&all) {
        let found = one.found();
        assert_eq!(Examined::with(bytes, &found).as_ref(), Some(one), "{name}");
        for (_, other) in files.iter().filter(|(_, other)| other != bytes) {
            let foreign = Examined::with(other, &found);
            assert_eq!(foreign, None, "{name} is found in another file");
        }
    }
}

#[test]
fn the_order_of_files_does_not_show() {
    let campaign = campaign();
    let files = examined(&some(), &campaign);
    let text = collected(&files, &campaign).text();
    proptest!(ProptestConfig::with_cases(24), |(order in Just((0..files.len()).collect::<Vec<_>>()).prop_shuffle(), again in vec(0..files.len(), 0..4))| {
        let places = order.iter().chain(&again);
        let county = collected(places.map(|place| &files[*place]), &campaign);
        prop_assert_eq!(county.text(), text.as_str());
    });
}

#[test]
fn collections_join_in_any_order() {
    let campaign = campaign();
    let files = examined(&some(), &campaign);
    let text = collected(&files, &campaign).text();
    for middle in 0..=files.len() {
        let (one, other) = files.split_at(middle);
        let mut first = collected(other, &campaign);
        first.join(collected(one, &campaign));
        assert_eq!(first.text(), text, "{middle}");
    }
}

#[test]
fn the_movement_closes_but_for_what_is_not_on_record() {
    let office = july();
    let view = office.view();
    let is_told = |account: &&Account<'_>| matches!(account.basis, Basis::Both | Basis::First);
    for account in view.accounts.units.iter().filter(is_told) {
        let movement = &account.movement;
        let is_closed = movement.gap() == Amount::ZERO;
        assert_eq!(
            is_closed,
            movement.astray.is_empty(),
            "{}",
            account.unit.name
        );
    }
    let told = view.accounts.units.iter().filter(is_told);
    let sum = told.map(|one| one.movement.closing);
    assert_eq!(sum.sum::<Amount>(), view.accounts.total.closing);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Bytes changed, cut, doubled: what is accepted is what its digest says.
    #[test]
    fn damaged_files_are_refused_or_whole(place in 0..12_usize, cut in 0..9_000_usize, bytes in vec(any::<u8>(), 0..6), kind in 0..4_u8) {
        let campaign = campaign();
        let all = some();
        let (name, whole) = &all[place % all.len()];
        let cut = cut.min(whole.len());
        let mut damaged = whole.clone();
        match kind {
            0 => damaged.truncate(cut),
            1 => { damaged.splice(cut..cut, bytes); }
            2 => { let end = (cut + bytes.len()).min(damaged.len()); damaged.splice(cut..end, bytes); }
            _ => damaged.extend_from_slice(&whole[cut..]),
        }
        let today = "2022-07-20".parse().unwrap();
        match examine(name, &damaged, today, &campaign, Law::carried()) {
            Examined::Accepted(one) => {
                let digest = arrears_ledger::api::digest(one.text().as_bytes()).unwrap();
                prop_assert_eq!(&digest, &one.digest);
                prop_assert_eq!(digest, arrears_ledger::api::digest(&damaged).unwrap());
            }
            Examined::Refused(one) => prop_assert!(!one.findings.is_empty() && !one.findings[0].message.zh.is_empty()),
        }
    }

    /// A collection whose bytes were changed does not open, or is the same collection.
    #[test]
    fn damaged_collections_do_not_open(cut in 0..400_000_usize, byte in any::<u8>(), kind in 0..3_u8) {
        let campaign = campaign();
        let text = collection();
        let cut = cut % text.len();
        let mut damaged = text.as_bytes().to_vec();
        match kind {
            0 => damaged.truncate(cut),
            1 => damaged[cut] = byte,
            _ => { damaged.remove(cut); }
        }
        if let Ok(county) = County::open(&damaged, &campaign) {
            prop_assert!(county.text() == text, "byte {} of the file", cut);
        }
    }
}

fn collection() -> &'static str {
    static TEXT: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    TEXT.get_or_init(|| july().county.text())
}

#[test]
fn an_empty_county_has_every_paper() {
    let office = Office::new("2022-07-20");
    let view = office.view();
    for name in [
        "roster",
        "refused",
        "questions",
        "candidates",
        "compared",
        "movement",
        "audit",
        "bulletin",
        "disclosure",
    ] {
        let paper = bulletin::paper(&view, name, 2022).unwrap();
        for lang in [Lang::Zh, Lang::En] {
            assert!(
                paper.markdown(lang).starts_with("# ") && paper.html(lang).ends_with("</html>\n")
            );
        }
    }
    assert!(bulletin::paper(&view, "other", 0).is_none());
}

#[test]
fn a_collection_of_another_campaign_does_not_open() {
    let other = Campaign::yexian_2022();
    let why = County::open(collection().as_bytes(), &other).unwrap_err();
    assert!(why.0.zh.contains("county-40"), "{}", why.0.zh);
    for text in [
        "",
        "[]",
        "{}",
        "{\"format\":\"arrears-ledger-collection\"}",
        "\u{0}",
    ] {
        assert!(County::open(text.as_bytes(), &other).is_err(), "{text}");
    }
}

#[test]
fn figures_taken_from_a_file_are_held_against_its_digest() {
    let campaign = campaign();
    let text = collection();
    for (from, to) in [
        ("\"decimals\":2", "\"decimals\":4"),
        (
            "\"received_on\":\"2022-07-20\"",
            "\"received_on\":\"2022-07-19\"",
        ),
        ("\"revision\":2", "\"revision\":3"),
        (
            "\"lists\":[{\"entries\":[{",
            "\"lists\":[{\"entries\":[{\"other\":\"1\",",
        ),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        assert!(
            County::open(changed.as_bytes(), &campaign).is_err(),
            "{from}"
        );
    }
    // The digest a submission states of itself is held too, though no digest is over it.
    let stated = text.find(",\"digest\":\"").map(|at| at + 12).unwrap();
    let inner = text.rfind(",\"digest\":\"").map(|at| at + 12).unwrap();
    assert_ne!(stated, inner);
    let mut changed = text.to_owned();
    let other = if text.get(inner..=inner) == Some("0") {
        "1"
    } else {
        "0"
    };
    changed.replace_range(inner..=inner, other);
    assert!(County::open(changed.as_bytes(), &campaign).is_err());
}

#[test]
fn what_was_added_is_told() {
    let mut office = Office::new("2022-07-20");
    let files = files("july");
    let find = |name: &str| files.iter().find(|(own, _)| own == name).unwrap().clone();
    let mut add = |name: &str| {
        let (name, bytes) = find(name);
        let examined = examine(
            &name,
            &bytes,
            office.today,
            &office.campaign,
            Law::carried(),
        );
        office.county.add(examined)
    };
    assert_eq!(add("10.json"), Added::Accepted);
    assert_eq!(add("10-again.json"), Added::Repeated);
    assert_eq!(add("15-tampered.json"), Added::Refused);
}
