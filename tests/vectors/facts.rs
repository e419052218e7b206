//! Vectors of facts: rates, days, terms, codes, words and sizes.

use arrears_ledger::almanac::{Almanac, Lpr, add_months};
use serde_json::{Value, json};

use crate::inputs::{Handler, Inputs, none};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("lpr_on_date", lpr_on_date),
    ("lpr_publication_day", lpr_publication_day),
    ("lpr_table", lpr_table),
    ("benchmark_on_date", benchmark_on_date),
    ("calendar_is_workday", calendar_is_workday),
    ("add_months", months_later),
];

fn lpr_on_date(inputs: &Inputs<'_>) -> Value {
    let told = Almanac::carried().lpr.on(inputs.day("date"));
    let rate = told.map_or(none("None"), |told| told.value.published().into());
    json!({ "rate_percent": rate, "beyond": told.is_some_and(|told| told.beyond.is_some()) })
}

fn lpr_publication_day(inputs: &Inputs<'_>) -> Value {
    let year = inputs.number("year").try_into().unwrap();
    let month = inputs.number("month").try_into().unwrap();
    let told = Lpr::publication_day(year, month, &Almanac::carried().calendar);
    told.unwrap().value.to_string().into()
}

fn lpr_table(_: &Inputs<'_>) -> Value {
    let almanac = Almanac::carried();
    let rows = almanac.lpr.rows().iter();
    rows.map(|(day, rate)| json!([day.to_string(), rate.published()]))
        .collect()
}

fn benchmark_on_date(inputs: &Inputs<'_>) -> Value {
    let rate = Almanac::carried().benchmark.on(inputs.day("date"));
    json!({ "rate_percent": rate.map_or(none("None"), |rate| rate.published().into()) })
}

fn calendar_is_workday(inputs: &Inputs<'_>) -> Value {
    let told = Almanac::carried().calendar.is_workday(inputs.day("date"));
    told.map_or_else(|_| none("UnknownYear"), Value::from)
}

fn months_later(inputs: &Inputs<'_>) -> Value {
    let months = inputs.number("months").try_into().unwrap();
    add_months(inputs.day("date"), months).to_string().into()
}
