//! "This was not me": the owner of an address takes the account back.

use user_core::domain::{EventKind, MailKind, MailLink, Purpose, User};
use user_core::flows::{
    AddEmailForm, ConfirmEmailForm, Current, LinkError, LinkRefusal, RegisterForm, UndoEmailChangeError,
};

use crate::change_email::{addresses, change, moved, now, wish};
use crate::manage_emails::member_with_two;
use crate::world::{
    DAY, HOUR, OTHER_PASSWORD, PASSWORD, World, address, new_password, password_change, proof, registration,
    rename, visitor,
};

#[tokio::test]
async fn an_undo_that_is_too_old_used_or_none_of_ours_is_refused() {
    let (world, user, undo) = moved().await;
    let refusal = async |link: &str| match world.users.undo_email_change(link, &visitor()).await {
        Err(UndoEmailChangeError::Link(refusal)) => refusal,
        other => panic!("{other:?}"),
    };

    assert_eq!(refusal("garbage").await, LinkRefusal::Invalid);
    world.forgot("new@example.com").await.unwrap();
    let reset = world.link_for("new").await;
    assert_eq!(refusal(&reset).await, LinkRefusal::Invalid);
    world.after(7 * DAY);
    assert_eq!(refusal(&undo).await, LinkRefusal::Expired);
    assert_eq!(addresses(&now(&world, &user).await), ["new@example.com"]);

    let (world, _, undo) = moved().await;
    world.users.undo_email_change(&undo, &visitor()).await.unwrap();
    let again = world.users.undo_email_change(&undo, &visitor()).await;
    assert!(matches!(again, Err(UndoEmailChangeError::Link(LinkRefusal::Used))), "{again:?}");
}

#[tokio::test]
async fn looking_at_an_undo_changes_nothing_and_names_the_address() {
    let (world, _, undo) = moved().await;
    let before = world.snapshot().await;

    assert_eq!(world.users.undone_email(&undo).await.unwrap().as_str(), "ada@example.com");
    assert!(world.users.undone_email("garbage").await.is_err());

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn the_page_of_an_undo_promises_no_address_that_another_user_has_confirmed() {
    let (world, _, undo) = moved().await;
    let form = RegisterForm { email: address("ada"), ..registration("grace") };
    world.register(&form).await.unwrap();
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();

    let looked = world.users.undone_email(&undo).await;

    assert!(matches!(looked, Err(LinkError::Refused(LinkRefusal::Invalid))), "{looked:?}");
}

#[tokio::test]
async fn an_undo_restores_the_address_ends_every_session_and_leads_to_a_new_password() {
    let (world, user, undo) = moved().await;
    let thief = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    world.forgot("new@example.com").await.unwrap();
    let thiefs_reset = world.link_for("new").await;
    world.forget_the_past();

    let undone = world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    let restored = now(&world, &user).await;
    assert_eq!(addresses(&restored), ["ada@example.com"]);
    assert!(restored.emails[0].primary && restored.emails[0].confirmed_at.is_some());
    assert!(world.visit(&thief.cookie).await.is_none());
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_CHANGE_UNDONE]);
    world.users.reset_password(&thiefs_reset, &new_password(PASSWORD), &visitor()).await.unwrap_err();
    let reset = undone.reset_link;
    world.users.reset_password(&reset, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();
    world.sign_in("ada@example.com", OTHER_PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_undo_leads_to_a_new_password_also_where_none_is_reset_by_mail() {
    let (world, user, undo) = moved().await;
    let world = world.restarted_with(|settings| settings.features.forgot_password = Some(false));

    let undone = world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
    world.users.reset_password(&undone.reset_link, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();
    world.sign_in("ada@example.com", OTHER_PASSWORD).await.unwrap();
}

#[tokio::test]
async fn after_an_undo_no_password_opens_the_account_and_nobody_spoils_the_link_to_a_new_one() {
    let (world, user, undo) = moved().await;

    let undone = world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    assert!(now(&world, &user).await.password_hash.is_none());
    for name in ["ada", "ada@example.com", "new@example.com"] {
        assert!(world.sign_in(name, PASSWORD).await.is_err(), "{name}");
    }
    let asked = world.reset_link_for("ada").await;
    world.after(HOUR / 2);
    world.users.reset_password(&undone.reset_link, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();
    world.sign_in("ada@example.com", OTHER_PASSWORD).await.unwrap();
    assert!(world.users.reset_password(&asked, &new_password(PASSWORD), &visitor()).await.is_err());
}

/// What waits in the outbox: kind, recipient, and whether it takes something back.
async fn told(world: &World) -> Vec<(MailKind, String, bool)> {
    let is_undo =
        |link: &MailLink| matches!(link, MailLink::Token { purpose: Purpose::UNDO_EMAIL_CHANGE, .. });
    let mails = world.queued().await.into_iter();
    let mut told: Vec<_> = mails
        .map(|mail| (mail.kind, mail.to.to_string(), mail.details.link.as_ref().is_some_and(is_undo)))
        .filter(|(kind, ..)| *kind != MailKind::CONFIRM_EMAIL)
        .collect();
    told.sort();
    world.deliver().await;
    told
}

/// With `ada@` and `two@` confirmed long ago.
async fn established() -> (World, Current) {
    let (world, _, _) = member_with_two().await;
    world.after(30 * DAY);
    let current = world.current("ada").await;
    (world, current)
}

#[tokio::test]
async fn every_change_of_a_way_in_is_told_to_every_other_confirmed_address_with_a_way_back() {
    let (world, mut current) = established().await;
    let (ada, two, three) = (address("ada"), address("two"), address("three"));
    let users = world.users.clone();
    let both = |kind| vec![(kind, ada.clone(), true), (kind, two.clone(), true)];
    told(&world).await;

    users.add_email(&current, &AddEmailForm { email: three.clone() }, &visitor()).await.unwrap();
    assert_eq!(told(&world).await, both(MailKind::EMAIL_ADDED));

    let link = world.link_for("three").await;
    users.confirm_email(&link, &proof(), None, &visitor()).await.unwrap();
    assert_eq!(told(&world).await, both(MailKind::EMAIL_CONFIRMED));

    current.user = now(&world, &current.user).await;
    let id = |name: &str| current.user.emails.iter().find(|held| held.address.as_str() == name).unwrap().id;
    users.make_primary(&current, id(&two), &visitor()).await.unwrap();
    let three_is_new = (MailKind::PRIMARY_EMAIL_CHANGED, three.clone(), false);
    let told_of_two = vec![
        (MailKind::PRIMARY_EMAIL_CHANGED, ada.clone(), true),
        three_is_new,
        (MailKind::PRIMARY_EMAIL_CHANGED, two.clone(), false),
    ];
    assert_eq!(told(&world).await, told_of_two);

    current.user = now(&world, &current.user).await;
    let id = |name: &str| current.user.emails.iter().find(|held| held.address.as_str() == name).unwrap().id;
    users.remove_email(&current, id(&three), &visitor()).await.unwrap();
    let mut all = both(MailKind::EMAIL_REMOVED);
    all.insert(1, (MailKind::EMAIL_REMOVED, three.clone(), false));
    assert_eq!(told(&world).await, all);

    current.user = now(&world, &current.user).await;
    users.change_username(&current, &rename("countess", PASSWORD), &visitor()).await.unwrap();
    assert_eq!(told(&world).await, both(MailKind::USERNAME_CHANGED));

    current.user = now(&world, &current.user).await;
    let form = password_change(PASSWORD, OTHER_PASSWORD);
    users.change_password(&current, &form, &visitor()).await.unwrap();
    assert_eq!(told(&world).await, both(MailKind::PASSWORD_CHANGED));

    users.set_password(current.user.id, PASSWORD).await.unwrap();
    assert_eq!(told(&world).await, both(MailKind::PASSWORD_CHANGED));
}

/// The owner resets by an address of their own and removes the intruder's: that mails the intruder nothing to undo it with.
#[tokio::test]
async fn an_address_that_came_in_lately_gets_no_way_back() {
    let (world, mut current) = established().await;
    let users = world.users.clone();
    users.add_email(&current, &AddEmailForm { email: address("evil") }, &visitor()).await.unwrap();
    users.confirm_email(&world.link_for("evil").await, &proof(), None, &visitor()).await.unwrap();
    current.user = now(&world, &current.user).await;
    let evil =
        |user: &User| user.emails.iter().find(|held| held.address.as_str() == address("evil")).unwrap().id;
    users.make_primary(&current, evil(&current.user), &visitor()).await.unwrap();
    world.after(HOUR);

    let reset = world.reset_link_for("ada").await;
    users.reset_password(&reset, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();
    let signed_in = world.sign_in("ada", OTHER_PASSWORD).await.unwrap();
    let current = world.visit(&signed_in.cookie).await.unwrap();
    users.remove_email(&current, evil(&current.user), &visitor()).await.unwrap();

    world.deliver().await;
    let to_evil = world.mail.all_to(&address("evil"));
    assert!(to_evil.iter().all(|mail| !mail.text.contains("undo-email-change")));
    let user = now(&world, &current.user).await;
    assert_eq!(user.primary_email().unwrap().address.as_str(), address("ada"));
}

#[tokio::test]
async fn a_reset_makes_addresses_of_the_last_days_count_as_proposed_again() {
    for (pause, doubted) in [(6 * DAY, true), (7 * DAY, false)] {
        let (world, mut current) = established().await;
        let users = world.users.clone();
        users.add_email(&current, &AddEmailForm { email: address("evil") }, &visitor()).await.unwrap();
        let link = world.link_for("evil").await;
        users.confirm_email(&link, &proof(), None, &visitor()).await.unwrap();
        current.user = now(&world, &current.user).await;
        let evil = current.user.emails.last().unwrap().id;
        users.make_primary(&current, evil, &visitor()).await.unwrap();
        world.after(pause);

        let reset = world.reset_link_for("two").await;
        let done = users.reset_password(&reset, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();

        assert_eq!(done.doubtful.len(), usize::from(doubted));
        let user = now(&world, &current.user).await;
        let held = user.emails.iter().find(|held| held.address.as_str() == address("evil")).unwrap();
        assert_eq!((held.confirmed_at.is_none(), held.primary), (doubted, !doubted));
        let primary = user.primary_email().unwrap().address.to_string();
        assert_eq!(primary, address(if doubted { "two" } else { "evil" }));
        world.forgot(&address("evil")).await.unwrap();
        world.deliver().await;
        let asked =
            world.mail.all_to(&address("evil")).iter().any(|mail| mail.text.contains("reset-password"));
        assert_eq!(asked, !doubted);
    }
}

/// A thief asks for an address, lets its link lie, and opens it a day after the owner has a new password.
#[tokio::test]
async fn a_pending_address_does_not_survive_a_new_password() {
    for (several, how) in [false, true].into_iter().flat_map(|several| (0..3).map(move |how| (several, how)))
    {
        let world = World::with(|settings| settings.features.multiple_emails = several);
        let ada = world.member("ada").await;
        let current = world.current("ada").await;
        if several {
            let form = AddEmailForm { email: address("evil") };
            world.users.add_email(&current, &form, &visitor()).await.unwrap();
        } else {
            change(&world, &current, &wish(&address("evil"), PASSWORD)).await.unwrap();
        }
        let evil = world.link_for("evil").await;
        world.after(HOUR);
        let current = Current::new(now(&world, &ada).await, current.session);

        match how {
            0 => {
                let link = world.reset_link_for("ada").await;
                let form = new_password(OTHER_PASSWORD);
                world.users.reset_password(&link, &form, &visitor()).await.map(drop).unwrap();
            }
            1 => {
                let form = password_change(PASSWORD, OTHER_PASSWORD);
                world.users.change_password(&current, &form, &visitor()).await.map(drop).unwrap();
            }
            _ => world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap(),
        }
        world.after(HOUR);

        for password in [PASSWORD, OTHER_PASSWORD] {
            let form = ConfirmEmailForm { password: password.to_owned(), ..ConfirmEmailForm::default() };
            let confirmed = world.users.confirm_email(&evil, &form, None, &visitor()).await;
            assert!(confirmed.is_err(), "{several} {how}");
        }
        let user = now(&world, &ada).await;
        assert_eq!(user.primary_email().unwrap().address.as_str(), address("ada"));
        assert!(user.emails.iter().skip(1).all(|held| held.confirmed_at.is_none()));
    }
}

#[tokio::test]
async fn a_second_change_does_not_bury_the_undo_of_the_first() {
    let (world, user, undo) = moved().await;
    let signed_in = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    let thief = Current::new(now(&world, &user).await, signed_in.session);
    change(&world, &thief, &wish("worse@example.com", PASSWORD)).await.unwrap();
    let link = world.link_for("worse").await;
    world.confirm(&link).await.unwrap();
    assert_eq!(addresses(&now(&world, &user).await), ["worse@example.com"]);

    world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
}

#[tokio::test]
async fn an_undo_keeps_the_addresses_that_were_proven_before_the_change() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    let ada = world.member("ada").await;
    for name in ["old", "evil"] {
        let current = world.current("ada").await;
        let current = Current::new(now(&world, &ada).await, current.session);
        let form = AddEmailForm { email: address(name) };
        world.users.add_email(&current, &form, &visitor()).await.unwrap();
        let link = world.link_for(name).await;
        world.confirm(&link).await.unwrap();
        world.after(HOUR);
    }
    let current = world.current("ada").await;
    let evil = now(&world, &ada).await.emails[2].id;
    let current = Current::new(now(&world, &ada).await, current.session);
    world.users.make_primary(&current, evil, &visitor()).await.unwrap();
    let undo = world.link_for("ada").await;
    let current = Current::new(now(&world, &ada).await, current.session);
    world.users.remove_email(&current, current.user.emails[0].id, &visitor()).await.unwrap();

    world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    let restored = now(&world, &ada).await;
    let mut held = addresses(&restored);
    held.sort_unstable();
    assert_eq!(held, ["ada@example.com", "old@example.com"]);
    assert_eq!(restored.primary_email().unwrap().address.as_str(), "ada@example.com");
}

#[tokio::test]
async fn an_undo_takes_no_address_from_somebody_who_has_proven_it_since() {
    let (world, user, undo) = moved().await;
    world.member("ada2").await;
    let world = world.restarted_with(|settings| settings.features.multiple_emails = true);
    let other = world.current("ada2").await;
    world.users.add_email(&other, &AddEmailForm { email: address("ada") }, &visitor()).await.unwrap();
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();

    let outcome = world.users.undo_email_change(&undo, &visitor()).await;

    assert!(matches!(outcome, Err(UndoEmailChangeError::Link(LinkRefusal::Invalid))), "{outcome:?}");
    assert_eq!(addresses(&now(&world, &user).await), ["new@example.com"]);
}

/// The thief waited until their address counted, and uses what a change of their own mailed to it. The owner is told, with
/// a link that works, and spoils the rest of the thief's.
#[tokio::test]
async fn a_way_back_of_a_younger_claim_leaves_that_of_an_older_one_which_spoils_it() {
    let (world, user, _) = moved().await;
    world.after(8 * DAY);
    let signed_in = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    let thief = Current::new(now(&world, &user).await, signed_in.session);
    change(&world, &thief, &wish("worse@example.com", PASSWORD)).await.unwrap();
    let first = world.link_for("new").await;
    world.confirm(&world.link_for("worse").await).await.unwrap();
    let second = world.link_for("new").await;
    assert_ne!(first, second);
    world.users.undo_email_change(&first, &visitor()).await.unwrap();
    let owners = world.link_for("ada").await;

    world.users.undo_email_change(&owners, &visitor()).await.unwrap();

    let outcome = world.users.undo_email_change(&second, &visitor()).await;
    assert!(matches!(outcome, Err(UndoEmailChangeError::Link(LinkRefusal::Used))), "{outcome:?}");
    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
}
