//! A browser without a screen: it keeps cookies, posts forms with the token it was shown, and goes where it is sent.

use std::collections::BTreeMap;
use std::net::IpAddr;

use cookie::Cookie;
use http::{HeaderMap, Method, Request, Uri};
use serde_json::Value;

use crate::driver::{self, App};
use crate::it::body::Body;
use crate::it::site::{PASSWORD, Site, address};

/// Somebody's browser. A clone is a copy of its cookies, as a thief has them.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) app: App,
    /// The cookies, by their whole names.
    pub(crate) jar: BTreeMap<String, String>,
    /// What it says with every request.
    pub(crate) headers: Vec<(String, String)>,
    /// The anti-forgery token of the latest page.
    pub(crate) token: String,
    /// Where it is.
    pub(crate) peer: IpAddr,
    /// The path that the proxy in front takes away.
    pub(crate) taken_away: &'static str,
}

impl Browser {
    pub(crate) fn new(site: &Site) -> Self {
        Self {
            app: site.app.clone(),
            jar: BTreeMap::new(),
            headers: Vec::new(),
            token: String::new(),
            peer: "192.0.2.1".parse().unwrap(),
            taken_away: "",
        }
    }

    pub(crate) fn saying(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A program: it asks for JSON.
    pub(crate) fn asking_for_json(self) -> Self {
        self.saying("accept", "application/json")
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    /// Posts a form with the token of the latest page.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token.clone();
        let fields: Vec<_> = [("csrf_token", token.as_str())].iter().chain(fields).copied().collect();
        self.post_bare(path, &fields).await
    }

    /// Posts a form with these fields alone.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form(fields);
        self.send(Method::POST, path, &[("content-type", FORM)], Body::from_string(body)).await
    }

    pub(crate) async fn send_json(&mut self, method: &str, path: &str, json: &str) -> Answer {
        let headers = [("content-type", "application/json")];
        self.send(method.parse().unwrap(), path, &headers, Body::from(json.to_owned())).await
    }

    /// Opens a page and posts its form to where the form says, with `next` and what else the form holds unseen.
    pub(crate) async fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await;
        self.submit(&page, fields).await
    }

    /// Posts the form of a page that is open, as [`fill`](Self::fill) does.
    pub(crate) async fn submit(&mut self, page: &Answer, fields: &[(&str, &str)]) -> Answer {
        let form = page.form();
        let given = |name: &str| fields.iter().any(|(given, _)| *given == name);
        let next = form["next"].as_str().map(|next| ("next", next));
        let unseen = form["hidden"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().unwrap()));
        let held: Vec<_> = next.into_iter().chain(unseen).filter(|(name, _)| !given(name)).collect();
        let action = form["action"].as_str().unwrap().to_owned();
        let fields: Vec<_> = held.iter().chain(fields).copied().collect();
        self.post(&action, &fields).await
    }

    /// Goes where it is sent, until it arrives.
    pub(crate) async fn follow(&mut self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            match answer.location() {
                Some(_) => answer = self.follow_once(&answer).await,
                None => return answer,
            }
        }
        panic!("sent from page to page for ever")
    }

    /// Goes where it is sent, one step.
    pub(crate) async fn follow_once(&mut self, answer: &Answer) -> Answer {
        let to = answer.location().expect("a redirect").to_owned();
        self.get(&to).await
    }

    /// Opens a mailed link and posts the form that it leads to.
    pub(crate) async fn fill_linked(&mut self, link: &str, fields: &[(&str, &str)]) -> Answer {
        let opened = self.get(link).await;
        let page = opened.location().expect("a redirect").to_owned();
        self.fill(&page, fields).await
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let is_post = method == Method::POST;
        let request = self.request(method, path, headers, body);
        let (parts, body) = driver::send(&self.app, request, self.peer).await.into_parts();
        let body = String::from_utf8(body.to_vec()).unwrap();
        let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, body };
        if is_post && path.contains("/user/") {
            assert_begins_by_redirect(&answer);
        }
        self.learn(&answer);
        answer
    }

    fn request(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let uri: Uri = path.strip_prefix(self.taken_away).unwrap().parse().unwrap();
        let mut builder = Request::builder().method(method).uri(uri);
        for (name, value) in own.chain(headers.iter().copied()) {
            builder = builder.header(name, value);
        }
        if !self.jar.is_empty() {
            let cookies: Vec<_> = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
            builder = builder.header("cookie", cookies.join("; "));
        }
        builder.body(body).unwrap()
    }

    fn learn(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            if cookie.max_age().is_some_and(cookie::time::Duration::is_zero) {
                self.jar.remove(cookie.name());
            } else {
                self.jar.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        if let Some(token) = answer.token() {
            self.token = token;
        }
    }

    /// The value of one of our cookies, whatever stands before its name, and whichever link it is for.
    pub(crate) fn cookie(&self, word: &str) -> Option<&str> {
        self.jar.iter().find(|(name, _)| is_named(name, word)).map(|(_, value)| value.as_str())
    }
}

/// What people do.
impl Browser {
    pub(crate) async fn registers(&mut self, name: &str) -> Answer {
        let email = address(name);
        let fields = [
            ("username", name),
            ("email", email.as_str()),
            ("password", PASSWORD),
            ("retype_password", PASSWORD),
        ];
        self.fill("/user/register", &fields).await
    }

    pub(crate) async fn signs_in(mut self, name: &str) -> Self {
        let answer = self.sign_in_with(name, PASSWORD).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        // Takes up the token of the session, and the notice.
        self.get("/page").await;
        self
    }

    pub(crate) async fn sign_in_with(&mut self, name: &str, password: &str) -> Answer {
        self.fill("/user/sign-in", &[("username", name), ("password", password)]).await
    }

    /// Whether a page for members lets this browser in.
    pub(crate) async fn is_signed_in(&mut self) -> bool {
        self.get("/members").await.status == 200
    }
}

/// A session begins with a redirect, which is kept for those who press twice.
#[track_caller]
fn assert_begins_by_redirect(answer: &Answer) {
    let begins = answer.set_cookie("session").is_some_and(|cookie| !cookie.contains("Max-Age=0"));
    assert!(!begins || answer.status == 303, "{} {}", answer.status, answer.body);
}

/// Whether a cookie is ours and of this name; that of a link has the link's key behind it.
fn is_named(name: &str, word: &str) -> bool {
    let Some((_, rest)) = name.split_once("user_") else { return false };
    rest == word || rest.strip_prefix(word).is_some_and(|key| key.len() == 9 && key.starts_with('_'))
}

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Fields as a browser posts them.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn location(&self) -> Option<&str> {
        self.header("location")
    }

    pub(crate) fn cookies(&self) -> Vec<Cookie<'static>> {
        let texts = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        texts.map(|text| Cookie::parse(text.to_owned()).unwrap()).collect()
    }

    /// The whole `Set-Cookie` of one of our cookies.
    pub(crate) fn set_cookie(&self, word: &str) -> Option<&str> {
        let texts = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        texts.into_iter().find(|text| is_named(text.split('=').next().unwrap(), word))
    }

    /// The name of the page's template, if it is a page.
    pub(crate) fn template(&self) -> Option<&str> {
        self.body.strip_prefix("pages/")?.split(".html [").next()
    }

    /// What the template was given.
    #[track_caller]
    pub(crate) fn data(&self) -> Value {
        self.try_data().unwrap_or_else(|| panic!("no page: {} {}", self.status, self.body))
    }

    fn try_data(&self) -> Option<Value> {
        self.template()?;
        let (_, data) = self.body.split_once("] ")?;
        serde_json::from_str(data).ok()
    }

    fn token(&self) -> Option<String> {
        self.try_data()?["site"]["csrf_token"].as_str().map(str::to_owned)
    }

    #[track_caller]
    pub(crate) fn form(&self) -> Value {
        self.data()["form"].clone()
    }

    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> Value {
        let form = self.form();
        let found = form["fields"].as_array().unwrap().iter().find(|field| field["name"] == name).cloned();
        found.unwrap_or_else(|| panic!("no field {name} in {form}"))
    }

    /// Every complaint about the form: the ids of the messages, those about the whole form first.
    #[track_caller]
    pub(crate) fn errors(&self) -> Vec<String> {
        let form = self.form();
        let of = |value: &Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|error| error["id"].as_str().unwrap().to_owned()).collect()
        };
        let fields = form["fields"].as_array().unwrap();
        of(&form["errors"]).into_iter().chain(fields.iter().flat_map(|field| of(&field["errors"]))).collect()
    }

    /// The ids of the one-time messages of the page.
    #[track_caller]
    pub(crate) fn notices(&self) -> Vec<String> {
        let data = self.data();
        let notices = data["site"]["notices"].as_array().unwrap();
        notices.iter().map(|notice| notice["message"]["id"].as_str().unwrap().to_owned()).collect()
    }

    /// The problem that the page tells of.
    #[track_caller]
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.template(), Some("problem"), "{} {}", self.status, self.body);
        let data = self.data();
        assert_eq!(data["problem"]["status"], self.status);
        let id = data["problem"]["title"]["id"].as_str().unwrap().to_owned();
        id.trim_start_matches("problem-").trim_end_matches("-title").to_owned()
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.body))
    }

    #[track_caller]
    pub(crate) fn assert_shows(&self, status: u16, template: &str) {
        assert_eq!((self.status, self.template()), (status, Some(template)), "{}", self.body);
    }

    /// Leads to a page that a mailed link is for, and says which link that is.
    #[track_caller]
    pub(crate) fn assert_leads_to_linked(&self, path: &str) {
        let to = self.location().unwrap_or_default();
        let (before, rest) = to.split_once("link=").unwrap_or((to, ""));
        let plain = format!("{before}{}", rest.get(8..).unwrap_or("no key").trim_start_matches('&'));
        assert_eq!((self.status, plain.trim_end_matches('?')), (303, path), "{to}");
    }

    #[track_caller]
    pub(crate) fn assert_leads_to(&self, path: &str) {
        assert_eq!((self.status, self.location()), (303, Some(path)), "{}", self.body);
    }
}
