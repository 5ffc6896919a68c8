//! How an app puts its manager together: required parts are fields, choices are methods.

use std::sync::Arc;

use async_trait::async_trait;

use crate::bell::Bell;
use crate::boxes::Boxes;
use crate::domain::{CredentialKind, Event};
use crate::kit::InFlight;
use crate::manager::{Parts, PictureParts, Senders, UserManager};
use crate::memory_outcomes::MemoryOutcomes;
use crate::memory_throttle::MemoryThrottle;
use crate::pages::{MenuGroup, OwnPage};
use crate::password_policies;
use crate::ports::{
    AnyEmail, AnyProfile, Clock, EmailPolicy, Entropy, Everyone, ExportSource, InvitationPolicy, Mailer,
    NotReserved, Observer, Outcomes, PasswordHasher, PasswordPolicy, PictureMaker, Pictures, PortError,
    ProfilePolicy, RegistrationPolicy, Renderer, Store, SystemClock, SystemEntropy, Throttle, UsernamePolicy,
};
use crate::seal::{Seals, Secret};
use crate::settings::{Settings, SettingsFault, SettingsFaults};
use crate::trouble::Trouble;

/// What no app can do without.
pub struct Ports {
    /// Where accounts are kept.
    pub store: Arc<dyn Store>,
    /// Who carries mails away.
    pub mailer: Arc<dyn Mailer>,
    /// Who finds the words.
    pub renderer: Arc<dyn Renderer>,
    /// Who turns passwords into hashes.
    pub hasher: Arc<dyn PasswordHasher>,
}

impl Ports {
    /// These adapters. One that is shared, or chosen while the program runs, goes into its field as an `Arc`.
    pub fn new(
        store: impl Store + 'static,
        mailer: impl Mailer + 'static,
        renderer: impl Renderer + 'static,
        hasher: impl PasswordHasher + 'static,
    ) -> Self {
        Self {
            store: Arc::new(store),
            mailer: Arc::new(mailer),
            renderer: Arc::new(renderer),
            hasher: Arc::new(hasher),
        }
    }
}

/// Collects the choices of an app. Made by [`UserManager::builder`].
#[must_use = "ends in `build`"]
pub struct UserManagerBuilder {
    ports: Ports,
    secret: Secret,
    earlier_secrets: Vec<Secret>,
    settings: Settings,
    throttle: Arc<dyn Throttle>,
    outcomes: Arc<dyn Outcomes>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    observers: Vec<Arc<dyn Observer>>,
    registration_policy: Arc<dyn RegistrationPolicy>,
    invitation_policy: Option<Arc<dyn InvitationPolicy>>,
    username_policy: Arc<dyn UsernamePolicy>,
    email_policy: Arc<dyn EmailPolicy>,
    profile_policy: Arc<dyn ProfilePolicy>,
    password_policy: Option<Arc<dyn PasswordPolicy>>,
    pictures: Option<PictureParts>,
    own_pages: Vec<OwnPage>,
    export_sources: Vec<Arc<dyn ExportSource>>,
    boxed_kinds: Vec<CredentialKind>,
}

impl UserManager {
    /// Starts with what no app can do without.
    pub fn builder(ports: Ports, secret: Secret) -> UserManagerBuilder {
        UserManagerBuilder {
            ports,
            secret,
            earlier_secrets: Vec::new(),
            settings: Settings::default(),
            throttle: Arc::new(MemoryThrottle::new()),
            outcomes: Arc::new(MemoryOutcomes::new()),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            observers: Vec::new(),
            registration_policy: Arc::new(Everyone),
            invitation_policy: None,
            username_policy: Arc::new(NotReserved),
            email_policy: Arc::new(AnyEmail),
            profile_policy: Arc::new(AnyProfile),
            password_policy: None,
            pictures: None,
            own_pages: Vec::new(),
            export_sources: Vec::new(),
            boxed_kinds: Vec::new(),
        }
    }
}

impl UserManagerBuilder {
    /// All settings at once.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Changes some settings in place: `.configure(|s| s.app_name = "Tea".into())`.
    pub fn configure(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// Secrets that were in use before: what they sealed still opens.
    pub fn earlier_secrets(mut self, secrets: impl IntoIterator<Item = Secret>) -> Self {
        self.earlier_secrets = secrets.into_iter().collect();
        self
    }

    /// Another throttle than the one in memory, such as one that several nodes share.
    pub fn throttle(mut self, throttle: impl Throttle + 'static) -> Self {
        self.throttle = Arc::new(throttle);
        self
    }

    /// Another place for the outcomes of posted forms than memory, such as one that several nodes share.
    pub fn outcomes(mut self, outcomes: impl Outcomes + 'static) -> Self {
        self.outcomes = Arc::new(outcomes);
        self
    }

    /// Another clock than the machine's.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Another source of randomness than the operating system's. For tests.
    pub fn entropy(mut self, entropy: impl Entropy + 'static) -> Self {
        self.entropy = Arc::new(entropy);
        self
    }

    /// One observer more.
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observers.push(Arc::new(observer));
        self
    }

    /// A function that is told of every event after its commit.
    pub fn on_event(self, told: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        self.observer(Closure(told))
    }

    /// A rule of the app's own about who may register.
    pub fn registration_policy(mut self, policy: impl RegistrationPolicy + 'static) -> Self {
        self.registration_policy = Arc::new(policy);
        self
    }

    /// A rule of the app's own about who may invite and what they may give, in place of `invitations.who`,
    /// `inviter_roles` and `grantable_roles`.
    pub fn invitation_policy(mut self, policy: impl InvitationPolicy + 'static) -> Self {
        self.invitation_policy = Some(Arc::new(policy));
        self
    }

    /// A rule of the app's own about usernames, in place of the reserved names.
    pub fn username_policy(mut self, policy: impl UsernamePolicy + 'static) -> Self {
        self.username_policy = Arc::new(policy);
        self
    }

    /// A rule of the app's own about addresses, wherever somebody gives one.
    pub fn email_policy(mut self, policy: impl EmailPolicy + 'static) -> Self {
        self.email_policy = Arc::new(policy);
        self
    }

    /// A rule of the app's own about what people tell in declared fields.
    pub fn profile_policy(mut self, policy: impl ProfilePolicy + 'static) -> Self {
        self.profile_policy = Arc::new(policy);
        self
    }

    /// A rule of the app's own about passwords, in place of `passwords.policy`.
    pub fn password_policy(mut self, policy: impl PasswordPolicy + 'static) -> Self {
        self.password_policy = Some(Arc::new(policy));
        self
    }

    /// Users may have pictures: where those are kept, and who makes them out of what is uploaded.
    pub fn pictures(mut self, keeper: impl Pictures + 'static, maker: impl PictureMaker + 'static) -> Self {
        self.pictures = Some(PictureParts { keeper: Arc::new(keeper), maker: Arc::new(maker) });
        self
    }

    /// Adds a page of the app's own to the menu of the account pages, after those that `group` has already:
    /// `.account_page(MenuGroup::Security, "api-keys", "/api-keys")`. The words are messages of the app:
    /// `api-keys-title` for what the page is called, `profile-api-keys` for what it is for.
    pub fn account_page(mut self, group: MenuGroup, id: impl Into<String>, path: impl Into<String>) -> Self {
        self.own_pages.push(OwnPage { group, id: id.into(), path: path.into() });
        self
    }

    /// Adds rows of the app to what users export of themselves. May be given several times.
    pub fn export_source(mut self, source: impl ExportSource + 'static) -> Self {
        self.export_sources.push(Arc::new(source));
        self
    }

    /// Kinds of credentials of the app's own whose secret is in a [box](crate::boxes), so that
    /// [`rewrap_secrets`](UserManager::rewrap_secrets) renews them, too.
    pub fn boxed_credentials(mut self, kinds: impl IntoIterator<Item = CredentialKind>) -> Self {
        self.boxed_kinds.extend(kinds);
        self
    }

    /// Puts everything together, or names everything that cannot be, at once.
    pub fn build(mut self) -> Result<UserManager, SettingsFaults> {
        let renderer = self.ports.renderer.as_ref();
        let mut faults = self.settings.faults();
        faults.extend(self.settings.faults_in_words(renderer));
        faults.extend(self.settings.faults_in_menu(&self.own_pages, renderer));
        let locales = self.settings.offered_locales(&renderer.locales());
        if self.settings.has_pictures() && self.pictures.is_none() {
            let problem =
                "needs a place to keep pictures: give the builder one with `.pictures(..)`, or switch it off";
            faults
                .push(SettingsFault { setting: "features.picture".to_owned(), problem: problem.to_owned() });
        }
        self.settings.features.picture = self.settings.features.picture.or(Some(self.pictures.is_some()));
        // In force is what there is: forms offer these languages.
        self.settings.languages.offered.clone_from(&locales);
        let senders = Senders::of(&self.settings.mails);
        let (Some(senders), true) = (senders, faults.is_empty()) else { return Err(SettingsFaults(faults)) };
        let ready = self.settings.passwords.policy;
        let invitations = self.settings.invitations.clone();
        let parts = Parts {
            senders,
            locales,
            bell: Bell::default(),
            trouble: Trouble::default(),
            in_flight: InFlight::default(),
            advice: MemoryThrottle::new(),
            boxes: Boxes::new(self.secret.clone(), self.earlier_secrets.clone(), Arc::clone(&self.entropy))
                .holding(self.boxed_kinds),
            seals: Seals::new(self.secret, self.earlier_secrets),
            store: self.ports.store,
            mailer: self.ports.mailer,
            renderer: self.ports.renderer,
            hasher: self.ports.hasher,
            throttle: self.throttle,
            trail: MemoryThrottle::new(),
            outcomes: self.outcomes,
            clock: self.clock,
            entropy: self.entropy,
            observers: self.observers,
            registration_policy: self.registration_policy,
            invitation_policy: self.invitation_policy.unwrap_or_else(|| Arc::new(invitations)),
            username_policy: self.username_policy,
            email_policy: self.email_policy,
            profile_policy: self.profile_policy,
            password_policy: self.password_policy.unwrap_or_else(|| password_policies::ready(ready).into()),
            pictures: self.pictures,
            own_pages: self.own_pages,
            export_sources: self.export_sources,
            settings: self.settings,
        };
        Ok(UserManager { parts: Arc::new(parts), actor: None })
    }
}

struct Closure<F>(F);

#[async_trait]
impl<F: Fn(&Event) + Send + Sync> Observer for Closure<F> {
    async fn notify(&self, event: &Event) -> Result<(), PortError> {
        (self.0)(event);
        Ok(())
    }
}
