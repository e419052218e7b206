//! What there is to say about how a workbook was read.

use crate::text::Words;
use crate::workbook::{Book, Sheet};

/// As many rows and names as are shown.
const SHOWN: usize = 8;

/// Formulas without a result.
pub(super) fn uncomputed(sheet: &Sheet) -> Option<Words> {
    let count = sheet.uncomputed.len();
    let rows = sheet
        .uncomputed
        .iter()
        .map(|(row, _)| (row + 1).to_string());
    let mut rows: Vec<_> = rows.take(SHOWN).collect();
    rows.dedup();
    (0 < count).then(|| Words {
        zh: format!(
            "{count}个公式没有存计算结果，照公式原文读入（第{}行等）：在表格软件中打开、保存一次再导入，或者直接改成数值",
            rows.join("、")
        ),
        en: format!(
            "{count} formulas have no result stored and are read as they stand (row {} …): open and save the workbook in a spreadsheet program, or type the values",
            rows.join(", ")
        ),
    })
}

/// Texts of merged cells put into each row.
pub(super) fn filled(areas: usize) -> Option<Words> {
    (0 < areas).then(|| Words {
        zh: format!("{areas}处上下合并的单元格，内容已填到各行；合并的数字没有填，只在第一行"),
        en: format!("{areas} areas of cells merged downwards: their texts were put into each row, numbers only into the first"),
    })
}

/// Sheets that were not read, the hidden ones by themselves.
pub(super) fn others(book: &Book, read: impl Fn(usize) -> bool) -> Vec<Words> {
    let unread = |hidden: bool| {
        let sheets = book.sheets().iter().enumerate();
        let mine = sheets.filter(|(index, sheet)| !read(*index) && sheet.hidden == hidden);
        mine.map(|(_, sheet)| sheet.name.as_str())
            .take(SHOWN)
            .collect::<Vec<_>>()
    };
    let mut told = Vec::new();
    let (visible, hidden) = (unread(false), unread(true));
    if !visible.is_empty() {
        told.push(Words {
            zh: format!("没有读取其他工作表：{}", visible.join("、")),
            en: format!("other sheets were not read: {}", visible.join(", ")),
        });
    }
    if !hidden.is_empty() {
        told.push(Words {
            zh: format!("有隐藏的工作表，没有读取：{}", hidden.join("、")),
            en: format!("hidden sheets were not read: {}", hidden.join(", ")),
        });
    }
    told
}

/// A template of another version.
pub(super) fn other_version(version: &str, own: u32) -> Option<Words> {
    let number: u32 = version.trim().parse().unwrap_or(0);
    (number != own).then(|| Words {
        zh: format!("模板是第{number}版，本软件的是第{own}版：缺少的栏目请在台账页补填，下次请用新模板"),
        en: format!("the template is version {number}, this program's is {own}: fill in what it lacks here, and take the new template next time"),
    })
}

/// Rows of a child table whose debt is not in the ledger.
pub(super) fn orphans(sheet: &str, rows: &[usize]) -> Option<Words> {
    let shown: Vec<_> = rows
        .iter()
        .take(SHOWN)
        .map(|row| (row + 1).to_string())
        .collect();
    (!rows.is_empty()).then(|| Words {
        zh: format!(
            "工作表“{sheet}”有{}行的欠款编号在台账中找不到，没有读取（第{}行等）",
            rows.len(),
            shown.join("、")
        ),
        en: format!(
            "{} rows of the sheet “{sheet}” name no debt of the ledger and were not read (row {} …)",
            rows.len(),
            shown.join(", ")
        ),
    })
}
