//! The service over real HTTP: the program itself, started on a free port with a database of its own,
//! and every answer held against its description.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

mod campaigns;
mod chain;
mod described;
mod description;
mod files;
mod papers;
mod raw;
mod running;
mod silence;
mod strain;
mod uploads;
