//! Vectors of interest: rates, bases, days, payments.

use arrears_ledger::almanac::{Almanac, Rate};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::{Account, Debt, Segment, Terms, accrue, total};
use arrears_ledger::calc::appropriation::{Applied, Balance, Order, Owed, Part, apply, apply_many};
use arrears_ledger::calc::basis::{Basis, Case, Kind, floor};
use arrears_ledger::calc::course::{Course, Fixing};
use arrears_ledger::calc::interest::{Convention, Per, interest, overdue_days};
use arrears_ledger::calc::progress::Payment;
use arrears_ledger::calc::term::Payer;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::inputs::{Handler, Inputs, any, day, decimal, fen, none};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("interest_source", interest_source),
    ("interest_computed", interest_computed),
    ("rate_basis", rate_basis),
    ("rate_floor", rate_floor),
    ("appropriation", appropriation),
    ("multi_instalment", multi_instalment),
];

pub(crate) fn amount(inputs: &Inputs<'_>, key: &str) -> Option<Amount> {
    inputs.fen_if_any(key).map(Amount::from_fen)
}

/// The first of some names there is.
pub(crate) fn first<'k>(inputs: &Inputs<'_>, keys: &[&'k str]) -> &'k str {
    inputs
        .any(keys)
        .unwrap_or_else(|| panic!("{}: none of {keys:?}", inputs.name()))
}

/// The number behind a word or before it, as vectors write rates: `x1.5`, `0.0005 per day`.
fn number(text: &str) -> Option<Rate> {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.';
    let from = text.find(|letter: char| letter.is_ascii_digit())?;
    let (_, rest) = text.split_at(from);
    let until = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
    let (digits, _) = rest.split_at(until);
    Rate::parse(digits.trim_end_matches('.'))
}

/// What a text says of a rate; `times` and `breach` where the text leaves them open.
fn fixing(text: &str, times: Option<Rate>, breach: NaiveDate) -> Fixing {
    let lower = text.to_lowercase();
    let written = lower.split_once(" x").and_then(|(_, rest)| number(rest));
    let times = times.or(written).unwrap_or(Rate::ONE);
    if lower.contains("per day") || lower.contains("daily") {
        return Fixing::Agreed(number(&lower).unwrap(), Per::Day);
    }
    if lower.contains("breach") || (lower.contains("fixed") && lower.contains("lpr")) {
        return Fixing::On(breach, times);
    }
    if lower.contains("lpr") || lower.contains("同期") || lower.contains("benchmark") {
        return Fixing::SamePeriod(times);
    }
    let percent = lower.trim_end_matches(" fixed").trim_end_matches('%');
    Fixing::Agreed(Rate::parse_percent(percent).unwrap(), Per::Year)
}

/// By what a vector computes; what it does not say is as recommended, and the rate the LPR's.
pub(crate) fn terms(inputs: &Inputs<'_>, breach: NaiveDate) -> Terms {
    let times = inputs.rate_if_any("multiplier");
    let daily = inputs.rate_if_any("daily_rate");
    let yearly = inputs
        .any(&["rate_percent", "annual_percent"])
        .and_then(|key| inputs.percent_if_any(key));
    let words = inputs
        .any(&["rate", "rate_mode", "before"])
        .and_then(|key| inputs.text_if_any(key));
    let first = match (daily, yearly, words) {
        (Some(rate), _, _) => Fixing::Agreed(rate, Per::Day),
        (_, Some(rate), _) => Fixing::Agreed(rate.times(times.unwrap_or(Rate::ONE)), Per::Year),
        (_, _, words) => fixing(words.unwrap_or("LPR floating"), times, breach),
    };
    let mut terms = Terms::of(Course { first, then: None });
    let act_360 = words.is_some_and(|words| words.contains("act/360"));
    terms.manner.convention = match inputs.number_if_any("basis") {
        Some(360) => Convention::Act360,
        None if act_360 => Convention::Act360,
        None | Some(365) => Convention::Act365,
        Some(other) => panic!("{}: a year of {other} days", inputs.name()),
    };
    if let Some(counts) = inputs
        .any(&["count_end_day", "count_end"])
        .and_then(|key| inputs.flag_if_any(key))
    {
        terms.manner.count_last = counts;
    }
    terms
}

fn as_rows(segments: &[Segment]) -> Value {
    let row = |one: &Segment| {
        json!([
            one.days.to_string(),
            one.rate.to_string(),
            one.interest.to_string()
        ])
    };
    segments.iter().map(row).collect()
}

fn as_objects(segments: &[Segment]) -> Value {
    let object = |one: &Segment| {
        json!({
            "from": one.from.to_string(),
            "to_exclusive": one.until.to_string(),
            "days": one.days,
            "rate_percent": one.rate.to_string(),
            "interest": one.interest.to_string(),
        })
    };
    segments.iter().map(object).collect()
}

/// Interest as court papers and other programs have it: from the first day, the end not counted.
fn interest_source(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let principal = amount(inputs, "principal").unwrap();
    let start = inputs.day_if_any("start");
    let mut terms = terms(inputs, start.unwrap_or_default());
    if let Some(switch) = inputs.day_if_any("switch") {
        // Private lending: 24 % a year until the provisions of 2020, four times the LPR from then on.
        let before = Fixing::Agreed(Rate::parse_percent("24").unwrap(), Per::Year);
        let after = Fixing::On(switch, Rate::parse("4").unwrap());
        terms.course = Course {
            first: before,
            then: Some((switch, after)),
        };
    }
    let segments = match start {
        Some(start) => {
            let end = inputs.day("end_exclusive");
            terms.segments(principal, start, end, &almanac).unwrap()
        }
        None => vec![by_length(inputs, principal, &terms)],
    };
    let sum = total(&segments);
    let interest_of = |index: usize| segments.get(index).map(|one| one.interest.to_string());
    json!({
        "days": segments.iter().map(|one| one.days).sum::<i64>(),
        "segments": as_rows(&segments),
        "before": interest_of(0),
        "after": interest_of(1),
        "total": sum.to_string(),
        "interest": sum.to_string(),
        "total_yuan_truncated": (sum.fen() / 100).to_string(),
        "total_yuan_rounded": ((sum.fen() + 50) / 100).to_string(),
        "total_yuan_rounded_up": ((sum.fen() + 99) / 100).to_string(),
    })
}

/// A span of which only the length is given.
fn by_length(inputs: &Inputs<'_>, principal: Amount, terms: &Terms) -> Segment {
    let Fixing::Agreed(rate, per) = terms.course.first else {
        panic!("{}: a floating rate needs days", inputs.name());
    };
    let months = inputs.number_if_any("months").or_else(|| {
        let years = inputs.rate_if_any("years")?.e8() * 12;
        assert_eq!(years % 100_000_000, 0, "a part of a month");
        Some(years / 100_000_000)
    });
    let (days, year) = match (months, per) {
        (Some(months), _) => (30 * months, Convention::Months.year()),
        (None, Per::Day) => (inputs.number("days"), 1),
        (None, Per::Year) => (inputs.number("days"), terms.manner.convention.year()),
    };
    let from = inputs.day_if_any("span_start_not_counted");
    let last = inputs.day_if_any("span_end_counted");
    if let Some((from, last)) = from.zip(last) {
        assert_eq!(overdue_days(from, last, true), days);
    }
    Segment {
        from: from.unwrap_or_default(),
        until: last.unwrap_or_default(),
        days,
        rate,
        per,
        source: arrears_ledger::calc::course::Source::Agreed,
        base: principal,
        interest: interest(principal, rate, days, year),
    }
}

/// The key of a later rate, `from_2020-09-01`, and its day.
fn switch(inputs: &Inputs<'_>) -> Option<(String, NaiveDate)> {
    let almanac = Almanac::carried();
    let versions = almanac.regulations.versions().iter();
    versions
        .map(|version| (format!("from_{}", version.from), version.from))
        .find(|(key, _)| inputs.has(key))
}

fn interest_computed(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let owed = Balance {
        principal: amount(inputs, "principal").unwrap(),
        ..Balance::default()
    };
    let due = match inputs.day_if_any("first_overdue_day") {
        Some(first) => first.pred_opt().unwrap(),
        None => inputs.day("due"),
    };
    let as_of = inputs.day(first(inputs, &["as_of_inclusive", "as_of"]));
    let breach = due.succ_opt().unwrap();
    let mut terms = terms(inputs, breach);
    let switch = switch(inputs);
    if let Some((key, day)) = &switch {
        let then = fixing(inputs.text(key), None, breach);
        terms.course.then = Some((*day, then));
    }
    if let Some(contract) = inputs.day_if_any("contract_date") {
        let under = almanac.regulations.on(contract).is_some();
        assert!(!under || switch.is_none(), "{}", inputs.name());
    }
    let account = accrue(&Debt { owed, due }, &[], as_of, &terms, &almanac).unwrap();
    let sum = account.interest().to_string();
    let once = account.segments.iter().map(|one| one.rate.e8() * one.days);
    let year = match account.segments.first().map(|one| one.per) {
        Some(Per::Year) => terms.manner.convention.year(),
        _ => 1,
    };
    let once = interest(owed.principal, Rate::from_e8(once.sum()), 1, year);
    let is_before = |one: &&Segment| switch.as_ref().is_none_or(|(_, switch)| one.from < *switch);
    let (before, after): (Vec<&Segment>, Vec<&Segment>) =
        account.segments.iter().partition(is_before);
    let days = |some: &[&Segment]| some.iter().map(|one| one.days).sum::<i64>();
    let of = |some: &[&Segment]| some.iter().map(|one| one.interest).sum::<Amount>();
    json!({
        "days": account.days,
        "interest": sum,
        "total": sum,
        "total_rounded_once": once.to_string(),
        "rate_percent": account.segments.first().map(|one| one.rate.to_string()),
        "segments": as_objects(&account.segments),
        "days_before": days(&before),
        "interest_before": of(&before).to_string(),
        "days_after": days(&after),
        "interest_after": of(&after).to_string(),
    })
}

fn debtor(text: &str) -> Payer {
    match text {
        "机关" | "事业单位" | "团体组织" => Payer::Public,
        "大型企业" => Payer::Large,
        _ => Payer::Other,
    }
}

fn kind(inputs: &Inputs<'_>) -> Kind {
    let is_works = inputs.flag_if_any("construction").unwrap_or(false);
    let key = inputs.any(&["kind", "contract_kind", "contract_type", "contract"]);
    let words = key.and_then(|key| inputs.text_if_any(key)).unwrap_or("");
    let words = words.to_lowercase();
    let says = |some: &[&str]| some.iter().any(|word| words.contains(word));
    if is_works || says(&["construction", "works", "建设", "工程", "施工"]) {
        Kind::Construction
    } else if says(&["service", "服务"]) {
        Kind::Service
    } else {
        Kind::Sale
    }
}

fn agreed(inputs: &Inputs<'_>) -> Option<(Rate, Per)> {
    let daily = inputs.any(&["agreed_daily", "agreed_daily_rate"]);
    if let Some(key) = daily {
        return inputs.rate_if_any(key).map(|rate| (rate, Per::Day));
    }
    let yearly = inputs.any(&["agreed", "agreed_annual_percent", "agreed_percent"])?;
    inputs.percent_if_any(yearly).map(|rate| (rate, Per::Year))
}

/// A basis as vectors name it; where none of those published does, in the words of the reference.
fn name(basis: Basis) -> &'static str {
    match basis {
        Basis::NoInterest => "NONE",
        Basis::Agreed => "AGREED",
        Basis::LprAtContract => "LPR_AT_CONTRACT_FLOOR",
        Basis::Statutory => "STATUTORY_DAILY_0.0005",
        Basis::SamePeriod(_) => "SAME_PERIOD_X1",
        Basis::Sale(_) => "SALE_X1.3_TO_X1.5",
        Basis::SamePeriodThenStatutory(_) | Basis::SaleThenStatutory(_) => "THEN_STATUTORY",
        Basis::Doubled => "DOUBLED_DAILY_0.000175",
    }
}

fn rate_basis(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let told = inputs.any(&["sme_notified", "sme_notified_at_contract", "told"]);
    let breach = inputs.any(&["first_overdue_day", "breach", "breach_date"]);
    let breach = breach.and_then(|key| inputs.day_if_any(key));
    let contract = inputs.day_if_any("contract_date");
    let case = Case {
        debtor: debtor(inputs.text("debtor")),
        is_sme: inputs.flag_if_any("creditor_is_sme").unwrap_or(true),
        told: told.and_then(|key| inputs.flag_if_any(key)),
        contract,
        kind: kind(inputs),
        agreed: agreed(inputs),
        back_to_back: inputs.flag_if_any("back_to_back").unwrap_or(false),
        breach: breach.or(contract).unwrap(),
    };
    let suggestion = case.suggest(&almanac);
    let course = suggestion.basis.course(&case, &almanac);
    let rate = course.and_then(|course| {
        let next = case.breach.succ_opt()?;
        let pieces = course.pieces(case.breach, next, &almanac).ok()?;
        Some(pieces.first()?.rate.to_string())
    });
    let alternative = |basis: &Basis| match basis {
        Basis::SamePeriod(_) if case.back_to_back => "LPR_X1_BACK_TO_BACK",
        basis => name(*basis),
    };
    let others: Vec<&str> = suggestion.alternatives.iter().map(alternative).collect();
    let mut answer = json!({
        "basis": match suggestion.basis {
            Basis::LprAtContract => any(&[
                name(suggestion.basis),
                "LPR_AT_CONTRACT",
                "LPR_FLOOR",
                "LPR_AT_CONTRACT (floor)",
            ]),
            Basis::SamePeriod(_) => any(&[name(suggestion.basis), "SAME_PERIOD_LPR_X1", "LPR_X1"]),
            basis => name(basis).into(),
        },
        "rate_percent": rate,
        "alternatives": others,
    });
    if let Some(contested) = suggestion.contested {
        let from = almanac.regulations.versions()[0].from;
        let words = format!("{} (contested)", name(contested));
        answer[format!("from_{from}")] = words.into();
    }
    answer
}

fn rate_floor(inputs: &Inputs<'_>) -> Value {
    let agreed = agreed(inputs).unwrap();
    let test = floor(agreed, inputs.day("contract_date"), &Almanac::carried());
    test.map_or(none("NoLpr"), |test| {
        json!({
            "lpr_at_contract": test.lpr.published(),
            "agreed_ok": test.holds,
            "effective_percent": test.effective.to_string(),
        })
    })
}

fn order(inputs: &Inputs<'_>) -> Order {
    let part = |name: &str| match name {
        "fees" | "费用" => Part::Fees,
        "interest" | "利息" => Part::Interest,
        "principal" | "本金" | "主债务" => Part::Principal,
        other => panic!("{}: no part {other}", inputs.name()),
    };
    let named: Vec<Part> = inputs.texts("order").into_iter().map(part).collect();
    Order::agreed(&named)
}

fn applied(applied: &Applied) -> Map<String, Value> {
    let Applied { to, left, surplus } = applied;
    let answer = json!({
        "to_fees": to.fees.to_string(),
        "to_interest": to.interest.to_string(),
        "to_principal": to.principal.to_string(),
        "fees_left": left.fees.to_string(),
        "interest_left": left.interest.to_string(),
        "principal_left": left.principal.to_string(),
        "unapplied": surplus.to_string(),
    });
    answer.as_object().unwrap().clone()
}

fn appropriation(inputs: &Inputs<'_>) -> Value {
    if inputs.has("debts") {
        return spread(inputs);
    }
    let interest = inputs.any(&["accrued_interest", "interest"]);
    let owed = Balance {
        fees: amount(inputs, "fees").unwrap_or_default(),
        interest: interest
            .and_then(|key| amount(inputs, key))
            .unwrap_or_default(),
        principal: amount(inputs, "principal").unwrap(),
    };
    if let Some(payment) = amount(inputs, "payment") {
        return applied(&apply(owed, payment, order(inputs))).into();
    }
    let due = inputs.day("due");
    let mut terms = terms(inputs, due.succ_opt().unwrap());
    terms.manner.order = order(inputs);
    let payments = payments(inputs);
    let as_of = inputs.day(first(inputs, &["as_of_inclusive", "as_of"]));
    let almanac = Almanac::carried();
    let account = accrue(&Debt { owed, due }, &payments, as_of, &terms, &almanac).unwrap();
    statement(&account, as_of)
}

/// Payments as pairs of a day and an amount, or as objects.
pub(crate) fn payments(inputs: &Inputs<'_>) -> Vec<Payment> {
    let pairs = pairs(inputs, "payments", "date");
    pairs
        .into_iter()
        .map(|(on, amount)| Payment { on, amount })
        .collect()
}

/// Pairs of a day and an amount; in objects, the day has a name of its own.
pub(crate) fn pairs(inputs: &Inputs<'_>, key: &str, on: &str) -> Vec<(NaiveDate, Amount)> {
    let Some(list) = inputs.value(key).map(|list| list.as_array().unwrap()) else {
        return Vec::new();
    };
    if list.iter().any(Value::is_object) {
        let object = |one: &Inputs<'_>| (one.day(on), Amount::from_fen(one.fen("amount")));
        return inputs.objects(key).iter().map(object).collect();
    }
    let pair = |pair: &Value| {
        let amount = Amount::from_fen(fen(&decimal(&pair[1])));
        (day(pair[0].as_str().unwrap()), amount)
    };
    list.iter().map(pair).collect()
}

fn statement(account: &Account, as_of: NaiveDate) -> Value {
    let step = |step: &arrears_ledger::calc::accrual::Step| {
        let mut answer = applied(&step.applied);
        answer.insert("date".to_owned(), step.on.to_string().into());
        answer.insert("paid".to_owned(), step.paid.to_string().into());
        answer.insert("days".to_owned(), step.days.into());
        let accrued = total(&step.segments).to_string();
        answer.insert("accrued".to_owned(), accrued.into());
        Value::from(answer)
    };
    let owed = account.owed;
    json!({
        "steps": account.steps.iter().map(step).collect::<Vec<_>>(),
        "final": {
            "as_of_inclusive": as_of.to_string(),
            "days": account.days,
            "accrued": total(&account.segments).to_string(),
            "fees": owed.fees.to_string(),
            "interest": owed.interest.to_string(),
            "principal": owed.principal.to_string(),
            "total": owed.total().to_string(),
        },
        "unapplied": account.surplus().to_string(),
    })
}

fn spread(inputs: &Inputs<'_>) -> Value {
    let debts = inputs.objects("debts");
    let ids: Vec<&str> = debts.iter().map(|debt| debt.text("id")).collect();
    let owed = |debt: &Inputs<'_>| Owed {
        amount: Amount::from_fen(debt.fen("amount")),
        due: debt.day("due"),
        security: Amount::from_fen(match debt.flag_if_any("secured") {
            Some(is_secured) => i64::from(is_secured),
            None => debt.fen_if_any("security").unwrap_or(0),
        }),
        burden: debt.percent_if_any("burden").unwrap_or_default(),
    };
    let owed: Vec<Owed> = debts.iter().map(owed).collect();
    let designation = inputs.any(&["designation", "designated"]);
    let named = designation.map_or_else(Vec::new, |key| match inputs.value(key) {
        Some(Value::String(id)) => vec![id.as_str()],
        _ => inputs.texts(key),
    });
    let places = named
        .iter()
        .filter_map(|id| ids.iter().position(|one| one == id));
    let places: Vec<usize> = places.collect();
    let payment = amount(inputs, "payment").unwrap();
    let on = inputs.day(first(inputs, &["on", "date", "as_of"]));
    let spread = apply_many(&owed, payment, on, &places);
    let mut answer = json!({ "unapplied": spread.surplus.to_string() });
    for (id, paid) in ids.iter().zip(&spread.paid) {
        answer[*id] = paid.to_string().into();
    }
    answer
}

fn multi_instalment(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let as_of = inputs.day(first(inputs, &["as_of_inclusive", "as_of"]));
    let mut rows = Vec::new();
    let mut totals = [Amount::ZERO; 2];
    for (name, principal, due) in named_instalments(inputs) {
        let owed = Balance {
            principal,
            ..Balance::default()
        };
        let terms = terms(inputs, due.succ_opt().unwrap());
        let account = accrue(&Debt { owed, due }, &[], as_of, &terms, &almanac).unwrap();
        totals = [totals[0] + principal, totals[1] + account.interest()];
        rows.push(json!({
            "name": name,
            "amount": principal.to_string(),
            "due": due.to_string(),
            "days": account.days,
            "interest": account.interest().to_string(),
        }));
    }
    json!({
        "rows": rows,
        "principal_total": totals[0].to_string(),
        "interest_total": totals[1].to_string(),
    })
}

/// Instalments as name, amount and day, in lists or in objects.
fn named_instalments(inputs: &Inputs<'_>) -> Vec<(String, Amount, NaiveDate)> {
    let objects = inputs.objects_if_any("instalments");
    let object = |one: &Inputs<'_>| {
        let name = one.text_if_any("name").unwrap_or_default();
        (
            name.to_owned(),
            Amount::from_fen(one.fen("amount")),
            one.day("due"),
        )
    };
    if !objects.is_empty() {
        return objects.iter().map(object).collect();
    }
    let list = inputs.value("instalments").unwrap().as_array().unwrap();
    let row = |one: &Value| {
        let amount = Amount::from_fen(fen(&decimal(&one[1])));
        (decimal(&one[0]), amount, day(one[2].as_str().unwrap()))
    };
    list.iter().map(row).collect()
}
