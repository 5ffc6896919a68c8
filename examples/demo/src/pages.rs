//! The pages of the demo itself. All of their words and looks are in its `templates/` and `locales/`.

use poem::web::Data;
use poem::{EndpointExt, Request, Response, Route, get, handler};
use serde_json::Value;
use user_core::domain::Requirement;
use user_web_poem::{UserWeb, guard};

/// Templates, each with where it would be in a folder.
pub(crate) const TEMPLATES: [(&str, &str); 4] = [
    ("pages/home.html", include_str!("../templates/pages/home.html")),
    ("pages/members.html", include_str!("../templates/pages/members.html")),
    ("pages/admin.html", include_str!("../templates/pages/admin.html")),
    ("pages/special.html", include_str!("../templates/pages/special.html")),
];

/// Messages, each with its language.
pub(crate) const MESSAGES: [(&str, &str); 15] = [
    ("de", include_str!("../locales/de.ftl")),
    ("en", include_str!("../locales/en.ftl")),
    ("es", include_str!("../locales/es.ftl")),
    ("fa", include_str!("../locales/fa.ftl")),
    ("fi", include_str!("../locales/fi.ftl")),
    ("fr", include_str!("../locales/fr.ftl")),
    ("it", include_str!("../locales/it.ftl")),
    ("nl", include_str!("../locales/nl.ftl")),
    ("pl", include_str!("../locales/pl.ftl")),
    ("ru", include_str!("../locales/ru.ftl")),
    ("sk", include_str!("../locales/sk.ftl")),
    ("sv", include_str!("../locales/sv.ftl")),
    ("tr", include_str!("../locales/tr.ftl")),
    ("uk", include_str!("../locales/uk.ftl")),
    ("zh-Hans", include_str!("../locales/zh-Hans.ftl")),
];

/// The pages, and whom each is shown to.
pub(crate) fn routes(_: &UserWeb) -> Route {
    let agents = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
    Route::new()
        .at("/", get(home))
        .at("/members", get(members).with(guard(Requirement::signed_in())))
        .at("/admin", get(admin).with(guard(Requirement::role("admin"))))
        .at("/special", get(special).with(guard(agents)))
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
