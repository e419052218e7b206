//! What a session answers: plain values, shaped as the page and other hosts see them.

use std::slice;

use super::{EditError, Session};
use crate::campaign::Campaign;
use crate::json::{Json, members, write_object};
use crate::ledger::cell::Line;
use crate::ledger::fields::{Record, Table};
use crate::ledger::{Child, Column, Entry};
use crate::read::{Reading, Source};
use crate::review::{Counts, Reviewed};
use crate::rule::Severity;
use crate::submission::{Submission, draft, draft_of};
use crate::text::Words;

/// A finding, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingView {
    /// Stays the same while the debt, the rule and the place do.
    pub id: String,
    /// The rule's code.
    pub code: &'static str,
    /// What it asks.
    pub severity: Severity,
    /// JSON Pointer into the submission.
    pub path: String,
    /// `header`, `entries`, or the child table.
    pub table: Option<&'static str>,
    /// The debt, from 0.
    pub row: Option<usize>,
    /// The record of the child table, from 0.
    pub child: Option<usize>,
    /// The field's key.
    pub field: Option<&'static str>,
    /// The message.
    pub message: Words,
    /// The one text that would mend it.
    pub instead: Option<String>,
    /// Why it was confirmed.
    pub reason: Option<String>,
}

members!(FindingView: id, code, severity, path, table, row, child, field, message, instead, reason);

impl Json for Severity {
    fn write(&self, out: &mut String) {
        self.code().write(out);
    }
}

/// The ledger at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one lamp on the page"
)]
pub struct Overview {
    revision: u32,
    unit_code: String,
    unit_name: String,
    period: String,
    amount_unit: &'static str,
    is_nil: bool,
    rows: usize,
    counts: Counts,
    totals: TotalsView,
    ready: bool,
    can_undo: bool,
    can_redo: bool,
}

members!(Overview: revision, unit_code, unit_name, period, amount_unit, is_nil, rows, counts, totals, ready, can_undo, can_redo);

members!(Counts: errors, warnings, notices, confirmed);

#[derive(Debug, Clone, PartialEq, Eq)]
struct TotalsView {
    count: usize,
    arrears: String,
    undisputed: String,
    repaid: String,
    balance: String,
}

members!(TotalsView: count, arrears, undisputed, repaid, balance);

/// A cell whose text changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// `header`, `entries`, or the child table.
    pub table: &'static str,
    /// The debt, from 0.
    pub row: Option<usize>,
    /// The record of the child table, from 0.
    pub child: Option<usize>,
    /// The field's key.
    pub field: &'static str,
    /// What the cell now shows.
    pub text: String,
}

members!(Cell: table, row, child, field, text);

/// What an edit changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The cells, unless `reload`.
    pub cells: Vec<Cell>,
    /// Rows came, went or moved, or too many cells changed to list: read the rows again.
    pub reload: bool,
    /// Too many findings changed to list, or all of them in their words: read them again.
    pub reload_findings: bool,
    /// Findings that are new, or say something new.
    pub added: Vec<FindingView>,
    /// Ids of findings that are gone, or say something new.
    pub removed: Vec<String>,
    /// The ledger at a glance.
    pub overview: Overview,
}

members!(Change: cells, reload, reload_findings, added, removed, overview);

/// What opening a file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    whole: bool,
    source: &'static str,
    rows: usize,
    findings: Vec<FileFinding>,
}

members!(Opened: whole, source, rows, findings);

#[derive(Debug, Clone, PartialEq, Eq)]
struct FileFinding {
    code: &'static str,
    message: Words,
}

members!(FileFinding: code, message);

impl Opened {
    pub(super) fn of(reading: &Reading, campaign: &Campaign) -> Self {
        let unit = campaign.amount_unit;
        let finding = |finding: &crate::rule::Finding| FileFinding {
            code: finding.rule.code,
            message: finding.words(unit),
        };
        Self {
            whole: reading.whole,
            source: match reading.source {
                Source::Submission => "submission",
                Source::Draft => "draft",
                Source::Sheet | Source::Debt => "sheet",
            },
            rows: reading.ledger.entries.len(),
            findings: reading.findings.iter().map(finding).collect(),
        }
    }
}

/// A record's texts by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts(Vec<(&'static str, String)>);

impl Json for Texts {
    fn write(&self, out: &mut String) {
        let members: Vec<_> = self
            .0
            .iter()
            .map(|(key, text)| (*key, text as &dyn Json))
            .collect();
        write_object(&members, out);
    }
}

/// A debt with everything that hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct RowView {
    cells: Texts,
    instalments: Vec<Texts>,
    payments: Vec<Texts>,
    changes: Vec<Texts>,
    derived: Derived,
}

members!(RowView: cells, instalments, payments, changes, derived);

#[derive(Debug, Clone, PartialEq)]
struct Derived {
    repaid: String,
    balance: String,
    plan_maker: String,
    supervisors: Vec<String>,
}

members!(Derived: repaid, balance, plan_maker, supervisors);

/// A written submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionView {
    file_name: String,
    text: String,
    digest: String,
    check_code: String,
}

members!(SubmissionView: file_name, text, digest, check_code);

/// A debt by itself, with what it was before: what the second module is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// A draft of the debt alone.
    pub debt: String,
    /// The same of the earlier ledger; without a debt where it had none such.
    pub before: Option<String>,
}

members!(Subject: debt, before);

impl Session {
    /// The ledger at a glance.
    pub fn overview(&self) -> Overview {
        let header = &self.ledger.header;
        let totals = self.standing().totals();
        let unit = self.unit();
        let counts = self.standing().counts();
        let text = |line: Option<&str>| line.unwrap_or_default().to_owned();
        Overview {
            revision: self.ledger.revision,
            unit_code: text(header.report_unit_code.as_ref().map(Line::as_str)),
            unit_name: text(header.report_unit_name.as_ref().map(Line::as_str)),
            period: header
                .period
                .map(|period| period.to_string())
                .unwrap_or_default(),
            amount_unit: unit_code(unit),
            is_nil: header.is_nil == Some(true),
            rows: self.ledger.entries.len(),
            counts,
            totals: TotalsView {
                count: totals.count,
                arrears: totals.arrears.print(unit),
                undisputed: totals.undisputed.print(unit),
                repaid: totals.repaid.print(unit),
                balance: totals.balance.print(unit),
            },
            ready: counts.is_ready(),
            can_undo: !self.undo.is_empty(),
            can_redo: !self.redo.is_empty(),
        }
    }

    /// The findings in words.
    pub fn findings(&self) -> Vec<FindingView> {
        self.reviewed().iter().map(|one| self.view(one)).collect()
    }

    /// The header's texts.
    pub fn header(&self) -> Texts {
        texts(&self.ledger.header, self)
    }

    /// The texts of some rows, each in the order of `keys`.
    ///
    /// # Errors
    /// When a key is no field's.
    pub fn rows(
        &self,
        from: usize,
        to: usize,
        keys: &[String],
    ) -> Result<Vec<Vec<String>>, EditError> {
        let fields: Option<Vec<_>> = keys.iter().map(|key| Entry::field(key)).collect();
        let fields = fields.ok_or(EditError::Field)?;
        let count = to.saturating_sub(from);
        let rows = self.ledger.entries.iter().skip(from).take(count);
        let unit = self.unit();
        Ok(rows
            .map(|entry| {
                fields
                    .iter()
                    .map(|field| entry.text(*field, unit))
                    .collect()
            })
            .collect())
    }

    /// One debt.
    ///
    /// # Errors
    /// When there is no such row.
    pub fn row(&self, row: usize) -> Result<RowView, EditError> {
        let entry = self.ledger.entries.get(row).ok_or(EditError::Row)?;
        let unit = self.unit();
        let children = |table| {
            let records = entry.children(table);
            records.into_iter().map(|one| texts(one, self)).collect()
        };
        let maker = self.campaign.plan_maker(entry, &self.ledger.header);
        let supervisors = self.campaign.supervisors(entry, &self.ledger.header);
        Ok(RowView {
            cells: texts(entry, self),
            instalments: children(Child::Instalments),
            payments: children(Child::Payments),
            changes: children(Child::Changes),
            derived: Derived {
                repaid: entry.repaid().print(unit),
                balance: entry
                    .balance_due()
                    .map(|balance| balance.print(unit))
                    .unwrap_or_default(),
                plan_maker: maker.unwrap_or_default(),
                supervisors,
            },
        })
    }

    /// The draft as a file.
    pub fn draft(&self) -> String {
        draft(&self.ledger)
    }

    /// A debt by itself.
    ///
    /// # Errors
    /// When there is no such row.
    pub fn subject(&self, row: usize) -> Result<Subject, EditError> {
        let entry = self.ledger.entries.get(row).ok_or(EditError::Row)?;
        let before = self.before.as_ref().map(|before| {
            let same = before.same(entry).map_or(&[][..], slice::from_ref);
            draft_of(before.ledger(), same)
        });
        Ok(Subject {
            debt: draft_of(&self.ledger, slice::from_ref(entry)),
            before,
        })
    }

    /// The submission.
    ///
    /// # Errors
    /// The findings in the way, counted.
    pub fn submission(&self) -> Result<SubmissionView, Counts> {
        let submission = Submission::checked(&self.ledger, &self.reviewed())?;
        Ok(SubmissionView {
            file_name: submission.file_name().to_owned(),
            text: submission.text().to_owned(),
            digest: submission.digest().to_owned(),
            check_code: submission.check_code(),
        })
    }

    pub(super) fn view(&self, one: &Reviewed) -> FindingView {
        let (finding, unit) = (&one.finding, self.unit());
        FindingView {
            id: one.id.clone(),
            code: finding.rule.code,
            severity: finding.severity,
            path: finding.at.pointer(),
            table: finding.at.column.map(Column::table),
            row: finding.at.row,
            child: finding.at.child,
            field: finding.at.column.map(|column| column.spec().key),
            message: finding.words(unit),
            instead: finding.instead.clone(),
            reason: one.reason.clone(),
        }
    }
}

fn texts(record: &dyn Table, session: &Session) -> Texts {
    let unit = session.unit();
    Texts(
        record
            .columns()
            .map(|(index, spec)| (spec.key, record.read(index, unit)))
            .collect(),
    )
}

pub(super) fn unit_code(unit: crate::amount::Unit) -> &'static str {
    use crate::ledger::vocabulary::Vocabulary;
    unit.choice().code()
}
