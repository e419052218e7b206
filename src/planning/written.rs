//! Plans as the texts a session writes into the ledger: what was paid of an old plan stays.

use serde_json::{Value, json};

use super::form::{Form, Refused, answered, ledger};
use super::shown::all;
use crate::claims::plan::put;
use crate::ledger::Instalment;
use crate::ledger::fields::Record;
use crate::ledger::instalment::Field;
use crate::limits;
use crate::text::Words;

/// The columns of an instalment that are written, in this order.
const COLUMNS: [Field; 5] = [
    Field::DueOn,
    Field::PlannedAmount,
    Field::FundSource,
    Field::DutyUnit,
    Field::Status,
];

/// `{plans: [{row, instalments: [{due, amount}]}]}` → `{keys, plans: [{row, texts}], remarks}`: what
/// `set_plans` of a session takes, in one step for all debts.
pub fn written(draft: &[u8], form: &str) -> String {
    answered(texts(draft, form))
}

fn texts(draft: &[u8], form: &str) -> Result<Value, Refused> {
    let ledger = ledger(draft);
    let unit = ledger.header.unit();
    let form = Form::read(form, unit)?;
    let mut plans = Vec::new();
    let (mut kept, mut removed) = (0_usize, 0_usize);
    for one in form.parts("plans") {
        let (row, entry) = one.debt(&ledger)?;
        let mut entry = entry.clone();
        let replaced = put(&mut entry, &one.instalments("instalments")?);
        let replaced = replaced.map_err(|why| too_many(why.count))?;
        kept += replaced.kept;
        removed += replaced.removed;
        let texts = |one: &Instalment| COLUMNS.map(|field| one.text(field, unit));
        let texts: Vec<_> = entry.instalments.iter().map(texts).collect();
        plans.push(json!({ "row": row, "texts": texts }));
    }
    let said = (0 < kept + removed).then(|| Words {
        zh: format!("原有期次：已还的{kept}期保留，未还的{removed}期由新计划替换"),
        en: format!("of the instalments there were, {kept} paid ones stay and {removed} give way"),
    });
    let remarks: Vec<Words> = said.into_iter().collect();
    Ok(json!({
        "keys": COLUMNS.map(|field| Instalment::spec(field).key),
        "plans": plans,
        "remarks": all(&remarks),
    }))
}

fn too_many(count: usize) -> Refused {
    let most = limits::CHILDREN;
    let why = Words {
        zh: format!("一笔欠款最多{most}期，现为{count}期，请减少期数"),
        en: format!("a debt may have {most} instalments, not {count}: make fewer"),
    };
    Refused::new("parts", why)
}
