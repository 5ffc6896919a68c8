//! A browser without a screen: it keeps cookies, and posts forms with the token it was shown.

use std::collections::BTreeMap;

use poem::http::header;
use poem::test::TestClient;
use poem::{EndpointExt, Response, endpoint::BoxEndpoint};
use user_testkit::story::Site;

use crate::house;

pub(crate) struct Browser {
    client: TestClient<BoxEndpoint<'static, Response>>,
    cookies: BTreeMap<String, String>,
    token: String,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) body: String,
}

impl Browser {
    pub(crate) fn of(site: &Site) -> Self {
        let client = TestClient::new(house::site(site.users.clone()).boxed());
        Self { client, cookies: BTreeMap::new(), token: String::new() }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.get_in(path, "en").await
    }

    pub(crate) async fn get_in(&mut self, path: &str, language: &str) -> Answer {
        let request = self.client.get(path).header(header::ACCEPT_LANGUAGE, language);
        let response = request.header(header::COOKIE, self.jar()).send().await.0;
        self.learn(response).await
    }

    /// Posts a form with the token of the latest page.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let all: Vec<_> = fields.iter().copied().chain([("csrf_token", self.token.as_str())]).collect();
        let request = self.client.post(path).form(&all);
        let response = request.header(header::COOKIE, self.jar()).send().await.0;
        self.learn(response).await
    }

    /// What every request carries.
    fn jar(&self) -> String {
        let jar = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        jar.collect::<Vec<_>>().join("; ")
    }

    async fn learn(&mut self, mut response: Response) -> Answer {
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        self.cookies.retain(|_, value| !value.is_empty());
        let location = response.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let status = response.status().as_u16();
        let body = response.take_body().into_string().await.unwrap();
        if let Some((_, rest)) = body.split_once(r#"name="csrf_token" value=""#) {
            rest.split('"').next().unwrap().clone_into(&mut self.token);
        }
        Answer { status, location: location.unwrap_or_default(), body }
    }
}
