//! Contenders side by side: whatever else the machine does, it does to all of them.

use std::process::Command;

use super::figure::{Figure, figures};
use crate::failure::Outcome;
use crate::run::text_of;

/// As many as it takes for the quickest to be a quiet one.
pub(super) const ROUNDS: usize = 5;

/// Runs every contender once a round, each as a process of its own, and lets another begin each time.
/// What they print about the same thing are the rounds of one figure.
pub(super) fn interleaved(rounds: usize, contenders: &mut [Command]) -> Outcome<Vec<Figure>> {
    let mut printed = String::new();
    for _ in 0..rounds {
        for contender in contenders.iter_mut() {
            printed.push_str(&text_of(contender)?);
        }
        contenders.rotate_left(1.min(contenders.len()));
    }
    figures(&printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_round_another_begins() {
        let folder = std::env::temp_dir().join(format!("rounds-{}", std::process::id()));
        let _ = std::fs::remove_file(&folder);
        let contender = |name: &str| {
            let mut shell = Command::new("/bin/sh");
            let script = format!(
                "printf {name} >> {}; printf '{name}\\t1\\tms\\n'",
                folder.display()
            );
            shell.args(["-c", &script]);
            shell
        };
        let figures = interleaved(3, &mut ["a", "b"].map(contender)).unwrap();
        assert_eq!(std::fs::read_to_string(&folder).unwrap(), "abbaab");
        let rounds: Vec<usize> = figures.iter().map(|one| one.values.len()).collect();
        assert_eq!(rounds, [3, 3]);
        std::fs::remove_file(&folder).unwrap();
    }
}
