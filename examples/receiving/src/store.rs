//! The database: what was received, as it came, and what was refused.
//!
//! It keeps the promises that must hold whatever the service above does: a digest once, a revision
//! once, every revision but the first with the one it amends. Papers are computed from it anew.

use std::path::Path;

use arrears_ledger::county::{Received, Refused, Told};
use arrears_ledger::review::Counts;
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params, params};
use serde_json::{Value, json};

use crate::month::Month;
use crate::problem::Expected;

/// Raised when the tables change.
const VERSION: i64 = 1;

const TABLES: &str = "
CREATE TABLE submission (
    no INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    campaign TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    month TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (1 <= revision),
    previous TEXT REFERENCES submission (digest),
    name TEXT NOT NULL,
    received_on TEXT NOT NULL,
    warnings INTEGER NOT NULL,
    notices INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (campaign, unit, month, revision),
    CHECK ((revision = 1) = (previous IS NULL))
) STRICT;
CREATE TABLE refusal (
    hash TEXT NOT NULL,
    campaign TEXT NOT NULL,
    month TEXT NOT NULL,
    unit TEXT,
    name TEXT NOT NULL,
    received_on TEXT NOT NULL,
    findings TEXT NOT NULL,
    PRIMARY KEY (campaign, hash)
) STRICT;
";

/// The database, open.
#[derive(Debug)]
pub(crate) struct Store {
    connection: Connection,
}

/// What is known of a submission without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) no: i64,
    pub(crate) digest: String,
    pub(crate) campaign: String,
    pub(crate) unit: String,
    pub(crate) unit_name: String,
    pub(crate) month: String,
    pub(crate) revision: u32,
    pub(crate) previous: Option<String>,
    pub(crate) received_on: NaiveDate,
    pub(crate) counts: Counts,
    /// Whether no later revision took its place.
    pub(crate) stands: bool,
}

/// Whose submission it is, and for when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner<'a> {
    pub(crate) campaign: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) unit_name: &'a str,
    pub(crate) month: Month,
}

/// Which submissions are listed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) campaign: &'a str,
    pub(crate) unit: Option<&'a str>,
    pub(crate) month: Option<Month>,
    pub(crate) after: i64,
    pub(crate) limit: u32,
}

/// A file as it is examined again when the service starts.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) digest: String,
    pub(crate) name: String,
    pub(crate) received_on: NaiveDate,
    pub(crate) text: String,
}

/// What may go wrong with it.
pub(crate) type Outcome<T> = Result<T, rusqlite::Error>;

const COLUMNS: &str =
    "no, digest, campaign, unit, unit_name, month, revision, previous, received_on,
    warnings, notices, confirmed,
    NOT EXISTS (SELECT 1 FROM submission AS later
        WHERE later.campaign = submission.campaign AND later.unit = submission.unit
        AND later.month = submission.month AND submission.revision < later.revision)";

impl Store {
    /// Opens the database, and makes it where there is none.
    pub(crate) fn open(file: &Path) -> Outcome<Self> {
        let mut connection = Connection::open(file)?;
        // What is answered as received is on the disk, whatever happens next; and no second service
        // writes beside this one, which would not see it.
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        let change =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let version: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
        match version {
            0 => {
                change.execute_batch(TABLES)?;
                change.pragma_update(None, "user_version", VERSION)?;
            }
            VERSION => {}
            _ => return Err(rusqlite::Error::InvalidQuery),
        }
        change.commit()?;
        Ok(Self { connection })
    }

    /// A submission by its digest.
    pub(crate) fn find(&self, digest: &str) -> Outcome<Option<Record>> {
        let sql = format!("SELECT {COLUMNS} FROM submission WHERE digest = ?1");
        self.connection
            .prepare_cached(&sql)?
            .query_row([digest], record)
            .optional()
    }

    /// Its text.
    pub(crate) fn text(&self, digest: &str) -> Outcome<Option<String>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT text FROM submission WHERE digest = ?1")?;
        query.query_row([digest], |row| row.get(0)).optional()
    }

    /// The revisions a unit may hand in next for a month: the one behind its last for that month; or,
    /// where there is none yet, its first, or the one behind its last for an earlier month, for some
    /// count on from month to month.
    pub(crate) fn expected(&self, owner: Owner<'_>) -> Outcome<Vec<Expected>> {
        let mut query = self.connection.prepare_cached(
            "SELECT month, revision, digest FROM submission
             WHERE campaign = ?1 AND unit = ?2 AND month <= ?3
             ORDER BY month DESC, revision DESC LIMIT 1",
        )?;
        let own = owner.month.to_string();
        let last: Option<(String, u32, String)> = query
            .query_row(params![owner.campaign, owner.unit, own], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let is_begun = last.as_ref().is_some_and(|(month, ..)| *month == own);
        let first = (!is_begun).then_some(Expected {
            revision: 1,
            previous: None,
        });
        let next = last.map(|(_, revision, digest)| Expected {
            revision: revision.saturating_add(1),
            previous: Some(digest),
        });
        Ok(first.into_iter().chain(next).collect())
    }

    /// Keeps a submission.
    pub(crate) fn keep(&self, owner: Owner<'_>, one: &Received) -> Outcome<()> {
        let counts = one.counts;
        self.connection
            .prepare_cached(
                "INSERT INTO submission (digest, campaign, unit, unit_name, month, revision, previous, name,
                    received_on, warnings, notices, confirmed, text)
                 VALUES (:digest, :campaign, :unit, :unit_name, :month, :revision, :previous, :name,
                    :received_on, :warnings, :notices, :confirmed, :text)",
            )?
            .execute(named_params! {
                ":digest": one.digest,
                ":campaign": owner.campaign,
                ":unit": owner.unit,
                ":unit_name": owner.unit_name,
                ":month": owner.month.to_string(),
                ":revision": one.ledger.revision,
                ":previous": one.ledger.previous,
                ":name": one.name,
                ":received_on": one.received_on.to_string(),
                ":warnings": whole(counts.warnings),
                ":notices": whole(counts.notices),
                ":confirmed": whole(counts.confirmed),
                ":text": one.text(),
            })
            .map(drop)
    }

    /// Keeps that a file was refused; one that comes again is the same.
    pub(crate) fn refuse(&self, campaign: &str, month: Month, one: &Refused) -> Outcome<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO refusal (hash, campaign, month, unit, name, received_on, findings)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
            )?
            .execute(params![
                one.hash,
                campaign,
                month.to_string(),
                one.unit,
                one.name,
                one.received_on.to_string(),
                findings(one).to_string()
            ])
            .map(drop)
    }

    /// What is wanted of the submissions, in the order they came.
    pub(crate) fn list(&self, wanted: Wanted<'_>) -> Outcome<Vec<Record>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM submission WHERE campaign = :campaign AND :after < no
             AND (:unit IS NULL OR unit = :unit) AND (:month IS NULL OR month = :month)
             ORDER BY no LIMIT :limit"
        );
        let month = wanted.month.map(|month| month.to_string());
        let given: &[(&str, &dyn ToSql)] = named_params! {
            ":campaign": wanted.campaign,
            ":unit": wanted.unit,
            ":month": month,
            ":after": wanted.after,
            ":limit": wanted.limit,
        };
        self.connection
            .prepare_cached(&sql)?
            .query_map(given, record)?
            .collect()
    }

    /// Hands over every submission of a campaign, one by one.
    pub(crate) fn each<E: From<rusqlite::Error>>(
        &self,
        campaign: &str,
        take: &mut dyn FnMut(Kept) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut query = self
            .connection
            .prepare("SELECT digest, name, received_on, text FROM submission WHERE campaign = ?1 ORDER BY no")?;
        let mut rows = query.query([campaign])?;
        while let Some(row) = rows.next()? {
            take(Kept {
                digest: row.get(0)?,
                name: row.get(1)?,
                received_on: day(row, 2)?,
                text: row.get(3)?,
            })?;
        }
        Ok(())
    }

    /// Every refusal of a campaign.
    pub(crate) fn refusals(&self, campaign: &str) -> Outcome<Vec<(Month, Refused)>> {
        let mut query = self.connection.prepare(
            "SELECT month, hash, unit, name, received_on, findings FROM refusal WHERE campaign = ?1",
        )?;
        query.query_map([campaign], refusal)?.collect()
    }
}

fn record(row: &Row<'_>) -> Outcome<Record> {
    let count = |at| {
        row.get::<_, i64>(at)
            .map(|count| usize::try_from(count).unwrap_or_default())
    };
    Ok(Record {
        no: row.get(0)?,
        digest: row.get(1)?,
        campaign: row.get(2)?,
        unit: row.get(3)?,
        unit_name: row.get(4)?,
        month: row.get(5)?,
        revision: row.get(6)?,
        previous: row.get(7)?,
        received_on: day(row, 8)?,
        counts: Counts {
            errors: 0,
            warnings: count(9)?,
            notices: count(10)?,
            confirmed: count(11)?,
        },
        stands: row.get(12)?,
    })
}

fn refusal(row: &Row<'_>) -> Outcome<(Month, Refused)> {
    let month: String = row.get(0)?;
    let kept: String = row.get(5)?;
    let kept: Value = serde_json::from_str(&kept).map_err(|why| misread(5, why))?;
    let count = |name: &str| {
        let count = kept
            .pointer(&format!("/counts/{name}"))
            .and_then(Value::as_u64);
        count
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or_default()
    };
    let all = kept.get("findings").and_then(Value::as_array);
    let text = |one: &Value, at: &str| {
        one.get(at)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let findings = all.into_iter().flatten().map(|one| Told {
        code: text(one, "code"),
        path: text(one, "path"),
        message: Words::of(text(one, "zh"), text(one, "en")),
    });
    Ok((
        month.parse().map_err(|why: String| misread(0, why))?,
        Refused {
            hash: row.get(1)?,
            unit: row.get(2)?,
            name: row.get(3)?,
            received_on: day(row, 4)?,
            counts: Counts {
                errors: count("errors"),
                warnings: count("warnings"),
                notices: count("notices"),
                confirmed: count("confirmed"),
            },
            findings: findings.collect(),
        },
    ))
}

fn findings(one: &Refused) -> Value {
    let told = |told: &Told| json!({ "code": told.code, "path": told.path, "zh": told.message.zh, "en": told.message.en });
    let Counts {
        errors,
        warnings,
        notices,
        confirmed,
    } = one.counts;
    json!({
        "counts": { "errors": errors, "warnings": warnings, "notices": notices, "confirmed": confirmed },
        "findings": one.findings.iter().map(told).collect::<Vec<_>>(),
    })
}

fn day(row: &Row<'_>, at: usize) -> Outcome<NaiveDate> {
    let text: String = row.get(at)?;
    text.parse()
        .map_err(|why: chrono::ParseError| misread(at, why))
}

fn misread(at: usize, why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, why.into())
}

/// A count as `SQLite` has whole numbers.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
