//! What went wrong, as a problem document (RFC 9457), in the language of whoever asked.
//!
//! A handler says what is wrong in both languages; [`worded`] stands before them all and picks one,
//! for routes that are not there as well.

mod document;
mod kind;

pub(crate) use document::{CountsOf, ProblemDocument};
pub(crate) use kind::Kind;

use std::time::Duration;

use arrears_ledger::county::Refused;
use arrears_ledger::text::{Lang, Words};
use axum::Json;
use axum::body::HttpBody;
use axum::extract::Request;
use axum::extract::rejection::QueryRejection;
use axum::http::header::{CONNECTION, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::preference::language;

/// The media type of a problem document.
const PROBLEM: &str = "application/problem+json";

/// What went wrong.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    kind: Kind,
    detail: Words,
    more: More,
}

/// What some problems have beside their words.
#[derive(Debug, Clone, Default)]
enum More {
    #[default]
    Nothing,
    Findings(Box<Refused>),
    Expected(Vec<Expected>),
}

/// A revision that a unit may hand in next for a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Expected {
    /// Its number.
    #[schema(minimum = 1)]
    pub(crate) revision: u32,
    /// The digest it has to name; the first revision names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) previous: Option<String>,
}

impl Problem {
    pub(crate) fn new(kind: Kind, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            kind,
            detail: Words::of(zh, en),
            more: More::Nothing,
        }
    }

    /// A kind that needs no more words than it has.
    pub(crate) fn plain(kind: Kind) -> Self {
        Self::new(kind, "", "")
    }

    pub(crate) fn findings(refused: Refused) -> Self {
        let errors = refused.counts.errors;
        let zh = format!("错误{errors}处，请改正后重新导出提交文件");
        let en = format!("{errors} errors: mend them and hand the file in again");
        let more = More::Findings(Box::new(refused));
        Self {
            more,
            ..Self::new(Kind::Findings, zh, en)
        }
    }

    pub(crate) fn chain(expected: Vec<Expected>) -> Self {
        let next = expected.iter().map(|one| {
            let revision = one.revision;
            match &one.previous {
                None => (
                    format!("第{revision}版，不写前版校验值"),
                    format!("revision {revision}, which names no digest"),
                ),
                Some(previous) => (
                    format!("第{revision}版，前版校验值为 {previous}"),
                    format!("revision {revision}, which names {previous}"),
                ),
            }
        });
        let (zh, en): (Vec<String>, Vec<String>) = next.unzip();
        let zh = format!("本单位本期下一版应为：{}", zh.join("；或者"));
        let en = format!("the unit's next for the period is {}", en.join("; or "));
        Self {
            more: More::Expected(expected),
            ..Self::new(Kind::Chain, zh, en)
        }
    }

    pub(crate) fn too_large(most: usize) -> Self {
        let zh = format!("不得超过 {most} 字节");
        Self::new(Kind::TooLarge, zh, format!("{most} bytes are the most"))
    }

    pub(crate) fn slow(most: Duration) -> Self {
        let most = most.as_secs();
        let zh = format!("应在 {most} 秒内传完");
        Self::new(Kind::Slow, zh, format!("it may take {most} seconds"))
    }

    /// A fault of the service: the log says which, the answer does not.
    pub(crate) fn fault(why: &dyn std::fmt::Display) -> Self {
        tracing::error!(fault = %why);
        Self::plain(Kind::Fault)
    }

    /// What the log may say of it: the kind, and the codes of rules. Findings quote what was typed, so
    /// their words stay out.
    pub(crate) fn for_log(&self) -> String {
        let (_, kind, ..) = self.kind.row();
        match &self.more {
            More::Findings(refused) => {
                let codes: Vec<&str> = refused
                    .findings
                    .iter()
                    .map(|told| told.code.as_str())
                    .collect();
                format!("{kind} {}", codes.join(" "))
            }
            More::Nothing | More::Expected(_) => kind.to_owned(),
        }
    }
}

impl From<QueryRejection> for Problem {
    fn from(why: QueryRejection) -> Self {
        let why = why.body_text();
        Self::new(Kind::Query, why.clone(), why)
    }
}

impl IntoResponse for Problem {
    /// Without words yet: [`worded`] puts them in.
    fn into_response(self) -> Response {
        let (status, ..) = self.kind.row();
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Puts a problem into words for whoever asked.
pub(crate) async fn worded(request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    let has_body = !request.body().is_end_stream();
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions().get::<Problem>() else {
        return response;
    };
    let words = Json(problem.document(lang)).into_response();
    let mut extra: Vec<(HeaderName, &'static str)> = vec![
        (CONTENT_TYPE, PROBLEM),
        (CONTENT_LANGUAGE, tag(lang)),
        (VARY, "accept-language"),
    ];
    // The rest of what is being sent is not waited for, and the next request would be behind it.
    extra.extend((has_body && !problem.kind.is_of_a_whole_file()).then_some((CONNECTION, "close")));
    extra.extend(match problem.kind {
        Kind::Busy => Some((RETRY_AFTER, "5")),
        Kind::ContentType => Some((HeaderName::from_static("accept-post"), "application/json")),
        _ => None,
    });
    *response.body_mut() = words.into_body();
    for (name, value) in extra {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A language as headers have it.
pub(crate) const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}
