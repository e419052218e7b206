//! Pictures of every view of the page, in both languages.

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::run::{run, say};
use crate::{page, setup};

/// What the words behind `screenshots` ask for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Also take the picture at the top of the README.
    picture: bool,
    /// Take only the views whose name has one of these in it.
    names: Vec<String>,
}

impl Options {
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self::default();
        for word in words {
            match *word {
                "--picture" => options.picture = true,
                name if name.starts_with('-') => {
                    return Err(Failure::new(format!(
                        "`screenshots` takes `--picture` and names, not `{name}`"
                    )));
                }
                name => options.names.push(name.to_owned()),
            }
        }
        Ok(options)
    }
}

/// Builds the page and takes the pictures, into `target/screenshots`.
pub(crate) fn screenshots(places: &Places, options: &Options) -> Outcome<()> {
    page::build(places)?;
    setup::browser()?;
    let (variable, chromium) = setup::chromium()?;
    let out = places.target().join("screenshots");
    say(&format!("taking pictures into {}", out.display()));
    let mut node = setup::npm(places);
    node.args(["run", "--silent", "screenshots", "--", "--dist"])
        .arg(places.dist())
        .arg("--out")
        .arg(out);
    if options.picture {
        node.arg("--picture").arg(places.www().join("picture.png"));
    }
    run(node.args(&options.names).env(variable, chromium))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_the_picture_are_told_apart() {
        let options = Options::read(&["check", "--picture"]).unwrap();
        assert!(options.picture);
        assert_eq!(options.names, ["check"]);
        assert!(Options::read(&["--pictures"]).is_err());
    }
}
