//! S-12: a cause that the Regulation does not let stand as a reason for not paying. The cause may
//! well be the true one, so nothing has to be mended: it is for whoever plans and supervises.

use crate::calc::term::Payer;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Cause;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::regulation::{longest, version};
use crate::text::Text;

rule! {
    "拖欠原因不能作为拒付理由", "cause that is no reason for not paying"
    (cause: Text, unless: Text)
    code: "S-12", severity: Notice, check: [Cells(check)],
    reads: [Entry: Causes, SignDate, DebtorType, Status],
    basis: "条例11, 13; 条例(2025)12, 14",
    message: "条例规定不得以“{cause}”为由拒绝或迟延付款{unless}", "the Regulation does not let “{cause}” stand as a reason for not paying{unless}",
    repair: "如实保留原因；制定清偿计划时不以此推迟付款", "leave the cause as it is; do not put payment off for it in the plan",
    fails: r#"{ "causes": ["new_officials"], "debtor_type": "gov_organ", "sign_date": "2020-09-01" }"#,
    passes: r#"{ "entries": [{ "causes": ["new_officials"], "debtor_type": "gov_organ", "sign_date": "2020-08-31" },
        { "causes": ["fund_shortage"], "debtor_type": "gov_organ", "sign_date": "2020-09-01" }] }"#,
}

const NEVER: Text = Text { zh: "", en: "" };

/// The version of 2020 lets a contract make an audit the basis of settlement.
const UNLESS_AGREED: Text = Text {
    zh: "，合同另有约定或法律另有规定的除外",
    en: ", unless contract or statute says otherwise",
};

/// The version of 2025 leaves that to statute.
const UNLESS_STATUTE: Text = Text {
    zh: "，法律、行政法规另有规定的除外，合同约定不在其内",
    en: ", unless a statute, not merely the contract, says otherwise",
};

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let (Some(causes), Some((version, _))) = (&entry.causes, version(entry, around)) else {
        return Vec::new();
    };
    if !entry.standing().is_active() {
        return Vec::new();
    }
    // Only since 2025 does the Regulation give large firms days.
    let is_strict = longest(version, Payer::Large).is_some();
    let mut findings = Vec::new();
    for cause in causes.values() {
        let unless = match cause {
            Cause::NewOfficials | Cause::InternalProcess => NEVER,
            Cause::AwaitAudit if is_strict => UNLESS_STATUTE,
            Cause::AwaitAudit => UNLESS_AGREED,
            _ => continue,
        };
        findings.push(finding(Field::Causes, (cause.choice().label(), unless)));
    }
    findings
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
    fn an_agreed_audit_is_a_reason_before_2025_only() {
        for (signed, unless) in [
            ("2025-05-31", UNLESS_AGREED),
            ("2025-06-01", UNLESS_STATUTE),
        ] {
            let mut entry = Entry::default();
            entry.set(Field::Causes, "等待决算审计、财政困难", Unit::Yuan);
            entry.set(Field::DebtorType, "private_large", Unit::Yuan);
            entry.set(Field::SignDate, signed, Unit::Yuan);
            let campaign = Campaign::yexian_2022();
            let around = Around {
                header: &Header::default(),
                context: &Context::new(&campaign, NaiveDate::default()),
            };
            let found = check(&entry, &around);
            let facts = found.first().map(|one| one.facts.clone());
            let cause = Fact::from(Cause::AwaitAudit.choice().label());
            assert_eq!(found.len(), 1);
            assert_eq!(facts, Some(vec![cause, unless.into()]), "{signed}");
        }
    }
}
