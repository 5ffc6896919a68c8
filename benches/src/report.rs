//! Measuring and telling.

use std::future::Future;
use std::time::{Duration, Instant};

use anyhow::Result;

/// What the clock says. Only benchmarks look at it.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// How many times a second `work` is done by `callers` at once, in a run of `time`, and how long each took.
pub(crate) async fn rate<F>(
    callers: usize,
    time: Duration,
    work: impl Fn(usize) -> F + Clone + Send + 'static,
) -> Result<(f64, Vec<Duration>)>
where
    F: Future<Output = Result<()>> + Send,
{
    let begun = now();
    let tasks = (0..callers).map(|caller| {
        let work = work.clone();
        tokio::spawn(async move {
            let mut took = Vec::new();
            while begun.elapsed() < time {
                let start = now();
                work(caller).await?;
                took.push(start.elapsed());
            }
            anyhow::Ok(took)
        })
    });
    let mut all = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        all.extend(task.await??);
    }
    let seconds = begun.elapsed().as_secs_f64();
    all.sort_unstable();
    Ok((count(all.len()) / seconds, all))
}

/// The value that `percent` of the sorted `times` do not exceed.
pub(crate) fn percentile(times: &[Duration], percent: usize) -> Duration {
    times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "a count of requests is far below 2^52")]
pub(crate) fn count(number: usize) -> f64 {
    number as f64
}

/// The middle of several ratios.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Resident memory of this process in MiB, where the system tells (Linux).
pub(crate) fn resident_mib() -> Option<f64> {
    resident_mib_of("self")
}

/// Resident memory of a process, by its number.
pub(crate) fn resident_mib_of(process: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}

/// Processor time a process has used, in seconds, where the system tells (Linux; its clock ticks a hundred times a
/// second). Unlike a rate, it does not suffer from what else the machine does.
pub(crate) fn cpu_seconds_of(process: &str) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
    Some((ticks.next()?.ok()? + ticks.next()?.ok()?) / 100.0)
}

pub(crate) fn title(text: &str) {
    println!("\n{text}");
}

pub(crate) fn line(what: &str, figure: &str) {
    println!("  {what:<58} {figure}");
}
