//! S-11: payment hangs on a third party's, which the Regulation does not let it do: a public body
//! by its terms, a large firm by the version of 2025, and for contracts of the version of 2020 by
//! the reply of the Supreme Court, from its own day on. For older contracts nothing is said.

use chrono::NaiveDate;

use crate::calc::term::Payer;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Cause;
use crate::rule::{Around, Finding, rule};
use crate::rules::regulation::{cutoff, longest, version};
use crate::text::Text;

rule! {
    "以第三方付款为条件", "pay when paid"
    (why: Text)
    code: "S-11", severity: Warning, check: [Entry(check)],
    reads: [Entry: BackToBack, Causes, SignDate, DebtorType; Header: CutoffDate],
    basis: "条例8; 条例(2025)9; 法释〔2024〕11号",
    message: "以收到第三方付款为付款条件，{why}", "payment hangs on a third party's, and {why}",
    repair: "不以此为由不付款或列为有分歧；按交付、验收日期推算应付款日期；情况不符的更正", "do not rest non-payment or a dispute on it; count the due day from delivery, or mend the entry",
    fails: r#"{ "back_to_back": true, "debtor_type": "gov_organ", "sign_date": "2020-09-01" }"#,
    passes: r#"{ "entries": [{ "back_to_back": true, "debtor_type": "private_large", "sign_date": "2021-03-01" },
        { "back_to_back": true, "debtor_type": "gov_organ", "sign_date": "2020-08-31" },
        { "back_to_back": false, "debtor_type": "gov_organ", "sign_date": "2020-09-01" }] }"#,
}

/// The day 法释〔2024〕11号 came into force.
const REPLY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 8, 27);

const TERMS: Text = Text {
    zh: "但条例规定的付款期限不因此延长",
    en: "yet the Regulation's term does not wait for it",
};

const BANNED: Text = Text {
    zh: "而条例（2025）第九条不允许这样约定",
    en: "the Regulation of 2025 does not allow it (art. 9)",
};

const VOID: Text = Text {
    zh: "而按法释〔2024〕11号该约定不具效力",
    en: "the Supreme Court holds the clause void (2024, no. 11)",
};

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let field = stated(entry)?;
    let (version, payer) = version(entry, around)?;
    let has_reply = REPLY.is_some_and(|reply| reply <= cutoff(around));
    let why = match (payer, longest(version, payer)) {
        (Payer::Public, _) => TERMS,
        (_, Some(_)) => BANNED,
        (_, None) if has_reply => VOID,
        _ => return None,
    };
    Some(finding(field, (why,)))
}

/// Where it is said that payment hangs on a third party's.
fn stated(entry: &Entry) -> Option<Field> {
    let causes = entry.causes.as_ref();
    match entry.back_to_back {
        Some(stated) => stated.then_some(Field::BackToBack),
        None => causes
            .is_some_and(|causes| causes.has(Cause::ThirdPartyPayment))
            .then_some(Field::Causes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::fields::Record;
    use crate::rule::Fact;

    fn said(signed: &str, cutoff: &str) -> Option<Fact> {
        let mut entry = Entry::default();
        entry.set(Field::Causes, "以收到第三方付款为条件", Unit::Yuan);
        entry.set(Field::DebtorType, "private_large", Unit::Yuan);
        entry.set(Field::SignDate, signed, Unit::Yuan);
        let campaign = Campaign::yexian_2022();
        let header = Header {
            cutoff_date: cutoff.parse().ok(),
            ..Header::default()
        };
        let context = Context::new(&campaign, NaiveDate::default());
        let around = Around {
            header: &header,
            context: &context,
        };
        check(&entry, &around).and_then(|found| found.facts.first().cloned())
    }

    #[test]
    fn a_large_firm_is_told_by_the_law_of_the_day() {
        assert_eq!(said("2021-03-01", "2024-08-26"), None);
        assert_eq!(said("2021-03-01", "2024-08-27"), Some(VOID.into()));
        assert_eq!(said("2025-05-31", "2025-06-30"), Some(VOID.into()));
        assert_eq!(said("2025-06-01", "2025-06-30"), Some(BANNED.into()));
        assert_eq!(said("2020-08-31", "2025-06-30"), None);
    }
}
