//! Files and calls that mean no good, or were made by somebody who did not read the manual.

use std::fmt::Write;

use serde_json::json;

use super::{Case, TODAY, call, other, validate};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = files();
    cases.extend(calls());
    cases
}

fn draft(inside: &str) -> String {
    format!(
        r#"{{"format":"arrears-ledger-draft","version":1,"campaign":"yexian-2022","revision":1,"header":{{}},"entries":[],"confirmations":[]{inside}}}"#
    )
}

fn debt(member: &str) -> String {
    format!(
        r#"{{"format":"arrears-ledger-draft","version":1,"campaign":"yexian-2022","revision":1,"header":{{}},"entries":[{{{member}}}],"confirmations":[]}}"#
    )
}

type Text = (&'static str, String);

fn files() -> Vec<Case> {
    let texts = [json(), members(), debts(), sheets()].concat();
    let bytes: [(&str, &[u8]); 5] = [
        ("no UTF-8", b"{\"a\":\"\xc0\xaf\"}"),
        ("surrogates in UTF-8", b"{\"a\":\"\xed\xa0\x80\"}"),
        ("half a letter", b"{\"a\":\"\xe5\x8f"),
        ("UTF-16", b"\xff\xfe{\0}\0"),
        ("bytes that are no text at all", &[0xff; 64]),
    ];
    let texts = texts
        .iter()
        .map(|(name, text)| validate(*name, text.as_bytes()));
    let bytes = bytes.iter().map(|(name, bytes)| validate(*name, bytes));
    texts.chain(bytes).collect()
}

/// What is hardly a ledger.
fn json() -> Vec<Text> {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    vec![
        ("nothing", String::new()),
        ("blanks", " \n\t ".to_owned()),
        ("a byte order mark", "\u{feff}".to_owned()),
        ("two byte order marks", "\u{feff}\u{feff}{}".to_owned()),
        ("null", "null".to_owned()),
        ("a number", "42".to_owned()),
        ("a string", "\"叶县\"".to_owned()),
        ("an empty object", "{}".to_owned()),
        ("an empty list", "[]".to_owned()),
        ("a format that is a number", r#"{"format":1}"#.to_owned()),
        ("sixteen deep", deep(16)),
        ("seventeen deep", deep(17)),
        ("a hundred thousand deep", "[".repeat(100_000)),
    ]
}

/// What stands beside the debts.
fn members() -> Vec<Text> {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let mut many = String::new();
    for no in 0..3_000 {
        let _ = write!(many, r#","x{no}":{no}"#);
    }
    vec![
        (
            "deep inside a ledger",
            draft(&format!(r#","x":{}"#, deep(15))),
        ),
        ("many unknown members", draft(&many)),
        ("the same member twice", draft(r#","x":1,"x":1"#)),
        (
            "the same member twice, escaped",
            draft(r#","x":1,"\u0078":1"#),
        ),
        (
            "the prototype",
            draft(r#","__proto__":{"a":1},"constructor":1"#),
        ),
        ("a fraction", draft(r#","x":0.1"#)),
        ("a large number", draft(r#","x":9007199254740993"#)),
        (
            "a number of a thousand digits",
            draft(&format!(r#","x":{}"#, "9".repeat(1_000))),
        ),
        ("minus nothing", draft(r#","x":-0"#)),
        ("NaN", draft(r#","x":NaN"#)),
        ("a lone surrogate", draft(r#","x":"\ud800""#)),
        (
            "surrogates the wrong way round",
            draft(r#","x":"\ude00\ud83d""#),
        ),
        (
            "a letter outside the plane",
            draft(r#","x":"\ud83d\ude00""#),
        ),
        ("a control letter", draft(",\"x\":\"\u{1}\"")),
        (
            "a revision of nought",
            draft("").replace(r#""revision":1"#, r#""revision":0"#),
        ),
        (
            "a revision past numbers",
            draft("").replace(r#""revision":1"#, r#""revision":9007199254740991"#),
        ),
        (
            "a version to come",
            draft("").replace(r#""version":1"#, r#""version":2"#),
        ),
    ]
}

fn debts() -> Vec<Text> {
    let instalments = vec!["{}"; 601].join(",");
    vec![
        ("a NUL in a text", debt(r#""remark":"a\u0000b""#)),
        (
            "a text of 4,000 letters",
            debt(&format!(r#""remark":"{}""#, "叶".repeat(4_000))),
        ),
        (
            "a text of 4,001 letters",
            debt(&format!(r#""remark":"{}""#, "叶".repeat(4_001))),
        ),
        (
            "a text of a million letters",
            debt(&format!(r#""remark":"{}""#, "a".repeat(1_000_000))),
        ),
        (
            "601 instalments",
            debt(&format!(r#""instalments":[{instalments}]"#)),
        ),
        (
            "instalments that are a string",
            debt(r#""instalments":"none""#),
        ),
        ("an amount that is a number", debt(r#""arrears_amount":12"#)),
        (
            "an amount past all amounts",
            debt(r#""arrears_amount":"99999999999999999999999999.00""#),
        ),
        (
            "an amount of three decimals",
            debt(r#""arrears_amount":"1.005""#),
        ),
        ("a negative amount", debt(r#""arrears_amount":"-1.00""#)),
        ("the 30th of February", debt(r#""sign_date":"2021-02-30""#)),
        ("the year nought", debt(r#""sign_date":"0000-01-01""#)),
        (
            "the year ten thousand",
            debt(r#""sign_date":"10000-01-01""#),
        ),
        ("a choice nobody has", debt(r#""debtor_type":"kingdom""#)),
        ("a flag that is a word", debt(r#""migrant_wages":"yes""#)),
        (
            "mark-up in a name",
            debt(r#""creditor_name":"<script>alert(1)</script>""#),
        ),
        (
            "a formula in a name",
            debt(r#""creditor_name":"=HYPERLINK(\"a\")""#),
        ),
        (
            "text from right to left",
            debt(r#""creditor_name":"\u202e叶县\u202c""#),
        ),
        (
            "letters of no width",
            debt(r#""creditor_name":"叶\u200b县\ufeff""#),
        ),
    ]
}

fn sheets() -> Vec<Text> {
    let headings: Vec<String> = (0..1_001).map(|no| format!("列{no}")).collect();
    vec![
        (
            "a sheet without rows",
            "欠款单位\t被拖欠企业\t拖欠金额（元）\n".to_owned(),
        ),
        (
            "a sheet of 1,001 columns",
            headings.join("\t") + "\n" + &"1\t".repeat(1_000) + "1\n",
        ),
        (
            "a sheet with an open quote",
            "欠款单位,被拖欠企业,拖欠金额（元）\n\"甲,乙,100\n".to_owned(),
        ),
        (
            "a sheet of carriage returns",
            "欠款单位\t被拖欠企业\t拖欠金额（元）\r甲\t乙\t100\r".to_owned(),
        ),
        (
            "a sheet with a NUL",
            "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\0\t乙\t100\n".to_owned(),
        ),
        (
            "a sheet of many short rows",
            "欠款单位\t被拖欠企业\t拖欠金额（元）\n".to_owned() + &"甲\t乙\t1\n".repeat(300),
        ),
        (
            "a page",
            "<!doctype html><title>清欠台账</title>".to_owned(),
        ),
    ]
}

/// Calls that are not as they should be.
fn calls() -> Vec<Case> {
    let good = json!({ "call": "validate", "file": { "name": "a", "text": "{}" }, "today": TODAY });
    let with = |key: &str, value: serde_json::Value| {
        let mut line = good.clone();
        line[key] = value;
        call(&line, &[])
    };
    let file = |file: serde_json::Value| with("file", file);
    let cases = [
        ("an empty call", Vec::new()),
        ("a call that is a line break", b"\n".to_vec()),
        ("a call that is a list", b"[]".to_vec()),
        ("a call that is a word", b"validate".to_vec()),
        ("a call that is no UTF-8", b"{\"call\":\"\xff\"}".to_vec()),
        ("a call cut off", b"{\"call\":\"vali".to_vec()),
        ("a call of two lines", b"{\"call\":\n\"rules\"}".to_vec()),
        ("a call without its name", b"{}".to_vec()),
        ("a call nobody has", b"{\"call\":\"drop\"}".to_vec()),
        ("a call whose name is a number", b"{\"call\":1}".to_vec()),
        (
            "a member twice",
            b"{\"call\":\"rules\",\"call\":\"rules\"}".to_vec(),
        ),
        ("an unknown member", with("toady", json!(TODAY))),
        (
            "an unknown member of a file",
            file(json!({ "text": "", "nam": "a" })),
        ),
        ("a file that is a text", file(json!("{}"))),
        ("a file of nothing", file(json!({}))),
        (
            "a file of text and bytes",
            file(json!({ "text": "", "bytes": 0 })),
        ),
        ("a file of minus one byte", file(json!({ "bytes": -1 }))),
        ("a file of half a byte", file(json!({ "bytes": "half" }))),
        (
            "a file of more bytes than there are",
            file(json!({ "bytes": 1 })),
        ),
        (
            "a name that is a number",
            file(json!({ "text": "{}", "name": 1 })),
        ),
        ("no day", with("today", json!(null))),
        ("a day that is not one", with("today", json!("2022-02-30"))),
        ("a day in Chinese", with("today", json!("2022年6月12日"))),
        ("a language nobody has", with("lang", json!("fr"))),
        ("a language that is a number", with("lang", json!(1))),
        (
            "a campaign that is none",
            with("campaign", json!({ "text": "{}" })),
        ),
        (
            "a campaign that is no JSON",
            with("campaign", json!({ "text": "{" })),
        ),
        (
            "data that is none",
            with("data", json!([{ "text": "# lpr\n" }])),
        ),
        ("data that is no list", with("data", json!({ "text": "" }))),
        (
            "an earlier file that cannot be read",
            with("previous", json!({ "text": "{" })),
        ),
        ("bytes of no file", call(&good, &[b"more"])),
        (
            "a deep call",
            format!("{{\"call\":{}", "[".repeat(10_000)).into_bytes(),
        ),
    ];
    let mut cases: Vec<Case> = cases
        .into_iter()
        .map(|(name, request)| other(name, request))
        .collect();
    let mut english = good.clone();
    english["lang"] = json!("en");
    english["file"] = json!({ "bytes": 7 });
    cases.push(other("a refusal in English", call(&english, &[])));
    cases
}
