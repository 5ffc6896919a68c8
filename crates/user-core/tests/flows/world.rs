//! A site with its visitors: every port is a stand-in, time moves by hand, and the verbs read like a story.

mod forms;

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Barrier;
use user_core::domain::{EventKind, Field, MailKind, QueuedMail, User};
use user_core::flows::{
    ConfirmEmailError, Current, EmailConfirmed, ForgotPasswordError, ForgotPasswordForm, NewAccount,
    RegisterError, RegisterForm, Registered, ResendConfirmEmailError, ResendConfirmEmailForm, SignInError,
    SignedIn, Visitor,
};
use user_core::ports::{Changes, Clock, MailState, Mailer, PasswordHasher, Store};
use user_core::seal::Secret;
use user_core::settings::{Identifiers, Settings};
use user_core::{Ports, UserManager, UserManagerBuilder};
use user_testkit::{
    CountingEntropy, FailingStore, FixedClock, MemoryStore, NoThrottle, PlainHasher, PlainRenderer, Recorder,
    SentMail, signed_in,
};

pub(crate) use forms::{
    address, codes, credentials, device_of, invite, locale, marked, new_password, only_email,
    password_change, proof, registration, rename, shown, visitor, visitor_from,
};

/// A password that every ready policy accepts.
pub(crate) const PASSWORD: &str = "Correct horse battery 9";
/// Another one.
pub(crate) const OTHER_PASSWORD: &str = "Velvet lantern orchard 7";

pub(crate) const MINUTE: Duration = Duration::from_mins(1);
pub(crate) const HOUR: Duration = Duration::from_hours(1);
pub(crate) const DAY: Duration = Duration::from_hours(24);
pub(crate) const INSTANT: Duration = Duration::from_micros(1);

/// A site, and everything behind its ports.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) users: UserManager,
    pub(crate) store: FailingStore<MemoryStore>,
    pub(crate) mail: SentMail,
    pub(crate) renderer: PlainRenderer,
    pub(crate) hasher: PlainHasher,
    pub(crate) clock: FixedClock,
    pub(crate) entropy: CountingEntropy,
    pub(crate) told: Recorder,
    marks: Arc<Mutex<BTreeMap<String, String>>>,
}

impl World {
    /// With the settings of a fresh product: usernames and addresses, everything on.
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::built(|builder| builder.configure(change))
    }

    pub(crate) fn identified_by(identifiers: Identifiers) -> Self {
        Self::with(|settings| settings.identifiers = identifiers)
    }

    /// Where nothing is throttled, for crowds.
    pub(crate) fn crowded() -> Self {
        Self::built(|builder| builder.throttle(NoThrottle))
    }

    pub(crate) fn built(change: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder) -> Self {
        let store = FailingStore::new(MemoryStore::new());
        let (mail, hasher) = (SentMail::new(), PlainHasher::new());
        let renderer = PlainRenderer::in_locales(["en", "nl"].map(locale));
        let (clock, entropy, told) = (FixedClock::default(), CountingEntropy::new(), Recorder::new());
        let ports = Ports {
            store: Arc::new(store.clone()),
            mailer: Arc::new(mail.clone()),
            renderer: Arc::new(renderer.clone()),
            hasher: Arc::new(hasher.clone()),
        };
        let builder = UserManager::builder(ports, Secret::new([7; 32]).unwrap())
            .clock(clock.clone())
            .entropy(entropy.clone())
            .observer(told.clone());
        let users = change(builder).build().unwrap();
        Self { users, store, mail, renderer, hasher, clock, entropy, told, marks: Arc::default() }
    }

    /// The same site, started again with other settings.
    pub(crate) fn restarted_with(&self, change: impl FnOnce(&mut Settings)) -> Self {
        self.restarted(Secret::new([7; 32]).unwrap(), |builder| builder.configure(change))
    }

    /// The same site, started again with another secret.
    pub(crate) fn restarted(
        &self,
        secret: Secret,
        change: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
    ) -> Self {
        self.reopened(self.ports(), secret, change)
    }

    /// The same site, with another mailer.
    pub(crate) fn mailing_through(&self, mailer: impl Mailer + 'static) -> Self {
        let ports = Ports { mailer: Arc::new(mailer), ..self.ports() };
        self.reopened(ports, Secret::new([7; 32]).unwrap(), |builder| builder)
    }

    /// The same site, with another hasher.
    pub(crate) fn hashing_with(&self, hasher: impl PasswordHasher + 'static) -> Self {
        let ports = Ports { hasher: Arc::new(hasher), ..self.ports() };
        self.reopened(ports, Secret::new([7; 32]).unwrap(), |builder| builder)
    }

    fn ports(&self) -> Ports {
        Ports {
            store: Arc::new(self.store.clone()),
            mailer: Arc::new(self.mail.clone()),
            renderer: Arc::new(self.renderer.clone()),
            hasher: Arc::new(self.hasher.clone()),
        }
    }

    fn reopened(
        &self,
        ports: Ports,
        secret: Secret,
        change: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
    ) -> Self {
        let builder = UserManager::builder(ports, secret)
            .settings(self.users.settings().clone())
            .clock(self.clock.clone())
            .entropy(self.entropy.clone())
            .observer(self.told.clone());
        Self { users: change(builder).build().unwrap(), ..self.clone() }
    }

    pub(crate) fn after(&self, time: Duration) {
        self.clock.advance(time);
    }

    pub(crate) fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }
}

/// Who is there.
impl World {
    /// A member in good standing: `name`, with `name@example.com` confirmed, and [`PASSWORD`].
    pub(crate) async fn member(&self, name: &str) -> User {
        let (username, email, password) = (name.to_owned(), address(name), Some(PASSWORD.to_owned()));
        let account = NewAccount { username, email, password, roles: Vec::new() };
        let user = self.users.create_user(&account).await.unwrap();
        self.forget_the_past();
        user
    }

    /// Somebody who registered and never opened the mail, which is still on its way.
    pub(crate) async fn newcomer(&self, name: &str) -> User {
        let registered = self.register(&registration(name)).await.unwrap();
        self.marks.lock().unwrap().insert(name.to_owned(), registered.mark);
        self.forget_the_past();
        self.user(name).await
    }

    /// The browser in which a newcomer registered.
    pub(crate) fn browser_of(&self, name: &str) -> Visitor {
        Visitor { mark: self.marks.lock().unwrap().get(name).cloned(), ..visitor() }
    }

    pub(crate) async fn user(&self, name: &str) -> User {
        self.found(name).await.unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// The user of this name, or of its address.
    pub(crate) async fn found(&self, name: &str) -> Option<User> {
        let by_name = self.users.find_user(name).await.unwrap();
        let by_address = self.users.find_user(&address(name)).await.unwrap();
        let waiting = self.users.registrants(&address(name), 1).await.unwrap().pop();
        by_name.or(by_address).or(waiting)
    }

    pub(crate) async fn everybody(&self) -> Vec<User> {
        self.store.inner().users(None, 1_000).await.unwrap()
    }

    pub(crate) async fn disable(&self, name: &str) {
        self.users.disable_user(self.user(name).await.id).await.unwrap();
        self.forget_the_past();
    }

    /// What no flow does by itself.
    pub(crate) async fn write(&self, changes: Changes) {
        self.store.inner().commit(changes).await.unwrap();
    }

    /// Forgets events told, store calls made and mails sent so far; what is stored stays.
    pub(crate) fn forget_the_past(&self) {
        self.told.clear();
        self.mail.clear();
        self.store.take_calls();
    }
}

/// What visitors do.
impl World {
    pub(crate) async fn register(&self, form: &RegisterForm) -> Result<Registered, RegisterError> {
        self.users.register(form, &visitor()).await
    }

    pub(crate) async fn resend(&self, email: &str) -> Result<(), ResendConfirmEmailError> {
        let form = ResendConfirmEmailForm { email: email.to_owned() };
        self.users.resend_confirm_email(&form, &visitor()).await
    }

    pub(crate) async fn forgot(&self, email: &str) -> Result<(), ForgotPasswordError> {
        self.users.forgot_password(&ForgotPasswordForm { email: email.to_owned() }, &visitor()).await
    }

    /// Confirms in a browser that knows nothing of the account, by its password.
    pub(crate) async fn confirm(&self, link: &str) -> Result<EmailConfirmed, ConfirmEmailError> {
        self.users.confirm_email(link, &proof(), None, &visitor()).await
    }

    pub(crate) async fn sign_in(&self, identifier: &str, password: &str) -> Result<SignedIn, SignInError> {
        self.sign_in_as(&visitor(), identifier, password).await
    }

    pub(crate) async fn sign_in_as(
        &self,
        visitor: &Visitor,
        identifier: &str,
        password: &str,
    ) -> Result<SignedIn, SignInError> {
        self.users.sign_in(&credentials(identifier, password), visitor).await.map(signed_in)
    }

    /// Signed in by name or, where there are no names, by address.
    pub(crate) async fn signed_in(&self, name: &str) -> SignedIn {
        let by_name = self.users.identifier_field() == Field::Username;
        let identifier = if by_name { name.to_owned() } else { address(name) };
        let signed_in = self.sign_in_as(&self.browser_of(name), &identifier, PASSWORD).await.unwrap();
        self.forget_the_past();
        signed_in
    }

    /// Signed in, on the next page.
    pub(crate) async fn current(&self, name: &str) -> Current {
        let cookie = self.signed_in(name).await.cookie;
        let current = self.visit(&cookie).await.unwrap();
        self.forget_the_past();
        current
    }

    /// Who is signed in on a page opened with this cookie.
    pub(crate) async fn visit(&self, cookie: &str) -> Option<Current> {
        self.users.resume(cookie, &visitor()).await.unwrap().map(|resumed| resumed.current)
    }
}

/// Mails.
impl World {
    /// Delivers what is due.
    pub(crate) async fn deliver(&self) {
        while self.users.deliver_due_mail().await.unwrap().taken() > 0 {}
    }

    /// The sealed part of the link in the latest mail to `name`.
    pub(crate) async fn link_for(&self, name: &str) -> String {
        self.deliver().await;
        let link = self.mail.latest_link_to(&address(name)).unwrap();
        link.rsplit('/').next().unwrap().to_owned()
    }

    /// A link to set a new password for `name`, fresh from the mail.
    pub(crate) async fn reset_link_for(&self, name: &str) -> String {
        self.forgot(&address(name)).await.unwrap();
        self.deliver().await;
        // Whatever else waited for the courier: mails about changes have links of their own.
        let links = self.mail.all_to(&address(name));
        let links = links.iter().rev().filter_map(SentMail::link_in);
        let link = links.into_iter().find(|link| link.contains("/reset-password/")).unwrap();
        self.forget_the_past();
        link.rsplit('/').next().unwrap().to_owned()
    }

    pub(crate) async fn queued(&self) -> Vec<QueuedMail> {
        self.store.inner().mails(MailState::Waiting, 1_000).await.unwrap()
    }

    /// What mails wait in the outbox, and for whom.
    pub(crate) async fn queued_kinds(&self) -> Vec<(MailKind, String)> {
        self.queued().await.into_iter().map(|mail| (mail.kind, mail.to.to_string())).collect()
    }

    pub(crate) async fn dead(&self) -> Vec<QueuedMail> {
        self.store.inner().mails(MailState::Dead, 1_000).await.unwrap()
    }
}

/// Everything that is stored, to say that nothing of it changed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Snapshot {
    users: Vec<String>,
    sessions: Vec<String>,
    tokens: Vec<String>,
    credentials: Vec<String>,
    invitations: Vec<String>,
    mails: Vec<String>,
    events: Vec<EventKind>,
}

impl Snapshot {
    /// Whether nothing of an earlier one went or changed, whatever came to it.
    pub(crate) fn holds_all_of(&self, earlier: &Self) -> bool {
        let holds = |now: &Vec<String>, then: &Vec<String>| then.iter().all(|row| now.contains(row));
        holds(&self.users, &earlier.users)
            && holds(&self.sessions, &earlier.sessions)
            && holds(&self.tokens, &earlier.tokens)
            && holds(&self.credentials, &earlier.credentials)
            && holds(&self.invitations, &earlier.invitations)
            && holds(&self.mails, &earlier.mails)
            && self.events.starts_with(&earlier.events)
    }

    /// Everything but the record of what happened.
    pub(crate) fn but_events(mut self) -> Self {
        self.events.clear();
        self
    }
}

impl World {
    /// The trail of what was refused is left out: it is no change.
    pub(crate) async fn snapshot(&self) -> Snapshot {
        let store = self.store.inner();
        let (mut users, mut sessions, mut tokens, mut credentials) = (vec![], vec![], vec![], vec![]);
        for user in self.everybody().await {
            users.push(format!(
                "{user:?} {:?}",
                user.password_hash.as_ref().map(user_core::domain::PasswordHash::reveal)
            ));
            let open = store.sessions_of(&user.id, 100).await.unwrap();
            sessions.extend(open.iter().map(shown));
            let kept = store.credentials_of(&user.id, None).await.unwrap();
            credentials.extend(kept.iter().map(shown));
            tokens.extend(store.tokens_of(&user.id).iter().map(shown));
        }
        let invitations = store.invitations(None, 1_000).await.unwrap();
        let invitations = invitations.iter().map(shown).collect();
        let mails = [self.queued().await, self.dead().await].concat();
        let mails = mails.iter().map(shown).collect();
        let mut events = self.recorded();
        events.retain(|kind| !REFUSED.contains(kind));
        Snapshot { users, sessions, tokens, credentials, invitations, mails, events }
    }

    /// What kinds of events are recorded, oldest first.
    pub(crate) fn recorded(&self) -> Vec<EventKind> {
        self.store.inner().events().into_iter().map(|event| event.kind).collect()
    }
}

/// What leaves a trace and changes nothing.
const REFUSED: [EventKind; 6] = [
    EventKind::PROOF_REFUSED,
    EventKind::SECOND_STEP_REFUSED,
    EventKind::ATTEMPT_THROTTLED,
    EventKind::REQUEST_FORGED,
    EventKind::ACCESS_FORBIDDEN,
    EventKind::LINK_REFUSED,
];

/// Lets `callers` do something at the same moment, and collects what each got. Every one of them looks before any
/// commits, so that what can go wrong between them does.
pub(crate) async fn at_once<T, F>(world: &World, callers: usize, act: impl Fn(usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    world.store.take_time();
    let start = Arc::new(Barrier::new(callers));
    let started = |index| {
        let (start, act) = (Arc::clone(&start), act(index));
        tokio::spawn(async move {
            start.wait().await;
            act.await
        })
    };
    let callers: Vec<_> = (0..callers).map(started).collect();
    let mut outcomes = Vec::with_capacity(callers.len());
    for caller in callers {
        outcomes.push(caller.await.unwrap());
    }
    outcomes
}
