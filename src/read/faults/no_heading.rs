//! H-15: no row of a sheet looks like its heading.

use crate::rule::{Finding, rule};

rule! {
    "未识别到表头", "no heading row"
    ()
    code: "H-15", severity: Error, check: [Reading],
    reads: [],
    basis: "T10",
    message: "未识别到表头，请连同列名一起复制或导出", "no heading row: include the column names",
    repair: "表头至少应有欠款单位、被拖欠企业、拖欠金额等三个以上列名", "three or more columns must be named, such as debtor, creditor and arrears",
    fails: "甲\t乙\t1\n",
    passes: "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t1\n",
}

pub(crate) fn no_heading() -> Finding {
    finding((), ())
}
