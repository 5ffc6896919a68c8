//! Signed-in pages, against a bare handler that runs one joined statement.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use poem::endpoint::BoxEndpoint;
use poem::web::Data;
use poem::{Endpoint, EndpointExt, Request, Response, Route, handler};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use crate::report::{cpu_seconds, line, median, percentile, rate, title};
use crate::site::Site;

const CALLERS: usize = 8;
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 5;

const JOINED: &str = "SELECT s.id, s.expires_at, a.id, a.status, a.revision, e.address, e.confirmed_at, r.role \
     FROM user_session s JOIN user_account a ON a.id = s.user_id LEFT JOIN user_email e ON e.user_id = a.id \
     LEFT JOIN user_role r ON r.user_id = a.id WHERE s.id = ?";

#[derive(Clone)]
struct Key(Vec<u8>);

#[handler]
async fn joined(Data(database): Data<&DatabaseConnection>, Data(key): Data<&Key>) -> poem::Result<String> {
    let statement =
        Statement::from_sql_and_values(database.get_database_backend(), JOINED, [key.0.clone().into()]);
    let rows = database.query_all_raw(statement).await.map_err(poem::error::InternalServerError)?;
    let role = rows.first().and_then(|row| row.try_get_by_index::<String>(7).ok());
    Ok(role.unwrap_or_default())
}

fn bare_page(site: &Site) -> Arc<BoxEndpoint<'static, Response>> {
    let app =
        Route::new().at("/", joined.data(site.store.connection().clone()).data(Key(site.session.clone())));
    Arc::new(app.map_to_response().boxed())
}

async fn bare_rate(page: &Arc<BoxEndpoint<'static, Response>>) -> Result<f64> {
    let page = Arc::clone(page);
    let view = move |_| {
        let page = Arc::clone(&page);
        async move {
            let response = page.get_response(Request::builder().uri_str("/").finish()).await;
            anyhow::ensure!(response.status().is_success());
            Ok(())
        }
    };
    Ok(rate(CALLERS, ROUND, view).await?.0)
}

async fn page_rate(site: &Site) -> Result<(f64, Vec<Duration>)> {
    let (page, cookie) = (Arc::clone(&site.page), site.cookie.clone());
    let view = move |_| {
        let (page, cookie) = (Arc::clone(&page), cookie.clone());
        async move { Site::view(&page, &cookie).await }
    };
    rate(CALLERS, ROUND, view).await
}

/// Session, user, addresses and roles by one statement: how much of a bare handler's rate is left.
pub(crate) async fn against_a_bare_handler() -> Result<()> {
    title(
        "A signed-in page with a role check, against a bare handler with one joined statement (goal: 80 % or more)",
    );
    let site = Site::with(1_000).await?;
    let bare = bare_page(&site);
    let (mut ratios, mut work) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = cpu_seconds().unwrap_or_default();
        let limit = bare_rate(&bare).await?;
        let between = cpu_seconds().unwrap_or_default();
        let (ours, times) = page_rate(&site).await?;
        let end = cpu_seconds().unwrap_or_default();
        ratios.push(ours / limit);
        work.push(((between - start) / limit) / ((end - between) / ours));
        let p99 = percentile(&times, 99);
        line(
            "pages a second, bare handler, ratio, p99",
            &format!("{ours:.0} / {limit:.0} = {:.2}, {p99:?}", ours / limit),
        );
    }
    line("median ratio of the rates", &format!("{:.2}", median(ratios)));
    line("median ratio of the processor time per page", &format!("{:.2}", median(work)));
    Ok(())
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
