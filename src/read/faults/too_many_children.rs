//! L-05: more instalments, payments or changes than a debt may have.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "分期、清偿或变动记录过多", "too many instalments, payments or changes"
    (most: usize)
    code: "L-05", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "一笔欠款的分期、清偿或变动记录超过{most}条，后面的没有读入", "a debt has more than {most} instalments, payments or changes; the rest was not read",
    repair: "合并分期、清偿或变动记录", "merge instalments, payments or changes",
    fails: "",
    passes: "",
}

pub(crate) fn too_many_children() -> Finding {
    finding((), (limits::CHILDREN,))
}
