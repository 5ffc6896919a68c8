//! Rows to try the store with.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use user_core::domain::{
    Challenge, ChallengeData, ChallengeId, ChallengePurpose, Credential, CredentialId, CredentialKind,
    CredentialSecret, EmailAddress, EmailId, Event, EventId, EventKind, Factor, PasswordHash, Profile,
    Proofs, Role, Session, SessionId, User, UserEmail, UserId, UserStatus, Username,
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
    User {
        id: UserId::fresh(later(), &SystemEntropy),
        username: Some(Username::parse(name).unwrap()),
        emails: vec![
            email(&format!("{name}@example.com"), true),
            email(&format!("{name}@example.org"), false),
        ],
        password_hash: Some(PasswordHash::new("plain$secret-of-a-hash")),
        status: UserStatus::Active,
        roles,
        locale: None,
        time_zone: None,
        profile: Profile::default(),
        picture: None,
        device_epoch: 0,
        last_signed_in_at: None,
        created_at: now(),
        deletion_at: None,
        revision: 0,
    }
}

fn email(raw: &str, primary: bool) -> UserEmail {
    UserEmail {
        id: EmailId::fresh(later(), &SystemEntropy),
        address: EmailAddress::parse(raw).unwrap(),
        confirmed_at: Some(now()),
        primary,
    }
}

/// A session of this user.
pub(crate) fn session(user: &User) -> Session {
    Session {
        id: SessionId::fresh(&SystemEntropy),
        user_id: user.id,
        generation: 0,
        presented_at: Some(now()),
        created_at: now(),
        last_seen_at: now(),
        expires_at: now(),
        persistent: true,
        proofs: Proofs::of(Factor::PASSWORD, now()),
        user_agent: Some("Browser/1.0".to_owned()),
        address: None,
    }
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
