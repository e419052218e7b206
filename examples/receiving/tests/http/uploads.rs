//! A file handed in: received, received again, refused.

use serde_json::{Value, json};

use crate::files::{changed, county, digest_of, file, month};
use crate::raw::Raw;
use crate::running::Running;

#[test]
fn a_submission_in_order_is_received_and_comes_back_byte_for_byte() {
    let service = Running::new("accepted", &[]);
    let own = file("june/00.json");
    let digest = digest_of(&own);
    let answer = service.post(&own);
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), format!("/submissions/{digest}"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let receipt = answer.json();
    let told = json!({
        "digest": digest, "check_code": receipt["check_code"], "campaign": "county-40",
        "unit": "410422001", "unit_name": "九龙街道", "period": "2022-06", "revision": 1, "previous": null,
        "received_on": "2022-06-13", "stands": true, "counts": receipt["counts"],
    });
    assert_eq!(receipt, told);
    assert_eq!(
        receipt["check_code"].as_str().unwrap().replace('-', ""),
        digest.to_uppercase().get(..16).unwrap()
    );
    let back = service.get(&format!("/submissions/{digest}"));
    assert_eq!((back.status, back.body), (200, own));
    assert_eq!(back.headers["etag"], format!("\"{digest}\""));
    assert_eq!(service.listed(), [receipt]);
    let head = service.send("HEAD", &format!("/submissions/{digest}"), &[], &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn the_same_file_changes_nothing() {
    let service = Running::new("repeated", &[]);
    let own = file("june/20.json");
    assert_eq!(service.post(&own).status, 201);
    let listed = service.listed();
    // Spelled otherwise it is the same submission: its digest is over the canonical form.
    let value: Value = serde_json::from_slice(&own).unwrap();
    let pretty = serde_json::to_vec_pretty(&value).unwrap();
    for again in [&own, &pretty] {
        let answer = service.post(again);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json(), listed[0]);
    }
    assert_eq!(service.listed(), listed);
    assert_eq!(
        service
            .get(&format!("/submissions/{}", digest_of(&own)))
            .body,
        own
    );
}

#[test]
fn a_nil_report_is_received_and_the_roster_says_so() {
    let service = Running::new("nil", &[]);
    assert_eq!(service.post(&file("june/30.json")).status, 201);
    let roster = service.get("/roster?period=2022-06").json();
    let rows = roster["sheets"][0]["rows"].as_array().unwrap();
    let nil: Vec<&Value> = rows
        .iter()
        .filter(|row| row[3]["en"] == "nil report")
        .collect();
    assert_eq!(nil.len(), 1);
    assert_eq!(nil[0][5], "2022-06-13");
}

#[test]
fn a_refused_file_says_why_in_both_languages() {
    let service = Running::new("refused", &["--today", "2022-07-20"]);
    let own = file("july/15-tampered.json");
    let refused = |lang: &str| {
        let headers = [
            ("content-type", "application/json"),
            ("accept-language", lang),
        ];
        let answer = service.send("POST", "/submissions", &headers, &own);
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (422, "findings")
        );
        (answer.header("content-language").to_owned(), answer.json())
    };
    let ((zh, chinese), (en, english)) = (refused("zh-CN,zh;q=0.9"), refused("en-GB"));
    assert_eq!((zh.as_str(), en.as_str()), ("zh-CN", "en"));
    for problem in [&chinese, &english] {
        assert_eq!(problem["findings"][0]["code"], "J-04");
        assert_eq!(
            problem["counts"]["errors"],
            problem["findings"].as_array().unwrap().len()
        );
    }
    assert_eq!(chinese["title"], "文件有错误，已退回");
    assert_eq!(english["title"], "the file was refused for errors");
    assert_ne!(
        chinese["findings"][0]["message"],
        english["findings"][0]["message"]
    );
    assert!(service.listed().is_empty());
    // The office sees that something came.
    let roster = service.get("/roster?period=2022-07").json();
    let rows = roster["sheets"][0]["rows"].as_array().unwrap();
    let refused: i64 = rows.iter().map(|row| row[10].as_i64().unwrap()).sum();
    assert_eq!(refused, 1);
}

#[test]
fn what_is_wrong_is_what_the_rules_say() {
    let service = Running::new("findings", &[]);
    let wrong = changed(&file("june/00.json"), |value| {
        value["entries"][0]["arrears_amount"] = "-5.00".into();
        value["header"]["report_unit_code"] = Value::Null;
    });
    let problem = service.post(&wrong).json();
    let told: Vec<&str> = problem["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    let campaign = std::fs::read_to_string(county().join("campaign.json")).unwrap();
    let campaign = arrears_ledger::campaign::Campaign::parse(&campaign).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2022, 6, 13).unwrap();
    let law = arrears_ledger::almanac::Law::carried();
    let arrears_ledger::county::Examined::Refused(refused) =
        arrears_ledger::county::examine("", &wrong, day, &campaign, law)
    else {
        panic!("it is wrong");
    };
    let codes: Vec<&str> = refused
        .findings
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    assert_eq!(told, codes);
    assert!(2 <= codes.len(), "{codes:?}");
}

#[test]
fn only_json_is_taken() {
    let service = Running::new("types", &[]);
    let own = file("june/00.json");
    for headers in [
        &[("content-type", "text/plain")] as &[_],
        &[("content-type", "application/json; charset=gb18030")],
        &[("content-type", "multipart/form-data; boundary=x")],
        &[],
        &[
            ("content-type", "application/json"),
            ("content-encoding", "gzip"),
        ],
    ] {
        let answer = service.send("POST", "/submissions", headers, &own);
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (415, "content-type"),
            "{headers:?}"
        );
        assert_eq!(answer.header("accept-post"), "application/json");
    }
    assert!(service.listed().is_empty());
    for kind in [
        "Application/JSON",
        "application/json;charset=UTF-8",
        "application/json; charset=\"utf-8\"",
    ] {
        let answer = service.send("POST", "/submissions", &[("content-type", kind)], &own);
        assert!(answer.status <= 201, "{kind}");
    }
}

#[test]
fn damaged_files_are_refused_and_harm_nothing() {
    let service = Running::new("damaged", &[]);
    let own = file("june/00.json");
    let mut damaged: Vec<Vec<u8>> = (0..20)
        .map(|part| own[..own.len() * part / 20].to_vec())
        .collect();
    // A bit here and there: what is changed does not fit its digest any more, or is no JSON.
    for at in (0..own.len()).step_by(97) {
        let mut bytes = own.clone();
        bytes[at] ^= 1;
        damaged.push(bytes);
    }
    damaged.push(b"\xff\xfe\x00".to_vec());
    damaged.push(format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)).into_bytes());
    damaged.push(b"{\"campaign\":7,\"header\":[],\"entries\":{}}".to_vec());
    damaged.push(b"null".to_vec());
    damaged.extend(
        month("july")
            .into_iter()
            .filter(|(name, _)| name == "damaged.json")
            .map(|(_, bytes)| bytes),
    );
    for bytes in &damaged {
        let answer = service.post(bytes);
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (422, "findings")
        );
        assert!(!answer.json()["findings"].as_array().unwrap().is_empty());
    }
    assert!(service.listed().is_empty());
    assert_eq!(service.post(&own).status, 201);
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing() {
    let service = Running::new("broken", &[]);
    let own = file("june/00.json");
    for part in [0, own.len() / 2, own.len() - 1] {
        let mut raw = Raw::upload(&service, own.len());
        raw.send(&own[..part]);
        drop(raw);
    }
    assert!(service.listed().is_empty());
    assert_eq!(service.post(&own).status, 201);
}
