//! A database that goes away: the site says so, and is back by itself.

use std::time::Duration;

use tokio::time::Instant;
use user_e2e::{Database, Demo, Kind, Proxy, Visitor, within};

use crate::crashes::assert_whole;
use crate::crowd::Crowd;

/// How long anybody may have to wait for an answer, whatever it is.
const ANSWERED_WITHIN: Duration = Duration::from_secs(15);
/// How soon the site must serve again once its database does.
const BACK_WITHIN: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn the_site_outlives_an_absent_postgres() {
    outlives(Kind::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_outlives_an_absent_mariadb() {
    outlives(Kind::MariaDb).await;
}

async fn outlives(kind: Kind) {
    let Some(database) = Database::fresh(kind).await else { return };
    let proxy = Proxy::to(database.server_address()).await;
    let setup = Demo::setup().on(&database).with("DATABASE__URL", &database.url_through(proxy.port));
    let site = setup.patient().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    let crowd = Crowd::registering(&site, 4);
    within(ANSWERED_WITHIN, "some register", async || (crowd.registered() >= 5).then_some(())).await;

    for round in 1..=3 {
        proxy.cut();
        assert_unavailable(&site, &ada).await;
        let told = ada.asks_for_json("/members").await;
        assert_eq!((told.status, told.header("content-type")), (503, Some("application/problem+json")));
        proxy.mend();
        let mended = Instant::now();
        within(BACK_WITHIN, "serving again", async || ada.is_signed_in().await.then_some(())).await;
        let known = crowd.registered();
        within(BACK_WITHIN, "registering again", async || (crowd.registered() > known).then_some(())).await;
        println!("{kind:?}, round {round}: all is well again {:?} after it was", mended.elapsed());
    }

    proxy.goes_dead();
    assert_unavailable(&site, &ada).await;
    proxy.mend();
    within(BACK_WITHIN, "serving again", async || ada.is_signed_in().await.then_some(())).await;
    let seen = crowd.stop().await;
    assert_eq!(seen.broken, Vec::<String>::new(), "every request is answered");
    println!("{kind:?}: {} registered, {} told to come back later", seen.registered.len(), seen.unavailable);
    assert_whole(&database, &seen.registered).await;
}

async fn assert_unavailable(site: &Demo, ada: &Visitor) {
    let began = Instant::now();
    let page = ada.opens("/members").await;
    let waited = began.elapsed();
    println!("an answer without a database after {waited:?}");
    assert_eq!(page.status, 503, "{}", page.body);
    assert!(waited < ANSWERED_WITHIN, "{waited:?}");
    assert!(page.header("retry-after").is_some() && !page.heading().is_empty(), "{}", page.body);
    assert_eq!(ada.opens("/healthz").await.status, 200);
    assert_eq!(ada.opens("/readyz").await.status, 503);
    assert_eq!(
        site.visitor("nobody").opens("/user/sign-in").await.status,
        200,
        "this page needs no database"
    );
}
