//! Accounts for a site with one page, for members, on Axum. `cargo run -p quickstart-axum`, then open what it prints.
#![expect(clippy::print_stdout, reason = "a program made to be read")]
use axum::{Router, routing::get};
use std::{future::pending, net::SocketAddr};
use user_core::{Ports, UserManager, seal::Secret};
use user_hash_argon2::Argon2Hasher;
use user_render_handlebars::HandlebarsRenderer;
use user_store_seaorm::SeaOrmStore;
use user_web_axum::{CurrentUser, DevMailbox, UserWeb};

async fn members(current: CurrentUser) -> String {
    format!("Welcome among the members, {}!", current.user().display_name())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let store = SeaOrmStore::connect("sqlite:data/quickstart.sqlite").await?;
    store.migrate_up().await?;
    let mailbox = DevMailbox::new();
    let renderer = HandlebarsRenderer::builder().build()?;
    let ports = Ports::new(store, mailbox.clone(), renderer, Argon2Hasher::new()?);
    let users = UserManager::builder(ports, Secret::new("32 bytes that nobody else can know")?).build()?;
    let courier = users.clone();
    tokio::spawn(async move { courier.run_courier(tokio::time::sleep, pending()).await });
    let app = UserWeb::new(users).mailbox(&mailbox).attach(Router::new().route("/", get(members)));
    println!("http://127.0.0.1:3000 and its mail: http://127.0.0.1:3000/dev/mailbox");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    Ok(axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await?)
}
