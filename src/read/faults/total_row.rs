//! H-17: a row of a sheet sums up or explains, rather than names a debt.

use crate::rule::{Finding, rule};

rule! {
    "疑似合计行或说明行", "looks like a total or a note"
    (row: usize)
    code: "H-17", severity: Notice, check: [Reading],
    reads: [],
    basis: "T10",
    message: "第{row}行疑似合计或说明行，未计入明细", "row {row} looks like a total or a note and was left out",
    repair: "确属一笔欠款的，补填欠款单位和被拖欠企业后重新导入", "if it is a debt, name its debtor and creditor and import again",
    fails: "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t1\n合计\t\t1\n",
    passes: "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t1\n",
}

/// Rows of a sheet are counted from 1, as a spreadsheet does.
pub(crate) fn total_row(index: usize) -> Finding {
    finding((), (index + 1,))
}
