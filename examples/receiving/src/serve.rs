//! The connections: a limit of time for a request's head, and an end that lets uploads finish.

use std::io;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{sleep, timeout};

/// Answers until it is told to stop, and then until what has begun is done, but no longer than an
/// upload may take.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    slowest: Duration,
) -> io::Result<()> {
    let (mut terminated, mut interrupted) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    let open = GracefulShutdown::new();
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(slowest);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = terminated.recv() => break,
            _ = interrupted.recv() => break,
        };
        let Ok((stream, _)) = accepted else {
            // Mostly too many files are open: some are closed before long.
            sleep(Duration::from_millis(100)).await;
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        let connection = server.serve_connection(TokioIo::new(stream), service);
        let connection = open.watch(connection);
        // How a connection ends is the other side's business.
        tokio::spawn(async move { drop(connection.await) });
    }
    drop(listener);
    tracing::info!("stopping: {} connections open", open.count());
    if timeout(slowest.saturating_mul(2), open.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("stopped before every connection was done");
    }
    Ok(())
}
