//! The same accounts behind JSON: the core with adapters of choice, and a front end of its own on Axum.
//! `cargo run -p own-front-end`, then try what it prints.

use std::future::pending;
use std::net::SocketAddr;

use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_hash_argon2::Argon2Hasher;
use user_render_handlebars::HandlebarsRenderer;
use user_store_seaorm::SeaOrmStore;

mod accounts;
mod address;
mod api;
mod cookies;
mod json;
mod printing_mailer;
mod problem;
mod refusals;
mod session;
#[cfg(test)]
mod tests;
mod visitor;

/// Where it listens, for this machine alone.
const ADDRESS: &str = "127.0.0.1:3001";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let users = users().await?;
    let courier = users.clone();
    tokio::spawn(async move { courier.run_courier(tokio::time::sleep, pending()).await });
    let listener = tokio::net::TcpListener::bind(ADDRESS).await?;
    print_what_to_try();
    let app = api::api(users).into_make_service_with_connect_info::<SocketAddr>();
    Ok(axum::serve(listener, app).await?)
}

async fn users() -> anyhow::Result<UserManager> {
    let store = SeaOrmStore::connect("sqlite:data/own-front-end.sqlite").await?;
    store.migrate_up().await?;
    let renderer = HandlebarsRenderer::builder().build()?;
    let ports = Ports::new(store, printing_mailer::PrintingMailer, renderer, Argon2Hasher::new()?);
    // A real app reads its secret from the environment and keeps it out of the repository.
    let builder = UserManager::builder(ports, Secret::new("32 bytes that nobody else can know")?);
    Ok(builder.configure(|settings| settings.public_base_url = format!("http://{ADDRESS}")).build()?)
}

#[expect(clippy::print_stdout, reason = "a program made to be read")]
fn print_what_to_try() {
    println!("Listening on http://{ADDRESS}. Mails are printed here. Try:\n\n{}", include_str!("../try.txt"));
}
