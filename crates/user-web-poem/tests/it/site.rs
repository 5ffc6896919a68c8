//! A site with accounts and a few pages of its own; every port is a stand-in.

use std::sync::Arc;
use std::time::Duration;

use poem::endpoint::BoxEndpoint;
use poem::http::StatusCode;
use poem::web::Data;
use poem::{EndpointExt, Request, Response, Route, get, handler, post};
use serde_json::json;
use user_core::domain::{EventKind, Locale, Requirement, User};
use user_core::flows::NewAccount;
use user_core::seal::Secret;
use user_core::settings::{Identifiers, Settings};
use user_core::{Ports, UserManager, UserManagerBuilder};
use user_testkit::{
    CountingEntropy, FailingStore, FixedClock, MemoryStore, PlainHasher, PlainRenderer, Recorder, SentMail,
};
use user_web_poem::{CsrfToken, CurrentUser, DevMailbox, UserWeb, guard};

use crate::browser::Browser;

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
    pub(crate) app: Arc<BoxEndpoint<'static, Response>>,
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
        pages: Route,
    ) -> Self {
        crate::log::start();
        let store = FailingStore::new(MemoryStore::new());
        let (mail, hasher) = (SentMail::new(), PlainHasher::new());
        let renderer = PlainRenderer::in_locales(["en", "nl", "fa"].map(locale));
        let (clock, told) = (FixedClock::default(), Recorder::new());
        let ports = Ports {
            store: Arc::new(store.clone()),
            mailer: Arc::new(mail.clone()),
            renderer: Arc::new(renderer.clone()),
            hasher: Arc::new(hasher.clone()),
        };
        let builder = UserManager::builder(ports, Secret::new([7; 32]).unwrap())
            .clock(clock.clone())
            .entropy(CountingEntropy::new())
            .observer(told.clone());
        let users = choose(builder).build().unwrap();
        let web = dress(UserWeb::new(users.clone()));
        let app = Arc::new(web.attach(pages).data(web).boxed());
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
            password: PASSWORD.to_owned(),
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
        self.users.find_user(&address(name)).await.unwrap()
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
        let refused = self.store.inner().events().into_iter().filter(|event| REFUSED.contains(&event.kind));
        refused.fold(format!("{:?}", self.store.inner()), |contents, event| {
            let event = format!("{event:?}");
            contents.replace(&format!(", {event}"), "").replace(&format!("{event}, "), "").replace(&event, "")
        })
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
    EventKind::ProofRefused,
    EventKind::AttemptThrottled,
    EventKind::RequestForged,
    EventKind::AccessForbidden,
    EventKind::LinkRefused,
];

pub(crate) fn address(name: &str) -> String {
    format!("{}@example.com", name.to_lowercase())
}

pub(crate) fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

/// The pages of the site's own.
pub(crate) fn pages() -> Route {
    let agents = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
    let fresh = Requirement::Fresh(Duration::from_mins(5));
    Route::new()
        .at("/", get(home))
        .at("/greet", get(greet).post(greet))
        .at("/me", get(me).post(me))
        .at("/members", get(text).post(text).with(guard(Requirement::signed_in())))
        .at("/admin", get(text).with(guard(Requirement::role("admin"))))
        .at("/special", get(text).with(guard(agents)))
        .at("/both", get(text).with(guard(Requirement::all_roles(["a", "b"]))))
        .at("/either", get(text).with(guard(Requirement::any_role(["a", "b"]))))
        .at("/confirmed", get(text).with(guard(Requirement::ConfirmedEmail)))
        .at("/fresh", get(text).post(echo).with(guard(fresh.clone())))
        .at("/fresh-admin", get(text).post(echo).with(guard(Requirement::role("admin").and(fresh.clone()))))
        .at("/fresh-or-admin", get(text).with(guard(Requirement::role("admin").or(fresh.clone()))))
        .at("/not-fresh", get(text).with(guard(fresh.clone().not())))
        .at("/confirmed-fresh", get(text).with(guard(Requirement::ConfirmedEmail.and(fresh))))
        .at("/nobody", get(text).with(guard(Requirement::All(vec![]))))
        .at("/page", get(page))
        .at("/token", get(token))
        .at("/echo", post(echo).put(echo))
        .at("/panics", get(panics).post(panics))
        .at("/fails", get(fails))
        .at("/teapot", get(teapot))
}

#[handler]
fn home() -> &'static str {
    "home"
}

#[handler]
fn text() -> &'static str {
    "let in"
}

#[handler]
fn greet(current: Option<CurrentUser>) -> String {
    current.map_or("stranger".to_owned(), |current| current.user().display_name().to_owned())
}

#[handler]
fn me(current: CurrentUser) -> String {
    let is_admin = current.meets(&Requirement::role("admin"));
    format!("{} admin:{is_admin} since {}", current.user().display_name(), current.session().created_at)
}

#[handler]
async fn page(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
    web.page(request, "app", json!({"answer": 42})).await
}

#[handler]
fn token(one: CsrfToken, other: CsrfToken) -> String {
    format!("{one} {other}")
}

#[handler]
async fn echo(body: poem::Body) -> poem::Result<String> {
    Ok(body.into_string().await?)
}

#[handler]
fn panics() -> &'static str {
    panic!("a handler of the app went wrong")
}

#[handler]
fn fails() -> poem::Result<&'static str> {
    Err(poem::Error::from_string("the password of the database is hunter2", StatusCode::BAD_GATEWAY))
}

#[handler]
fn teapot() -> poem::Result<&'static str> {
    let response = Response::builder().status(StatusCode::IM_A_TEAPOT).body("short and stout");
    Err(poem::Error::from_response(response))
}
