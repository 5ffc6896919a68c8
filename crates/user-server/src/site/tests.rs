use std::sync::Arc;

use poem::test::TestClient;
use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_testkit::{FailingStore, MemoryStore, PlainHasher, PlainRenderer, SentMail};

use super::*;

fn site_on(store: FailingStore<MemoryStore>, stop: &Stop) -> TestClient<impl Endpoint + use<>> {
    let ports = Ports {
        store: Arc::new(store),
        mailer: Arc::new(SentMail::new()),
        renderer: Arc::new(PlainRenderer::new()),
        hasher: Arc::new(PlainHasher::new()),
    };
    let users = UserManager::builder(ports, Secret::new([7; 32]).unwrap()).build().unwrap();
    TestClient::new(site(&UserWeb::new(users), stop))
}

async fn status(client: &TestClient<impl Endpoint>, path: &str) -> u16 {
    client.get(path).send().await.0.status().as_u16()
}

#[tokio::test]
async fn it_is_ready_while_the_store_answers_and_nobody_told_it_to_stop() {
    let (store, stop) = (FailingStore::new(MemoryStore::new()), Stop::new());
    let client = site_on(store.clone(), &stop);

    assert_eq!(status(&client, "/readyz").await, 200);
    store.break_down();
    assert_eq!((status(&client, "/readyz").await, status(&client, "/healthz").await), (503, 200));
    store.recover();
    assert_eq!(status(&client, "/readyz").await, 200);
    stop.now();
    assert_eq!((status(&client, "/readyz").await, status(&client, "/healthz").await), (503, 200));
}

#[tokio::test]
async fn pages_that_ask_for_something_are_not_shown_to_strangers() {
    let client = site_on(FailingStore::new(MemoryStore::new()), &Stop::new());

    assert_eq!(status(&client, "/").await, 200);
    for path in ["/members", "/admin", "/special"] {
        assert_eq!(status(&client, path).await, 303, "{path}");
    }
}
