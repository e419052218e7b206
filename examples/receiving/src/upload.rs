//! The body of an upload, held to its type, size and time before a byte of it is looked at.

use std::error::Error;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use tokio::time::timeout;

use crate::problem::{Kind, Problem};
use crate::settings::Bounds;

/// The whole body, or why it is not taken.
pub(crate) async fn body(request: Request, bounds: Bounds) -> Result<Bytes, Problem> {
    let (head, body) = request.into_parts();
    typed(&head.headers)?;
    let length = text(&head.headers, &CONTENT_LENGTH).and_then(|length| length.parse().ok());
    if length
        .is_some_and(|length: u64| bounds.largest < usize::try_from(length).unwrap_or(usize::MAX))
    {
        return Err(Problem::too_large(bounds.largest));
    }
    match timeout(bounds.slowest, read(body, bounds.largest)).await {
        Ok(read) => read,
        Err(_) => Err(Problem::slow(bounds.slowest)),
    }
}

async fn read(body: Body, largest: usize) -> Result<Bytes, Problem> {
    to_bytes(body, largest).await.map_err(|why| {
        if is_too_long(&why) {
            Problem::too_large(largest)
        } else {
            Problem::plain(Kind::CutOff)
        }
    })
}

fn is_too_long(why: &axum::Error) -> bool {
    let mut cause: Option<&dyn Error> = Some(why);
    while let Some(error) = cause {
        if error.is::<http_body_util::LengthLimitError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// JSON in UTF-8, as it is: what is packed would have to be unpacked before its size is known.
fn typed(headers: &HeaderMap) -> Result<(), Problem> {
    let own = text(headers, &CONTENT_TYPE).unwrap_or_default();
    let (kind, parameters) = own.split_once(';').unwrap_or((own, ""));
    let charset = parameters.split(';').find_map(|one| {
        let (name, value) = one.trim().split_once('=')?;
        name.eq_ignore_ascii_case("charset")
            .then_some(value.trim_matches('"'))
    });
    let is_utf8 = charset.is_none_or(|name| name.eq_ignore_ascii_case("utf-8"));
    if !kind.trim().eq_ignore_ascii_case("application/json") || !is_utf8 {
        return Err(Problem::new(
            Kind::ContentType,
            "Content-Type 应为 application/json",
            "the content type should be application/json",
        ));
    }
    let coding = text(headers, &CONTENT_ENCODING).unwrap_or("identity");
    if !coding.eq_ignore_ascii_case("identity") {
        return Err(Problem::new(
            Kind::ContentType,
            "不接收压缩的内容（Content-Encoding）",
            "a content encoding is not taken",
        ));
    }
    Ok(())
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}
