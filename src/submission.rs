//! The one door out: a ledger without errors or open warnings → the submission file.

use crate::campaign::Context;
use crate::digest::{check_code, sm3_hex};
use crate::json::{Tree, sort};
use crate::ledger::cell::Stored;
use crate::ledger::fields::Table;
use crate::ledger::{Child, Confirmation, Entry, Ledger};
use crate::read::{DRAFT, SUBMISSION, VERSION};
use crate::review::{Counts, Reviewed, count, review, values};

/// A ledger that passed every rule, as the file that is handed in. Its only way into being is
/// [`Submission::of`], so having one is proof of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    text: String,
    digest: String,
    file_name: String,
}

impl Submission {
    /// Checks a ledger and writes its file.
    ///
    /// # Errors
    /// The findings that stand in the way, counted.
    ///
    /// ```
    /// use arrears_ledger::campaign::{Campaign, Context};
    /// use arrears_ledger::ledger::Ledger;
    /// use arrears_ledger::submission::Submission;
    /// let campaign = Campaign::yexian_2022();
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
    /// let context = Context::new(&campaign, today);
    /// assert!(Submission::of(&Ledger::default(), &context).unwrap_err().errors > 0);
    /// ```
    pub fn of(ledger: &Ledger, context: &Context<'_>) -> Result<Self, Counts> {
        Self::checked(ledger, &review(ledger, context))
    }

    /// Writes the file of a ledger with these findings.
    pub(crate) fn checked(ledger: &Ledger, reviewed: &[Reviewed]) -> Result<Self, Counts> {
        let counts = count(reviewed);
        if !counts.is_ready() {
            return Err(counts);
        }
        let mut tree = tree(ledger, &ledger.entries, SUBMISSION, used(ledger, reviewed));
        let digest = sm3_hex(tree.canonical().as_bytes());
        if let Tree::Map(members) = &mut tree {
            members.push(("digest".to_owned(), Tree::text(digest.as_str())));
            sort(members);
        }
        let text = tree.canonical();
        Ok(Self {
            text,
            digest,
            file_name: file_name(ledger),
        })
    }

    /// The file: canonical JSON (RFC 8785) with its digest in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SM3 over the canonical form without the digest member.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The digest's first sixteen digits, as they are printed.
    pub fn check_code(&self) -> String {
        check_code(&self.digest)
    }

    /// A name for the file: unit, period, revision.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }
}

/// The digest a submission's tree should state: over the canonical form without it.
///
/// ```
/// use arrears_ledger::json::Tree;
/// let tree = Tree::parse(r#"{"digest":"x","a":2}"#).unwrap();
/// let digest = arrears_ledger::submission::digest_of(tree);
/// assert_eq!(digest, arrears_ledger::digest::sm3_hex(br#"{"a":2}"#));
/// ```
pub fn digest_of(mut tree: Tree) -> String {
    tree.remove("digest");
    sm3_hex(tree.canonical().as_bytes())
}

/// The ledger as a draft: everything typed, readable or not.
///
/// ```
/// use arrears_ledger::api::ledger;
/// let sheet = "欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,约5000\n";
/// let draft = arrears_ledger::submission::draft(&ledger(sheet.as_bytes()).unwrap());
/// assert!(draft.contains("约5000"));
/// assert_eq!(ledger(draft.as_bytes()).unwrap().entries.len(), 1);
/// ```
pub fn draft(ledger: &Ledger) -> String {
    let confirmations = ledger.confirmations.clone();
    tree(ledger, &ledger.entries, DRAFT, confirmations).canonical()
}

/// A draft of some of a ledger's debts, without the reasons given for warnings.
///
/// ```
/// let sheet = "欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,5000\n丙,丁,6000\n";
/// let ledger = arrears_ledger::api::ledger(sheet.as_bytes()).unwrap();
/// let second = arrears_ledger::submission::draft_of(&ledger, &ledger.entries[1..]);
/// assert!(second.contains("6000.00") && !second.contains("5000.00"));
/// ```
pub fn draft_of(ledger: &Ledger, entries: &[Entry]) -> String {
    tree(ledger, entries, DRAFT, Vec::new()).canonical()
}

fn file_name(ledger: &Ledger) -> String {
    let unit = ledger
        .header
        .report_unit_name
        .as_ref()
        .map_or("台账", |name| name.as_str());
    let period = ledger
        .header
        .period
        .map(|period| period.to_string())
        .unwrap_or_default();
    let name: String = format!("{unit}-{period}-第{}版", ledger.revision.max(1))
        .chars()
        .map(|letter| {
            if r#"\/:*?"<>|"#.chars().any(|bad| bad == letter) || letter.is_control() {
                '_'
            } else {
                letter
            }
        })
        .collect();
    format!("{name}.json")
}

/// The confirmations that answer a warning; those that lapsed stay behind.
fn used(ledger: &Ledger, reviewed: &[Reviewed]) -> Vec<Confirmation> {
    let confirmed = reviewed.iter().filter(|one| one.reason.is_some());
    let used: Vec<(&str, &str, String)> = confirmed
        .map(|one| {
            let values = values(ledger, &one.finding);
            (one.finding.rule.code, one.debt_id.as_str(), values)
        })
        .collect();
    let answers = |one: &&Confirmation| {
        let is_it = |(code, debt, values): &(&str, &str, String)| {
            one.code == *code && one.debt_id == *debt && one.values == *values
        };
        used.iter().any(is_it)
    };
    let confirmations = ledger.confirmations.iter();
    confirmations.filter(answers).cloned().collect()
}

/// A draft without its debts and confirmations.
pub(crate) fn draft_head(ledger: &Ledger) -> String {
    Tree::Map(head(ledger, DRAFT)).canonical()
}

/// Debts of a draft, as a list.
pub(crate) fn draft_rows(entries: &[Entry]) -> String {
    debts(entries).canonical()
}

/// The confirmations of a draft, as a list.
pub(crate) fn draft_confirmations(ledger: &Ledger) -> String {
    answers(ledger.confirmations.clone()).canonical()
}

fn tree(
    ledger: &Ledger,
    entries: &[Entry],
    format: &str,
    confirmations: Vec<Confirmation>,
) -> Tree {
    let mut members = head(ledger, format);
    members.push(("entries".to_owned(), debts(entries)));
    members.push(("confirmations".to_owned(), answers(confirmations)));
    sort(&mut members);
    Tree::Map(members)
}

fn debts(entries: &[Entry]) -> Tree {
    Tree::List(entries.iter().map(entry).collect())
}

fn head(ledger: &Ledger, format: &str) -> Vec<(String, Tree)> {
    let mut members = vec![
        ("format".to_owned(), Tree::text(format)),
        ("version".to_owned(), Tree::Number(VERSION)),
        ("campaign".to_owned(), Tree::text(ledger.campaign.as_str())),
        (
            "revision".to_owned(),
            Tree::Number(i64::from(ledger.revision.max(1))),
        ),
        ("header".to_owned(), record(&ledger.header, Vec::new())),
    ];
    if let Some(previous) = &ledger.previous {
        members.push(("previous".to_owned(), Tree::text(previous.as_str())));
    }
    extend(&mut members, &ledger.extra);
    members
}

fn answers(mut confirmations: Vec<Confirmation>) -> Tree {
    confirmations
        .sort_by(|a, b| (&a.debt_id, &a.code, &a.values).cmp(&(&b.debt_id, &b.code, &b.values)));
    Tree::List(confirmations.iter().map(confirmation).collect())
}

fn confirmation(one: &Confirmation) -> Tree {
    let mut members = vec![
        ("code".to_owned(), Tree::text(one.code.as_str())),
        ("debt_id".to_owned(), Tree::text(one.debt_id.as_str())),
        ("values".to_owned(), Tree::text(one.values.as_str())),
        ("reason".to_owned(), Tree::text(one.reason.as_str())),
    ];
    extend(&mut members, &one.extra);
    Tree::Map(members)
}

fn entry(entry: &Entry) -> Tree {
    let mut children = Vec::new();
    for table in Child::ALL {
        let mut items = Vec::new();
        for one in entry.children(table) {
            items.push(record(one, Vec::new()));
        }
        if !items.is_empty() {
            children.push((table.key().to_owned(), Tree::List(items)));
        }
    }
    record(entry, children)
}

fn record(record: &dyn Table, children: Vec<(String, Tree)>) -> Tree {
    let mut members = children;
    for (index, spec) in record.columns() {
        if let Some(value) = record.peek(index).stored() {
            members.push((spec.key.to_owned(), stored(value)));
        }
    }
    if !record.unread().is_empty() {
        let unread = record
            .unread()
            .iter()
            .map(|(index, text)| (record.column(*index).spec().key, Tree::text(text.as_ref())))
            .collect();
        members.push(("unread".to_owned(), Tree::of(unread)));
    }
    extend(&mut members, record.extra());
    Tree::Map(members)
}

fn stored(value: Stored<'_>) -> Tree {
    match value {
        Stored::Text(text) => Tree::Text(text.into_owned()),
        Stored::Flag(flag) => Tree::Flag(flag),
        Stored::Count(count) => Tree::Number(i64::from(count)),
        Stored::List(codes) => Tree::List(codes.into_iter().map(Tree::text).collect()),
    }
}

/// Puts unknown members back, unless a known one has taken the name, and all members in order.
fn extend(members: &mut Vec<(String, Tree)>, extra: &[(Box<str>, Box<str>)]) {
    for (key, raw) in extra {
        // INVARIANT: what is kept is canonical JSON, so it parses.
        members.push((key.to_string(), Tree::parse(raw).unwrap_or(Tree::Null)));
    }
    // The sort is stable, so of one name the known member stays first.
    sort(members);
    members.dedup_by(|(later, _), (first, _)| later == first);
}
