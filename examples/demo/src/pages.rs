//! The pages of the demo itself. All of their words and looks are in its `templates/` and `locales/`.

use std::time::Duration;

use poem::http::StatusCode;
use poem::web::Data;
use poem::{Endpoint, EndpointExt, Request, Response, Route, get, handler};
use serde_json::Value;
use user_core::domain::Requirement;
use user_web_poem::{UserWeb, guard};

use crate::server::Stop;

/// Templates, each with where it would be in a folder.
pub(crate) const TEMPLATES: [(&str, &str); 4] = [
    ("pages/home.html", include_str!("../../../examples/demo/templates/pages/home.html")),
    ("pages/members.html", include_str!("../../../examples/demo/templates/pages/members.html")),
    ("pages/admin.html", include_str!("../../../examples/demo/templates/pages/admin.html")),
    ("pages/special.html", include_str!("../../../examples/demo/templates/pages/special.html")),
];

/// Messages, each with its language.
pub(crate) const MESSAGES: [(&str, &str); 15] = [
    ("de", include_str!("../../../examples/demo/locales/de.ftl")),
    ("en", include_str!("../../../examples/demo/locales/en.ftl")),
    ("es", include_str!("../../../examples/demo/locales/es.ftl")),
    ("fa", include_str!("../../../examples/demo/locales/fa.ftl")),
    ("fi", include_str!("../../../examples/demo/locales/fi.ftl")),
    ("fr", include_str!("../../../examples/demo/locales/fr.ftl")),
    ("it", include_str!("../../../examples/demo/locales/it.ftl")),
    ("nl", include_str!("../../../examples/demo/locales/nl.ftl")),
    ("pl", include_str!("../../../examples/demo/locales/pl.ftl")),
    ("ru", include_str!("../../../examples/demo/locales/ru.ftl")),
    ("sk", include_str!("../../../examples/demo/locales/sk.ftl")),
    ("sv", include_str!("../../../examples/demo/locales/sv.ftl")),
    ("tr", include_str!("../../../examples/demo/locales/tr.ftl")),
    ("uk", include_str!("../../../examples/demo/locales/uk.ftl")),
    ("zh-Hans", include_str!("../../../examples/demo/locales/zh-Hans.ftl")),
];

/// How long the store may take to say that it is there.
const READY_WITHIN: Duration = Duration::from_secs(2);

/// The site: pages of its own and the account pages around them.
pub(crate) fn site(web: &UserWeb, stop: &Stop) -> impl Endpoint<Output = Response> + use<> {
    let agents = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
    let app = Route::new()
        .at("/", get(home))
        .at("/members", get(members).with(guard(Requirement::signed_in())))
        .at("/admin", get(admin).with(guard(Requirement::role("admin"))))
        .at("/special", get(special).with(guard(agents)))
        .at("/healthz", get(healthz))
        .at("/readyz", get(readyz));
    web.attach(app).data(web.clone()).data(stop.clone())
}

#[handler]
async fn home(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "home", Value::Null).await
}

#[handler]
async fn members(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "members", Value::Null).await
}

#[handler]
async fn admin(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "admin", Value::Null).await
}

#[handler]
async fn special(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "special", Value::Null).await
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

#[cfg(test)]
mod tests;
