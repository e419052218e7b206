//! Where a draft is cut into pieces, and which of them changed since they were last handed out.

/// Debts in a piece when it is made; it is cut again at twice as many. So small that one edit
/// writes some kilobytes, and so large that the list of the pieces does not weigh more than they.
const RUN: usize = 32;

/// A piece: how many debts it has, and what its text is known by while it has not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) rows: usize,
    pub(super) mark: Option<String>,
}

/// The cut of one ledger. The borders between pieces move with the debts, so a debt put in at the
/// top changes one piece and not all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The head and the confirmations, without debts, then the debts.
    runs: Vec<Run>,
    /// Debts edited since the runs were looked at; a paste edits one many times in a row.
    touched: Vec<usize>,
}

impl Cut {
    /// So many debts, none of them handed out yet.
    pub fn new(rows: usize) -> Self {
        let mut cut = Self {
            runs: vec![changed(0), changed(0)],
            touched: Vec::new(),
        };
        cut.put(0, rows);
        cut
    }

    /// The pieces as they were handed out earlier: their debts, and what they are known by.
    /// `None` when they are not those of a ledger with so many debts.
    pub fn known(pieces: Vec<(usize, String)>, rows: usize) -> Option<Self> {
        let counted: usize = pieces.iter().map(|(rows, _)| rows).sum();
        let has_head = matches!(pieces.get(..2), Some([(0, _), (0, _)]));
        (has_head && counted == rows).then(|| Self {
            runs: pieces
                .into_iter()
                .map(|(rows, mark)| Run {
                    rows,
                    mark: Some(mark),
                })
                .collect(),
            touched: Vec::new(),
        })
    }

    /// A cell of a debt, what hangs on a debt, or a cell of the head was edited.
    pub fn touch(&mut self, row: Option<usize>) {
        match row {
            None => self.spoil(0),
            Some(row) if self.touched.last() != Some(&row) => self.touched.push(row),
            Some(_) => {}
        }
    }

    /// The confirmations are others.
    pub fn touch_confirmations(&mut self) {
        self.spoil(1);
    }

    /// So many debts were taken out, and so many put in.
    pub fn splice(&mut self, at: usize, out: usize, into: usize) {
        self.settle();
        let mut from = 0;
        for run in &mut self.runs {
            let gone = (from + run.rows).min(at + out).saturating_sub(from.max(at));
            from += run.rows;
            if 0 < gone {
                *run = changed(run.rows - gone);
            }
        }
        self.put(at, into);
        let mut index = 0;
        self.runs.retain(|run| {
            index += 1;
            0 < run.rows || index <= 2
        });
    }

    /// Puts debts into the run that ends at or reaches over a row, and cuts it where it is too long.
    fn put(&mut self, at: usize, rows: usize) {
        if rows == 0 {
            return;
        }
        let mut from = 0;
        let found = self.runs.iter().position(|run| {
            let is_it = 0 < run.rows && at <= from + run.rows;
            from += run.rows;
            is_it
        });
        let index = found.unwrap_or(self.runs.len());
        let mut left = rows + self.runs.get(index).map_or(0, |run| run.rows);
        let behind = self.runs.split_off(index);
        while 2 * RUN <= left {
            self.runs.push(changed(RUN));
            left -= RUN;
        }
        self.runs.push(changed(left));
        self.runs.extend(behind.into_iter().skip(1));
    }

    pub(super) fn runs(&mut self) -> &mut Vec<Run> {
        self.settle();
        &mut self.runs
    }

    /// Marks the runs whose debts were edited.
    fn settle(&mut self) {
        self.touched.sort_unstable();
        let mut touched = self.touched.drain(..).peekable();
        let mut end = 0;
        for run in &mut self.runs {
            end += run.rows;
            while touched.next_if(|row| *row < end).is_some() {
                run.mark = None;
            }
        }
    }

    fn spoil(&mut self, index: usize) {
        if let Some(run) = self.runs.get_mut(index) {
            run.mark = None;
        }
    }
}

const fn changed(rows: usize) -> Run {
    Run { rows, mark: None }
}
