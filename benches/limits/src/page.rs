//! A page with a form and a fresh token in it, written by hand.

use anyhow::Result;
use axum::response::{Html, IntoResponse};
use poem::listener::TcpAcceptor;
use poem::{Response, Route, Server, get, handler};
use tokio::net::TcpListener;

const COOKIE: &str = "; HttpOnly; SameSite=Lax; Path=/";

/// 256 bits that nobody saw before, as a form carries them.
fn fresh_token() -> String {
    let bytes: [u8; 32] = rand::random();
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
        text
    })
}

fn written(token: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sign in</title></head><body>\
         <h1>Sign in</h1><form method=\"post\"><input type=\"hidden\" name=\"csrf_token\" value=\"{token}\">\
         <label>Username <input name=\"username\" autocomplete=\"username\"></label>\
         <label>Password <input name=\"password\" type=\"password\" autocomplete=\"current-password\"></label>\
         <button>Sign in</button></form></body></html>"
    )
}

#[handler]
fn on_poem_page() -> Response {
    let token = fresh_token();
    Response::builder()
        .content_type("text/html; charset=utf-8")
        .header("set-cookie", format!("visitor={token}{COOKIE}"))
        .body(written(&token))
}

async fn on_axum_page() -> impl IntoResponse {
    let token = fresh_token();
    ([("set-cookie", format!("visitor={token}{COOKIE}"))], Html(written(&token)))
}

pub async fn on_poem(listener: TcpListener) -> Result<()> {
    let app = Route::new().at("/", get(on_poem_page));
    Ok(Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?).run(app).await?)
}

pub async fn on_axum(listener: TcpListener) -> Result<()> {
    let app = axum::Router::new().route("/", axum::routing::get(on_axum_page));
    Ok(axum::serve(listener, app).await?)
}
