//! The corpus that every face answers alike: calls, and what the library answers.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

mod calls;
pub(crate) mod damaged;
mod examples;
mod hostile;
#[cfg(feature = "workbook")]
pub(crate) mod workbooks;

use serde_json::{Value, json};

/// The day most of the corpus is checked for: before the deadlines.
pub(crate) const TODAY: &str = "2022-06-12";

/// One call.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// What it is about, for the reader of a failure.
    pub(crate) name: String,
    /// The call, byte by byte.
    pub(crate) request: Vec<u8>,
    /// The file of a call that the command line can be asked as well: `validate` without anything
    /// but a day and a language.
    pub(crate) file: Option<File>,
}

/// A file by its name.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// The day it is checked for.
    pub(crate) today: &'static str,
}

/// Every case, in the same order and with the same bytes on every machine.
pub(crate) fn corpus() -> Vec<Case> {
    let mut cases = examples::cases();
    cases.extend(damaged::cases());
    cases.extend(hostile::cases());
    cases.extend(calls::cases());
    #[cfg(feature = "workbook")]
    cases.extend(workbooks::cases());
    cases
}

/// A call with the files behind its line: `files` in the order of their members' names.
pub(crate) fn call(line: &Value, files: &[&[u8]]) -> Vec<u8> {
    let mut request = line.to_string().into_bytes();
    if !files.is_empty() {
        request.push(b'\n');
    }
    for file in files {
        request.extend_from_slice(file);
    }
    request
}

/// The check of a file.
pub(crate) fn validate(name: impl Into<String>, bytes: &[u8]) -> Case {
    validate_on(TODAY, name, bytes)
}

/// The check of a file for a day.
pub(crate) fn validate_on(today: &'static str, name: impl Into<String>, bytes: &[u8]) -> Case {
    let name = name.into();
    let file = name.replace([' ', '/'], "-");
    let line = json!({
        "call": "validate",
        "file": { "name": file, "bytes": bytes.len() },
        "today": today,
    });
    Case {
        name,
        request: call(&line, &[bytes]),
        file: Some(File {
            name: file,
            bytes: bytes.to_vec(),
            today,
        }),
    }
}

/// A call that only the faces with calls can be asked.
pub(crate) fn other(name: impl Into<String>, request: Vec<u8>) -> Case {
    Case {
        name: name.into(),
        request,
        file: None,
    }
}
