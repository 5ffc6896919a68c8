//! The suite on Poem.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use poem::endpoint::{BoxEndpoint, make};
use poem::http::{self, StatusCode, uri::Scheme};
use poem::web::{Data, Form, LocalAddr, RemoteAddr};
use poem::{
    Addr, Endpoint, EndpointExt, FromRequest, Request, RequestBody, RequestParts, Response, Route, get,
    handler, post,
};
use serde_json::json;
use user_core::domain::{Notice, Requirement};
use user_core::flows::{SignInError, SignInForm};
pub(crate) use user_web_poem::UserWeb;
use user_web_poem::{CsrfToken, CurrentUser, Exchange, Problem, guard};

use crate::it::body::Body;
use crate::it::own_account::{Made, Sent};
use crate::it::site::{Own, Typed};

/// A site, ready for requests.
pub(crate) type App = Arc<BoxEndpoint<'static, Response>>;
/// The app's own pages.
pub(crate) type Routes = Route;

pub(crate) fn attach(web: UserWeb, routes: Routes) -> App {
    Arc::new(web.attach(routes).data(web).boxed())
}

pub(crate) async fn send(app: &App, request: http::Request<Body>, peer: IpAddr) -> http::Response<Bytes> {
    let (parts, body) = request.into_parts();
    let remote = RemoteAddr(Addr::from(SocketAddr::new(peer, 40_000)));
    let parts = RequestParts::from((parts, LocalAddr::default(), remote, Scheme::HTTP));
    let mut response =
        app.get_response(Request::from_parts(parts, poem::Body::from_bytes_stream(body.0))).await;
    let body = response.take_body().into_bytes().await.unwrap();
    let mut answer = http::Response::new(body);
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    answer
}

/// The pages of the site's own.
pub(crate) fn pages() -> Routes {
    let agents = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
    let fresh = Requirement::Fresh(Duration::from_mins(5));
    Route::new()
        .at("/", get(home))
        .at("/greet", get(greet).post(greet))
        .at("/me", get(me).post(me))
        .at("/members", get(text).post(text).with(guard(Requirement::signed_in())))
        .at("/admin", get(text).with(guard(Requirement::role("admin"))))
        .at("/special", get(text).with(guard(agents)))
        .at("/both", get(text).with(guard(Requirement::all_roles(["a", "b"]))))
        .at("/either", get(text).with(guard(Requirement::any_role(["a", "b"]))))
        .at("/confirmed", get(text).with(guard(Requirement::ConfirmedEmail)))
        .at("/fresh", get(text).post(echo).with(guard(fresh.clone())))
        .at("/fresh-admin", get(text).post(echo).with(guard(Requirement::role("admin").and(fresh.clone()))))
        .at("/fresh-or-admin", get(text).with(guard(Requirement::role("admin").or(fresh.clone()))))
        .at("/not-fresh", get(text).with(guard(fresh.clone().not())))
        .at("/confirmed-fresh", get(text).with(guard(Requirement::ConfirmedEmail.and(fresh))))
        .at("/nobody", get(text).with(guard(Requirement::All(vec![]))))
        .at("/page", get(page))
        .at("/token", get(token))
        .at("/echo", post(echo).put(echo))
        .at("/panics", get(panics).post(panics))
        .at("/fails", get(fails))
        .at("/teapot", get(teapot))
}

/// The same, and others beside.
pub(crate) fn pages_and(own: &[(&str, Own)]) -> Routes {
    own.iter().fold(pages(), |routes, (path, own)| match own {
        Own::Form => routes.at(path, get(own_page).post(own_answer)),
        Own::Shown => routes.at(path, get(own_answer)),
        Own::Posted => routes.at(path, post(own_answer)),
        Own::SignIn => routes.at(path, get(own_sign_in).post(own_sign_in_submit)),
        Own::Made(own) => routes.at(path, made(*own)),
        Own::WithHeaders(headers) => {
            let headers = headers.to_vec();
            routes.at(path, get(with_headers.data(headers)))
        }
    })
}

/// A page that takes a request apart as handlers of Poem do.
fn made(own: Made) -> impl Endpoint<Output = Response> + 'static {
    make(move |mut request: Request| async move {
        let path = request.uri().path().to_owned();
        let query = request.uri().query().unwrap_or_default().to_owned();
        let form = if *request.method() == http::Method::POST {
            Some(request.take_body().into_string().await?)
        } else {
            None
        };
        let exchange = Exchange::from_request(&request, &mut RequestBody::default()).await?;
        let response = own((*exchange).clone(), Sent { path, query, form }).await.map_err(Problem::from)?;
        Ok::<_, poem::Error>(exchange.respond(response))
    })
}

/// Two pages behind one guard, below a path, and one beside.
pub(crate) fn group() -> Routes {
    let group = Route::new().at("/one", get(inside)).at("/two", get(inside));
    Route::new().at("/page", get(inside)).nest("/club", group.with(guard(Requirement::role("member"))))
}

/// One page at every path.
pub(crate) fn everywhere() -> Routes {
    Route::new().nest("/", Route::new().at("/", get(own_answer)).at("/*rest", get(own_answer)))
}

/// Pages that nobody attached.
pub(crate) fn unattached() -> App {
    let guarded = own_answer.with(guard(Requirement::signed_in()));
    let app = Route::new().at("/argument", get(me)).at("/guard", get(guarded)).at("/token", get(token));
    Arc::new(app.map_to_response().boxed())
}

#[handler]
fn home() -> &'static str {
    "home"
}

#[handler]
fn text() -> &'static str {
    "let in"
}

#[handler]
fn inside() -> &'static str {
    "inside"
}

#[handler]
fn greet(current: Option<CurrentUser>) -> String {
    current.map_or("stranger".to_owned(), |current| current.user().display_name().to_owned())
}

#[handler]
fn me(current: CurrentUser) -> String {
    let is_admin = current.meets(&Requirement::role("admin"));
    format!("{} admin:{is_admin} since {}", current.user().display_name(), current.session().created_at)
}

#[handler]
async fn page(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "app", json!({"answer": 42})).await
}

#[handler]
fn token(one: CsrfToken, other: CsrfToken) -> String {
    format!("{one} {other}")
}

#[handler]
async fn echo(body: poem::Body) -> poem::Result<String> {
    Ok(body.into_string().await?)
}

#[handler]
fn panics() -> &'static str {
    panic!("a handler of the app went wrong")
}

#[handler]
fn fails() -> poem::Result<&'static str> {
    Err(poem::Error::from_string("the password of the database is hunter2", StatusCode::BAD_GATEWAY))
}

#[handler]
fn teapot() -> poem::Result<&'static str> {
    let response = Response::builder().status(StatusCode::IM_A_TEAPOT).body("short and stout");
    Err(poem::Error::from_response(response))
}

#[handler]
fn own_page(csrf: CsrfToken) -> String {
    format!("own {csrf}")
}

#[handler]
fn own_answer() -> &'static str {
    "own answer"
}

#[handler]
fn with_headers(
    _current: Option<CurrentUser>,
    headers: Data<&Vec<(&'static str, &'static str)>>,
) -> Response {
    let response =
        headers.iter().fold(Response::builder(), |response, (name, value)| response.header(*name, *value));
    response.body("x")
}

#[handler]
async fn own_sign_in(exchange: Exchange) -> poem::Result<Response> {
    Ok(exchange.page("own-sign-in", StatusCode::OK, |site| json!({ "site": site })).await?)
}

#[handler]
async fn own_sign_in_submit(exchange: Exchange, Form(typed): Form<Typed>) -> poem::Result<Response> {
    let form = SignInForm { identifier: typed.who, password: typed.password, remember_me: false };
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().sign_in(&form, &visitor).await {
        Ok(admission) => {
            let second_step = exchange.admit(&admission, exchange.next(&typed.next).as_deref());
            let to = second_step.unwrap_or_else(|| exchange.next_or(&typed.next, "/page"));
            Ok(exchange.redirect(&to, Some(&Notice::SIGNED_IN)))
        }
        Err(SignInError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(SignInError::Failed(error)) => Err(Problem::from(error).into()),
        Err(_) => {
            let again = |site| json!({ "site": site, "refused": true });
            Ok(exchange.page("own-sign-in", StatusCode::UNPROCESSABLE_ENTITY, again).await?)
        }
    }
}
