//! L-01: more bytes than a file may have.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "文件过大", "file too large"
    (most: usize)
    code: "L-01", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件超过{most}兆字节", "the file is larger than {most} MiB",
    repair: "核对是否选错文件；数据确实过多的，分单位导出", "check the choice of file; split what is really that large by unit",
    fails: "",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

/// How large it is, is not said: whoever reads a stream stops at the limit.
pub(crate) fn too_large() -> Finding {
    const MIB: usize = 1024 * 1024;
    finding((), (limits::FILE_BYTES / MIB,))
}
