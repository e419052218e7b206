//! What a page asks about plans, interest and movement: the text of a ledger and a filled-in form in, JSON out.
//!
//! Each answer is made from what it is handed and nothing is kept. What was typed and cannot be
//! computed with comes back as `{"refused": {"field", "message": {"zh", "en"}}}`, so that the page
//! can say it beside the box; amounts are typed and told in the ledger's unit, and told once more in
//! whole fen for charts.

mod budget;
mod comparison;
mod debts;
mod form;
mod interest;
mod movement;
mod proposal;
mod shown;
mod weigh;
mod written;

pub use budget::share;
pub use comparison::compare;
pub use debts::debts;
pub use interest::interest;
pub use movement::movement;
pub use proposal::propose;
pub use weigh::weigh;
pub use written::written;
