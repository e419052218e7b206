//! D-05: a term longer than the Regulation's version of the contract's day gives. Where the
//! contract's own days say so, D-13 does.

use chrono::Days;

use crate::date::When;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::statutory::{agreed_too_long, most, start};

rule! {
    "付款期限长于条例规定", "term longer than the Regulation gives"
    (event: Column, start: When, due: When, longest: u32)
    code: "D-05", severity: Warning, check: [Entry(check)],
    reads: [Entry: DueDate, SettledOn, DeliveredOn, InspectBy, AgreedTermDays, SignDate, DebtorType, MoneyKind; Header: CutoffDate],
    basis: "条例8, 9; 条例(2025)9, 10",
    message: "{event}{start}至应付款日期{due}超过{longest}日，长于条例规定的付款期限", "from {event} {start} to {due} is over {longest} days, longer than the Regulation gives",
    repair: "核对日期；按进度或定期结算的填写结算金额确认日期；大型企业约定合理的说明后确认", "check the days; enter the day of an agreed settlement; confirm what a large firm agreed with reason",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-09-01", "delivered_on": "2021-03-01", "due_date": "2021-05-01" }"#,
    passes: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-09-01", "delivered_on": "2021-03-01", "due_date": "2021-04-30" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (due, longest) = (entry.due_date?, most(entry, around)?);
    let (event, start) = start(entry, around)?;
    let days = Days::new(u64::from(longest));
    let is_late = start.last().checked_add_days(days)? < due.first();
    (is_late && agreed_too_long(entry, around).is_none())
        .then(|| finding(Field::DueDate, (event.into(), start, due, longest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::fields::Record;
    use chrono::NaiveDate;

    fn found(cells: &[(Field, &str)]) -> Option<Field> {
        let mut entry = Entry::default();
        for (field, text) in cells {
            entry.set(*field, text, Unit::Yuan);
        }
        let campaign = Campaign::yexian_2022();
        let header = Header {
            cutoff_date: NaiveDate::from_ymd_opt(2026, 6, 30),
            ..Header::default()
        };
        let context = Context::new(&campaign, NaiveDate::default());
        let around = Around {
            header: &header,
            context: &context,
        };
        check(&entry, &around).map(|_| Field::DueDate)
    }

    #[test]
    fn a_large_firm_has_a_term_since_2025() {
        let large = |signed: &str, due: &str| {
            found(&[
                (Field::DebtorType, "private_large"),
                (Field::SignDate, signed),
                (Field::DeliveredOn, "2025-07-01"),
                (Field::DueDate, due),
            ])
        };
        assert!(large("2025-06-01", "2025-08-31").is_some());
        assert!(large("2025-06-01", "2025-08-30").is_none());
        assert!(large("2025-05-31", "2025-12-31").is_none());
    }

    #[test]
    fn the_settlement_goes_before_the_delivery_and_a_late_inspection_last() {
        let organ = |day: Field, on: &str| {
            found(&[
                (Field::DebtorType, "gov_organ"),
                (Field::SignDate, "2021-01-04"),
                (
                    Field::DeliveredOn,
                    if day == Field::InspectBy {
                        ""
                    } else {
                        "2021-03-01"
                    },
                ),
                (day, on),
                (Field::DueDate, "2021-06-01"),
            ])
        };
        assert!(organ(Field::SettledOn, "2021-04-01").is_some());
        assert!(organ(Field::SettledOn, "2021-04-02").is_none());
        assert!(organ(Field::InspectBy, "2021-04-01").is_some());
        assert!(organ(Field::InspectBy, "2021-04-02").is_none());
        assert!(organ(Field::AgreedTermDays, "61").is_none(), "D-13 speaks");
    }
}
