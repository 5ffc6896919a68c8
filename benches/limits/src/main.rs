//! What the machine can do, one limit in each process: `limits poem`, `limits axum`, `limits argon2`,
//! `limits statement DATABASE`. Prints the address that it serves, and serves until it is stopped.
//!
//! `limits hash SECONDS` and `limits hash-simd SECONDS` compute without a network, and print the milliseconds of
//! processor time that one hash takes.
#![expect(clippy::print_stdout, reason = "the program that starts this one reads what it prints")]

mod hash;
mod page;
mod statement;

use std::net::SocketAddr;

use anyhow::{Result, bail};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<()> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    match asked.as_slice() {
        ["poem"] => page::on_poem(listener().await?).await,
        ["axum"] => page::on_axum(listener().await?).await,
        ["argon2"] => hash::on_poem(listener().await?).await,
        ["statement", database] => statement::on_poem(listener().await?, database).await,
        ["hash", seconds] => hash::alone(&mut hash::RustCrypto::default(), seconds.parse()?),
        ["hash-simd", seconds] => hash::alone(&mut hash::Simd::new()?, seconds.parse()?),
        _ => bail!("one of: poem, axum, argon2, statement DATABASE, hash SECONDS, hash-simd SECONDS"),
    }
}

/// A port of loopback that was free.
async fn listener() -> Result<TcpListener> {
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    println!("{}", listener.local_addr()?);
    Ok(listener)
}
