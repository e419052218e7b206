//! L-05: more instalments or payments than a debt may have.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "期次或清偿记录过多", "too many instalments or payments"
    (most: usize)
    code: "L-05", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "一笔欠款的分期或清偿记录超过{most}条，后面的没有读入", "a debt has more than {most} instalments or payments; the rest was not read",
    repair: "合并分期或清偿记录", "merge instalments or payments",
    fails: "",
    passes: "",
}

pub(crate) fn too_many_children() -> Finding {
    finding((), (limits::CHILDREN,))
}
