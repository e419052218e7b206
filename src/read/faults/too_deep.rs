//! L-04: arrays and objects nested too deep.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "嵌套过深", "nested too deep"
    (most: usize)
    code: "L-04", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件嵌套超过{most}层", "the file nests deeper than {most}",
    repair: "确认是否选错文件", "check the choice of file",
    fails: "[[[[[[[[[[[[[[[[[[",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn too_deep() -> Finding {
    finding((), (limits::NESTING,))
}
