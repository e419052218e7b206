//! Many ledgers or debts in one stream, a line each, an answer a line.

use super::{Answer, answer, validate};
use crate::campaign::Context;
use crate::json::{Fault, Scanner, Tree};
use crate::read::{DRAFT, Source, VERSION, read};

/// Checks one line of a stream (NDJSON): a submission or draft as [`validate`] does, and an object
/// without the member `format` as one debt, its members as in `entries` of a submission. Nothing
/// for a line of blanks.
///
/// A debt is checked by itself, without a header or others to compare with: no rule is asked that
/// holds the debts of a ledger against each other.
/// The paths of its findings start with `/entries/0`.
///
/// ```
/// use arrears_ledger::api::{Verdict, validate_line};
/// use arrears_ledger::campaign::{Campaign, Context};
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
/// let context = Context::new(&campaign, today);
/// let debt = r#"{"debtor_name":"龙泉乡人民政府","arrears_amount":"12.345"}"#;
/// let answer = validate_line("debts.ndjson:1", debt.as_bytes(), &context).unwrap();
/// assert_eq!(answer.verdict, Verdict::Errors);
/// assert!(answer.findings.iter().any(|one| one.finding.at.pointer() == "/entries/0/arrears_amount"));
/// assert!(validate_line("debts.ndjson:2", b" \r", &context).is_none());
/// ```
pub fn validate_line(name: &str, line: &[u8], context: &Context<'_>) -> Option<Answer> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let line = line.trim_ascii();
    if line.is_empty() {
        return None;
    }
    let debt = std::str::from_utf8(line).ok().filter(|text| is_debt(text));
    Some(match debt {
        Some(debt) => validate_debt(name, debt, context),
        None => validate(name, line, context),
    })
}

/// Checks the lines of a stream that lies in memory, an answer a line; a name is the stream's with
/// the number of the line, from 1.
///
/// ```
/// use arrears_ledger::api::validate_lines;
/// use arrears_ledger::campaign::{Campaign, Context};
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
/// let context = Context::new(&campaign, today);
/// let names: Vec<String> = validate_lines("a", b"{}\n\n[]", &context).map(|one| one.file).collect();
/// assert_eq!(names, ["a:1", "a:3"]);
/// ```
pub fn validate_lines<'a>(
    name: &'a str,
    bytes: &'a [u8],
    context: &'a Context<'a>,
) -> impl Iterator<Item = Answer> + 'a {
    let lines = (1..).zip(bytes.split(|byte| *byte == b'\n'));
    lines.filter_map(move |(no, line): (usize, _)| {
        validate_line(&format!("{name}:{no}"), line, context)
    })
}

/// Whether a line is an object that does not say what it is.
fn is_debt(line: &str) -> bool {
    let mut scanner = Scanner::new(line);
    let mut says = false;
    let read: Result<(), Fault> = scanner.object(&mut |inner, key| {
        says |= key == "format";
        inner.skip().map(drop)
    });
    line.starts_with('{') && !says && read.and_then(|()| scanner.end()).is_ok()
}

fn validate_debt(name: &str, debt: &str, context: &Context<'_>) -> Answer {
    let campaign = Tree::text(context.campaign.id.as_str()).canonical();
    let draft = format!(
        r#"{{"format":"{DRAFT}","version":{VERSION},"campaign":{campaign},"revision":1,"header":{{}},"entries":[{debt}],"confirmations":[]}}"#
    );
    let mut reading = read(draft.as_bytes());
    // It has no header, and gets a number where it has none.
    reading.source = Source::Debt;
    answer(name, draft.as_bytes(), &mut reading, context)
}
