//! L-06: more columns than a sheet may have.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "栏目过多", "too many columns"
    (most: usize)
    code: "L-06", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "表格超过{most}栏，后面的没有读入", "the sheet has more than {most} columns; the rest was not read",
    repair: "删去表格右侧多余的空栏后重新导出", "delete the needless columns on the right and export again",
    fails: "",
    passes: "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t1\n",
}

pub(crate) fn too_many_columns() -> Finding {
    finding((), (limits::COLUMNS,))
}
