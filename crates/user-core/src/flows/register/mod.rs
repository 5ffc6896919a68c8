//! Registration.

mod account;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use chrono::TimeDelta;
use thiserror::Error;

use crate::domain::{
    EmailAddress, EventKind, Field, Invitation, MailKind, MailRequest, Password, PasswordHash, Profile,
    Unmet, User, UserStatus, Username, Violation, Violations,
};
use crate::kit::{
    Admission, Entrant, LinkRefusal, Recognised, RegisteredHere, Try, Typed, Visitor, attempt,
    limits_fail_as, links_fail_as, refuses_as,
};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, PortError, RegistrationRequest, Unique, UserKey};
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
    /// Nothing more: they are let in.
    Admission(Admission),
}

/// A registration was accepted, or looks so.
#[non_exhaustive]
pub struct Registered {
    /// What comes next.
    pub next: RegisteredNext,
    /// What this browser is to keep as [`Visitor::mark`]: a mark of this registration, beside those of earlier ones.
    /// Where it is found, confirming asks for nothing.
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
    /// The invited address has an account, or this browser registered one with it that is in use: its owner accepts by
    /// signing in. Told only to the holder of the link.
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

refuses_as! {
    RegisterError: Off, Invalid, Throttled, Failed;
    Own::Invitation(refusal) => Self::Link(refusal),
    Own::InvitationRequired => Self::Unmet(Unmet::NotAllowed),
    Own::HasAccount => Self::Unmet(Unmet::NotSignedIn)
}

limits_fail_as!(RegisterError);

links_fail_as!(RegisterError, Invitation);

/// What this browser registered before, as far as it is meant again.
enum Earlier {
    /// Nothing.
    Nothing,
    /// An account that nobody has used: it is redone.
    Unused(User),
    /// An account in use, by its address: it stays as it is, and its link is sent again.
    InUse(User),
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
    /// Where addresses are confirmed, the same is written whatever is known of the address: a pending account that
    /// gives it, and a mail. Whose the address is, the courier finds out, and tells an owner in place of the link. Any
    /// number of accounts may give one address; the first that confirms has it.
    ///
    /// In the browser that registered a pending account, registering again with its username or, where there are none,
    /// its address redoes that account, while nobody has signed in to it. Nothing that a stranger does changes it.
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
        attempt((), async |()| {
            if let Some(registered) = self.try_register(&applicant, &hash, visitor).await? {
                return Ok(Try::Done(registered));
            }
            // Of many with one invitation, one is in by now.
            if applicant.invitation.is_some() {
                self.invited(&form.invite_token).await?;
            }
            Ok(Try::Again(()))
        })
        .await
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
        // It is good for one address. An empty box means that one.
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

    /// One try; `None` when somebody else changed what it was decided on.
    async fn try_register(
        &self,
        applicant: &Applicant,
        hash: &PasswordHash,
        visitor: &Visitor,
    ) -> Result<Option<Registered>, RegisterError> {
        let owner = self.owner_in_the_way(applicant).await?;
        if owner.is_some() && applicant.invitation.is_some() {
            return Err(RegisterError::HasAccount);
        }
        let here = self.registered_here(visitor).await?;
        let earlier = self.earlier(applicant, &here).await?;
        match (earlier, &applicant.email, owner) {
            (_, Some(email), Some(owner)) => {
                self.tell_owner(&owner, email, visitor).await?;
                Ok(Some(Registered { next: RegisteredNext::SignIn, mark: self.blank_mark(&here) }))
            }
            // It is accepted by signing in to the account that is there.
            (Earlier::InUse(_), ..) if applicant.invitation.is_some() => Err(RegisterError::HasAccount),
            (Earlier::InUse(own), Some(email), None) => {
                self.send_again(&own, email, visitor).await?;
                Ok(Some(Registered { next: RegisteredNext::ConfirmEmail, mark: self.same_mark(&here) }))
            }
            (Earlier::Unused(redone), ..) => {
                self.write_account(applicant, hash, (Some(&redone), &here), visitor).await
            }
            _ => self.write_account(applicant, hash, (None, &here), visitor).await,
        }
    }

    /// The owner of an address that would be the new account's at once. Where it is confirmed first, nobody is looked
    /// up: a stranger must not learn anything by it.
    async fn owner_in_the_way(&self, applicant: &Applicant) -> Result<Option<User>, PortError> {
        match &applicant.email {
            Some(email) if !self.confirms_first(applicant) => self.store().user(UserKey::Email(email)).await,
            _ => Ok(None),
        }
    }

    fn confirms_first(&self, applicant: &Applicant) -> bool {
        self.settings().confirms_email() && applicant.invitation.is_none()
    }

    /// The pending account that this browser registered before, where it is meant again: by its username or, where
    /// there are none, by its address. A username of any other account is taken.
    async fn earlier(
        &self,
        applicant: &Applicant,
        here: &[RegisteredHere],
    ) -> Result<Earlier, RegisterError> {
        let Some(username) = &applicant.username else {
            let Some(email) = &applicant.email else { return Ok(Earlier::Nothing) };
            return Ok(match self.registered_with(email, here).await? {
                None => Earlier::Nothing,
                Some(own) if is_unused(&own) => Earlier::Unused(own),
                Some(own) => Earlier::InUse(own),
            });
        };
        let Some(namesake) = self.store().user(UserKey::Username(username)).await? else {
            return Ok(Earlier::Nothing);
        };
        if here.iter().any(|here| here.user == namesake.id) && is_unused(&namesake) {
            return Ok(Earlier::Unused(namesake));
        }
        Err(username_taken())
    }

    /// Another link for an account that this browser registered, and that is in use. It tells nothing of the address.
    async fn send_again(&self, own: &User, email: &EmailAddress, visitor: &Visitor) -> Result<(), PortError> {
        if self.may_mail(MailKind::CONFIRM_EMAIL, email).await? {
            let asked = (MailKind::CONFIRM_EMAIL, MailRequest::ConfirmEmail);
            self.request_mail(asked, email, Some(own.id), visitor).await?;
        }
        Ok(())
    }

    /// The address has an account, and none is made: its owner is told. Where nothing is to confirm.
    async fn tell_owner(
        &self,
        owner: &User,
        email: &EmailAddress,
        visitor: &Visitor,
    ) -> Result<(), RegisterError> {
        let kind = EventKind::REGISTRATION_FOR_EXISTING_EMAIL;
        let mut changes = Changes::none();
        changes.extend(self.strangers_event(kind, Some(owner.id), visitor).await);
        if self.may_mail(MailKind::ALREADY_REGISTERED, email).await? {
            changes.extend(self.mail_about_registration(owner, email));
        }
        self.commit_unless_lost(changes).await?;
        Ok(())
    }

    async fn write_account(
        &self,
        applicant: &Applicant,
        hash: &PasswordHash,
        (redone, here): (Option<&User>, &[RegisteredHere]),
        visitor: &Visitor,
    ) -> Result<Option<Registered>, RegisterError> {
        // Somebody else may have used up the mails to this address: this one comes later, and comes.
        let wait = match &applicant.email {
            Some(email) if self.confirms_first(applicant) => {
                span(self.mail_wait(MailKind::REGISTERED, email).await?)
            }
            _ => TimeDelta::zero(),
        };
        let user = self.new_user(applicant, hash, visitor);
        let (user, mut changes) = match redone {
            None => self.added(user, visitor),
            Some(earlier) => self.replaced(earlier, user, visitor),
        };
        let mark = self.add_mark(&user, here, visitor, &mut changes);
        self.add_welcome(&user, wait, visitor, &mut changes);
        if let Some(invitation) = &applicant.invitation {
            self.add_acceptance(invitation, user.id, visitor, &mut changes);
        }
        let admission = if self.signs_in_after_register(&user) {
            let by = Recognised::Registration;
            let entrant = Entrant { user: &user, by, begins: true, remember_me: false, visitor };
            Some(self.admit(&entrant, &mut changes).await?)
        } else {
            None
        };
        match self.commit(changes).await {
            Ok(()) => {}
            // In use since somebody looked, or kept for a user who had it.
            Err(CommitError::Taken(Unique::Username)) => return Err(username_taken()),
            Err(CommitError::Failed(error)) => return Err(error.into()),
            Err(CommitError::Taken(_) | CommitError::Gone | CommitError::Stale) => return Ok(None),
        }
        if let Some(admission) = &admission {
            self.follow_admission(admission, visitor).await;
        }
        Ok(Some(Registered { next: next(&user, admission), mark }))
    }

    fn signs_in_after_register(&self, user: &User) -> bool {
        user.status == UserStatus::Active && self.settings().auto_sign_in.after_register
    }
}

/// Whether nobody has confirmed an address of this account, or signed in to it. It is decided on the account, and by no
/// record of events: strangers fill that.
fn is_unused(user: &User) -> bool {
    user.status == UserStatus::Pending && !user.has_confirmed_email() && user.last_signed_in_at.is_none()
}

fn username_taken() -> RegisterError {
    RegisterError::Invalid(Violations::one(Field::Username, Violation::Taken))
}

fn next(user: &User, admission: Option<Admission>) -> RegisteredNext {
    match admission {
        Some(admission) => RegisteredNext::Admission(admission),
        None if user.status == UserStatus::Pending => RegisteredNext::ConfirmEmail,
        None => RegisteredNext::SignIn,
    }
}
