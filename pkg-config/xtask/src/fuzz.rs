//! The library and the module side by side: damaged calls, answered alike or not.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::run::{run, say};
use crate::setup::Toolchain;
use crate::test::{FEATURES, shelve};

/// How long, and by which damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) seconds: u64,
    /// Of the same seed come the same calls.
    pub(crate) seed: u64,
}

impl Options {
    /// What the tests try: the same calls every time, as far as the time goes.
    pub(crate) const IN_TESTS: Self = Self {
        seconds: 20,
        seed: 9,
    };

    /// Reads the words behind the command. Without a seed, every run tries others.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let mut options = Self {
            seconds: 60,
            seed: since.map_or(1, |since| since.as_secs()),
        };
        for pair in words.chunks(2) {
            let (place, word) = match pair {
                ["--seconds", word] => (&mut options.seconds, word),
                ["--seed", word] => (&mut options.seed, word),
                _ => return Err(Failure::new("fuzz takes --seconds N and --seed N")),
            };
            *place = word
                .parse()
                .ok()
                .filter(|number| 0 < *number)
                .ok_or_else(|| Failure::new(format!("`{word}` is no number of this kind")))?;
        }
        Ok(options)
    }
}

/// Builds the module, and looks for calls that it answers otherwise than the library.
pub(crate) fn fuzz(places: &Places, options: Options) -> Outcome<()> {
    shelve(places)?;
    side_by_side(places, options)
}

/// The same with the module that is there.
pub(crate) fn side_by_side(places: &Places, options: Options) -> Outcome<()> {
    let Options { seconds, seed } = options;
    say(&format!(
        "damaged calls, library and module side by side, {seconds} s by seed {seed}"
    ));
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args(["test", "--package", "arrears-ledger"])
        .args(["--features", FEATURES, "--test", "differential"])
        .args(["--", "--ignored", "--nocapture"])
        .env("ARREARS_SECONDS", seconds.to_string())
        .env("ARREARS_SEED", seed.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_and_seed_are_read_in_any_order() {
        let options = Options::read(&["--seed", "7", "--seconds", "600"]).unwrap();
        assert_eq!((options.seconds, options.seed), (600, 7));
        assert_eq!(Options::read(&[]).unwrap().seconds, 60);
    }

    #[test]
    fn other_words_are_refused() {
        for wrong in [
            &["--seed"] as &[_],
            &["--seconds", "x"],
            &["--seed", "0"],
            &["60"],
        ] {
            assert!(Options::read(wrong).is_err(), "{wrong:?}");
        }
    }
}
