//! Every call, as its users make it.

use arrears_ledger::campaign::YEXIAN_2022;
use arrears_ledger::explain::topics;
use serde_json::{Value, json};

use super::damaged::sample;
use super::{Case, TODAY, call, other};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = on_files();
    cases.extend(looked_up());
    cases.extend(several());
    cases
}

fn text(name: &str) -> String {
    String::from_utf8(sample(&format!("parity/{name}"))).unwrap()
}

fn of(name: &str, line: &Value) -> Case {
    other(name, call(line, &[]))
}

fn on_files() -> Vec<Case> {
    let (valid, draft) = (text("valid.json"), text("draft.json"));
    let mut cases = Vec::new();
    for name in [
        "valid.json",
        "draft.json",
        "errors.json",
        "unconfirmed.json",
        "nil.json",
        "truncated.json",
    ] {
        let file = json!({ "name": name, "text": text(name) });
        for kind in ["validate", "submit"] {
            for lang in ["zh", "en"] {
                let line = json!({ "call": kind, "file": file, "today": TODAY, "lang": lang });
                cases.push(of(&format!("{kind} {name} {lang}"), &line));
            }
        }
        cases.push(of(
            &format!("digest {name}"),
            &json!({ "call": "digest", "file": file }),
        ));
        let line = json!({ "call": "compare", "old": { "text": valid }, "new": file });
        cases.push(of(&format!("compare {name}"), &line));
    }
    for topic in topics() {
        let path = format!("/entries/1/{topic}");
        let line =
            json!({ "call": "explain", "file": { "text": draft }, "path": path, "today": TODAY });
        cases.push(of(&format!("explain {topic}"), &line));
    }
    for path in [
        "/entries/0",
        "/entries/9",
        "/header",
        "/entries/0/remark",
        "",
        "/entries/-1",
    ] {
        let line =
            json!({ "call": "explain", "file": { "text": valid }, "path": path, "today": TODAY });
        cases.push(of(&format!("explain “{path}”"), &line));
    }
    cases
}

fn looked_up() -> Vec<Case> {
    let mut cases = Vec::new();
    for name in ["rules", "fields", "schema", "version"] {
        cases.push(of(name, &json!({ "call": name })));
    }
    for kind in ["submission", "findings", "campaign", "everything"] {
        cases.push(of(
            &format!("schema of {kind}"),
            &json!({ "call": "schema", "of": kind }),
        ));
    }
    for code in [
        "91350100M000100Y43",
        "12100000400000624D",
        "11410422005453201F",
        "91350100M000100Y44",
        "91350100M000100Y4",
        "91350100m000100y43",
        "9.1350100E+17",
        "",
        "叶县",
        "IIIIIIIIIIIIIIIIII",
    ] {
        cases.push(of(
            &format!("code “{code}”"),
            &json!({ "call": "code", "code": code }),
        ));
    }
    let odd = YEXIAN_2022.replace("叶县财政局\"]", "叶县财务局\"]");
    for (name, campaign) in [
        ("own", YEXIAN_2022),
        ("odd", odd.as_str()),
        ("cut off", "{"),
        ("none", "{}"),
    ] {
        let line = json!({ "call": "campaign", "file": { "name": name, "text": campaign } });
        cases.push(of(&format!("campaign {name}"), &line));
    }
    cases
}

/// Calls of more than one file.
fn several() -> Vec<Case> {
    let [valid, draft, sheet] = ["valid.json", "draft.json", "sheet.tsv"].map(text);
    let stream =
        format!("{valid}\n\n{{\"debtor_name\":\"甲\"}}\r\n{draft}\n[]\nnot json\n{{\"format\":1}}");
    let mut cases = Vec::new();
    for lang in ["zh", "en"] {
        let line = json!({ "call": "lines", "file": { "name": "all", "bytes": stream.len() }, "today": TODAY, "lang": lang });
        cases.push(other(
            format!("lines {lang}"),
            call(&line, &[stream.as_bytes()]),
        ));
        let line = json!({
            "call": "together", "today": TODAY, "lang": lang,
            "files": [{ "name": "a/b.json", "bytes": valid.len() }, { "name": "c~d.json", "bytes": draft.len() }, { "name": "e.tsv", "bytes": sheet.len() }],
            "leads": { "text": "被投诉人,投诉人,拖欠金额（元）\n龙泉乡,甲公司,5000\n" },
            "previous": [{ "bytes": draft.len() }],
        });
        let files = [&valid, &draft, &sheet, &draft].map(String::as_bytes);
        cases.push(other(format!("together {lang}"), call(&line, &files)));
    }
    let line = json!({ "call": "lines", "file": { "text": "" }, "today": TODAY });
    cases.push(of("lines of nothing", &line));
    let line = json!({ "call": "together", "files": [], "today": TODAY });
    cases.push(of("together nothing", &line));
    cases
}
