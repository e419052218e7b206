//! J-09: the bytes are not text.

use crate::rule::{Finding, rule};
use crate::text::{Text, Words};

rule! {
    "不是文本文件", "not a text file"
    (why: Words)
    code: "J-09", severity: Error, check: [Reading],
    reads: [],
    basis: "提交文件格式",
    message: "{why}", "{why}",
    repair: "换一个文件；工作簿请另存为“文本文件（制表符分隔）”或 CSV，或在表格软件中复制后粘贴", "choose another file; save a workbook as tab-separated text or CSV, or copy and paste its rows",
    fails: "",
    passes: r#"{"format":"arrears-ledger-submission","version":1,"campaign":"yexian-2022","header":{},"entries":[]}"#,
}

pub(crate) fn not_text(offset: usize) -> Finding {
    let why = Words {
        zh: format!("文件不是文本，从第{}个字节起读不出", offset + 1),
        en: format!("the file is not text from byte {} on", offset + 1),
    };
    finding((), (why,))
}

pub(crate) fn workbook() -> Finding {
    let why = Text {
        zh: "这是工作簿或压缩文件，不能直接读取",
        en: "this is a workbook or an archive",
    };
    finding((), (why.into(),))
}

pub(crate) fn empty() -> Finding {
    finding(
        (),
        (Text {
            zh: "文件是空的",
            en: "the file is empty",
        }
        .into(),),
    )
}
