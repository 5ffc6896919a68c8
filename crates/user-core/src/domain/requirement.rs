//! What a page or an action asks of a visitor.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{Factor, Session, User};

/// A condition on the person who asks. Every requirement implies being signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Somebody is signed in.
    SignedIn,
    /// The user has this role.
    Role(String),
    /// The user has a confirmed address.
    ConfirmedEmail,
    /// Any proof was given in this browser not longer ago than this: by the password or, since not every account has
    /// one, by another factor.
    Fresh(Duration),
    /// This factor was proven in this browser not longer ago than this.
    ProvenBy(Factor, Duration),
    /// A second factor was proven in this browser, on top of the first.
    SecondFactor,
    /// Every one of these. An empty list is never met: no requirement does not mean "let everyone in".
    All(Vec<Requirement>),
    /// At least one of these.
    Any(Vec<Requirement>),
    /// Signed in, and this one not met.
    Not(Box<Requirement>),
}

/// Why a requirement was not met, most urgent first: what to do about it differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unmet {
    /// Nobody is signed in: sign in.
    NotSignedIn,
    /// The user lacks what is asked, and nothing they can do here changes that.
    NotAllowed,
    /// No address is confirmed: confirm one.
    EmailNotConfirmed,
    /// A second factor is asked for, and none was proven in this browser: set one up, or prove it.
    NoSecondFactor,
    /// No proof that is asked for was given lately: give it again.
    NotFresh,
}

impl Requirement {
    /// Somebody is signed in.
    pub const fn signed_in() -> Self {
        Self::SignedIn
    }

    /// The user has this role.
    pub fn role(role: impl Into<String>) -> Self {
        Self::Role(role.into())
    }

    /// The user has at least one of these roles.
    pub fn any_role<R: Into<String>>(roles: impl IntoIterator<Item = R>) -> Self {
        Self::Any(roles.into_iter().map(Self::role).collect())
    }

    /// The user has every one of these roles.
    pub fn all_roles<R: Into<String>>(roles: impl IntoIterator<Item = R>) -> Self {
        Self::All(roles.into_iter().map(Self::role).collect())
    }

    /// This factor was proven in this browser not longer ago than `within`.
    pub const fn proven_by(factor: Factor, within: Duration) -> Self {
        Self::ProvenBy(factor, within)
    }

    /// A second factor was proven in this browser, on top of the first.
    pub const fn second_factor() -> Self {
        Self::SecondFactor
    }

    /// This one and the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::All(vec![self, other])
    }

    /// This one or the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::Any(vec![self, other])
    }

    /// Signed in, and not this one.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "reads as the word it is, beside `and` and `or`")]
    pub fn not(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// Checks it for the user who is signed in, at this moment.
    pub fn check(&self, who: Option<(&User, &Session)>, now: DateTime<Utc>) -> Result<(), Unmet> {
        let (user, session) = who.ok_or(Unmet::NotSignedIn)?;
        self.check_user(user, session, now)
    }

    fn check_user(&self, user: &User, session: &Session, now: DateTime<Utc>) -> Result<(), Unmet> {
        let each =
            |list: &[Self]| -> Vec<_> { list.iter().map(|one| one.check_user(user, session, now)).collect() };
        match self {
            Self::SignedIn => Ok(()),
            Self::Role(role) => user.has_role(role).then_some(()).ok_or(Unmet::NotAllowed),
            Self::ConfirmedEmail => user.has_confirmed_email().then_some(()).ok_or(Unmet::EmailNotConfirmed),
            Self::Fresh(age) => is_within(*age, session.proofs.latest(), now),
            Self::ProvenBy(factor, age) => is_within(*age, session.proofs.at(*factor), now),
            Self::SecondFactor => session.has_second_factor().then_some(()).ok_or(Unmet::NoSecondFactor),
            Self::All(list) => each(list)
                .into_iter()
                .filter_map(Result::err)
                .min()
                .map_or_else(|| (!list.is_empty()).then_some(()).ok_or(Unmet::NotAllowed), Err),
            // Of several ways in, the one nearest to open is named: proving a password beats "never".
            Self::Any(list) if each(list).iter().any(Result::is_ok) => Ok(()),
            Self::Any(list) => {
                Err(each(list).into_iter().filter_map(Result::err).max().unwrap_or(Unmet::NotAllowed))
            }
            Self::Not(inner) => {
                inner.check_user(user, session, now).err().map(|_| ()).ok_or(Unmet::NotAllowed)
            }
        }
    }
}

/// Whether there is a proof that is not older than this.
fn is_within(age: Duration, proven: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<(), Unmet> {
    let is_young = |at: DateTime<Utc>| (now - at).to_std().unwrap_or_default() <= age;
    proven.filter(|at| is_young(*at)).map(drop).ok_or(Unmet::NotFresh)
}
