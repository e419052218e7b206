//! Where a value that nobody typed comes from: what it is, which cells led to it, and which line
//! of the matrix, law or sum says so. Where nothing says so, that is said, and never guessed.

mod answer;
mod days;
mod matrix;
mod state;
mod sums;
mod way;

pub use answer::alone;
pub use way::{WAYS, Way};

use crate::campaign::{Campaign, Context, Line};
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::fields::Table;
use crate::ledger::{Column, Entry, Ledger};
use crate::rule::{Around, At, Fact};
use crate::text::Text;
use crate::text::{Words, cut};

/// A value that is worked out, and how.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    /// Which value: a topic's key.
    pub key: &'static str,
    /// The value; `None` where it cannot be told.
    pub value: Option<Fact>,
    /// What would let it be told.
    pub todo: Option<Words>,
    /// The cells that led to it.
    pub inputs: Vec<Input>,
    /// What says so.
    pub by: By<'a>,
}

/// A cell an explanation rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it stands.
    pub at: At,
    /// What it shows; nothing where it is blank.
    pub text: String,
}

/// What leads from the cells to the value.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// A line of the campaign's responsibility matrix.
    Line(&'a Line),
    /// A law, a sum or an order of events.
    Way(&'static Way),
}

impl By<'_> {
    /// The line's id, or the way's.
    pub fn id(&self) -> &str {
        match self {
            Self::Line(line) => &line.id,
            Self::Way(way) => way.id,
        }
    }
}

/// A debt that is asked about.
#[derive(Clone, Copy)]
struct Subject<'s, 'a> {
    row: usize,
    entry: &'s Entry,
    around: Around<'s>,
    campaign: &'a Campaign,
}

/// The debt and the topic a JSON Pointer names: `/entries/3`, or `/entries/3/plan_maker`.
///
/// ```
/// use arrears_ledger::explain::place;
/// assert_eq!(place("/entries/3/plan_maker"), Some((3, Some("plan_maker"))));
/// assert_eq!(place("/entries/3/remark"), None);
/// ```
pub fn place(pointer: &str) -> Option<(usize, Option<&str>)> {
    let rest = pointer.strip_prefix("/entries/")?;
    let (row, key) = match cut(rest, "/") {
        Some((row, key)) => (row, Some(key)),
        None => (rest, None),
    };
    let is_number = row.bytes().all(|letter| letter.is_ascii_digit());
    let is_topic = key.is_none_or(|key| topics().any(|known| known == key));
    (is_number && is_topic).then_some((row.parse().ok()?, key))
}

type Explain = for<'a> fn(&Subject<'_, 'a>) -> Vec<Explanation<'a>>;

/// What can be explained of a debt, in the order of a form.
const TOPICS: [(&str, Explain); 17] = [
    ("first_period", state::first_period),
    ("plan_maker", matrix::plan_maker),
    ("supervisors", matrix::supervisors),
    ("undisputed_amount", sums::undisputed),
    ("due_date", days::due_date),
    ("arrears_since", days::arrears_since),
    ("age_bucket", days::age),
    ("repaid_total", sums::repaid),
    ("balance", sums::balance),
    ("last_paid_on", sums::last_paid),
    ("status", state::status),
    ("limitation", days::limitation),
    ("handling", matrix::consequences),
    ("funding", matrix::consequences),
    ("disclosure", matrix::consequences),
    ("sanction", matrix::consequences),
    ("follow_up", matrix::consequences),
];

/// The keys of what can be explained of a debt.
///
/// ```
/// assert!(arrears_ledger::explain::topics().any(|key| key == "plan_maker"));
/// ```
pub fn topics() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(|(key, _)| *key)
}

/// What people call a topic.
///
/// ```
/// use arrears_ledger::explain::label;
/// assert_eq!(label("due_date").en, "due");
/// assert_eq!(label("limitation").zh, "诉讼时效");
/// ```
pub fn label(key: &str) -> Text {
    if let Some(field) = Entry::field(key) {
        return Entry::spec(field).label();
    }
    matrix::effect(key).unwrap_or(Text {
        zh: "诉讼时效",
        en: "limitation",
    })
}

/// Explains what is worked out of a debt: one topic, or all of them without a key. A topic may
/// have several explanations (each supervisor has one), or none (no sanction is threatened).
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::explain::explain;
/// use arrears_ledger::amount::Unit;
/// use arrears_ledger::ledger::{Entry, Ledger, entry::Field, fields::Record};
/// let mut debt = Entry::default();
/// debt.set(Field::DebtorChannel, "县管企业", Unit::Yuan);
/// let ledger = Ledger { entries: vec![debt], ..Ledger::default() };
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
/// let context = Context::new(&campaign, today);
/// let told = explain(&ledger, 0, Some("plan_maker"), &context);
/// assert_eq!(told[0].by.id(), "P4");
/// ```
pub fn explain<'a>(
    ledger: &Ledger,
    row: usize,
    key: Option<&str>,
    context: &Context<'a>,
) -> Vec<Explanation<'a>> {
    let Some(entry) = ledger.entries.get(row) else {
        return Vec::new();
    };
    let around = Around {
        header: &ledger.header,
        context,
    };
    let subject = Subject {
        row,
        entry,
        around,
        campaign: context.campaign,
    };
    let mut all = Vec::new();
    let mut asked: Option<Explain> = None;
    for (topic, explain) in TOPICS {
        // The topics of one function stand together and are asked of it once.
        if key.is_none_or(|key| key == topic) && asked.is_none_or(|last| !same(last, explain)) {
            all.extend(explain(&subject));
            asked = Some(explain);
        }
    }
    all.retain(|one| key.is_none_or(|key| key == one.key));
    all
}

fn same(a: Explain, b: Explain) -> bool {
    std::ptr::fn_addr_eq(a, b)
}

impl<'a> Subject<'_, 'a> {
    /// A value that follows from some cells.
    fn told(
        &self,
        key: &'static str,
        value: Option<Fact>,
        inputs: &[Column],
        way: &'static Way,
    ) -> Explanation<'a> {
        let todo = value.is_none().then(|| self.fill_in(inputs));
        Explanation {
            key,
            value,
            todo,
            inputs: inputs.iter().map(|column| self.input(*column)).collect(),
            by: By::Way(way),
        }
    }

    fn input(&self, column: Column) -> Input {
        let (record, index): (&dyn Table, u8) = match column {
            Column::Header(field) => (self.around.header, field.into()),
            Column::Entry(field) => (self.entry, field.into()),
            Column::Instalment(_) | Column::Payment(_) | Column::Change(_) => {
                (self.entry, Field::DebtId.into())
            }
        };
        let is_own = matches!(column, Column::Entry(_));
        Input {
            at: At {
                row: is_own.then_some(self.row),
                child: None,
                column: Some(column),
            },
            text: record.read(index, self.around.header.unit()),
        }
    }

    fn is_blank(&self, column: Column) -> bool {
        self.input(column).text.is_empty()
    }

    /// Which blank cells to fill so that the value can be told.
    fn fill_in(&self, columns: &[Column]) -> Words {
        let mut words = Words::default();
        for column in columns.iter().filter(|column| self.is_blank(**column)) {
            let label = column.spec().label();
            if !words.zh.is_empty() {
                words.zh.push('、');
                words.en.push_str(", ");
            }
            words.zh.push_str(label.zh);
            words.en.push_str(label.en);
        }
        if !words.zh.is_empty() {
            words.zh.insert_str(0, "请填写：");
            words.en.insert_str(0, "fill in: ");
        }
        words
    }
}
