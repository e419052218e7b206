//! L-01: more bytes than a file may have.

use crate::limits;
use crate::rule::{Finding, rule};

rule! {
    "文件过大", "file too large"
    (size: usize, most: usize)
    code: "L-01", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "文件有{size}兆字节，最多{most}兆字节", "the file has {size} MiB, at most {most} are read",
    repair: "核对是否选错文件；数据确实过多的，分单位导出", "check the choice of file; split what is really that large by unit",
    fails: "",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn too_large(bytes: usize) -> Finding {
    const MIB: usize = 1024 * 1024;
    finding((), (bytes.div_ceil(MIB), limits::FILE_BYTES / MIB))
}
