//! A headless browser, and what a person does with it.

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::Url;
use user_e2e::until;

use crate::driver::Driver;

/// Without these a headless browser in a container looks for the world outside.
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// More presses of the tab key than any page of ours has stops.
const TABS_MAX: usize = 60;

pub(crate) struct Browser {
    client: Client,
    base: Url,
}

/// How a browser is set up.
#[derive(Clone, Copy)]
pub(crate) struct Manners {
    pub(crate) language: &'static str,
    pub(crate) javascript: bool,
}

impl Browser {
    pub(crate) async fn open(driver: &Driver, base: &Url, manners: Manners) -> Self {
        let scripts = if manners.javascript { 1 } else { 2 };
        let preferences = json!({
            "intl.accept_languages": manners.language,
            "profile.managed_default_content_settings.javascript": scripts,
            "credentials_enable_service": false,
            "profile.password_manager_leak_detection": false,
        });
        let options = json!({ "args": ARGUMENTS, "prefs": preferences });
        let capabilities = [("goog:chromeOptions".to_owned(), options)].into_iter().collect();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&driver.url).await.expect("no browser");
        Self { client, base: base.clone() }
    }

    pub(crate) async fn close(self) {
        self.client.close().await.unwrap();
    }

    /// Opens a page of the site, or a whole link.
    pub(crate) async fn goes_to(&self, page: &str) {
        self.client.goto(self.base.join(page).unwrap().as_str()).await.unwrap();
    }

    pub(crate) async fn path(&self) -> String {
        self.client.current_url().await.unwrap().path().to_owned()
    }

    /// Waits until the page at `path` is there, and says what stands in its main part.
    pub(crate) async fn arrives_at(&self, path: &str) -> String {
        until(&format!("the page {path}"), async || {
            let here = self.client.current_url().await.ok()?;
            if here.path() != path {
                return None;
            }
            self.client.find(Locator::Css("main")).await.ok()?.text().await.ok()
        })
        .await
    }

    /// Waits until there is something that fits the selector.
    pub(crate) async fn shows(&self, selector: &str) {
        until(&format!("a page with {selector}"), async || {
            self.client.find(Locator::Css(selector)).await.ok().map(drop)
        })
        .await;
    }

    /// Forgets who it is.
    pub(crate) async fn loses_cookies(&self) {
        self.client.delete_all_cookies().await.unwrap();
    }

    /// Chooses from a list.
    pub(crate) async fn selects(&self, selector: &str, value: &str) {
        self.client.find(Locator::Css(selector)).await.unwrap().select_by_value(value).await.unwrap();
    }

    /// Types into whatever has the focus.
    pub(crate) async fn types(&self, text: &str) {
        self.focused().await.send_keys(text).await.unwrap();
    }

    pub(crate) async fn presses(&self, key: Key) {
        self.types(&char::from(key).to_string()).await;
    }

    async fn focused(&self) -> Element {
        self.client.active_element().await.unwrap()
    }

    /// Fills in fields one after the other, with nothing but the tab key on the way to each and between them.
    pub(crate) async fn fills_in(&self, fields: &[(&str, &str)]) {
        for (name, value) in fields {
            self.tabs_to(&format!("main form [name={name}]:not([type=hidden], [hidden])")).await;
            self.types(value).await;
        }
    }

    /// Presses the tab key until the element has the focus.
    pub(crate) async fn tabs_to(&self, selector: &str) {
        let wanted = self.client.find(Locator::Css(selector)).await.unwrap().element_id();
        for _ in 0..TABS_MAX {
            if self.focused().await.element_id() == wanted {
                return;
            }
            self.presses(Key::Tab).await;
        }
        panic!("no way to {selector} with the tab key");
    }

    /// Runs a script of the test, which the page's own policy does not hold up.
    pub(crate) async fn runs(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// Runs a script that calls its last argument when it is done.
    pub(crate) async fn runs_to_its_end(&self, script: &str) -> Value {
        self.client.execute_async(script, vec![]).await.unwrap()
    }

    pub(crate) async fn prefers(&self, scheme: &str) {
        // Colours on their way from one scheme to the other are nobody's fault.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.emulates("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    pub(crate) async fn is_wide(&self, pixels: u32) {
        let screen =
            json!({ "width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": pixels < 600 });
        self.emulates("Emulation.setDeviceMetricsOverride", screen).await;
    }

    async fn emulates(&self, command: &'static str, parameters: Value) {
        self.client.issue_cmd(DevTools { command, parameters }).await.unwrap();
    }
}

/// A command of the browser's developer tools.
#[derive(Debug)]
struct DevTools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _url: &Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
