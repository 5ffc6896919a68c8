//! Exporting what the site keeps about the user.

use crate::it::site::{HOUR, MINUTE, PASSWORD, Site};

const PAGE: &str = "/user/data";
const JSON: &str = "/user/data/data.json";
const ZIP: &str = "/user/data/data.zip";

#[tokio::test]
async fn the_page_is_not_there_where_nothing_is_exported() {
    let site = Site::with(|settings| settings.features.export_data = Some(false));
    let mut ada = site.signed_in("ada", &[]).await;

    for path in [PAGE, JSON] {
        assert_eq!(ada.get(path).await.problem(), "not-found");
    }
    assert_eq!(ada.post(PAGE, &[]).await.problem(), "not-found");
}

#[tokio::test]
async fn nobody_asks_or_fetches_without_being_signed_in_or_asks_without_a_token() {
    let site = Site::new();
    let mut stranger = site.browser();
    stranger.get("/user/sign-in").await;
    stranger.get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fdata");
    stranger.post(PAGE, &[]).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fdata");
    stranger.get(ZIP).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fdata%2Fdata.zip");

    let mut ada = site.signed_in("ada", &[]).await;
    let forged = ada.post_bare(PAGE, &[]).await;
    assert_eq!((forged.status, forged.problem()), (403, "csrf".to_owned()));
    assert_eq!(ada.get("/user/data/nonsense").await.problem(), "not-found");
    assert_eq!(ada.get(ZIP).await.problem(), "not-found");
    assert!(site.mails_to("ada").await.is_empty());
}

#[tokio::test]
async fn an_old_proof_is_asked_for_once_more() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    site.after(16 * MINUTE);

    ada.submit(&page, &[]).await.assert_shows(401, "confirm-identity");

    assert!(site.mails_to("ada").await.is_empty());
}

#[tokio::test]
async fn an_export_is_asked_for_mailed_and_fetched() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    page.assert_shows(200, "export-data");

    let first = ada.submit(&page, &[]).await;
    let second = ada.submit(&page, &[]).await;

    first.assert_leads_to(PAGE);
    second.assert_leads_to(PAGE);
    let waiting = ada.follow_once(&first).await;
    assert_eq!(waiting.notices(), ["notice-export-asked"]);
    assert!(waiting.data()["form"].is_null() && waiting.data()["zip"].is_null());
    assert_eq!(site.mails_to("ada").await, ["export_ready"]);
    let ready = ada.get(PAGE).await.data();
    assert_eq!((&ready["json"], &ready["zip"]), (&JSON.into(), &ZIP.into()));
    let json = ada.get(JSON).await;
    assert_eq!((json.status, json.header("content-type")), (200, Some("application/json")));
    assert_eq!(json.header("content-disposition"), Some("attachment; filename=\"data.json\""));
    assert_eq!(json.header("cache-control"), Some("no-store"));
    assert!(json.body.contains("\"ada@example.com\"") && !json.body.contains(PASSWORD));
    let mut eve = site.signed_in("eve", &[]).await;
    assert_eq!(eve.get(JSON).await.problem(), "not-found");
}

#[tokio::test]
async fn an_old_session_alone_fetches_nothing() {
    let site = Site::with(|settings| settings.lifetimes.fresh = HOUR);
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill(PAGE, &[]).await.assert_leads_to(PAGE);
    site.deliver().await;
    site.after(2 * HOUR);

    let answer = ada.get(JSON).await;

    answer.assert_leads_to("/user/sign-in?again=1&next=%2Fuser%2Fdata%2Fdata.json");
}
