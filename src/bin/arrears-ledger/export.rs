//! `export` and `template`: workbooks and sheets of text for people to work on.

use std::path::PathBuf;

use arrears_ledger::campaign::Context;
use arrears_ledger::export::{self, Book, Encoding, delimited, encoded};
use arrears_ledger::review::review;
use arrears_ledger::text::{Lang, Words};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::book::open;
use crate::input::{campaign, day, today_in_china};
use crate::print;
use crate::replace::replace;
use crate::sums::Stop;

/// 台账写成工作簿或者文本表格，供表格软件打开；改好后可以再导入，内容不变。 A ledger as a workbook or as text, for spreadsheet programs
///
/// Read back, it is the same ledger;
/// text holds the debts only, a workbook also the header, plans, payments and reasons.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Export {
    /// 台账：提交文件、草稿或者表格，- 为标准输入。 A submission, a draft or a sheet; - for standard input.
    ledger: PathBuf,
    /// 写成什么格式。 The format to write.
    #[arg(long, value_enum, default_value_t = Format::Xlsx)]
    format: Format,
    /// 文本的编码（csv、tsv）。 The encoding of text.
    #[arg(long, value_enum, default_value_t = Letters::Utf8)]
    encoding: Letters,
    /// 工作簿中另附一张检查结果表。 With a sheet of findings.
    #[arg(long)]
    findings: bool,
    /// 检查结果以哪一天为准；不写则为今天。 The day to check for; without it, today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<NaiveDate>,
    /// 专项行动的文件；不写则为程序自带的。 The campaign file; without it, the one this program carries.
    #[arg(long, value_name = "FILE")]
    campaign: Option<PathBuf>,
    /// 写到哪个文件。 The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Xlsx,
    Csv,
    Tsv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Letters {
    /// 带标记的 UTF-8，Excel、WPS 都能认。 UTF-8 with the mark that spreadsheets know.
    #[value(name = "utf-8")]
    Utf8,
    Gb18030,
}

/// 空白的填报模板（工作簿）：表头带说明，编号栏为文本，有下拉列表，限定日期和金额。 The template to fill in
///
/// Help on headings, codes as text, drop-downs, days and amounts held to
/// be such.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Template {
    /// 专项行动的文件；不写则为程序自带的。 The campaign file; without it, the one this program carries.
    #[arg(long, value_name = "FILE")]
    campaign: Option<PathBuf>,
    /// 写到哪个文件。 The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(crate) fn export(request: &Export) -> u8 {
    told(exported(request).and_then(|bytes| written(&request.out, &bytes)))
}

pub(crate) fn template(request: &Template) -> u8 {
    let bytes = campaign(request.campaign.as_deref(), Lang::Zh)
        .map_err(|why| Stop::unreadable(&why))
        .and_then(|campaign| {
            export::template(&campaign, today_in_china()).map_err(|why| Stop::fault(&why.0))
        });
    told(bytes.and_then(|bytes| written(&request.out, &bytes)))
}

fn exported(request: &Export) -> Result<Vec<u8>, Stop> {
    let reading = open(&request.ledger)?;
    let encoding = match request.encoding {
        Letters::Utf8 => Encoding::Utf8,
        Letters::Gb18030 => Encoding::Gb18030,
    };
    match request.format {
        Format::Csv => return Ok(encoded(&delimited(&reading.ledger, ','), encoding)),
        Format::Tsv => return Ok(encoded(&delimited(&reading.ledger, '\t'), encoding)),
        Format::Xlsx => {}
    }
    if encoding != Encoding::Utf8 {
        return Err(Stop::usage(Words {
            zh: "工作簿的编码是固定的：--encoding 只用于 csv、tsv".to_owned(),
            en: "a workbook has one encoding: --encoding is for csv and tsv".to_owned(),
        }));
    }
    let campaign = campaign(request.campaign.as_deref(), Lang::Zh);
    let campaign = campaign.map_err(|why| Stop::unreadable(&why))?;
    let today = request.today.unwrap_or_else(today_in_china);
    let found = request
        .findings
        .then(|| review(&reading.ledger, &Context::new(&campaign, today)));
    let book = Book {
        ledger: &reading.ledger,
        title: &campaign.sheet_title,
        findings: found.as_deref(),
        today,
    };
    export::workbook(&book).map_err(|why| Stop::fault(&why.0))
}

fn written(file: &std::path::Path, bytes: &[u8]) -> Result<String, Stop> {
    let shown = file.display();
    replace(file, bytes).map_err(|why| Stop::fault(&format!("{shown}: {why}")))?;
    Ok(shown.to_string())
}

/// Says which file was written, or why none was.
fn told(outcome: Result<String, Stop>) -> u8 {
    match outcome {
        Ok(file) => print(&file),
        Err(stop) => {
            eprintln!("{}", stop.why.get(Lang::Zh));
            stop.code
        }
    }
}
