use std::sync::Arc;

use poem::test::{TestClient, TestResponse};
use user_core::seal::Secret;
use user_core::settings::Settings;
use user_core::{Ports, UserManager};
use user_testkit::{FailingStore, MemoryStore, PlainHasher, PlainRenderer, SentMail};

use super::*;

fn web_on(store: FailingStore<MemoryStore>, settings: Settings) -> UserWeb {
    let ports = Ports {
        store: Arc::new(store),
        mailer: Arc::new(SentMail::new()),
        renderer: Arc::new(PlainRenderer::new()),
        hasher: Arc::new(PlainHasher::new()),
    };
    let users = UserManager::builder(ports, Secret::new([7; 32]).unwrap()).settings(settings);
    UserWeb::new(users.build().unwrap())
}

fn web() -> UserWeb {
    web_on(FailingStore::new(MemoryStore::new()), Settings::default())
}

fn app(routes: fn(&UserWeb) -> Route) -> App {
    App { routes: Some(Box::new(routes)), ..App::new("teahouse") }
}

async fn get_from(site: impl Endpoint, path: &str) -> TestResponse {
    TestClient::new(site).get(path).send().await
}

async fn status(client: &TestClient<impl Endpoint>, path: &str) -> u16 {
    client.get(path).send().await.0.status().as_u16()
}

#[tokio::test]
async fn a_route_of_the_app_where_monitors_ask_is_refused() {
    let app = app(|_| Route::new().at("/readyz", get(home)));

    assert!(site(&app, &web(), &Stop::new()).is_err());
}

#[tokio::test]
async fn it_is_ready_while_the_store_answers_and_nobody_told_it_to_stop() {
    let (store, stop) = (FailingStore::new(MemoryStore::new()), Stop::new());
    let web = web_on(store.clone(), Settings::default());
    let client = TestClient::new(site(&App::new("teahouse"), &web, &stop).unwrap());

    assert_eq!(status(&client, "/readyz").await, 200);
    store.break_down();
    assert_eq!((status(&client, "/readyz").await, status(&client, "/healthz").await), (503, 200));
    store.recover();
    assert_eq!(status(&client, "/readyz").await, 200);
    stop.now();
    assert_eq!((status(&client, "/readyz").await, status(&client, "/healthz").await), (503, 200));
}

#[tokio::test]
async fn without_routes_of_an_app_there_is_a_page_at_the_root() {
    let client = TestClient::new(site(&App::new("teahouse"), &web(), &Stop::new()).unwrap());

    assert_eq!(status(&client, "/nowhere").await, 404);
    assert_eq!((status(&client, "/").await, status(&client, "/user/register").await), (200, 200));
}

#[tokio::test]
async fn an_icon_and_rules_for_crawlers_are_there_unless_the_app_has_its_own() {
    let usual = || site(&App::new("teahouse"), &web(), &Stop::new()).unwrap();
    let own = app(|_| Route::new().at("/favicon.ico", get(healthz)));

    let posted = TestClient::new(usual()).post("/robots.txt").send().await;
    assert_ne!(posted.0.status(), StatusCode::OK);
    get_from(site(&own, &web(), &Stop::new()).unwrap(), "/favicon.ico").await.assert_text("ok\n").await;
    let icon = get_from(usual(), "/favicon.ico").await;
    icon.assert_status_is_ok();
    icon.assert_header("content-type", "image/x-icon");
    let crawlers = get_from(usual(), "/robots.txt").await;
    crawlers.assert_header("cache-control", "public, max-age=86400");
    crawlers.assert_text("User-agent: *\nDisallow: /user/\nDisallow: /dev/\n").await;
}

#[tokio::test]
async fn crawlers_are_told_where_the_account_pages_are_below_a_path() {
    let mut settings = Settings::default();
    "https://example.com/app/".clone_into(&mut settings.public_base_url);
    let web = web_on(FailingStore::new(MemoryStore::new()), settings);
    let site = site(&App::new("teahouse"), &web, &Stop::new()).unwrap();

    let crawlers = get_from(site, "/robots.txt").await;

    crawlers.assert_text("User-agent: *\nDisallow: /app/user/\nDisallow: /app/dev/\n").await;
}
