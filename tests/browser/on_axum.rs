//! A site on Axum, served to a real browser.

use std::future::pending;
use std::net::SocketAddr;

use axum::routing::get;
use axum::{Extension, Router};
use serde_json::Value;
use tokio::net::TcpListener;
use url::Url;
use user_core::domain::Requirement;
use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_e2e::Mailbox;
use user_render_handlebars::HandlebarsRenderer;
use user_testkit::{MemoryPictures, MemoryStore, PlainHasher, PlainPictureMaker};
use user_web_axum::{DevMailbox, Exchange, Problem, UserWeb, guard};

/// A page of the app's own, in the layout of the account pages.
const PAGE: &str = "{{#> layouts/page title=site.app_name}}<h1>Hello {{site.user}}</h1>{{/layouts/page}}";

/// It ends with the test.
pub(crate) struct OnAxum {
    pub(crate) base: Url,
}

impl OnAxum {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = Url::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
        let mailbox = DevMailbox::new();
        let users = users(&mailbox, &base);
        let courier = users.clone();
        tokio::spawn(async move { courier.run_courier(tokio::time::sleep, pending()).await });
        let web = UserWeb::new(users).mailbox(&mailbox);
        let app = web.clone().attach(routes().layer(Extension(web)));
        let service = app.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { base }
    }

    pub(crate) fn mailbox(&self) -> Mailbox {
        Mailbox::Page(self.base.join("/dev/mailbox.json").unwrap().into())
    }
}

fn users(mailbox: &DevMailbox, base: &Url) -> UserManager {
    let renderer = HandlebarsRenderer::builder().template("pages/own.html", PAGE).build().unwrap();
    let ports = Ports::new(MemoryStore::new(), mailbox.clone(), renderer, PlainHasher::new());
    UserManager::builder(ports, Secret::new("32 bytes that nobody else can know").unwrap())
        .pictures(MemoryPictures::new(), PlainPictureMaker)
        .configure(|settings| {
            base.as_str().trim_end_matches('/').clone_into(&mut settings.public_base_url);
            settings.features.multiple_emails = true;
        })
        .build()
        .unwrap()
}

fn routes() -> Router {
    Router::new()
        .route("/", get(page))
        .route("/members", get(page).layer(guard(Requirement::signed_in())))
        .route("/admin", get(page).layer(guard(Requirement::role("admin"))))
}

async fn page(
    exchange: Exchange,
    Extension(web): Extension<UserWeb>,
) -> Result<axum::response::Response, Problem> {
    web.page(&exchange, "own", Value::Null).await
}
