//! Version numbers as programs print them.

/// The first number of `v20.11.1` or `20.11.1`.
pub(super) fn major(printed: &str) -> Option<u32> {
    let number = printed.trim().trim_start_matches('v');
    number.split('.').next()?.parse().ok()
}

/// A version line as a folder's name: `rustc 1.95.0 (59807616e 2026-04-14)` is
/// `1.95.0-59807616e-2026-04-14`.
pub(super) fn slug(printed: &str) -> String {
    printed
        .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.')
        .filter(|word| !word.is_empty() && *word != "rustc")
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_number_is_read_with_and_without_its_letter() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("9.2.0"), Some(9));
        assert_eq!(major("command not found"), None);
        assert_eq!(major(""), None);
    }

    #[test]
    fn a_slug_tells_two_builds_of_one_version_apart() {
        assert_eq!(
            slug("rustc 1.95.0 (59807616e 2026-04-14)\n"),
            "1.95.0-59807616e-2026-04-14"
        );
        assert_eq!(
            slug("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)"),
            "1.96.0-ac68faa20-2026-05-25-built-from-a-source-tarball"
        );
    }
}
