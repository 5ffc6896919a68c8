//! Signed-in pages, against a bare handler that runs one joined statement.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use poem::endpoint::BoxEndpoint;
use poem::web::Data;
use poem::{Endpoint, EndpointExt, Request, Response, Route, handler};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use crate::report::{cpu_seconds, line, median, percentile, rate, title};
use crate::site::Site;
use crate::wire::Wire;

const CALLERS: usize = 8;
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 5;

/// What a page needs that knows who looks at it: user, addresses, roles and session.
const JOINED: &str = "SELECT r.role, a.id, a.username, a.password_hash, a.status, a.locale, a.time_zone, a.profile, \
     a.picture, a.device_epoch, a.created_at, a.revision, e.id, e.address, e.confirmed_at, e.primary_of, \
     s.generation, s.presented_at, s.created_at, s.last_seen_at, s.expires_at, s.persistent, s.proofs, s.user_agent, s.address \
     FROM user_session s JOIN user_account a ON a.id = s.user_id LEFT JOIN user_email e ON e.user_id = a.id \
     LEFT JOIN user_role r ON r.user_id = a.id WHERE s.id = ?";

/// As little as a role check can do with.
const LITTLE: &str = "SELECT r.role, s.expires_at, a.status FROM user_session s \
     JOIN user_account a ON a.id = s.user_id LEFT JOIN user_role r ON r.user_id = a.id WHERE s.id = ?";

#[derive(Clone)]
struct Question {
    text: &'static str,
    session: Vec<u8>,
}

#[handler]
async fn joined(
    Data(database): Data<&DatabaseConnection>,
    Data(asked): Data<&Question>,
) -> poem::Result<String> {
    let session = asked.session.clone().into();
    let statement = Statement::from_sql_and_values(database.get_database_backend(), asked.text, [session]);
    let rows = database.query_all_raw(statement).await.map_err(poem::error::InternalServerError)?;
    let role = rows.first().and_then(|row| row.try_get_by_index::<String>(0).ok());
    Ok(role.unwrap_or_default())
}

fn bare_page(site: &Site, text: &'static str) -> Arc<BoxEndpoint<'static, Response>> {
    let asked = Question { text, session: site.session.clone() };
    let app = Route::new().at("/", joined.data(site.store.connection().clone()).data(asked));
    Arc::new(app.map_to_response().boxed())
}

async fn page_rate(site: &Site) -> Result<(f64, Vec<Duration>)> {
    let (page, cookie) = (Arc::clone(&site.page), site.cookie.clone());
    let view = move |_| {
        let (page, cookie) = (Arc::clone(&page), cookie.clone());
        async move { Site::view(&page, &cookie).await }
    };
    rate(CALLERS, ROUND, view).await
}

/// How often a second two kinds of page are shown, round by round and one after the other, so that both meet the same
/// machine. Tells the median ratio of the rates, and that of the processor time for each page.
async fn compare<B, O, FB, FO>(bare: B, ours: O) -> Result<()>
where
    B: Fn(usize) -> FB + Clone + Send + 'static,
    O: Fn(usize) -> FO + Clone + Send + 'static,
    FB: Future<Output = Result<()>> + Send,
    FO: Future<Output = Result<()>> + Send,
{
    let (mut ratios, mut work) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = cpu_seconds().unwrap_or_default();
        let (limit, _) = rate(CALLERS, ROUND, bare.clone()).await?;
        let between = cpu_seconds().unwrap_or_default();
        let (reached, times) = rate(CALLERS, ROUND, ours.clone()).await?;
        let end = cpu_seconds().unwrap_or_default();
        ratios.push(reached / limit);
        work.push(((between - start) / limit) / ((end - between) / reached));
        let p99 = percentile(&times, 99);
        line(
            "pages a second, bare handler, ratio, p99",
            &format!("{reached:.0} / {limit:.0} = {:.2}, {p99:?}", reached / limit),
        );
    }
    line("median ratio of the rates", &format!("{:.2}", median(ratios)));
    line("median ratio of the processor time per page", &format!("{:.2}", median(work)));
    Ok(())
}

/// Session, user, addresses and roles by one statement: how much of a bare handler's requests a second is left.
pub(crate) async fn against_a_bare_handler() -> Result<()> {
    let kinds = [
        ("the same values by one joined statement (goal: 80 % or more)", JOINED),
        ("three values by one joined statement (to know)", LITTLE),
    ];
    let site = Site::with(1_000).await?;
    let cookie = format!("user_session={}", site.cookie);
    for (which, text) in kinds {
        title(&format!("A signed-in page with a role check, against a bare handler that reads {which}"));
        let bare = Wire::open(bare_page(&site, text), "/", &cookie, CALLERS).await?;
        let ours = Wire::open(Arc::clone(&site.page), "/members", &cookie, CALLERS).await?;
        let ask = |wire: Arc<Wire>| {
            move |caller| {
                let wire = Arc::clone(&wire);
                async move { wire.ask(caller).await }
            }
        };
        compare(ask(bare), ask(ours)).await?;
    }
    Ok(())
}

/// The same without a network between: a harder measure, for nothing but the handlers is counted.
pub(crate) async fn against_a_bare_handler_in_process() -> Result<()> {
    title("The same values, called within the process (to know)");
    let site = Site::with(1_000).await?;
    let (bare, page, cookie) = (bare_page(&site, JOINED), Arc::clone(&site.page), site.cookie.clone());
    let look = move |_| {
        let bare = Arc::clone(&bare);
        async move {
            let response = bare.get_response(Request::builder().uri_str("/").finish()).await;
            anyhow::ensure!(response.status().is_success());
            Ok(())
        }
    };
    let view = move |_| {
        let (page, cookie) = (Arc::clone(&page), cookie.clone());
        async move { Site::view(&page, &cookie).await }
    };
    compare(look, view).await
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
