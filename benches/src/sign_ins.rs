//! What others notice of sign-ins.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Result;
use user_core::domain::Locale;
use user_core::flows::{SignInError, SignInForm, Visitor};

use crate::report::{line, now, percentile, rate, resident_mib, title};
use crate::site::{PASSWORD, Site};

const ROUND: Duration = Duration::from_secs(5);

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

async fn sign_in(site: &Site, name: &str, password: &str) -> Result<bool> {
    let form = SignInForm { identifier: name.into(), password: password.into(), remember_me: false };
    match site.users.sign_in(&form, &Visitor::unknown(Locale::english())).await {
        Ok(_) | Err(SignInError::Invalid(_)) => Ok(true),
        Err(SignInError::Failed(error)) if error.retry_after().is_some() => Ok(false),
        Err(error) => Err(error.into()),
    }
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
