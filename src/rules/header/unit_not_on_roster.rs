//! H-01: the reporting unit's name or code is not the roster's, or they are two units'.

use crate::campaign::{Campaign, Context};
use crate::ledger::header::Field;
use crate::ledger::{Column, Header, Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::rules::roster::{Outdated, nearest, outdated, renamed};

rule! {
    "填报单位与名录不符", "reporting unit not as on the roster"
    (field: Column, text: &str)
    code: "H-01", severity: Error, check: [Ledger(check)],
    reads: [Header: ReportUnitCode, ReportUnitName],
    basis: "notice 二（一）",
    message: "{field}“{text}”与报送单位名录不符", "the {field} “{text}” is not as on the roster of units",
    repair: "从名录中选择本单位；名录缺漏的联系收表办公室", "choose the unit from the roster; ask the office if it is missing there",
    fails: r#"{ "header": { "report_unit_name": "叶县某某镇人民政府" }, "entries": [] }"#,
    passes: r#"{ "header": { "report_unit_name": "龙泉乡人民政府", "report_unit_code": "410422207" }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, context: &Context<'_>) -> Vec<Finding> {
    let header = &ledger.header;
    let findings = [
        name(header, context.campaign),
        code(header, context.campaign),
    ];
    findings.into_iter().flatten().collect()
}

fn name(header: &Header, campaign: &Campaign) -> Option<Finding> {
    let name = header.report_unit_name.as_ref()?.as_str();
    if campaign.find(name).is_some() {
        return None;
    }
    let of_code = header
        .report_unit_code
        .as_ref()
        .and_then(|code| campaign.unit(code.as_str()))
        .map(|unit| unit.name.clone());
    let of_name = || match outdated(campaign, name)? {
        Outdated::Renamed(unit) => Some(renamed(unit, name)),
        Outdated::Moved(_) => None,
    };
    let instead = of_code.or_else(of_name).or_else(|| nearest(campaign, name));
    let field = Field::ReportUnitName;
    Some(finding(field, (field.into(), name)).instead(instead))
}

/// Ledgers are collected by code, so one that belongs to another unit would hide that unit's own.
fn code(header: &Header, campaign: &Campaign) -> Option<Finding> {
    let code = header.report_unit_code.as_ref()?.as_str();
    let name = header.report_unit_name.as_ref();
    let of_name = name.and_then(|name| campaign.find(name.as_str()));
    let agrees = match of_name {
        Some(unit) => unit.code == code,
        None => campaign.unit(code).is_some(),
    };
    let field = Field::ReportUnitCode;
    (!agrees).then(|| {
        finding(field, (field.into(), code)).instead(of_name.map(|unit| unit.code.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::ledger::fields::Record;

    fn found(unit_name: &str, unit_code: &str) -> Vec<(Option<Column>, Option<String>)> {
        let campaign = Campaign::yexian_2022();
        let mut header = Header::default();
        header.set(Field::ReportUnitName, unit_name, Unit::Wan);
        header.set(Field::ReportUnitCode, unit_code, Unit::Wan);
        [name(&header, &campaign), code(&header, &campaign)]
            .into_iter()
            .flatten()
            .map(|finding| (finding.at.column, finding.instead.clone()))
            .collect()
    }

    #[test]
    fn names_and_codes_lend_each_other_a_hand() {
        let name = Some(Column::Header(Field::ReportUnitName));
        let code = Some(Column::Header(Field::ReportUnitCode));
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(found("龙泉乡", "410422207"), []);
        assert_eq!(found("龙泉乡", ""), []);
        assert_eq!(found("本乡", "410422207"), [(name, text("龙泉乡"))]);
        assert_eq!(found("龙泉乡", "410422208"), [(code, text("410422207"))]);
        assert_eq!(
            found("龚店乡人民政府", ""),
            [(name, text("龚店镇人民政府"))]
        );
        assert_eq!(found("龙泉政府", ""), [(name, text("龙泉乡人民政府"))]);
    }
}
