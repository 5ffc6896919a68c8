//! A visitor: a browser without a window, and somebody to type into it.

use std::sync::Arc;
use std::time::Duration;

use reqwest::cookie::{CookieStore, Jar};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use url::Url;

use crate::mailbox::Mailbox;
use crate::page::{Form, Page};

/// Somebody with a browser. Redirects are followed only where a test says so.
#[derive(Clone)]
pub struct Visitor {
    /// The name to register with; like the address, nobody else's.
    pub username: String,
    /// The address to register with.
    pub email: String,
    /// The password that is theirs now.
    pub password: String,
    /// Where their mails arrive.
    pub mailbox: Mailbox,
    /// How many of their mails they have read.
    pub read: usize,
    base: Url,
    client: Client,
    jar: Arc<Jar>,
    language: String,
    address: Option<String>,
}

impl Visitor {
    pub(crate) fn new(base: Url, name: &str, mailbox: Mailbox) -> Self {
        let mark = uuid::Uuid::new_v4().simple().to_string();
        let username = format!("{name}-{}", mark.get(..12).unwrap_or(&mark));
        let (client, jar) = browser();
        Self {
            email: format!("{username}@example.com"),
            username,
            password: "seven purple otters juggle".to_owned(),
            mailbox,
            read: 0,
            base,
            client,
            jar,
            language: "en".to_owned(),
            address: None,
        }
    }

    /// Who is called this, with an address to match.
    #[must_use]
    pub fn called(self, username: &str) -> Self {
        Self { username: username.to_owned(), email: format!("{username}@example.com"), ..self }
    }

    /// Whose name is written like this.
    #[must_use]
    pub fn with_username(self, username: impl Into<String>) -> Self {
        Self { username: username.into(), ..self }
    }

    /// Whose address is written like this.
    #[must_use]
    pub fn with_email(self, email: impl Into<String>) -> Self {
        Self { email: email.into(), ..self }
    }

    /// Whose password is this.
    #[must_use]
    pub fn with_password(self, password: impl Into<String>) -> Self {
        Self { password: password.into(), ..self }
    }

    /// Who wants to read this language.
    #[must_use]
    pub fn reading(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self
    }

    /// Who seems to come from this network address, where the demo trusts this machine as a proxy.
    #[must_use]
    pub fn from_address(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// The same person at another browser, where nobody is signed in.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        let (client, jar) = browser();
        Self { client, jar, ..self.clone() }
    }

    /// The same browser, in front of another process of the site.
    #[must_use]
    pub fn at(&self, base: &Url) -> Self {
        Self { base: base.clone(), ..self.clone() }
    }

    /// The cookies of this browser, as it sends them.
    pub fn cookies(&self) -> String {
        self.jar.cookies(&self.base).and_then(|all| all.to_str().map(str::to_owned).ok()).unwrap_or_default()
    }

    /// Takes over the cookies of another browser, as a thief would.
    pub fn steals(&self, cookies: &str) {
        cookies
            .split("; ")
            .for_each(|cookie| self.jar.add_cookie_str(&format!("{cookie}; Path=/"), &self.base));
    }

    /// The URL of a path, or of a link on this site.
    pub fn url(&self, to: &str) -> Url {
        self.base.join(to).unwrap()
    }

    /// Opens a page, and says how that went.
    pub async fn tries(&self, to: &str) -> Result<Page, reqwest::Error> {
        Page::of(self.manners(self.client.get(self.url(to))).send().await?).await
    }

    /// Opens a page.
    pub async fn opens(&self, to: &str) -> Page {
        self.tries(to).await.unwrap_or_else(|error| panic!("{to}: {error}"))
    }

    /// Opens a page and goes where it leads, to the end.
    pub async fn goes_to(&self, to: &str) -> Page {
        self.follows(self.opens(to).await).await
    }

    /// Goes where a page leads, to the end.
    pub async fn follows(&self, mut page: Page) -> Page {
        for _ in 0..10 {
            let Some(to) = page.location.clone() else { return page };
            page = self.opens(&to).await;
        }
        panic!("redirected for ever: {:?}", page.location)
    }

    /// Types into a form and sends it, and says how that went.
    pub async fn tries_to_send(&self, form: &Form, typed: &[(&str, &str)]) -> Result<Page, reqwest::Error> {
        let request = self.client.post(self.url(&form.action));
        Page::of(self.manners(request).form(&form.filled(typed)).send().await?).await
    }

    /// Types into a form and sends it.
    pub async fn sends(&self, form: &Form, typed: &[(&str, &str)]) -> Page {
        self.tries_to_send(form, typed).await.unwrap_or_else(|error| panic!("{}: {error}", form.action))
    }

    /// Opens a page, and types into its own form and sends it.
    pub async fn fills_in(&self, path: &str, typed: &[(&str, &str)]) -> Page {
        let page = self.goes_to(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let action = path.split('?').next().unwrap_or(path);
        self.sends(&page.form(action), typed).await
    }

    /// Opens a page as a program does.
    pub async fn asks_for_json(&self, to: &str) -> Page {
        let request = self.client.get(self.url(to)).header("accept", "application/json");
        Page::of(request.send().await.unwrap()).await.unwrap()
    }

    /// A request of any kind, with this browser's manners and cookies.
    pub fn request(&self, method: reqwest::Method, to: &str) -> RequestBuilder {
        self.manners(self.client.request(method, self.url(to)))
    }

    fn manners(&self, request: RequestBuilder) -> RequestBuilder {
        let request = request
            .header("accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
            .header("accept-language", &self.language);
        match &self.address {
            Some(address) => request.header("x-forwarded-for", address),
            None => request,
        }
    }
}

fn browser() -> (Client, Arc<Jar>) {
    let jar = Arc::new(Jar::default());
    let client = Client::builder()
        .cookie_provider(Arc::clone(&jar))
        .redirect(Policy::none())
        .user_agent("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0")
        .timeout(Duration::from_mins(1))
        .no_proxy()
        .build()
        .unwrap();
    (client, jar)
}
