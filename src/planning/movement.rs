//! What became of a unit's arrears since the ledger before, as both record it.

use serde_json::{Value, json};

use super::form::{Refused, answered, ledger, refused};
use super::shown::amount;
use crate::collection::Movement;
use crate::ledger::Before;
use crate::read::read_before;

/// The movement between the file of the period before and a draft: each amount of 期初＋新增＋调增－
/// 清偿－核减－转司法＝期末, what the account fails to close by, and the debts it fails for.
///
/// ```
/// use arrears_ledger::planning::movement;
/// let ledger = |day: &str, paid: &str| format!(r#"{{"format":"arrears-ledger-draft","version":1,
///     "header":{{"cutoff_date":"{day}"}},"entries":[{{"debt_id":"A","arrears_amount":"100.00",
///     "payments":[{paid}]}}]}}"#);
/// let paid = r#"{"paid_on":"2022-07-01","amount":"40.00"}"#;
/// let answer: serde_json::Value = serde_json::from_str(&movement(
///     ledger("2022-06-10", "").as_bytes(), ledger("2022-07-10", paid).as_bytes())).unwrap();
/// assert_eq!((&answer["repaid"]["fen"], &answer["closing"]["fen"]), (&4000.into(), &6000.into()));
/// assert_eq!(answer["gap"]["fen"], 0);
/// ```
pub fn movement(before: &[u8], draft: &[u8]) -> String {
    answered(moved(before, draft))
}

fn moved(before: &[u8], draft: &[u8]) -> Result<Value, Refused> {
    let before = Before::of(read_before(before).ledger);
    let now = ledger(draft);
    let unit = now.header.unit();
    let movement = Movement::between(&before, &now).ok_or_else(|| {
        refused(
            "before",
            "无法计算增减变动：上期台账缺少数据截止日期，或者有欠款没有编号、金额未填",
            "the movement cannot be told: the earlier ledger lacks its as-of date, or a debt its number or an amount",
        )
    })?;
    let told = |one| amount(one, unit);
    Ok(json!({
        "opening": told(movement.opening),
        "added": told(movement.added),
        "raised": told(movement.raised),
        "repaid": told(movement.repaid),
        "removed": told(movement.removed),
        "to_court": told(movement.to_court),
        "closing": told(movement.closing),
        "expected": told(movement.expected()),
        "gap": told(movement.gap()),
        "astray": movement.astray,
    }))
}
