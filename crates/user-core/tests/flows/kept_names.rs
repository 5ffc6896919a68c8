//! A username that was given up stays its user's while the account can be taken back, in whatever order a thief acts.

use user_core::domain::{ImportedUser, User};
use user_core::flows::{ImportMode, ImportOptions, ImportResult, UnknownHashes};
use user_core::settings::Identifiers;

use crate::claims::{Account, OWNERS};
use crate::world::{DAY, HOUR, PASSWORD, World, codes, registration, rename, visitor};

async fn renamed(account: &Account, to: &str) {
    let name = account.user().await.username.unwrap();
    let cookie = account.world.sign_in(name.as_str(), PASSWORD).await.unwrap().cookie;
    let current = account.world.visit(&cookie).await.unwrap();
    account.world.users.change_username(&current, &rename(to, PASSWORD), &visitor()).await.unwrap();
    account.world.deliver().await;
}

fn name_of(user: &User) -> &str {
    user.username.as_ref().unwrap().as_str()
}

#[tokio::test]
async fn a_thief_who_removes_the_address_before_the_name_keeps_neither() {
    for several in [true, false] {
        let account = Account::old(several).await;
        account.take("evil", PASSWORD).await;
        account.make_primary("evil", PASSWORD).await;
        account.remove("ada", PASSWORD).await;

        renamed(&account, "mallory").await;

        let taken = account.world.register(&registration("ada")).await;
        assert_eq!(codes(taken), ["username.taken"], "{several}");
        assert!(account.undo("ada", OWNERS).await);
        assert_eq!(name_of(&account.user().await), "ada", "{several}");
    }
}

#[tokio::test]
async fn a_second_link_brings_back_no_name_that_a_thief_gave() {
    let account = Account::old(true).await;
    account.take("second", PASSWORD).await;
    account.world.after(30 * DAY);
    renamed(&account, "mallory").await;
    account.world.after(HOUR);
    let cookie = account.world.sign_in("mallory", PASSWORD).await.unwrap().cookie;
    let current = account.world.visit(&cookie).await.unwrap();
    account.world.users.change_username(&current, &rename("trudy", PASSWORD), &visitor()).await.unwrap();
    account.world.deliver().await;

    for name in ["second", "ada"] {
        let link = account.links(name, "undo-email-change").pop().unwrap();
        account.world.users.undo_email_change(&link, &visitor()).await.unwrap();
        account.world.deliver().await;
        assert_eq!(name_of(&account.user().await), "ada", "after the link of {name}");
    }
}

#[tokio::test]
async fn registering_with_a_name_that_is_kept_says_taken_and_writes_nothing() {
    let account = Account::old(true).await;
    renamed(&account, "lovelace").await;
    let before = account.world.snapshot().await;

    assert_eq!(codes(account.world.register(&registration("ada")).await), ["username.taken"]);

    assert_eq!(account.world.snapshot().await, before);
    account.world.after(8 * DAY);
    account.world.register(&registration("ada")).await.unwrap();
}

#[tokio::test]
async fn an_import_leaves_out_a_name_that_is_kept_and_goes_on() {
    for (later, left_out) in [(DAY, true), (8 * DAY, false)] {
        let account = Account::old(true).await;
        renamed(&account, "lovelace").await;
        account.world.after(later);
        let imported = |id: &str, name: &str| ImportedUser {
            external_id: id.to_owned(),
            username: Some(name.to_owned()),
            emails: vec![user_core::domain::ImportedEmail {
                address: format!("{name}{id}@example.org"),
                confirmed_at: Some(account.ada.created_at),
                primary: true,
            }],
            created_at: Some(account.ada.created_at),
            ..ImportedUser::default()
        };
        let batch = [imported("1", "ada"), imported("2", "bob")];

        let import = async |mode| {
            let options =
                ImportOptions { source: "old".to_owned(), mode, unknown_hashes: UnknownHashes::LeaveOut };
            account.world.users.import(options).batch(&batch).await.unwrap()
        };
        let tried = import(ImportMode::DryRun).await;
        let written = import(ImportMode::Write).await;

        assert_eq!(tried, written, "a dry run says what will be");
        assert!(written.iter().all(|outcome| outcome.result == ImportResult::Imported));
        let remarks: Vec<_> = written[0].remarks.iter().map(|remark| remark.code.as_str()).collect();
        assert_eq!(remarks.contains(&"username.taken"), left_out, "{remarks:?}");
        let name = account.world.users.find_user("ada1@example.org").await.unwrap().unwrap().username;
        assert_eq!(name.is_none(), left_out);
        assert!(account.world.users.find_user("bob").await.unwrap().is_some());
    }
}

#[tokio::test]
async fn where_nothing_takes_an_account_back_a_name_is_free_at_once() {
    let world = World::identified_by(Identifiers::Username);
    let cookie = {
        world.member("ada").await;
        world.sign_in("ada", PASSWORD).await.unwrap().cookie
    };
    let current = world.visit(&cookie).await.unwrap();
    world.users.change_username(&current, &rename("lovelace", PASSWORD), &visitor()).await.unwrap();

    world.register(&registration("ada")).await.unwrap();
}
