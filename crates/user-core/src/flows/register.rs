//! Registration.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use chrono::TimeDelta;
use thiserror::Error;

use super::limits::limits_fail_as;
use super::link::mail_link;
use super::{ATTEMPTS, LinkError, LinkRefusal, SignedIn, Typed, Visitor, contention};
use crate::domain::{
    EmailAddress, EmailId, EventKind, Field, Invitation, MailDetails, MailKind, Password, PasswordHash,
    Profile, Purpose, User, UserEmail, UserId, UserStatus, Username, Violation, Violations,
};
use crate::letters::Reader;
use crate::manager::{UserManager, span};
use crate::ports::{
    Changes, CommitError, PortError, RegistrationRequest, SessionChange, TokenChange, UserChange, UserKey,
};
use crate::seal::Label;
use crate::settings::Told;

/// What was typed into the registration form. Fields that the settings do not ask for are ignored.
#[derive(Clone, Default)]
pub struct RegisterForm {
    /// The username.
    pub username: String,
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
    /// The password once more.
    pub retype_password: String,
    /// What was typed into the fields that the app declares, by their names.
    pub fields: BTreeMap<String, String>,
    /// The text of the link of an invitation; empty without one.
    pub invite_token: String,
}

/// What comes next for somebody who registered.
#[derive(Debug)]
pub enum RegisteredNext {
    /// Open the link in the mail. What everybody sees, whether or not the address has an account.
    ConfirmEmail,
    /// Sign in. What everybody sees where nothing is to confirm and nobody is signed in by registering.
    SignIn,
    /// They are signed in.
    SignedIn(Box<SignedIn>),
}

/// A registration was accepted, or looks so.
pub struct Registered {
    /// What comes next.
    pub next: RegisteredNext,
    /// A mark for this browser: only where it is found will confirming also sign in.
    pub mark: String,
}

impl fmt::Debug for Registered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registered").field("next", &self.next).finish_non_exhaustive()
    }
}

/// Why nobody was registered.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// Registration is off.
    #[error("registration is off")]
    Off,
    /// Nobody registers here without an invitation.
    #[error("an invitation is needed")]
    InvitationRequired,
    /// The invitation leads nowhere, or is for another address.
    #[error("the invitation: {0}")]
    Invitation(LinkRefusal),
    /// The invited address has an account: its owner accepts by signing in. Told only to whoever holds the link.
    #[error("the invited address has an account")]
    HasAccount,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts from this client.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

limits_fail_as!(RegisterError);

impl From<LinkError> for RegisterError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Refused(refusal) => Self::Invitation(refusal),
            LinkError::Failed(error) => Self::Failed(error),
        }
    }
}

/// A form in which every field is right.
struct Applicant {
    username: Option<Username>,
    email: Option<EmailAddress>,
    password: Password,
    told: Told,
    invitation: Option<Invitation>,
}

impl UserManager {
    /// Registers a user.
    ///
    /// A stranger cannot tell from the answer, nor from the time it takes, whether the address has an account: its
    /// owner is told by mail instead. An address that nobody has confirmed may be given by any number of people: the first
    /// who confirms has it.
    ///
    /// With an invitation the address counts as confirmed, because its link came by mail, and the user gets its roles.
    pub async fn register(
        &self,
        form: &RegisterForm,
        visitor: &Visitor,
    ) -> Result<Registered, RegisterError> {
        if !self.settings().features.register {
            return Err(RegisterError::Off);
        }
        // Before any work: a form that is refused counts, too.
        self.reserve_client(visitor).await?;
        let invitation = self.invitation_of(form).await?;
        let applicant = self.parse_applicant(form, invitation).await?;
        let request = RegistrationRequest {
            username: applicant.username.as_ref(),
            email: applicant.email.as_ref(),
            invitation: applicant.invitation.as_ref(),
        };
        let refused = self.parts.registration_policy.admit(&request).await?;
        if !refused.is_empty() {
            return Err(RegisterError::Invalid(refused));
        }
        let hash = self.parts.hasher.hash(&applicant.password).await?;
        for _ in 0..ATTEMPTS {
            if let Some(registered) = self.try_register(&applicant, &hash, visitor).await? {
                return Ok(registered);
            }
            // Of many with one invitation, one is in by now.
            if applicant.invitation.is_some() {
                self.invited(&form.invite_token).await?;
            }
        }
        if applicant.invitation.is_some() {
            return Err(contention().into());
        }
        // The same address again and again at the same moment: one of them won, and its mail is on the way.
        Ok(self.neutral())
    }

    /// The invitation that the form comes with, where there are any.
    async fn invitation_of(&self, form: &RegisterForm) -> Result<Option<Invitation>, RegisterError> {
        if !self.settings().invites() {
            return Ok(None);
        }
        if form.invite_token.is_empty() {
            return if self.settings().requires_invitation() {
                Err(RegisterError::InvitationRequired)
            } else {
                Ok(None)
            };
        }
        let (invitation, _) = self.invited(&form.invite_token).await?;
        // It is good for one address. Whoever left the box empty means that one.
        let typed = EmailAddress::parse(&form.email);
        if !form.email.trim().is_empty() && typed.as_ref() != Ok(&invitation.email) {
            return Err(RegisterError::Invitation(LinkRefusal::Invalid));
        }
        Ok(Some(invitation))
    }

    async fn parse_applicant(
        &self,
        form: &RegisterForm,
        invitation: Option<Invitation>,
    ) -> Result<Applicant, RegisterError> {
        let identifiers = self.settings().identifiers;
        let mut violations = Violations::none();
        let username = identifiers.username().then(|| self.parse_username(&form.username));
        let username = username.and_then(|parsed| violations.collect(Field::Username, parsed));
        let invited = invitation.as_ref().map(|invitation| Ok(invitation.email.clone()));
        let typed = || identifiers.email().then(|| self.parse_email(&form.email));
        let email = invited.or_else(typed).and_then(|parsed| violations.collect(Field::Email, parsed));
        let typed =
            Typed { field: Field::Password, password: &form.password, retyped: &form.retype_password };
        let whose = (username.as_ref(), email.as_ref());
        let password = self.parse_new_password(typed, whose, &mut violations).await?;
        let declared = self.settings().registration_fields();
        let told = self.parse_told(declared, &form.fields, Profile::default(), &mut violations);
        match password {
            Some(password) if violations.is_empty() => {
                Ok(Applicant { username, email, password, told, invitation })
            }
            _ => Err(RegisterError::Invalid(violations)),
        }
    }

    /// A username by shape and by the app's own rule.
    pub(crate) fn parse_username(&self, raw: &str) -> Result<Username, Violation> {
        let username = Username::parse(raw)?;
        self.parts.username_policy.check(&username).map_or(Ok(username), Err)
    }

    /// One try; `None` when somebody else changed what it was decided on.
    async fn try_register(
        &self,
        applicant: &Applicant,
        hash: &PasswordHash,
        visitor: &Visitor,
    ) -> Result<Option<Registered>, RegisterError> {
        let owner = match &applicant.email {
            Some(email) => self.store().user(UserKey::Email(email)).await?,
            None => None,
        };
        if applicant.invitation.is_some() && owner.is_some() {
            return Err(RegisterError::HasAccount);
        }
        if let Some(username) = &applicant.username
            && self.store().user(UserKey::Username(username)).await?.is_some()
        {
            return Err(RegisterError::Invalid(Violations::one(Field::Username, Violation::Taken)));
        }
        match (&applicant.email, owner) {
            (Some(email), Some(owner)) => self.tell_owner(&owner, email, visitor).await.map(Some),
            _ => self.add_user(applicant, hash, visitor).await,
        }
    }

    /// The address has an account: nothing changes, and its owner is told.
    async fn tell_owner(
        &self,
        owner: &User,
        email: &EmailAddress,
        visitor: &Visitor,
    ) -> Result<Registered, RegisterError> {
        let kind = EventKind::RegistrationForExistingEmail;
        let mut changes = Changes::none();
        changes.extend(self.strangers_event(kind, Some(owner.id), visitor).await);
        if self.may_mail(MailKind::AlreadyRegistered, email).await? {
            changes.extend(self.mail_about_registration(owner, email));
        }
        match self.commit(changes).await {
            Ok(()) | Err(CommitError::Gone | CommitError::Stale | CommitError::Taken(_)) => {
                Ok(self.neutral())
            }
            Err(CommitError::Failed(error)) => Err(error.into()),
        }
    }

    async fn add_user(
        &self,
        applicant: &Applicant,
        hash: &PasswordHash,
        visitor: &Visitor,
    ) -> Result<Option<Registered>, RegisterError> {
        // Somebody else may have used up the mails to this address: this one comes later, and comes.
        let wait = match &applicant.email {
            Some(email) if applicant.invitation.is_none() => {
                span(self.mail_wait(MailKind::Registered, email).await?)
            }
            _ => TimeDelta::zero(),
        };
        let user = self.new_user(applicant, hash, visitor);
        let mut changes = Changes::none().with(UserChange::Insert(Box::new(user.clone())));
        self.add_welcome(&user, wait, &mut changes);
        changes.add(self.event(EventKind::UserRegistered, Some(user.id), Some(visitor)));
        if let Some(invitation) = &applicant.invitation {
            self.add_acceptance(invitation, user.id, visitor, &mut changes);
        }
        let signed_in =
            self.signs_in_after_register(&user).then(|| self.fresh_session(&user, false, visitor));
        if let Some(signed_in) = &signed_in {
            changes.add(SessionChange::Insert(signed_in.session.clone()));
            changes.add(self.event(EventKind::UserSignedIn, Some(user.id), Some(visitor)));
        }
        match self.commit(changes).await {
            Ok(()) => {
                if signed_in.is_some() {
                    self.end_previous(visitor).await;
                }
                Ok(Some(self.registered(user.id, user.status, signed_in)))
            }
            Err(CommitError::Taken(_) | CommitError::Gone | CommitError::Stale) => Ok(None),
            Err(CommitError::Failed(error)) => Err(error.into()),
        }
    }

    fn new_user(&self, applicant: &Applicant, hash: &PasswordHash, visitor: &Visitor) -> User {
        let (clock, entropy) = (self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        let now = clock.now();
        let confirms = self.settings().confirms_email() && applicant.invitation.is_none();
        let roles = applicant.invitation.as_ref().map(|invitation| invitation.roles.clone());
        let email = applicant.email.as_ref().map(|address| UserEmail {
            id: EmailId::fresh(clock, entropy),
            address: address.clone(),
            confirmed_at: (!confirms).then_some(now),
            primary: !confirms,
        });
        let mut user = User {
            id: UserId::fresh(clock, entropy),
            username: applicant.username.clone(),
            emails: email.into_iter().collect(),
            password_hash: Some(hash.clone()),
            status: if confirms { UserStatus::Pending } else { UserStatus::Active },
            roles: roles.unwrap_or_default(),
            locale: Some(visitor.locale.clone()),
            time_zone: None,
            profile: Profile::default(),
            picture: None,
            device_epoch: 0,
            created_at: now,
            revision: 0,
        };
        applicant.told.apply_to_new(&mut user);
        user
    }

    /// The first mail, due after `wait`: its link counts from then.
    fn add_welcome(&self, user: &User, wait: TimeDelta, changes: &mut Changes) {
        let Some(email) = user.emails.first() else { return };
        let mut details = MailDetails::default();
        if user.status == UserStatus::Pending {
            let mut token = self.fresh_token(Purpose::ConfirmEmail, user, email.id);
            details.link = Some(mail_link(&token));
            token.expires_at += wait;
            changes.add(TokenChange::Insert(token));
        }
        let mail = self.letter(MailKind::Registered, Reader::of(user, &email.address), details);
        changes.extend(mail.map(|mail| mail.after(wait)));
    }

    fn signs_in_after_register(&self, user: &User) -> bool {
        user.status == UserStatus::Active && self.settings().auto_sign_in.after_register
    }

    fn registered(&self, user: UserId, status: UserStatus, signed_in: Option<SignedIn>) -> Registered {
        let next = match signed_in {
            Some(signed_in) => RegisteredNext::SignedIn(Box::new(signed_in)),
            None if status == UserStatus::Pending => RegisteredNext::ConfirmEmail,
            None => RegisteredNext::SignIn,
        };
        Registered { next, mark: self.seals().seal(Label::Registration, user.as_bytes()) }
    }

    /// What everybody sees: with a mark like any other, for a user that does not exist.
    fn neutral(&self) -> Registered {
        let confirms = self.settings().confirms_email();
        let status = if confirms { UserStatus::Pending } else { UserStatus::Active };
        self.registered(UserId::from_bytes(self.random_bytes()), status, None)
    }
}
