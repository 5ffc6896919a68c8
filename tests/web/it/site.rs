//! A site with accounts and a few pages of its own; every port is a stand-in.

use std::sync::Arc;
use std::time::Duration;

use user_core::domain::{EventKind, Locale, User};
use user_core::flows::NewAccount;
use user_core::ports::Renderer;
use user_core::seal::Secret;
use user_core::settings::{Identifiers, Settings};
use user_core::{Ports, UserManager, UserManagerBuilder};
use user_testkit::{
    CountingEntropy, FailingStore, FixedClock, MemoryStore, PlainHasher, PlainRenderer, Recorder, SentMail,
};
use user_web::DevMailbox;

use crate::driver::{self, App, Routes, UserWeb, pages};
use crate::it::browser::Browser;
use crate::it::own_account::Made;

/// A password that every ready policy accepts.
pub(crate) const PASSWORD: &str = "Correct horse battery 9";
/// Another one.
pub(crate) const OTHER_PASSWORD: &str = "Velvet lantern orchard 7";

pub(crate) const MINUTE: Duration = Duration::from_mins(1);
pub(crate) const HOUR: Duration = Duration::from_hours(1);
pub(crate) const DAY: Duration = Duration::from_hours(24);

/// A site, and everything behind it.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) users: UserManager,
    pub(crate) store: FailingStore<MemoryStore>,
    pub(crate) mail: SentMail,
    pub(crate) renderer: PlainRenderer,
    pub(crate) hasher: PlainHasher,
    pub(crate) clock: FixedClock,
    pub(crate) told: Recorder,
    pub(crate) app: App,
}

impl Site {
    /// With the settings of a fresh product: usernames and addresses, everything on.
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::built(|builder| builder.configure(change), |web| web, pages())
    }

    pub(crate) fn identified_by(identifiers: Identifiers) -> Self {
        Self::with(|settings| settings.identifiers = identifiers)
    }

    /// Where people sign in without confirming anything.
    pub(crate) fn unconfirmed() -> Self {
        Self::with(|settings| settings.features.confirm_email = Some(false))
    }

    /// Served over https.
    pub(crate) fn https() -> Self {
        Self::with(|settings| "https://example.com".clone_into(&mut settings.public_base_url))
    }

    /// With a development mailbox beside the mailer that keeps mails for the test.
    pub(crate) fn with_mailbox(mailbox: &DevMailbox) -> Self {
        Self::built(|builder| builder, |web| web.mailbox(mailbox), pages())
    }

    pub(crate) fn built(
        choose: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
        dress: impl FnOnce(UserWeb) -> UserWeb,
        pages: Routes,
    ) -> Self {
        Self::rendered_by(|plain| Arc::new(plain), choose, dress, pages)
    }

    /// With pages that `wrap` makes of what the stand-in renders.
    pub(crate) fn rendered_by(
        wrap: impl FnOnce(PlainRenderer) -> Arc<dyn Renderer>,
        choose: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
        dress: impl FnOnce(UserWeb) -> UserWeb,
        pages: Routes,
    ) -> Self {
        crate::it::log::start();
        let store = FailingStore::new(MemoryStore::new());
        let (mail, hasher) = (SentMail::new(), PlainHasher::new());
        let renderer = PlainRenderer::in_locales(["en", "nl", "fa"].map(locale));
        let (clock, told) = (FixedClock::default(), Recorder::new());
        let ports = Ports {
            store: Arc::new(store.clone()),
            mailer: Arc::new(mail.clone()),
            renderer: wrap(renderer.clone()),
            hasher: Arc::new(hasher.clone()),
        };
        let builder = UserManager::builder(ports, Secret::new([7; 32]).unwrap())
            .clock(clock.clone())
            .entropy(CountingEntropy::new())
            .observer(told.clone());
        let users = choose(builder).build().unwrap();
        let web = dress(UserWeb::new(users.clone()));
        let app = driver::attach(web, pages);
        Self { users, store, mail, renderer, hasher, clock, told, app }
    }

    /// Somebody who has not been here before.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self)
    }

    /// A member in good standing: `name`, with `name@example.com` confirmed, and [`PASSWORD`].
    pub(crate) async fn member(&self, name: &str, roles: &[&str]) -> User {
        let account = NewAccount {
            username: name.to_owned(),
            email: address(name),
            password: Some(PASSWORD.to_owned()),
            roles: roles.iter().map(|&role| role.to_owned()).collect(),
        };
        self.users.create_user(&account).await.unwrap()
    }

    /// A browser in which a member of that name has just signed in.
    pub(crate) async fn signed_in(&self, name: &str, roles: &[&str]) -> Browser {
        self.member(name, roles).await;
        self.browser().signs_in(name).await
    }

    /// The account, as it is now.
    pub(crate) async fn account(&self, name: &str) -> Option<User> {
        let owner = self.users.find_user(&address(name)).await.unwrap();
        let waiting = self.users.registrants(&address(name), 1).await.unwrap();
        owner.or(waiting.into_iter().next())
    }

    /// Sends what is due, and gives the path of the link in the latest mail to `name`.
    pub(crate) async fn link_to(&self, name: &str) -> String {
        self.deliver().await;
        let link = self.mail.latest_link_to(&address(name)).expect("a mail with a link");
        let base = &self.users.settings().public_base_url;
        link.strip_prefix(base).expect("a link to this site").to_owned()
    }

    pub(crate) async fn deliver(&self) {
        while self.users.deliver_due_mail().await.unwrap().taken() > 0 {}
    }

    /// The names of the mails sent to `name` so far.
    pub(crate) async fn mails_to(&self, name: &str) -> Vec<String> {
        self.deliver().await;
        let kind = |subject: &str| {
            let path = subject.split_whitespace().next().unwrap_or_default();
            path.trim_start_matches("mails/").trim_end_matches(".subject.txt").to_owned()
        };
        self.mail.all_to(&address(name)).iter().map(|mail| kind(&mail.subject)).collect()
    }

    /// Everything in the store, to see that nothing changed. The trail of what was refused is left out.
    pub(crate) fn contents(&self) -> String {
        let all = format!("{:?}", self.store.inner());
        let (rows, trail) = all.split_once("events: {").unwrap();
        let (_, cursors) = trail.rsplit_once("cursors: {").unwrap();
        let mut events = self.store.inner().events();
        events.retain(|event| !REFUSED.contains(&event.kind));
        format!("{rows}{events:?}{cursors}")
    }

    /// The kinds of events that tell of a refusal, oldest first.
    pub(crate) fn refused(&self) -> Vec<EventKind> {
        let kinds = self.store.inner().events().into_iter().map(|event| event.kind);
        kinds.filter(|kind| REFUSED.contains(kind)).collect()
    }

    pub(crate) fn after(&self, time: Duration) {
        self.clock.advance(time);
    }
}

/// What leaves a trace and changes nothing.
const REFUSED: [EventKind; 5] = [
    EventKind::PROOF_REFUSED,
    EventKind::ATTEMPT_THROTTLED,
    EventKind::REQUEST_FORGED,
    EventKind::ACCESS_FORBIDDEN,
    EventKind::LINK_REFUSED,
];

pub(crate) fn address(name: &str) -> String {
    format!("{}@example.com", name.to_lowercase())
}

pub(crate) fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

/// A page of the app's own that a driver makes.
#[derive(Clone, Copy)]
pub(crate) enum Own {
    /// A page with a token for its form, and the answer to that.
    Form,
    /// A page to look at.
    Shown,
    /// An answer to what is posted.
    Posted,
    /// Signing in, in place of ours.
    SignIn,
    /// A page that is written for no framework in particular.
    Made(Made),
    /// A page with headers of its own, which asks who is signed in.
    WithHeaders(&'static [(&'static str, &'static str)]),
}

/// What is posted to [`Own::SignIn`].
#[derive(serde::Deserialize)]
pub(crate) struct Typed {
    pub(crate) who: String,
    pub(crate) password: String,
    #[serde(default)]
    pub(crate) next: String,
}
