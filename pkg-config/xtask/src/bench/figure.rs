//! Figures: read from what programs print, gathered over rounds, shown.

use std::fmt::Write;

use super::Format;
use crate::failure::{Failure, Outcome};

/// One figure, as often as it was measured.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    pub(super) name: String,
    /// A value a round.
    pub(super) values: Vec<f64>,
    pub(super) unit: String,
}

impl Figure {
    /// The middle of its rounds.
    pub(super) fn median(&self) -> f64 {
        let mut values = self.values.clone();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// What speaks for the thing measured and not for what else the machine did: the quickest round
    /// of a time. Memory and lengths do not come out too small by luck, so of those it is the most.
    pub(super) fn judged(&self) -> f64 {
        let is_time = self.unit.ends_with('s') && !self.unit.contains(' ');
        let pick = if is_time { f64::min } else { f64::max };
        self.values.iter().copied().reduce(pick).unwrap_or(f64::NAN)
    }
}

/// Lines of name, value and unit, parted by tabs; a name that comes again was measured again.
pub(super) fn figures(printed: &str) -> Outcome<Vec<Figure>> {
    let mut found: Vec<Figure> = Vec::new();
    for line in printed.lines().filter(|line| !line.trim().is_empty()) {
        let Figure { name, values, unit } = figure(line)?;
        match found.iter_mut().find(|known| known.name == name) {
            Some(known) => known.values.extend(values),
            None => found.push(Figure { name, values, unit }),
        }
    }
    Ok(found)
}

fn figure(line: &str) -> Outcome<Figure> {
    let mut parts = line.split('\t');
    let all = (parts.next(), parts.next(), parts.next(), parts.next());
    let (Some(name), Some(value), Some(unit), None) = all else {
        return Err(Failure::new(format!("`{line}` is no figure")));
    };
    let value = value
        .parse()
        .map_err(|_| Failure::new(format!("`{value}` is no number")))?;
    Ok(Figure {
        name: name.to_owned(),
        values: vec![value],
        unit: unit.to_owned(),
    })
}

/// Prints figures on standard output.
pub(super) fn show(figures: &[Figure], format: Format) {
    match format {
        Format::Table => print!("{}", table(figures)),
        Format::Json => println!("{}", json(figures)),
    }
}

fn table(figures: &[Figure]) -> String {
    figures.iter().fold(String::new(), |mut text, figure| {
        let Figure { name, unit, .. } = figure;
        // Writing into a `String` cannot fail.
        let _ = writeln!(text, "{name:42} {:>24} {unit}", shown(figure));
        text
    })
}

/// The median, and where there were rounds what is judged, in brackets.
pub(super) fn shown(figure: &Figure) -> String {
    if figure.values.len() < 2 {
        return short(figure.judged());
    }
    format!("{} [{}]", short(figure.median()), short(figure.judged()))
}

/// Three or four digits that count.
pub(super) fn short(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Names and units hold nothing that JSON would have to escape.
fn json(figures: &[Figure]) -> String {
    let members: Vec<String> = figures
        .iter()
        .map(|figure| {
            let Figure { name, values, unit } = figure;
            let (median, judged, rounds) = (figure.median(), figure.judged(), values.len());
            format!(
                r#"  {{ "name": "{name}", "value": {median}, "judged": {judged}, "rounds": {rounds}, "unit": "{unit}" }}"#
            )
        })
        .collect();
    format!("[\n{}\n]", members.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_rounds_are_gathered_and_printed() {
        let printed = "edit/100\t6.5\tµs\n\nedit/100\t6\tµs\nedit/100\t9\tµs\n";
        let figures = figures(printed).unwrap();
        assert_eq!(
            json(&figures),
            "[\n  { \"name\": \"edit/100\", \"value\": 6.5, \"judged\": 6, \"rounds\": 3, \"unit\": \"µs\" }\n]"
        );
        assert!(table(&figures).contains(" 6.50 [6.00] µs"));
    }

    #[test]
    fn of_times_the_quickest_counts_and_of_memory_the_most() {
        let judged = |unit: &str| {
            figures(&format!("a\t2\t{unit}\na\t1\t{unit}\na\t3\t{unit}"))
                .unwrap()
                .first()
                .map(Figure::judged)
        };
        assert_eq!(judged("ms"), Some(1.0));
        assert_eq!(judged("s"), Some(1.0));
        assert_eq!(judged("MB"), Some(3.0));
        assert_eq!(judged("× input"), Some(3.0));
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        for line in ["session", "a\tb\tc", "a\t1\tb\tc"] {
            assert!(figures(line).is_err(), "{line}");
        }
    }
}
