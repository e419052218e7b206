//! The size of a firm by its industry (工信部联企业〔2011〕300号).

use crate::almanac::{Bounds, Industry};
use crate::amount::Amount;
use crate::text::Text;

/// The size of a firm, the largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// 大型.
    Large,
    /// 中型.
    Medium,
    /// 小型.
    Small,
    /// 微型.
    Micro,
}

impl Size {
    /// Whether it is a small or medium firm, whom the Regulation protects.
    pub const fn is_sme(self) -> bool {
        !matches!(self, Self::Large)
    }

    /// Its name in files and answers.
    pub const fn code(self) -> &'static str {
        self.name().en
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Large => Text {
                zh: "大型",
                en: "large",
            },
            Self::Medium => Text {
                zh: "中型",
                en: "medium",
            },
            Self::Small => Text {
                zh: "小型",
                en: "small",
            },
            Self::Micro => Text {
                zh: "微型",
                en: "micro",
            },
        }
    }
}

/// What a firm is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Persons employed.
    pub persons: Option<u32>,
    /// Revenue of a year.
    pub revenue: Option<Amount>,
    /// Assets.
    pub assets: Option<Amount>,
}

/// A figure an industry is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Persons employed.
    Persons,
    /// Revenue of a year.
    Revenue,
    /// Assets.
    Assets,
}

impl Measure {
    /// What it is called, with its unit.
    pub const fn name(self) -> Text {
        match self {
            Self::Persons => Text {
                zh: "从业人员（人）",
                en: "persons employed",
            },
            Self::Revenue => Text {
                zh: "营业收入（万元）",
                en: "revenue of a year (CNY 10,000)",
            },
            Self::Assets => Text {
                zh: "资产总额（万元）",
                en: "assets (CNY 10,000)",
            },
        }
    }
}

/// The size of a firm: the highest class whose lowest figures it all reaches, else micro.
///
/// # Errors
/// Names the first figure the industry is measured by that is not given: nothing is guessed, even
/// where the others would decide.
///
/// ```
/// use arrears_ledger::almanac::{Sizes, Table};
/// use arrears_ledger::amount::{Amount, Unit};
/// use arrears_ledger::calc::size::{Figures, Size, size};
/// let sizes = Sizes::carried();
/// let figures = Figures {
///     persons: Some(999),
///     revenue: Amount::parse("40000", Unit::Wan).ok(),
///     assets: None,
/// };
/// assert_eq!(size(sizes.industry("工业").unwrap(), &figures), Ok(Size::Medium));
/// ```
pub fn size(industry: &Industry, figures: &Figures) -> Result<Size, Measure> {
    let fen = |amount: Option<Amount>| amount.map(Amount::fen);
    let of_fen = 1_000_000;
    let classes = [
        class(industry.persons, figures.persons.map(i64::from), 1).ok_or(Measure::Persons)?,
        class(industry.revenue, fen(figures.revenue), of_fen).ok_or(Measure::Revenue)?,
        class(industry.assets, fen(figures.assets), of_fen).ok_or(Measure::Assets)?,
    ];
    Ok(classes.into_iter().max().unwrap_or(Size::Micro))
}

/// The class one figure reaches; `None` where it is needed and not given. A measure that does not
/// count stands in nobody's way.
fn class(bounds: Option<Bounds>, figure: Option<i64>, unit: i64) -> Option<Size> {
    let Some([large, medium, small]) = bounds else {
        return Some(Size::Large);
    };
    let figure = figure?;
    let reaches = |bound: u32| i64::from(bound) * unit <= figure;
    Some(if reaches(large) {
        Size::Large
    } else if reaches(medium) {
        Size::Medium
    } else if reaches(small) {
        Size::Small
    } else {
        Size::Micro
    })
}
