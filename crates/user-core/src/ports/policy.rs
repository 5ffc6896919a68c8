//! Rules that an app may set for itself.

use std::collections::BTreeSet;

use async_trait::async_trait;

use super::PortError;
use crate::domain::{
    EmailAddress, Field, Invitation, Password, PasswordStrength, Profile, Role, User, Username, Violation,
    Violations,
};
use crate::settings::{Invitations, Inviters};

/// What is known of the user whose password is judged.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct PasswordContext<'a> {
    /// The username, if the form had a good one.
    pub username: Option<&'a Username>,
    /// The address, if the form had a good one.
    pub email: Option<&'a EmailAddress>,
    /// The name of the app.
    pub app_name: &'a str,
}

impl<'a> PasswordContext<'a> {
    /// Creates a context with nothing but the name of the app. The other fields are set on it.
    pub const fn new(app_name: &'a str) -> Self {
        Self { username: None, email: None, app_name }
    }
}

/// The judgement of a policy about a password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// All violations of the policy.
    pub violations: Vec<Violation>,
    /// How strong it is, for the meter beside its field; none where the policy does not judge that, and then no meter
    /// is shown. Must not be fair or better where there are violations.
    pub strength: Option<PasswordStrength>,
}

/// Decides whether a password is good enough.
pub trait PasswordPolicy: Send + Sync {
    /// Judges `password`. Strangers choose it: the work must be bounded to some milliseconds, however long the password
    /// is and whatever it consists of. Runs where the [`PasswordHasher`](super::PasswordHasher) does its work, after an
    /// attempt was reserved.
    fn judge(&self, password: &Password, context: &PasswordContext<'_>) -> Judgement;

    /// Returns the minimum number of characters, which pages show beside the field.
    fn min_length(&self) -> usize;
}

/// Decides whether a username is acceptable, beyond its shape.
pub trait UsernamePolicy: Send + Sync {
    /// Returns why the username is refused, or `None`.
    fn check(&self, username: &Username) -> Option<Violation>;
}

/// The default username policy: it refuses reserved names.
#[derive(Clone, Copy, Debug, Default)]
pub struct NotReserved;

impl UsernamePolicy for NotReserved {
    fn check(&self, username: &Username) -> Option<Violation> {
        username.is_reserved().then_some(Violation::Reserved)
    }
}

/// Decides whether an address is acceptable, beyond its shape, wherever somebody gives one: registering, adding an
/// address, changing it, inviting.
///
/// Must decide by the address alone. A policy that knew who has an account would tell strangers.
pub trait EmailPolicy: Send + Sync {
    /// Returns why the address is refused, or `None`.
    fn check(&self, email: &EmailAddress) -> Option<Violation>;
}

/// The default address policy: it accepts every address.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnyEmail;

impl EmailPolicy for AnyEmail {
    fn check(&self, _email: &EmailAddress) -> Option<Violation> {
        None
    }
}

/// Decides whether a profile is acceptable, beyond the rules of each declared field: a telephone number that is one, a
/// field that must be filled in because another one is. Asked when people register and when they edit their profile.
pub trait ProfilePolicy: Send + Sync {
    /// Everything wrong with the profile as it would be. A field that its own rules refused is not in it, and what is
    /// said of it is not shown. Name fields by [`Field::declared`].
    fn check(&self, profile: &Profile) -> Violations;
}

/// The default profile policy: it checks nothing beyond the rules of each field.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnyProfile;

impl ProfilePolicy for AnyProfile {
    fn check(&self, _profile: &Profile) -> Violations {
        Violations::none()
    }
}

/// A registration that passed all other rules.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct RegistrationRequest<'a> {
    /// The username, where the app uses them.
    pub username: Option<&'a Username>,
    /// The address, where the app uses them.
    pub email: Option<&'a EmailAddress>,
    /// The open invitation that it comes with, for that address.
    pub invitation: Option<&'a Invitation>,
}

/// May refuse a registration: an allow-list of domains, a waiting list, a closed beta.
#[async_trait]
pub trait RegistrationPolicy: Send + Sync {
    /// No violations admit the registration. They are shown beside the fields they name.
    async fn admit(&self, request: &RegistrationRequest<'_>) -> Result<Violations, PortError>;
}

/// Admits everyone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Everyone;

#[async_trait]
impl RegistrationPolicy for Everyone {
    async fn admit(&self, _request: &RegistrationRequest<'_>) -> Result<Violations, PortError> {
        Ok(Violations::none())
    }
}

/// Admits addresses of these domains only. As a registration policy it asks once, who registers; as an
/// [`EmailPolicy`] it also keeps users from going elsewhere later.
#[derive(Clone, Debug)]
pub struct DomainsOnly {
    /// The domains, lower case, as IDNA A-labels.
    pub domains: Vec<String>,
    /// The code shown for others: the message is `email-<code>`.
    pub code: &'static str,
}

impl EmailPolicy for DomainsOnly {
    fn check(&self, email: &EmailAddress) -> Option<Violation> {
        let listed = self.domains.iter().any(|domain| domain == email.domain());
        (!listed).then_some(Violation::Custom(self.code))
    }
}

#[async_trait]
impl RegistrationPolicy for DomainsOnly {
    async fn admit(&self, request: &RegistrationRequest<'_>) -> Result<Violations, PortError> {
        let refused = match request.email {
            Some(email) => self.check(email),
            None => Some(Violation::Custom(self.code)),
        };
        Ok(refused.map_or_else(Violations::none, |violation| Violations::one(Field::Email, violation)))
    }
}

/// What the invitations of a user may give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvitationRight {
    /// The roles that their invitations may give.
    pub grantable_roles: BTreeSet<Role>,
}

/// Decides who may invite, and what they may give. Asked again for every invitation that is sent.
#[async_trait]
pub trait InvitationPolicy: Send + Sync {
    /// Returns what `user`, whose account is active, may give; `None` if they may not invite.
    async fn right_of(&self, user: &User) -> Result<Option<InvitationRight>, PortError>;
}

/// The default policy: it decides by the settings.
#[async_trait]
impl InvitationPolicy for Invitations {
    async fn right_of(&self, user: &User) -> Result<Option<InvitationRight>, PortError> {
        let may_invite = match self.who {
            Inviters::SignedIn => true,
            Inviters::Roles => self.inviter_roles.iter().any(|role| user.has_role(role)),
            Inviters::Code => false,
        };
        let grantable = || self.grantable_roles.iter().filter_map(|role| Role::parse(role).ok()).collect();
        Ok(may_invite.then(|| InvitationRight { grantable_roles: grantable() }))
    }
}
