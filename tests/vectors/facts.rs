//! Vectors of facts: rates, days, terms, codes, words and sizes.

use arrears_ledger::almanac::{Almanac, Lpr, Rate, Told, add_months};
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::calc::contact::{Landline, Mobile, account, landline, mobile};
use arrears_ledger::calc::deadlines::{Complaint, Discloser, complaint, disclosure};
use arrears_ledger::calc::limitation::{Alert, Claim, limitation};
use arrears_ledger::calc::size::{Figures, size};
use arrears_ledger::calc::term::{self, Due, Events, Terms};
use arrears_ledger::calc::{capital, deposit};
use arrears_ledger::codes::{Flaw, Kind, Payer, Uscc, org_check};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::inputs::{Handler, Inputs, none};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("lpr_on_date", lpr_on_date),
    ("lpr_publication_day", lpr_publication_day),
    ("lpr_table", lpr_table),
    ("benchmark_on_date", benchmark_on_date),
    ("cap_reference", cap_reference),
    ("calendar_is_workday", calendar_is_workday),
    ("workdays", workdays),
    ("add_months", months_later),
    ("due_date_roll", due_date_roll),
    ("payment_term", payment_term),
    ("limitation", limits),
    ("disclosure", disclosed),
    ("deposit_cap", deposit_cap),
    ("uscc_valid", credit_code),
    ("uscc_invalid", credit_code),
    ("org_code_check", organisation_code),
    ("uscc_debtor_type", debtor_type),
    ("sme_size", firm_size),
    ("sme_table", size_table),
    ("rmb_capital", capital_words),
    ("wan_display", in_wan),
    ("phone_mobile", mobile_number),
    ("phone_landline", landline_number),
    ("bank_account", bank_account),
];

fn text(day: NaiveDate) -> Value {
    day.to_string().into()
}

fn published(rate: Option<Rate>) -> Value {
    rate.map_or(none("None"), |rate| rate.published().into())
}

fn lpr_on_date(inputs: &Inputs<'_>) -> Value {
    let told = Almanac::carried().lpr.on(inputs.day("date"));
    let beyond = told.is_some_and(|told| told.beyond.is_some());
    json!({
        "rate_percent": published(told.map(|told| told.value)),
        "beyond": beyond,
        "warn": beyond,
        "warning": beyond,
        "stale": beyond,
    })
}

fn lpr_publication_day(inputs: &Inputs<'_>) -> Value {
    let year = inputs.number("year").try_into().unwrap();
    let month = inputs.number("month").try_into().unwrap();
    let told = Lpr::publication_day(year, month, &Almanac::carried().calendar);
    text(told.unwrap().value)
}

fn lpr_table(_: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let rows = almanac.lpr.rows().iter();
    rows.map(|(day, rate)| json!([day.to_string(), rate.published()]))
        .collect()
}

fn benchmark_on_date(inputs: &Inputs<'_>) -> Value {
    let rate = Almanac::carried().benchmark.on(inputs.day("date"));
    json!({ "rate_percent": published(rate) })
}

fn cap_reference(inputs: &Inputs<'_>) -> Value {
    let lpr = Almanac::carried().lpr.on(inputs.day("contract_date"));
    let asked = inputs.percent("annual_percent");
    let Some(lpr) = lpr else {
        return json!({ "four_lpr_percent": none("None"), "exceeds": none("None") });
    };
    let four = lpr.value.times(Rate::parse("4").unwrap());
    json!({ "four_lpr_percent": four.to_string(), "exceeds": four < asked })
}

fn calendar_is_workday(inputs: &Inputs<'_>) -> Value {
    let told = Almanac::carried().calendar.is_workday(inputs.day("date"));
    told.map_or_else(|_| none("UnknownYear"), Value::from)
}

/// Workdays after a day, or a complaint's deadlines: the transfer's is so many workdays after it
/// was accepted, the others' so many days after it was received.
fn workdays(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let Almanac {
        calendar,
        regulations,
        ..
    } = &almanac;
    if let Some(received) = inputs.day_if_any("received") {
        let about = Complaint {
            accepted: inputs.day_if_any("accepted"),
            received: Some(received),
            rolls: inputs.flag_if_any("roll").unwrap_or(false),
        };
        let told = complaint(&about, regulations, calendar);
        let day = |told: Option<_>| told.map_or(none("None"), |told: Told<_>| text(told.value));
        return json!({
            "transfer": day(told.transfer),
            "answer": day(told.answer),
            "answer_longest": day(told.answer_longest),
        });
    }
    let from = inputs.any(&["accepted", "base", "date"]).unwrap();
    let (day, count) = (inputs.day(from), inputs.number("n"));
    text(calendar.add_workdays(day, count.try_into().unwrap()).value)
}

fn months_later(inputs: &Inputs<'_>) -> Value {
    let months = inputs.number("months").try_into().unwrap();
    text(add_months(inputs.day("date"), months))
}

fn due_date_roll(inputs: &Inputs<'_>) -> Value {
    let given = first_day(inputs, &["nominal_due", "nominal", "due", "date"]);
    let nominal = given.unwrap_or_else(|| {
        let days = inputs.number("days").try_into().unwrap();
        inputs.day("base") + Days::new(days)
    });
    let rolls = inputs.flag_if_any("roll").unwrap_or(true);
    let rolled = Almanac::carried().calendar.roll(nominal).value;
    let last = if rolls { rolled } else { nominal };
    let paid = inputs.day_if_any("paid");
    let overdue = paid.map(|paid| (paid - last).num_days().max(0));
    json!({
        "nominal": text(nominal),
        "rolled": text(last),
        "rolled_due": text(last),
        "due_rolled": text(last),
        "overdue_days": overdue,
        "late": overdue.map(|days| 0 < days),
    })
}

fn payer(name: &str) -> term::Payer {
    match name {
        "机关" | "事业单位" | "团体组织" => term::Payer::Public,
        "大型企业" => term::Payer::Large,
        _ => term::Payer::Other,
    }
}

/// The first day given under one of several names.
fn first_day(inputs: &Inputs<'_>, names: &[&str]) -> Option<NaiveDate> {
    let days: Vec<_> = names.iter().map(|name| inputs.day_if_any(name)).collect();
    days.into_iter().flatten().next()
}

fn payment_term(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let delivered = first_day(inputs, &["delivery", "delivered"]);
    let inspection = inputs.number_if_any("inspection_days");
    let inspected_by = inspection.and_then(|days| {
        let days = Days::new(days.try_into().unwrap());
        delivered?.checked_add_days(days)
    });
    let events = Events {
        settled: first_day(
            inputs,
            &[
                "settlement_confirmed",
                "settlement_confirmation",
                "settlement_date",
                "settlement",
                "settled",
            ],
        ),
        accepted: first_day(inputs, &["accepted", "acceptance"]),
        inspection_ends: inputs.day_if_any("inspection_deadline").or(inspected_by),
        delivered: inputs.day_if_any("term_start_event_date").or(delivered),
    };
    let today = first_day(inputs, &["today", "as_of"]);
    let started = term::start(&events, today);
    let Ok((start, _)) = started else {
        return json!({ "term_start": none("NotStarted") });
    };
    let agreed = inputs.number_if_any("agreed_days");
    let terms = Terms {
        payer: payer(inputs.text("debtor")),
        signed: inputs.day_if_any("contract_date"),
        start,
        agreed_days: agreed.map(|days| days.try_into().unwrap()),
        rolls: inputs.flag_if_any("roll").unwrap_or(true),
    };
    match term::due(&terms, &almanac.regulations, &almanac.calendar) {
        Ok(Due {
            days,
            nominal,
            day,
            first_overdue,
            flag,
            ..
        }) => json!({
            "term_start": text(start),
            "term_days": days,
            "nominal_due": text(nominal),
            "due_rolled": text(day),
            "first_overdue_day": text(first_overdue),
            "flags": flag.into_iter().map(term::Flag::code).collect::<Vec<_>>(),
        }),
        Err(why) => json!({
            "term_start": text(start),
            "term_days": null,
            "nominal_due": null,
            "due_rolled": null,
            "first_overdue_day": null,
            "flags": [why.code()],
        }),
    }
}

fn limits(inputs: &Inputs<'_>) -> Value {
    let interruptions = inputs.days("interruptions");
    let names = [
        "instalment_last_due",
        "last_instalment_due",
        "last_instalment",
    ];
    let last = first_day(inputs, &names);
    let today = first_day(inputs, &["as_of", "today"]);
    let claim = Claim {
        due: inputs.day_if_any("due").or(last).unwrap(),
        last_instalment: last,
        interruptions: &interruptions,
    };
    let found = limitation(&claim);
    let [days_180, days_90, days_30] = found.alerts().map(text);
    json!({
        "basis": text(found.basis),
        "warn_deadline": text(found.deadline),
        "warn_180": days_180,
        "warn_90": days_90,
        "warn_30": days_30,
        "outer": text(found.outer()),
        "two_year_rule": found.is_under_two_years,
        "days_left": today.map(|today| (found.deadline - today).num_days()),
        "expired": today.map(|today| found.is_over(today)),
        "alert": today.map(|today| match found.alert(today) {
            Some(Alert::Within(days)) => json!(days),
            Some(Alert::Passed) => json!("EXPIRED"),
            None => Value::Null,
        }),
    })
}

/// Who discloses stands in the name where no input says so.
fn disclosed(inputs: &Inputs<'_>) -> Value {
    let given = ["type", "debtor", "who"].map(|key| inputs.text_if_any(key));
    let who = given.into_iter().flatten().next().unwrap_or(inputs.name());
    let discloser = if who.contains("大型企业") {
        Discloser::Large
    } else {
        Discloser::Public
    };
    let year = inputs.number("year").try_into().unwrap();
    let day = disclosure(year, discloser, &Almanac::carried().regulations);
    json!({ "deadline": day.map_or(none("None"), text) })
}

fn deposit_cap(inputs: &Inputs<'_>) -> Value {
    let (base, rate) = (inputs.fen("base"), inputs.percent("cap_percent"));
    json!({ "cap": deposit::cap(Amount::from_fen(base), rate).to_string() })
}

fn credit_code(inputs: &Inputs<'_>) -> Value {
    match Uscc::check(inputs.text("code")) {
        Ok(code) => {
            let (body, check) = code.org_code().split_at(8);
            json!({
                "valid": true,
                "prefix": code.kind(),
                "category": Kind::find(code.kind()).unwrap().name.zh,
                "area": code.area(),
                "org_code": format!("{body}-{check}"),
            })
        }
        Err(flaw) => {
            let mut answer = json!({ "valid": false, "reason": flaw.code() });
            match flaw {
                Flaw::Check31(letter) => answer["expected_check"] = letter.to_string().into(),
                Flaw::CheckOrg(letter) => {
                    answer["expected_org_check"] = letter.to_string().into();
                }
                _ => {}
            }
            answer
        }
    }
}

fn organisation_code(inputs: &Inputs<'_>) -> Value {
    let letter = org_check(inputs.text("body"));
    letter.map_or(none("None"), |letter| letter.to_string().into())
}

fn debtor_type(inputs: &Inputs<'_>) -> Value {
    let key = inputs.any(&["prefix", "code"]).unwrap();
    let prefix = inputs.text(key).get(..2).unwrap();
    Payer::of(prefix).name().zh.into()
}

fn firm_size(inputs: &Inputs<'_>) -> Value {
    let sizes = Almanac::carried().sizes;
    let wan = |key: &str| {
        let text = inputs.value(key)?.to_string();
        Some(Amount::parse_within(text.trim_matches('"'), Unit::Wan, capital::LARGEST).unwrap())
    };
    let persons = inputs.number_if_any("employees");
    let figures = Figures {
        persons: persons.map(|count| count.try_into().unwrap()),
        revenue: wan("revenue_wan"),
        assets: wan("assets_wan"),
    };
    let industry = sizes.industry(inputs.text("industry"));
    match industry.map(|industry| size(industry, &figures)) {
        Some(Ok(size)) => json!({ "size": size.name().zh, "is_sme": size.is_sme() }),
        _ => json!({ "size": none("Unknown"), "is_sme": none("Unknown") }),
    }
}

fn size_table(_: &Inputs<'_>) -> Value {
    let mut table = json!({});
    for industry in Almanac::carried().sizes.rows() {
        let mut bounds = json!({});
        for (letter, measure) in [
            ("X", industry.persons),
            ("Y", industry.revenue),
            ("Z", industry.assets),
        ] {
            if let Some(measure) = measure {
                bounds[letter] = json!(measure);
            }
        }
        table[&industry.name] = bounds;
    }
    table
}

fn capital_words(inputs: &Inputs<'_>) -> Value {
    let amount = Amount::from_fen(inputs.fen("amount"));
    let words = capital::print(amount).unwrap();
    for variant in inputs
        .texts("accepted_variants")
        .into_iter()
        .chain([&*words])
    {
        assert!(capital::says(variant, amount), "{variant}");
        assert_eq!(capital::parse(variant), Ok(amount), "{variant}");
    }
    words.into()
}

fn in_wan(inputs: &Inputs<'_>) -> Value {
    let decimals = inputs.number_if_any("decimals").unwrap_or(2);
    let decimals = decimals.try_into().unwrap();
    let show = |amount: Amount| amount.in_wan(decimals);
    if let Some(fen) = inputs.fen_if_any("amount") {
        return show(Amount::from_fen(fen)).into();
    }
    let rows: Vec<Amount> = inputs
        .fens("rows")
        .into_iter()
        .map(Amount::from_fen)
        .collect();
    let total: Amount = rows.iter().copied().sum();
    let rounded: Amount = rows.iter().map(|row| row.rounded_to_wan(decimals)).sum();
    json!({
        "rows": rows.iter().copied().map(show).collect::<Vec<_>>(),
        "total_exact": total.to_string(),
        "total_wan": show(total),
        "sum_of_rounded_rows": show(rounded),
    })
}

fn mobile_number(inputs: &Inputs<'_>) -> Value {
    (mobile(inputs.text("number")) == Mobile::Given).into()
}

fn landline_number(inputs: &Inputs<'_>) -> Value {
    (landline(inputs.text("number")) == Landline::Full).into()
}

fn bank_account(inputs: &Inputs<'_>) -> Value {
    let account = account(inputs.text("account")).unwrap();
    json!({ "digits": account.digits, "luhn": account.passes_luhn })
}
