//! The web front end of one app.

use std::net::IpAddr;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};
use url::Url;
use user_core::UserManager;

use crate::assets::Assets;
use crate::exchange::Exchange;
use crate::mailbox::{self, DevMailbox};
use crate::pages::mount::Place;
use crate::pages::{self, Page};
use crate::request::address::{Told, address_of};
use crate::request::cookies::Jar;
use crate::response::Response;
use crate::response::problem::Problem;
use crate::strangers::Strangers;
use crate::uploads::Uploads;

/// Enough for many people on a bad line.
const WAITING_AT_ONCE: usize = 64;

/// The account pages of one app, and what its own pages need of them. Cheap to clone.
///
/// An adapter hands each request to [`answer`](Self::answer), and with it the app, which answers what is no account
/// page.
#[derive(Clone)]
pub struct UserWeb(Arc<Parts>);

struct Parts {
    users: UserManager,
    base: Url,
    jar: Jar,
    assets: Arc<Assets>,
    /// How many may wait for what another request of theirs comes to.
    waiting: Arc<Semaphore>,
    strangers: Arc<Strangers>,
    mailbox: Option<DevMailbox>,
    uploads: Uploads,
    /// What was told of how requests arrive.
    told: Arc<Told>,
    /// The routes of the pages that there are.
    routes: Vec<Place>,
    /// The routes of the pages that the app has in the place of ours.
    left_out: Vec<Place>,
}

impl UserWeb {
    /// All pages whose feature is on.
    pub fn new(users: UserManager) -> Self {
        // A manager's settings are checked when it is built, so this URL is one.
        let base = Url::parse(&users.settings().public_base_url).unwrap_or_else(|_| loopback());
        let routes = pages::routes(users.settings());
        let jar = Jar::new(users.settings());
        let assets = Arc::new(Assets::of(users.settings()));
        let waiting = Arc::new(Semaphore::new(WAITING_AT_ONCE));
        let (uploads, told) = (Uploads::new(), Arc::default());
        let (strangers, mailbox, left_out) = (Arc::default(), None, Vec::new());
        Self(Arc::new(Parts {
            users,
            base,
            jar,
            assets,
            waiting,
            strangers,
            mailbox,
            uploads,
            told,
            routes,
            left_out,
        }))
    }

    /// Shows the mails that `mailbox` took over, under `/dev/mailbox`. For development: anybody who can open the page
    /// can read everybody's links.
    #[must_use]
    pub fn mailbox(self, mailbox: &DevMailbox) -> Self {
        self.changed(|parts| {
            if parts.mailbox.is_none() {
                let pages = mailbox::PAGES.iter();
                parts.routes.extend(pages.flat_map(|(path, page)| page.routes(None, (*path).to_owned())));
            }
            parts.mailbox = Some(mailbox.clone());
        })
    }

    /// Leaves a page out, so that the app can mount its own at the same path, on an [`Exchange`](crate::Exchange).
    /// Other pages still link to it.
    ///
    /// [`Page::SignInOrRegister`] posts its forms to the two pages it is named after: leave it out with either. A user
    /// who must prove the password again comes to a sign-in page of the app's own with `again=1` in the query; a form
    /// that they had posted is not found again there. A page in the place of [`Page::Picture`] finds the file with
    /// [`Exchange::take_upload`].
    #[must_use]
    pub fn leave_out(self, page: Page) -> Self {
        self.changed(|parts| {
            let routes = parts.routes.extract_if(.., |place| place.page() == Some(page));
            parts.left_out.extend(routes);
        })
    }

    fn changed(self, change: impl FnOnce(&mut Parts)) -> Self {
        let mut parts = Parts {
            users: self.0.users.clone(),
            base: self.0.base.clone(),
            jar: self.0.jar.clone(),
            assets: Arc::clone(&self.0.assets),
            waiting: Arc::clone(&self.0.waiting),
            strangers: Arc::clone(&self.0.strangers),
            mailbox: self.0.mailbox.clone(),
            uploads: self.0.uploads.clone(),
            told: Arc::clone(&self.0.told),
            routes: self.0.routes.clone(),
            left_out: self.0.left_out.clone(),
        };
        change(&mut parts);
        Self(Arc::new(parts))
    }

    /// Renders a page of the app's own: the template `pages/<name>.html` of its templates folder, in the layout of the
    /// others. `data` is what the template finds beside `site`: an object, or anything else under the name `data`.
    pub async fn page(&self, exchange: &Exchange, name: &str, data: Value) -> Result<Response, Problem> {
        exchange.page(name, StatusCode::OK, |site| with_site(data, &site)).await
    }

    /// The manager behind the pages.
    pub fn users(&self) -> &UserManager {
        &self.0.users
    }

    /// Where the visitor is, as far as it can be believed: the peer of the connection, or what the proxies in
    /// `trusted_proxies` say. For a log of the app's own; at any place, inside or around what was attached.
    pub fn visitor_address(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        address_of(peer, headers, &self.users().settings().trusted_proxies, &self.0.told)
    }

    pub(crate) fn base(&self) -> &Url {
        &self.0.base
    }

    pub(crate) fn jar(&self) -> &Jar {
        &self.0.jar
    }

    pub(crate) fn assets(&self) -> &Assets {
        &self.0.assets
    }

    pub(crate) fn uploads(&self) -> &Uploads {
        &self.0.uploads
    }

    /// Waits until a page may be made for somebody who is not signed in.
    pub(crate) async fn turn_of_strangers(&self) -> Option<SemaphorePermit<'_>> {
        self.0.strangers.turn().await
    }

    /// A place among those who wait for what another request of theirs comes to, if there is one.
    pub(crate) fn may_wait(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.0.waiting).try_acquire_owned().ok()
    }

    /// The routes of the account pages, as they are mounted, such as `/user/reset-password/:token`: what an app has no
    /// page of its own at.
    pub fn routes(&self) -> impl Iterator<Item = &str> {
        self.0.routes.iter().map(|place| &**place.route())
    }

    /// Whether a page is on and was not left out.
    pub(crate) fn has(&self, page: Page) -> bool {
        self.0.routes.iter().any(|place| place.page() == Some(page))
    }

    /// Which of our routes is at this path, if one is.
    pub(crate) fn place(&self, path: &str) -> Option<&Place> {
        let path = self.users().settings().inside(path);
        self.0.routes.iter().find(|place| place.is_at(path))
    }

    /// Whether the app's own page at this path stands in the place of one of ours that takes a file.
    pub(crate) fn takes_a_file(&self, path: &str) -> bool {
        let path = self.users().settings().inside(path);
        self.0.left_out.iter().any(|place| place.takes_a_file() && place.is_at(path))
    }

    pub(crate) fn inbox(&self) -> Option<&DevMailbox> {
        self.0.mailbox.as_ref()
    }

    pub(crate) fn mailbox_path(&self) -> Option<String> {
        self.0.mailbox.as_ref().map(|_| self.users().settings().outside(mailbox::PATH))
    }
}

fn with_site(data: Value, site: &user_core::views::Site) -> Value {
    let mut all = match data {
        Value::Object(fields) => fields,
        Value::Null => Map::new(),
        other => Map::from_iter([("data".to_owned(), other)]),
    };
    all.insert("site".to_owned(), serde_json::to_value(site).unwrap_or_default());
    Value::Object(all)
}

fn loopback() -> Url {
    #[expect(clippy::unwrap_used, reason = "a constant that a test parses")]
    Url::parse("http://127.0.0.1:3000").unwrap()
}

impl std::fmt::Debug for UserWeb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserWeb").field("base", &self.0.base.as_str()).finish_non_exhaustive()
    }
}
