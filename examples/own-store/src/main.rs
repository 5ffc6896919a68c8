//! The quickstart, with accounts in a JSON file. `cargo run -p own-store`, then open what it prints.
#![expect(clippy::needless_pass_by_value, clippy::print_stdout, reason = "a program made to be read")]

mod json_store;
#[cfg(test)]
mod tests;

use std::future::pending;

use poem::{Route, Server, get, handler, listener::TcpListener};
use user_core::{Ports, UserManager, seal::Secret};
use user_hash_argon2::Argon2Hasher;
use user_render_handlebars::HandlebarsRenderer;
use user_web_poem::{CurrentUser, DevMailbox, UserWeb};

use crate::json_store::JsonStore;

#[handler]
fn members(current: CurrentUser) -> String {
    format!("Welcome among the members, {}!", current.user().display_name())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let store = JsonStore::open("data/accounts.json")?;
    let mailbox = DevMailbox::new();
    let renderer = HandlebarsRenderer::builder().build()?;
    let ports = Ports::new(store, mailbox.clone(), renderer, Argon2Hasher::new()?);
    let users = UserManager::builder(ports, Secret::new("32 bytes that nobody else can know")?).build()?;
    let courier = users.clone();
    tokio::spawn(async move { courier.run_courier(tokio::time::sleep, pending()).await });
    let app = UserWeb::new(users).mailbox(&mailbox).attach(Route::new().at("/", get(members)));
    println!("http://127.0.0.1:3003 and its mail: http://127.0.0.1:3003/dev/mailbox");
    Ok(Server::new(TcpListener::bind("127.0.0.1:3003")).run(app).await?)
}
