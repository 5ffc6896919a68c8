//! A client with a cookie jar, and a site in memory behind the API.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt;
use user_testkit::story::Site;

use crate::api::api;

/// The answer to a request.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
}

impl Answer {
    /// The code of a problem document.
    pub(super) fn problem(&self) -> &str {
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(self.body["status"], self.status.as_u16());
        self.body["code"].as_str().unwrap()
    }
}

/// One browser.
pub(super) struct Client {
    pub(super) site: Site,
    pub(super) cookies: BTreeMap<String, String>,
}

impl Client {
    pub(super) fn of(site: &Site) -> Self {
        Self { site: site.clone(), cookies: BTreeMap::new() }
    }

    pub(super) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    pub(super) async fn post(&mut self, path: &str, body: Value) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request, Body::from(body.to_string())).await
    }

    pub(super) async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let jar: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let peer = SocketAddr::from(([192, 0, 2, 1], 40_000));
        let request = request.header(header::COOKIE, jar.join("; ")).extension(ConnectInfo(peer));
        let response = api(self.site.users.clone()).oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(set.to_str().unwrap());
        }
        let body = to_bytes(body, 1 << 20).await.unwrap();
        let body = serde_json::from_slice(&body).unwrap_or_default();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// The last part of the link in the latest mail.
    pub(super) async fn link_from_mail(&self, address: &str) -> String {
        self.site.delivers_mail().await;
        let link = self.site.mail.latest_link_to(address).unwrap();
        link.rsplit('/').next().unwrap().to_owned()
    }

    fn keep(&mut self, set: &str) {
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), "{set}");
        let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
        if value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
