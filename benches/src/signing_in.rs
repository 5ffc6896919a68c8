//! Signing in at the demo as a process, against raw Argon2id that is asked over HTTP by the same client.

use std::time::Duration;

use anyhow::Result;
use argon2::{Argon2, Block};

use crate::browser::Browser;
use crate::limits;
use crate::process::{Process, post};
use crate::program::{CREDENTIALS, Demo, PASSWORD};
use crate::quick::Extent;
use crate::report::{line, median, now, title};
use crate::rounds::{Round, in_turns, round};
use crate::wire::Wire;

const CALLERS: usize = 4;
const PATIENCE: Duration = Duration::from_mins(1);

/// What a browser has of earlier visits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Device {
    /// The mark of an earlier sign-in: the usual case.
    Known,
    /// Nothing: a mail is written to the owner.
    New,
}

/// The posted form only; pages and limits come before.
pub(crate) fn against_raw_argon2(extent: Extent) -> Result<()> {
    for (device, name) in [(Device::Known, "a known device"), (Device::New, "a new device, with its mail")] {
        title(&format!("Sign-ins from {name}, against raw Argon2id over HTTP (goal: 95 % of the rate)"));
        let folder = tempfile::tempdir()?;
        let (demo, raw) = (Demo::with_somebody(&folder)?, limits::start(&["argon2"])?);
        let mark = demo.signed_in()?.mark().filter(|_| device == Device::Known);
        in_turns(
            extent.rounds(),
            "",
            || posted(demo.process(), &forms(&demo, mark.as_ref(), extent.sign_ins())?, 303),
            || hashes(&raw, extent.sign_ins()),
        )?;
    }
    Ok(())
}

/// Raw hashes, asked for over HTTP.
pub(crate) fn hashes(raw: &Process, number: usize) -> Result<Round> {
    posted(raw, &vec![post("/", "", PASSWORD); number], 303)
}

/// Forms that are filled in and not sent yet, each by a browser of its own that carries this mark of an earlier sign-in.
pub(crate) fn forms(demo: &Demo, mark: Option<&(String, String)>, number: usize) -> Result<Vec<String>> {
    let mut browser = Browser::new(demo.process())?;
    let filled = (0..number).map(|_| {
        browser.forget();
        browser.carry(mark.cloned());
        let page = browser.open("/user/sign-in")?;
        Ok(browser.filled(&page, &CREDENTIALS)?.1)
    });
    filled.collect()
}

/// Sends each request once, several at a time.
pub(crate) fn posted(server: &Process, requests: &[String], status: u16) -> Result<Round> {
    round(server, CALLERS, PATIENCE, |wire: &mut Wire, caller, asked| {
        let Some(request) = requests.get(asked * CALLERS + caller) else { return Ok(false) };
        wire.expect(status, request.as_bytes())?;
        Ok(true)
    })
}

/// One hash on one thread: in the profile that ours is built with, in the plain release profile, and by the crate
/// behind the feature `simd`.
pub(crate) fn one_hash(extent: Extent) -> Result<()> {
    title("One hash on one thread: this profile against plain release (goal: within 5 %), and with SIMD");
    let seconds = extent.round().as_secs_f64();
    let (mut ours, mut plain, mut simd) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..extent.rounds() {
        ours.push(hash_here(extent.round())?);
        plain.push(limits::hash("hash", seconds)?);
        simd.push(limits::hash("hash-simd", seconds)?);
    }
    let (ours, plain, simd) = (median(ours), median(plain), median(simd));
    line(
        "this profile, plain release, ratio",
        &format!("{ours:.1} ms / {plain:.1} ms = {:.2}", ours / plain),
    );
    line("with SIMD, plain release, ratio", &format!("{simd:.1} ms / {plain:.1} ms = {:.2}", simd / plain));
    Ok(())
}

fn hash_here(time: Duration) -> Result<f64> {
    let argon2 = Argon2::default();
    let mut memory = vec![Block::default(); argon2.params().block_count()];
    let mut hash = || {
        let (password, mut tag) = (PASSWORD.as_bytes(), [0; 32]);
        argon2.hash_password_into_with_memory(password, &[7; 16], &mut tag, &mut memory)
    };
    let failed = |error| anyhow::anyhow!("{error}");
    hash().map_err(failed)?;
    let (begun, mut hashes) = (now(), 0_u32);
    while begun.elapsed() < time {
        hash().map_err(failed)?;
        hashes += 1;
    }
    Ok(begun.elapsed().as_secs_f64() * 1_000.0 / f64::from(hashes))
}
