//! The suite on Axum.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::extract::{ConnectInfo, Form, Request};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get, post};
use axum::{Extension, Router};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::json;
use tower::ServiceExt;
use user_core::domain::{Notice, Requirement};
use user_core::flows::{SignInError, SignInForm};
pub(crate) use user_web_axum::UserWeb;
use user_web_axum::{CsrfToken, CurrentUser, Exchange, Problem, guard};

use crate::it::body::Body;
use crate::it::own_account::{Made, Sent};
use crate::it::site::{Own, Typed};

/// A site, ready for requests.
pub(crate) type App = Router;
/// The app's own pages.
pub(crate) type Routes = Router;

pub(crate) fn attach(web: UserWeb, routes: Routes) -> App {
    let attached = web.clone();
    attached.attach(routes.layer(Extension(web)))
}

pub(crate) async fn send(app: &App, request: http::Request<Body>, peer: IpAddr) -> http::Response<Bytes> {
    let mut request = request.map(|body| axum::body::Body::from_stream(body.0));
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer, 40_000)));
    let (parts, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    http::Response::from_parts(parts, axum::body::to_bytes(body, usize::MAX).await.unwrap())
}

/// The pages of the site's own.
pub(crate) fn pages() -> Routes {
    let agents = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
    let fresh = Requirement::Fresh(Duration::from_mins(5));
    let fresh_admin = Requirement::role("admin").and(fresh.clone());
    let fresh_or_admin = Requirement::role("admin").or(fresh.clone());
    let confirmed_fresh = Requirement::ConfirmedEmail.and(fresh.clone());
    Router::new()
        .route("/", get(home))
        .route("/greet", get(greet).post(greet))
        .route("/me", get(me).post(me))
        .route("/members", get(text).post(text).layer(guard(Requirement::signed_in())))
        .route("/admin", get(text).layer(guard(Requirement::role("admin"))))
        .route("/special", get(text).layer(guard(agents)))
        .route("/both", get(text).layer(guard(Requirement::all_roles(["a", "b"]))))
        .route("/either", get(text).layer(guard(Requirement::any_role(["a", "b"]))))
        .route("/confirmed", get(text).layer(guard(Requirement::ConfirmedEmail)))
        .route("/fresh", get(text).post(echo).layer(guard(fresh.clone())))
        .route("/fresh-admin", get(text).post(echo).layer(guard(fresh_admin)))
        .route("/fresh-or-admin", get(text).layer(guard(fresh_or_admin)))
        .route("/not-fresh", get(text).layer(guard(fresh.not())))
        .route("/confirmed-fresh", get(text).layer(guard(confirmed_fresh)))
        .route("/nobody", get(text).layer(guard(Requirement::All(vec![]))))
        .route("/page", get(page))
        .route("/token", get(token))
        .route("/echo", post(echo).put(echo))
        .route("/panics", get(panics).post(panics))
        .route("/fails", get(fails))
        .route("/teapot", get(teapot))
}

/// The same, and others beside. A name in a path is written as on Poem.
pub(crate) fn pages_and(own: &[(&str, Own)]) -> Routes {
    own.iter().fold(pages(), |routes, (path, page)| {
        let path = path.replace(":more", "{more}").replace(":most", "{most}");
        match page {
            Own::Form => routes.route(&path, get(own_page).post(own_answer)),
            Own::Shown => routes.route(&path, get(own_answer)),
            Own::Posted => routes.route(&path, post(own_answer)),
            Own::SignIn => routes.route(&path, get(own_sign_in).post(own_sign_in_submit)),
            Own::Made(page) => routes.route(&path, made(*page)),
            Own::WithHeaders(headers) => {
                let header = |(name, value): &(&'static str, &'static str)| {
                    (HeaderName::from_static(name), HeaderValue::from_static(value))
                };
                let headers: HeaderMap = headers.iter().map(header).collect();
                routes.route(&path, get(async |_current: Option<CurrentUser>| (headers, "x")))
            }
        }
    })
}

/// A page that takes a request apart as handlers of Axum do.
fn made(page: Made) -> MethodRouter {
    any(async move |exchange: Exchange, request: Request| {
        let path = request.uri().path().to_owned();
        let query = request.uri().query().unwrap_or_default().to_owned();
        let is_form = *request.method() == http::Method::POST;
        let body = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap();
        let form = is_form.then(|| String::from_utf8(body.to_vec()).unwrap());
        let response = page((*exchange).clone(), Sent { path, query, form }).await?;
        Ok::<_, Problem>(exchange.respond(response))
    })
}

/// Two pages behind one guard, below a path, and one beside.
pub(crate) fn group() -> Routes {
    let group = Router::new().route("/one", get(inside)).route("/two", get(inside));
    let group = group.layer(guard(Requirement::role("member")));
    Router::new().route("/page", get(inside)).nest_service("/club", group)
}

/// One page at every path.
pub(crate) fn everywhere() -> Routes {
    Router::new().route("/", get(own_answer)).route("/{*rest}", any(own_answer))
}

/// Pages that nobody attached.
pub(crate) fn unattached() -> App {
    let guarded = get(own_answer).layer(guard(Requirement::signed_in()));
    Router::new().route("/argument", get(me)).route("/guard", guarded).route("/token", get(token))
}

async fn home() -> &'static str {
    "home"
}

async fn text() -> &'static str {
    "let in"
}

async fn inside() -> &'static str {
    "inside"
}

async fn greet(current: Option<CurrentUser>) -> String {
    current.map_or("stranger".to_owned(), |current| current.user().display_name().to_owned())
}

async fn me(current: CurrentUser) -> String {
    let is_admin = current.meets(&Requirement::role("admin"));
    format!("{} admin:{is_admin} since {}", current.user().display_name(), current.session().created_at)
}

async fn page(exchange: Exchange, Extension(web): Extension<UserWeb>) -> Result<Response, Problem> {
    web.page(&exchange, "app", json!({"answer": 42})).await
}

async fn token(one: CsrfToken, other: CsrfToken) -> String {
    format!("{one} {other}")
}

async fn echo(body: String) -> String {
    body
}

async fn panics() -> &'static str {
    panic!("a handler of the app went wrong")
}

async fn fails() -> StatusCode {
    StatusCode::BAD_GATEWAY
}

async fn teapot() -> impl IntoResponse {
    (StatusCode::IM_A_TEAPOT, "short and stout")
}

async fn own_page(token: CsrfToken) -> String {
    format!("own {token}")
}

async fn own_answer() -> &'static str {
    "own answer"
}

async fn own_sign_in(exchange: Exchange) -> Result<Response, Problem> {
    exchange.page("own-sign-in", StatusCode::OK, |site| json!({ "site": site })).await
}

async fn own_sign_in_submit(exchange: Exchange, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let form = SignInForm { identifier: typed.who, password: typed.password, remember_me: false };
    let visitor = exchange.visitor().await?;
    match exchange.users().sign_in(&form, &visitor).await {
        Ok(admission) => {
            let second_step = exchange.admit(&admission, exchange.next(&typed.next).as_deref());
            let to = second_step.unwrap_or_else(|| exchange.next_or(&typed.next, "/page"));
            Ok(exchange.redirect(&to, Some(&Notice::SIGNED_IN)))
        }
        Err(SignInError::Throttled { retry_after }) => Err(Problem::too_many(retry_after)),
        Err(SignInError::Failed(error)) => Err(error.into()),
        Err(_) => {
            let again = |site| json!({ "site": site, "refused": true });
            exchange.page("own-sign-in", StatusCode::UNPROCESSABLE_ENTITY, again).await
        }
    }
}
