//! The work ledger of arrears owed to small firms (清欠台账): fields, rules, submission file; the
//! same in the browser and in every backend behind it.
//!
//! One street, one direction: [`read`] turns a file into a [`ledger`], [`rules`] turn the ledger
//! into findings, [`review`] matches them with the reasons people gave, and [`submission`] is the
//! one door out. [`api`] is the facade for whoever has a file and wants an answer; [`session`] is
//! a ledger kept open while somebody edits it. What a [`campaign`] decides is data.
//!
//! ```
//! use arrears_ledger::api::{Verdict, validate};
//! use arrears_ledger::campaign::{Campaign, Context};
//! let campaign = Campaign::yexian_2022();
//! let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
//! let answer = validate("empty.json", b"{}", &Context::new(&campaign, today));
//! assert_eq!(answer.verdict, Verdict::Unreadable);
//! ```
//!
//! No clock, no locale, no random source and no file is read in here: the day and the campaign are
//! arguments, so the same input gives the same bytes everywhere.

pub mod almanac;
pub mod amount;
pub mod api;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod bulletin;
pub mod calc;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod call;
pub mod campaign;
#[cfg(feature = "capi")]
pub mod capi;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod catalogue;
pub mod claims;
pub mod codes;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod collection;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod compare;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod county;
pub mod date;
pub mod digest;
pub mod draft;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod explain;
#[cfg(feature = "workbook")]
pub mod export;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod handbook;
pub mod hash;
#[cfg(feature = "javascript")]
pub(crate) mod javascript;
pub mod json;
pub mod ledger;
pub mod limits;
#[cfg(feature = "office")]
pub mod office;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod planning;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod printout;
pub mod read;
pub mod review;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod rollover;
pub mod rule;
pub mod rules;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod schema;
#[cfg(feature = "seal")]
pub mod seal;
pub mod session;
pub mod submission;
pub mod text;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub mod vet;

#[cfg(feature = "wasm")]
pub mod wasm;
#[cfg(feature = "workbook")]
pub mod workbook;

/// The examples of README.md are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
