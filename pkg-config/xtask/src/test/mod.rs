//! Everything that has to be true, step by step.

mod corpus;
mod hosts;
mod native;
mod oldest;
mod readme;
mod service;
mod spark;
mod steps;

pub(crate) use corpus::FEATURES;
pub(crate) use hosts::{install_wheel, shelve};

use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::run::say;
use steps::{STEPS, Step};

/// The steps of these names in the order they are run, with those that they need; for no name, all
/// but those that are run only by name.
pub(crate) fn choose(names: &[&str]) -> Outcome<Vec<&'static Step>> {
    let is_known = |name: &&str| STEPS.iter().any(|step| step.name == *name);
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(Failure::new(format!(
            "there is no step `{unknown}`: the steps are {}",
            known.join(", ")
        )));
    }
    let is_named = |step: &Step| names.contains(&step.name) || names.is_empty() && !step.only_named;
    let is_needed = |name: &str| {
        STEPS
            .iter()
            .any(|step| step.needs == Some(name) && is_named(step))
    };
    let chosen = STEPS
        .iter()
        .filter(|step| is_named(step) || is_needed(step.name));
    Ok(chosen.collect())
}

/// Sets up all that the steps want, then runs them all: one that fails, or whose set-up does, keeps
/// only those from running that look at its work.
pub(crate) fn test(places: &Places, steps: &[&'static Step]) -> Outcome<()> {
    let mut times = Vec::new();
    let outcome = all(places, steps, &mut times);
    print!("{}", table(&times));
    outcome
}

fn all(
    places: &Places,
    steps: &[&'static Step],
    times: &mut Vec<(&'static str, Duration)>,
) -> Outcome<()> {
    let mut failures: Vec<(&str, String)> = Vec::new();
    timed(times, "set-up", || {
        for step in steps {
            if let Err(failure) = (step.set_up)(places) {
                say(&format!(
                    "what {} wants is not to be had: {failure}",
                    step.name
                ));
                failures.push((step.name, failure.to_string()));
            }
        }
        Ok(())
    })?;
    for step in steps {
        if failures.iter().any(|(failed, _)| *failed == step.name) {
            continue;
        }
        let missing = step
            .needs
            .filter(|needed| failures.iter().any(|(failed, _)| failed == needed));
        if let Some(missing) = missing {
            failures.push((
                step.name,
                format!("it was not run, for want of `{missing}`"),
            ));
            continue;
        }
        say(&format!("{}: {}", step.name, step.what));
        if let Err(failure) = timed(times, step.name, || (step.run)(places)) {
            say(&format!("{} failed: {failure}", step.name));
            failures.push((step.name, failure.to_string()));
        }
    }
    told(&failures)
}

/// What failed, and how to run it alone.
fn told(failures: &[(&str, String)]) -> Outcome<()> {
    if failures.is_empty() {
        return Ok(());
    }
    let sentences: Vec<_> = failures
        .iter()
        .map(|(name, failure)| {
            format!("the step `{name}` failed: {failure}\nTo run it alone: cargo xtask test {name}")
        })
        .collect();
    Err(Failure::new(sentences.join("\n")))
}

fn timed(
    times: &mut Vec<(&'static str, Duration)>,
    name: &'static str,
    work: impl FnOnce() -> Outcome<()>,
) -> Outcome<()> {
    let start = Instant::now();
    let outcome = work();
    times.push((name, start.elapsed()));
    outcome
}

fn table(times: &[(&str, Duration)]) -> String {
    let lines = times
        .iter()
        .map(|(name, time)| format!("{name:11}  {:>6.1} s\n", time.as_secs_f32()));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    fn names(words: &[&str]) -> Vec<&'static str> {
        choose(words)
            .unwrap()
            .iter()
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn no_name_is_every_step_of_an_ordinary_machine() {
        assert_eq!(
            names(&[]),
            [
                "fmt", "clippy", "doc", "rust", "oldest", "c", "service", "hosts", "build", "www",
                "browser", "readme"
            ]
        );
    }

    #[test]
    fn steps_keep_their_order_and_bring_what_they_need() {
        assert_eq!(names(&["rust", "fmt"]), ["fmt", "rust"]);
        assert_eq!(names(&["browser"]), ["build", "browser"]);
        assert_eq!(names(&["workbooks"]), ["workbooks"]);
    }

    #[test]
    fn a_step_whose_set_up_fails_keeps_only_itself_from_running() {
        static RAN: AtomicBool = AtomicBool::new(false);
        const fn step(name: &'static str) -> Step {
            Step {
                name,
                what: "",
                needs: None,
                only_named: false,
                set_up: |_| Ok(()),
                run: |_| Err(Failure::new("it ran")),
            }
        }
        static WITHOUT: Step = Step {
            set_up: |_| Err(Failure::new("no network")),
            ..step("without")
        };
        static NEXT: Step = Step {
            run: |_| {
                RAN.store(true, Ordering::Relaxed);
                Ok(())
            },
            ..step("next")
        };
        let places = Places::find().unwrap();
        let outcome = all(&places, &[&WITHOUT, &NEXT], &mut Vec::new());
        let failure = outcome.unwrap_err().to_string();
        assert!(
            failure.starts_with("the step `without` failed: no network"),
            "{failure}"
        );
        assert!(!failure.contains("it ran") && RAN.load(Ordering::Relaxed));
    }

    #[test]
    fn an_unknown_step_is_named_with_those_that_are_known() {
        let failure = choose(&["fmt", "lint"]).unwrap_err().to_string();
        assert!(failure.starts_with("there is no step `lint`: the steps are fmt, clippy,"));
    }
}
