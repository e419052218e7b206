//! Why a workbook is not taken, and what to do then.

use crate::limits;
use crate::text::Words;

/// Why a workbook is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no workbook, or not a whole one.
    Damaged,
    /// It can only be opened with a password.
    Locked,
    /// It carries a program.
    Macros,
    /// It takes cells from other files or from a database.
    Links,
    /// It unpacks to more than a ledger can need.
    Bomb,
    /// It is of an older kind, or of another program's.
    Older,
}

impl Refusal {
    /// The word in machine-readable answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::Macros => "macros",
            Self::Links => "links",
            Self::Bomb => "bomb",
            Self::Older => "older",
        }
    }

    /// What is wrong, and what to do about it.
    pub fn words(self) -> Words {
        const MIB: u64 = 1024 * 1024;
        let (zh, en) = match self {
            Self::Damaged => (
                "工作簿已损坏或不是工作簿，读不出：在表格软件中打开后另存为 .xlsx 再导入".to_owned(),
                "the workbook is damaged or none: open it in a spreadsheet program, save it as .xlsx, and try again".to_owned(),
            ),
            Self::Locked => (
                "工作簿有打开密码：在表格软件中去掉密码、另存后再导入".to_owned(),
                "the workbook opens with a password only: take the password off, save it, and try again".to_owned(),
            ),
            Self::Macros => (
                "工作簿带宏，不予打开：在表格软件中另存为不带宏的 .xlsx 再导入".to_owned(),
                "the workbook carries macros: save it as .xlsx without them, and try again".to_owned(),
            ),
            Self::Links => (
                "工作簿链接了其他文件或数据库，不予打开：在表格软件中断开链接（“数据”→“编辑链接”），或者复制后只粘贴数值，另存后再导入".to_owned(),
                "the workbook is linked to other files or a database: break the links (Data → Edit Links) or paste its values into a new one, and try again".to_owned(),
            ),
            Self::Bomb => (
                format!(
                    "工作簿解压后过大（超过{}兆字节，或者是原来的{}倍以上），不予打开：删去多余的工作表和空白行列，另存后再导入",
                    limits::UNPACKED_BYTES / MIB,
                    limits::UNPACKED_TIMES
                ),
                format!(
                    "the workbook unpacks to too much (more than {} MiB, or {} times its size): delete needless sheets and blank rows, save it, and try again",
                    limits::UNPACKED_BYTES / MIB,
                    limits::UNPACKED_TIMES
                ),
            ),
            Self::Older => (
                "这种格式的工作簿（.xls、.et、.ods 等）不能直接读取：在表格软件中另存为 .xlsx 再导入".to_owned(),
                "a workbook of this kind (.xls, .et, .ods …) cannot be read: save it as .xlsx, and try again".to_owned(),
            ),
        };
        Words { zh, en }
    }
}
