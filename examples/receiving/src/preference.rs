//! What a request would rather have (RFC 9110, 12.4): the language and the form of an answer.

use arrears_ledger::text::Lang;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, HeaderName};

/// The language asked for; Chinese where neither is.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    match preferred(headers, &ACCEPT_LANGUAGE, &["zh", "en"], '-') {
        Some("en") => Lang::En,
        _ => Lang::Zh,
    }
}

/// The form asked for among those on offer, the first where all are welcome; `None` where none is.
pub(crate) fn form(headers: &HeaderMap, offers: &[&'static str]) -> Option<&'static str> {
    if !headers.contains_key(ACCEPT) {
        return offers.first().copied();
    }
    preferred(headers, &ACCEPT, offers, '/')
}

/// What one offer is worth to whoever asks: thousandths, and of equals the one named first.
type Worth = (u16, std::cmp::Reverse<usize>);

fn preferred(
    headers: &HeaderMap,
    name: &HeaderName,
    offers: &[&'static str],
    part: char,
) -> Option<&'static str> {
    let lines = headers.get_all(name).iter();
    let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
    let ranges: Vec<(&str, u16)> = lines
        .iter()
        .flat_map(|line| line.split(','))
        .map(range)
        .collect();
    let worth = |offer: &str| -> Option<Worth> {
        let named = ranges.iter().enumerate();
        let fitting = named.filter_map(|(place, (range, quality))| {
            Some((fit(range, offer, part)?, *quality, place))
        });
        // The range that says most decides, whatever it is worth.
        let (_, quality, place) =
            fitting.max_by_key(|(fit, _, place)| (*fit, std::cmp::Reverse(*place)))?;
        (0 < quality).then_some((quality, std::cmp::Reverse(place)))
    };
    let mut best: Option<(Worth, &'static str)> = None;
    for offer in offers {
        if let Some(worth) = worth(offer)
            && best.is_none_or(|(most, _)| most < worth)
        {
            best = Some((worth, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// How exactly a range names an offer: `*`, `text/*`, and `en-GB` for `en`; `None` where it does not.
fn fit(range: &str, offer: &str, part: char) -> Option<u8> {
    if range.eq_ignore_ascii_case(offer) {
        return Some(3);
    }
    let (own, rest) = range.split_once(part).unwrap_or((range, ""));
    let whole = offer.split_once(part).map_or(offer, |(whole, _)| whole);
    match (own, rest) {
        ("*", "" | "*") => Some(1),
        (own, "*") if own.eq_ignore_ascii_case(whole) => Some(2),
        // Of a language, what lies behind its name only narrows it.
        (own, _) if part == '-' && own.eq_ignore_ascii_case(offer) => Some(2),
        _ => None,
    }
}

/// `en;q=0.8` → `en` and 800.
fn range(text: &str) -> (&str, u16) {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let quality = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    (name, quality.map_or(1000, thousandths))
}

/// `0.8` → 800; what is no quality counts as the best, as if it were not there.
fn thousandths(quality: &str) -> u16 {
    let (whole, rest) = quality.split_once('.').unwrap_or((quality, ""));
    let digits = format!("{rest:0<3}");
    match (whole, digits.get(..3).map(str::parse)) {
        ("0", Some(Ok(digits))) => digits,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().unwrap())])
    }

    #[test]
    fn a_language_is_taken_by_its_worth_and_then_its_place() {
        let language = |value| language(&asked(ACCEPT_LANGUAGE, value));
        for english in [
            "en",
            "en-GB",
            "EN-us;q=0.1",
            "fr, en;q=0.5",
            "zh;q=0.2, en;q=0.9",
            "en, zh",
            "zh;q=0, *",
            "en;q=0.51,zh;q=0.5",
        ] {
            assert_eq!(language(english), Lang::En, "{english}");
        }
        for chinese in [
            "zh",
            "zh-CN,en;q=0.9",
            "",
            "fr",
            "en;q=0",
            "*",
            "de, *;q=0.1",
            "en;q=0.5,zh;q=0.501",
        ] {
            assert_eq!(language(chinese), Lang::Zh, "{chinese}");
        }
    }

    #[test]
    fn a_form_is_taken_or_none_is() {
        let offers = ["application/json", "text/markdown"];
        let form = |value| form(&asked(ACCEPT, value), &offers);
        assert_eq!(form("text/markdown"), Some("text/markdown"));
        assert_eq!(
            form("text/*, application/json;q=0.5"),
            Some("text/markdown")
        );
        assert_eq!(form("*/*"), Some("application/json"));
        assert_eq!(
            form("application/json;q=0, */*;q=0.1"),
            Some("text/markdown")
        );
        assert_eq!(form("text/html"), None);
        assert_eq!(
            super::form(&HeaderMap::new(), &offers),
            Some("application/json")
        );
    }
}
