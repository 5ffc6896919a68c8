//! A person's account.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{
    EmailAddress, EmailId, FieldValue, Locale, PasswordHash, PictureId, Profile, Role, TimeZone, UserId,
    Username,
};

/// The status of an account. Only a confirmation makes it active, only code or an administrator disables or enables it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserStatus {
    /// Registered, with no confirmed address yet.
    Pending,
    /// In use.
    Active,
    /// Disabled by an administrator: cannot sign in.
    Disabled,
}

impl UserStatus {
    /// Returns the name that stores keep. It never changes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }

    /// Returns the status with this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Pending, Self::Active, Self::Disabled].into_iter().find(|status| status.as_str() == name)
    }
}

/// The names under which an app may ask for the parts of a person's name. Forms know the same ones for autofill.
pub(crate) const WHOLE_NAMES: [&str; 3] = ["name", "full_name", "real_name"];
pub(crate) const GIVEN_NAMES: [&str; 2] = ["first_name", "given_name"];
pub(crate) const FAMILY_NAMES: [&str; 3] = ["last_name", "family_name", "surname"];

/// Whether a name is written in Chinese characters alone: the family name stands first then, without a space.
fn is_han(name: &str) -> bool {
    name.chars()
        .all(|c| matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
}

/// The maximum number of addresses of one user, unconfirmed ones included.
pub const EMAILS_MAX: usize = 10;

/// One address of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UserEmail {
    /// The id of the row.
    pub id: EmailId,
    /// The address.
    pub address: EmailAddress,
    /// Since when the address counts as confirmed; `None` while it is not. That is the moment of the confirmation or,
    /// for the address with which somebody registered, that of the registration; an address that comes back to the
    /// account counts from when it did before; and one that an administrator set beats what came in lately.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether mails to the user go here. At most one per user, and only a confirmed one.
    pub primary: bool,
}

/// A user row with its addresses and roles.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct User {
    /// The id, which never changes.
    pub id: UserId,
    /// The name to sign in with, where the app uses usernames.
    pub username: Option<Username>,
    /// The addresses, oldest first.
    pub emails: Vec<UserEmail>,
    /// The hash of the password; `None` for an account that has no password.
    pub password_hash: Option<PasswordHash>,
    /// The status of the account.
    pub status: UserStatus,
    /// The roles of the user.
    pub roles: BTreeSet<Role>,
    /// The language chosen or met at registration.
    pub locale: Option<Locale>,
    /// The time zone chosen; `None` shows times in UTC.
    pub time_zone: Option<TimeZone>,
    /// The values of the fields that the app declares.
    pub profile: Profile,
    /// The picture, if there is one.
    pub picture: Option<PictureId>,
    /// The number that valid marks of known devices carry. It increases with a new password and whenever all sessions
    /// end, which makes earlier marks invalid.
    pub device_epoch: i64,
    /// When the account was created.
    pub created_at: DateTime<Utc>,
    /// When a user last signed in; `None` if nobody ever did. Until then, the browser that registered the account may
    /// register it anew.
    pub last_signed_in_at: Option<DateTime<Utc>>,
    /// When the account will be deleted; `None` if no deletion is scheduled.
    pub deletion_at: Option<DateTime<Utc>>,
    /// The number of changes to the account. A commit names the revision that it was decided on, and fails on any
    /// other.
    pub revision: i64,
}

impl UserEmail {
    /// An address that is not confirmed. The other fields are set on it.
    pub const fn new(id: EmailId, address: EmailAddress) -> Self {
        Self { id, address, confirmed_at: None, primary: false }
    }
}

/// Why a user with the right password may not sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInBar {
    /// The account is disabled.
    Disabled,
    /// No address is confirmed yet, and the app asks for one.
    Unconfirmed,
}

impl User {
    /// A pending account without a name, an address or a password, at revision 0. The other fields are set on it.
    ///
    /// ```
    /// use user_core::domain::{User, UserId, UserStatus, Username};
    /// # use chrono::{DateTime, Utc};
    ///
    /// fn active(id: UserId, name: Username, created_at: DateTime<Utc>) -> User {
    ///     let mut user = User::new(id, created_at);
    ///     user.username = Some(name);
    ///     user.status = UserStatus::Active;
    ///     user
    /// }
    /// ```
    pub fn new(id: UserId, created_at: DateTime<Utc>) -> Self {
        Self {
            id,
            username: None,
            emails: Vec::new(),
            password_hash: None,
            status: UserStatus::Pending,
            roles: BTreeSet::new(),
            locale: None,
            time_zone: None,
            profile: Profile::default(),
            picture: None,
            device_epoch: 0,
            created_at,
            last_signed_in_at: None,
            deletion_at: None,
            revision: 0,
        }
    }

    /// Checks whether the user may sign in. No other code decides that.
    pub fn may_sign_in(&self, before_confirmation: bool) -> Result<(), SignInBar> {
        match self.status {
            UserStatus::Active => Ok(()),
            UserStatus::Pending if before_confirmation => Ok(()),
            UserStatus::Pending => Err(SignInBar::Unconfirmed),
            UserStatus::Disabled => Err(SignInBar::Disabled),
        }
    }

    /// Returns the primary address, to which mails about the account go.
    pub fn primary_email(&self) -> Option<&UserEmail> {
        self.emails.iter().find(|email| email.primary)
    }

    /// Returns the primary address or, while none is confirmed, the first one.
    pub fn main_email(&self) -> Option<&UserEmail> {
        self.primary_email().or(self.emails.first())
    }

    /// Returns the address of the registration, while none is confirmed: it stands for them until then, also while an
    /// administrator has disabled the account.
    pub fn registered_email(&self) -> Option<&UserEmail> {
        let waits = self.status != UserStatus::Active && !self.has_confirmed_email();
        self.emails.first().filter(|_| waits)
    }

    /// Returns the address that was confirmed first: the oldest claim to the account.
    pub fn first_confirmed_email(&self) -> Option<&UserEmail> {
        let confirmed = self.emails.iter().filter(|email| email.confirmed_at.is_some());
        confirmed.min_by_key(|email| (email.confirmed_at, !email.primary))
    }

    /// Returns the user's row for this address, if there is one.
    pub fn email(&self, address: &EmailAddress) -> Option<&UserEmail> {
        self.emails.iter().find(|email| email.address == *address)
    }

    /// Returns whether any address is confirmed.
    pub fn has_confirmed_email(&self) -> bool {
        self.emails.iter().any(|email| email.confirmed_at.is_some())
    }

    /// Returns the profile as a type of the app: see [`Profile::read`].
    pub fn profile<T: serde::de::DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        self.profile.read()
    }

    /// Returns the name to show: the username, else the address.
    pub fn display_name(&self) -> &str {
        let address = || self.main_email().map(|email| email.address.as_str());
        self.username.as_ref().map(Username::as_str).or_else(address).unwrap_or("")
    }

    /// What the user is called in full: first and last name, where the app asks for them and the user told them; else
    /// [`display_name`](Self::display_name).
    pub fn full_name(&self) -> String {
        let (first, last) = (self.told(&GIVEN_NAMES), self.told(&FAMILY_NAMES));
        match (self.told(&WHOLE_NAMES), first, last) {
            (Some(whole), ..) => whole.to_owned(),
            (None, Some(first), Some(last)) if is_han(first) && is_han(last) => format!("{last}{first}"),
            (None, Some(first), Some(last)) => format!("{first} {last}"),
            (None, Some(name), None) | (None, None, Some(name)) => name.to_owned(),
            (None, None, None) => self.display_name().to_owned(),
        }
    }

    /// What the user is called in a greeting: the first name, where the app asks for it and the user told it; else the
    /// whole name; else [`display_name`](Self::display_name).
    pub fn short_name(&self) -> &str {
        self.told(&GIVEN_NAMES).or_else(|| self.told(&WHOLE_NAMES)).unwrap_or_else(|| self.display_name())
    }

    /// The first of these fields that the user filled in.
    fn told(&self, fields: &[&str]) -> Option<&str> {
        let texts = fields.iter().filter_map(|field| match self.profile.get(field) {
            Some(FieldValue::Text(text)) => Some(text.trim()),
            _ => None,
        });
        texts.into_iter().find(|text| !text.is_empty())
    }

    /// Returns one or two letters to show in place of a picture: the first letters of the words of the name.
    pub fn initials(&self) -> String {
        let name = self.full_name();
        let name = name.split('@').next().unwrap_or_default();
        let words = name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
        let initials: String = words.take(2).flat_map(char::to_uppercase).collect();
        // A name of signs alone has one too.
        if initials.is_empty() { name.chars().take(1).collect() } else { initials }
    }

    /// Returns the time zone in which times are shown to the user.
    pub fn shown_zone(&self) -> TimeZone {
        self.time_zone.unwrap_or(TimeZone::UTC)
    }

    /// Returns whether the user has this role.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|held| held.as_str() == role)
    }

    /// Returns whether the user has at least one of these roles; `false` for an empty list.
    pub fn has_any_role(&self, roles: &[&str]) -> bool {
        roles.iter().any(|role| self.has_role(role))
    }

    /// Returns whether the user has every one of these roles; `false` for an empty list.
    pub fn has_all_roles(&self, roles: &[&str]) -> bool {
        !roles.is_empty() && roles.iter().all(|role| self.has_role(role))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn known_by(address: &str) -> User {
        let email = UserEmail {
            id: EmailId::from_bytes([1; 16]),
            address: EmailAddress::parse(address).unwrap(),
            confirmed_at: Some(DateTime::UNIX_EPOCH),
            primary: true,
        };
        let user = User::new(UserId::from_bytes([1; 16]), DateTime::UNIX_EPOCH);
        User { emails: vec![email], status: UserStatus::Active, ..user }
    }

    fn named(told: &[(&str, &str)]) -> User {
        let mut user = known_by("ada@example.com");
        for (field, value) in told {
            user.profile.set(*field, Some(FieldValue::Text((*value).to_owned())));
        }
        user
    }

    #[test]
    fn a_user_is_called_by_the_names_that_they_told() {
        let han = [("given_name", "\u{5c0f}\u{660e}"), ("family_name", "\u{738b}")];
        let cases = [
            ([].as_slice(), "ada@example.com", "ada@example.com", "A"),
            (&[("first_name", "Ada"), ("last_name", "Lovelace")], "Ada Lovelace", "Ada", "AL"),
            (&[("first_name", "Ada")], "Ada", "Ada", "A"),
            (&[("surname", "Lovelace"), ("motto", "x")], "Lovelace", "ada@example.com", "L"),
            (&[("full_name", "Ada King"), ("first_name", " ")], "Ada King", "Ada King", "AK"),
            (&han, "\u{738b}\u{5c0f}\u{660e}", "\u{5c0f}\u{660e}", "\u{738b}"),
        ];

        for (told, full, short, initials) in cases {
            let user = named(told);
            assert_eq!((user.full_name().as_str(), user.short_name()), (full, short), "{told:?}");
            assert_eq!(user.initials(), initials, "{told:?}");
        }
    }

    #[test]
    fn initials_are_found_in_any_script_and_never_missing() {
        let cases = [
            ("ada", "A"),
            ("ada.lovelace.king", "AL"),
            ("\u{5c71}\u{7530}.\u{592a}\u{90ce}", "\u{5c71}\u{592a}"),
            ("\u{645}\u{631}\u{64a}\u{645}.\u{639}\u{644}\u{64a}", "\u{645}\u{639}"),
            ("\u{430}\u{43d}\u{43d}\u{430}", "\u{410}"),
            ("!!", "!"),
        ];

        for (name, expected) in cases {
            assert_eq!(known_by(&format!("{name}@example.com")).initials(), expected);
        }
    }
}
