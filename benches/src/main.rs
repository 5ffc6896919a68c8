//! The whole, under load: `cargo run --release -p user-benches` builds what it measures, and measures it.
//!
//! Every figure is told beside the limit that the same machine sets in the same run, asked in turns by the same client: a
//! page written by hand, raw Argon2id, one joined statement. The limits are programs of their own in `limits/`, built
//! with the plain release profile; ours is the demo as a process. Loads are bounded and stay on this machine.
//!
//! `--quick` takes fewer and shorter rounds, and leaves out the million users. `--no-build` measures what is built.
//! The names of parts (see [`PARTS`]) run these alone.
#![expect(clippy::print_stdout, reason = "a report is printed")]

mod browser;
mod hostile;
mod importing;
mod journey;
mod limits;
mod memory;
mod million;
mod process;
mod program;
mod quick;
mod report;
mod rounds;
mod served;
mod sign_ins;
mod signing_in;
mod site;
mod timing;
mod wire;

use anyhow::Result;

use crate::quick::Extent;

/// What can be run alone: `build` does nothing but build.
const PARTS: [&str; 10] =
    ["build", "start", "pages", "axum", "hash", "sign-ins", "journey", "memory", "strangers", "timing"];
/// The same, of what takes minutes.
const LONG: [&str; 2] = ["million", "import"];

fn main() -> Result<()> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let Some((hostile::PART, rest)) = asked.split_first().map(|(part, rest)| (part.as_str(), rest)) {
        return hostile::clients(rest);
    }
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let extent = if asked.contains(&"--quick") { Extent::Quick } else { Extent::Whole };
    let named: Vec<&str> =
        asked.iter().copied().filter(|word| PARTS.contains(word) || LONG.contains(word)).collect();
    let wants = |part: &str| {
        named.contains(&part) || (named.is_empty() && (extent == Extent::Whole || !LONG.contains(&part)))
    };
    if !asked.contains(&"--no-build") {
        limits::build()?;
    }
    of_processes(extent, wants)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(within_this_process(&asked, wants))
}

/// The demo and the limits, asked over HTTP.
fn of_processes(extent: Extent, wants: impl Fn(&str) -> bool) -> Result<()> {
    if wants("start") {
        program::start_up()?;
    }
    if wants("pages") {
        served::sign_in_page(extent)?;
        served::role_page(extent)?;
    }
    if wants("axum") {
        served::axum_against_poem(extent)?;
    }
    if wants("hash") {
        signing_in::one_hash(extent)?;
    }
    if wants("sign-ins") {
        signing_in::against_raw_argon2(extent)?;
    }
    if wants("journey") {
        journey::against_two_hashes(extent)?;
    }
    if wants("memory") {
        memory::of_the_demo(extent)?;
    }
    Ok(())
}

/// What needs a site of its own making, or takes long.
async fn within_this_process(asked: &[&str], wants: impl Fn(&str) -> bool) -> Result<()> {
    if wants("million") {
        million::from_a_thousand_to_a_million().await?;
    }
    if wants("import") {
        importing::a_million_users().await?;
    }
    if wants("strangers") {
        hostile::strangers().await?;
        sign_ins::pages_beside_a_saturated_pool().await?;
    }
    if wants("timing") {
        sign_ins::known_and_unknown().await?;
        let asked: Vec<String> = asked.iter().map(ToString::to_string).collect();
        timing::known_and_fresh(&asked).await?;
    }
    Ok(())
}
