//! Several campaigns in one service, and pages of what was received.

use serde_json::Value;

use crate::files::{file, month};
use crate::running::Running;

#[test]
fn each_campaign_has_its_own() {
    let yunxi = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/campaigns/yunxi-2025.json"
    );
    let service = Running::new("campaigns", &["--campaign", yunxi]);
    assert_eq!(service.post(&file("june/00.json")).status, 201);
    let campaign: Value = serde_json::from_slice(&std::fs::read(yunxi).unwrap()).unwrap();
    let id = campaign["id"].as_str().unwrap();
    let of = |id: &str| {
        let page = service.get(&format!("/submissions?campaign={id}")).json();
        page["items"].as_array().unwrap().len()
    };
    assert_eq!((of("county-40"), of(id)), (1, 0));
    let units = campaign["units"].as_array().unwrap().len();
    let roster = service.get(&format!("/roster?campaign={id}")).json();
    assert_eq!(roster["sheets"][0]["rows"].as_array().unwrap().len(), units);
    for path in ["/submissions", "/roster", "/bulletin", "/collection"] {
        let answer = service.get(&format!("{path}?campaign=elsewhere"));
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (404, "not-found")
        );
    }
    // A file of no campaign here is refused, and says of which it is.
    let answer = service.post(&file("july/elsewhere.json"));
    assert_eq!(answer.status, 422);
    assert_eq!(answer.json()["findings"][0]["code"], "J-06");
}

#[test]
fn pages_hold_everything_once() {
    let service = Running::new("pages", &[]);
    for (_, file) in month("june") {
        service.post(&file);
    }
    let (mut after, mut pages) = (0, Vec::new());
    loop {
        let page = service
            .get(&format!("/submissions?limit=10&after={after}"))
            .json();
        pages.push(page["items"].as_array().unwrap().clone());
        match page["next"].as_i64() {
            Some(next) => after = next,
            None => break,
        }
    }
    let lengths: Vec<usize> = pages.iter().map(Vec::len).collect();
    let whole = service.listed();
    assert_eq!((lengths.len(), lengths[0]), (whole.len().div_ceil(10), 10));
    assert_eq!(pages.concat(), whole);
    let unit = &whole[3]["unit"].as_str().unwrap();
    let own = service.get(&format!("/submissions?unit={unit}")).json();
    assert_eq!(own["items"], serde_json::json!([whole[3]]));
    for query in [
        "limit=0",
        "limit=1001",
        "limit=x",
        "period=2022",
        "period=2022-06-01",
        "periode=2022-06",
    ] {
        let answer = service.get(&format!("/submissions?{query}"));
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (400, "query"),
            "{query}"
        );
    }
}
