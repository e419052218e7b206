//! Sets of rows, and the tallies made of them.

/// Rows of which something holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// A bit a row.
    words: Vec<u64>,
    count: usize,
}

const BITS: usize = 64;

fn widen(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// Debts that go and debts that come, in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// The first row of either.
    pub at: usize,
    /// How many go.
    pub out: usize,
    /// How many come.
    pub into: usize,
}

impl Shift {
    /// The row a debt has afterwards; `None` for one that goes.
    ///
    /// ```
    /// use arrears_ledger::rule::Shift;
    /// let shift = Shift { at: 2, out: 1, into: 3 };
    /// assert_eq!([1, 2, 3].map(|row| shift.of(row)), [Some(1), None, Some(5)]);
    /// ```
    pub const fn of(self, row: usize) -> Option<usize> {
        if row < self.at {
            Some(row)
        } else if row < self.at + self.out {
            None
        } else {
            Some(row - self.out + self.into)
        }
    }
}

impl Rows {
    /// How many there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Puts a row in, or takes it out; says whether that changed anything.
    pub fn put(&mut self, row: usize, is_in: bool) -> bool {
        let (at, bit) = (row / BITS, 1_u64 << (row % BITS));
        if self.words.len() <= at {
            if !is_in {
                return false;
            }
            self.words.resize(at + 1, 0);
        }
        let Some(word) = self.words.get_mut(at) else {
            return false;
        };
        if (*word & bit != 0) == is_in {
            return false;
        }
        *word ^= bit;
        if is_in {
            self.count += 1;
        } else {
            self.count -= 1;
        }
        true
    }

    /// Follows debts that come or go: those below move with them.
    pub fn shift(&mut self, shift: Shift) {
        let first = shift.at / BITS;
        if self.words.len() <= first {
            return;
        }
        let below = Self {
            words: self.words.split_off(first),
            count: 0,
        };
        self.count = self
            .words
            .iter()
            .map(|word| word.count_ones())
            .map(widen)
            .sum();
        for row in below.iter() {
            if let Some(row) = shift.of(first * BITS + row) {
                self.put(row, true);
            }
        }
    }

    /// The rows, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.words.iter().enumerate();
        words
            .filter(|(_, word)| **word != 0)
            .flat_map(|(at, word)| {
                (0..BITS)
                    .filter(move |bit| word >> bit & 1 != 0)
                    .map(move |bit| at * BITS + bit)
            })
    }
}

/// The rows of which each of a rule's questions holds.
#[derive(Debug, Clone, Copy)]
pub struct Tally<'a> {
    /// A set a question.
    pub sets: &'a [Rows],
    /// How many rows the ledger has.
    pub rows: usize,
}

/// Rows of which something holds: one at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gaps {
    /// The first of them.
    pub first: usize,
    /// How many there are.
    pub count: usize,
}

impl<'a> Tally<'a> {
    /// The rows of which a question holds.
    pub fn holds(self, question: usize) -> impl Iterator<Item = usize> + use<'a> {
        self.sets.get(question).into_iter().flat_map(Rows::iter)
    }

    /// The first of them, and how many there are; `None` where there is none.
    pub fn gaps(self, question: usize) -> Option<Gaps> {
        let rows = self.sets.get(question)?;
        let first = rows.iter().next()?;
        let count = rows.count();
        Some(Gaps { first, count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_follow_their_debts() {
        let mut rows = Rows::default();
        for row in [3, 70, 71, 130] {
            rows.put(row, true);
        }
        let shift = Shift {
            at: 70,
            out: 1,
            into: 60,
        };
        rows.shift(shift);
        assert_eq!(rows.iter().collect::<Vec<_>>(), [3, 130, 189]);
        assert_eq!(rows.count(), 3);
    }

    #[test]
    fn rows_come_and_go_in_order() {
        let mut rows = Rows::default();
        for row in [130, 3, 64, 63] {
            assert!(rows.put(row, true));
            assert!(!rows.put(row, true));
        }
        assert!(!rows.put(1_000, false) && rows.put(3, false));
        assert_eq!(rows.iter().collect::<Vec<_>>(), [63, 64, 130]);
        let sets = [rows, Rows::default()];
        let tally = Tally {
            sets: &sets,
            rows: 200,
        };
        assert_eq!(
            tally.gaps(0),
            Some(Gaps {
                first: 63,
                count: 3
            })
        );
        assert_eq!((tally.gaps(1), tally.gaps(2)), (None, None));
    }
}
