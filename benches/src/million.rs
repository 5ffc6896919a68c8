//! A signed-in page with a million users in the database.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;

use crate::report::{line, median, rate, title};
use crate::site::Site;

const CALLERS: usize = 8;
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 5;

async fn page_rate(site: &Site) -> Result<(f64, Vec<Duration>)> {
    let (page, cookie) = (Arc::clone(&site.page), site.cookie.clone());
    let view = move |_| {
        let (page, cookie) = (Arc::clone(&page), cookie.clone());
        async move { Site::view(&page, &cookie).await }
    };
    rate(CALLERS, ROUND, view).await
}

/// The same page with a thousand times as many users in the database.
pub(crate) async fn from_a_thousand_to_a_million() -> Result<()> {
    title("The same page with 1,000 and with 1,000,000 users (goal: within 10 %)");
    let (few, many) = (Site::with(1_000).await?, Site::with(1_000_000).await?);
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let ((small, _), (large, _)) = (page_rate(&few).await?, page_rate(&many).await?);
        ratios.push(large / small);
        line(
            "pages a second, million, thousand, ratio",
            &format!("{large:.0} / {small:.0} = {:.2}", large / small),
        );
    }
    line("median ratio", &format!("{:.2}", median(ratios)));
    Ok(())
}
