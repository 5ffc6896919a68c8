//! Inviting people, inviting them again, and taking it back.

use std::collections::BTreeSet;

use async_trait::async_trait;
use user_core::domain::{
    EmailAddress, EventKind, Field, Invitation, InvitationId, InvitationState, MailKind, User, Violation,
    Violations,
};
use user_core::flows::{AdministrationError, Current, InviteError, InviteForm, NewInvitation, Visitor};
use user_core::ports::{InvitationPolicy, InvitationRight, PortError, Store};
use user_core::settings::{InvitationMode, Inviters, Settings};

use crate::world::{DAY, INSTANT, MINUTE, World, address, codes, invite, locale, visitor, visitor_from};

pub(crate) fn optional(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Optional;
}

/// Where hosts invite, and may make others agents.
pub(crate) fn hosted() -> World {
    World::with(|settings| {
        optional(settings);
        settings.invitations.who = Inviters::Roles;
        settings.invitations.inviter_roles = vec!["host".to_owned()];
        settings.invitations.grantable_roles = vec!["agent".to_owned()];
    })
}

pub(crate) async fn host(world: &World, name: &str) -> Current {
    let id = world.member(name).await.id;
    world.users.grant_role(id, "host").await.unwrap();
    world.current(name).await
}

pub(crate) async fn sent(world: &World) -> Vec<Invitation> {
    world.store.inner().invitations(None, 1_000).await.unwrap()
}

#[tokio::test]
async fn where_there_are_no_invitations_nobody_invites() {
    let world = World::new();
    world.member("ada").await;
    let ada = world.current("ada").await;
    let before = world.snapshot().await;

    let outcome = world.users.invite(&ada, &invite("grace", ""), &visitor()).await;

    assert!(matches!(outcome, Err(InviteError::Off)), "{outcome:?}");
    let by_code = NewInvitation { email: address("grace"), ..NewInvitation::default() };
    let outcome = world.users.invite_as_administrator(&by_code).await;
    assert!(matches!(outcome, Err(AdministrationError::NoInvitations)), "{outcome:?}");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn whoever_may_not_invite_invites_nobody() {
    let world = hosted();
    world.member("ada").await;
    let ada = world.current("ada").await;
    let by_code = World::with(|settings| {
        optional(settings);
        settings.invitations.who = Inviters::Code;
    });
    by_code.member("bob").await;
    let bob = by_code.current("bob").await;
    let before = world.snapshot().await;

    let refused = world.users.invite(&ada, &invite("grace", ""), &visitor()).await;
    let nobody = by_code.users.invite(&bob, &invite("grace", ""), &visitor()).await;

    assert!(matches!(refused, Err(InviteError::NotAllowed)), "{refused:?}");
    assert!(matches!(nobody, Err(InviteError::NotAllowed)), "{nobody:?}");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn nobody_invites_before_their_own_address_is_proven() {
    let world = World::with(|settings| {
        optional(settings);
        settings.sign_in.before_confirmation = true;
    });
    world.newcomer("eve").await;
    let eve = world.current("eve").await;

    let outcome = world.users.invite(&eve, &invite("grace", ""), &visitor()).await;

    assert!(matches!(outcome, Err(InviteError::NotAllowed)), "{outcome:?}");
}

#[tokio::test]
async fn what_is_wrong_with_the_form_is_told_at_once() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    let before = world.snapshot().await;
    let wrong = InviteForm { email: "grace".to_owned(), roles: "Agent, x y".to_owned() };

    assert_eq!(
        codes(world.users.invite(&ada, &wrong, &visitor()).await),
        ["email.malformed", "roles.bad_characters"]
    );
    for roles in ["admin", "agent, host"] {
        let outcome = world.users.invite(&ada, &invite("grace", roles), &visitor()).await;
        assert_eq!(codes(outcome), ["roles.not_yours_to_give"], "{roles}");
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn roles_are_given_only_by_somebody_who_proved_the_password_lately() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.after(15 * MINUTE + INSTANT);

    let with_role = world.users.invite(&ada, &invite("grace", "agent"), &visitor()).await;
    let without = world.users.invite(&ada, &invite("grace", ""), &visitor()).await;

    assert!(matches!(with_role, Err(InviteError::NotFresh)), "{with_role:?}");
    assert!(without.is_ok(), "{without:?}");
    assert!(sent(&world).await.iter().all(|invitation| invitation.roles.is_empty()));
}

#[tokio::test]
async fn whoever_lost_the_right_meanwhile_invites_nobody() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.users.revoke_role(ada.user.id, "host").await.unwrap();

    let outcome = world.users.invite(&ada, &invite("grace", ""), &visitor()).await;

    assert!(matches!(outcome, Err(InviteError::NotAllowed)), "{outcome:?}");
    assert_eq!(sent(&world).await, []);
}

/// S087
#[tokio::test]
async fn s087_an_invitation_is_kept_and_mailed_with_what_the_inviter_is_called() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    let dutch = Visitor { locale: locale("nl"), ..visitor() };

    let email = world.users.invite(&ada, &invite("grace", " agent,"), &dutch).await.unwrap();

    assert_eq!(email.as_str(), address("grace"));
    let invitation = sent(&world).await.remove(0);
    assert_eq!((invitation.email.as_str(), invitation.inviter), (email.as_str(), Some(ada.user.id)));
    assert_eq!(invitation.roles.iter().map(ToString::to_string).collect::<Vec<_>>(), ["agent"]);
    assert_eq!(invitation.state(world.now()), InvitationState::Open);
    assert_eq!(invitation.expires_at, world.now() + 7 * DAY);
    let mail = world.queued().await.remove(0);
    assert_eq!((mail.kind, mail.to.as_str(), mail.user_id), (MailKind::INVITE, email.as_str(), None));
    assert_eq!((mail.locale.as_str(), mail.details.inviter.as_deref()), ("nl", Some("ada")));
    assert_eq!(world.told.kinds(), [EventKind::USER_INVITED]);
}

/// S088: Flask-User tells that the address is known; here nobody learns it.
#[tokio::test]
async fn s088_inviting_somebody_who_has_an_account_looks_like_inviting_anybody() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    let bob = world.member("bob").await;
    let changed = user_core::ports::UserChange::SetLocale(bob.id, Some(locale("nl")));
    world.write(user_core::ports::Changes::none().with(changed)).await;
    world.store.take_calls();

    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
    let for_a_stranger = world.store.take_calls();
    let ada = Current::new(world.user("ada").await, ada.session);
    world.store.take_calls();
    world.users.invite(&ada, &invite("bob", ""), &visitor()).await.unwrap();

    assert_eq!(world.store.take_calls(), for_a_stranger, "the same look-ups and writes");
    assert_eq!(sent(&world).await.len(), 2);
    let mails = world.queued().await;
    assert_eq!((mails[1].kind, mails[1].to.as_str()), (MailKind::INVITE, "bob@example.com"));
    assert_eq!((mails[1].user_id, mails[1].locale.as_str()), (Some(bob.id), "nl"), "in the owner's language");
}

#[tokio::test]
async fn a_shut_account_gets_no_mail_and_nobody_is_told() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.member("bob").await;
    world.disable("bob").await;

    world.users.invite(&ada, &invite("bob", ""), &visitor()).await.unwrap();

    assert_eq!(sent(&world).await.len(), 1);
    assert!(world.queued().await.is_empty());
}

#[tokio::test]
async fn no_more_mails_go_to_one_address_than_strangers_can_cause_and_the_latest_comes_later() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    let mut arrived = 0;

    for roles in ["", "", "", "", "agent"] {
        world.users.invite(&ada, &invite("grace", roles), &visitor()).await.unwrap();
        arrived += world.users.deliver_due_mail().await.unwrap().sent;
        world.after(DAY / 86_400);
    }

    assert_eq!(arrived, 3, "throttles.mail_address");
    let open = world.users.sent_invitations(ada.user.id).await.unwrap().remove(0);
    assert_eq!(open.roles.len(), 1, "what was asked for last is what holds");
    world.after(DAY);
    let later = world.users.deliver_due_mail().await.unwrap();
    assert_eq!((later.sent, later.dropped), (1, 1), "the one that was replaced before it went out does not");
    world.after(6 * DAY);
    assert_eq!(open.state(world.now()), InvitationState::Open, "it counts from its mail");
}

#[tokio::test]
async fn a_user_sends_ten_invitations_a_day_unless_the_settings_say_otherwise() {
    let world = World::with(optional);
    for name in ["ada", "bob"] {
        world.member(name).await;
    }
    let (ada, bob) = (world.current("ada").await, world.current("bob").await);
    for number in 0..10 {
        world.users.invite(&ada, &invite(&format!("guest{number}"), ""), &visitor()).await.unwrap();
    }

    let outcome = world.users.invite(&ada, &invite("one-more", ""), &visitor()).await;

    assert!(matches!(outcome, Err(InviteError::Throttled { .. })), "{outcome:?}");
    assert_eq!(sent(&world).await.len(), 10);
    assert!(world.users.invite(&bob, &invite("one-more", ""), &visitor()).await.is_ok());
    world.after(DAY);
    assert!(world.users.invite(&ada, &invite("one-more", ""), &visitor()).await.is_ok());
}

#[tokio::test]
async fn too_many_of_one_user_are_too_many_from_wherever_they_come() {
    let world = World::with(|settings| {
        optional(settings);
        settings.throttles.invitations.free = 3;
    });
    world.member("ada").await;
    let ada = world.current("ada").await;
    for number in 1..=3 {
        let from = visitor_from(&format!("192.0.2.{number}"));
        world.users.invite(&ada, &invite(&format!("guest{number}"), ""), &from).await.unwrap();
    }

    let outcome = world.users.invite(&ada, &invite("guest4", ""), &visitor_from("192.0.2.4")).await;

    assert!(matches!(outcome, Err(InviteError::Throttled { .. })), "{outcome:?}");
}

#[tokio::test]
async fn sending_again_replaces_the_invitation_and_its_mail() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.users.invite(&ada, &invite("grace", "agent"), &visitor()).await.unwrap();
    let first = sent(&world).await[0].id;

    let email = world.users.resend_invitation(&ada, first, &visitor()).await.unwrap();

    assert_eq!(email.as_str(), address("grace"));
    let both = sent(&world).await;
    let states: BTreeSet<_> = both.iter().map(|one| (one.id == first, one.revoked_at.is_some())).collect();
    assert_eq!(states, [(false, false), (true, true)].into());
    assert!(both.iter().all(|one| one.roles.len() == 1));
    let delivery = world.users.deliver_due_mail().await.unwrap();
    assert_eq!((delivery.sent, delivery.dropped), (1, 1), "the mail of the first leads nowhere");
    assert_eq!(world.users.sent_invitations(ada.user.id).await.unwrap().len(), 1, "one row per address");
}

#[tokio::test]
async fn an_expired_invitation_is_sent_again() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
    let first = sent(&world).await[0].id;
    world.after(8 * DAY);

    world.users.resend_invitation(&ada, first, &visitor()).await.unwrap();

    let latest = world.users.sent_invitations(ada.user.id).await.unwrap().remove(0);
    assert_eq!(latest.state(world.now()), InvitationState::Open);
}

#[tokio::test]
async fn what_was_taken_back_leads_nowhere_and_its_mail_is_not_sent() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
    let id = sent(&world).await[0].id;
    world.forget_the_past();

    let email = world.users.revoke_invitation(&ada, id, &visitor()).await.unwrap();

    assert_eq!(email.as_str(), address("grace"));
    assert_eq!(sent(&world).await[0].state(world.now()), InvitationState::Revoked);
    assert_eq!(world.told.kinds(), [EventKind::INVITATION_REVOKED]);
    assert_eq!(world.users.deliver_due_mail().await.unwrap().dropped, 1);
    let again = world.users.revoke_invitation(&ada, id, &visitor()).await;
    assert!(matches!(again, Err(InviteError::Unknown)), "{again:?}");
}

#[tokio::test]
async fn the_invitations_of_others_are_nobodys_business() {
    let world = hosted();
    let (ada, eve) = (host(&world, "ada").await, host(&world, "eve").await);
    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
    let id = sent(&world).await[0].id;
    let before = world.snapshot().await;

    let unknown = InvitationId::from_bytes([9; 16]);
    for id in [id, unknown] {
        let resent = world.users.resend_invitation(&eve, id, &visitor()).await;
        let revoked = world.users.revoke_invitation(&eve, id, &visitor()).await;
        assert!(matches!(resent, Err(InviteError::Unknown)), "{resent:?}");
        assert!(matches!(revoked, Err(InviteError::Unknown)), "{revoked:?}");
    }
    assert_eq!(world.users.sent_invitations(eve.user.id).await.unwrap(), []);
    assert_eq!(world.snapshot().await, before);
    world.users.invite(&eve, &invite("grace", ""), &visitor()).await.unwrap();
    let of_ada = world.users.sent_invitations(ada.user.id).await.unwrap().remove(0);
    assert_eq!(of_ada.state(world.now()), InvitationState::Open, "another's invitation takes nothing back");
}

#[tokio::test]
async fn an_administrator_invites_with_any_roles_and_replaces_what_others_sent() {
    let world = hosted();
    let ada = host(&world, "ada").await;
    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
    world.forget_the_past();
    let new = |role: &str| NewInvitation {
        email: address("grace"),
        roles: vec![role.to_owned()],
        locale: Some(locale("nl")),
    };

    let refused = world.users.invite_as_administrator(&new("Admin")).await;
    let id = world.users.invite_as_administrator(&new("admin")).await.unwrap();

    assert_eq!(codes(refused), ["roles.bad_characters"]);
    let all = world.users.all_invitations(10).await.unwrap();
    let open: Vec<_> = all.iter().filter(|one| one.state(world.now()) == InvitationState::Open).collect();
    assert_eq!(open.iter().map(|one| (one.id, one.inviter)).collect::<Vec<_>>(), [(id, None)]);
    let mail = world.queued().await.pop().unwrap();
    assert_eq!((mail.locale.as_str(), mail.details.inviter), ("nl", None));
    world.users.revoke_invitation_as_administrator(id).await.unwrap();
    assert_eq!(world.told.kinds(), [EventKind::USER_INVITED, EventKind::INVITATION_REVOKED]);
    let again = world.users.revoke_invitation_as_administrator(id).await;
    assert!(matches!(again, Err(AdministrationError::Unknown)), "{again:?}");
}

/// Only colleagues of the domain's own may invite.
struct Colleagues;

#[async_trait]
impl InvitationPolicy for Colleagues {
    async fn right_of(&self, user: &User) -> Result<Option<InvitationRight>, PortError> {
        let colleague = EmailAddress::parse("ada@example.com").unwrap();
        Ok(user.email(&colleague).map(|_| InvitationRight::default()))
    }
}

#[tokio::test]
async fn a_policy_of_the_apps_own_decides_in_place_of_the_settings() {
    let world = World::built(|builder| builder.configure(optional).invitation_policy(Colleagues));
    world.member("ada").await;
    world.member("eve").await;

    let ada = world.users.invite(&world.current("ada").await, &invite("grace", ""), &visitor()).await;
    let eve = world.users.invite(&world.current("eve").await, &invite("grace", ""), &visitor()).await;
    let roles = world.users.invite(&world.current("ada").await, &invite("grace", "agent"), &visitor()).await;

    assert!(ada.is_ok() && matches!(eve, Err(InviteError::NotAllowed)), "{ada:?} {eve:?}");
    let expected = Violations::one(Field::Roles, Violation::NotYoursToGive);
    assert!(matches!(&roles, Err(InviteError::Invalid(found)) if *found == expected), "{roles:?}");
}
