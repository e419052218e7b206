//! A ledger kept open: edits go in as typed text, what changed comes out. Every edit can be undone.

mod answer;
mod block;
mod call;
mod change;
mod edit;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod explain;
mod mend;
mod number;
mod paste;
mod pieces;
mod rows;
mod step;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod typed;

pub use answer::{Cell, Change, FindingView, Opened, Overview, RowView, Subject, SubmissionView};
pub use edit::EditError;
pub use paste::{Pasted, Preview};

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::amount::Unit;
use crate::campaign::{Campaign, Context};
use crate::draft::Cut;
use crate::ledger::fields::Record;
use crate::ledger::{Before, Header, Ledger, Totals, header};
use crate::read::{Reading, Source, read_before};
use crate::review::{Counts, Reviewed, Standing};
use step::Step;

/// One open ledger.
///
/// The law it keeps: after any edits, its findings are those of a full check of its ledger.
///
/// ```
/// use arrears_ledger::{campaign::Campaign, session::Session};
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
/// let mut session = Session::new(Campaign::yexian_2022(), today);
/// session.insert_rows(0, 1)?;
/// let change = session.set_cell(0, "arrears_amount", "约12万")?;
/// assert!(change.added.iter().any(|finding| finding.code == "C-02"));
/// session.undo();
/// assert_eq!(session.ledger().entries[0].arrears_amount, None);
/// # Ok::<(), arrears_ledger::session::EditError>(())
/// ```
#[derive(Debug)]
pub struct Session {
    ledger: Ledger,
    campaign: Campaign,
    today: NaiveDate,
    /// Made when first asked for, so that a large file can say what is wrong with it at once.
    standing: OnceCell<Standing>,
    undo: Vec<Step>,
    redo: Vec<Step>,
    opened: Option<Opened>,
    before: Option<Before>,
    /// Where the draft is cut into pieces, once it was handed out in pieces.
    cut: Option<Cut>,
}

impl Session {
    /// A new, empty ledger of a campaign.
    pub fn new(campaign: Campaign, today: NaiveDate) -> Self {
        let mut ledger = Ledger {
            campaign: campaign.id.clone(),
            revision: 1,
            ..Ledger::default()
        };
        ledger.header = first_header(&campaign);
        Self::start(ledger, campaign, today, None)
    }

    /// Opens what was read from a file. A sheet becomes the rows of a new ledger; of a damaged
    /// file, what could be read is kept.
    pub fn open(reading: Reading, campaign: Campaign, today: NaiveDate) -> Self {
        let opened = Some(Opened::of(&reading, &campaign));
        let mut ledger = reading.ledger;
        if reading.source == Source::Sheet {
            let unit = ledger.header.amount_unit.or(Some(campaign.amount_unit));
            ledger.header = Header {
                amount_unit: unit,
                ..first_header(&campaign)
            };
            ledger.revision = 1;
        }
        ledger.campaign.clone_from(&campaign.id);
        let mut session = Self::start(ledger, campaign, today, opened);
        if reading.source != Source::Submission && session.number_debts() {
            // Its debts are no longer those of the file.
            session.cut = Some(Cut::new(session.ledger.entries.len()));
        }
        session
    }

    const fn start(
        ledger: Ledger,
        campaign: Campaign,
        today: NaiveDate,
        opened: Option<Opened>,
    ) -> Self {
        Self {
            ledger,
            campaign,
            today,
            standing: OnceCell::new(),
            undo: Vec::new(),
            redo: Vec::new(),
            opened,
            before: None,
            cut: None,
        }
    }

    /// Compares with what the unit handed in for the period before, or no longer does.
    pub fn follow(&mut self, before: Option<Before>) {
        self.before = before;
        self.standing.take();
    }

    /// Compares with a file of the period before, when it can be read; what was found in it is the
    /// answer. While it cannot, the ledger stays compared with what it was.
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 7, 10).unwrap();
    /// let mut session = Session::new(Campaign::yexian_2022(), today);
    /// session.follow_file(b"{\"format\":");
    /// assert!(session.before().is_none());
    /// let earlier = session.draft();
    /// session.follow_file(earlier.as_bytes());
    /// assert!(session.before().is_some());
    /// ```
    pub fn follow_file(&mut self, bytes: &[u8]) -> Opened {
        let reading = read_before(bytes);
        let opened = Opened::of(&reading, &self.campaign);
        if reading.whole {
            self.follow(Some(Before::of(reading.ledger)));
        }
        opened
    }

    /// What it is compared with.
    pub const fn before(&self) -> Option<&Before> {
        self.before.as_ref()
    }

    /// The ledger as it stands.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The campaign it is for.
    pub const fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// What opening the file found, where it came from one.
    pub const fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }

    /// The findings as they stand.
    pub fn reviewed(&self) -> Vec<Reviewed> {
        self.standing().reviewed(&self.ledger)
    }

    /// The findings, counted.
    pub fn counts(&self) -> Counts {
        self.standing().counts()
    }

    /// The ledger's sums.
    pub fn totals(&self) -> Totals {
        self.standing().totals()
    }

    /// The findings as they stand, kept in step.
    fn standing(&self) -> &Standing {
        self.standing
            .get_or_init(|| Standing::of(&self.ledger, &self.context()))
    }

    fn unit(&self) -> Unit {
        self.ledger.header.unit()
    }

    fn context(&self) -> Context<'_> {
        Context {
            before: self.before.as_ref(),
            ..Context::new(&self.campaign, self.today)
        }
    }
}

/// What the campaign already knows of a header.
fn first_header(campaign: &Campaign) -> Header {
    let mut header = Header {
        amount_unit: Some(campaign.amount_unit),
        ..Header::default()
    };
    header.is_nil = Some(false);
    header.sealed = Some(false);
    header.set(header::Field::Period, &campaign.period, Unit::Yuan);
    header
}
