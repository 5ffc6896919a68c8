//! A recovery code as a claim to an account: what is younger than it goes, and what the account had then comes back.

use user_core::domain::RecoveryCode;
use user_core::flows::ResetByRecoveryCodeForm;

use crate::claims::{Account, OWNERS};
use crate::recovery_codes::made;
use crate::world::{DAY, HOUR, PASSWORD, World, address, rename, visitor};

/// An account of long ago, with codes of back then.
async fn account(several: bool) -> (Account, Vec<RecoveryCode>) {
    let account = Account::old(several).await;
    let current = account.signed_in(PASSWORD).await.unwrap();
    let codes = made(&account.world, &current).await;
    account.world.after(20 * DAY);
    account.world.deliver().await;
    account.world.forget_the_past();
    (account, codes)
}

/// Resets the password with a code, as whoever knows this name.
async fn reset(world: &World, name: &str, code: &RecoveryCode) -> Result<Vec<String>, String> {
    let form = ResetByRecoveryCodeForm {
        identifier: name.to_owned(),
        recovery_code: code.grouped(),
        new_password: OWNERS.to_owned(),
        retype_password: OWNERS.to_owned(),
    };
    let done = world.users.reset_by_recovery_code(&form, &visitor()).await;
    done.map(|done| done.doubtful.iter().map(ToString::to_string).collect())
        .map_err(|error| error.to_string())
}

async fn confirmed(account: &Account) -> Vec<String> {
    let emails = account.user().await.emails.into_iter().filter(|email| email.confirmed_at.is_some());
    emails.map(|email| email.address.to_string()).collect()
}

#[tokio::test]
async fn a_code_takes_the_account_back_from_who_has_its_only_address() {
    for several in [true, false] {
        let (account, codes) = account(several).await;
        account.take("evil", PASSWORD).await;
        if several {
            account.make_primary("evil", PASSWORD).await;
            account.remove("ada", PASSWORD).await;
        }
        assert_eq!(confirmed(&account).await, [address("evil")]);
        account.world.after(DAY);

        let doubtful = reset(&account.world, "ada", &codes[0]).await.unwrap();

        assert_eq!(confirmed(&account).await, [address("ada")], "several: {several}");
        assert_eq!(account.primary().await, address("ada"));
        assert_eq!(doubtful, if several { vec![address("evil")] } else { vec![] });
        account.assert_thief_is_out("evil", "ada", "by a code").await;
    }
}

#[tokio::test]
async fn an_address_that_another_user_has_confirmed_since_does_not_come_back() {
    let (account, codes) = account(true).await;
    account.take("evil", PASSWORD).await;
    account.make_primary("evil", PASSWORD).await;
    account.remove("ada", PASSWORD).await;
    let other = account.world.member("eve").await;
    account.world.users.set_email(other.id, &address("ada")).await.unwrap();

    reset(&account.world, "ada", &codes[0]).await.unwrap();

    assert!(confirmed(&account).await.is_empty(), "the name is what the owner has left");
    assert!(account.world.sign_in("ada", OWNERS).await.is_ok());
    // The way on: an address of the owner's is proposed, and proven as any other.
    account.take("mine", OWNERS).await;
    assert_eq!(
        (confirmed(&account).await, account.primary().await),
        (vec![address("mine")], address("mine"))
    );
}

#[tokio::test]
async fn an_address_that_came_before_the_code_or_long_ago_stays() {
    let (account, codes) = account(true).await;
    account.take("second", PASSWORD).await;
    account.world.after(8 * DAY);
    let doubtful = reset(&account.world, "ada", &codes[0]).await.unwrap();

    assert!(doubtful.is_empty());
    assert_eq!(confirmed(&account).await, [address("ada"), address("second")]);
}

#[tokio::test]
async fn the_username_comes_back_that_was_given_up_after_the_code_was_made() {
    let (account, codes) = account(true).await;
    let current = account.signed_in(PASSWORD).await.unwrap();
    account.world.users.change_username(&current, &rename("crook", PASSWORD), &visitor()).await.unwrap();
    account.world.after(HOUR);

    reset(&account.world, &address("ada"), &codes[0]).await.unwrap();

    assert_eq!(account.user().await.username.unwrap().as_str(), "ada");
}

#[tokio::test]
async fn no_address_that_is_younger_than_a_code_takes_back_what_it_did() {
    let (account, codes) = account(true).await;
    account.take("waiting", PASSWORD).await;
    // Beyond doubt by now, and told of changes with a link.
    account.world.after(8 * DAY);
    account.propose("third", PASSWORD).await;
    let before = account.links("waiting", "undo-email-change");
    let of_owner = account.links("ada", "undo-email-change").len();
    assert!(!before.is_empty());

    reset(&account.world, "ada", &codes[0]).await.unwrap();
    account.world.deliver().await;

    assert_eq!(account.links("waiting", "undo-email-change"), before);
    assert!(account.links("ada", "undo-email-change").len() > of_owner);
    for link in before {
        assert!(account.world.users.undo_email_change(&link, &visitor()).await.is_err());
    }
}
