//! Strangers who cost: what others notice of a hundred hostile clients, as ratios to rest.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::program::{Demo, Server, between, wait};
use crate::report::{line, now, percentile, title};

/// The argument that makes this program the hostile clients.
pub(crate) const PART: &str = "hostile-clients";
const JUDGED: &str = "judged";
const UNREAD: &str = "unread";
/// How long they have to open their connections.
const HEAD_START: Duration = Duration::from_millis(300);
/// They end by themselves, whatever becomes of the measurement.
const LONGEST: Duration = Duration::from_secs(30);
const CLIENTS: usize = 100;
const CALLERS: usize = 4;
const ROUND: Duration = Duration::from_secs(5);
/// What zxcvbn, left alone, reads in thousands of ways for seconds.
const SIGNS: &str = "|{t%61<!49+78[@cf(0$";

/// `/healthz` and a signed-in page, at rest and beside those who send a hundred hostile signs or do not read.
pub(crate) async fn strangers() -> Result<()> {
    tokio::task::spawn_blocking(measure).await?
}

fn measure() -> Result<()> {
    title("Others beside a hundred hostile clients (goal: p99 within 3 times)");
    let folder = tempfile::tempdir()?;
    let demo = Demo::with_somebody(&folder)?;
    let session = demo.signed_in()?.cookies();
    let signed_in = format!("GET /user/profile HTTP/1.1\r\nCookie: {session}\r\n");
    let pages = [("/healthz", "GET /healthz HTTP/1.1\r\n"), ("a signed-in page", signed_in.as_str())];
    for (name, head) in pages {
        let rest = p99(&demo, head)?;
        let judged = beside(&demo, JUDGED, || p99(&demo, head))?;
        let unread = beside(&demo, UNREAD, || p99(&demo, head))?;
        let ratio =
            |busy: Duration| format!("{busy:?} / {rest:?} = {:.2}", busy.as_secs_f64() / rest.as_secs_f64());
        line(&format!("{name}: p99 beside hostile passwords, at rest"), &ratio(judged));
        line(&format!("{name}: p99 beside clients that never read, at rest"), &ratio(unread));
    }
    Ok(())
}

fn p99(demo: &Demo, head: &str) -> Result<Duration> {
    let begun = now();
    let caller = || {
        let mut took = Vec::new();
        while begun.elapsed() < ROUND {
            let start = now();
            demo.asks(head, "")?;
            took.push(start.elapsed());
        }
        anyhow::Ok(took)
    };
    let mut all = std::thread::scope(|callers| {
        let callers: Vec<_> = (0..CALLERS).map(|_| callers.spawn(caller)).collect();
        callers.into_iter().try_fold(Vec::new(), |mut all, caller| {
            all.extend(caller.join().map_err(|_| anyhow::anyhow!("a caller panicked"))??);
            anyhow::Ok(all)
        })
    })?;
    all.sort_unstable();
    Ok(percentile(&all, 99))
}

/// Measures while a hundred clients do what `way` says. They are a program of their own, at the lowest priority: hostile
/// clients have machines of their own, and take no processor from the demo but by what they ask of it.
fn beside(demo: &Demo, way: &str, measured: impl FnOnce() -> Result<Duration>) -> Result<Duration> {
    let mut command = Command::new("nice");
    command.args(["-n", "19"]).arg(std::env::current_exe()?).args([PART, way, &demo.port().to_string()]);
    let mut clients = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    wait(HEAD_START);
    let found = measured();
    let ended_early = clients.try_wait()?.is_some();
    let _ = clients.kill();
    clients.wait()?;
    ensure!(!ended_early, "the hostile clients ended before the measurement did");
    found
}

/// The program of the hostile clients: the way and the port of the demo follow [`PART`].
pub(crate) fn clients(arguments: &[String]) -> Result<()> {
    let [way, port] = arguments else { bail!("{PART} wants a way and a port") };
    let demo = Server::at(port.parse()?);
    let hostile = match way.as_str() {
        JUDGED => judged,
        UNREAD => never_reads,
        other => bail!("nobody is hostile in the way {other:?}"),
    };
    let over = AtomicBool::new(false);
    std::thread::scope(|clients| {
        for _ in 0..CLIENTS {
            clients.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    // Whatever the demo does to them is right.
                    let _ = hostile(&demo, &over);
                }
            });
        }
        wait(LONGEST);
        over.store(true, Ordering::Relaxed);
    });
    Ok(())
}

/// A form to register with, and questions of the meter, full of hostile signs.
fn judged(demo: &Server, over: &AtomicBool) -> Result<()> {
    let page = demo.get("/user/register")?;
    let cookie = between(&page, "set-cookie: ", ";").context("a page without a cookie")?;
    let token = between(&page, "name=\"csrf_token\" value=\"", "\"").context("a form without a token")?;
    let signs = SIGNS.bytes().fold(String::new(), |text, byte| format!("{text}%{byte:02x}")).repeat(5);
    let body = format!("csrf_token={token}&password={signs}");
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    while !over.load(Ordering::Relaxed) {
        for path in ["/user/register", "/user/password-strength"] {
            let length = body.len();
            let head =
                format!("POST {path} HTTP/1.1\r\n{kind}Cookie: {cookie}\r\nContent-Length: {length}\r\n");
            demo.asks(&head, &body)?;
        }
    }
    Ok(())
}

fn never_reads(demo: &Server, over: &AtomicBool) -> Result<()> {
    let mut stream = demo.connect()?;
    stream.set_write_timeout(Some(Duration::from_millis(200)))?;
    let asks = "GET /user/register HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(16);
    while !over.load(Ordering::Relaxed) {
        if let Err(error) = stream.write_all(asks.as_bytes())
            && !matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
        {
            return Err(error.into());
        }
    }
    Ok(())
}
