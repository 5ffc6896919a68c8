//! Accounts for a site with one page, for members. `cargo run -p quickstart`, then open what it prints.
#![expect(clippy::needless_pass_by_value, clippy::print_stdout, reason = "a program made to be read")]
use poem::{Route, Server, get, handler, listener::TcpListener};
use std::future::pending;
use user_core::{Ports, UserManager, seal::Secret};
use user_hash_argon2::Argon2Hasher;
use user_render_handlebars::HandlebarsRenderer;
use user_store_seaorm::SeaOrmStore;
use user_web_poem::{CurrentUser, DevMailbox, UserWeb};

#[handler]
fn members(current: CurrentUser) -> String {
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
    let app = UserWeb::new(users).mailbox(&mailbox).attach(Route::new().at("/", get(members)));
    println!("http://127.0.0.1:3000 and its mail: http://127.0.0.1:3000/dev/mailbox");
    Ok(Server::new(TcpListener::bind("127.0.0.1:3000")).run(app).await?)
}
