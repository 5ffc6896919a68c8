//! Sentences about invitations.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use user_core::domain::{Acceptance, Invitation, InvitationId};
use user_core::ports::InvitationChange;

use super::probe::{Outcome, Subject, commit, insert_invitation, invitation, outcome};
use super::purge::nothing;
use super::samples::{self, TICK, minutes, noon, role, user_id};
use crate::altered;

fn accept(invitation: &Invitation, at: DateTime<Utc>) -> InvitationChange {
    InvitationChange::Accept { id: invitation.id, by: user_id(), at }
}

/// An invitation comes back as it went in, whatever became of it; an id of none finds none.
pub async fn an_invitation_comes_back_exactly(store: Subject) {
    let bare = samples::invitation("Ada@Example.COM");
    let full = altered(samples::invitation("Ren\u{e9}@B\u{fc}cher.example"), |invitation| {
        invitation.roles =
            ["admin", "team-lead", "team_lead", &"r".repeat(64)].into_iter().map(role).collect();
        invitation.inviter = Some(user_id());
        invitation.accepted = Some(Acceptance { at: noon() + TICK, by: user_id() });
    });
    let taken_back = altered(samples::invitation("eve@example.com"), |invitation| {
        invitation.revoked_at = Some(noon() - TICK);
    });

    for sample in [&bare, &full, &taken_back] {
        insert_invitation(&store, sample).await;
        let kept = invitation(&store, sample.id).await;
        assert_eq!(format!("{kept:?}"), format!("{:?}", Some(sample)), "as typed, too");
    }
    assert_eq!(invitation(&store, InvitationId::from_bytes([7; 16])).await, None);
}

/// An invitation is accepted once, by the first caller. One of nobody is `Gone`.
pub async fn an_invitation_is_accepted_once(store: Subject) {
    let open = samples::invitation("ada@example.com");
    insert_invitation(&store, &open).await;
    let by = user_id();

    commit(&store, InvitationChange::Accept { id: open.id, by, at: noon() }).await;

    assert_eq!(outcome(&store, accept(&open, noon())).await, Outcome::Gone);
    let unknown = InvitationId::from_bytes([7; 16]);
    assert_eq!(
        outcome(&store, accept(&altered(open.clone(), |invitation| invitation.id = unknown), noon())).await,
        Outcome::Gone
    );
    let accepted = Some(Acceptance { at: noon(), by });
    assert_eq!(
        invitation(&store, open.id).await,
        Some(altered(open, |invitation| invitation.accepted = accepted))
    );
}

/// An invitation is refused from the very microsecond it expires, and good in the one before.
pub async fn an_invitation_is_refused_from_the_moment_it_expires(store: Subject) {
    let open = samples::invitation("ada@example.com");
    insert_invitation(&store, &open).await;

    assert_eq!(outcome(&store, accept(&open, open.expires_at + TICK)).await, Outcome::Gone);
    assert_eq!(outcome(&store, accept(&open, open.expires_at)).await, Outcome::Gone);
    assert_eq!(invitation(&store, open.id).await, Some(open.clone()));
    commit(&store, accept(&open, open.expires_at - TICK)).await;
}

/// What was taken back is neither accepted nor taken back again, and what was accepted cannot be taken back.
pub async fn an_invitation_is_revoked_unless_it_was_answered(store: Subject) {
    let (revoked, accepted) =
        (samples::invitation("ada@example.com"), samples::invitation("bob@example.com"));
    insert_invitation(&store, &revoked).await;
    insert_invitation(&store, &accepted).await;
    commit(&store, accept(&accepted, noon())).await;

    commit(&store, InvitationChange::Revoke(revoked.id, minutes(1))).await;

    assert_eq!(outcome(&store, accept(&revoked, minutes(1))).await, Outcome::Gone);
    for id in [revoked.id, accepted.id, InvitationId::from_bytes([7; 16])] {
        assert_eq!(outcome(&store, InvitationChange::Revoke(id, minutes(2))).await, Outcome::Gone);
    }
    let kept = altered(revoked, |invitation| invitation.revoked_at = Some(minutes(1)));
    assert_eq!(invitation(&store, kept.id).await, Some(kept));
}

/// `RevokeAll` takes back what is unanswered for that address, however typed, `RevokeGiving` what is unanswered of that
/// inviter and gives roles, and both touch nothing else.
pub async fn revoking_all_spares_answered_ones_and_other_addresses(store: Subject) {
    let open = [samples::invitation("ada@example.com"), samples::invitation("ADA@Example.com")];
    let accepted = Some(Acceptance { at: noon(), by: user_id() });
    let kept = [
        altered(samples::invitation("ada@example.com"), |invitation| invitation.accepted = accepted),
        altered(samples::invitation("ada@example.com"), |invitation| invitation.revoked_at = Some(noon())),
        samples::invitation("bob@example.com"),
    ];
    for sample in open.iter().chain(&kept) {
        insert_invitation(&store, sample).await;
    }

    for _ in 0..2 {
        commit(&store, InvitationChange::RevokeAll(open[1].email.clone(), minutes(1))).await;
    }

    for sample in open {
        let revoked = altered(sample, |invitation| invitation.revoked_at = Some(minutes(1)));
        assert_eq!(invitation(&store, revoked.id).await, Some(revoked));
    }
    for sample in kept {
        assert_eq!(invitation(&store, sample.id).await, Some(sample));
    }
    revoking_what_gives_roles_spares_the_rest(&store).await;
}

async fn revoking_what_gives_roles_spares_the_rest(store: &Subject) {
    let (ada, bob) = (user_id(), user_id());
    let giving = |inviter| {
        altered(samples::invitation("eve@example.com"), |invitation| {
            invitation.inviter = inviter;
            invitation.roles = [role("admin"), role("editor")].into();
        })
    };
    let open = [giving(Some(ada)), altered(giving(Some(ada)), |invitation| invitation.expires_at = noon())];
    let kept = [
        altered(giving(Some(ada)), |invitation| {
            invitation.accepted = Some(Acceptance { at: noon(), by: user_id() });
        }),
        altered(giving(Some(ada)), |invitation| invitation.revoked_at = Some(noon())),
        altered(samples::invitation("eve@example.com"), |invitation| {
            invitation.inviter = Some(ada);
            invitation.roles = BTreeSet::new();
        }),
        giving(Some(bob)),
        giving(None),
    ];
    for sample in open.iter().chain(&kept) {
        insert_invitation(store, sample).await;
    }

    for _ in 0..2 {
        commit(store, InvitationChange::RevokeGiving(ada, minutes(1))).await;
    }

    for sample in open {
        let revoked = altered(sample, |invitation| invitation.revoked_at = Some(minutes(1)));
        assert_eq!(invitation(store, revoked.id).await, Some(revoked));
    }
    for sample in kept {
        assert_eq!(invitation(store, sample.id).await, Some(sample));
    }
}

/// Invitations are listed newest first, up to the limit: everybody's, or those of one inviter.
pub async fn invitations_are_listed_newest_first(store: Subject) {
    let ada = user_id();
    let made = |at, inviter| {
        altered(samples::invitation("x@example.com"), |invitation| {
            invitation.created_at = at;
            invitation.inviter = inviter;
        })
    };
    let (first, second, third) =
        (made(minutes(1), Some(ada)), made(minutes(2), None), made(minutes(3), Some(ada)));
    for sample in [&second, &third, &first] {
        insert_invitation(&store, sample).await;
    }

    let all = store.invitations(None, 10).await.expect("a look-up");
    assert_eq!(all, [third.clone(), second, first.clone()]);
    assert_eq!(store.invitations(Some(ada), 10).await.expect("a look-up"), [third.clone(), first]);
    assert_eq!(store.invitations(Some(ada), 1).await.expect("a look-up"), [third]);
    assert_eq!(store.invitations(Some(user_id()), 10).await.expect("a look-up"), []);
}

/// Invitations go that ended before the moment, not at it.
pub async fn invitations_that_ended_before_the_moment_go(store: Subject) {
    let sample = |expires_at| {
        altered(samples::invitation("ada@example.com"), |invitation| invitation.expires_at = expires_at)
    };
    let accepted = |at| Some(Acceptance { at, by: user_id() });
    let gone = [
        sample(noon() - TICK),
        altered(sample(minutes(9)), |invitation| invitation.accepted = accepted(noon() - TICK)),
        altered(sample(minutes(9)), |invitation| invitation.revoked_at = Some(noon() - TICK)),
    ];
    let kept = [
        sample(noon()),
        altered(sample(minutes(9)), |invitation| invitation.accepted = accepted(noon())),
        altered(sample(minutes(9)), |invitation| invitation.revoked_at = Some(noon())),
    ];
    for one in gone.iter().chain(&kept) {
        insert_invitation(&store, one).await;
    }

    let before = altered(nothing(), |purge| purge.invitations = noon());
    assert_eq!(store.purge(before, 2).await.expect("a purge"), 2);
    assert_eq!(store.purge(before, 100).await.expect("a purge"), 1);

    for one in gone {
        assert_eq!(invitation(&store, one.id).await, None);
    }
    for one in kept {
        assert_eq!(invitation(&store, one.id).await, Some(one));
    }
}
