//! Where values come from that nobody typed: the value, its cells, the line or law, the clause.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeSet;

use arrears_ledger::amount::Unit;
use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::catalogue::tables;
use arrears_ledger::explain::{Explanation, WAYS, explain, label, topics};
use arrears_ledger::ledger::spec::Presence;
use arrears_ledger::ledger::{Before, Ledger};
use arrears_ledger::read::read;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use serde_json::{Value, json};

fn ledger(debt: &Value) -> Ledger {
    let draft = json!({
        "format": "arrears-ledger-draft", "version": 1, "campaign": "yexian-2022",
        "header": { "amount_unit": "yuan", "period": "2022-06", "cutoff_date": "2022-06-10", "report_unit_code": "410422207" },
        "entries": [debt],
    });
    read(draft.to_string().as_bytes()).ledger
}

/// `by: value` of each explanation of a debt's topic; of what cannot be told, what to do.
fn told(debt: &Value, key: &str) -> Vec<String> {
    let campaign = Campaign::yexian_2022();
    let today = NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
    let context = Context::new(&campaign, today);
    let ledger = ledger(debt);
    let told = explain(&ledger, 0, Some(key), &context);
    assert!(
        told.iter()
            .all(|one| one.value.is_some() != one.todo.is_some())
    );
    told.iter().map(line).collect()
}

fn line(one: &Explanation<'_>) -> String {
    let value = match (&one.value, &one.todo) {
        (Some(value), _) => value.show(Lang::Zh, Unit::Yuan),
        (None, todo) => format!("?{}", todo.as_ref().unwrap().zh),
    };
    format!("{}: {value}", one.by.id())
}

#[test]
fn the_matrix_says_who_plans_and_is_silent_where_the_notice_is() {
    for (debt, expected) in [
        (
            json!({"debtor_channel": "township", "debtor_area_code": "410422208"}),
            "P1: 水寨乡",
        ),
        // Without a code, the township that reports.
        (json!({"debtor_channel": "township"}), "P1: 龙泉乡"),
        (
            json!({"debtor_channel": "township", "debtor_area_code": "nowhere"}),
            "P1: ?请报叶县企业服务活动办公室（设在县工信局）确定",
        ),
        (
            json!({"debtor_channel": "dev_zone", "debtor_area_code": "YX-KFQ-02"}),
            "P2: 叶县先进制造业开发区",
        ),
        (
            json!({"debtor_channel": "county_department", "debtor_name": "叶县水利局"}),
            "P3: 叶县水利局",
        ),
        (
            json!({"debtor_channel": "county_department"}),
            "P3: ?请填写：欠款单位",
        ),
        (json!({"debtor_channel": "county_soe"}), "P4: 叶县财政局"),
        (
            json!({"debtor_type": "private_large", "debtor_channel": "private_large"}),
            "P5: 叶县市场监督管理局",
        ),
        (
            json!({"debtor_type": "public_institution", "debtor_channel": "other", "debtor_parent": "叶县教育体育局"}),
            "P6: 叶县教育体育局",
        ),
        (
            json!({"debtor_type": "public_institution", "debtor_channel": "other"}),
            "P6: ?请填写：主管部门",
        ),
        (
            json!({"debtor_type": "soe_large_other", "debtor_channel": "other"}),
            "P9: ?请报叶县企业服务活动办公室（设在县工信局）确定",
        ),
        (
            json!({"debtor_type": "soe_large_other"}),
            "P9: ?请填写：欠款单位归口",
        ),
    ] {
        assert_eq!(told(&debt, "plan_maker"), [expected], "{debt}");
    }
}

#[test]
fn every_line_about_supervision_and_consequences_is_met_by_some_debt() {
    let debts = [
        json!({"debtor_type": "county_soe", "debtor_channel": "county_soe", "causes": ["gov_invest_violation", "acceptance_bill", "abuse_dominance", "no_budget"], "migrant_wages": true, "dispute": "partly"}),
        json!({"debtor_type": "gov_organ", "debtor_channel": "township", "sector": "water"}),
        json!({"debtor_type": "public_institution", "debtor_name": "叶县第二高级中学", "debtor_parent": "县教体局"}),
    ];
    let campaign = Campaign::yexian_2022();
    let lines = campaign.supervisors.iter();
    let lines = lines.chain(campaign.consequences.iter().map(|one| &one.line));
    let expected: BTreeSet<String> = lines.map(|line| line.id.clone()).collect();
    let mut met = BTreeSet::new();
    for debt in &debts {
        for key in [
            "supervisors",
            "handling",
            "funding",
            "disclosure",
            "sanction",
            "follow_up",
        ] {
            let id = |line: &String| line.split(':').next().unwrap().to_owned();
            met.extend(told(debt, key).iter().map(id));
        }
    }
    assert_eq!(met, expected);
    assert_eq!(
        told(&debts[2], "supervisors"),
        [
            "S0: 叶县工业和信息化局",
            "S5: 叶县教育体育局",
            "S8: 叶县发展和改革委员会、叶县工业和信息化局",
            "S9: 叶县审计局"
        ]
    );
    assert_eq!(told(&debts[1], "funding"), [""; 0]);
}

/// What only people can judge is shown as a condition and never counted as if it were met.
#[test]
fn conditions_no_column_tells_stay_conditions() {
    let campaign = Campaign::yexian_2022();
    let ledger = ledger(&json!({"debtor_type": "gov_organ", "causes": ["no_budget"]}));
    let context = Context::new(&campaign, NaiveDate::default());
    let all = explain(&ledger, 0, None, &context);
    let conditions: Vec<_> = all
        .iter()
        .filter_map(|one| Some((one.by.id(), one.provided()?.zh.as_str())))
        .collect();
    for (id, part) in [
        ("F2", "自有资金"),
        ("X2", "拒绝或者迟延"),
        ("S8", "严重失信"),
    ] {
        assert!(
            conditions
                .iter()
                .any(|(by, words)| *by == id && words.contains(part)),
            "{id}"
        );
    }
    let entry = &ledger.entries[0];
    let supervisors = campaign.supervisors(entry, &ledger.header);
    assert!(
        !supervisors.contains(&"叶县发展和改革委员会".to_owned()),
        "{supervisors:?}"
    );
}

#[test]
fn days_follow_the_contract_before_the_law_and_the_law_in_force() {
    let signed = |day: &str, more: Value| {
        let mut debt = json!({"sign_date": day, "debtor_type": "gov_organ", "delivered_on": "2021-03-01", "money_kind": "goods_payment"});
        debt.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        debt
    };
    for (debt, due, since, age) in [
        (
            signed("2020-11-02", json!({})),
            "due-2020: 2021-03-31",
            "since-due: 2021-04-01",
            "age: 1至3年（含3年）",
        ),
        (
            signed("2020-11-02", json!({"delivered_on": "2021-02"})),
            "due-2020: 2021-03-30",
            "since-due: 2021-03-31",
            "age: 1至3年（含3年）",
        ),
        (
            signed("2020-08-31", json!({})),
            "due-silent: ?请填写：应付款日期",
            "since-due: ?请填写：拖欠起始日期",
            "age: ?请填写：拖欠起始日期",
        ),
        (
            signed(
                "2025-06-01",
                json!({"debtor_type": "private_large", "delivered_on": "2025-07-01"}),
            ),
            "due-2025: 2025-08-30",
            "since-due: 2025-08-31",
            "age: 尚未到期",
        ),
        (
            signed("2020-11-02", json!({"debtor_type": "private_large"})),
            "due-silent: ?请填写：应付款日期",
            "since-due: ?请填写：拖欠起始日期",
            "age: ?请填写：拖欠起始日期",
        ),
        (
            signed("2020-11-02", json!({"money_kind": "deposit"})),
            "due-contract: ?请填写：应付款日期",
            "since-due: ?请填写：拖欠起始日期",
            "age: ?请填写：拖欠起始日期",
        ),
        (
            signed("2020-11-02", json!({"due_date": "2021-06-10"})),
            "due-typed: 2021-06-10",
            "since-due: 2021-06-11",
            "age: 1年以内（含1年）",
        ),
        (
            signed("2020-11-02", json!({"due_date": "2021-06-08"})),
            "due-typed: 2021-06-08",
            "since-due: 2021-06-09",
            "age: 1至3年（含3年）",
        ),
        (
            signed("2020-11-02", json!({"arrears_since": "2017-06-10"})),
            "due-2020: 2021-03-31",
            "since-typed: 2017-06-10",
            "age: 3至5年（含5年）",
        ),
        (
            signed("2020-11-02", json!({"arrears_since": "2017-06-09"})),
            "due-2020: 2021-03-31",
            "since-typed: 2017-06-09",
            "age: 5年以上",
        ),
        (
            signed("2019-11-02", json!({"agreed_term_days": 45})),
            "due-agreed: 2021-04-15",
            "since-due: 2021-04-16",
            "age: 1至3年（含3年）",
        ),
        (
            signed("2020-11-02", json!({"agreed_term_days": 90})),
            "due-agreed: 2021-04-30",
            "since-due: 2021-05-01",
            "age: 1至3年（含3年）",
        ),
        (
            signed("2020-11-02", json!({"settled_on": "2021-09-01"})),
            "due-2020: 2021-10-01",
            "since-due: 2021-10-02",
            "age: 1年以内（含1年）",
        ),
        (
            json!({"debtor_type": "gov_organ", "sign_date": "2021-01-01"}),
            "due-2020: ?请填写：应付款日期；合同没有约定的，请填写：交付（验收合格）日期",
            "since-due: ?请填写：拖欠起始日期",
            "age: ?请填写：拖欠起始日期",
        ),
    ] {
        assert_eq!(told(&debt, "due_date"), [due], "{debt}");
        assert_eq!(told(&debt, "arrears_since"), [since], "{debt}");
        assert_eq!(told(&debt, "age_bucket"), [age], "{debt}");
    }
}

#[test]
fn limitation_runs_from_the_last_that_interrupted_it() {
    for (debt, expected) in [
        (json!({"due_date": "2019-12-31"}), "limitation: 2022-12-31"),
        (
            json!({"arrears_since": "2020-01-01"}),
            "limitation: 2023-01-01",
        ),
        (
            json!({"due_date": "2019-12-31", "plan_filed_on": "2022-06-15"}),
            "limitation: 2025-06-15",
        ),
        (
            json!({"due_date": "2019-12-31", "payments": [{"paid_on": "2021-02-01", "amount": "5.00"}]}),
            "limitation: 2024-02-01",
        ),
        // A reversal is no payment.
        (
            json!({"due_date": "2019-12-31", "payments": [{"paid_on": "2021-02-01", "amount": "-5.00"}]}),
            "limitation: 2022-12-31",
        ),
        (
            json!({"due_date": "2019-12-31", "instalments": [{"due_on": "2023-06-30", "amount": "5.00"}]}),
            "limitation: 2026-06-30",
        ),
        (
            json!({"due_date": "2019-12-31", "last_demand_on": "2022-01"}),
            "limitation: 2025-01-31",
        ),
        (
            json!({"due_date": "2015-09-30"}),
            "limitation-two-years: 2018-09-30",
        ),
        (
            json!({"due_date": "2019-12-31", "judicial": "litigation"}),
            "limitation-court: 由法院、仲裁机构认定",
        ),
        (json!({}), "limitation: ?请填写：应付款日期"),
    ] {
        assert_eq!(told(&debt, "limitation"), [expected], "{debt}");
    }
}

#[test]
fn sums_and_status_follow_from_amounts_and_payments() {
    let debt = |more: Value| {
        let mut debt =
            json!({"arrears_amount": "100.00", "dispute": "partly", "undisputed_amount": "60.00"});
        debt.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        debt
    };
    let paid = |amounts: &[&str]| {
        let payment = |amount: &&str| json!({"paid_on": "2022-06-01", "amount": amount});
        json!({"payments": amounts.iter().map(payment).collect::<Vec<_>>()})
    };
    for (debt, repaid, balance, status) in [
        (
            debt(json!({})),
            "repaid-typed: 0元",
            "balance: 100元",
            "status-booked: 已入账",
        ),
        (
            debt(json!({"repaid_total": "30.00"})),
            "repaid-typed: 30元",
            "balance: 70元",
            "status-partly: 部分清偿",
        ),
        (
            debt(paid(&["30.00", "-10.00"])),
            "repaid-sum: 20元",
            "balance: 80元",
            "status-partly: 部分清偿",
        ),
        (
            debt(paid(&["30.00", "70.00"])),
            "repaid-sum: 100元",
            "balance: 0元",
            "status-cleared: 清偿完毕待销号",
        ),
        (
            debt(json!({"plan_finish": "2022-12"})),
            "repaid-typed: 0元",
            "balance: 100元",
            "status-planned: 计划中",
        ),
        (
            debt(json!({"status": "removed"})),
            "repaid-typed: 0元",
            "balance: 100元",
            "status-decided: 核减",
        ),
        (
            debt(json!({"judicial": "arbitration"})),
            "repaid-typed: 0元",
            "balance: 100元",
            "status-court: 转司法",
        ),
        (
            json!({"repaid_total": "3.00"}),
            "repaid-typed: 3元",
            "balance: ?请填写：拖欠金额",
            "status-partly: 部分清偿",
        ),
    ] {
        assert_eq!(told(&debt, "repaid_total"), [repaid], "{debt}");
        assert_eq!(told(&debt, "balance"), [balance], "{debt}");
        assert_eq!(told(&debt, "status"), [status], "{debt}");
    }
    assert_eq!(
        told(&debt(json!({})), "undisputed_amount"),
        ["undisputed-part: 60元"]
    );
    assert_eq!(
        told(&debt(json!({"dispute": "disputed"})), "undisputed_amount"),
        ["undisputed-none: 0元"]
    );
    assert_eq!(
        told(&json!({}), "undisputed_amount"),
        ["undisputed-all: ?请填写：是否有分歧、拖欠金额"]
    );
    assert_eq!(
        told(&debt(paid(&["1.00"])), "last_paid_on"),
        ["last-paid: 2022-06-01"]
    );
    assert_eq!(told(&debt(json!({})), "last_paid_on"), [""; 0]);
}

#[test]
fn a_debt_of_the_ledger_before_keeps_its_first_period() {
    let campaign = Campaign::yexian_2022();
    let debt = json!({"debt_id": "LQ-1"});
    let mut earlier = ledger(&debt);
    earlier.header.period = arrears_ledger::date::When::parse("2022-03").ok();
    let (before, now) = (Before::of(earlier), ledger(&debt));
    let context = Context {
        before: Some(&before),
        ..Context::new(&campaign, NaiveDate::default())
    };
    let told = explain(&now, 0, Some("first_period"), &context);
    assert_eq!(line(&told[0]), "seen-before: 2022-03");
    assert_eq!(self::told(&debt, "first_period"), ["first-seen: 2022-06"]);
}

/// Each way is led to by the debts of this file's tests or is the one without a line; here only:
/// names are used once, words are there, and every value the sheet marks as computed is explained.
#[test]
fn topics_and_ways_are_complete_and_named_once() {
    let mut seen = BTreeSet::new();
    for way in WAYS {
        assert!(seen.insert(way.id), "{} twice", way.id);
        assert!(!way.clause.is_empty() && !way.words.zh.is_empty() && !way.words.en.is_empty());
    }
    let keys: BTreeSet<_> = topics().collect();
    assert_eq!(keys.len(), topics().count());
    for key in topics() {
        assert!(!label(key).zh.is_empty() && !label(key).en.is_empty());
    }
    for spec in tables().into_iter().flat_map(|(_, specs)| specs) {
        // Marks are put by the office; nothing works them out.
        let is_explained = keys.contains(spec.key) || spec.key == "flags";
        assert!(
            spec.presence != Presence::Derived || is_explained,
            "{}",
            spec.key
        );
    }
}
