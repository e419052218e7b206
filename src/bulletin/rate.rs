//! A part of a whole in percent: exact until it is shown, and compared exactly.

use std::cmp::Ordering;
use std::fmt;

use crate::amount::Amount;

/// A part of a whole. Of nothing there is no rate: it shows a dash, neither 0 % nor 100 %.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::bulletin::Rate;
/// let rate = |part, whole| Rate::of(Amount::from_fen(part), Amount::from_fen(whole));
/// assert_eq!(rate(2, 3).to_string(), "66.67%");
/// assert_eq!(rate(0, 0).to_string(), "—");
/// assert!(rate(1, 3) < rate(2, 3));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    part: i128,
    whole: i128,
}

impl Rate {
    /// `part` of `whole`.
    pub fn of(part: Amount, whole: Amount) -> Self {
        Self {
            part: i128::from(part.fen()),
            whole: i128::from(whole.fen()),
        }
    }

    /// Whether there is one.
    pub const fn is_known(self) -> bool {
        0 < self.whole
    }

    /// Hundredths of a percent, rounded half up (below zero as above); `None` of nothing.
    pub fn hundredths(self) -> Option<i64> {
        if !self.is_known() {
            return None;
        }
        let size = (self.part.abs() * 20_000 + self.whole) / (2 * self.whole);
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        Some(if self.part < 0 { -size } else { size })
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(hundredths) = self.hundredths() else {
            return out.write_str("—");
        };
        let sign = if hundredths < 0 { "-" } else { "" };
        let size = hundredths.unsigned_abs();
        write!(out, "{sign}{}.{:02}%", size / 100, size % 100)
    }
}

impl Ord for Rate {
    /// By the exact values; what has no rate comes first.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_known(), other.is_known()) {
            (true, true) => (self.part * other.whole).cmp(&(other.part * self.whole)),
            (one, other) => one.cmp(&other),
        }
    }
}

impl PartialOrd for Rate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rate {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_up_once() {
        let shown =
            |part, whole| Rate::of(Amount::from_fen(part), Amount::from_fen(whole)).to_string();
        assert_eq!(shown(12_345, 1_000_000), "1.23%");
        assert_eq!(shown(12_350, 1_000_000), "1.24%");
        assert_eq!(shown(-12_350, 1_000_000), "-1.24%");
        assert_eq!(shown(99_999, 100_000), "100.00%");
        assert_eq!(shown(i64::MAX, i64::MAX), "100.00%");
    }

    #[test]
    fn compares_what_shows_alike() {
        let rate = |part, whole| Rate::of(Amount::from_fen(part), Amount::from_fen(whole));
        assert!(rate(333_333, 1_000_000) < rate(1, 3));
        assert_eq!(rate(1, 3), rate(2, 6));
        assert!(rate(0, 0) < rate(-1, 3));
    }
}
