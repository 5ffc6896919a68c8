//! Sentences about commits that are refused.

use user_core::domain::{
    Challenge, Credential, CredentialSecret, EventKind, Factor, PasswordHash, Proof, Purpose, QueuedMail,
    Session, Token, User, UserStatus,
};
use user_core::ports::{
    ChallengeChange, Change, Changes, CredentialChange, EmailChange, MailChange, MailLease, MailState,
    RoleChange, SessionChange, TokenChange, Unique, UserChange,
};

use super::probe::{
    Outcome, Subject, challenge, commit, confirming, events, find, holder_of_address, inserting, outcome,
    portrait, session, token, user,
};
use super::samples::{
    self, active, confirmed, email_id, event, locale, mail, mail_id, minutes, noon, pending, renamed, role,
    session_id, token_id, unconfirmed, user_id, username,
};
use crate::altered;

/// What is there before each commit.
struct Before {
    ada: User,
    bob: User,
    link: Token,
    used: Token,
    visit: Session,
    code: Credential,
    step: Challenge,
    letter: QueuedMail,
}

impl Before {
    async fn in_store(store: &Subject) -> Self {
        let mut ada = active("ada");
        ada.emails.push(unconfirmed("extra@example.com"));
        ada.roles.insert(role("editor"));
        let bob = pending("bob");
        let link = samples::token(&ada, Purpose::RESET_PASSWORD);
        let used =
            altered(samples::token(&ada, Purpose::CONFIRM_EMAIL), |token| token.used_at = Some(noon()));
        let (visit, letter) = (samples::session(&ada), mail());
        let (code, step) = (samples::credential(&ada), samples::challenge());
        let all = Changes::none()
            .with(inserting(&ada))
            .with(inserting(&bob))
            .with(TokenChange::Insert(link.clone()))
            .with(TokenChange::Insert(used.clone()))
            .with(SessionChange::Insert(visit.clone()))
            .with(CredentialChange::Insert(Box::new(code.clone())))
            .with(ChallengeChange::Insert(Box::new(step.clone())))
            .with(MailChange::Queue(Box::new(letter.clone())));
        commit(store, all).await;
        Self { ada, bob, link, used, visit, code, step, letter }
    }

    /// Changes of every family that are all acceptable, and would show.
    fn acceptable(&self, added: &User) -> Changes {
        let (ada, extra) = (self.ada.id, self.ada.emails[1].id);
        Changes::none()
            .with(UserChange::Revise { id: ada, revision: 0 })
            .with(inserting(added))
            .with(renamed(ada, username("countess")))
            .with(UserChange::SetPassword(ada, PasswordHash::new("plain$other")))
            .with(UserChange::SetStatus(ada, UserStatus::Disabled))
            .with(UserChange::SetLocale(ada, Some(locale("nl"))))
            .with(EmailChange::Delete(ada, extra))
            .with(EmailChange::Insert(ada, unconfirmed("bob@example.com")))
            .with(EmailChange::Insert(ada, confirmed("second@example.com")))
            .with(RoleChange::Grant(ada, role("admin")))
            .with(RoleChange::Revoke(ada, role("editor")))
            .with(TokenChange::Claim { id: self.link.id, purpose: self.link.purpose, at: noon() })
            .with(TokenChange::Insert(samples::token(added, Purpose::CONFIRM_EMAIL)))
            .with(CredentialChange::Use { id: self.code.id, from: 0, to: 1, at: noon() })
            .with(CredentialChange::Insert(Box::new(samples::credential(added))))
            .with(self.guess())
            .with(self.claim())
            .with(SessionChange::Prove { id: self.visit.id, proof: proof() })
            .with(SessionChange::Seen(self.visit.id, minutes(3)))
            .with(SessionChange::Rotate { id: self.visit.id, generation: 0 })
            .with(SessionChange::Insert(samples::session(added)))
            .with(MailChange::Queue(Box::new(samples::mail_about(added))))
            .with(event(added))
    }

    fn guess(&self) -> ChallengeChange {
        let Challenge { id, purpose, browser, .. } = self.step;
        ChallengeChange::Guess { id, purpose, browser, at: noon() }
    }

    fn claim(&self) -> ChallengeChange {
        let Challenge { id, purpose, browser, .. } = self.step;
        ChallengeChange::Claim { id, purpose, browser, at: noon() }
    }

    /// One change of every kind that can be refused, after [`Self::acceptable`], and how.
    fn refused(&self) -> Vec<(Change, Outcome)> {
        let mut all = self.refused_users();
        all.extend(self.refused_rows());
        all.extend(self.refused_proofs());
        all.extend(self.refused_mails());
        all
    }

    fn refused_users(&self) -> Vec<(Change, Outcome)> {
        let (ada, nobody) = (self.ada.id, user_id());
        let email_taken = altered(pending("eve"), |user| {
            user.username = None;
            user.emails = vec![confirmed("ADA@example.com")];
        });
        let hash = PasswordHash::new("plain$x");
        vec![
            (
                inserting(&altered(pending("Countess"), |user| user.emails = vec![])).into(),
                Outcome::Taken(Unique::Username),
            ),
            (inserting(&email_taken).into(), Outcome::Taken(Unique::Email)),
            (renamed(ada, username("ADDED")).into(), Outcome::Taken(Unique::Username)),
            (EmailChange::Insert(ada, confirmed("added@example.com")).into(), Outcome::Taken(Unique::Email)),
            (UserChange::Revise { id: ada, revision: 0 }.into(), Outcome::Stale),
            (UserChange::Unchanged { id: ada, revision: 0 }.into(), Outcome::Stale),
            (renamed(nobody, username("nobody")).into(), Outcome::Gone),
            (UserChange::SetPassword(nobody, hash).into(), Outcome::Gone),
            (UserChange::SetStatus(nobody, UserStatus::Active).into(), Outcome::Gone),
            (UserChange::SetLocale(nobody, None).into(), Outcome::Gone),
            (EmailChange::Insert(nobody, unconfirmed("new@example.com")).into(), Outcome::Gone),
            (RoleChange::Grant(nobody, role("admin")).into(), Outcome::Gone),
        ]
    }

    fn refused_rows(&self) -> Vec<(Change, Outcome)> {
        let (ada, stranger) = (self.ada.id, active("nobody"));
        let claim = |id, purpose| TokenChange::Claim { id, purpose, at: noon() };
        let changes: [Change; 13] = [
            confirming(&unconfirmed("stray@example.com"), noon()).into(),
            confirming(&self.ada.emails[1], noon()).into(),
            EmailChange::MakePrimary(email_id()).into(),
            EmailChange::MakePrimary(self.ada.emails[0].id).into(),
            TokenChange::Insert(samples::token(&stranger, Purpose::CONFIRM_EMAIL)).into(),
            claim(token_id(), Purpose::RESET_PASSWORD).into(),
            claim(self.link.id, self.link.purpose).into(),
            claim(self.used.id, self.used.purpose).into(),
            SessionChange::Insert(samples::session(&stranger)).into(),
            SessionChange::Rotate { id: self.visit.id, generation: 0 }.into(),
            SessionChange::End(session_id()).into(),
            SessionChange::EndOwned(self.bob.id, self.visit.id).into(),
            SessionChange::EndOwned(ada, session_id()).into(),
        ];
        changes.map(|change| (change, Outcome::Gone)).into()
    }

    fn refused_proofs(&self) -> Vec<(Change, Outcome)> {
        let (user, id, secret) = (self.bob.id, self.code.id, CredentialSecret::none);
        let mut same_handle = samples::credential(&self.bob);
        same_handle.handle.clone_from(&self.code.handle);
        let of_nobody = samples::credential(&active("nobody"));
        let mut for_nobody = samples::challenge();
        for_nobody.user_id = Some(of_nobody.user_id);
        let taken = CredentialChange::Insert(Box::new(same_handle));
        let changes: [Change; 9] = [
            CredentialChange::Insert(Box::new(of_nobody)).into(),
            CredentialChange::Use { id, from: 0, to: 1, at: noon() }.into(),
            CredentialChange::Rename { user, id, label: None }.into(),
            CredentialChange::Delete { user, id }.into(),
            CredentialChange::Rewrap { id, from: secret(), to: secret() }.into(),
            ChallengeChange::Insert(Box::new(for_nobody)).into(),
            self.guess().into(),
            self.claim().into(),
            SessionChange::Prove { id: session_id(), proof: proof() }.into(),
        ];
        let gone = changes.map(|change| (change, Outcome::Gone));
        [(taken.into(), Outcome::Taken(Unique::Credential))].into_iter().chain(gone).collect()
    }

    fn refused_mails(&self) -> Vec<(Change, Outcome)> {
        let lease = MailLease { mail: self.letter.id, until: minutes(5) };
        let (at, error) = (noon(), "451".to_owned());
        let changes: [Change; 7] = [
            MailChange::Queue(Box::new(samples::mail_about(&active("nobody")))).into(),
            MailChange::Sent(lease).into(),
            MailChange::Retry { lease, due_at: at, error: error.clone() }.into(),
            MailChange::Postpone { lease, due_at: at, error: error.clone() }.into(),
            MailChange::Bury { lease, at, error }.into(),
            MailChange::Revive(self.letter.id, at).into(),
            MailChange::Revive(mail_id(), at).into(),
        ];
        changes.map(|change| (change, Outcome::Gone)).into()
    }

    async fn assert_untouched(&self, store: &Subject) {
        for someone in [&self.ada, &self.bob] {
            assert_eq!(portrait(&user(store, someone.id).await), portrait(someone));
        }
        for sample in [&self.link, &self.used] {
            assert_eq!(token(store, sample.id).await.as_ref(), Some(sample));
        }
        assert_eq!(session(store, self.visit.id).await.as_ref(), Some(&self.visit));
        assert_eq!(store.credentials(None, 9).await.expect("a look-up"), std::slice::from_ref(&self.code));
        assert_eq!(challenge(store, self.step.id).await.as_ref(), Some(&self.step));
        assert_eq!(
            store.mails(MailState::Waiting, 9).await.expect("a look-up"),
            *std::slice::from_ref(&self.letter)
        );
        assert_eq!(store.users(None, 9).await.expect("a look-up").len(), 2);
    }
}

/// Given after that of the session.
fn proof() -> Proof {
    Proof { by: Factor::PASSWORD, at: minutes(3) }
}

/// Whatever refusal ends a commit, none of the changes before it, of any family, leaves a trace.
pub async fn a_refused_commit_leaves_no_trace(store: Subject) {
    let before = Before::in_store(&store).await;

    for (last, expected) in before.refused() {
        let added = active("added");
        let refused = before.acceptable(&added).with(last.clone());
        assert_eq!(outcome(&store, refused).await, expected, "{last:?}");

        assert!(find(&store, added.id).await.is_none(), "{last:?}");
        assert_eq!(events(&store, added.id).await, Vec::<EventKind>::new(), "{last:?}");
        assert_eq!(holder_of_address(&store, "second@example.com").await, None, "{last:?}");
        before.assert_untouched(&store).await;
    }

    commit(&store, before.acceptable(&active("added"))).await;
}

/// A refusal in the middle stops what follows as well, and the refusal told is that one.
pub async fn a_refusal_in_the_middle_stops_what_follows(store: Subject) {
    let before = Before::in_store(&store).await;
    let added = active("added");

    for (middle, expected) in before.refused() {
        let mut refused = before.acceptable(&added).with(middle.clone());
        refused.add(UserChange::SetLocale(before.ada.id, Some(locale("de"))));
        refused.add(event(&before.ada));
        assert_eq!(outcome(&store, refused).await, expected, "{middle:?}");
    }

    before.assert_untouched(&store).await;
    assert!(events(&store, before.ada.id).await.is_empty());
}

/// Each change sees what the ones before it in the same commit did.
pub async fn changes_are_made_in_order(store: Subject) {
    let ada = pending("ada");
    let (link, visit) = (samples::token(&ada, Purpose::CONFIRM_EMAIL), samples::session(&ada));
    let letter = samples::mail_about(&ada);
    let email = ada.emails[0].id;
    let tale = Changes::none()
        .with(inserting(&ada))
        .with(TokenChange::Insert(link.clone()))
        .with(TokenChange::Claim { id: link.id, purpose: link.purpose, at: noon() })
        .with(confirming(&ada.emails[0], noon()))
        .with(EmailChange::MakePrimary(email))
        .with(UserChange::SetStatus(ada.id, UserStatus::Active))
        .with(UserChange::SetStatus(ada.id, UserStatus::Disabled))
        .with(UserChange::Revise { id: ada.id, revision: 0 })
        .with(UserChange::Unchanged { id: ada.id, revision: 1 })
        .with(RoleChange::Grant(ada.id, role("admin")))
        .with(RoleChange::Revoke(ada.id, role("admin")))
        .with(SessionChange::Insert(visit.clone()))
        .with(SessionChange::EndAll(ada.id))
        .with(SessionChange::Insert(visit.clone()))
        .with(MailChange::Queue(Box::new(letter.clone())));

    commit(&store, tale).await;

    let mut expected = altered(ada, |user| {
        user.status = UserStatus::Disabled;
        user.revision = 1;
    });
    expected.emails[0].confirmed_at = Some(noon());
    expected.emails[0].primary = true;
    assert_eq!(portrait(&user(&store, expected.id).await), portrait(&expected));
    assert_eq!(session(&store, visit.id).await, Some(visit));
    assert_eq!(store.mails(MailState::Waiting, 9).await.expect("a look-up"), [letter]);
}
