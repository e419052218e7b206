//! The header of the C library, written from `src/capi.rs` and kept beside the `.pc` file.

/// Where the header is kept, from the repository.
pub(crate) const HEADER: &str = "pkg-config/arrears_ledger.h";

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use cbindgen::{Builder, Config, Language, Style};

    use super::HEADER;
    use crate::failure::{Outcome, While};
    use crate::places::Places;

    /// What stands first.
    const OPENING: &str = "\
    /* arrears-ledger (清欠台账): the rules of the work ledger of arrears owed to small firms.
 *
 * One function takes a call and gives an answer, both JSON in UTF-8. What can be called is written
 * down in the crate's documentation, module `call`.
 *
 * Who owns what: a call stays the caller's, and is only read while `arrears_call` runs. An answer
 * belongs to the caller, who gives it back with `arrears_free`, once, from any thread. There is no
 * state between calls and nothing to set up or take down: any number of threads may call at once.
 *
 * Written from src/capi.rs; do not edit.
 */";

    /// The header as the code says it.
    fn text(places: &Places) -> Outcome<String> {
        let mut config = Config {
            language: Language::C,
            style: Style::Both,
            cpp_compat: true,
            usize_is_size_t: true,
            header: Some(OPENING.to_owned()),
            include_guard: Some("ARREARS_LEDGER_H".to_owned()),
            no_includes: true,
            sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
            ..Config::default()
        };
        // Of the module alone.
        config.export.exclude = ["arrears_alloc", "arrears_dealloc"]
            .map(str::to_owned)
            .into();
        let bindings = Builder::new()
            .with_config(config)
            .with_src(places.root().join("src/capi.rs"))
            .generate()
            .while_doing("writing the header of the C library")?;
        let mut text = Vec::new();
        bindings.write(&mut text);
        String::from_utf8(text).while_doing("writing the header of the C library")
    }

    /// `UPDATE=1 cargo test --package xtask header` writes it anew.
    #[test]
    fn the_header_is_what_the_code_says() {
        let places = Places::find().unwrap();
        let (file, text) = (places.root().join(HEADER), text(&places).unwrap());
        if env::var_os("UPDATE").is_some() {
            fs::write(&file, &text).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(
            kept, text,
            "write it anew: UPDATE=1 cargo test --package xtask header"
        );
        for word in ["arrears_call", "arrears_free", "ArrearsAnswer"] {
            assert!(text.contains(word), "{word}");
        }
    }
}
