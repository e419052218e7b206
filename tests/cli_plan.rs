//! The commands `plan` and `interest`, run as their users run them.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/program.rs"]
mod program;

use program::{Run, run, run_with};
use serde_json::Value;

/// The words of a command line.
fn asked(line: &str) -> Run {
    run(&line.split_whitespace().collect::<Vec<_>>())
}

/// What a command line answers, in order.
fn out(line: &str) -> String {
    let Run { code, out, err } = asked(line);
    assert_eq!((code, err.as_str()), (0, ""), "{line}");
    out
}

fn json(line: &str) -> Value {
    serde_json::from_str(&out(&format!("{line} --format json"))).unwrap()
}

const DEBT: &str = "interest --principal 500000 --fees 5000 --due 2024-01-31 --as-of 2024-12-31 \
    --payment 2024-09-30=200000 --payment 2024-05-10=10万元";

#[test]
fn a_statement_of_interest_adds_up() {
    let stated = json(&format!("{DEBT} --basis statutory"));
    assert_eq!(stated["interest_total"], "67739.27");
    assert_eq!(stated["owed"]["total"], "272739.27");
    assert_eq!(stated["chosen"], true);
    assert_eq!(stated["payments"][1]["to"]["principal"], "169255.00");
    let segments = stated["segments"].as_array().unwrap();
    let days: Vec<i64> = segments
        .iter()
        .map(|one| one["days"].as_i64().unwrap())
        .collect();
    assert_eq!(days, [100, 143, 92]);
    assert_eq!(stated["days"], 335);
    let last = json(&format!("{DEBT} --basis statutory --exclude-last-day"));
    assert_eq!(last["days"], 334);
    let agreed = json(&format!("{DEBT} --basis statutory --principal-first"));
    assert_eq!(agreed["owed"]["total"], "267800.00");
}

#[test]
fn every_parameter_is_printed() {
    let line = "interest --principal 4404487.75 --due 2020-11-26 --as-of 2020-12-31 \
        --basis same-period --times 1.5 --convention act/360";
    let (zh, en) = (
        out(line),
        out(&format!("{line} --lang en --format markdown")),
    );
    for part in [
        "24729.36",
        "5.775%",
        "2020-11-20公布的LPR×1.5",
        "实际天数/360",
        "2020-11-27",
        "四舍五入",
        "民法典第561条",
    ] {
        assert!(zh.contains(part), "{part}: {zh}");
    }
    for part in [
        "# Statement of interest",
        "| 24729.36 |",
        "LPR of 2020-11-20×1.5",
        "actual days / 360",
    ] {
        assert!(en.contains(part), "{part}: {en}");
    }
}

#[test]
fn a_basis_is_asked_for_not_guessed() {
    let Run { code, err, .. } = asked(DEBT);
    assert_eq!(code, 2);
    assert!(err.contains("--debtor"), "{err}");
    let suggested = json(&format!(
        "{DEBT} --debtor public --contract-date 2023-05-10"
    ));
    assert_eq!(suggested["chosen"], false);
    assert_eq!(suggested["basis"], "statutory");
    let remarks = suggested["remarks"].to_string();
    assert!(
        remarks.contains("尚未选定") && remarks.contains("2025第17条"),
        "{remarks}"
    );
    let old = json(&format!(
        "{DEBT} --debtor public --contract-date 2018-05-10"
    ));
    assert_eq!(
        (&old["basis"], &old["interest_total"]),
        (&"none".into(), &"0.00".into())
    );
    let Run { code, err, .. } = asked(&format!("{DEBT} --basis sale"));
    assert_eq!(code, 2);
    assert!(err.contains("--times"), "{err}");
    let Run { code, err, .. } = asked(&format!("{DEBT} --basis agreed --lang en"));
    assert_eq!(
        (code, err.trim_end()),
        (2, "the agreed rate needs to be given")
    );
}

#[test]
fn alternatives_stand_side_by_side() {
    let line = "interest --principal 2000000 --due 2020-06-30 --as-of 2021-06-30 \
        --debtor public --contract-date 2020-03-19 --alternatives";
    let answer = json(line);
    let alternatives = answer["alternatives"].as_array().unwrap();
    let of = |basis: &str| {
        alternatives
            .iter()
            .find(|one| one["basis"] == basis)
            .unwrap()
    };
    assert_eq!(of("same-period")["interest_total"], "77000.00");
    // 62 days at 3.85 % × 1.3, then 303 days at 0.05 %.
    assert_eq!(of("sale-then-statutory")["interest_total"], "320003.29");
    assert_eq!(of("sale")["suggested"], true);
    assert_eq!(answer["suggestion"]["contested"], "statutory");
    let text = out(line);
    assert!(text.contains("sale-then-statutory ×1.3") && text.contains("(2022)京03民终7136号"));
}

#[test]
fn a_due_day_off_moves_unless_told_not_to() {
    let line = "interest --principal 1000 --due 2023-01-08 --as-of 2023-01-10 --basis statutory";
    let rolled = json(line);
    assert_eq!(
        (&rolled["due"], &rolled["days"]),
        (&"2023-01-09".into(), &1.into())
    );
    assert!(rolled["remarks"].to_string().contains("顺延"));
    let kept = json(&format!("{line} --no-roll"));
    assert_eq!(
        (&kept["due"], &kept["days"]),
        (&"2023-01-08".into(), &2.into())
    );
}

#[test]
fn past_its_data_a_statement_says_so() {
    let line = "interest --principal 1000 --due 2026-09-30 --as-of 2026-12-31 --basis same-period";
    let remarks = json(line)["remarks"].to_string();
    assert!(remarks.contains("2026-10-21"), "{remarks}");
    let Run { code, err, .. } = asked(&format!("{line} --load no/such/lpr.csv"));
    assert_eq!(code, 4);
    assert!(err.contains("no/such/lpr.csv"));
}

fn amounts(plan: &Value) -> Vec<String> {
    let list = plan["instalments"].as_array().unwrap();
    let text = |one: &Value| {
        format!(
            "{} {}",
            one["due"].as_str().unwrap(),
            one["amount"].as_str().unwrap()
        )
    };
    list.iter().map(text).collect()
}

#[test]
fn plans_are_made_to_the_fen() {
    let equal =
        json("plan equal --total 1234567.89 --parts 3 --unit yuan --first 2026-01-31 --no-roll");
    assert_eq!(
        amounts(&equal),
        [
            "2026-01-31 411522.00",
            "2026-02-28 411522.00",
            "2026-03-31 411523.89"
        ]
    );
    assert_eq!(equal["total"], "1234567.89");
    assert!(equal["remarks"].to_string().contains("不是工作日"));
    let spread = json(
        "plan equal --total 1万元 --parts 3 --remainder spread --first 2026-01-31 --every year",
    );
    // 2026-01-31 is a Saturday, 2027-01-31 a Sunday; the holidays of 2027 are not known.
    assert_eq!(
        amounts(&spread),
        [
            "2026-02-02 3333.34",
            "2027-02-01 3333.33",
            "2028-01-31 3333.33"
        ]
    );
    assert!(spread["remarks"].to_string().contains("holidays"));
    let fixed = json("plan fixed --total 250000 --each 100000 --first 2025-12-31 --every quarter");
    assert_eq!(
        amounts(&fixed),
        [
            "2025-12-31 100000.00",
            "2026-03-31 100000.00",
            "2026-06-30 50000.00"
        ]
    );
    let milestones = json(
        "plan milestones --total 333333.33 --at 2026-06-30=30% --at 2026-03-31=50% --at 2026-12-31=20%",
    );
    assert_eq!(
        amounts(&milestones),
        [
            "2026-03-31 166666.66",
            "2026-06-30 100000.00",
            "2026-12-31 66666.67"
        ]
    );
    let short = json("plan milestones --total 300 --at 2026-06-30=30% --at 2026-12-31=60%");
    assert!(short["remarks"].to_string().contains("90%"));
}

#[test]
fn what_cannot_be_planned_says_what_to_do() {
    for (line, said) in [
        ("plan equal --total 0 --parts 3 --first 2026-01-31", "大于0"),
        (
            "plan equal --total 25000 --parts 3 --unit wan --first 2026-01-31",
            "最多可分2期",
        ),
        (
            "plan fixed --total 100 --each 0 --first 2026-01-31",
            "大于0",
        ),
        (
            "plan fixed --total 1000 --each 1 --first 2026-01-31",
            "1至600",
        ),
        (
            "plan milestones --total 100 --at 2026-01-31=50 --at 2026-02-28=49",
            "合计99.00元，应为100.00元",
        ),
        (
            "plan milestones --total 100 --at 2026-01-31=50 --at 2026-02-28=50%",
            "全部用比例",
        ),
    ] {
        let Run { code, out, err } = asked(line);
        assert_eq!((code, out.as_str()), (2, ""), "{line}");
        assert!(err.contains(said), "{line}: {err}");
    }
    for line in [
        "plan equal --total -5 --parts 3 --first 2026-01-31",
        "plan equal --total 5 --parts 3 --first 2026-02-30",
        "plan status",
        "plan equal --total 5 --parts 3 --first 2026-01-31 --daily-rate 0.05",
        "plan milestones --total 5 --at 2026-01-31",
    ] {
        assert_eq!(asked(line).code, 2, "{line}");
    }
}

#[test]
fn a_plan_warns_of_what_it_is_held_against() {
    let line = "plan equal --total 400000 --parts 4 --first 2026-03-31 --every quarter \
        --act-by 2026-06-30 --target 2026-09-30 --year-budget 2026=300000";
    let remarks = json(line)["remarks"].to_string();
    for part in [
        "2026-09-30的一期晚于诉讼时效",
        "末期2026-12-31晚于清偿目标日",
        "超出预算300000.00元",
    ] {
        assert!(remarks.contains(part), "{part}: {remarks}");
    }
}

#[test]
fn interest_runs_on_in_a_plan() {
    let late = "--due 2025-12-31 --daily-rate 0.05";
    let plan = json(&format!(
        "plan fixed --total 300000 --each 100000 --first 2026-03-31 --every quarter {late}"
    ));
    assert_eq!(
        amounts(&plan),
        [
            "2026-03-31 113500.00",
            "2026-06-30 109100.00",
            "2026-09-30 104600.00"
        ]
    );
    assert_eq!(plan["interest_total"], "27200.00");
    let ahead = json("plan project --rest 1000000 --each 83333.33 --first 2026-12-31");
    assert_eq!(
        (&ahead["periods"], &ahead["cleared"]),
        (&13.into(), &"2027-12-31".into())
    );
    let never = json("plan project --rest 1000000 --each 0 --first 2026-12-31");
    assert!(never["cleared"].is_null());
    let slow = out(&format!(
        "plan project --rest 300000 --each 10000 --first 2026-03-31 --every quarter {late}"
    ));
    assert!(slow.contains("未能付清"), "{slow}");
}

#[test]
fn plans_are_followed_and_planned_anew() {
    let plan =
        out("plan equal --total 400000 --parts 4 --first 2026-01-31 --no-roll --format json");
    let ask = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Run { code, out, err } = run_with(&words, plan.as_bytes());
        assert_eq!((code, err.as_str()), (0, ""), "{line}");
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let paid = "--payment 2026-01-30=100000 --payment 2026-03-05=50000 --payment 2026-04-10=30000";
    let stands = ask(&format!(
        "plan status - {paid} --as-of 2026-04-15 --format json"
    ));
    assert_eq!(stands["overdue_amount"], "120000.00");
    assert_eq!(stands["achievement_percent"], "60.00");
    let anew = |how: &str| {
        amounts(&ask(&format!(
            "plan replan - {paid} --as-of 2026-04-15 --format json --how {how}"
        )))
    };
    assert_eq!(anew("next"), ["2026-04-30 220000.00"]);
    assert_eq!(anew("spread"), anew("next"));
    assert_eq!(
        anew("append --each 100000"),
        [
            "2026-04-30 100000.00",
            "2026-06-01 100000.00",
            "2026-06-30 20000.00"
        ]
    );
    let Run { code, err, .. } = run_with(&["plan", "status", "-"], b"{}");
    assert_eq!(code, 4);
    assert!(err.contains("--format json"));
}

#[test]
fn plans_are_compared() {
    let folder = std::env::temp_dir().join(format!("arrears-plans-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, line: &str| {
        let path = folder.join(name);
        std::fs::write(&path, out(&format!("{line} --format json"))).unwrap();
        path.display().to_string()
    };
    let slow = file(
        "slow.json",
        "plan fixed --total 300000 --each 100000 --first 2026-03-31 --every quarter",
    );
    let quick = file(
        "quick.json",
        "plan equal --total 300000 --parts 1 --first 2026-03-31",
    );
    let other = file(
        "other.json",
        "plan equal --total 300001 --parts 1 --first 2026-03-31",
    );
    let late = "--due 2025-12-31 --daily-rate 0.05";
    let compared = json(&format!("plan compare {slow} {quick} {late}"));
    assert_eq!(compared["interest_saved"], "13700.00");
    assert_eq!(compared["days_earlier"], 183);
    let text = out(&format!("plan compare {quick} {slow} {late}"));
    assert!(text.contains("晚183天"), "{text}");
    assert_eq!(
        asked(&format!("plan compare {slow} {other} {late}")).code,
        2
    );
    assert_eq!(asked(&format!("plan compare {slow} {quick}")).code, 2);
    std::fs::remove_dir_all(&folder).unwrap();
}

const LEDGER: &str = "欠款编号\t欠款单位\t被拖欠企业\t拖欠金额（元）\t是否有分歧\t无分歧金额（元）\t应付款日期\t司法状态\n\
    1\t龙泉乡人民政府\t甲公司\t900\t无分歧\t\t2021-05-31\t未进入\n\
    2\t龙泉乡人民政府\t乙公司\t500\t部分分歧\t300\t2020-01-31\t未进入\n\
    3\t龙泉乡人民政府\t丙公司\t5000\t无分歧\t\t2019-01-31\t诉讼中\n\
    4\t龙泉乡人民政府\t丁公司\t80\t\t\t2024-01-31\t未进入\n";

#[test]
fn a_budget_is_shared_among_the_debts_of_a_ledger() {
    let share = |options: &str| {
        let line = format!("plan allocate - {options} --format json");
        let words: Vec<&str> = line.split_whitespace().collect();
        let Run { code, out, err } = run_with(&words, LEDGER.as_bytes());
        assert_eq!((code, err.as_str()), (0, ""), "{line}");
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let paid = |answer: &Value, period: usize| -> Vec<String> {
        let shares = answer["periods"][period]["shares"].as_array().unwrap();
        shares
            .iter()
            .map(|one| one["paid"].as_str().unwrap().to_owned())
            .collect()
    };
    let oldest = share("--budget 400 --budget 1000 --method oldest-first");
    assert_eq!(paid(&oldest, 0), ["100.00", "300.00", "0.00"]);
    assert_eq!(paid(&oldest, 1), ["800.00", "0.00", "0.00"]);
    assert_eq!(oldest["periods"][1]["unspent"], "200.00");
    // The fourth debt does not say whether it is disputed.
    assert!(oldest["remarks"].to_string().contains("有1笔"));
    let first = share("--budget 950 --method undisputed-first");
    assert_eq!(paid(&first, 0), ["900.00", "50.00", "0.00"]);
    let small = share("--budget 700 --method small-then-pro-rata --threshold 300");
    assert_eq!(paid(&small, 0), ["400.00", "300.00", "0.00"]);
    let Run { code, .. } = run_with(
        &[
            "plan",
            "allocate",
            "-",
            "--budget",
            "1",
            "--method",
            "small-then-pro-rata",
        ],
        b"",
    );
    assert_eq!(code, 2);
    let Run { code, .. } = run_with(
        &[
            "plan", "allocate", "-", "--budget", "1", "--method", "pro-rata",
        ],
        b"x\ty\n1\t2\n",
    );
    assert_eq!(code, 4);
}
