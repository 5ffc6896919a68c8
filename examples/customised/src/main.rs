//! A site with everything of its own that an app may have, each in one file to be lifted out.
//! `cargo run -p customised`, then open what it prints. Mails are printed, too.

use std::future::pending;

use poem::Server;
use poem::listener::TcpListener;
use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_store_seaorm::SeaOrmStore;

mod addresses;
mod departure;
mod hasher;
mod house;
mod lifetimes;
mod looks;
mod mail_sender;
mod observer;
mod passwords;
mod profile;
mod registration_policy;
mod sign_in_page;
#[cfg(test)]
mod tests;
mod throttle;
mod usernames;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let rules = passwords::Rules::named(std::env::args().nth(1).as_deref())?;
    let store = SeaOrmStore::connect("sqlite:data/customised.sqlite").await?;
    store.migrate_up().await?;
    departure::make_tables(&store).await?;
    store.on_departure(departure::OrdersStay);
    let (journal, lines) = observer::Journal::new();
    let mailer = mail_sender::MailApi::new(mail_sender::Printed);
    let ports = Ports::new(store, mailer, looks::renderer()?, hasher::Pbkdf2Hasher::new());
    // A real app reads its secret from the environment and keeps it out of the repository.
    let builder = UserManager::builder(ports, Secret::new("32 bytes that nobody else can know")?);
    let users = house::furnish(builder, rules).observer(journal).build()?;
    let courier = users.clone();
    tokio::spawn(async move { courier.run_courier(tokio::time::sleep, pending()).await });
    tokio::spawn(observer::print(lines));
    print_where_it_is();
    Ok(Server::new(TcpListener::bind(house::LISTEN)).run(house::site(users)).await?)
}

#[expect(clippy::print_stdout, reason = "a program made to be read")]
fn print_where_it_is() {
    println!("http://{} – mails and events are printed here.", house::LISTEN);
}
