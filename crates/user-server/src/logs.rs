//! Where the log goes: to standard error, as text or JSON. `RUST_LOG` chooses what is worth a line.

use std::io::IsTerminal;
use std::net::IpAddr;

use poem::http::Method;
use poem::{Endpoint, IntoResponse, PathPattern, Request, Response};
use tokio::time::Instant;
use tracing_subscriber::EnvFilter;
use user_core::domain::Event;
use user_web_poem::UserWeb;

use crate::config::LogFormat;
use crate::site::{HEALTHZ, READYZ};

/// While serving: whatever is worth knowing, and of the database only what went wrong.
pub(crate) const SERVING: &str = "info,sea_orm_migration=warn,sqlx=warn";
/// For commands, which say themselves what they did.
pub(crate) const ADMINISTERING: &str = "warn";

/// Starts logging what is worth a line `usually`.
pub(crate) fn start(format: LogFormat, usually: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usually));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // It would tell of a log that cannot be written where it cannot be told, and panic there.
    let builder = builder.log_internal_errors(false);
    match format {
        LogFormat::Text => builder.with_ansi(std::io::stderr().is_terminal()).init(),
        LogFormat::Json => builder.json().flatten_event(true).init(),
    }
}

/// One line for each thing that happened to an account.
pub(crate) fn event(event: &Event) {
    let user = event.user_id.map(|id| id.to_string());
    let address = event.address.map(|address| address.to_string());
    tracing::info!(target: "account", kind = event.kind.as_str(), user, address, "event");
}

/// One line for each request, at level `debug` for those of monitors: its route and never its path, which may hold the
/// token of a link.
pub(crate) struct AccessLog<E> {
    pub(crate) site: E,
    /// Knows which proxies to believe about where a visitor is.
    pub(crate) web: UserWeb,
}

impl<E: Endpoint> Endpoint for AccessLog<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let line = Line::begin(&request, self.web.visitor_address(&request));
        let answer = self.site.call(request).await.map(IntoResponse::into_response);
        let (status, route) = match &answer {
            Ok(response) => (response.status(), response.data::<PathPattern>()),
            Err(error) => (error.status(), error.data::<PathPattern>()),
        };
        line.write(status.as_u16(), route.map(|route| &*route.0));
        answer
    }
}

struct Line {
    began: Instant,
    method: Method,
    client: Option<IpAddr>,
}

impl Line {
    fn begin(request: &Request, client: Option<IpAddr>) -> Self {
        Self { began: Instant::now(), method: request.method().clone(), client }
    }

    fn write(self, status: u16, route: Option<&str>) {
        let milliseconds = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let client = self.client.map(|address| address.to_string());
        let (method, route) = (self.method.as_str(), route.unwrap_or("-"));
        // A monitor asks every few seconds.
        if matches!(route, HEALTHZ | READYZ) {
            tracing::debug!(target: "access", method, route, status, milliseconds, client, "request");
        } else {
            tracing::info!(target: "access", method, route, status, milliseconds, client, "request");
        }
    }
}
