//! Accepting an invitation: by registering with it, or with an account that is there.

use user_core::domain::{EventKind, InvitationState, MailKind, UserStatus};
use user_core::flows::{
    AcceptInvitationError, LinkError, LinkRefusal, NewInvitation, RegisterError, RegisterForm, RegisteredNext,
};
use user_core::ports::Store;
use user_core::settings::{InvitationMode, Inviters, Settings};

use crate::world::{DAY, World, address, at_once, invite, only_email, registration, visitor};

fn required(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Required;
}

fn optional(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Optional;
}

/// The link that the site mails to `name`, with the role of an agent.
async fn link_to(world: &World, name: &str) -> String {
    let new = NewInvitation { email: address(name), roles: vec!["agent".to_owned()], locale: None };
    world.users.invite_as_administrator(&new).await.unwrap();
    let link = world.link_for(name).await;
    world.forget_the_past();
    link
}

fn with_link(name: &str, link: &str) -> RegisterForm {
    RegisterForm { invite_token: link.to_owned(), ..registration(name) }
}

/// S089
#[tokio::test]
async fn s089_where_an_invitation_is_needed_nobody_registers_without() {
    let world = World::with(required);
    let before = world.snapshot().await;

    let outcome = world.register(&registration("ada")).await;

    assert!(matches!(outcome, Err(RegisterError::InvitationRequired)), "{outcome:?}");
    assert_eq!(world.snapshot().await, before);
}

/// S090
#[tokio::test]
async fn s090_an_invitation_that_is_not_ours_lets_nobody_in() {
    for mode in [required, optional] {
        let world = World::with(mode);
        world.member("ada").await;
        let reset = world.reset_link_for("ada").await;
        let before = world.snapshot().await;

        for link in ["x", &reset] {
            let outcome = world.register(&with_link("grace", link)).await;
            assert!(
                matches!(outcome, Err(RegisterError::Invitation(LinkRefusal::Invalid))),
                "{link} {outcome:?}"
            );
        }
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn an_invitation_is_good_for_its_address_alone() {
    let world = World::with(required);
    let link = link_to(&world, "grace").await;
    let before = world.snapshot().await;

    let outcome = world.register(&with_link("mallory", &link)).await;

    assert!(matches!(outcome, Err(RegisterError::Invitation(LinkRefusal::Invalid))), "{outcome:?}");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn an_invitation_is_refused_once_it_is_old_taken_back_or_its_inviter_is_shut_out() {
    let world = World::with(required);
    world.member("ada").await;
    let ada = world.current("ada").await;
    let refusal = async |link: &str| match world.register(&with_link("grace", link)).await {
        Err(RegisterError::Invitation(refusal)) => refusal,
        other => panic!("{other:?}"),
    };

    let link = link_to(&world, "grace").await;
    world.after(7 * DAY);
    assert_eq!(refusal(&link).await, LinkRefusal::Expired);
    assert!(matches!(world.users.invitation(&link).await, Err(LinkError::Refused(LinkRefusal::Expired))));

    let id = {
        world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
        world.users.sent_invitations(ada.user.id).await.unwrap()[0].id
    };
    let link = world.link_for("grace").await;
    world.disable("ada").await;
    assert_eq!(refusal(&link).await, LinkRefusal::Invalid);
    world.users.enable_user(ada.user.id).await.unwrap();
    assert!(world.users.invitation(&link).await.is_ok());

    world.users.revoke_invitation(&ada, id, &visitor()).await.unwrap();
    assert_eq!(refusal(&link).await, LinkRefusal::Invalid);
    assert_eq!(world.found("grace").await.map(|user| user.id), None);
}

/// Somebody who was made a host, and is none any more, must not become an agent by an invitation to an address of theirs.
#[tokio::test]
async fn roles_that_are_not_the_inviters_to_give_any_more_are_not_given() {
    let world = World::with(|settings| {
        optional(settings);
        settings.invitations.who = Inviters::Roles;
        settings.invitations.inviter_roles = vec!["host".to_owned()];
        settings.invitations.grantable_roles = vec!["agent".to_owned()];
    });
    let id = world.member("ada").await.id;
    world.users.grant_role(id, "host").await.unwrap();
    let ada = world.current("ada").await;
    for (name, roles) in [("grace", "agent"), ("guest", "")] {
        world.users.invite(&ada, &invite(name, roles), &visitor()).await.unwrap();
    }
    let (with_role, plain) = (world.link_for("grace").await, world.link_for("guest").await);
    assert!(world.users.invitation(&with_role).await.is_ok());
    world.users.revoke_role(id, "host").await.unwrap();

    let outcome = world.register(&with_link("grace", &with_role)).await;

    assert!(matches!(outcome, Err(RegisterError::Invitation(LinkRefusal::Invalid))), "{outcome:?}");
    let looked_at = world.users.invitation(&with_role).await;
    assert!(matches!(looked_at, Err(LinkError::Refused(LinkRefusal::Invalid))), "{looked_at:?}");
    world.register(&with_link("guest", &plain)).await.unwrap();
}

#[tokio::test]
async fn where_there_are_no_invitations_a_link_means_nothing() {
    let world = World::with(optional);
    let link = link_to(&world, "grace").await;
    let without = world.restarted_with(|settings| settings.invitations.mode = InvitationMode::Off);

    let registered = without.register(&with_link("grace", &link)).await.unwrap();

    assert!(matches!(registered.next, RegisteredNext::ConfirmEmail));
    assert!(world.user("grace").await.roles.is_empty());
}

/// S091, S092
#[tokio::test]
async fn s091_s092_whoever_is_invited_registers_and_is_in() {
    for mode in [required, optional] {
        let world = World::with(mode);
        let link = link_to(&world, "grace").await;
        let seen = world.users.invitation(&link).await.unwrap();
        assert_eq!((seen.email.as_str(), seen.inviter, seen.has_account), ("grace@example.com", None, false));
        let form = RegisterForm { email: "GRACE@Example.com".to_owned(), ..with_link("grace", &link) };

        let registered = world.register(&form).await.unwrap();

        assert!(matches!(registered.next, RegisteredNext::Admission(_)));
        let grace = world.user("grace").await;
        assert_eq!((grace.status, grace.has_role("agent")), (UserStatus::Active, true));
        let email = only_email(&grace);
        assert_eq!((email.confirmed_at, email.primary), (Some(world.now()), true));
        let mail = world.queued().await.remove(0);
        assert_eq!((mail.kind, mail.details.link), (MailKind::REGISTERED, None), "nothing is to confirm");
        assert_eq!(
            world.told.kinds(),
            [EventKind::USER_REGISTERED, EventKind::INVITATION_ACCEPTED, EventKind::USER_SIGNED_IN]
        );
        let invitation = world.users.all_invitations(1).await.unwrap().remove(0);
        assert_eq!(invitation.accepted.unwrap().by, grace.id);
        let again = world.register(&with_link("grace", &link)).await;
        assert!(matches!(again, Err(RegisterError::Invitation(LinkRefusal::Used))), "{again:?}");
    }
}

#[tokio::test]
async fn registering_with_an_invitation_signs_nobody_in_where_that_is_off() {
    let world = World::with(|settings| {
        required(settings);
        settings.auto_sign_in.after_register = false;
    });
    let link = link_to(&world, "grace").await;

    let registered = world.register(&with_link("grace", &link)).await.unwrap();

    assert!(matches!(registered.next, RegisteredNext::SignIn));
    assert_eq!(world.user("grace").await.status, UserStatus::Active);
}

#[tokio::test]
async fn an_account_that_never_proved_the_address_keeps_nobody_from_being_invited_to_it() {
    let world = World::with(optional);
    let form = RegisterForm { email: "grace@example.com".to_owned(), ..registration("squatter") };
    world.register(&form).await.unwrap();
    let squatter = world.users.find_user("squatter").await.unwrap().unwrap();
    let link = link_to(&world, "grace").await;
    assert!(!world.users.invitation(&link).await.unwrap().has_account);

    world.register(&with_link("grace", &link)).await.unwrap();

    let grace = world.user("grace").await;
    assert!(grace.id != squatter.id && grace.status == UserStatus::Active);
    assert_eq!(world.everybody().await.len(), 2);
}

#[tokio::test]
async fn the_owner_of_an_account_is_told_to_sign_in_and_nothing_changes() {
    let world = World::with(optional);
    let link = link_to(&world, "grace").await;
    world.member("grace").await;
    let before = world.snapshot().await;

    let outcome = world.register(&with_link("grace", &link)).await;

    assert!(matches!(outcome, Err(RegisterError::HasAccount)), "{outcome:?}");
    assert!(world.users.invitation(&link).await.unwrap().has_account);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn somebody_else_accepts_nothing() {
    let world = World::with(optional);
    let link = link_to(&world, "grace").await;
    world.member("eve").await;
    let eve = world.current("eve").await;
    let seen = world.users.invitation(&link).await.unwrap();
    let before = world.snapshot().await;

    let outcome = world.users.accept_invitation(&eve, &link, &visitor()).await;

    assert!(matches!(outcome, Err(AcceptInvitationError::SomebodyElse)), "{outcome:?}");
    assert!(!world.users.may_accept(&eve.user, &seen));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn whoever_has_an_account_accepts_it_signed_in_once_and_gets_the_roles() {
    let world = World::with(optional);
    world.member("grace").await;
    let link = link_to(&world, "grace").await;
    let grace = world.current("grace").await;

    world.users.accept_invitation(&grace, &link, &visitor()).await.unwrap();

    assert!(world.user("grace").await.has_role("agent"));
    assert_eq!(world.told.kinds(), [EventKind::ROLE_GRANTED, EventKind::INVITATION_ACCEPTED]);
    let again = world.users.accept_invitation(&grace, &link, &visitor()).await;
    assert!(matches!(again, Err(AcceptInvitationError::Link(LinkRefusal::Used))), "{again:?}");
}

#[tokio::test]
async fn accepting_confirms_the_only_address_of_whoever_signed_in_before() {
    let world = World::with(|settings| {
        optional(settings);
        settings.sign_in.before_confirmation = true;
    });
    world.newcomer("grace").await;
    let confirmation = world.link_for("grace").await;
    let link = link_to(&world, "grace").await;
    let grace = world.current("grace").await;

    world.users.accept_invitation(&grace, &link, &visitor()).await.unwrap();

    let user = world.user("grace").await;
    assert_eq!((user.id, user.status, user.has_role("agent")), (grace.user.id, UserStatus::Active, true));
    assert!(only_email(&user).primary);
    assert!(world.users.check_link(user_core::domain::Purpose::CONFIRM_EMAIL, &confirmation).await.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_with_one_invitation_one_account_is_made() {
    for round in 0..10 {
        let world = World::built(|builder| builder.configure(required).throttle(user_testkit::NoThrottle));
        let link = link_to(&world, "grace").await;

        let outcomes = at_once(&world, 16, |caller| {
            let users = world.users.clone();
            let form = RegisterForm { username: format!("caller-{caller}"), ..with_link("grace", &link) };
            async move { users.register(&form, &visitor()).await }
        })
        .await;

        let refused = |outcome: &Result<_, _>| {
            matches!(outcome, Err(RegisterError::Invitation(LinkRefusal::Used) | RegisterError::HasAccount))
        };
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{round}");
        assert_eq!(outcomes.iter().filter(|outcome| refused(outcome)).count(), 15, "{round} {outcomes:?}");
        assert_eq!((world.everybody().await.len(), world.queued().await.len()), (1, 1), "{round}");
        let kept = world.store.inner().invitations(None, 10).await.unwrap();
        assert_eq!(kept[0].state(world.now()), InvitationState::Accepted);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_who_accept_one_invitation_one_does() {
    let world = World::with(optional);
    world.member("grace").await;
    let link = link_to(&world, "grace").await;
    let grace = world.current("grace").await;

    let outcomes = at_once(&world, 16, |_| {
        let (users, grace, link) = (world.users.clone(), grace.clone(), link.clone());
        async move { users.accept_invitation(&grace, &link, &visitor()).await }
    })
    .await;

    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    let accepted =
        world.recorded().into_iter().filter(|kind| *kind == EventKind::INVITATION_ACCEPTED).count();
    assert_eq!(accepted, 1);
}
