//! Rows to try the store with.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use user_core::domain::{
    Challenge, ChallengeData, ChallengeId, ChallengePurpose, Credential, CredentialId, CredentialKind,
    CredentialSecret, EmailAddress, EmailId, Event, EventId, EventKind, Factor, PasswordHash, Proofs, Role,
    Session, SessionId, User, UserEmail, UserId, UserStatus, Username,
};
use user_core::ports::SystemEntropy;
use user_testkit::FixedClock;

static CLOCK: LazyLock<FixedClock> = LazyLock::new(FixedClock::default);

/// Ids made one after the other are in that order.
fn later() -> &'static FixedClock {
    CLOCK.advance(Duration::from_millis(1));
    &CLOCK
}

/// A moment with all six digits of its microseconds in use.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_micros(1_790_000_000_123_457).unwrap()
}

/// An active user with an address and two roles.
pub(crate) fn user(name: &str) -> User {
    let roles: BTreeSet<Role> = ["admin", "editor"].map(|role| Role::parse(role).unwrap()).into();
    let mut user = User::new(UserId::fresh(later(), &SystemEntropy), now());
    user.username = Some(Username::parse(name).unwrap());
    user.emails =
        vec![email(&format!("{name}@example.com"), true), email(&format!("{name}@example.org"), false)];
    user.password_hash = Some(PasswordHash::new("plain$secret-of-a-hash"));
    user.status = UserStatus::Active;
    user.roles = roles;
    user
}

fn email(raw: &str, primary: bool) -> UserEmail {
    let address = EmailAddress::parse(raw).unwrap();
    let mut email = UserEmail::new(EmailId::fresh(later(), &SystemEntropy), address);
    (email.confirmed_at, email.primary) = (Some(now()), primary);
    email
}

/// A session of this user.
pub(crate) fn session(user: &User) -> Session {
    let mut session = Session::new(SessionId::fresh(&SystemEntropy), user.id, now(), now());
    session.presented_at = Some(now());
    session.persistent = true;
    session.proofs = Proofs::of(Factor::PASSWORD, now());
    session.user_agent = Some("Browser/1.0".to_owned());
    session
}

/// A code of this user.
pub(crate) fn credential(user: &User, secret: &str) -> Credential {
    let id = CredentialId::fresh(later(), &SystemEntropy);
    let mut code = Credential::new(id, user.id, CredentialKind::RECOVERY_CODE, now());
    code.secret = CredentialSecret::new(secret);
    code
}

/// A step of signing in, for nobody in particular.
pub(crate) fn challenge(data: &str) -> Challenge {
    let (id, purpose) = (ChallengeId::fresh(&SystemEntropy), ChallengePurpose::SIGN_IN);
    let mut step = Challenge::new(id, purpose, now(), now() + TimeDelta::minutes(10));
    step.data = ChallengeData::new(data);
    step
}

/// An event of this user.
pub(crate) fn event(user: &User) -> Event {
    let mut event = Event::new(EventId::fresh(later(), &SystemEntropy), EventKind::USER_REGISTERED, now());
    event.user_id = Some(user.id);
    event
}
