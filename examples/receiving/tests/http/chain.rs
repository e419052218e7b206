//! The chain of revisions: one that does not fit is told what would.

use serde_json::{Value, json};

use crate::files::{amended, changed, digest_of, file};
use crate::running::{Running, folder};

#[test]
fn a_revision_comes_behind_the_one_it_names() {
    let folder = folder("chain");
    let service = Running::start(&folder, &[]);
    let first = file("june/00.json");
    let second = amended(&first, "更正");
    let third = amended(&second, "再更正");
    // Nothing is there that it could amend.
    let answer = service.post(&second);
    assert_eq!((answer.status, answer.problem().as_str()), (409, "chain"));
    assert_eq!(answer.json()["expected"], json!([{ "revision": 1 }]));
    assert_eq!(service.post(&first).status, 201);
    // A revision left out, another first one, and one that names what is not here.
    let other_first = changed(&first, |value| value["header"]["remark"] = "另一份".into());
    let unknown = changed(&second, |value| value["previous"] = "0".repeat(64).into());
    let unnamed = changed(&second, |value| {
        value.as_object_mut().unwrap().remove("previous");
    });
    for wrong in [&third, &other_first, &unknown, &unnamed] {
        let answer = service.post(wrong);
        assert_eq!(answer.status, 409);
        assert_eq!(
            answer.json()["expected"],
            json!([{ "revision": 2, "previous": digest_of(&first) }])
        );
    }
    assert_eq!(service.post(&second).status, 201);
    assert_eq!(service.post(&third).status, 201);
    // What stands already is no conflict.
    assert_eq!(service.post(&first).status, 200);
    let stands: Vec<Value> = service
        .listed()
        .iter()
        .map(|one| one["stands"].clone())
        .collect();
    assert_eq!(stands, [false, false, true]);
    let (listed, bulletin) = (service.listed(), service.get("/bulletin").body);
    service.stop();
    // All of it is still there.
    let again = Running::start(&folder, &[]);
    assert_eq!(again.listed(), listed);
    assert_eq!(again.get("/bulletin").body, bulletin);
    assert_eq!(again.post(&third).status, 200);
    assert_eq!(again.post(&amended(&third, "又更正")).status, 201);
}

#[test]
fn the_next_month_begins_anew_or_counts_on() {
    let service = Running::new("months", &["--today", "2022-07-20"]);
    let june = file("june/00.json");
    assert_eq!(service.post(&june).status, 201);
    let counted_on = file("july/00.json");
    let begun = changed(&counted_on, |value| {
        value["revision"] = 1.into();
        value.as_object_mut().unwrap().remove("previous");
    });
    let skipped = changed(&counted_on, |value| value["revision"] = 3.into());
    let answer = service.post(&skipped);
    assert_eq!(answer.status, 409);
    let both = json!([{ "revision": 1 }, { "revision": 2, "previous": digest_of(&june) }]);
    assert_eq!(answer.json()["expected"], both);
    assert_eq!(service.post(&counted_on).status, 201);
    // Of July there is one now; June may still be amended.
    let answer = service.post(&begun);
    assert_eq!(
        answer.json()["expected"],
        json!([{ "revision": 3, "previous": digest_of(&counted_on) }])
    );
    assert_eq!(service.post(&amended(&june, "补报")).status, 201);
    let of = |period: &str| {
        let page = service.get(&format!("/submissions?period={period}")).json();
        page["items"].as_array().unwrap().len()
    };
    assert_eq!((of("2022-06"), of("2022-07"), of("2022-08")), (2, 1, 0));
}

#[test]
fn units_do_not_stand_in_each_others_way() {
    let service = Running::new("units", &[]);
    for name in ["june/00.json", "june/01.json"] {
        assert_eq!(service.post(&file(name)).status, 201);
    }
    // The chain of one unit is not the other's.
    let foreign = changed(&file("june/01.json"), |value| {
        value["revision"] = 2.into();
        value["previous"] = digest_of(&file("june/00.json")).into();
    });
    let answer = service.post(&foreign);
    let own = json!([{ "revision": 2, "previous": digest_of(&file("june/01.json")) }]);
    assert_eq!((answer.status, &answer.json()["expected"]), (409, &own));
}
