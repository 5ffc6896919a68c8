//! Every order of what a thief does to the addresses, against every way in which the owner or an administrator answers.

use crate::claims::{Account, OWNERS};
use crate::world::{DAY, HOUR, PASSWORD, address};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Add,
    Confirm,
    MakePrimary,
    RemoveOwners,
    Undo,
    Wait,
}

const ACTS: [Act; 6] = [Act::Add, Act::Confirm, Act::MakePrimary, Act::RemoveOwners, Act::Undo, Act::Wait];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// `ada@` is in the account again, if it was not, and gets the link to reset.
    Reset,
    /// The same, after the thief's address was removed.
    RemoveAndReset,
    /// `ada@` is in the account again, if it was not, and a new password follows.
    ChangePassword,
    /// The same, after `ada@` was made the primary one.
    ChooseAndChangePassword,
    /// An administrator sets the owner's address, and a password.
    Administrator,
    /// An administrator sets another address, and a password.
    AdministratorSetsAnother,
}

const ANSWERS: [Answer; 6] = [
    Answer::Reset,
    Answer::RemoveAndReset,
    Answer::ChangePassword,
    Answer::ChooseAndChangePassword,
    Answer::Administrator,
    Answer::AdministratorSetsAnother,
];

async fn act(account: &Account, act: Act) {
    account.world.after(HOUR);
    match act {
        Act::Add => account.propose("evil", PASSWORD).await,
        Act::Confirm => account.confirm("evil", PASSWORD).await,
        Act::MakePrimary => account.make_primary("evil", PASSWORD).await,
        Act::RemoveOwners => account.remove("ada", PASSWORD).await,
        Act::Undo => {
            account.undo("evil", PASSWORD).await;
        }
        Act::Wait => account.world.after(2 * DAY),
    }
}

/// Gives the mailbox that is the account's from then on.
async fn answer(account: &Account, answer: Answer, how: &str) -> &'static str {
    account.world.after(HOUR);
    let (users, ada) = (&account.world.users, account.ada.id);
    match answer {
        Answer::Reset | Answer::RemoveAndReset => {
            bring_back(account).await;
            if answer == Answer::RemoveAndReset {
                account.make_primary("ada", PASSWORD).await;
                account.remove("evil", PASSWORD).await;
            }
            assert!(account.reset("ada", OWNERS).await, "{how}");
        }
        Answer::ChangePassword | Answer::ChooseAndChangePassword => {
            bring_back(account).await;
            if answer == Answer::ChooseAndChangePassword {
                account.make_primary("ada", PASSWORD).await;
            }
            account.change_password(PASSWORD, OWNERS).await;
        }
        Answer::Administrator | Answer::AdministratorSetsAnother => {
            let name = if answer == Answer::Administrator { "ada" } else { "new" };
            // The same address again is refused, and changes nothing.
            let _ = users.set_email(ada, &address(name)).await;
            account.world.deliver().await;
            account.world.after(HOUR);
            users.set_password(ada, OWNERS).await.unwrap();
            account.world.deliver().await;
            return name;
        }
    }
    "ada"
}

async fn bring_back(account: &Account) {
    let held = account.user().await.emails.iter().any(|held| held.address.as_str() == address("ada"));
    if !held {
        account.take("ada", PASSWORD).await;
    }
}

/// An address in the account, then all orders of up to two acts, and of three that begin with a choice or a pause.
fn orders() -> Vec<Vec<Act>> {
    let with = |orders: &[Vec<Act>]| -> Vec<Vec<Act>> {
        orders.iter().flat_map(|order| ACTS.map(|act| [order.as_slice(), &[act]].concat())).collect()
    };
    let one = with(&[vec![Act::Add, Act::Confirm]]);
    let two = with(&one);
    let begins = |order: &&Vec<Act>| matches!(order.get(2), Some(Act::MakePrimary | Act::Wait));
    let three = with(&two.iter().filter(begins).cloned().collect::<Vec<_>>());
    [vec![vec![], vec![Act::Add], vec![Act::Add, Act::Confirm]], one, two, three].concat()
}

async fn every_answer_keeps_the_thief_out(several: bool) {
    for acts in orders() {
        for recovery in ANSWERS {
            let how = format!("several: {several}, {acts:?}, then {recovery:?}");
            let account = Account::old(several).await;
            for each in &acts {
                act(&account, *each).await;
            }
            let owners = answer(&account, recovery, &how).await;
            for pause in [HOUR, 8 * DAY] {
                account.assert_thief_is_out("evil", owners, &how).await;
                account.world.after(pause);
            }
        }
    }
}

#[tokio::test]
async fn whatever_became_of_several_addresses_the_owners_answer_stands() {
    every_answer_keeps_the_thief_out(true).await;
}

#[tokio::test]
async fn whatever_became_of_the_only_address_the_owners_answer_stands() {
    every_answer_keeps_the_thief_out(false).await;
}
