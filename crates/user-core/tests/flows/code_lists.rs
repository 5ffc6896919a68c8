//! Lists of recovery codes: which of them a new list, and each way to take an account back, leaves.

use user_core::domain::{CredentialKind, RecoveryCode};
use user_core::flows::{Current, MakeRecoveryCodesError, ResetByRecoveryCodeForm};
use user_core::ports::Store as _;
use user_core::seal::Secret;

use crate::recovery_codes::{made, typed, world};
use crate::world::{
    DAY, HOUR, OTHER_PASSWORD, PASSWORD, World, address, at_once, new_password, password_change, visitor,
};

const LAST: &str = "Granite bluebell harbour 6";

/// By whom the account is recovered, or what else ends what an intruder may have begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    ResetByMail,
    ResetByOldCode,
    ChangePassword,
    Undo,
    AdministratorsPassword,
    AdministratorsEmail,
    EndSessions,
    Disable,
}

const ACTS: [Act; 8] = [
    Act::ResetByMail,
    Act::ResetByOldCode,
    Act::ChangePassword,
    Act::Undo,
    Act::AdministratorsPassword,
    Act::AdministratorsEmail,
    Act::EndSessions,
    Act::Disable,
];

/// What had become of the codes before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codes {
    /// A list that lies in a drawer.
    Old,
    /// The same, of which a code was used a day ago.
    OldAndUsedLately,
    /// A list in the drawer, and one that was made a day ago by whoever had a session.
    OldAndMadeLately,
    /// A list that was made a day ago, and none before.
    MadeLately,
}

/// How many codes get their owner in afterwards: of the old list, and of the one that was made lately.
type Left = (usize, usize);

/// The rule: what was made lately ends, and so does a list of which one was used lately; an old one stays, and counts again
/// where it was replaced. Where a code claims the account, its own list stays.
const fn rule(act: Act, codes: Codes) -> Left {
    match (act, codes) {
        (Act::ResetByOldCode, Codes::Old | Codes::OldAndMadeLately) => (9, 0),
        (Act::ResetByOldCode, Codes::OldAndUsedLately) => (8, 0),
        (_, Codes::Old | Codes::OldAndMadeLately) => (10, 0),
        (_, Codes::OldAndUsedLately | Codes::MadeLately) => (0, 0),
    }
}

struct Account {
    world: World,
    old: Vec<RecoveryCode>,
    lately: Vec<RecoveryCode>,
}

async fn account(codes: Codes) -> Account {
    let world = world();
    world.member("ada").await;
    let mut account = Account { world, old: Vec::new(), lately: Vec::new() };
    let world = &account.world;
    if codes != Codes::MadeLately {
        account.old = made(world, &world.current("ada").await).await;
    }
    world.after(30 * DAY);
    let current = world.current("ada").await;
    match codes {
        Codes::Old => {}
        Codes::OldAndUsedLately => {
            world.users.prove_by_recovery_code(&current, &typed(&account.old[9]), &visitor()).await.unwrap();
        }
        Codes::OldAndMadeLately | Codes::MadeLately => account.lately = made(world, &current).await,
    }
    world.deliver().await;
    world.after(DAY);
    account
}

impl Account {
    async fn act(&self, act: Act) {
        let (world, users) = (&self.world, &self.world.users);
        let ada = world.user("ada").await.id;
        match act {
            Act::ResetByMail => {
                let link = world.reset_link_for("ada").await;
                users.reset_password(&link, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();
            }
            Act::ResetByOldCode => {
                self.reset(&self.old[0], OTHER_PASSWORD).await.unwrap();
            }
            Act::ChangePassword => {
                let form = password_change(PASSWORD, OTHER_PASSWORD);
                users.change_password(&world.current("ada").await, &form, &visitor()).await.unwrap();
            }
            Act::Undo => {
                // Somebody tells the owner of a change, whichever it is.
                let current = world.current("ada").await;
                let form = crate::world::rename("crook", PASSWORD);
                users.change_username(&current, &form, &visitor()).await.unwrap();
                let link = world.link_for("ada").await;
                users.undo_email_change(&link, &visitor()).await.unwrap();
            }
            Act::AdministratorsPassword => users.set_password(ada, OTHER_PASSWORD).await.unwrap(),
            Act::AdministratorsEmail => drop(users.set_email(ada, &address("new")).await.unwrap()),
            Act::EndSessions => users.end_sessions(ada).await.unwrap(),
            Act::Disable => {
                users.disable_user(ada).await.unwrap();
                users.enable_user(ada).await.unwrap();
            }
        }
    }

    async fn reset(&self, code: &RecoveryCode, password: &str) -> Result<(), String> {
        reset(&self.world, "ada", code, password).await
    }

    /// How many of these codes get somebody in.
    async fn good(&self, codes: &[RecoveryCode]) -> usize {
        let ada = self.world.everybody().await.remove(0);
        let kept =
            self.world.store.credentials_of(&ada.id, Some(CredentialKind::RECOVERY_CODE)).await.unwrap();
        let now = self.world.now();
        let kept = kept.iter().filter(|code| code.last_used_at.is_none() && code.is_good(now));
        let times: Vec<_> = kept.map(|code| code.created_at).collect();
        let of_old = times.iter().filter(|at| now - **at > chrono::TimeDelta::days(7)).count();
        if codes.is_empty() {
            0
        } else if codes == self.old {
            of_old
        } else {
            times.len() - of_old
        }
    }
}

async fn reset(world: &World, name: &str, code: &RecoveryCode, password: &str) -> Result<(), String> {
    let form = ResetByRecoveryCodeForm {
        identifier: name.to_owned(),
        recovery_code: code.grouped(),
        new_password: password.to_owned(),
        retype_password: password.to_owned(),
    };
    let done = world.users.reset_by_recovery_code(&form, &visitor()).await;
    done.map(drop).map_err(|error| error.to_string())
}

#[tokio::test]
async fn each_way_to_take_an_account_back_ends_lists_by_one_rule() {
    for act in ACTS {
        for codes in [Codes::Old, Codes::OldAndUsedLately, Codes::OldAndMadeLately, Codes::MadeLately] {
            if act == Act::ResetByOldCode && codes == Codes::MadeLately {
                continue;
            }
            let account = account(codes).await;

            account.act(act).await;

            let left = (account.good(&account.old).await, account.good(&account.lately).await);
            assert_eq!(left, rule(act, codes), "{act:?} of {codes:?}");
        }
    }
}

#[tokio::test]
async fn a_list_that_counts_again_proves_who_somebody_is() {
    let account = account(Codes::OldAndMadeLately).await;
    let world = &account.world;
    let current = world.current("ada").await;
    let refused = world.users.prove_by_recovery_code(&current, &typed(&account.old[0]), &visitor()).await;
    assert!(refused.is_err(), "a replaced list is a way back alone");

    account.act(Act::AdministratorsPassword).await;

    let signed_in = world.sign_in("ada", OTHER_PASSWORD).await.unwrap();
    let current = world.visit(&signed_in.cookie).await.unwrap();
    world.users.prove_by_recovery_code(&current, &typed(&account.old[0]), &visitor()).await.unwrap();
    let again = world.visit(&world.sign_in("ada", OTHER_PASSWORD).await.unwrap().cookie).await.unwrap();
    assert_eq!(world.users.recovery_codes_left(&again).await.unwrap().unused, 9);
}

#[tokio::test]
async fn a_thief_who_makes_codes_takes_no_way_back_from_the_owner() {
    for lists in 1..=3 {
        let account = account(Codes::Old).await;
        let world = &account.world;
        let mut thiefs = Vec::new();
        for _ in 0..lists {
            let current = world.current("ada").await;
            thiefs.extend(made(world, &current).await);
            world.after(DAY);
        }
        let current = world.current("ada").await;
        let left = world.users.recovery_codes_left(&current).await.unwrap();
        assert_eq!(left.unused, 10);
        assert!(left.earlier_until.is_some());

        account.reset(&account.old[3], OTHER_PASSWORD).await.unwrap();

        for code in thiefs {
            assert!(account.reset(&code, LAST).await.is_err(), "a code of the thief is good");
            world.after(HOUR);
        }
        account.reset(&account.old[4], LAST).await.unwrap();
    }
}

#[tokio::test]
async fn a_replaced_list_is_a_way_back_for_seven_days() {
    for (days, is_good) in [(6, true), (7, false)] {
        let account = account(Codes::Old).await;
        let world = &account.world;
        let current = world.current("ada").await;
        made(world, &current).await;
        world.after(days * DAY);

        let outcome = account.reset(&account.old[0], OTHER_PASSWORD).await;

        assert_eq!(outcome.is_ok(), is_good, "after {days} days: {outcome:?}");
    }
}

#[tokio::test]
async fn whoever_uses_a_code_of_a_list_first_ends_it_with_a_new_one() {
    let account = account(Codes::OldAndUsedLately).await;
    let world = &account.world;
    let current = world.current("ada").await;

    let new = made(world, &current).await;

    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().earlier_until, None);
    assert!(account.reset(&account.old[0], OTHER_PASSWORD).await.is_err());
    account.reset(&new[0], OTHER_PASSWORD).await.unwrap();
}

#[tokio::test]
async fn codes_are_not_made_by_who_was_signed_out_meanwhile() {
    let account = account(Codes::Old).await;
    let world = &account.world;
    let current = world.current("ada").await;
    for act in [Act::EndSessions, Act::ChangePassword] {
        let current: Current = current.clone();
        let before = world.store.credentials_of(&current.user.id, None).await.unwrap();
        if act == Act::EndSessions {
            world.users.end_sessions(current.user.id).await.unwrap();
        } else {
            account.act(Act::ChangePassword).await;
        }

        let outcome = world.users.make_recovery_codes(&current, &visitor()).await;

        assert!(
            matches!(outcome, Err(MakeRecoveryCodesError::Gone | MakeRecoveryCodesError::NotFresh)),
            "{act:?}: {outcome:?}"
        );
        assert_eq!(world.store.credentials_of(&current.user.id, None).await.unwrap(), before);
    }
}

#[tokio::test]
async fn codes_made_at_the_moment_of_signing_out_everywhere_are_the_lists_that_it_ends() {
    for _ in 0..10 {
        let account = account(Codes::Old).await;
        let world = &account.world;
        let current = world.current("ada").await;

        at_once(world, 2, |index| {
            let (users, current) = (world.users.clone(), current.clone());
            async move {
                if index == 0 {
                    users.end_sessions(current.user.id).await.unwrap();
                } else {
                    let _ = users.make_recovery_codes(&current, &visitor()).await;
                }
            }
        })
        .await;

        assert_eq!((account.good(&account.old).await, account.good(&account.lately).await), (10, 0));
        let all = world.store.credentials_of(&current.user.id, None).await.unwrap();
        assert_eq!(all.len(), 10, "a list that was begun in a session outlived it");
    }
}

#[tokio::test]
async fn codes_of_a_forgotten_secret_are_said_and_not_counted() {
    let account = account(Codes::Old).await;
    let secret = |byte| Secret::new([byte; 32]).unwrap();
    let left = async |world: &World| {
        let current = world.current("ada").await;
        let left = world.users.recovery_codes_left(&current).await.unwrap();
        (left.unused, left.lost)
    };
    let earlier = account.world.restarted(secret(8), |builder| builder.earlier_secrets([secret(7)]));
    let forgotten = account.world.restarted(secret(9), |builder| builder);

    assert_eq!(left(&account.world).await, (10, 0));
    assert_eq!(left(&earlier).await, (10, 0));
    assert_eq!(left(&forgotten).await, (0, 10));
    for (world, counted) in [(&account.world, (0, 0)), (&earlier, (10, 0)), (&forgotten, (0, 10))] {
        let found = world.users.rewrap_secrets(user_core::flows::Rewrap::Check).await.unwrap();
        assert_eq!((found.codes_earlier, found.codes_lost), counted);
    }
    reset(&earlier, "ada", &account.old[0], OTHER_PASSWORD).await.unwrap();
}
