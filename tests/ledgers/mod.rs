//! Ledgers for the tests: one as a clerk would type it.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::json::Json;
use arrears_ledger::session::Session;
use chrono::NaiveDate;
use serde_json::Value;

/// The day all of these ledgers are checked for: the last but one before the deadline.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 6, 12).unwrap()
}

/// What surrounds a check on that day.
pub(crate) fn context(campaign: &Campaign) -> Context<'_> {
    Context::new(campaign, today())
}

/// Longquan township's header.
pub(crate) const HEADER: &[(&str, &str)] = &[
    ("cutoff_date", "2022年6月10日"),
    ("declared_count", "2"),
    ("declared_total", "30.5"),
    ("filled_on", "2022-06-12"),
    ("filler", "李某"),
    ("reviewer", "张某"),
    ("head", "王某"),
    ("phone", "0375-0000000"),
    ("sealed", "是"),
];

/// A debt with a term of payment beyond what the Regulation allows: one warning.
pub(crate) const DESKS: &[(&str, &str)] = &[
    ("seq_no", "1"),
    ("debtor_name", "龙泉乡人民政府"),
    ("debtor_uscc", "11410422005453201F"),
    ("debtor_type", "机关"),
    ("debtor_channel", "乡镇"),
    ("debtor_area_code", "410422207"),
    ("creditor_name", "叶县博雅安泰办公设备有限公司"),
    ("creditor_uscc", "91350100M000100Y43"),
    ("creditor_size", "微型"),
    ("project_name", "2020年龙泉乡人民政府办公桌椅采购"),
    ("contract_no", "LQ-2020-17"),
    ("contract_basis", "书面合同"),
    ("sign_date", "2020-11-02"),
    ("procurement_kind", "货物"),
    ("money_kind", "货款"),
    ("sector", "其他"),
    ("contract_amount", "20"),
    ("paid_before", "6.5"),
    ("arrears_amount", "13.5"),
    ("delivered_on", "2020-12-01"),
    ("due_date", "2021-05-20"),
    ("dispute", "无分歧"),
    ("judicial", "未进入"),
    ("causes", "财政资金困难、工程尾款未结算"),
    ("migrant_wages", "否"),
    ("duty_unit", "龙泉乡人民政府"),
    ("duty_person", "李某"),
];

/// A debt, partly disputed, with a plan and nothing to confirm.
pub(crate) const BRIDGE: &[(&str, &str)] = &[
    ("seq_no", "2"),
    ("debtor_name", "龙泉乡人民政府"),
    ("debtor_uscc", "11410422005453201F"),
    ("debtor_type", "机关"),
    ("debtor_channel", "乡镇"),
    ("debtor_area_code", "410422207"),
    ("creditor_name", "叶县万顺宏远市政工程有限公司"),
    ("creditor_uscc", "92630105MA753YNL1J"),
    ("creditor_size", "中型"),
    ("project_name", "2021年龙泉乡人民政府桥梁加固工程"),
    ("contract_basis", "书面合同"),
    ("sign_date", "2021-03-08"),
    ("procurement_kind", "工程"),
    ("money_kind", "工程款"),
    ("sector", "交通"),
    ("is_gov_invest", "是"),
    ("contract_amount", "113"),
    ("paid_before", "96"),
    ("arrears_amount", "17"),
    ("undisputed_amount", "12"),
    ("disputed_amount", "5"),
    ("delivered_on", "2021-10"),
    ("due_date", "2021-11-30"),
    ("dispute", "部分分歧"),
    ("dispute_note", "对增项工程量的计价有分歧"),
    ("judicial", "未进入"),
    ("causes", "未结算"),
    ("migrant_wages", "是"),
    ("plan_filed_on", "2022-06-12"),
    ("agreement", "是"),
    ("agreement_on", "2022-06-08"),
    ("fund_source", "本级财政预算"),
    ("duty_unit", "龙泉乡人民政府"),
    ("duty_person", "张某"),
];

/// Types texts into a row.
pub(crate) fn fill(session: &mut Session, row: usize, cells: &[(&str, &str)]) {
    for (key, text) in cells {
        session.set_cell(row, key, text).unwrap();
    }
}

/// Longquan township's ledger, typed cell by cell; its one warning is still open.
pub(crate) fn typed() -> Session {
    let mut session = Session::new(Campaign::yexian_2022(), today());
    session.choose_unit("410422207").unwrap();
    for (key, text) in HEADER {
        session.set_header(key, text).unwrap();
    }
    session.insert_rows(0, 2).unwrap();
    fill(&mut session, 0, DESKS);
    fill(&mut session, 1, BRIDGE);
    for (no, (due, amount)) in [("2022年9月", "12"), ("2022-12-31", "5")]
        .iter()
        .enumerate()
    {
        session.add_child(1, "instalments").unwrap();
        for (key, text) in [("due_on", due), ("amount", amount)] {
            session.set_child(1, "instalments", no, key, text).unwrap();
        }
    }
    session
}

/// Confirms every open warning with the same reason.
pub(crate) fn confirm_all(session: &mut Session, reason: &str) {
    loop {
        let open = session
            .findings()
            .into_iter()
            .find(|one| one.severity.code() == "warning" && one.reason.is_none());
        match open {
            Some(one) => session.confirm(&one.id, reason).unwrap(),
            None => return,
        };
    }
}

/// The same ledger with its warning answered for: ready to be handed in.
pub(crate) fn ready() -> Session {
    let mut session = typed();
    confirm_all(&mut session, "合同约定分期付款，见合同第七条");
    session
}

/// The text of the submission of [`ready`].
pub(crate) fn submitted() -> String {
    text_of(&ready())
}

/// The text of a session's submission.
pub(crate) fn text_of(session: &Session) -> String {
    let campaign = session.campaign();
    arrears_ledger::submission::Submission::of(session.ledger(), &context(campaign))
        .map(|submission| submission.text().to_owned())
        .unwrap()
}

/// An answer of a session as other hosts see it: plain JSON.
pub(crate) fn seen(answer: &impl Json) -> Value {
    serde_json::from_str(&(answer as &dyn Json).text()).unwrap()
}

/// The codes of a session's findings, in their order.
pub(crate) fn codes(session: &Session) -> Vec<&'static str> {
    session.findings().iter().map(|one| one.code).collect()
}
