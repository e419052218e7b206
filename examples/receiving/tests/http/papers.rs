//! The papers are the library's, byte for byte.

use arrears_ledger::almanac::Law;
use arrears_ledger::bulletin::{self, View};
use arrears_ledger::campaign::Campaign;
use arrears_ledger::county::{County, Earlier, examine};
use arrears_ledger::date::When;
use arrears_ledger::text::Lang;

use crate::files::{expected, file, month};
use crate::running::{Running, folder};

const WORDS: [&str; 4] = ["--today", "2022-07-20", "--due", "2022-07=2022-07-13"];

/// The library's collection, put together beside the service's.
fn county(campaign: &Campaign, period: &str) -> County {
    let mut county = County::of(campaign);
    county.settings.period = When::parse(period).ok();
    county
}

fn campaign() -> Campaign {
    Campaign::parse(&String::from_utf8(file("campaign.json")).unwrap()).unwrap()
}

#[test]
fn two_months_of_a_county_come_to_what_the_library_makes_of_them() {
    let folder = folder("papers");
    let campaign = campaign();
    let service = Running::start(&folder, &WORDS);
    let (mut june, mut july) = (county(&campaign, "2022-06"), county(&campaign, "2022-07"));
    july.settings.due = "2022-07-13".parse().ok();
    let today = "2022-07-20".parse().unwrap();
    let mut kinds = Vec::new();
    for (folder, files) in [("june", month("june")), ("july", month("july"))] {
        for (name, bytes) in files {
            let path = format!("/submissions?name={name}");
            let answer = service.send(
                "POST",
                &path,
                &[("content-type", "application/json")],
                &bytes,
            );
            kinds.push(answer.status);
            if answer.status == 409 {
                continue;
            }
            let is_june = folder == "june" || name == "38-june.json";
            let county = if is_june { &mut june } else { &mut july };
            if answer.status != 200 {
                county.add(examine(&name, &bytes, today, &campaign, Law::carried()));
            }
        }
    }
    for status in [200, 201, 409, 422] {
        assert!(kinds.contains(&status), "{status}");
    }
    let earlier = Earlier::of(june.clone(), &campaign);
    july.follow(&earlier);
    let view = View::of(&july, &campaign, Some(&earlier), today, Law::carried());
    let (paper, roster) = (bulletin::bulletin(&view), bulletin::roster(&view));
    let held = |service: &Running| {
        assert_eq!(service.get("/bulletin").text(), paper.json());
        assert_eq!(
            service
                .get("/bulletin?campaign=county-40&period=2022-07")
                .text(),
            paper.json()
        );
        for (lang, word) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            let headers = [("accept", "text/markdown"), ("accept-language", word)];
            let answer = service.send("GET", "/bulletin", &headers, &[]);
            assert_eq!(answer.text(), paper.markdown(lang));
            assert_eq!(
                answer.header("content-language"),
                if lang == Lang::Zh { "zh-CN" } else { "en" }
            );
            let answer = service.send("GET", "/roster", &headers, &[]);
            assert_eq!(answer.text(), roster.markdown(lang));
        }
        assert_eq!(service.get("/roster").text(), roster.json());
        assert_eq!(service.get("/collection").text(), july.text());
        assert_eq!(
            service.get("/collection?period=2022-06").text(),
            june.text()
        );
    };
    held(&service);
    service.stop();
    held(&Running::start(&folder, &WORDS));
}

#[test]
fn the_bulletin_names_no_person() {
    let service = Running::new("published", &WORDS);
    for (_, file) in month("june") {
        assert_eq!(service.post(&file).status, 201);
    }
    let papers = [&[] as &[_], &[("accept", "text/markdown")]].map(|headers| {
        let answer = service.send("GET", "/bulletin", headers, &[]);
        answer.text().to_owned()
    });
    let persons = expected();
    let persons = persons["persons"].as_array().unwrap();
    for person in persons {
        let person = person.as_str().unwrap();
        assert!(
            papers.iter().all(|paper| !paper.contains(person)),
            "{person}"
        );
    }
    // They are in what it is made of, so that the test can fail.
    let collection = service.get("/collection");
    let is_there =
        |person: &&serde_json::Value| collection.text().contains(person.as_str().unwrap());
    assert!(100 < persons.iter().filter(is_there).count());
}

#[test]
fn a_month_of_which_nothing_came_has_papers_too() {
    let service = Running::new("empty", &[]);
    for path in [
        "/bulletin",
        "/bulletin?period=2023-01",
        "/roster",
        "/collection",
    ] {
        assert_eq!(service.get(path).status, 200, "{path}");
    }
    let roster = service.get("/roster").json();
    assert_eq!(roster["sheets"][0]["rows"].as_array().unwrap().len(), 40);
}

#[test]
fn a_paper_comes_in_two_forms_and_no_other() {
    let service = Running::new("forms", &[]);
    let form = |accept: &str| {
        let answer = service.send("GET", "/bulletin", &[("accept", accept)], &[]);
        (answer.status, answer.header("content-type").to_owned())
    };
    assert_eq!(
        form("text/markdown;q=0.5, application/json").1,
        "application/json"
    );
    assert_eq!(form("text/*").1, "text/markdown; charset=utf-8");
    assert_eq!(
        form("text/html"),
        (406, "application/problem+json".to_owned())
    );
}
