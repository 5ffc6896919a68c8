//! Another secret of the app: what an earlier one closed is closed anew, and what nobody can open is named.

use user_core::boxes::{BoxFor, BoxLabel};
use user_core::domain::{Credential, CredentialId, CredentialKind, CredentialSecret, User};
use user_core::flows::{Rewrap, Rewrapped};
use user_core::ports::{Changes, CommitError, CredentialChange, Store};
use user_core::seal::Secret;
use user_core::{UserManager, UserManagerBuilder};

use crate::world::World;

const PLAIN: &[u8] = b"a secret that is read back";

fn boxed() -> CredentialKind {
    CredentialKind::parse("acme:token").unwrap()
}

fn keeping_boxes(builder: UserManagerBuilder) -> UserManagerBuilder {
    builder.boxed_credentials([boxed()])
}

/// Adds a credential whose secret is closed by these users' boxes.
async fn add(world: &World, user: &User, users: &UserManager, kind: CredentialKind) -> Credential {
    world.after(std::time::Duration::from_millis(1));
    let id = CredentialId::fresh(&world.clock, &world.entropy);
    let mut credential = Credential::new(id, user.id, kind, world.now());
    let closed =
        users.boxes().close(BoxLabel::Credential(kind), BoxFor::credential(&credential), PLAIN).unwrap();
    credential.secret = CredentialSecret::new(closed);
    insert(world, &credential).await;
    credential
}

async fn insert(world: &World, credential: &Credential) {
    world.write(Changes::none().with(CredentialChange::Insert(Box::new(credential.clone())))).await;
}

async fn all(world: &World) -> Vec<Credential> {
    world.store.credentials(None, 100).await.unwrap()
}

/// A site that was started again with another secret, and three credentials of before.
async fn rotated() -> (World, World, User) {
    let before = World::built(keeping_boxes);
    let ada = before.member("ada").await;
    for _ in 0..3 {
        add(&before, &ada, &before.users, boxed()).await;
    }
    let (old, new) = (Secret::new([7; 32]).unwrap(), Secret::new([8; 32]).unwrap());
    let after = before.restarted(new, |builder| keeping_boxes(builder).earlier_secrets([old]));
    (before, after, ada)
}

#[tokio::test]
async fn boxes_that_no_secret_opens_are_named_and_left_as_they_are() {
    let (before, after, ada) = rotated().await;
    let lost = before.restarted(Secret::new([9; 32]).unwrap(), keeping_boxes);
    let foreign = add(&after, &ada, &lost.users, boxed()).await;
    let mut copied = add(&after, &ada, &after.users, boxed()).await;
    let mut empty = copied.clone();
    copied.id = CredentialId::fresh(&after.clock, &after.entropy);
    copied.handle = copied.id.to_string();
    insert(&after, &copied).await;
    after.after(std::time::Duration::from_millis(1));
    empty.id = CredentialId::fresh(&after.clock, &after.entropy);
    (empty.handle, empty.secret) = (empty.id.to_string(), CredentialSecret::none());
    insert(&after, &empty).await;

    let found = after.users.rewrap_secrets(Rewrap::Renew).await.unwrap();

    let mut unreadable = vec![foreign.id, copied.id, empty.id];
    unreadable.sort();
    assert_eq!((found.current, found.renewed, found.unreadable), (1, 3, unreadable));
    for sample in [foreign, copied, empty] {
        assert!(all(&after).await.contains(&sample));
    }
}

#[tokio::test]
async fn a_check_counts_and_changes_nothing() {
    let (_, after, ada) = rotated().await;
    add(&after, &ada, &after.users, boxed()).await;
    let before = all(&after).await;

    let found = after.users.rewrap_secrets(Rewrap::Check).await.unwrap();

    assert_eq!((found.current, found.renewed, found.unreadable.len()), (1, 3, 0));
    assert_eq!(all(&after).await, before);
}

#[tokio::test]
async fn boxes_of_an_earlier_secret_are_renewed_and_the_earlier_one_can_be_dropped() {
    let (_, after, _) = rotated().await;

    let first = after.users.rewrap_secrets(Rewrap::Renew).await.unwrap();
    let second = after.users.rewrap_secrets(Rewrap::Renew).await.unwrap();

    assert_eq!((first.current, first.renewed), (0, 3));
    assert_eq!((second.current, second.renewed), (3, 0));
    let dropped = after.restarted(Secret::new([8; 32]).unwrap(), keeping_boxes);
    for credential in all(&after).await {
        let (label, place) = (BoxLabel::Credential(boxed()), BoxFor::credential(&credential));
        let opened = dropped.users.boxes().open(label, place, credential.secret.reveal()).unwrap();
        assert_eq!(opened.as_slice(), PLAIN);
    }
}

#[tokio::test]
async fn kinds_that_keep_no_box_are_passed_over_and_unknown_ones_counted() {
    let (_, after, ada) = rotated().await;
    let mut hashed = add(&after, &ada, &after.users, CredentialKind::RECOVERY_CODE).await;
    hashed.secret = CredentialSecret::new(*b"a digest");
    let unknown = add(&after, &ada, &after.users, CredentialKind::parse("kind_of_2030").unwrap()).await;

    let found = after.users.rewrap_secrets(Rewrap::Renew).await.unwrap();

    assert_eq!((found.renewed, found.unreadable.len(), found.unknown), (3, 0, 1));
    assert!(all(&after).await.contains(&unknown));
}

#[tokio::test]
async fn a_secret_that_changes_meanwhile_is_looked_at_again_and_one_that_is_deleted_is_not_missed() {
    let (_, after, _) = rotated().await;
    after.store.refuse_next_commit(CommitError::Gone);

    let found = after.users.rewrap_secrets(Rewrap::Renew).await.unwrap();

    assert_eq!((found.current, found.renewed), (0, 3));
}

#[tokio::test]
async fn many_who_renew_at_once_never_fail_and_lose_nothing() {
    let (_, after, _) = rotated().await;
    after.store.take_time();

    let runs =
        futures_util::future::join_all((0..8).map(|_| after.users.rewrap_secrets(Rewrap::Renew))).await;

    let runs: Vec<Rewrapped> = runs.into_iter().map(Result::unwrap).collect();
    assert_eq!(runs.iter().map(|found| found.renewed).sum::<u64>(), 3);
    assert!(runs.iter().all(|found| found.renewed + found.current == 3 && found.unreadable.is_empty()));
}

#[tokio::test]
async fn a_store_that_is_down_fails_the_run() {
    let (_, after, _) = rotated().await;
    after.store.break_down();

    assert!(after.users.rewrap_secrets(Rewrap::Renew).await.is_err());
}
