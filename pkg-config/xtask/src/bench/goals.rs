//! What the figures are to come to: a floor that has to hold, a goal that is claimed.
#![expect(
    clippy::float_arithmetic,
    reason = "times and their ratios, and no money"
)]

use super::figure::{Figure, short};

/// How a figure is judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sense {
    /// The other's time over ours: at least so much.
    Quicker,
    /// Ours over the other's, divided by how many times more debts ours had: at most so much.
    Share(f64),
    /// The figure by itself: at most so much.
    AtMost,
}

/// One line of the list.
#[derive(Debug)]
pub(super) struct Goal {
    /// `P1`.
    pub(super) line: &'static str,
    /// The measure that makes its figures.
    pub(super) measure: &'static str,
    pub(super) what: &'static str,
    ours: &'static str,
    /// The figure it is held against; none where it is judged by itself.
    other: &'static str,
    pub(super) sense: Sense,
    pub(super) floor: f64,
    /// What is claimed.
    pub(super) aim: f64,
}

const fn goal(
    (line, measure, what): (&'static str, &'static str, &'static str),
    (ours, other): (&'static str, &'static str),
    sense: Sense,
    (floor, aim): (f64, f64),
) -> Goal {
    Goal {
        line,
        measure,
        what,
        ours,
        other,
        sense,
        floor,
        aim,
    }
}

/// The measure of another's time; of one's own at another length.
const TIMES: Sense = Sense::Quicker;
const OF_ANOTHER: Sense = Sense::Share(1.0);
/// A hundred thousand debts beside a thousand.
const PER_DEBT: Sense = Sense::Share(100.0);

/// Every line that is measured.
#[rustfmt::skip]
pub(super) const GOALS: [Goal; 30] = [
    goal(("P1", "check", "Node, bytes → findings, 10,000 debts, warm, against Ajv"),
        ("check/ours/noisy-10000", "check/ajv/noisy-10000"), TIMES, (3.0, 6.0)),
    goal(("P3", "parse", "Chromium, bytes → findings, as a share of JSON.parse alone"),
        ("parse/ours/noisy-10000", "parse/JSON.parse/noisy-10000"), OF_ANOTHER, (1.5, 1.0)),
    goal(("P5", "first-call", "first call of a fresh Node process with loading, 100 debts, against Ajv"),
        ("first/ours/noisy-100", "first/ajv/noisy-100"), TIMES, (1.0, 1.5)),
    goal(("P5", "first-call", "the same, 10,000 debts"),
        ("first/ours/noisy-10000", "first/ajv/noisy-10000"), TIMES, (2.0, 3.0)),
    goal(("P5", "first-call", "the same, 100,000 debts of the short form"),
        ("first/ours/noisy-100000", "first/ajv/noisy-100000"), TIMES, (3.0, 4.5)),
    goal(("P6", "native", "native text → findings, against serde_json reading into a type alone"),
        ("native/ours/noisy-10000", "native/serde/noisy-10000"), TIMES, (0.5, 1.0)),
    goal(("P7", "native", "native, against the jsonschema crate"),
        ("native/ours/noisy-10000", "native/jsonschema/noisy-10000"), TIMES, (5.0, 10.0)),
    goal(("P7", "native", "native, against garde"),
        ("native/ours/noisy-10000", "native/garde/noisy-10000"), TIMES, (1.5, 3.0)),
    goal(("P8", "session", "a cell typed → its findings, 10,000 debts, native"),
        ("session/edit/10000", ""), Sense::AtMost, (10.0, 3.0)),
    goal(("P8", "session", "the same in Node, with the call from JavaScript"),
        ("session/edit/node/10000", ""), Sense::AtMost, (25.0, 6.0)),
    goal(("P8", "session", "the same in Chromium"),
        ("session/edit/chromium/10000", ""), Sense::AtMost, (25.0, 6.0)),
    goal(("P9", "session", "the same at 100,000 debts over 10,000, native"),
        ("session/edit/100000", "session/edit/10000"), OF_ANOTHER, (3.0, 2.0)),
    goal(("P9", "session", "the same in Node"),
        ("session/edit/node/100000", "session/edit/node/10000"), OF_ANOTHER, (3.0, 2.0)),
    goal(("5", "paint", "the element's first findings, at a quarter of the speed, from the cache"),
        ("paint/findings/element", ""), Sense::AtMost, (400.0, 400.0)),
    goal(("P11", "memory", "memory over the input, native check, 100,000 debts"),
        ("memory/native/noisy-100000", ""), Sense::AtMost, (1.5, 0.5)),
    goal(("P11", "memory", "the module's memory over the input, with its copy, 100,000 debts"),
        ("memory/ours/noisy-100000", ""), Sense::AtMost, (2.5, 1.5)),
    goal(("P12", "memory", "an open ledger of 100,000 debts over its text"),
        ("session/memory/100000", ""), Sense::AtMost, (2.5, 1.2)),
    goal(("P13", "size", "the page's first module, brotli"),
        ("size/first", ""), Sense::AtMost, (110.0, 70.0)),
    goal(("P13", "size", "with the second, that reads workbooks"),
        ("size/both", ""), Sense::AtMost, (350.0, 200.0)),
    goal(("P14", "hostile", "a debt at 100,000 over one at 1,000: every debt wrong, native"),
        ("native/ours/wrong-100000", "native/ours/wrong-1000"), PER_DEBT, (3.0, 2.0)),
    goal(("P14", "hostile", "every debt a duplicate, native"),
        ("native/ours/twin-100000", "native/ours/twin-1000"), PER_DEBT, (3.0, 2.0)),
    goal(("P14", "hostile", "one debtor, native"),
        ("native/ours/one-debtor-100000", "native/ours/one-debtor-1000"), PER_DEBT, (3.0, 2.0)),
    goal(("P14", "hostile", "every debt wrong, Node"),
        ("check/ours/wrong-100000", "check/ours/wrong-1000"), PER_DEBT, (3.0, 2.0)),
    goal(("P14", "hostile", "every debt a duplicate, Node"),
        ("check/ours/twin-100000", "check/ours/twin-1000"), PER_DEBT, (3.0, 2.0)),
    goal(("P14", "hostile", "one debtor, Node"),
        ("check/ours/one-debtor-100000", "check/ours/one-debtor-1000"), PER_DEBT, (3.0, 2.0)),
    goal(("P15", "workbook", "a workbook of 10,000 × 25 read, first call, against SheetJS"),
        ("workbook/read/ours", "workbook/read/sheetjs"), TIMES, (1.0, 2.0)),
    goal(("P15", "workbook", "one written"),
        ("workbook/write/ours", "workbook/write/sheetjs"), TIMES, (1.0, 2.0)),
    goal(("P17", "collect", "100,000 debts of 1,000 files collected, one thread, against DuckDB"),
        ("one-thread/collect/native/1000", "one-thread/group/duckdb/1000"), TIMES, (1.0, 2.0)),
    goal(("P18", "stream", "100,000 lines, every rule of a debt, against DuckDB's nine expressions"),
        ("stream/cpu/ours", "stream/cpu/duckdb"), TIMES, (0.7, 1.5)),
    goal(("P18", "stream", "memory of it"),
        ("stream/memory/ours", ""), Sense::AtMost, (64.0, 16.0)),
];

/// What a goal came to.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub(super) goal: &'static Goal,
    pub(super) ours: &'a Figure,
    pub(super) other: Option<&'a Figure>,
    /// What is held against floor and goal.
    pub(super) came_to: f64,
}

/// The goals whose figures are there.
pub(super) fn judged(figures: &[Figure]) -> Vec<Judged<'_>> {
    GOALS
        .iter()
        .filter_map(|goal| goal.judge(figures))
        .collect()
}

impl Goal {
    fn judge<'a>(&'static self, figures: &'a [Figure]) -> Option<Judged<'a>> {
        // Two measures may have made it: the one with more rounds says more.
        let find = |name: &str| {
            let same = figures.iter().filter(|figure| figure.name == name);
            same.max_by_key(|figure| figure.values.len())
        };
        let ours = find(self.ours)?;
        let other = find(self.other);
        let came_to = match (self.sense, other) {
            (Sense::AtMost, _) => ours.judged(),
            (Sense::Quicker, Some(other)) => other.judged() / ours.judged(),
            (Sense::Share(debts), Some(other)) => ours.judged() / other.judged() / debts,
            (_, None) => return None,
        };
        Some(Judged {
            goal: self,
            ours,
            other,
            came_to,
        })
    }

    /// A bound as it is read: `≥ 3 ×`, `≤ 10 µs`.
    pub(super) fn bound(&self, bound: f64, unit: &str) -> String {
        match self.sense {
            Sense::Quicker => format!("≥ {bound} ×"),
            Sense::Share(_) => format!("≤ {bound} ×"),
            Sense::AtMost => format!("≤ {bound} {unit}"),
        }
    }
}

impl Judged<'_> {
    /// Whether a bound holds, with so much slack.
    pub(super) fn holds(&self, bound: f64, slack: f64) -> bool {
        match self.goal.sense {
            Sense::Quicker => bound <= self.came_to * slack,
            Sense::Share(_) | Sense::AtMost => self.came_to <= bound * slack,
        }
    }

    /// In a word.
    pub(super) fn word(&self) -> &'static str {
        if self.holds(self.goal.aim, 1.0) {
            "goal reached"
        } else if self.holds(self.goal.floor, 1.0) {
            "floor holds"
        } else {
            "**below the floor**"
        }
    }

    /// One line for a terminal.
    pub(super) fn sentence(&self) -> String {
        let Goal { line, what, .. } = self.goal;
        let unit = &self.ours.unit;
        let came_to = match self.goal.sense {
            Sense::AtMost => format!("{} {unit}", short(self.came_to)),
            Sense::Quicker | Sense::Share(_) => format!("{} ×", short(self.came_to)),
        };
        let floor = self.goal.bound(self.goal.floor, unit);
        let goal = self.goal.bound(self.goal.aim, unit);
        let word = self.word().trim_matches('*');
        format!("{line:4} {what}: {came_to} (floor {floor}, goal {goal}): {word}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::figure::figures;
    use super::super::measures::MEASURES;
    use super::*;

    fn came_to(printed: &str) -> Vec<(&'static str, f64, &'static str)> {
        let figures = figures(printed).unwrap();
        let all = judged(&figures);
        all.iter()
            .map(|one| (one.goal.line, one.came_to, one.word()))
            .collect()
    }

    #[test]
    fn a_peers_time_is_divided_by_ours() {
        let printed = "check/ours/noisy-10000\t20\tms\ncheck/ajv/noisy-10000\t80\tms\n\
            check/ajv/noisy-10000\t90\tms\n";
        assert_eq!(came_to(printed), [("P1", 4.0, "floor holds")]);
    }

    #[test]
    fn a_debt_costs_what_the_file_costs_by_its_debts() {
        let printed = "native/ours/twin-100000\t800\tms\nnative/ours/twin-1000\t2\tms\n";
        assert_eq!(came_to(printed), [("P14", 4.0, "**below the floor**")]);
    }

    #[test]
    fn a_figure_by_itself_is_judged_without_another() {
        assert_eq!(
            came_to("size/first\t70\tKB"),
            [("P13", 70.0, "goal reached")]
        );
        assert_eq!(came_to("check/ours/noisy-10000\t20\tms"), []);
    }

    #[test]
    fn slack_moves_the_floor_and_not_the_word() {
        let figures = figures("session/edit/10000\t25\tµs").unwrap();
        let all = judged(&figures);
        let p8 = all.first().unwrap();
        assert!(p8.holds(p8.goal.floor, 3.0) && !p8.holds(p8.goal.floor, 2.0));
        assert_eq!(p8.word(), "**below the floor**");
    }

    #[test]
    fn every_goal_has_its_measure_and_a_floor_below_its_goal() {
        for goal in &GOALS {
            let is_measure = |name: &str| MEASURES.iter().any(|one| one.name == name);
            assert!(is_measure(goal.measure), "{}", goal.measure);
            let rises = matches!(goal.sense, Sense::Quicker);
            assert_eq!(goal.floor < goal.aim, rises, "{}", goal.what);
        }
    }
}
