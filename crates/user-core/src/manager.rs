//! The one type that an app holds.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;

use crate::bell::Bell;
use crate::boxes::Boxes;
use crate::domain::{Actor, EmailAddress, Event, EventId, EventKind, Locale, Mailbox, Session, User, UserId};
use crate::kit::{InFlight, Visitor};
use crate::memory_throttle::MemoryThrottle;
use crate::pages::{Audience, MenuView, OwnPage};
use crate::ports::{
    Changes, Clock, CommitError, EmailPolicy, Entropy, ExportSource, InvitationPolicy, Mailer, Observer,
    Outcomes, PasswordHasher, PasswordPolicy, PictureMaker, Pictures, ProfilePolicy, RegistrationPolicy,
    Renderer, Store, Throttle, UsernamePolicy,
};
use crate::seal::Seals;
use crate::settings::{Mails, Settings};
use crate::trouble::Trouble;
use crate::views::Forms;

/// The entry point of the crate: every flow about accounts is a method of it.
///
/// Cheap to clone, the same for every choice of adapters, and safe to share between threads. Made by
/// [`UserManager::builder`](crate::UserManager::builder).
#[derive(Clone)]
pub struct UserManager {
    pub(crate) parts: Arc<Parts>,
    pub(crate) actor: Option<Arc<str>>,
}

pub(crate) struct Parts {
    pub(crate) settings: Settings,
    pub(crate) senders: Senders,
    pub(crate) seals: Seals,
    pub(crate) boxes: Boxes,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) mailer: Arc<dyn Mailer>,
    pub(crate) renderer: Arc<dyn Renderer>,
    pub(crate) hasher: Arc<dyn PasswordHasher>,
    pub(crate) throttle: Arc<dyn Throttle>,
    /// Bounds what strangers can have recorded: of this process, so that a refusal costs no query more.
    pub(crate) trail: MemoryThrottle,
    pub(crate) outcomes: Arc<dyn Outcomes>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) observers: Vec<Arc<dyn Observer>>,
    pub(crate) registration_policy: Arc<dyn RegistrationPolicy>,
    pub(crate) invitation_policy: Arc<dyn InvitationPolicy>,
    pub(crate) username_policy: Arc<dyn UsernamePolicy>,
    pub(crate) email_policy: Arc<dyn EmailPolicy>,
    pub(crate) profile_policy: Arc<dyn ProfilePolicy>,
    pub(crate) password_policy: Arc<dyn PasswordPolicy>,
    pub(crate) pictures: Option<PictureParts>,
    /// Pages of the app's own in the menu.
    pub(crate) own_pages: Vec<OwnPage>,
    /// What parts of the app add to the export of a user.
    pub(crate) export_sources: Vec<Arc<dyn ExportSource>>,
    pub(crate) locales: Vec<Locale>,
    pub(crate) bell: Bell,
    pub(crate) trouble: Trouble,
    /// Attempts that nobody knows the outcome of yet.
    pub(crate) in_flight: InFlight,
    /// Counts questions that cost this process work and change nothing.
    pub(crate) advice: MemoryThrottle,
}

/// Who mails are from, who is answered, and where they come back to.
pub(crate) struct Senders {
    pub(crate) from: Mailbox,
    pub(crate) reply_to: Option<Mailbox>,
    pub(crate) return_path: Option<EmailAddress>,
}

impl Senders {
    /// As the settings name them; `None` where one cannot be read.
    pub(crate) fn of(mails: &Mails) -> Option<Self> {
        let reply_to = mails.reply_to.as_deref().map(Mailbox::parse);
        let return_path = mails.return_path.as_deref().map(EmailAddress::parse);
        let from = Mailbox::parse(&mails.sender)?;
        let reply_to = reply_to.map_or(Some(None), |read| read.map(Some))?;
        Some(Self { from, reply_to, return_path: return_path.transpose().ok()? })
    }
}

/// Where pictures are kept, and who makes them.
pub(crate) struct PictureParts {
    pub(crate) keeper: Arc<dyn Pictures>,
    pub(crate) maker: Arc<dyn PictureMaker>,
}

/// The most characters of an actor that are kept.
const ACTOR_MAX: usize = 64;

impl UserManager {
    /// Returns the manager acting for `actor`, an administrator or a program: every event that it records names them.
    /// A user id, or a word such as `command line`; of longer ones the first 64 characters are kept.
    #[must_use]
    pub fn acting(&self, actor: &str) -> Self {
        let actor: String = actor.chars().filter(|c| !c.is_control()).take(ACTOR_MAX).collect();
        Self { parts: Arc::clone(&self.parts), actor: Some(actor.into()) }
    }

    /// Returns the settings in force.
    pub fn settings(&self) -> &Settings {
        &self.parts.settings
    }

    /// Returns the renderer, for front ends that render pages of their own.
    pub fn renderer(&self) -> &dyn Renderer {
        self.parts.renderer.as_ref()
    }

    /// Returns the seals, for front ends that keep values of their own in a cookie.
    pub fn seals(&self) -> &Seals {
        &self.parts.seals
    }

    /// Returns the boxes, for rows of the app that hold encrypted values.
    pub fn boxes(&self) -> &Boxes {
        &self.parts.boxes
    }

    /// Returns the outcomes of posted forms, for front ends that answer a form sent twice as they did the first time.
    pub fn outcomes(&self) -> &dyn Outcomes {
        self.parts.outcomes.as_ref()
    }

    /// Returns the current time of the clock that the flows use.
    pub fn now(&self) -> DateTime<Utc> {
        self.parts.clock.now()
    }

    /// Returns sixteen random bytes.
    pub fn random_bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.parts.entropy.fill(&mut bytes);
        bytes
    }

    /// Returns the languages offered, the default first.
    pub fn locales(&self) -> &[Locale] {
        &self.parts.locales
    }

    /// Returns the language for a visitor: that of their account, else what they `chose` in this browser, else the best
    /// for their `Accept-Language`, else the default.
    pub fn locale_for(&self, user: Option<&User>, chose: Option<&str>, accept_language: &str) -> Locale {
        let own =
            user.and_then(|user| user.locale.as_ref()).and_then(|locale| locale.best_of(self.locales()));
        own.or_else(|| chose.and_then(|tag| self.offered_locale(tag)).cloned())
            .or_else(|| Locale::negotiate(accept_language, self.locales()))
            .unwrap_or_else(|| self.settings().languages.default.clone())
    }

    /// Returns the forms of the account pages, for front ends that show them.
    pub fn forms(&self) -> Forms<'_> {
        Forms::new(self.settings(), self.parts.password_policy.min_length()).at(self.now())
    }

    /// Returns the menu of the account pages for `viewer`, who is at the path `here`, as browsers see it: the pages
    /// that are on, and those that the app added with [`account_page`](crate::UserManagerBuilder::account_page).
    pub fn menu(&self, viewer: Audience, here: &str) -> MenuView {
        MenuView::new(self.settings(), &self.parts.own_pages, viewer, here)
    }

    /// Hashes one password and returns how long that took: whether the hasher works, and at what cost.
    pub async fn hashing_time(&self) -> Result<chrono::TimeDelta, crate::ports::PortError> {
        let random = self.random_bytes().map(|byte| char::from(b'a' + byte % 26));
        let password = crate::domain::Password::parse(&String::from_iter(random)).map_err(|violation| {
            crate::ports::PortError::new(crate::ports::Port::PasswordHasher, violation.name())
        })?;
        let begun = self.now();
        self.parts.hasher.hash(&password).await?;
        Ok(self.now() - begun)
    }

    /// Returns lines for the app's `Cargo.toml` that make hashing faster, if this build may lack them.
    pub fn hashing_advice(&self) -> Option<&'static str> {
        self.parts.hasher.advice()
    }

    /// Checks that the store can serve.
    pub async fn ready(&self) -> Result<(), crate::ports::PortError> {
        self.parts.store.ready().await
    }

    pub(crate) fn store(&self) -> &dyn Store {
        self.parts.store.as_ref()
    }

    /// Commits, then logs the events and tells the observers. Their failure is logged and changes nothing.
    pub(crate) async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
        let events: Vec<Event> = changes.events().cloned().collect();
        let queues_mail = changes.queue_mail();
        self.parts.store.commit(changes).await?;
        if queues_mail {
            self.parts.bell.ring();
        }
        for event in &events {
            log(event);
            self.tell(event).await;
        }
        Ok(())
    }

    async fn tell(&self, event: &Event) {
        for observer in &self.parts.observers {
            // The change is made: a panic in the app's own code must not make it look as if it were not.
            match AssertUnwindSafe(observer.notify(event)).catch_unwind().await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::warn!(
                    event = event.kind.as_str(),
                    error = &error as &dyn std::error::Error,
                    "an observer failed"
                ),
                Err(_) => tracing::error!(event = event.kind.as_str(), "an observer panicked"),
            }
        }
    }

    pub(crate) fn event(&self, kind: EventKind, user_id: Option<UserId>, visitor: Option<&Visitor>) -> Event {
        let parts = &self.parts;
        let id = EventId::fresh(parts.clock.as_ref(), parts.entropy.as_ref());
        let actor = match (self.actor.as_deref(), visitor) {
            (Some(actor), _) => Actor::administrator(actor),
            (None, Some(_)) => Actor::VISITOR,
            (None, None) => Actor::SYSTEM,
        };
        Event {
            user_id,
            actor,
            session: visitor.and_then(|visitor| visitor.session),
            address: visitor.and_then(|visitor| visitor.address),
            user_agent: visitor.and_then(Visitor::user_agent),
            ..Event::new(id, kind, parts.clock.now())
        }
    }
}

/// A line for each event, under the name that it is recorded by.
fn log(event: &Event) {
    tracing::info!(
        target: "user_core::events",
        event = event.kind.as_str(),
        user = event.user_id.map(tracing::field::display),
        client = event.address.map(tracing::field::display),
        actor = %event.actor,
    );
}

/// `time` as a signed span; a lifetime that does not fit is the longest there is.
pub(crate) fn span(time: std::time::Duration) -> TimeDelta {
    TimeDelta::from_std(time).unwrap_or(TimeDelta::MAX)
}

/// Whether a session has ended by itself.
pub(crate) fn is_over(session: &Session, settings: &Settings, now: DateTime<Utc>) -> bool {
    let lifetimes = &settings.lifetimes;
    let idle = if session.persistent { lifetimes.remembered_session_idle } else { lifetimes.session_idle };
    now - session.last_seen_at > span(idle) || now >= session.expires_at
}

impl std::fmt::Debug for UserManager {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserManager").field("app_name", &self.settings().app_name).finish_non_exhaustive()
    }
}
