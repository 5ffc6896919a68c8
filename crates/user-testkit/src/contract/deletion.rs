//! Sentences about users that go, and about what goes with them.

use user_core::domain::{
    Challenge, Credential, Detail, Invitation, KeptEvents, Purpose, QueuedMail, User, UserId,
};
use user_core::ports::{
    ChallengeChange, Changes, CredentialChange, EmailChange, InvitationChange, MailChange, MailLease,
    MailState, RoleChange, SessionChange, TokenChange, UserChange,
};

use super::probe::{
    Outcome, Subject, challenge, commit, confirming, events, find, holder_of_address, insert,
    insert_challenge, insert_credential, inserting, outcome, portrait, session, token, user,
};
use super::samples::{
    self, TICK, active, address, event, event_at, mail, mail_about, minutes, noon, pending, role, unconfirmed,
};
use crate::altered;

/// Deletes a pending user, who was made before anybody else.
async fn delete(store: &Subject, user: &User) {
    let before =
        altered(super::purge::nothing(), |purge| purge.pending_users = user.created_at + samples::TICK);
    assert_eq!(store.purge(before, 9).await.expect("a purge"), 1);
}

/// A pending user who goes takes along addresses, roles, tokens, credentials, challenges, sessions and queued mails. Events
/// stay, and so does all that belongs to others.
pub async fn a_pending_user_goes_with_all_that_is_theirs(store: Subject) {
    let ada = altered(long_ago(pending("ada")), |user| user.roles = [role("admin")].into());
    let bob = pending("bob");
    let (link, kept_link) =
        (samples::token(&ada, Purpose::CONFIRM_EMAIL), samples::token(&bob, Purpose::CONFIRM_EMAIL));
    let (visit, kept_visit) = (samples::session(&ada), samples::session(&bob));
    let visit = altered(visit, |session| session.last_seen_at = ada.created_at);
    let letters = [mail_about(&ada), mail_about(&bob), mail()];
    let all = Changes::none()
        .with(inserting(&ada))
        .with(inserting(&bob))
        .with(TokenChange::Insert(link.clone()))
        .with(TokenChange::Insert(kept_link.clone()))
        .with(SessionChange::Insert(visit.clone()))
        .with(SessionChange::Insert(kept_visit.clone()))
        .with(event_at(&ada, ada.created_at));
    commit(
        &store,
        letters.iter().fold(all, |all, letter| all.with(MailChange::Queue(Box::new(letter.clone())))),
    )
    .await;

    let theirs = Ways::of(&store, [&ada, &bob]).await;

    delete(&store, &ada).await;

    theirs.assert_only_second(&store).await;
    assert!(find(&store, ada.id).await.is_none());
    assert!(store.registrants(&address("ada@example.com"), 9).await.expect("a look-up").is_empty());
    assert_eq!(token(&store, link.id).await, None);
    assert_eq!(session(&store, visit.id).await, None);
    assert_eq!(store.sessions_of(&ada.id, 100).await.expect("a look-up"), []);
    assert_eq!(store.mails(MailState::Waiting, 10).await.expect("a look-up"), letters[1..]);
    assert_eq!(events(&store, ada.id).await.len(), 1);
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
    assert_eq!(token(&store, kept_link.id).await, Some(kept_link));
    assert_eq!(session(&store, kept_visit.id).await, Some(kept_visit));
}

/// Of each of two users a credential, and a step of signing in.
struct Ways {
    codes: [Credential; 2],
    steps: [Challenge; 2],
}

impl Ways {
    async fn of(store: &Subject, users: [&User; 2]) -> Self {
        let all = Self { codes: users.map(samples::credential), steps: users.map(step_of) };
        for code in &all.codes {
            insert_credential(store, code).await;
        }
        for step in &all.steps {
            insert_challenge(store, step).await;
        }
        all
    }

    async fn assert_only_second(self, store: &Subject) {
        assert_eq!(store.credentials(None, 9).await.expect("a look-up"), self.codes[1..]);
        let [gone, kept] = self.steps;
        assert_eq!(challenge(store, gone.id).await, None);
        assert_eq!(challenge(store, kept.id).await, Some(kept));
    }
}

/// A step of signing in that waits for this user.
fn step_of(user: &User) -> Challenge {
    let mut step = samples::challenge();
    step.user_id = Some(user.id);
    step
}

/// The username and the address of a user who went are free.
pub async fn what_a_user_had_is_free_when_they_went(store: Subject) {
    let (first, second) = (long_ago(pending("ada")), pending("ada"));
    insert(&store, &first).await;

    delete(&store, &first).await;
    insert(&store, &second).await;
    commit(&store, confirming(&second.emails[0], noon())).await;

    assert!(find(&store, first.id).await.is_none());
    assert_eq!(holder_of_address(&store, "ada@example.com").await, Some(second.id));
}

fn long_ago(user: User) -> User {
    altered(user, |user| user.created_at = samples::minutes(-9_999))
}

/// What refers to a user who is gone is refused as `Gone`: a session, a token, a credential, a challenge, a mail,
/// a role, an address.
pub async fn nothing_can_be_added_to_a_user_who_is_gone(store: Subject) {
    let ada = long_ago(pending("ada"));
    insert(&store, &ada).await;
    let lent = mail_about(&ada);
    commit(&store, MailChange::Queue(Box::new(lent.clone()))).await;
    let until = samples::minutes(5);
    assert_eq!(store.lease_mail(noon(), until, 1).await.expect("a lease").len(), 1);
    delete(&store, &ada).await;

    let link = samples::token(&ada, Purpose::CONFIRM_EMAIL);
    let extra = unconfirmed("extra@example.com");
    assert_eq!(outcome(&store, SessionChange::Insert(samples::session(&ada))).await, Outcome::Gone);
    assert_eq!(outcome(&store, TokenChange::Insert(link)).await, Outcome::Gone);
    assert_eq!(outcome(&store, MailChange::Queue(Box::new(mail_about(&ada)))).await, Outcome::Gone);
    let code = CredentialChange::Insert(Box::new(samples::credential(&ada)));
    assert_eq!(outcome(&store, code).await, Outcome::Gone);
    assert_eq!(outcome(&store, ChallengeChange::Insert(Box::new(step_of(&ada)))).await, Outcome::Gone);
    assert_eq!(outcome(&store, RoleChange::Grant(ada.id, role("admin"))).await, Outcome::Gone);
    assert_eq!(outcome(&store, EmailChange::Insert(ada.id, extra)).await, Outcome::Gone);
    assert_eq!(outcome(&store, MailChange::Sent(MailLease { mail: lent.id, until })).await, Outcome::Gone);
}

/// `Delete` deletes the user, whatever the status, with addresses, roles, tokens, credentials, challenges, sessions, queued
/// mails and the invitations they sent. Events stay as chosen, without their details, and so does all that belongs to
/// others. A second time, and for nobody: `Gone`.
pub async fn a_user_is_deleted_with_all_that_is_theirs(store: Subject) {
    let (ada, bob) = (altered(active("ada"), |user| user.roles = [role("admin")].into()), active("bob"));
    let (link, visit) = (samples::token(&ada, Purpose::RESET_PASSWORD), samples::session(&ada));
    let (kept_link, kept_visit) = (samples::token(&bob, Purpose::RESET_PASSWORD), samples::session(&bob));
    let sent =
        altered(samples::invitation("eve@example.com"), |invitation| invitation.inviter = Some(ada.id));
    let kept = [
        altered(samples::invitation("eve@example.com"), |invitation| invitation.inviter = Some(bob.id)),
        samples::invitation("bob@example.com"),
    ];
    let invitations = [&sent, &kept[0], &kept[1]];
    let to_bob = |mail: QueuedMail| altered(mail, |mail| mail.to = address("bob@example.com"));
    let letters = [mail_about(&ada), to_bob(mail_about(&bob)), to_bob(mail())];
    let told = event(&bob).with(Detail::ADDRESS, "bob@example.com");
    let mut all = Changes::none()
        .with(inserting(&ada))
        .with(inserting(&bob))
        .with(TokenChange::Insert(link.clone()))
        .with(TokenChange::Insert(kept_link.clone()))
        .with(SessionChange::Insert(visit.clone()))
        .with(SessionChange::Insert(kept_visit.clone()))
        .with(event(&ada).with(Detail::ADDRESS, "ada@example.com"))
        .with(told.clone());
    all.extend(letters.iter().map(|letter| MailChange::Queue(Box::new(letter.clone()))));
    all.extend(invitations.iter().map(|found| InvitationChange::Insert(Box::new(Invitation::clone(found)))));
    commit(&store, all).await;

    let theirs = Ways::of(&store, [&ada, &bob]).await;

    commit(&store, UserChange::Delete(ada.id, KeptEvents::All)).await;

    theirs.assert_only_second(&store).await;
    assert!(find(&store, ada.id).await.is_none());
    assert_eq!(holder_of_address(&store, "ada@example.com").await, None);
    assert_eq!(token(&store, link.id).await, None);
    assert_eq!(session(&store, visit.id).await, None);
    assert_eq!(store.mails(MailState::Waiting, 10).await.expect("a look-up"), letters[1..]);
    assert_eq!(store.invitation(&sent.id).await.expect("a look-up"), None);
    let about = store.events_of(&ada.id, 9).await.expect("a look-up");
    assert!(about.len() == 1 && about[0].details.is_empty(), "an event stays, without names: {about:?}");
    assert_eq!(store.events_of(&bob.id, 9).await.expect("a look-up"), [told]);
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
    assert_eq!(token(&store, kept_link.id).await, Some(kept_link));
    assert_eq!(session(&store, kept_visit.id).await, Some(kept_visit));
    for found in kept {
        assert_eq!(store.invitation(&found.id).await.expect("a look-up"), Some(found));
    }
    let again = UserChange::Delete(ada.id, KeptEvents::None);
    assert_eq!(outcome(&store, again).await, Outcome::Gone);
    commit(&store, inserting(&active("ada"))).await;
}

/// `ScheduleDeletion` sets the moment and takes it away, as often as it is asked; for nobody: `Gone`. A purge deletes no user
/// because of it.
pub async fn a_deletion_is_scheduled_and_called_off(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for at in [Some(noon()), Some(minutes(9)), None, None, Some(noon() - TICK)] {
        commit(&store, UserChange::ScheduleDeletion(ada.id, at)).await;
        assert_eq!(user(&store, ada.id).await.deletion_at, at);
    }
    let nobody = UserChange::ScheduleDeletion(samples::user_id(), Some(noon()));
    assert_eq!(outcome(&store, nobody).await, Outcome::Gone);
    let end = altered(super::purge::nothing(), |purge| purge.pending_users = minutes(1_000_000));
    assert_eq!(store.purge(end, 10).await.expect("a purge"), 0);
}

/// Users whose deletion is due are listed from the very moment on, in order of id, after the one named, up to the limit.
pub async fn users_to_delete_are_listed_from_the_moment_on(store: Subject) {
    let [one, two, three, later, never] = ["one", "two", "three", "later", "never"].map(active);
    for someone in [&one, &two, &three, &later, &never] {
        insert(&store, someone).await;
    }
    for (someone, at) in
        [(&two, noon()), (&one, noon() - TICK), (&three, minutes(-9)), (&later, noon() + TICK)]
    {
        commit(&store, UserChange::ScheduleDeletion(someone.id, Some(at))).await;
    }
    let due = async |after, limit| -> Vec<UserId> {
        let users = store.users_to_delete(noon(), after, limit).await.expect("a look-up");
        users.into_iter().map(|user| user.id).collect()
    };

    assert_eq!(due(None, 10).await, [one.id, two.id, three.id]);
    assert_eq!(due(None, 2).await, [one.id, two.id]);
    assert_eq!(due(Some(two.id), 2).await, [three.id]);
    assert!(due(None, 0).await.is_empty());
}
