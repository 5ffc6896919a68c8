//! Signing in, against raw Argon2id with one kept buffer per core.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Result;
use argon2::{Argon2, Block};
use user_core::domain::Locale;
use user_core::flows::{SignInError, SignInForm, Visitor};

use crate::report::{count, line, median, now, percentile, rate, resident_mib, title};
use crate::site::{PASSWORD, Site};

const ROUND: Duration = Duration::from_secs(5);
const ROUNDS: usize = 3;

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Hashes a second of the algorithm alone: a thread per core, each with its own buffer, kept.
fn raw_rate() -> f64 {
    let begun = now();
    let threads = (0..cores()).map(|_| {
        std::thread::spawn(move || {
            let argon2 = Argon2::default();
            let mut memory = vec![Block::default(); argon2.params().block_count()];
            let (mut out, mut done) = ([0; 32], 0_usize);
            while begun.elapsed() < ROUND {
                let hashed = argon2.hash_password_into_with_memory(
                    PASSWORD.as_bytes(),
                    &[7; 16],
                    &mut out,
                    &mut memory,
                );
                done += usize::from(hashed.is_ok());
            }
            done
        })
    });
    let done: usize = threads.collect::<Vec<_>>().into_iter().filter_map(|thread| thread.join().ok()).sum();
    count(done) / begun.elapsed().as_secs_f64()
}

async fn sign_in(site: &Site, name: &str, password: &str) -> Result<bool> {
    let form = SignInForm { identifier: name.into(), password: password.into(), remember_me: false };
    match site.users.sign_in(&form, &Visitor::unknown(Locale::english())).await {
        Ok(_) | Err(SignInError::Invalid(_)) => Ok(true),
        Err(SignInError::Failed(error)) if error.retry_after().is_some() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Whole sign-ins: throttles, look-up, verification, session, event, commit.
pub(crate) async fn against_raw_argon2() -> Result<()> {
    title(
        "Sign-ins, against raw Argon2id with one kept buffer per core (goal: 95 % or more; memory under 64 MiB)",
    );
    let site = Arc::new(Site::with(1_000).await?);
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let limit = tokio::task::spawn_blocking(raw_rate).await?;
        let subject = Arc::clone(&site);
        let work = move |_| {
            let site = Arc::clone(&subject);
            async move { sign_in(&site, "ada", PASSWORD).await.map(|_| ()) }
        };
        let (ours, _) = rate(cores() * 2, ROUND, work).await?;
        ratios.push(ours / limit);
        line(
            "sign-ins a second, raw hashes, ratio",
            &format!("{ours:.1} / {limit:.1} = {:.2}", ours / limit),
        );
    }
    line("median ratio", &format!("{:.2}", median(ratios)));
    if let Some(mib) = resident_mib() {
        line("resident memory after it (this process, with the raw run's)", &format!("{mib:.0} MiB"));
    }
    Ok(())
}

/// Signed-in pages while far more people sign in than the pool can take.
pub(crate) async fn pages_beside_a_saturated_pool() -> Result<()> {
    title("A signed-in page while the hash pool is saturated (goal: p99 within 3 times)");
    let site = Arc::new(Site::with(1_000).await?);
    let view = |site: Arc<Site>| {
        move |_| {
            let site = Arc::clone(&site);
            async move {
                tokio::time::sleep(Duration::from_millis(2)).await;
                Site::view(&site.page, &site.cookie).await
            }
        }
    };
    let (_, calm) = rate(4, ROUND, view(Arc::clone(&site))).await?;
    let over = Arc::new(AtomicBool::new(false));
    let flood: Vec<_> = (0..cores() * 50)
        .map(|_| {
            let (site, over) = (Arc::clone(&site), Arc::clone(&over));
            tokio::spawn(async move {
                let (mut taken, mut turned_away) = (0, 0);
                while !over.load(Ordering::Relaxed) {
                    if sign_in(&site, "ada", PASSWORD).await? {
                        taken += 1;
                    } else {
                        turned_away += 1;
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                }
                anyhow::Ok((taken, turned_away))
            })
        })
        .collect();
    let (_, busy) = rate(4, ROUND, view(Arc::clone(&site))).await?;
    over.store(true, Ordering::Relaxed);
    let mut totals = (0, 0);
    for task in flood {
        let (taken, turned_away) = task.await??;
        totals = (totals.0 + taken, totals.1 + turned_away);
    }
    let (calm, busy) = (percentile(&calm, 99), percentile(&busy, 99));
    line("p99 calm, p99 saturated (with the 2 ms between views)", &format!("{calm:?}, {busy:?}"));
    line("ratio", &format!("{:.2}", busy.as_secs_f64() / calm.as_secs_f64()));
    line("sign-ins taken, turned away with a time to come back", &format!("{}, {}", totals.0, totals.1));
    if let Some(mib) = resident_mib() {
        line("resident memory after it", &format!("{mib:.0} MiB"));
    }
    Ok(())
}

/// A name that exists and one that does not, in turn, both with a wrong password.
pub(crate) async fn known_and_unknown() -> Result<()> {
    title("A wrong password for a known and for an unknown user, interleaved (goal: indistinguishable)");
    let site = Site::with(1_000).await?;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..200 {
        for (name, times) in [("ada", &mut known), ("nobody", &mut unknown)] {
            let start = now();
            sign_in(&site, name, "not the password").await?;
            times.push(start.elapsed());
        }
    }
    known.sort_unstable();
    unknown.sort_unstable();
    let (known, unknown) = (percentile(&known, 50), percentile(&unknown, 50));
    line("median known, median unknown", &format!("{known:?}, {unknown:?}"));
    line("ratio", &format!("{:.3}", known.as_secs_f64() / unknown.as_secs_f64()));
    Ok(())
}
