//! G-01: the plan is said to be made by somebody else than the matrix says. Where the township or
//! zone is missing that would say who, G-03 speaks.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, Severity, rule};
use crate::rules::roles::place_blank;
use crate::rules::roster::is_same;

rule! {
    "清偿计划制定单位不符", "another plan-maker than the notice's"
    (maker: &str, typed: &str)
    code: "G-01", severity: Error, check: [Entry(check)],
    reads: [Entry: PlanMaker, DebtorChannel, DebtorType, DebtorAreaCode, DebtorName, DebtorParent; Header: ReportUnitCode], beyond: Matrix,
    basis: "notice 二（二）",
    message: "清偿计划制定单位应为“{maker}”，现填“{typed}”", "the plan is for “{maker}” to make, not for “{typed}”",
    repair: "改为应由其制定的单位，或清空该栏由软件列出；归口填错的改归口", "enter that body or clear the cell: it is worked out; or mend the channel",
    fails: r#"{ "debtor_channel": "county_soe", "plan_maker": "叶县工业和信息化局" }"#,
    passes: r#"{ "debtor_channel": "county_soe", "plan_maker": "县财政局" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let typed = entry.plan_maker.as_ref()?.as_str();
    let campaign = around.context.campaign;
    let line = campaign.plan_line(entry)?;
    let maker = campaign.plan_maker(entry, around.header)?;
    if place_blank::lacks_place(entry) || is_same(campaign, typed, &maker) {
        return None;
    }
    let found = finding(Field::PlanMaker, (maker.as_str(), typed)).instead(Some(maker.clone()));
    // What was only read into the notice cannot be held against anybody.
    Some(if line.inferred {
        found.severity(Severity::Warning)
    } else {
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::fields::Record;
    use chrono::NaiveDate;

    fn found(cells: &[(Field, &str)]) -> Option<(Severity, Option<String>)> {
        let mut entry = Entry::default();
        for (field, text) in cells {
            entry.set(*field, text, Unit::Wan);
        }
        let campaign = Campaign::yexian_2022();
        let context = Context::new(&campaign, NaiveDate::default());
        let mut header = Header::default();
        header.set(
            crate::ledger::header::Field::ReportUnitCode,
            "410422207",
            Unit::Wan,
        );
        let around = Around {
            header: &header,
            context: &context,
        };
        check(&entry, &around).map(|one| (one.severity, one.instead.clone()))
    }

    #[test]
    fn the_body_may_be_called_by_any_of_its_names() {
        use Field::{
            DebtorAreaCode, DebtorChannel, DebtorName, DebtorParent, DebtorType, PlanMaker,
        };
        let town = |maker| {
            found(&[
                (DebtorChannel, "乡镇"),
                (DebtorAreaCode, "410422207"),
                (PlanMaker, maker),
            ])
        };
        let error = |name: &str| Some((Severity::Error, Some(name.to_owned())));
        assert_eq!(town("叶县龙泉乡人民政府"), None);
        assert_eq!(town("410422207"), None);
        assert_eq!(town("水寨乡"), error("龙泉乡"));
        let department = |maker| {
            found(&[
                (DebtorChannel, "县政府部门"),
                (DebtorName, "叶县水利局"),
                (PlanMaker, maker),
            ])
        };
        assert_eq!(department("县水利局"), None);
        assert_eq!(department("县财政局"), error("叶县水利局"));
        let school = |maker| {
            found(&[
                (DebtorType, "事业单位"),
                (DebtorParent, "县教体局"),
                (PlanMaker, maker),
            ])
        };
        assert_eq!(school("叶县教育体育局"), None);
        let inferred = school("叶县财政局").map(|(severity, _)| severity);
        assert_eq!(inferred, Some(Severity::Warning));
    }

    #[test]
    fn a_township_that_is_not_named_is_not_guessed() {
        use Field::{DebtorChannel, PlanMaker};
        let cells = [(DebtorChannel, "乡镇"), (PlanMaker, "水寨乡")];
        assert_eq!(found(&cells), None);
    }
}
