//! A person's account.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{
    EmailAddress, EmailId, FieldValue, Locale, PasswordHash, PictureId, Profile, Role, TimeZone, UserId,
    Username,
};

/// Where an account stands. Only a confirmation makes it active, only code or an administrator disables or enables it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserStatus {
    /// Registered, with no address proven yet.
    Pending,
    /// In use.
    Active,
    /// Shut by an administrator: may not sign in, whatever else happens.
    Disabled,
}

impl UserStatus {
    /// The stable name that stores keep.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }

    /// Reads the stable name.
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

/// The most addresses of one user, those that are not confirmed included.
pub const EMAILS_MAX: usize = 10;

/// One address of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UserEmail {
    /// The row.
    pub id: EmailId,
    /// The address.
    pub address: EmailAddress,
    /// Since when its owner's proof counts that mail to it arrives; `None` until there is one. That is the moment of the
    /// proof or, for the address with which somebody registered, that of the registration; an address that comes back to
    /// the account counts from when it did before; and one that an administrator set beats what came in lately.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether mails to the user go here. At most one per user, and only a confirmed one.
    pub primary: bool,
}

/// A user with everything a decision needs: addresses, roles, status.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct User {
    /// Who it is, for life.
    pub id: UserId,
    /// The name to sign in with, where the app uses usernames.
    pub username: Option<Username>,
    /// The addresses, oldest first.
    pub emails: Vec<UserEmail>,
    /// The hash of the password; `None` for an account that has no password.
    pub password_hash: Option<PasswordHash>,
    /// Where the account stands.
    pub status: UserStatus,
    /// What the user may do.
    pub roles: BTreeSet<Role>,
    /// The language chosen or met at registration.
    pub locale: Option<Locale>,
    /// The time zone chosen; `None` shows times in UTC.
    pub time_zone: Option<TimeZone>,
    /// What the user told in the fields that the app declares.
    pub profile: Profile,
    /// The user's picture.
    pub picture: Option<PictureId>,
    /// Which marks of known devices are good: those that were made for this number. It moves on with a new password and
    /// whenever everything is signed out.
    pub device_epoch: i64,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When somebody last signed in; `None` for an account to which nobody ever did. What nobody has used, the browser
    /// that registered it may register anew.
    pub last_signed_in_at: Option<DateTime<Utc>>,
    /// When the account is to be deleted; `None` for one that stays.
    pub deletion_at: Option<DateTime<Utc>>,
    /// Counts the changes to the account: what a commit names to say which state it decided on.
    pub revision: i64,
}

impl UserEmail {
    /// An address that is not confirmed. The other fields are set on it.
    pub const fn new(id: EmailId, address: EmailAddress) -> Self {
        Self { id, address, confirmed_at: None, primary: false }
    }
}

/// Why an account that proved its password may still not sign in.
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

    /// Whether the user may sign in. The one place that decides it.
    pub fn may_sign_in(&self, before_confirmation: bool) -> Result<(), SignInBar> {
        match self.status {
            UserStatus::Active => Ok(()),
            UserStatus::Pending if before_confirmation => Ok(()),
            UserStatus::Pending => Err(SignInBar::Unconfirmed),
            UserStatus::Disabled => Err(SignInBar::Disabled),
        }
    }

    /// The primary address: where mails about the account go.
    pub fn primary_email(&self) -> Option<&UserEmail> {
        self.emails.iter().find(|email| email.primary)
    }

    /// The primary address or, while none is confirmed, the one they came with.
    pub fn main_email(&self) -> Option<&UserEmail> {
        self.primary_email().or(self.emails.first())
    }

    /// The address with which somebody registered, while none is confirmed: it stands for them until then, also while an
    /// administrator has disabled the account.
    pub fn registered_email(&self) -> Option<&UserEmail> {
        let waits = self.status != UserStatus::Active && !self.has_confirmed_email();
        self.emails.first().filter(|_| waits)
    }

    /// The address that was confirmed before all others: the oldest claim to the account.
    pub fn first_confirmed_email(&self) -> Option<&UserEmail> {
        let confirmed = self.emails.iter().filter(|email| email.confirmed_at.is_some());
        confirmed.min_by_key(|email| (email.confirmed_at, !email.primary))
    }

    /// The user's row for this address, if it is theirs.
    pub fn email(&self, address: &EmailAddress) -> Option<&UserEmail> {
        self.emails.iter().find(|email| email.address == *address)
    }

    /// Whether any address is confirmed.
    pub fn has_confirmed_email(&self) -> bool {
        self.emails.iter().any(|email| email.confirmed_at.is_some())
    }

    /// The profile as a type of the app's own: see [`Profile::read`].
    pub fn profile<T: serde::de::DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        self.profile.read()
    }

    /// How to call the user: the username, else the address.
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

    /// One or two letters that stand in for a picture: those that the words of the name begin with.
    pub fn initials(&self) -> String {
        let name = self.full_name();
        let name = name.split('@').next().unwrap_or_default();
        let words = name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
        let initials: String = words.take(2).flat_map(char::to_uppercase).collect();
        // A name of signs alone has one too.
        if initials.is_empty() { name.chars().take(1).collect() } else { initials }
    }

    /// The zone in which times are shown to the user.
    pub fn shown_zone(&self) -> TimeZone {
        self.time_zone.unwrap_or(TimeZone::UTC)
    }

    /// Whether the user has this role.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|held| held.as_str() == role)
    }

    /// Whether the user has at least one of these roles; none listed is none held.
    pub fn has_any_role(&self, roles: &[&str]) -> bool {
        roles.iter().any(|role| self.has_role(role))
    }

    /// Whether the user has every one of these roles; an empty list asks for nothing and so grants nothing.
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
