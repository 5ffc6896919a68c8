//! The routes that are served: those of the app, the account pages, and what monitors and browsers ask every site for.

use std::time::Duration;

use poem::http::{StatusCode, header};
use poem::web::Data;
use poem::{Endpoint, EndpointExt, IntoResponse, PathPattern, Request, Response, Route, get, handler};
use serde_json::Value;
use user_web_poem::UserWeb;

use crate::app::App;
use crate::server::Stop;

/// Templates of the server, each with where it would be in a folder.
pub(crate) const TEMPLATES: [(&str, &str); 1] =
    [("pages/home.html", include_str!("../templates/pages/home.html"))];

/// The path that answers while the process does.
pub(crate) const HEALTHZ: &str = "/healthz";
/// The path that answers while the site can serve.
pub(crate) const READYZ: &str = "/readyz";

/// How long the store may take to say that it is there.
const READY_WITHIN: Duration = Duration::from_secs(2);

/// The routes of the app with the account pages around them.
pub(crate) fn site(
    app: &App,
    web: &UserWeb,
    stop: &Stop,
) -> anyhow::Result<impl Endpoint<Output = Response> + use<>> {
    let routes = match &app.routes {
        Some(routes) => routes(web),
        None => Route::new().at("/", get(home)),
    };
    let routes = routes.try_at(HEALTHZ, get(healthz))?.try_at(READYZ, get(readyz))?;
    let attached = web.attach(routes).data(web.clone()).data(stop.clone());
    Ok(Usual { site: attached, robots: robots(web) })
}

#[handler]
async fn home(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "home", Value::Null).await
}

/// The process answers: that is all this says.
#[handler]
fn healthz() -> &'static str {
    "ok\n"
}

/// The site can serve: the store answers, and nobody has told it to stop.
#[handler]
async fn readyz(web: Data<&UserWeb>, stop: Data<&Stop>) -> (StatusCode, &'static str) {
    if stop.is_requested() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match tokio::time::timeout(READY_WITHIN, web.users().ready()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n"),
    }
}

/// How long browsers and crawlers keep these answers: a day.
const KEPT: &str = "public, max-age=86400";
/// A person in a circle, 32 pixels square.
const ICON: &[u8] = include_bytes!("../assets/favicon.ico");

/// Answers what browsers and crawlers ask every site for, where the app has no answer of its own.
struct Usual<E> {
    site: E,
    robots: String,
}

impl<E: Endpoint> Endpoint for Usual<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let usual = match request.uri().path() {
            path @ "/favicon.ico" => Some((path.to_owned(), "image/x-icon", ICON.to_vec())),
            path @ "/robots.txt" => {
                Some((path.to_owned(), "text/plain; charset=utf-8", self.robots.clone().into_bytes()))
            }
            _ => None,
        };
        let Some((path, kind, body)) = usual.filter(|_| request.method().is_safe()) else {
            return self.site.call(request).await.map(IntoResponse::into_response);
        };
        let answer = self.site.call(request).await.map(IntoResponse::into_response);
        let status = answer.as_ref().map_or_else(poem::Error::status, Response::status);
        if status != StatusCode::NOT_FOUND {
            return answer;
        }
        let route = PathPattern(path.into());
        let response = Response::builder().content_type(kind).header(header::CACHE_CONTROL, KEPT);
        let mut response = response.body(body);
        response.set_data(route);
        Ok(response)
    }
}

/// Crawlers have no business on account pages: a link that a search engine follows is a link it shows.
fn robots(web: &UserWeb) -> String {
    let settings = web.users().settings();
    let base = url::Url::parse(&settings.public_base_url).ok();
    let below = base.as_ref().map_or("", url::Url::path).trim_end_matches('/');
    format!("User-agent: *\nDisallow: {below}{}/\nDisallow: {below}/dev/\n", settings.paths.prefix)
}

#[cfg(test)]
mod tests;
