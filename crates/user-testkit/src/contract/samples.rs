//! Rows to try a store with.

use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use user_core::domain::{
    Challenge, ChallengeId, ChallengePurpose, Credential, CredentialId, CredentialKind, CredentialSecret,
    EmailAddress, EmailId, Event, EventId, EventKind, Factor, Invitation, InvitationId, Locale, MailId,
    MailKind, PasswordHash, PictureId, Proofs, Purpose, QueuedMail, Role, Session, SessionId, Token, TokenId,
    TokenSubject, User, UserEmail, UserId, UserStatus, Username,
};
use user_core::ports::{Clock, UserChange};

use crate::altered;
use crate::{CountingEntropy, FixedClock};

static CLOCK: LazyLock<FixedClock> = LazyLock::new(FixedClock::default);
static ENTROPY: LazyLock<CountingEntropy> = LazyLock::new(CountingEntropy::new);

/// The moment around which everything happens, with all six digits of its microseconds in use.
pub(super) fn noon() -> DateTime<Utc> {
    FixedClock::default().now() + TimeDelta::microseconds(43_200_123_457)
}

/// This many minutes after noon; before it, when negative.
pub(super) fn minutes(minutes: i64) -> DateTime<Utc> {
    noon() + TimeDelta::minutes(minutes)
}

/// A moment long before now and one long after, whenever this is run: a store that judges by a clock of its own takes
/// one of them for what it is not.
pub(super) fn eras() -> [DateTime<Utc>; 2] {
    let century = TimeDelta::days(36_525);
    [noon() - century, noon() + century]
}

/// The smallest step of time that a store keeps.
pub(super) const TICK: TimeDelta = TimeDelta::microseconds(1);

pub(super) fn user_id() -> UserId {
    CLOCK.advance(Duration::from_millis(1));
    UserId::fresh(&*CLOCK, &*ENTROPY)
}

pub(super) fn email_id() -> EmailId {
    CLOCK.advance(Duration::from_millis(1));
    EmailId::fresh(&*CLOCK, &*ENTROPY)
}

pub(super) fn mail_id() -> MailId {
    CLOCK.advance(Duration::from_millis(1));
    MailId::fresh(&*CLOCK, &*ENTROPY)
}

pub(super) fn event_id() -> EventId {
    CLOCK.advance(Duration::from_millis(1));
    EventId::fresh(&*CLOCK, &*ENTROPY)
}

pub(super) fn token_id() -> TokenId {
    TokenId::fresh(&*ENTROPY)
}

pub(super) fn picture_id() -> PictureId {
    PictureId::fresh(&*ENTROPY)
}

pub(super) fn session_id() -> SessionId {
    SessionId::fresh(&*ENTROPY)
}

pub(super) fn username(raw: &str) -> Username {
    Username::parse(raw).expect("a username")
}

pub(super) fn address(raw: &str) -> EmailAddress {
    EmailAddress::parse(raw).expect("an address")
}

pub(super) fn role(raw: &str) -> Role {
    Role::parse(raw).expect("a role")
}

pub(super) fn locale(raw: &str) -> Locale {
    Locale::parse(raw).expect("a locale")
}

/// An active user `name` whose primary address is `name@example.com`, at revision 0.
pub(super) fn active(name: &str) -> User {
    let email = altered(unconfirmed_at(name), |email| {
        email.confirmed_at = Some(minutes(-60));
        email.primary = true;
    });
    altered(pending(name), |user| {
        user.status = UserStatus::Active;
        user.emails = vec![email];
    })
}

/// A pending user `name` who has yet to confirm `name@example.com`, at revision 0.
pub(super) fn pending(name: &str) -> User {
    let mut user = User::new(user_id(), minutes(-90));
    user.username = Some(username(name));
    user.emails = vec![unconfirmed_at(name)];
    user.password_hash = Some(PasswordHash::new("plain$a-hash"));
    user
}

/// The unconfirmed address `name@example.com`.
pub(super) fn unconfirmed_at(name: &str) -> UserEmail {
    unconfirmed(&format!("{name}@example.com"))
}

/// This address, unconfirmed.
pub(super) fn unconfirmed(raw: &str) -> UserEmail {
    UserEmail::new(email_id(), address(raw))
}

/// This address, confirmed and not primary.
pub(super) fn confirmed(raw: &str) -> UserEmail {
    altered(unconfirmed(raw), |email| email.confirmed_at = Some(minutes(-30)))
}

/// A token for the user's first address, good from noon for an hour.
pub(super) fn token(user: &User, purpose: Purpose) -> Token {
    let subject = TokenSubject::Email(user.emails.first().expect("a user with an address").id);
    Token::new(token_id(), purpose, user.id, subject, noon()..minutes(60))
}

/// Gives a user this username at noon.
pub(super) fn renamed(id: UserId, username: Username) -> UserChange {
    UserChange::SetUsername { id, username, at: noon() }
}

/// A code of the user, made at noon, that never expires and was never used.
pub(super) fn credential(user: &User) -> Credential {
    CLOCK.advance(Duration::from_millis(1));
    let id = CredentialId::fresh(&*CLOCK, &*ENTROPY);
    let mut code = Credential::new(id, user.id, CredentialKind::RECOVERY_CODE, noon());
    code.secret = CredentialSecret::new(*b"a digest");
    code
}

/// A step of signing in, for nobody in particular, in any browser, with three tries, good from noon for ten minutes.
pub(super) fn challenge() -> Challenge {
    let id = ChallengeId::fresh(&*ENTROPY);
    let mut step = Challenge::new(id, ChallengePurpose::SIGN_IN, noon(), minutes(10));
    step.tries_left = 3;
    step
}

/// An invitation by code of `email`, without roles, good from noon for an hour.
pub(super) fn invitation(email: &str) -> Invitation {
    Invitation::new(InvitationId::fresh(&*ENTROPY), address(email), noon(), minutes(60))
}

/// A session of the user from noon, for a day.
pub(super) fn session(user: &User) -> Session {
    let mut session = Session::new(session_id(), user.id, noon(), minutes(24 * 60));
    session.presented_at = Some(noon());
    session.proofs = Proofs::of(Factor::PASSWORD, noon());
    session
}

/// A mail to a stranger, due at noon.
pub(super) fn mail() -> QueuedMail {
    let to = address("ada@example.com");
    QueuedMail::new(mail_id(), MailKind::ALREADY_REGISTERED, to, Locale::english(), noon())
}

/// A mail about the user, due at noon.
pub(super) fn mail_about(user: &User) -> QueuedMail {
    altered(mail(), |mail| {
        mail.user_id = Some(user.id);
        mail.kind = MailKind::PASSWORD_CHANGED;
    })
}

/// Somebody signed in at noon.
pub(super) fn event(user: &User) -> Event {
    event_at(user, noon())
}

/// Somebody signed in at this moment.
pub(super) fn event_at(user: &User, at: DateTime<Utc>) -> Event {
    let mut event = Event::new(event_id(), EventKind::USER_SIGNED_IN, at);
    event.user_id = Some(user.id);
    event
}

/// Something of this kind, at noon.
pub(super) fn event_of(user: &User, kind: EventKind) -> Event {
    let mut event = event(user);
    event.kind = kind;
    event
}

/// Something that happened to nobody, at this moment.
pub(super) fn event_of_nobody(at: DateTime<Utc>) -> Event {
    Event::new(event_id(), EventKind::SIGN_IN_FAILED, at)
}
