//! The whole, under load: `cargo build --release -p demo && cargo run --release -p user-benches`.
//!
//! Every figure is a ratio against the limit that the same machine sets in the same run: a bare handler with one
//! joined statement, raw Argon2id with a kept buffer. Loads are bounded and stay on this machine.
//!
//! Without an argument everything is run; `--quick` leaves out the million users, shown and imported. `demo`, `pages`,
//! `million`, `import`, `strangers`, `sign-ins` and `timing` run that part alone.
#![expect(clippy::print_stdout, reason = "a report is printed")]

mod hostile;
mod importing;
mod pages;
mod program;
mod report;
mod sign_ins;
mod site;
mod timing;
mod wire;

use anyhow::Result;

fn main() -> Result<()> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let Some((hostile::PART, rest)) = asked.split_first().map(|(part, rest)| (part.as_str(), rest)) {
        return hostile::clients(rest);
    }
    let named: Vec<&str> = asked.iter().map(String::as_str).filter(|word| *word != "--quick").collect();
    let quick = named.len() < asked.len();
    let wants = |part: &str| {
        named.contains(&part) || (named.is_empty() && (!matches!(part, "million" | "import") || !quick))
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    if wants("demo") {
        program::start_and_memory()?;
        program::memory_after_a_crowd()?;
    }
    runtime.block_on(async {
        if wants("pages") {
            pages::against_a_bare_handler().await?;
            pages::against_a_bare_handler_in_process().await?;
        }
        if wants("million") {
            pages::from_a_thousand_to_a_million().await?;
        }
        if wants("import") {
            importing::a_million_users().await?;
        }
        if wants("strangers") {
            hostile::strangers().await?;
        }
        if wants("sign-ins") {
            sign_ins::against_raw_argon2().await?;
            sign_ins::pages_beside_a_saturated_pool().await?;
            sign_ins::known_and_unknown().await?;
        }
        if wants("timing") {
            timing::known_and_fresh(&asked).await?;
        }
        Ok(())
    })
}
