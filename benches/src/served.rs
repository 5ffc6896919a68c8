//! Pages as the demo serves them: words, layout, header, notices, and a fresh token.

use anyhow::Result;
use tempfile::TempDir;

use crate::limits;
use crate::process::{Process, get};
use crate::program::{Demo, quickstart};
use crate::quick::Extent;
use crate::report::title;
use crate::rounds::{Round, in_turns, round};
use crate::wire::Wire;

const CALLERS: usize = 4;

/// Asks for one page again and again.
pub(crate) fn shown(server: &Process, extent: Extent, request: &str) -> Result<Round> {
    round(server, CALLERS, extent.round(), |wire: &mut Wire, _, _| {
        wire.expect(200, request.as_bytes())?;
        Ok(true)
    })
}

/// The page to sign in, for somebody who was never here, against a page of Poem that is written by hand.
pub(crate) fn sign_in_page(extent: Extent) -> Result<()> {
    title("The page to sign in as served, against a bare Poem page with a fresh token");
    let folder = tempfile::tempdir()?;
    let (demo, bare) = (Demo::begin(&folder)?, limits::start(&["poem"])?);
    let (ours, limit) = (get("/user/sign-in", ""), get("/", ""));
    in_turns(
        extent.rounds(),
        " (goal: 5, at most 8)",
        || shown(demo.process(), extent, &ours),
        || shown(&bare, extent, &limit),
    )?;
    Ok(())
}

/// A page for a role: session, user and role are read and the page is rendered for its reader.
pub(crate) fn role_page(extent: Extent) -> Result<()> {
    title("A page for a role as served, against one joined statement by SeaORM");
    let folder = tempfile::tempdir()?;
    let demo = Demo::with_somebody(&folder)?;
    let cookies = demo.signed_in()?.cookies();
    let bare = limits::start(&["statement", &database(&folder)])?;
    let (ours, limit) = (get("/admin", &cookies), get("/", ""));
    in_turns(
        extent.rounds(),
        " (goal: 2.5)",
        || shown(demo.process(), extent, &ours),
        || shown(&bare, extent, &limit),
    )?;
    Ok(())
}

fn database(folder: &TempDir) -> String {
    format!("sqlite://{}", folder.path().join("data/demo.sqlite").display())
}

/// The program of the quickstart on Axum against that on Poem.
pub(crate) fn axum_against_poem(extent: Extent) -> Result<()> {
    title("The page to sign in of the quickstarts: Axum against Poem (goal: within 5 %)");
    let (on_poem, on_axum) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let page = get("/user/sign-in", "");
    // Both want the same port, so one runs at a time.
    let asked = |program: &str, folder: &TempDir| {
        let server = quickstart(program, folder)?;
        shown(&server, extent, &page)
    };
    in_turns(extent.rounds(), "", || asked("quickstart-axum", &on_axum), || asked("quickstart", &on_poem))?;
    title("The same of a page written by hand (to know)");
    let (axum, poem) = (limits::start(&["axum"])?, limits::start(&["poem"])?);
    let page = get("/", "");
    in_turns(extent.rounds(), "", || shown(&axum, extent, &page), || shown(&poem, extent, &page))?;
    Ok(())
}
