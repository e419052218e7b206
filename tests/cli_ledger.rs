//! Commands on a ledger: interest by the stored basis, a payment over several debts, limitation,
//! plans written back; as their users run them.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/program.rs"]
mod program;

use std::fs;
use std::path::PathBuf;

use program::{Run, run, run_with};
use serde_json::{Value, json};

const CAMPAIGN: &str = "yexian-2022";

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("arrears-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn debts() -> Value {
    json!([
        { "debt_id": "D1", "debtor_name": "甲局", "creditor_name": "乙公司", "project_name": "办公桌",
          "debtor_type": "gov_organ", "sign_date": "2023-05-10", "arrears_amount": "500000.00",
          "dispute": "undisputed", "due_date": "2024-01-31", "procurement_kind": "goods",
          "rate_basis": "statutory_daily", "method": ["cash"], "fund_source": ["local_budget"],
          "payments": [
            { "paid_on": "2024-05-10", "amount": "100000.00" },
            { "paid_on": "2024-06-01", "amount": "7.00" },
            { "paid_on": "2024-06-02", "amount": "-7.00" }] },
        { "debt_id": "D2", "debtor_name": "甲局", "creditor_name": "乙公司", "debtor_type": "gov_organ",
          "sign_date": "2022-05-10", "arrears_amount": "200000.00", "dispute": "partly",
          "undisputed_amount": "150000.00", "disputed_amount": "50000.00", "due_date": "2023-03-31",
          "procurement_kind": "goods" },
        { "debt_id": "D3", "debtor_name": "甲局", "creditor_name": "丙公司", "debtor_type": "gov_organ",
          "arrears_amount": "80000.00", "dispute": "undisputed" },
        { "debt_id": "D4", "debtor_name": "甲局", "creditor_name": "乙公司", "debtor_type": "gov_organ",
          "arrears_amount": "1.00", "dispute": "undisputed", "due_date": "2024-01-31", "status": "removed" },
    ])
}

/// A draft of some debts.
fn draft(entries: &Value) -> String {
    json!({
        "format": "arrears-ledger-draft", "version": 1, "campaign": CAMPAIGN,
        "header": { "cutoff_date": "2024-12-31", "amount_unit": "yuan" },
        "entries": entries, "confirmations": [],
    })
    .to_string()
}

/// What a command line answers about a ledger given as standard input.
fn asked(line: &str, ledger: &str) -> Run {
    let words: Vec<&str> = line.split_whitespace().collect();
    run_with(&words, ledger.as_bytes())
}

fn out(line: &str, ledger: &str) -> String {
    let Run { code, out, err } = asked(line, ledger);
    assert_eq!((code, err.as_str()), (0, ""), "{line}");
    out
}

fn answer(line: &str, ledger: &str) -> Value {
    serde_json::from_str(&out(&format!("{line} --format json"), ledger)).unwrap()
}

#[test]
fn a_debt_is_computed_on_the_basis_stored_with_it() {
    let ledger = draft(&debts());
    let stated = answer("interest --ledger - --debt D1", &ledger);
    assert_eq!(stated["debt"]["creditor"], "乙公司");
    assert_eq!(
        (&stated["basis"], &stated["chosen"]),
        (&json!("statutory"), &json!(true))
    );
    // To the ledger's cutoff: 500,000 × 0.05 % × 100 days, then 425,000 × 0.05 % × 235.
    assert_eq!(stated["as_of"], "2024-12-31");
    assert_eq!(stated["interest_total"], "74937.50");
    assert_eq!(stated["owed"]["total"], "474937.50");
    assert!(stated["remarks"].to_string().contains("冲正"));
    let sooner = answer("interest --ledger - --debt D1 --as-of 2024-02-10", &ledger);
    assert_eq!(sooner["interest_total"], "2500.00");
}

#[test]
fn what_nobody_chose_is_compared_and_never_chosen() {
    let ledger = draft(&debts());
    let shown = out("interest --ledger - --debt D2", &ledger);
    for words in ["未选定", "statutory", "有分歧的50000.00元"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let compared = answer("interest --ledger - --debt D2", &ledger);
    let bases = compared["alternatives"].as_array().unwrap();
    assert!(1 < bases.len());
    assert_eq!(bases[0]["owed_before"]["principal"], "150000.00");
    let whole = answer("interest --ledger - --debt D2 --disputed", &ledger);
    assert_eq!(
        whole["alternatives"][0]["owed_before"]["principal"],
        "200000.00"
    );
    let also = answer("interest --ledger - --debt D1 --alternatives", &ledger);
    assert!(also["remarks"].to_string().contains("台账中已选定"));
}

#[test]
fn a_ledger_totals_what_was_chosen_and_names_the_rest() {
    let ledger = draft(&debts());
    let all = answer("interest --ledger -", &ledger);
    let said: Vec<(&Value, &Value)> = all["debts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["debt_id"], &one["chosen"]))
        .collect();
    let [yes, no] = [json!(true), json!(false)];
    assert_eq!(
        said,
        [
            (&json!("D1"), &yes),
            (&json!("D2"), &no),
            (&json!("D3"), &no)
        ]
    );
    assert_eq!(all["debts"][1]["suggested"], "statutory");
    assert!(
        all["debts"][2]["fault"]["zh"]
            .as_str()
            .unwrap()
            .contains("应付款日期")
    );
    assert_eq!(all["interest_total"], "74937.50");
    assert_eq!(
        (&all["chosen"], &all["not_chosen"], &all["lacking"]),
        (&json!(1), &json!(1), &json!(1))
    );
    let sheet = out("interest --ledger - --format csv", &ledger);
    let lines: Vec<&str> = sheet.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[1].starts_with("D1,乙公司,"), "{}", lines[1]);
    for line in [
        "interest --ledger - --basis statutory",
        "interest --ledger - --alternatives",
    ] {
        let Run { code, err, .. } = asked(line, &ledger);
        assert_eq!(code, 2);
        assert!(err.contains("--debt"), "{err}");
    }
}

#[test]
fn a_chosen_basis_is_stored_with_its_markup() {
    let folder = folder("basis");
    let (first, second) = (folder.join("a.json"), folder.join("b.json"));
    fs::write(&first, draft(&debts())).unwrap();
    let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());
    let choose = [
        "interest", "--ledger", first, "--debt", "D2", "--write", second,
    ];
    let ran = run(&[&choose[..], &["--basis", "sale", "--times", "1.3"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let again = run(&[
        "interest", "--ledger", second, "--debt", "D2", "--format", "json",
    ]);
    let stated: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(
        (&stated["basis"], &stated["times"]),
        (&json!("sale"), &json!("1.3"))
    );
    assert_eq!(stated["chosen"], true);
    // Sales leave a range: without a place in it nothing is chosen.
    let mut open = debts();
    open[1]["rate_basis"] = json!("lpr_at_breach");
    let compared = answer("interest --ledger - --debt D2", &draft(&open));
    assert!(compared["alternatives"].is_array());
    assert!(compared["remarks"].to_string().contains("加计比例"));
    assert_eq!(run(&choose).code, 2);
    // What the ledger has no place for is not written.
    let ran = run(&[&choose[..], &["--basis", "same-period", "--times", "0.5"]].concat());
    assert_eq!(ran.code, 2);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_ledger_that_lacks_something_says_what() {
    let ledger = draft(&debts());
    let Run { code, out, err } = asked("interest --ledger - --debt D3", &ledger);
    assert_eq!((code, out.as_str()), (4, ""));
    assert!(err.contains("D3") && err.contains("应付款日期"), "{err}");
    let Run { code, err, .. } = asked("interest --ledger - --debt D9", &ledger);
    assert_eq!(code, 2);
    assert!(err.contains("D9") && err.contains("D1"), "{err}");
    assert_eq!(asked("interest --ledger - --debt D1", "{").code, 4);
    assert_eq!(asked("interest --debt D1", "").code, 2);
    assert_eq!(asked("interest --ledger - --principal 5", "").code, 2);
}

#[test]
fn one_payment_goes_to_the_debts_the_law_names() {
    let ledger = draft(&debts());
    let line = "interest apply --ledger - --payment 30万元 --on 2024-06-30";
    let Run { code, err, .. } = asked(line, &ledger);
    assert_eq!(code, 2);
    assert!(err.contains("--creditor"), "{err}");
    let spread = answer(&format!("{line} --creditor 乙公司"), &ledger);
    // D1 bears interest and so is the heavier: 425,000 with 51 days since the payment before.
    let first = &spread["debts"][0];
    assert_eq!(first["owed_before"]["total"], "435837.50");
    assert_eq!(first["to"]["interest"], "10837.50");
    assert_eq!(first["to"]["total"], "300000.00");
    assert_eq!(spread["debts"][1]["to"]["total"], "0.00");
    assert!(spread["remarks"].to_string().contains("未选定计息依据"));
    let named = answer(&format!("{line} --designate D2"), &ledger);
    assert_eq!(named["debts"][1]["to"]["total"], "150000.00");
    assert_eq!(named["debts"][0]["to"]["total"], "150000.00");
    let much = answer(
        "interest apply --ledger - --payment 100万 --on 2024-06-30 --creditor 乙公司",
        &ledger,
    );
    assert_eq!(much["unapplied"], "414162.50");
    for wrong in ["--designate D4", "--creditor 丁公司"] {
        assert_eq!(
            asked(&format!("{line} {wrong}"), &ledger).code,
            2,
            "{wrong}"
        );
    }
}

#[test]
fn limitation_lists_the_days_and_the_step_reached() {
    let mut entries = debts();
    entries[1]["last_demand_on"] = json!("2023-12-15");
    let ledger = draft(&entries);
    let at = |today: &str| answer(&format!("limitation - --today {today}"), &ledger);
    let first = at("2026-09-16");
    let one = &first["debts"][0];
    assert_eq!(one["debt_id"], "D2");
    assert_eq!(
        (&one["runs_from"], &one["deadline"]),
        (&json!("2023-12-15"), &json!("2026-12-15"))
    );
    assert_eq!(
        (&one["state"], &one["days_left"]),
        (&json!("WITHIN_90"), &json!(90))
    );
    assert_eq!(one["events"][0]["event"], "DEMAND");
    assert_eq!(first["debts"][1]["events"][0]["event"], "PAYMENT");
    // A debt without a day comes last; one that was taken off does not come at all.
    assert_eq!(first["debts"].as_array().unwrap().len(), 3);
    assert!(first["debts"][2]["deadline"].is_null());
    for (today, state) in [
        ("2026-06-17", "RUNNING"),
        ("2026-06-18", "WITHIN_180"),
        ("2026-11-15", "WITHIN_30"),
        ("2026-12-16", "PASSED"),
    ] {
        assert_eq!(at(today)["debts"][0]["state"], state, "{today}");
    }
    entries[0]["judicial"] = json!("litigation");
    let heard = answer("limitation - --today 2027-05-01", &draft(&entries));
    assert_eq!(heard["debts"][1]["state"], "IN_COURT");
    let sheet = out(
        "limitation - --today 2026-09-16 --format csv --lang en",
        &ledger,
    );
    assert!(
        sheet.contains("D2,乙公司,within 90 days,90,2026-12-15"),
        "{sheet}"
    );
}

/// The codes of rules that speak of a file.
fn spoken(file: &str) -> Vec<String> {
    let ran = run(&[
        "validate",
        file,
        "--today",
        "2022-06-20",
        "--format",
        "json",
    ]);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    let findings = answer["findings"].as_array().unwrap().iter();
    findings
        .map(|one| one["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_plan_is_written_into_its_debt_and_holds() {
    let folder = folder("plan");
    let (first, second) = (folder.join("a.json"), folder.join("b.json"));
    fs::write(&first, draft(&json!([debts()[0]]))).unwrap();
    let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());
    assert!(spoken(first).contains(&"P-01".to_owned()));
    for made in [
        "plan equal --parts 7 --unit yuan --first 2025-01-31",
        "plan fixed --each 7万元 --first 2025-01-31 --every quarter",
        "plan milestones --at 2025-03-31=33% --at 2025-06-30=67%",
    ] {
        let line = format!("{made} --ledger {first} --debt D1 --write {second} --format json");
        let ran = run(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{line}");
        let codes = spoken(second);
        assert!(
            !codes.iter().any(|code| code.starts_with("P-")),
            "{made}: {codes:?}"
        );
        let ledger: Value = serde_json::from_str(&fs::read_to_string(second).unwrap()).unwrap();
        let instalments = ledger["entries"][0]["instalments"].as_array().unwrap();
        let fen = |one: &Value| {
            one["amount"]
                .as_str()
                .unwrap()
                .replace('.', "")
                .parse::<i64>()
        };
        let sum: i64 = instalments.iter().map(|one| fen(one).unwrap()).sum();
        assert_eq!(sum, 40_000_000, "{made}");
        assert_eq!(ledger["entries"][0]["debt_id"], "D1");
    }
    let status = [
        "plan",
        "status",
        "--ledger",
        second,
        "--debt",
        "D1",
        "--as-of",
        "2025-04-01",
    ];
    let stands: Value =
        serde_json::from_str(&run(&[&status[..], &["--format", "json"]].concat()).out).unwrap();
    assert_eq!(stands["overdue_amount"], "132000.00");
    // The missed instalment is planned anew, and the plan still comes to the balance.
    let again = [
        "plan",
        "replan",
        "--ledger",
        second,
        "--debt",
        "D1",
        "--as-of",
        "2025-04-01",
    ];
    let ran = run(&[&again[..], &["--how", "next", "--write", second]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("400000.00"), "{}", ran.out);
    assert!(!spoken(second).iter().any(|code| code.starts_with("P-")));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_plan_is_only_written_where_it_belongs() {
    let ledger = draft(&debts());
    let line = "plan equal --parts 2 --first 2025-01-31";
    let Run { code, err, .. } = asked(&format!("{line} --total 5 --write x.json"), "");
    assert_eq!(code, 2);
    assert!(err.contains("--ledger"), "{err}");
    assert_eq!(asked(&format!("{line} --ledger -"), &ledger).code, 2);
    let paid = json!([{ "debt_id": "D1", "arrears_amount": "5.00", "repaid_total": "5.00" }]);
    let Run { code, err, .. } = asked(&format!("{line} --ledger - --debt D1"), &draft(&paid));
    assert_eq!(code, 2);
    assert!(err.contains("无余额"), "{err}");
    let other = ledger.replace(CAMPAIGN, "another-2030");
    let Run { code, err, .. } = asked(
        &format!("{line} --ledger - --debt D1 --write x.json"),
        &other,
    );
    assert_eq!(code, 2);
    assert!(
        err.contains("another-2030") && err.contains("--campaign"),
        "{err}"
    );
}

#[test]
fn shares_of_budgets_become_instalments() {
    let folder = folder("shares");
    let (first, second) = (folder.join("a.json"), folder.join("b.json"));
    fs::write(&first, draft(&debts())).unwrap();
    let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());
    let share = [
        "plan", "allocate", first, "--budget", "10万", "--budget", "600000",
    ];
    let share = [&share[..], &["--method", "oldest-first", "--write", second]].concat();
    let Run { code, err, .. } = run(&share);
    assert_eq!(code, 2);
    assert!(err.contains("--first"), "{err}");
    let ran = run(&[&share[..], &["--first", "2025-01-31"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ledger: Value = serde_json::from_str(&fs::read_to_string(second).unwrap()).unwrap();
    let plan = |row: usize| -> Vec<(String, String)> {
        let list = ledger["entries"][row]["instalments"].as_array();
        let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        let list = list.into_iter().flatten();
        list.map(|one| (text(one, "due_on"), text(one, "amount")))
            .collect()
    };
    let at = |due: &str, amount: &str| (due.to_owned(), amount.to_owned());
    // The due day of the third is not known, so it comes last; 31 January 2025 was a day off.
    assert_eq!(
        plan(1),
        [at("2025-02-05", "100000.00"), at("2025-02-28", "50000.00")]
    );
    assert_eq!(plan(0), [at("2025-02-28", "400000.00")]);
    assert_eq!(plan(2), [at("2025-02-28", "80000.00")]);
    assert!(!spoken(second).contains(&"P-05".to_owned()));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn new_debts_while_a_plan_runs_are_told() {
    let mut entries = debts();
    entries[1]["plan_filed_on"] = json!("2023-06-01");
    entries[1]["instalments"] = json!([{ "due_on": "2023-12-31", "amount": "200000.00" }]);
    let stands = answer(
        "plan status --ledger - --debt D2 --as-of 2024-02-01",
        &draft(&entries),
    );
    let remarks = stands["remarks"].to_string();
    assert!(
        remarks.contains("边清边欠") && remarks.contains("500000.00"),
        "{remarks}"
    );
    let before = answer(
        "plan status --ledger - --debt D2 --as-of 2024-01-30",
        &draft(&entries),
    );
    assert!(!before["remarks"].to_string().contains("边清边欠"));
}

#[test]
fn a_newer_file_counts_for_every_command() {
    let folder = folder("newer");
    let file = folder.join("lpr.csv");
    let carried = <arrears_ledger::almanac::Lpr as arrears_ledger::almanac::Table>::CARRIED;
    let newer = carried.replace("as of: 2026-09-20", "as of: 2027-01-20");
    let rows = "2026-10-20,2.90\n2026-11-20,2.90\n2026-12-21,2.90\n2027-01-20,2.90\n";
    fs::write(&file, newer + rows).unwrap();
    let data = format!("--data {}", file.to_str().unwrap());
    let debt = json!([{ "debt_id": "D1", "debtor_name": "甲局", "debtor_type": "gov_organ",
        "arrears_amount": "3650000.00", "dispute": "undisputed", "due_date": "2027-01-19",
        "sign_date": "2027-01-21", "agreed_rate": "2.9", "rate_basis": "lpr" }]);
    let ledger = draft(&debt);
    let line = "interest --ledger - --debt D1 --as-of 2027-01-29";
    let stale = answer(line, &ledger);
    assert_eq!(stale["interest_total"], "3000.00");
    assert!(
        stale["remarks"].to_string().contains("2026-10-21"),
        "{stale}"
    );
    let fresh = answer(&format!("{line} {data}"), &ledger);
    assert_eq!(fresh["interest_total"], "2900.00");
    assert!(!fresh["remarks"].to_string().contains("lpr"), "{fresh}");
    // What the law suggests rests on the LPR of the contract's day, and says so past its end.
    let open = "interest --principal 100 --due 2027-06-30 --as-of 2027-07-05 --debtor public \
        --contract-date 2027-01-21 --agreed-rate 2.95 --no-roll";
    let words = out(open, "");
    assert!(words.contains("2027-01-21：利率尚无数据"), "{words}");
    let running = "plan equal --total 100000 --parts 2 --first 2027-02-26 --due 2027-01-04 --lpr 1";
    assert!(out(running, "").contains("利率尚无数据"));
    let rules = |more: &str| asked(&format!("validate - --format json {more}"), &ledger).out;
    assert!(rules("").contains("A-18") && !rules(&data).contains("A-18"));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_doubled_part_is_a_basis_of_its_own() {
    let line = "interest --principal 1000000 --accrued 5000 --due 2024-01-31 --as-of 2024-05-10 \
        --basis doubled --payment 2024-05-10=400000 --format json";
    let stated: Value = serde_json::from_str(&out(line, "")).unwrap();
    assert_eq!(stated["interest_total"], "17500.00");
    assert_eq!(stated["segments"][0]["rate_percent"], "0.0175");
    assert!(
        stated["segments"][0]["source"]["zh"]
            .as_str()
            .unwrap()
            .contains("法释〔2014〕8号")
    );
    // The adjudicated sum goes before it.
    assert_eq!(stated["payments"][0]["to"]["principal"], "400000.00");
    let early = line.replace("2024", "2014");
    let Run { code, err, .. } = asked(&early, "");
    assert_eq!(code, 2);
    assert!(err.contains("2014-02-01"), "{err}");
}

#[test]
fn a_payment_may_name_its_instalment() {
    let plan =
        "plan status --instalment 2026-01-31=100 --instalment 2026-02-28=100 --as-of 2026-03-01";
    let stands = answer(&format!("{plan} --payment 2026-01-20=130@2"), "");
    let applied = |place: usize| stands["instalments"][place]["applied"].clone();
    assert_eq!((applied(0), applied(1)), (json!("30.00"), json!("100.00")));
    for wrong in ["2026-01-20=130@3", "2026-01-20=130@0", "2026-01-20=130@x"] {
        assert_eq!(
            asked(&format!("{plan} --payment {wrong}"), "").code,
            2,
            "{wrong}"
        );
    }
}
