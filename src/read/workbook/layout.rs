//! What the workbooks we write are called inside, so that they are known again.

use crate::ledger::Child;

/// The name by which a workbook says that it is a whole ledger of ours.
pub(crate) const LEDGER_VERSION_NAME: &str = "arrears_ledger_workbook";
/// The name by which a workbook says which template it was filled in.
pub(crate) const TEMPLATE_VERSION_NAME: &str = "arrears_ledger_template";
/// The version of both; what an older template lacks is told.
pub(crate) const VERSION: u32 = 1;

/// The sheet of debts.
pub(crate) const LEDGER: &str = "台账";
/// The sheet of the header, a line a cell.
pub(crate) const HEADER: &str = "填报信息";
/// The sheet of warnings answered for.
pub(crate) const CONFIRMED: &str = "确认说明";
/// The sheet of findings.
pub(crate) const FINDINGS: &str = "检查结果";
/// The sheet that says how to fill in the others.
pub(crate) const HELP: &str = "填表说明";
/// The hidden sheet of closed lists.
pub(crate) const LISTS: &str = "选项";

/// What stands in the first column of the row of totals.
pub(crate) const TOTAL: &str = "合计";

/// Lines of the header's sheet that are no cells of the header.
pub(crate) const CAMPAIGN: &str = "专项行动";
/// Which revision it is.
pub(crate) const REVISION: &str = "版次";
/// The digest of the submission that is amended.
pub(crate) const PREVIOUS: &str = "上一版摘要";

/// The sheet of a child table.
pub(crate) const fn child(table: Child) -> &'static str {
    match table {
        Child::Instalments => "清偿计划",
        Child::Payments => "清偿记录",
        Child::Changes => "变动记录",
    }
}
