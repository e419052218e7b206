//! L-02: more debts than a ledger may have.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "笔数过多", "too many rows"
    (most: usize)
    code: "L-02", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "台账超过{most}笔，后面的没有读入", "the ledger has more than {most} rows; the rest was not read",
    repair: "分单位或分批导出", "split it by unit",
    fails: "",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn too_many_rows() -> Finding {
    finding((), (limits::ROWS,))
}
