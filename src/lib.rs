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
//! | feature | what it adds |
//! |---|---|
//! | none (the default) | everything but what follows; dates and JSON are its only dependencies |
//! | `gb18030` | sheets in China's older encoding |
//! | `workbook` | workbooks (`.xlsx`) read and written, with `gb18030` |
//! | `cli` | the command line, with `workbook` |
//! | `capi` | the functions of the C library, with `workbook` |
//! | `core` `wasm` `office` | WebAssembly modules: without imports, as `capi`; the page's first; its second |
//! | `seal` | drafts under a passphrase |
//! | `javascript` `whole` | parts of the modules |
//!
//! # Versions
//!
//! The crate keeps to semantic versioning: before 1.0, a change of the second number may break what
//! calls it. Three promises go further. A submission stays valid or not for ever under the campaign
//! and the law it was made for; a change in that is marked ★ in CHANGELOG.md. The format has a
//! version of its own, raised only when a stored ledger would read differently. Codes of rules,
//! members of answers and exit codes are added, never given another meaning. It builds with Rust
//! 1.95 and newer; asking for a newer one is a change of the second number.
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
mod decimal;
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

/// Whether this is all of the crate, and not the page's first module, which is fetched before
/// anything can be typed: that one does without what is only there to be quick with large files.
pub(crate) const IS_WHOLE: bool = cfg!(any(not(target_family = "wasm"), feature = "whole"));

/// The examples of README.md are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
