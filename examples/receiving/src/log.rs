//! A line a request, without a word of what was sent.
//!
//! Paths, queries, names of files and findings may all name a person; so what is told is the route as
//! it is declared, the status, how long it took, and of an upload its check code or the codes of the
//! rules it broke.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use crate::problem::Problem;

/// What a handler wants told of its answer.
#[derive(Debug, Clone)]
pub(crate) struct Outcome(pub(crate) String);

pub(crate) async fn log(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let outcome = response
        .extensions()
        .get::<Outcome>()
        .map(|one| one.0.clone());
    let problem = || response.extensions().get::<Problem>().map(Problem::for_log);
    tracing::info!(
        method,
        route = route.as_ref().map_or("-", MatchedPath::as_str),
        status = response.status().as_u16(),
        ms = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX),
        outcome = outcome.or_else(problem).unwrap_or_default(),
    );
    response
}

/// A method by its name; any word may be sent for one.
fn known(method: &Method) -> &'static str {
    const KNOWN: [&str; 8] = [
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
    ];
    let found = KNOWN.iter().find(|known| **known == method.as_str());
    found.copied().unwrap_or("OTHER")
}
