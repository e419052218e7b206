//! A county office's receiving service: upload → checked → kept → listed → bulletin.
//!
//! The rules are the crate's, and so is every word said about a file; here is only what makes a
//! service of them.

mod description;
mod log;
mod month;
mod office;
mod preference;
mod problem;
mod routes;
mod serve;
mod service;
mod settings;
mod store;
mod upload;

use std::fs;
use std::panic;
use std::process::ExitCode;

use arrears_ledger::campaign::Campaign;
use arrears_ledger::text::Lang;
use arrears_ledger::vet::vet;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{from_fn, map_response};
use axum::response::Response;
use clap::Parser;
use tokio::net::TcpListener;

use office::Office;
use problem::{Kind, Problem, worded};
use service::Service;
use settings::Settings;
use store::Store;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .init();
    // What a panic says may quote a file; where it was is enough.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panicked");
    }));
    match run(Settings::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            tracing::error!("{why}");
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the address is the answer of a program that was told port 0"
)]
async fn run(settings: Settings) -> Result<(), String> {
    let campaigns = campaigns(&settings)?;
    let file = settings.database.display();
    let store = Store::open(&settings.database).map_err(|why| format!("{file}: {why}"))?;
    let office =
        Office::open(store, &campaigns, settings.due.clone()).map_err(|why| why.to_string())?;
    let (router, api) = routes::all().split_for_parts();
    let Settings {
        today,
        bounds,
        listen,
        ..
    } = settings;
    let service = Service::new(office, campaigns, today, bounds, description::of(api));
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|why| format!("{listen}: {why}"))?;
    let address = listener.local_addr().map_err(|why| why.to_string())?;
    println!("http://{address}");
    let router = dressed(router).with_state(service);
    serve::serve(listener, router, bounds.slowest)
        .await
        .map_err(|why| why.to_string())
}

/// The routes with what holds for all of them: problems in words, nothing kept by a cache on the way,
/// a line in the log.
fn dressed(router: Router<Service>) -> Router<Service> {
    router
        .fallback(async || Problem::plain(Kind::NotFound))
        .method_not_allowed_fallback(async || Problem::plain(Kind::Method))
        .layer(from_fn(worded))
        .layer(map_response(async |mut response: Response| {
            response
                .headers_mut()
                .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }))
        .layer(from_fn(log::log))
}

fn campaigns(settings: &Settings) -> Result<Vec<Campaign>, String> {
    if settings.campaigns.is_empty() {
        return Ok(vec![Campaign::yexian_2022()]);
    }
    let read = |file: &std::path::PathBuf| {
        let name = file.display();
        let text = fs::read_to_string(file).map_err(|why| format!("{name}: {why}"))?;
        vet(&text).usable().map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(|fault| fault.text(Lang::En)).collect();
            format!("{name}: {}", faults.join("; "))
        })
    };
    settings.campaigns.iter().map(read).collect()
}
