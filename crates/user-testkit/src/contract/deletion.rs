//! Sentences about users that go, and about what goes with them.

use user_core::domain::{Purpose, User, UserEmail, UserStatus};
use user_core::ports::{
    Changes, MailChange, MailLease, MailState, RoleChange, SessionChange, TokenChange, UserChange,
};

use super::probe::{
    Outcome, Subject, commit, events, find, holder_of_address, insert, inserting, outcome, portrait, session,
    token, user,
};
use super::samples::{self, address, confirmed, event, mail, mail_about, noon, pending, role, unconfirmed};

/// `DeletePending` deletes the user with addresses, roles, tokens, sessions and queued mails. Events stay, and so
/// does all that belongs to others.
pub async fn a_pending_user_goes_with_all_that_is_theirs(store: Subject) {
    let ada = User { roles: [role("admin")].into(), ..pending("ada") };
    let bob = pending("bob");
    let (link, kept_link) =
        (samples::token(&ada, Purpose::ConfirmEmail), samples::token(&bob, Purpose::ConfirmEmail));
    let (visit, kept_visit) = (samples::session(&ada), samples::session(&bob));
    let letters = [mail_about(&ada), mail_about(&bob), mail()];
    let all = Changes::none()
        .with(inserting(&ada))
        .with(inserting(&bob))
        .with(TokenChange::Insert(link.clone()))
        .with(TokenChange::Insert(kept_link.clone()))
        .with(SessionChange::Insert(visit.clone()))
        .with(SessionChange::Insert(kept_visit.clone()))
        .with(event(&ada));
    commit(
        &store,
        letters.iter().fold(all, |all, letter| all.with(MailChange::Queue(Box::new(letter.clone())))),
    )
    .await;

    commit(&store, UserChange::DeletePending(address("ADA@example.com"))).await;

    assert!(find(&store, ada.id).await.is_none());
    assert_eq!(holder_of_address(&store, "ada@example.com").await, None);
    assert_eq!(token(&store, link.id).await, None);
    assert_eq!(session(&store, visit.id).await, None);
    assert_eq!(store.sessions_of(&ada.id).await.expect("a look-up"), []);
    assert_eq!(store.mails(MailState::Waiting, 10).await.expect("a look-up"), letters[1..]);
    assert_eq!(events(&store, ada.id).await.len(), 1);
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
    assert_eq!(token(&store, kept_link.id).await, Some(kept_link));
    assert_eq!(session(&store, kept_visit.id).await, Some(kept_visit));
}

/// `DeletePending` leaves an active user, a disabled one, one who confirmed that address, and nobody as they are.
pub async fn only_a_pending_user_with_that_address_unconfirmed_goes(store: Subject) {
    let spared = [
        User { status: UserStatus::Active, ..pending("active") },
        User { status: UserStatus::Disabled, ..pending("disabled") },
        User { emails: vec![confirmed("proven@example.com")], ..pending("proven") },
    ];
    for someone in &spared {
        insert(&store, someone).await;
    }

    for raw in ["active@example.com", "disabled@example.com", "proven@example.com", "nobody@example.com"] {
        commit(&store, UserChange::DeletePending(address(raw))).await;
    }

    for someone in &spared {
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// A commit may delete a pending user and insert another with the same username and address.
pub async fn a_pending_user_can_be_replaced_in_one_commit(store: Subject) {
    let (first, second) = (pending("ada"), pending("ada"));
    insert(&store, &first).await;

    let replace = Changes::none()
        .with(UserChange::DeletePending(address("ada@example.com")))
        .with(inserting(&second))
        .with(TokenChange::Insert(samples::token(&second, Purpose::ConfirmEmail)));
    commit(&store, replace).await;

    assert!(find(&store, first.id).await.is_none());
    assert_eq!(holder_of_address(&store, "ada@example.com").await, Some(second.id));
}

/// `DeleteUnconfirmed` deletes the address with the tokens sent to it; the user and the other addresses stay.
pub async fn an_unconfirmed_address_goes_with_its_tokens(store: Subject) {
    let mut ada = samples::active("ada");
    let extra = unconfirmed("extra@example.com");
    insert(&store, &User { emails: vec![ada.emails[0].clone(), extra.clone()], ..ada.clone() }).await;
    let doomed = user_core::domain::Token {
        subject: user_core::domain::TokenSubject::Email(extra.id),
        ..samples::token(&ada, Purpose::ConfirmEmail)
    };
    let kept = samples::token(&ada, Purpose::ResetPassword);
    commit(
        &store,
        Changes::none().with(TokenChange::Insert(doomed.clone())).with(TokenChange::Insert(kept.clone())),
    )
    .await;

    commit(&store, user_core::ports::EmailChange::DeleteUnconfirmed(address("EXTRA@example.com"))).await;

    ada.emails.truncate(1);
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert_eq!(token(&store, doomed.id).await, None);
    assert_eq!(token(&store, kept.id).await, Some(kept));
    let claim = TokenChange::Claim { id: doomed.id, purpose: Purpose::ConfirmEmail, at: noon() };
    assert_eq!(outcome(&store, claim).await, Outcome::Gone);
}

/// `DeleteUnconfirmed` leaves a confirmed address, and nobody's, as they are.
pub async fn a_confirmed_address_is_not_deleted_as_unconfirmed(store: Subject) {
    let ada =
        User { emails: vec![UserEmail { primary: true, ..confirmed("ada@example.com") }], ..pending("ada") };
    insert(&store, &ada).await;

    for raw in ["ada@example.com", "nobody@example.com"] {
        commit(&store, user_core::ports::EmailChange::DeleteUnconfirmed(address(raw))).await;
    }

    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
}

/// What refers to a user who is gone is refused as `Gone`: a session, a token, a mail, a role, an address.
pub async fn nothing_can_be_added_to_a_user_who_is_gone(store: Subject) {
    let ada = pending("ada");
    insert(&store, &ada).await;
    let lent = mail_about(&ada);
    commit(&store, MailChange::Queue(Box::new(lent.clone()))).await;
    let until = samples::minutes(5);
    assert_eq!(store.lease_mail(noon(), until, 1).await.expect("a lease").len(), 1);
    commit(&store, UserChange::DeletePending(address("ada@example.com"))).await;

    let link = samples::token(&ada, Purpose::ConfirmEmail);
    let extra = unconfirmed("extra@example.com");
    assert_eq!(outcome(&store, SessionChange::Insert(samples::session(&ada))).await, Outcome::Gone);
    assert_eq!(outcome(&store, TokenChange::Insert(link)).await, Outcome::Gone);
    assert_eq!(outcome(&store, MailChange::Queue(Box::new(mail_about(&ada)))).await, Outcome::Gone);
    assert_eq!(outcome(&store, RoleChange::Grant(ada.id, role("admin"))).await, Outcome::Gone);
    assert_eq!(outcome(&store, user_core::ports::EmailChange::Insert(ada.id, extra)).await, Outcome::Gone);
    assert_eq!(outcome(&store, MailChange::Sent(MailLease { mail: lent.id, until })).await, Outcome::Gone);
}
