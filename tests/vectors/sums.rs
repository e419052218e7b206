//! Vectors of plans: parting, dates, milestones, budgets, progress, clearance.

use arrears_ledger::almanac::{Almanac, Rate};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::Debt;
use arrears_ledger::calc::allocation::{
    Allocation, Method, Order, Waiting, allocate, allocate_periods,
};
use arrears_ledger::calc::appropriation::Balance;
use arrears_ledger::calc::clearance::{Percent, Stock, shown_with};
use arrears_ledger::calc::progress::{Filled, Matched, Standing, progress_matched};
use arrears_ledger::calc::repayment::{Row, with_interest};
use arrears_ledger::calc::schedule::{Instalment, Rhythm, by_shares, dates, project, ties};
use arrears_ledger::calc::split::{Remainder, equal};
use serde_json::{Map, Value, json};

use crate::inputs::{Handler, Inputs, any, day, decimal, fen, none};
use crate::interest::{amount, first, pairs, payments, terms};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("plan_equal", plan_equal),
    ("plan_dates", plan_dates),
    ("plan_milestones", plan_milestones),
    ("plan_interest", plan_interest),
    ("plan_allocate", plan_allocate),
    ("plan_projection", plan_projection),
    ("plan_vs_actual", plan_vs_actual),
    ("clearance_rate", clearance_rate),
];

fn texts(amounts: &[Amount]) -> Value {
    amounts
        .iter()
        .map(|amount| Value::from(amount.to_string()))
        .collect()
}

fn unit(inputs: &Inputs<'_>) -> Amount {
    let named = inputs.value("unit").and_then(Value::as_str);
    Amount::from_fen(match named {
        None => inputs.fen_if_any("unit").unwrap_or(1),
        Some("分" | "fen") => 1,
        Some("元" | "yuan") => 100,
        Some("万元" | "wan") => 1_000_000,
        Some(amount) => fen(amount),
    })
}

fn plan_equal(inputs: &Inputs<'_>) -> Value {
    let rule = match inputs.text_if_any("rule") {
        None | Some("LAST_TAKES_BALANCE") => Remainder::LastTakesBalance,
        Some("LARGEST_REMAINDER") => Remainder::LargestRemainder,
        Some(other) => panic!("no rule {other}"),
    };
    let total = amount(inputs, "total").unwrap();
    let parts = inputs.number("n").try_into().unwrap();
    match equal(total, parts, unit(inputs), rule) {
        Ok(amounts) => texts(&amounts),
        Err(why) => none(&format!("{why:?}")),
    }
}

fn rhythm(inputs: &Inputs<'_>, first: &str) -> Rhythm {
    Rhythm {
        first: inputs.day(first),
        step: match inputs.any(&["step_months", "step", "every"]) {
            None => 1,
            Some(key) => match inputs.value(key).and_then(Value::as_str) {
                Some("month" | "monthly" | "按月") => 1,
                Some("quarter" | "quarterly" | "按季") => 3,
                Some("year" | "yearly" | "按年") => 12,
                _ => inputs.number_if_any(key).unwrap_or(1).try_into().unwrap(),
            },
        },
    }
}

fn plan_dates(inputs: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let rolls = inputs.flag_if_any("roll").unwrap_or(false);
    let count = inputs.number("n").try_into().unwrap();
    let dates = dates(
        rhythm(inputs, "first"),
        count,
        rolls.then_some(&almanac.calendar),
    );
    let day = |day: &chrono::NaiveDate| Value::from(day.to_string());
    dates.days.iter().map(day).collect()
}

fn plan_milestones(inputs: &Inputs<'_>) -> Value {
    let total = amount(inputs, "total").unwrap();
    let pair = |due: &str, amount: Amount| json!([due, amount.to_string()]);
    let Some(shares) = inputs.value("milestones_percent") else {
        let key = first(
            inputs,
            &["milestones_amount", "milestones_amounts", "milestones"],
        );
        let fixed = pairs(inputs, key, "date");
        let plan: Vec<Instalment> = fixed
            .iter()
            .map(|(due, amount)| Instalment {
                due: *due,
                amount: *amount,
            })
            .collect();
        return match ties(&plan, total) {
            Ok(()) => plan
                .iter()
                .map(|one| pair(&one.due.to_string(), one.amount))
                .collect(),
            Err(_) => none("SumDiffers"),
        };
    };
    let shares = shares.as_array().unwrap();
    let percent = |share: &Value| Rate::parse_percent(&decimal(&share[1])).unwrap();
    let weights: Vec<Rate> = shares.iter().map(percent).collect();
    let parts = by_shares(total, &weights);
    let parts = shares.iter().zip(parts);
    parts
        .map(|(share, part)| pair(share[0].as_str().unwrap(), part))
        .collect()
}

fn plan_interest(inputs: &Inputs<'_>) -> Value {
    let due = inputs.day("due");
    let owed = Balance {
        fees: amount(inputs, "fees").unwrap_or_default(),
        interest: amount(inputs, "accrued_interest").unwrap_or_default(),
        principal: amount(inputs, "principal").unwrap(),
    };
    let plan = pairs(inputs, "plan", "date");
    let plan: Vec<Instalment> = plan
        .into_iter()
        .map(|(due, amount)| Instalment { due, amount })
        .collect();
    let terms = terms(inputs, due.succ_opt().unwrap());
    let almanac = Almanac::carried();
    let repayment = with_interest(&Debt { owed, due }, &plan, &terms, &almanac).unwrap();
    let row = |row: &Row| {
        json!({
            "date": row.on.to_string(),
            "days": row.days,
            "interest": row.interest().to_string(),
            "principal": row.to.principal.to_string(),
            "pay": row.pay.to_string(),
            "principal_left": row.left.principal.to_string(),
        })
    };
    json!({
        "rows": repayment.rows.iter().map(row).collect::<Vec<_>>(),
        "interest_total": repayment.interest().to_string(),
        "paid_total": repayment.paid().to_string(),
    })
}

fn waiting<'a>(debt: &Inputs<'a>) -> Waiting<'a> {
    let amount_owed = Amount::from_fen(debt.fen("amount"));
    let is_disputed = debt.flag_if_any("disputed").unwrap_or(false);
    let part = debt.any(&["undisputed_amount", "undisputed"]);
    let part = part.and_then(|key| amount(debt, key));
    let paid = debt.any(&["paid", "already_paid"]);
    let court = debt.any(&["in_court", "judicial", "in_litigation", "litigation"]);
    Waiting {
        id: debt.text("id"),
        amount: amount_owed,
        undisputed: if is_disputed {
            Some(part.unwrap_or_default())
        } else {
            part
        },
        paid: paid.and_then(|key| amount(debt, key)).unwrap_or_default(),
        in_court: court.and_then(|key| debt.flag_if_any(key)).unwrap_or(false),
        due: debt.day_if_any("due"),
    }
}

fn method(inputs: &Inputs<'_>) -> Method {
    let name = inputs.text("method");
    let (name, inside) = match name.split_once('(') {
        Some((name, rest)) => (name, Some(rest.trim_end_matches(')'))),
        None => (name, None),
    };
    let threshold = || {
        let given = amount(inputs, "threshold").or_else(|| {
            let digits: String = inside?.chars().filter(|c| *c != ',').collect();
            Some(Amount::from_fen(fen(&digits)))
        });
        given.unwrap_or_else(|| panic!("{}: no threshold", inputs.name()))
    };
    match name {
        "PRO_RATA" => Method::All(Order::ProRata),
        "OLDEST_FIRST" => Method::All(Order::Oldest),
        "SMALLEST_FIRST" => Method::All(Order::Smallest),
        "UNDISPUTED_FIRST" | "UNDISPUTED_FIRST_OLDEST" => Method::UndisputedFirst(Order::Oldest),
        "UNDISPUTED_FIRST_SMALLEST" => Method::UndisputedFirst(Order::Smallest),
        "UNDISPUTED_FIRST_PRO_RATA" => Method::UndisputedFirst(Order::ProRata),
        "SMALL_CLEAR_THEN_PRO_RATA" => Method::SmallThenProRata(threshold()),
        other => panic!("no method {other}"),
    }
}

fn shared(debts: &[Waiting<'_>], shared: &Allocation) -> Value {
    let mut paid = Map::new();
    let mut cleared = Vec::new();
    for (debt, share) in debts.iter().zip(&shared.shares) {
        paid.insert(debt.id.to_owned(), share.paid.to_string().into());
        if share.is_cleared() {
            cleared.push(debt.id);
        }
    }
    json!({
        "paid": paid,
        "sum": shared.paid().to_string(),
        "unspent": shared.unspent.to_string(),
        "unspent_budget": shared.unspent.to_string(),
        "fully_paid_payable_part": cleared,
    })
}

fn plan_allocate(inputs: &Inputs<'_>) -> Value {
    let debts: Vec<Waiting<'_>> = inputs.objects("creditors").iter().map(waiting).collect();
    let method = method(inputs);
    if inputs.has("budgets") {
        let budgets = inputs.fens("budgets").into_iter();
        let budgets: Vec<Amount> = budgets.map(Amount::from_fen).collect();
        let periods = allocate_periods(&debts, &budgets, method);
        let periods = periods.iter().map(|period| shared(&debts, period));
        let periods: Value = periods.collect();
        return json!({ "any": [periods.clone(), { "periods": periods }] });
    }
    let budget = amount(inputs, "budget").unwrap();
    shared(&debts, &allocate(&debts, budget, method))
}

fn plan_projection(inputs: &Inputs<'_>) -> Value {
    let rest = amount(inputs, first(inputs, &["remaining", "rest", "total"])).unwrap();
    let each = amount(inputs, first(inputs, &["monthly", "per_period", "amount"])).unwrap();
    let rhythm = rhythm(inputs, first(inputs, &["first_payment", "first"]));
    let Some(ahead) = project(rest, each) else {
        return json!({ "periods": null, "date": null, "last_payment": null });
    };
    json!({
        "periods": ahead.periods,
        "date": ahead.cleared(rhythm).map(|day| day.to_string()),
        "last_payment": ahead.last.to_string(),
    })
}

/// Payments, some of them made for an instalment: its number from one, or its day.
fn matched(inputs: &Inputs<'_>, plan: &[Instalment]) -> Vec<Matched> {
    let place = |to: &Value| match to {
        Value::Null => None,
        Value::String(due) => plan.iter().position(|one| one.due == day(due)),
        number => Some(usize::try_from(number.as_u64().unwrap()).unwrap() - 1),
    };
    let list = inputs.value("payments").and_then(Value::as_array);
    let named = |one: &Value| {
        let keys = ["instalment", "match", "for", "to"];
        let inside = keys.iter().find_map(|key| one.get(key));
        inside.or(one.get(2)).and_then(place)
    };
    let named: Vec<_> = list.into_iter().flatten().map(named).collect();
    for one in inputs.objects_if_any("payments") {
        for key in ["instalment", "match", "for", "to"] {
            let _ = one.value(key);
        }
    }
    let payments = payments(inputs).into_iter().zip(named);
    payments
        .map(|(payment, to)| Matched { payment, to })
        .collect()
}

fn plan_vs_actual(inputs: &Inputs<'_>) -> Value {
    let plan: Vec<Instalment> = pairs(inputs, "instalments", "due")
        .into_iter()
        .map(|(due, amount)| Instalment { due, amount })
        .collect();
    let as_of = inputs.day("as_of");
    let progress = progress_matched(&plan, &matched(inputs, &plan), as_of);
    let row = |one: &Filled| {
        json!({
            "due": one.due.to_string(),
            "amount": one.amount.to_string(),
            "applied": one.applied.to_string(),
            "status": match one.standing {
                Standing::Paid => "PAID",
                Standing::DueToday => "DUE_TODAY",
                Standing::Pending => "PENDING",
                Standing::Overdue => "OVERDUE",
            },
        })
    };
    json!({
        "instalments": progress.instalments.iter().map(row).collect::<Vec<_>>(),
        "planned_to_date": progress.planned.to_string(),
        "actual_to_date": progress.actual.to_string(),
        "variance": progress.variance().to_string(),
        "overdue_amount": progress.overdue.to_string(),
        "achievement_percent": progress.achievement().map(|percent| percent.to_string()),
        "prepaid_unapplied": progress.prepaid.to_string(),
    })
}

/// A share, or nothing where there is nothing to have a share of.
fn share(percent: Option<Percent>) -> Value {
    percent.map_or(Value::Null, |percent| percent.to_string().into())
}

fn clearance_rate(inputs: &Inputs<'_>) -> Value {
    // The unit of both figures is the same, and does not change their share.
    let _ = inputs.text_if_any("unit");
    let written = |keys: &[&str]| {
        let value = inputs.any(keys).and_then(|key| inputs.value(key));
        value.map_or("0".to_owned(), decimal)
    };
    let figures = [
        written(&["baseline", "opening", "opening_stock"]),
        written(&["newly_identified", "new", "found"]),
        written(&["reductions", "verified_reductions", "reduced"]),
        written(&["paid", "repaid"]),
        written(&["resolved", "otherwise_resolved"]),
    ];
    // Figures in 亿元 may have more decimals than yuan: all are taken in the smallest of them.
    let places = |text: &String| text.split_once('.').map_or(0, |(_, part)| part.len());
    let places = figures.iter().map(places).max().unwrap_or(0).max(2);
    let [opening, found, reduced, paid, resolved] = figures.map(|text| {
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let digits = format!("{}{part:0<places$}", whole.replace(',', ""));
        digits.parse::<i64>().unwrap()
    });
    let stock = Stock {
        opening,
        found,
        reduced,
        paid,
        resolved,
    };
    let (done, whole) = (stock.paid, stock.baseline());
    let Some(half_up) = Percent::of(done, whole, 2) else {
        let dash = json!({ "rate_percent": none("—"), "display": any(&["—"]) });
        return json!({ "any": [none("NothingOwed"), dash, "—"] });
    };
    let scale = 10_i64.pow(places.try_into().unwrap());
    let rest = stock.outstanding();
    let sign = if rest < 0 { "-" } else { "" };
    let rest = rest.abs();
    let shown = share(stock.paid_rate());
    json!({
        "half_up": half_up.to_string(),
        "display": shown,
        "rate_percent": shown,
        "rate_percent_1dp": share(shown_with(done, whole, 1)),
        "rate_percent_2dp": shown,
        "resolved_percent": share(stock.resolved_rate()),
        "baseline": format!("{}.{:0places$}", whole / scale, whole % scale),
        "remaining": format!("{sign}{}.{:0places$}", rest / scale, rest % scale),
    })
}

#[test]
fn days_and_amounts_are_read_in_either_form() {
    let vector = |list: Value| json!({ "name": "", "inputs": { "payments": list } });
    let arrays = vector(json!([["2025-01-02", "3.5"]]));
    let objects = vector(json!([{ "date": "2025-01-02", "amount": "3.50" }]));
    for vector in [arrays, objects] {
        let inputs = Inputs::of(&vector);
        let read = payments(&inputs);
        assert_eq!(read[0].on, day("2025-01-02"));
        assert_eq!(read[0].amount, Amount::from_fen(350));
        assert!(inputs.unused().is_empty());
    }
}
