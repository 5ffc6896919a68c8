//! The whole, under load: `cargo build --release -p demo && cargo run --release -p user-benches`.
//!
//! Every figure is a ratio against the limit that the same machine sets in the same run: a bare handler with one
//! joined statement, raw Argon2id with a kept buffer. Loads are bounded and stay inside this process.
#![expect(clippy::print_stdout, reason = "a report is printed")]

mod pages;
mod program;
mod report;
mod sign_ins;
mod site;

use anyhow::Result;

fn main() -> Result<()> {
    let million = std::env::args().all(|argument| argument != "--quick");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    program::start_and_memory()?;
    runtime.block_on(async {
        pages::against_a_bare_handler().await?;
        if million {
            pages::from_a_thousand_to_a_million().await?;
        }
        sign_ins::against_raw_argon2().await?;
        sign_ins::pages_beside_a_saturated_pool().await?;
        sign_ins::known_and_unknown().await
    })
}
