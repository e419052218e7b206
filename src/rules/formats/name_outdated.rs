//! F-12: a name that was right once: the unit has another now, or the place left the county.

use crate::campaign::Campaign;
use crate::ledger::cell::Line;
use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::roster::{Outdated, outdated, renamed};
use crate::text::Words;

rule! {
    "旧称或已划出的地名", "name no longer in use"
    (field: Column, name: &str, why: Words)
    code: "F-12", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtorName, DebtorAreaCode, DebtorParent],
    basis: "notice 二（一）; 统计用区划代码",
    message: "{field}“{name}”{why}", "the {field} “{name}” {why}",
    repair: "改用现名；已划出本县的，核实应由谁报送", "use the name of today; ask who reports for a place that left the county",
    fails: r#"{ "debtor_name": "龚店乡人民政府" }"#,
    passes: r#"{ "debtor_name": "龚店镇人民政府" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let campaign = around.context.campaign;
    let name = entry.debtor_name.as_ref().map(Line::as_str);
    let area = entry.debtor_area_code.as_ref().map(Line::as_str);
    let parent = entry.debtor_parent.as_ref().map(Line::as_str);
    let mut findings = Vec::new();
    for (field, name) in [
        (Field::DebtorName, name),
        (Field::DebtorAreaCode, area),
        (Field::DebtorParent, parent),
    ] {
        findings.extend(name.and_then(|name| old(campaign, field, name)));
    }
    findings
}

fn old(campaign: &Campaign, field: Field, name: &str) -> Option<Finding> {
    let (why, instead) = match outdated(campaign, name)? {
        Outdated::Renamed(unit) => {
            let now = renamed(unit, name);
            let why = Words {
                zh: format!("为旧称，现为“{now}”"),
                en: format!("is an old name: it is “{now}” now"),
            };
            (why, Some(now))
        }
        Outdated::Moved(place) => {
            let why = Words {
                zh: format!("已不属本县，现属{}", place.now),
                en: format!("left the county for {}", place.now),
            };
            (why, None)
        }
    };
    Some(finding(field, (field.into(), name, why)).instead(instead))
}
