//! `size`: a firm's size by its industry and figures.

use std::path::PathBuf;

use arrears_ledger::almanac::Table;
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::api::Verdict;
use arrears_ledger::calc::size::{self, Figures};
use arrears_ledger::text::Lang;
use clap::Args;
use serde_json::json;

use crate::input::{almanac, amount};
use crate::{Report, USAGE, Words, print};

#[derive(Args)]
pub(crate) struct Size {
    /// 行业，按划型标准的名称：工业、建筑业、批发业等。 The industry, as the standard names it.
    #[arg(long)]
    industry: String,
    /// 从业人员（人）。 Persons employed.
    #[arg(long)]
    employees: Option<u32>,
    /// 营业收入（万元）。 Revenue of a year, in ten thousand yuan.
    #[arg(long, value_parser = wan)]
    revenue_wan: Option<Amount>,
    /// 资产总额（万元）。 Assets, in ten thousand yuan.
    #[arg(long, value_parser = wan)]
    assets_wan: Option<Amount>,
    /// 更新的数据文件，见 arrears-ledger data。 A newer file of the almanac.
    #[arg(long, visible_alias = "data", value_name = "FILE")]
    load: Vec<PathBuf>,
    /// 文字，或者一个 JSON 对象。 Words, or one JSON object.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

fn wan(text: &str) -> Result<Amount, String> {
    amount(text, Unit::Wan)
}

pub(crate) fn size(request: &Size) -> u8 {
    let lang = Lang::from(request.lang);
    let sizes = match almanac(&request.load) {
        Ok(almanac) => almanac.sizes,
        Err(why) => {
            eprintln!("{why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    let Some(industry) = sizes.industry(request.industry.trim()) else {
        let names: Vec<&str> = sizes.rows().iter().map(|row| row.name.as_str()).collect();
        let names = names.join("、");
        eprintln!("行业应为以下之一 (the industry should be one of): {names}");
        return USAGE;
    };
    let figures = Figures {
        persons: request.employees,
        revenue: request.revenue_wan,
        assets: request.assets_wan,
    };
    let size = match size::size(industry, &figures) {
        Ok(size) => size,
        Err(missing) => {
            let name = missing.name().get(lang);
            eprintln!(
                "{}",
                match lang {
                    Lang::Zh => format!("{}的划型需要{name}，请补充后再算", industry.name),
                    Lang::En => format!("{} is measured by {name}: give it too", industry.name),
                }
            );
            return USAGE;
        }
    };
    print(&match (request.format, lang) {
        (Report::Json, _) => json!({
            "industry": industry.name,
            "size": size.code(),
            "label": { "zh": size.name().zh, "en": size.name().en },
            "is_sme": size.is_sme(),
            "source": sizes.heading().source,
        })
        .to_string(),
        (Report::Text, Lang::Zh) => size.name().zh.to_owned(),
        (Report::Text, Lang::En) => size.name().en.to_owned(),
    })
}
