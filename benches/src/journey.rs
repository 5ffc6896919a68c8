//! A whole journey: register, confirm the address by the mailed link, sign in, sign out; each by forms on pages.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::{Browser, local};
use crate::limits;
use crate::process::{Process, get};
use crate::program::{Demo, PASSWORD, wait};
use crate::quick::Extent;
use crate::report::{count, line, median, title};
use crate::rounds::Round;
use crate::signing_in::hashes;
use crate::wire::Wire;

/// In how long all mails are written and taken over.
const MAILED: Duration = Duration::from_secs(1);

/// Against two raw hashes, for a journey cannot do with fewer: one is made, and one is verified.
pub(crate) fn against_two_hashes(extent: Extent) -> Result<()> {
    title("Register, confirm, sign in, sign out: all pages and the mail, against two raw hashes over HTTP");
    let folder = tempfile::tempdir()?;
    let (demo, raw) = (Demo::begin(&folder)?, limits::start(&["argon2"])?);
    let (mut cpu, mut waited, mut two) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..extent.rounds() {
        let Round { cpu: hash, .. } = hashes(&raw, extent.sign_ins())?;
        let (used, slept) = journeys(&demo, round, extent.journeys())?;
        cpu.push(used);
        waited.push(slept);
        two.push(2.0 * hash);
    }
    let (cpu, waited, two) = (median(cpu), median(waited), median(two));
    line(
        "processor time of a journey, of two hashes, ratio (goal: 1.25)",
        &format!("{cpu:.1} ms / {two:.1} ms = {:.2}", cpu / two),
    );
    line("time that one person waits for answers, one at a time", &format!("{waited:.1} ms"));
    Ok(())
}

/// Milliseconds that one journey costs the server, and that its traveller waits.
fn journeys(demo: &Demo, round: usize, number: usize) -> Result<(f64, f64)> {
    let server = demo.process();
    let before = server.cpu_seconds()?;
    let travellers = (0..number).map(|n| registered(server, &format!("traveller{round}x{n}")));
    let mut travellers = travellers.collect::<Result<Vec<_>>>()?;
    wait(MAILED);
    let registering = server.cpu_seconds()? - before;
    let mails = mails(server)?;
    let before = server.cpu_seconds()?;
    for (name, browser) in &mut travellers {
        let link = link(&mails, &format!("{name}@example.com"))?;
        goes_on(browser, name, &link)?;
    }
    let all = registering + server.cpu_seconds()? - before;
    let waited: Duration = travellers.iter().map(|(_, browser)| browser.waited).sum();
    Ok((all * 1_000.0 / count(number), waited.as_secs_f64() * 1_000.0 / count(number)))
}

fn registered(server: &Process, name: &str) -> Result<(String, Browser)> {
    let mut browser = Browser::new(server)?;
    let page = browser.open("/user/register")?;
    let email = format!("{name}@example.com");
    let typed =
        [("username", name), ("email", &email), ("password", PASSWORD), ("retype_password", PASSWORD)];
    browser.submit(&page, &typed)?;
    Ok((name.to_owned(), browser))
}

/// By the link in the mail, and then as everybody does every day.
fn goes_on(browser: &mut Browser, name: &str, link: &str) -> Result<()> {
    let page = browser.open(link)?;
    browser.submit(&page, &[])?;
    browser.comes_back_later();
    let page = browser.open("/user/sign-in")?;
    browser.submit(&page, &[("username", name), ("password", PASSWORD)])?;
    let page = browser.open("/user/sign-out")?;
    browser.submit(&page, &[])?;
    Ok(())
}

fn mails(server: &Process) -> Result<Vec<Value>> {
    let mut wire = Wire::open(server.address())?;
    let answer = wire.expect(200, get("/dev/mailbox.json", "").as_bytes())?;
    Ok(serde_json::from_slice(answer.body)?)
}

/// The link in the mail to this address.
fn link(mails: &[Value], address: &str) -> Result<String> {
    let text = |mail: &Value, key: &str| mail.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mail = mails.iter().find(|mail| text(mail, "to") == address).context("a mail did not come")?;
    let text = text(mail, "text");
    let link =
        text.split_whitespace().find(|word| word.starts_with("http")).context("a mail without a link")?;
    Ok(local(link).to_owned())
}
