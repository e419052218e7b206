//! The short form, for the tests: what does not depend on the machine's mood is held to its floor,
//! the rest is only printed.

use super::goals::{Judged, Sense, judged};
use super::kit::{Build, Kit};
use super::measures::{hostile_native, native_in, size_built};
use super::session;
use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::{setup, sizes};

/// Other jobs take turns with what is measured: a time by itself may come out so many times longer,
/// the ratio of two of one run less so. A length does not change.
const TIME_SLACK: f64 = 3.0;
const RATIO_SLACK: f64 = 1.5;

/// As many as fit into three minutes.
const ROUNDS: usize = 3;

/// What it takes beside the build.
pub(crate) fn set_up_short(places: &Places) -> Outcome<()> {
    setup::page(places)
}

/// Measures with the modules that were built, and fails below the floors of P8, P9, P13 and P14.
pub(crate) fn short(places: &Places) -> Outcome<()> {
    let kit = Kit::of(places, Build::Short);
    let inputs = session::written(&kit)?;
    let mut figures = session::cells(&kit, &inputs, ROUNDS)?;
    figures.extend(hostile_native(&kit, ROUNDS)?);
    figures.extend(native_in(&kit, ROUNDS)?);
    figures.extend(size_built(&kit)?);
    let all = judged(&figures);
    for one in &all {
        println!("{}", one.sentence());
    }
    held(&all)
}

/// Which of those that are held to their floor are below it.
fn held(all: &[Judged<'_>]) -> Outcome<()> {
    let sentences: Vec<String> = all
        .iter()
        .filter(|one| is_held(one) && !one.holds(floor(one), slack(one)))
        .map(Judged::sentence)
        .collect();
    if sentences.is_empty() {
        return Ok(());
    }
    Err(Failure::new(sentences.join("\n")))
}

fn is_held(one: &Judged<'_>) -> bool {
    ["P8", "P9", "P13", "P14"].contains(&one.goal.line)
}

/// A module that is larger than its floor is held where it is, by its budget, until it comes down.
fn floor(one: &Judged<'_>) -> f64 {
    let budget = match one.ours.name.as_str() {
        "size/first" => sizes::budget_of_first(),
        "size/both" => sizes::budget_of_both(),
        _ => 0.0,
    };
    one.goal.floor.max(budget)
}

fn slack(one: &Judged<'_>) -> f64 {
    match (one.goal.line, one.goal.sense) {
        ("P13", _) => 1.0,
        (_, Sense::AtMost) => TIME_SLACK,
        (_, Sense::Quicker | Sense::Share(_)) => RATIO_SLACK,
    }
}

#[cfg(test)]
mod tests {
    use super::super::figure::figures;
    use super::*;

    fn outcome(printed: &str) -> Outcome<()> {
        held(&judged(&figures(printed).unwrap()))
    }

    #[test]
    fn a_time_has_three_times_its_floor_and_no_more() {
        assert!(outcome("session/edit/10000\t29\tµs").is_ok());
        let failure = outcome("session/edit/10000\t31\tµs")
            .unwrap_err()
            .to_string();
        assert!(failure.starts_with("P8 "), "{failure}");
    }

    #[test]
    fn ratios_have_half_again() {
        let at =
            |ms: u32| format!("native/ours/twin-1000\t1\tms\nnative/ours/twin-100000\t{ms}\tms");
        assert!(outcome(&at(440)).is_ok());
        assert!(outcome(&at(460)).is_err());
    }

    #[test]
    fn a_module_has_its_budget_to_the_last_byte() {
        let over = sizes::budget_of_first().next_up();
        assert!(outcome(&format!("size/first\t{over}\tKB")).is_err());
        assert!(outcome(&format!("size/first\t{}\tKB", sizes::budget_of_first())).is_ok());
    }

    #[test]
    fn what_depends_on_the_machine_is_only_printed() {
        let slow = "native/ours/noisy-10000\t900\tms\nnative/serde/noisy-10000\t1\tms";
        assert!(outcome(slow).is_ok());
    }
}
