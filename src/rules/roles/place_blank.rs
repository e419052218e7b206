//! G-03: a debt of a township or a zone does not say of which.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::DebtorChannel;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::roster::is_place;
use crate::text::Text;

rule! {
    "所属乡镇（街道）、开发区未填写", "township or zone blank"
    (channel: Text)
    code: "G-03", severity: Error, check: [Entry(check)],
    reads: [Entry: DebtorChannel, DebtorAreaCode; Header: ReportUnitCode, ReportUnitName],
    basis: "notice 二（二）",
    message: "归口为“{channel}”的欠款，请填写所属乡镇（街道）、开发区", "a debt of the channel “{channel}” needs its township, subdistrict or zone",
    repair: "从名录中选择欠款单位所属的乡镇（街道）、开发区", "choose the place from the roster",
    fails: r#"{ "debtor_channel": "dev_zone" }"#,
    passes: r#"{ "debtor_channel": "dev_zone", "debtor_area_code": "YX-KFQ-01" }"#,
}

/// Whether the place is missing on which the plan-maker depends.
pub(super) fn lacks_place(entry: &Entry) -> bool {
    let is_local = matches!(
        entry.debtor_channel,
        Some(DebtorChannel::Township | DebtorChannel::DevZone)
    );
    is_local && entry.is_blank(Field::DebtorAreaCode)
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    if !lacks_place(entry) {
        return None;
    }
    let channel = entry.debtor_channel?.choice().label();
    let campaign = around.context.campaign;
    let own = campaign
        .reporter(around.header)
        .filter(|unit| is_place(campaign, &unit.code));
    let instead = own.map(|unit| unit.code.clone());
    Some(finding(Field::DebtorAreaCode, (channel,)).instead(instead))
}
