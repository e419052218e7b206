//! A-19: five in ten thousand a day is chosen, and what is on record speaks against it: the
//! contract has a rate, is older than the Regulation, or the creditor did not say what it is.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::RateBasis;
use crate::rule::{Around, Finding, rule};
use crate::text::Text;

rule! {
    "每日万分之五的依据不足", "daily statutory rate not founded"
    (why: Text)
    code: "A-19", severity: Warning, check: [Entry(check)],
    reads: [Entry: RateBasis, AgreedRate, SignDate, SmeNotified],
    basis: "条例3, 15; 条例(2025)3, 17",
    message: "计息依据为每日万分之五，但{why}", "interest is counted at 0.05 % a day, yet {why}",
    repair: "核对合同后改选计息依据；双方认可或裁判支持的，说明后确认", "check the contract and choose another basis; confirm what was agreed since, or decided",
    fails: r#"{ "rate_basis": "statutory_daily", "sign_date": "2021-03-01", "sme_notified": false }"#,
    passes: r#"{ "rate_basis": "statutory_daily", "sign_date": "2020-09-01", "sme_notified": true }"#,
}

const AGREED: Text = Text {
    zh: "合同约定了逾期利率，应按约定（不低于LPR）",
    en: "the contract has a rate of its own, which goes before it",
};

const OLDER: Text = Text {
    zh: "合同早于条例施行，能否适用有争议",
    en: "the contract is older than the Regulation, and courts differ on it",
};

const UNTOLD: Text = Text {
    zh: "订立合同时未告知属于中小企业，可能得不到支持",
    en: "the creditor did not say that it is a small firm, and courts may refuse it",
};

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    if entry.rate_basis? != RateBasis::StatutoryDaily {
        return None;
    }
    let versions = &around.context.law.regulations;
    let is_older = |day| versions.on(day).is_none();
    let why = if entry.agreed_rate.is_some() {
        AGREED
    } else if entry.sign_date.is_some_and(is_older) {
        OLDER
    } else if entry.sme_notified == Some(false) {
        UNTOLD
    } else {
        return None;
    };
    Some(finding(Field::RateBasis, (why,)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::fields::Record;
    use crate::rule::Fact;
    use chrono::NaiveDate;

    #[test]
    fn the_plainest_ground_is_named() {
        let said = |cells: [&str; 3]| {
            let mut entry = Entry::default();
            let fields = [Field::AgreedRate, Field::SignDate, Field::SmeNotified];
            entry.set(Field::RateBasis, "每日万分之五", Unit::Yuan);
            for (field, text) in fields.into_iter().zip(cells) {
                entry.set(field, text, Unit::Yuan);
            }
            let campaign = Campaign::yexian_2022();
            let around = Around {
                header: &Header::default(),
                context: &Context::new(&campaign, NaiveDate::default()),
            };
            let found = check(&entry, &around);
            found.and_then(|found| found.facts.first().cloned())
        };
        let says = |why: Text| Some(Fact::from(why));
        assert_eq!(said(["4", "2020-08-31", "否"]), says(AGREED));
        assert_eq!(said(["", "2020-08-31", "否"]), says(OLDER));
        assert_eq!(said(["", "2020-09-01", "否"]), says(UNTOLD));
        assert_eq!(said(["", "", ""]), None);
    }
}
