//! The county's figures on paper: the bulletin (通报) with its tables and charts, the roster,
//! what the files say together, the movement, the audit's lists, the yearly disclosure, reminders,
//! and how a sum of money could be shared.
//!
//! Every paper is made of [`Sheet`]s: cells that keep their exact values, rounded once, when they
//! are shown. So the same paper is Markdown, JSON, HTML to print and a workbook.
//!
//! What is published holds no person: no filler, no telephone, no one in charge, and no creditor
//! who is not a firm.

mod allocation;
mod changes;
mod chart;
mod definitions;
mod disclosure;
mod figures;
mod html;
mod json;
mod lists;
mod markdown;
mod movement;
mod office;
mod progress;
mod rate;
mod reminder;
mod sheet;
mod structure;
mod view;
#[cfg(feature = "workbook")]
mod workbook;

pub use allocation::allocation;
pub use chart::{Bar, Chart, Shape};
pub use disclosure::disclosure;
pub use figures::{Figures, Tally};
pub use movement::{audit, movement};
pub use office::{candidates, compared, questions, refused, roster};
pub use rate::Rate;
pub use reminder::{Reminder, reminders};
pub use sheet::{Cell, Column, Kind, Paper, Sheet};
pub use view::View;

use crate::text::{Text, Words};

/// A paper by its name: `roster`, `refused`, `questions`, `candidates`, `compared`, `movement`,
/// `audit`, `bulletin`, or `disclosure` of a year; `None` for another.
///
/// ```
/// use arrears_ledger::almanac::Law;
/// use arrears_ledger::bulletin::{View, paper};
/// use arrears_ledger::campaign::Campaign;
/// use arrears_ledger::county::County;
/// let campaign = Campaign::yexian_2022();
/// let county = County::of(&campaign);
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 20).unwrap();
/// let view = View::of(&county, &campaign, None, today, Law::carried());
/// assert_eq!(paper(&view, "roster", 2022).unwrap().sheets[0].rows.len(), campaign.units.len());
/// assert!(paper(&view, "gazette", 2022).is_none());
/// ```
pub fn paper(view: &View<'_>, name: &str, year: i32) -> Option<Paper> {
    Some(match name {
        "roster" => roster(view),
        "refused" => refused(view),
        "questions" => questions(view),
        "candidates" => candidates(view, &view.county.candidates(view.campaign)),
        "compared" => compared(view),
        "movement" => movement(view),
        "audit" => audit(view),
        "bulletin" => bulletin(view),
        "disclosure" => disclosure(view, year),
        _ => return None,
    })
}

/// The bulletin of a period: tables 1 to 6 with the definitions of their figures, and charts.
///
/// ```
/// use arrears_ledger::almanac::Law;
/// use arrears_ledger::bulletin::{View, bulletin};
/// use arrears_ledger::campaign::Campaign;
/// use arrears_ledger::county::County;
/// use arrears_ledger::text::Lang;
/// let campaign = Campaign::yexian_2022();
/// let county = County::of(&campaign);
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 20).unwrap();
/// let view = View::of(&county, &campaign, None, today, Law::carried());
/// assert!(bulletin(&view).markdown(Lang::Zh).contains("表1"));
/// ```
pub fn bulletin(view: &View<'_>) -> Paper {
    let progress = progress::Progress::of(view);
    let mut sheets = vec![progress.sheet(view), structure::sheet(view)];
    sheets.extend(lists::sheets(view, &progress));
    sheets.push(changes::sheet(view));
    let mut charts = vec![progress.chart()];
    charts.extend(structure::charts(view));
    charts.extend(chart::trend(view));
    Paper {
        key: "bulletin",
        title: definitions::title(view),
        facts: definitions::facts(view),
        notes: definitions::notes(view, &progress),
        sheets,
        charts,
        decimals: usize::from(view.county.settings.decimals),
    }
}

pub(crate) const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

pub(crate) fn words(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words::of(zh, en)
}
