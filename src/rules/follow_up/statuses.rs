//! How a debt moves from one status to another, as data: from one ledger to the next it may pass
//! several steps, but nothing is repaid that was never booked, and the way back needs a reason.

use crate::ledger::lists::Status::{
    self, Booked, Cleared, Closed, Clue, InCourt, PartlyRepaid, Planned, Removed, Transferred,
    Verifying,
};

/// A status, what may follow it, and what may follow it when the change log says why.
pub(super) struct Moves(
    pub(super) Status,
    pub(super) &'static [Status],
    pub(super) &'static [Status],
);

/// Every status, in the order of a debt's life.
pub(super) static MOVES: [Moves; 10] = [
    Moves(
        Clue,
        &[Verifying, Booked, Planned, InCourt, Removed, Transferred],
        &[],
    ),
    Moves(
        Verifying,
        &[Booked, Planned, InCourt, Removed, Transferred],
        &[Clue],
    ),
    Moves(
        Booked,
        &[
            Planned,
            PartlyRepaid,
            Cleared,
            Closed,
            InCourt,
            Removed,
            Transferred,
        ],
        &[Verifying],
    ),
    Moves(
        Planned,
        &[PartlyRepaid, Cleared, Closed, InCourt, Removed, Transferred],
        &[Verifying, Booked],
    ),
    Moves(
        PartlyRepaid,
        &[Cleared, Closed, InCourt, Removed, Transferred],
        &[Booked, Planned],
    ),
    Moves(
        Cleared,
        &[Closed],
        &[Booked, Planned, PartlyRepaid, InCourt, Removed, Transferred],
    ),
    Moves(Closed, &[], &[Booked, Planned, PartlyRepaid, Cleared]),
    Moves(
        InCourt,
        &[],
        &[
            Booked,
            Planned,
            PartlyRepaid,
            Cleared,
            Closed,
            Removed,
            Transferred,
        ],
    ),
    Moves(Removed, &[], &[Verifying, Booked, Planned, PartlyRepaid]),
    Moves(
        Transferred,
        &[],
        &[Verifying, Booked, Planned, PartlyRepaid],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::vocabulary::Vocabulary;

    #[test]
    fn every_status_has_its_line_and_no_move_is_named_twice() {
        let lines: Vec<Status> = MOVES.iter().map(|line| line.0).collect();
        assert_eq!(lines, Status::ALL);
        for Moves(from, free, with_reason) in &MOVES {
            let mut all = [*free, *with_reason].concat();
            assert!(!all.contains(from));
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), free.len() + with_reason.len(), "{from:?}");
        }
    }

    #[test]
    fn what_was_never_booked_is_never_repaid() {
        for Moves(from, free, with_reason) in &MOVES {
            if matches!(from, Clue | Verifying) {
                let all = [*free, *with_reason].concat();
                let repaid = |status: &Status| matches!(status, PartlyRepaid | Cleared | Closed);
                assert!(!all.iter().any(repaid), "{from:?}");
            }
        }
    }
}
