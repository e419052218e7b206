//! One call, one answer, in JSON: what every face that is not Rust speaks (C, the module without
//! imports, and through it Java, Go, Python and Node).
//!
//! # The call
//!
//! A call is one line: a JSON object in UTF-8 (RFC 8259, numbers whole, no member twice), then,
//! where files come with it, a line feed (byte `0a`) and the files' bytes, one behind the other
//! without anything between them.
//!
//! ```text
//! {"call":"validate","file":{"name":"a.json","bytes":5000},"today":"2022-06-12"}⏎
//! … 5,000 bytes …
//! ```
//!
//! A file is `{"name": …, "bytes": N}`, for the next N of the bytes behind the line, or
//! `{"name": …, "text": …}` with its text. `name` is what answers call it; it may be left out. What
//! kind of file it is (JSON, a sheet of text, a workbook) its bytes say, not its name. The
//! bytes of several files stand in the order of their members' names (`campaign` before `file`), of
//! a list in the list's order.
//! A member that the call does not have is refused, and so is a byte that belongs to no file.
//!
//! Every call has `call` and may have `lang`, the language of messages: `zh` (the default) or `en`.
//! What else it has, with `?` where it may be left out:
//!
//! | `call` | members | the answer | as the command line prints with |
//! |---|---|---|---|
//! | `validate` | `file` `today` `previous?` `campaign?` `data?` | an object | `validate --format json` |
//! | `lines` | `file` `today` `campaign?` `data?` | a line an answer | `validate --ndjson` |
//! | `together` | `files` `today` `previous?` `leads?` `campaign?` `data?` | a line a file, and one for all | `validate --together --format json` |
//! | `submit` | `file` `today` `previous?` `campaign?` | `{submission, validation}` | |
//! | `digest` | `file` | `{check_code, digest}` | |
//! | `compare` | `new` `old` | an object | `compare --format json` |
//! | `explain` | `file` `path` `today` `campaign?` | an array | `explain --format json` |
//! | `code` | `code` | an object | `code --format json` |
//! | `campaign` | `file` | an object | `campaign check --format json` |
//! | `rules` | | an array | `rules --format json` |
//! | `fields` | | an object of arrays | `fields --format json` |
//! | `schema` | `of?`: `submission`, `findings`, `campaign` | an object | `schema` |
//! | `version` | | `{campaign, format, version}` | |
//!
//! `today` is the day to check for, `YYYY-MM-DD`: nothing in here reads a clock. `campaign` is a
//! campaign file (left out: 叶县 2022), `data` a list of newer files of dated facts, `previous`
//! what the unit handed in before (of `together`: a list), `leads` a sheet of debts that others name.
//! `submit` takes a draft or a submission and makes the file that is handed in: `submission` is
//! `{check_code, digest, file_name, text}`, or `null` while `validation` (the answer of `validate`)
//! has errors or open warnings.
//!
//! # The answer
//!
//! A status and a text in UTF-8. The status is the command line's exit code:
//! 0 in order, 1 errors, 2 the call is not as it should be, 3 open warnings only, 4 a file cannot
//! be read, 5 a fault of ours.
//! The text is canonical JSON (RFC 8785) unless the table says otherwise, without a line break at
//! its end. What cannot be answered is `{"error":{"code":…,"message":…,"path":…}}`; no answer starts
//! with these nine bytes `{"error":`. `path` leads into the call; the codes are `request`,
//! `campaign` (with all `faults` of the file), `data`, `unreadable` and, from hosts, `fault`.
//!
//! ```
//! let answer = arrears_ledger::call::call(br#"{"call":"code","code":"91350100M000100Y43"}"#);
//! assert_eq!(answer.status, 0);
//! assert!(answer.text.contains(r#""valid":true"#));
//! let refused = arrears_ledger::call::call(br#"{"call":"code","cod":"1"}"#);
//! assert_eq!(refused.status, 2);
//! assert!(refused.text.starts_with(r#"{"error":{"code":"request","#));
//! ```

mod books;
mod checks;
mod refusal;
mod request;

use refusal::Refusal;
use request::Request;

use crate::text::Lang;

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The command line's exit code.
    pub status: u8,
    /// The answer, or the error.
    pub text: String,
}

impl Answer {
    /// What hosts say where this crate, against all intent, stopped in the middle.
    #[cfg(feature = "capi")]
    pub(crate) fn fault() -> Self {
        let text = r#"{"error":{"code":"fault","message":"程序内部出错，请报告开发者 (a fault of ours: please report it)","path":""}}"#;
        Self {
            status: 5,
            text: text.to_owned(),
        }
    }

    fn good(text: impl Into<String>) -> Self {
        Self {
            status: 0,
            text: text.into(),
        }
    }
}

type Carry = fn(Request<'_>) -> Result<Answer, Refusal>;

/// Every call by its name.
const CALLS: [(&str, Carry); 13] = [
    ("validate", checks::validate),
    ("lines", checks::lines),
    ("together", checks::together),
    ("submit", checks::submit),
    ("explain", checks::explain),
    ("digest", books::digest),
    ("compare", books::compare),
    ("code", books::code),
    ("campaign", books::campaign),
    ("rules", books::rules),
    ("fields", books::fields),
    ("schema", books::schema),
    ("version", books::version),
];

/// The names of all calls.
///
/// ```
/// assert!(arrears_ledger::call::names().any(|name| name == "validate"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    CALLS.iter().map(|(name, _)| *name)
}

/// Carries out a call. Never fails: what is wrong with the call is the answer.
///
/// ```
/// let answer = arrears_ledger::call::call(br#"{"call":"version"}"#);
/// assert_eq!(answer.status, 0);
/// assert_eq!(arrears_ledger::call::call(b"").status, 2);
/// ```
pub fn call(request: &[u8]) -> Answer {
    let request = match Request::read(request) {
        Ok(request) => request,
        Err(why) => return refused(&why, Lang::Zh),
    };
    let lang = request.lang;
    carry(request).unwrap_or_else(|why| refused(&why, lang))
}

fn carry(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let name = request.name();
    let Some((_, carry)) = CALLS.iter().find(|(known, _)| *known == name) else {
        let known = names().collect::<Vec<_>>().join(", ");
        let zh = format!("call 应为 {known} 之一");
        return Err(Refusal::request(
            "/call",
            &zh,
            &format!("call should be one of {known}"),
        ));
    };
    carry(request)
}

fn refused(why: &Refusal, lang: Lang) -> Answer {
    Answer {
        status: why.status(),
        text: why.json(lang),
    }
}
