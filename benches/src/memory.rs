//! Memory of the demo as a process: at rest, after loads, and whether it grows.

use std::time::Duration;

use anyhow::Result;

use crate::process::{Process, get, post};
use crate::program::{Demo, PASSWORD, wait};
use crate::quick::Extent;
use crate::report::{line, title};
use crate::rounds::round;
use crate::served::shown;
use crate::signing_in::{forms, posted};
use crate::wire::Wire;

const ROUNDS: usize = 10;
/// Longer than the hasher keeps memory that nobody needs.
const QUIET: Duration = Duration::from_secs(40);

/// Ten rounds of pages, of sign-ins and of forms that are refused, by more people at once than there are cores.
pub(crate) fn of_the_demo(extent: Extent) -> Result<()> {
    title("Memory of the demo, its program file included (proportional set size)");
    let folder = tempfile::tempdir()?;
    let demo = Demo::with_somebody(&folder)?;
    let server = demo.process();
    let browser = demo.signed_in()?;
    wait(QUIET);
    line("at rest (goal: 24 MiB)", &mib(server.memory()?));
    let rounds = if extent == Extent::Quick { 3 } else { ROUNDS };
    let mut after = Vec::new();
    for _ in 0..rounds {
        load(&demo, extent, &browser.cookies())?;
        after.push(server.memory()?);
    }
    let last = after.last().copied().unwrap_or_default();
    line("right after all loads (goal: 64 MiB)", &mib(last));
    let all: Vec<_> = after.iter().map(|mib| format!("{mib:.0}")).collect();
    line("after each round (goal: steady)", &format!("{} MiB", all.join(", ")));
    wait(QUIET);
    line("40 s later", &mib(server.memory()?));
    Ok(())
}

fn load(demo: &Demo, extent: Extent, cookies: &str) -> Result<()> {
    let server = demo.process();
    for page in ["/user/sign-in", "/user/register", "/user/forgot-password"] {
        shown(server, extent, &get(page, ""))?;
    }
    for page in ["/admin", "/user/profile", "/user/edit-profile", "/user/sessions"] {
        shown(server, extent, &get(page, cookies))?;
    }
    posted(server, &forms(demo, None, extent.sign_ins())?, 303)?;
    refused(server, extent)
}

/// Forms that nobody showed, from forty connections at once.
fn refused(server: &Process, extent: Extent) -> Result<()> {
    let request =
        post("/user/sign-in", "", &format!("username=nobody&password={PASSWORD}").replace(' ', "+"));
    round(server, 40, extent.round(), |wire: &mut Wire, _, _| {
        wire.ask(request.as_bytes())?;
        Ok(true)
    })?;
    Ok(())
}

fn mib(figure: f64) -> String {
    format!("{figure:.1} MiB")
}
