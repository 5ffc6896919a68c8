//! Tests that read like a story: a site in memory, and visitors who use it.
//!
//! Every verb does what a person would, and fails the test when it does not work; a test of a refusal calls the flow
//! itself on [`Site::users`]. Front ends and apps test their own rules with it: give the site their settings and
//! policies, and let somebody register.
//!
//! ```
//! use user_testkit::story::Site;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let site = Site::new();
//!
//! let ada = site.visitor().registers("ada").await.confirms_from_mail().await.signs_in().await;
//! let ada = ada.changes_password("a much better password").await;
//! let ada = ada.signs_out().await.forgets_password().await.resets_from_mail("yet another good one").await;
//!
//! assert!(ada.signs_in().await.is_signed_in().await);
//! # }
//! ```

use user_core::UserManager;
use user_core::domain::{Locale, User};
use user_core::flows::{
    Admission, ChangePasswordForm, ConfirmEmailForm, Current, ForgotPasswordForm, RegisterForm,
    RegisteredNext, ResetPasswordForm, SignInForm, SignedIn, Visitor,
};
use user_core::ports::Renderer;
use user_core::seal::Secret;
use user_core::{Ports, UserManagerBuilder};

use crate::{CountingEntropy, FixedClock, MemoryStore, PlainHasher, PlainRenderer, Recorder, SentMail};

/// The password that everybody in a story begins with.
pub const PASSWORD: &str = "correct horse battery";

/// A site in memory, with everything behind it in reach.
#[derive(Clone, Debug)]
pub struct Site {
    /// The manager under test.
    pub users: UserManager,
    /// Where its accounts are.
    pub store: MemoryStore,
    /// What it mailed.
    pub mail: SentMail,
    /// Its hasher.
    pub hasher: PlainHasher,
    /// What time it is there.
    pub clock: FixedClock,
    /// What its observer was told.
    pub events: Recorder,
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

impl Site {
    /// A site with the usual settings.
    pub fn new() -> Self {
        Self::with(|builder| builder)
    }

    /// A site with settings, policies or ports of its own.
    pub fn with(choose: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder) -> Self {
        Self::rendered_by(PlainRenderer::new(), choose)
    }

    /// A site whose pages and mails this renderer makes: for a browser, which reads HTML.
    pub fn rendered_by(
        renderer: impl Renderer + 'static,
        choose: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
    ) -> Self {
        let (store, mail, hasher) = (MemoryStore::new(), SentMail::new(), PlainHasher::new());
        let (clock, events) = (FixedClock::default(), Recorder::new());
        let ports = Ports {
            store: std::sync::Arc::new(store.clone()),
            mailer: std::sync::Arc::new(mail.clone()),
            renderer: std::sync::Arc::new(renderer),
            hasher: std::sync::Arc::new(hasher.clone()),
        };
        let secret = Secret::new([7; 32]).expect("32 bytes");
        let builder = UserManager::builder(ports, secret)
            .clock(clock.clone())
            .entropy(CountingEntropy::new())
            .observer(events.clone());
        let users = choose(builder).build().expect("settings that work");
        Self { users, store, mail, hasher, clock, events }
    }

    /// Somebody new, in a browser of their own.
    pub fn visitor(&self) -> Person {
        let visitor = Visitor { address: "192.0.2.1".parse().ok(), ..Visitor::unknown(Locale::english()) };
        let (name, password) = (String::new(), PASSWORD.to_owned());
        Person { site: self.clone(), visitor, name, password, cookie: None }
    }

    /// Sends every mail that is due.
    pub async fn delivers_mail(&self) {
        while self.users.deliver_due_mail().await.expect("an outbox").taken() > 0 {}
    }
}

/// Somebody who uses the site, in one browser.
#[derive(Clone, Debug)]
pub struct Person {
    site: Site,
    visitor: Visitor,
    name: String,
    password: String,
    cookie: Option<String>,
}

impl Person {
    /// Registers as `name`, with an address at example.com.
    pub async fn registers(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        let form = RegisterForm {
            username: name.to_owned(),
            email: self.address(),
            password: self.password.clone(),
            retype_password: self.password.clone(),
            ..RegisterForm::default()
        };
        let registered = self.site.users.register(&form, &self.visitor).await.expect("a registration");
        self.visitor.mark = Some(registered.mark);
        if let RegisteredNext::Admission(admission) = registered.next {
            self.keeps(&signed_in(admission));
        }
        self
    }

    /// Opens the link in the latest mail and confirms the address.
    pub async fn confirms_from_mail(mut self) -> Self {
        let link = self.link_from_mail().await;
        let current = self.current().await;
        let form = ConfirmEmailForm::default();
        let confirmed = self.site.users.confirm_email(&link, &form, current.as_ref(), &self.visitor).await;
        if let Some(admission) = confirmed.expect("a confirmation").admission {
            self.keeps(&signed_in(admission));
        }
        self
    }

    /// Signs in with the name and the password.
    pub async fn signs_in(mut self) -> Self {
        let identifier = if self.site.users.settings().identifiers.username() {
            self.name.clone()
        } else {
            self.address()
        };
        let form = SignInForm { identifier, password: self.password.clone(), remember_me: false };
        let admission = self.site.users.sign_in(&form, &self.visitor).await.expect("a sign-in");
        self.keeps(&signed_in(admission));
        self
    }

    /// Changes the password.
    pub async fn changes_password(mut self, new: &str) -> Self {
        let current = self.current().await.expect("somebody signed in");
        let form = ChangePasswordForm {
            old_password: self.password.clone(),
            new_password: new.to_owned(),
            retype_password: new.to_owned(),
        };
        let signed_in =
            self.site.users.change_password(&current, &form, &self.visitor).await.expect("a change");
        self.keeps(&signed_in);
        new.clone_into(&mut self.password);
        self
    }

    /// Signs out.
    pub async fn signs_out(mut self) -> Self {
        let current = self.current().await.expect("somebody signed in");
        self.site.users.sign_out(&current, &self.visitor).await.expect("a sign-out");
        (self.cookie, self.visitor.session) = (None, None);
        self
    }

    /// Asks for a link to reset the password.
    pub async fn forgets_password(self) -> Self {
        self.site.users.deliver_due_mail().await.expect("the mails from before");
        let form = ForgotPasswordForm { email: self.address() };
        self.site.users.forgot_password(&form, &self.visitor).await.expect("an answer");
        self
    }

    /// Opens the link in the latest mail and sets a new password.
    pub async fn resets_from_mail(mut self, new: &str) -> Self {
        let link = self.link_from_mail().await;
        let form = ResetPasswordForm { new_password: new.to_owned(), retype_password: new.to_owned() };
        let reset = self.site.users.reset_password(&link, &form, &self.visitor).await.expect("a reset");
        new.clone_into(&mut self.password);
        self.visitor.device = Some(reset.device);
        if let Some(admission) = reset.admission {
            self.keeps(&signed_in(admission));
        }
        self
    }

    /// The token of the link in the latest mail to this person.
    pub async fn link_from_mail(&self) -> String {
        self.site.delivers_mail().await;
        let link = self.site.mail.latest_link_to(&self.address()).expect("a mail with a link");
        link.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The same person in a browser that knows nothing of them.
    #[must_use]
    pub fn in_another_browser(&self) -> Self {
        let (name, password) = (self.name.clone(), self.password.clone());
        Self { name, password, ..self.site.visitor() }
    }

    /// The address: the name, at example.com.
    pub fn address(&self) -> String {
        format!("{}@example.com", self.name)
    }

    /// Who this browser is signed in as, by its cookie.
    pub async fn current(&self) -> Option<Current> {
        let cookie = self.cookie.as_deref()?;
        let resumed = self.site.users.resume(cookie, &self.visitor).await.expect("a store");
        resumed.map(|resumed| resumed.current)
    }

    /// Whether this browser is signed in.
    pub async fn is_signed_in(&self) -> bool {
        self.current().await.is_some()
    }

    /// The account, as it is now.
    pub async fn account(&self) -> Option<User> {
        let users = &self.site.users;
        let owner = users.find_user(&self.address()).await.expect("a store");
        let waiting = users.registrants(&self.address(), 1).await.expect("a store");
        owner.or(waiting.into_iter().next())
    }

    /// What the flows are told of this browser.
    pub const fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    fn keeps(&mut self, signed_in: &SignedIn) {
        self.cookie = Some(signed_in.cookie.clone());
        self.visitor.device = Some(signed_in.device.clone());
        self.visitor.session = Some(signed_in.session.id);
    }
}

/// The sign-in of an admission that is complete.
///
/// # Panics
///
/// A second step is asked for.
#[expect(clippy::panic, reason = "a story that goes another way than it is told has failed")]
pub fn signed_in(admission: Admission) -> SignedIn {
    let Admission::SignedIn(signed_in) = admission else { panic!("a second step is asked for") };
    *signed_in
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_story_goes_from_registering_to_a_reset_password() {
        let site = Site::new();

        let ada = site.visitor().registers("ada").await.confirms_from_mail().await;
        assert!(ada.is_signed_in().await, "the browser that registered is signed in by confirming");
        let elsewhere = ada.in_another_browser().signs_in().await;
        let ada = ada.changes_password("a much better password").await;

        assert!(ada.is_signed_in().await);
        assert!(!elsewhere.is_signed_in().await, "a changed password ends every other session");
        let ada =
            ada.signs_out().await.forgets_password().await.resets_from_mail("yet another good one").await;
        assert!(!ada.is_signed_in().await);
        assert!(ada.signs_in().await.is_signed_in().await);
    }
}
