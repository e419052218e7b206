//! How much of a stock of debts is cleared (清偿率, 化解率).

use std::fmt;

use crate::amount::Amount;

/// A share of something in per cent, rounded half up to some decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    /// In units of the last decimal: 3240 with two decimals is 32.40 %.
    units: i128,
    decimals: u32,
}

impl Percent {
    /// `part` of `whole` with so many decimals (at most six); nothing when `whole` is not above
    /// zero: of nothing, no share is cleared.
    ///
    /// ```
    /// use arrears_ledger::calc::clearance::Percent;
    /// assert_eq!(Percent::of(789, 2435, 1).unwrap().to_string(), "32.4");
    /// assert!(Percent::of(0, 0, 2).is_none());
    /// ```
    pub fn of(part: i64, whole: i64, decimals: u32) -> Option<Self> {
        if whole <= 0 {
            return None;
        }
        let decimals = decimals.min(6);
        let scale = 100 * 10_i128.pow(decimals);
        let whole = i128::from(whole);
        let units = (2 * i128::from(part) * scale + whole).div_euclid(2 * whole);
        Some(Self { units, decimals })
    }

    /// As it may be shown of something that is not finished: never a hundred.
    #[must_use]
    pub fn unfinished(self) -> Self {
        let hundred = 100 * 10_i128.pow(self.decimals);
        Self {
            units: self.units.min(hundred - 1),
            ..self
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u128.pow(self.decimals);
        let sign = if self.units < 0 { "-" } else { "" };
        let units = self.units.unsigned_abs();
        write!(out, "{sign}{}", units / scale)?;
        if self.decimals == 0 {
            return Ok(());
        }
        let width = usize::try_from(self.decimals).unwrap_or(0);
        write!(out, ".{:0width$}", units % scale)
    }
}

/// A share of a stock as it is shown: half up to two decimals, and never 100.00 while anything is
/// outstanding (99.995 % shows as 99.99).
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::clearance::shown;
/// let (paid, baseline) = (Amount::from_fen(9_999_500), Amount::from_fen(10_000_000));
/// assert_eq!(shown(paid, baseline).unwrap().to_string(), "99.99");
/// ```
pub fn shown(part: Amount, whole: Amount) -> Option<Percent> {
    shown_with(part.fen(), whole.fen(), 2)
}

/// As [`shown`], of anything that can be counted and with other decimals.
pub fn shown_with(part: i64, whole: i64, decimals: u32) -> Option<Percent> {
    let percent = Percent::of(part, whole, decimals)?;
    Some(if part < whole {
        percent.unfinished()
    } else {
        percent
    })
}

/// A stock of debts and what became of it, in fen or in debts counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stock {
    /// At the start.
    pub opening: i64,
    /// Found since.
    pub found: i64,
    /// Struck off after checking.
    pub reduced: i64,
    /// Paid in money or what counts as money.
    pub paid: i64,
    /// Resolved otherwise: an agreement that is kept, goods, struck off, gone to court.
    pub resolved: i64,
}

impl Stock {
    /// What the shares are shares of.
    pub fn baseline(&self) -> i64 {
        let stock = self.opening.saturating_add(self.found);
        stock.saturating_sub(self.reduced)
    }

    /// What is still owed.
    pub fn outstanding(&self) -> i64 {
        let rest = self.baseline().saturating_sub(self.paid);
        rest.saturating_sub(self.resolved)
    }

    /// 清偿率: paid of the baseline.
    pub fn paid_rate(&self) -> Option<Percent> {
        shown_with(self.paid, self.baseline(), 2)
    }

    /// 化解率: paid or otherwise resolved of the baseline.
    pub fn resolved_rate(&self) -> Option<Percent> {
        let done = self.paid.saturating_add(self.resolved);
        shown_with(done, self.baseline(), 2)
    }
}
