//! The routes. What stands above a handler is its route and its description at once, so neither is
//! without the other.

use arrears_ledger::bulletin::{self, Paper, View};
use arrears_ledger::digest::check_code;
use arrears_ledger::text::Lang;
use axum::Json;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, LOCATION, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::description::{CollectionFile, PaperFile, SubmissionFile};
use crate::log::Outcome;
use crate::month::Month;
use crate::office::Filed;
use crate::preference::{form, language};
use crate::problem::{CountsOf, Kind, Problem, ProblemDocument, tag};
use crate::service::Service;
use crate::store::{Record, Wanted};
use crate::upload;

/// Every route.
pub(crate) fn all() -> OpenApiRouter<Service> {
    OpenApiRouter::new()
        .routes(routes!(hand_in, list))
        .routes(routes!(one))
        .routes(routes!(roster))
        .routes(routes!(publish))
        .routes(routes!(collection))
        .routes(routes!(describe))
}

/// How an upload is called.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Named {
    /// The file's name, as the collection shows it.
    #[serde(default)]
    name: Option<String>,
}

/// What is listed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    /// The campaign's id; without it, the service's first.
    campaign: Option<String>,
    /// Only of this unit, by its code.
    unit: Option<String>,
    /// Only for this month, YYYY-MM.
    #[param(value_type = Option<String>)]
    period: Option<Month>,
    /// Only what came after this one: the `next` of the page before.
    #[serde(default)]
    #[param(minimum = 0)]
    after: Option<i64>,
    /// How many at most: 100 unless told otherwise, and 1000 at most.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
}

/// Of which collection.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// The campaign's id; without it, the service's first.
    campaign: Option<String>,
    /// The month, YYYY-MM; without it, the last one anything was received for.
    #[param(value_type = Option<String>)]
    period: Option<Month>,
}

/// A submission that was received.
#[derive(Debug, Serialize, ToSchema)]
struct Receipt {
    /// Its digest: SM3, by which it is known.
    digest: String,
    /// The check code on the stamped paper.
    check_code: String,
    /// The campaign's id.
    campaign: String,
    /// The unit's code.
    unit: String,
    /// The unit's name.
    unit_name: String,
    /// The month it is for, YYYY-MM.
    period: String,
    /// Its revision, from 1.
    revision: u32,
    /// The digest of the revision it amends.
    previous: Option<String>,
    /// The day it was received.
    received_on: String,
    /// Whether it stands: no later revision took its place.
    stands: bool,
    /// What was found in it.
    counts: CountsOf,
}

impl From<Record> for Receipt {
    fn from(record: Record) -> Self {
        Self {
            check_code: check_code(&record.digest),
            digest: record.digest,
            campaign: record.campaign,
            unit: record.unit,
            unit_name: record.unit_name,
            period: record.month,
            revision: record.revision,
            previous: record.previous,
            received_on: record.received_on.to_string(),
            stands: record.stands,
            counts: record.counts.into(),
        }
    }
}

/// Submissions in the order they came.
#[derive(Debug, Serialize, ToSchema)]
struct Page {
    /// What was received.
    items: Vec<Receipt>,
    /// What to ask for the next page with, as `after`; nothing where this is the last.
    next: Option<i64>,
}

/// Hands in a submission: the file as the ledger exports it, byte for byte. The same file a second
/// time changes nothing. An amendment comes behind the revision it names.
#[utoipa::path(
    post,
    path = "/submissions",
    params(Named),
    request_body(content = SubmissionFile, content_type = "application/json"),
    responses(
        (status = 201, description = "It is received", body = Receipt, headers(("Location" = String, description = "Where it is"))),
        (status = 200, description = "The same file was received before", body = Receipt, headers(("Location" = String, description = "Where it is"))),
        (status = 400, description = "The query is not as described, or the upload broke off", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 408, description = "The upload took too long", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 409, description = "The chain of revisions would break; `expected` is what may come next", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 413, description = "The file is too large", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 415, description = "It is not JSON in UTF-8, or packed", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 422, description = "It was refused, with findings", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 500, description = "A fault of the service", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 503, description = "Too many uploads at once", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 507, description = "No more files are taken", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
async fn hand_in(
    State(service): State<Service>,
    query: Result<Query<Named>, QueryRejection>,
    request: Request,
) -> Result<Response, Problem> {
    let Query(named) = query?;
    let Ok(_held) = service.uploads.clone().try_acquire_owned() else {
        return Err(Problem::plain(Kind::Busy));
    };
    let file = upload::body(request, service.bounds).await?;
    let name = named.name.unwrap_or_else(|| "submission.json".to_owned());
    let (status, record) = match service.hand_in(name, file).await? {
        Filed::New(record) => (StatusCode::CREATED, record),
        Filed::Known(record) => (StatusCode::OK, record),
    };
    let told = Outcome(format!(
        "{} revision {}",
        check_code(&record.digest),
        record.revision
    ));
    let place = [(LOCATION, format!("/submissions/{}", record.digest))];
    let mut response = (status, place, Json(Receipt::from(record))).into_response();
    response.extensions_mut().insert(told);
    Ok(response)
}

/// Lists what was received.
#[utoipa::path(
    get,
    path = "/submissions",
    params(Listed),
    responses(
        (status = 200, description = "A page of it", body = Page),
        (status = 400, description = "The query is not as described", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 404, description = "There is no such campaign", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 500, description = "A fault of the service", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
async fn list(
    State(service): State<Service>,
    query: Result<Query<Listed>, QueryRejection>,
) -> Result<Json<Page>, Problem> {
    let Query(listed) = query?;
    let limit = listed.limit.unwrap_or(100);
    if !(1..=1000).contains(&limit) {
        return Err(Problem::new(
            Kind::Query,
            "limit 应为 1 至 1000",
            "limit should be 1 to 1000",
        ));
    }
    let id = listed.campaign.clone();
    let found = service.ask(id.as_deref(), move |office, campaign, _| {
        office.list(Wanted {
            campaign: &campaign.id,
            unit: listed.unit.as_deref(),
            month: listed.period,
            after: listed.after.unwrap_or_default(),
            // One more tells whether there is a next page.
            limit: limit + 1,
        })
    });
    let mut found = found.await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = limit < found.len();
    found.truncate(limit);
    let next = found.last().filter(|_| has_more).map(|last| last.no);
    let items = found.into_iter().map(Receipt::from).collect();
    Ok(Json(Page { items, next }))
}

/// A submission, byte for byte as its digest has it.
#[utoipa::path(
    get,
    path = "/submissions/{digest}",
    params(("digest" = String, Path, description = "SM3, 64 hexadecimal digits")),
    responses(
        (status = 200, description = "The submission", body = SubmissionFile, headers(("ETag" = String, description = "Its digest"))),
        (status = 404, description = "There is none of this digest", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 500, description = "A fault of the service", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
async fn one(
    State(service): State<Service>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Response, Problem> {
    let Path(digest) = path.map_err(|_| Problem::plain(Kind::NotFound))?;
    let tag = format!("\"{digest}\"");
    let text = service
        .ask(None, move |office, _, _| office.text(&digest))
        .await?;
    let text = text.ok_or_else(|| Problem::plain(Kind::NotFound))?;
    Ok(([(CONTENT_TYPE, JSON.to_owned()), (ETAG, tag)], text).into_response())
}

/// How each unit of the roster reported, and whom to call; for the office, not to be published.
#[utoipa::path(
    get,
    path = "/roster",
    params(Asked),
    responses(
        (status = 200, description = "The paper", content((PaperFile = "application/json"), (String = "text/markdown"))),
        (status = 400, description = "The query is not as described", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 404, description = "There is no such campaign", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 406, description = "It does not come in that form", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 500, description = "A fault of the service", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
async fn roster(
    State(service): State<Service>,
    headers: HeaderMap,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(asked) = query?;
    paper(&service, &headers, asked, bulletin::roster).await
}

/// The bulletin of a month: the figures of all units, beside the month before. It names no person.
#[utoipa::path(
    get,
    path = "/bulletin",
    params(Asked),
    responses(
        (status = 200, description = "The paper", content((PaperFile = "application/json"), (String = "text/markdown"))),
        (status = 400, description = "The query is not as described", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 404, description = "There is no such campaign", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 406, description = "It does not come in that form", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 500, description = "A fault of the service", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
async fn publish(
    State(service): State<Service>,
    headers: HeaderMap,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(asked) = query?;
    paper(&service, &headers, asked, bulletin::bulletin).await
}

/// The collection of a month as one file, for the command line and the page's 县级汇总.
#[utoipa::path(
    get,
    path = "/collection",
    params(Asked),
    responses(
        (status = 200, description = "The file", body = CollectionFile),
        (status = 400, description = "The query is not as described", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 404, description = "There is no such campaign", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 500, description = "A fault of the service", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
async fn collection(
    State(service): State<Service>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(asked) = query?;
    let text = look(&service, asked, |view| view.county.text()).await?;
    Ok(([(CONTENT_TYPE, JSON)], text).into_response())
}

/// This description.
#[utoipa::path(
    get,
    path = "/openapi.json",
    responses((status = 200, description = "OpenAPI 3.1", content_type = "application/json", body = Object))
)]
async fn describe(State(service): State<Service>) -> Response {
    ([(CONTENT_TYPE, JSON)], service.description.to_string()).into_response()
}

const JSON: &str = "application/json";
const MARKDOWN: &str = "text/markdown";

/// A paper in the form and the language asked for. JSON has both languages in it.
async fn paper(
    service: &Service,
    headers: &HeaderMap,
    asked: Asked,
    make: fn(&View<'_>) -> Paper,
) -> Result<Response, Problem> {
    let Some(form) = form(headers, &[JSON, MARKDOWN]) else {
        let offers = format!("{JSON}, {MARKDOWN}");
        return Err(Problem::new(Kind::NotAcceptable, offers.clone(), offers));
    };
    let lang = language(headers);
    let text = look(service, asked, move |view| {
        let paper = make(view);
        if form == JSON {
            paper.json()
        } else {
            paper.markdown(lang)
        }
    });
    let text = text.await?;
    let varies = [(VARY, "accept, accept-language")];
    Ok(if form == JSON {
        (varies, [(CONTENT_TYPE, JSON)], text).into_response()
    } else {
        (varies, written(lang), text).into_response()
    })
}

const fn written(lang: Lang) -> [(axum::http::HeaderName, &'static str); 2] {
    [
        (CONTENT_TYPE, "text/markdown; charset=utf-8"),
        (CONTENT_LANGUAGE, tag(lang)),
    ]
}

/// A text made of a month's collection.
async fn look(
    service: &Service,
    asked: Asked,
    write: impl FnOnce(&View<'_>) -> String + Send + 'static,
) -> Result<String, Problem> {
    let Asked { campaign, period } = asked;
    let made = service.ask(campaign.as_deref(), move |office, campaign, today| {
        let month = period.unwrap_or_else(|| office.last_month(campaign));
        Ok(office.look(campaign, month, today, write))
    });
    made.await
}
