//! Sentences about credentials.

use chrono::{DateTime, Utc};
use serde_json::json;
use user_core::domain::{
    Credential, CredentialKind, CredentialSecret, HANDLE_MAX, LABEL_MAX, User, UserEmail, UserId,
};
use user_core::ports::{Changes, CredentialChange, UserChange};

use super::probe::{Outcome, Subject, commit, credentials_of, insert, insert_credential, outcome, portrait};
use super::samples::{self, TICK, active, eras, minutes, noon, role, user_id};
use crate::altered;

fn adding(credential: &Credential) -> CredentialChange {
    CredentialChange::Insert(Box::new(credential.clone()))
}

fn with(user: &User, change: impl FnOnce(&mut Credential)) -> Credential {
    let mut credential = samples::credential(user);
    change(&mut credential);
    credential
}

fn but(credential: &Credential, change: impl FnOnce(&mut Credential)) -> Credential {
    let mut changed = credential.clone();
    change(&mut changed);
    changed
}

fn kind(name: &str) -> CredentialKind {
    CredentialKind::parse(name).expect("a name")
}

async fn found(store: &Subject, wanted: &Credential) -> Option<Credential> {
    let found = store.credential(wanted.kind, &wanted.handle).await.expect("a look-up");
    found.map(|(credential, _)| credential)
}

/// Two users with a credential each.
async fn two(store: &Subject) -> [(User, Credential); 2] {
    let both = ["ada", "bob"].map(active).map(|user| {
        let credential = samples::credential(&user);
        (user, credential)
    });
    for (user, credential) in &both {
        insert(store, user).await;
        insert_credential(store, credential).await;
    }
    both
}

/// Secrets of every sort: none, text, every byte there is, four kibibytes.
fn secrets() -> [Vec<u8>; 5] {
    [vec![], b"a\0\0".to_vec(), b"\0".to_vec(), (0..=255).collect(), vec![0xff; 4_096]]
}

/// A credential comes back as it went in, secret and data byte by byte: with every field filled to its limits, and with none.
pub async fn a_credential_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let mut samples = vec![samples::credential(&ada)];
    samples.extend(secrets().map(|bytes| with(&ada, |c| c.secret = CredentialSecret::new(bytes))));
    samples.push(with(&ada, |c| {
        c.handle = "\u{1f98a}".repeat(63) + "abc";
        c.label = Some("\u{1f98a}".repeat(LABEL_MAX));
        c.count = i64::MAX;
        c.created_at = minutes(-9_999_999) + TICK;
        c.last_used_at = Some(noon() - TICK);
        c.expires_at = Some(minutes(9_999_999) - TICK);
    }));
    samples.push(with(&ada, |c| {
        let data = json!({
            "": null, "key": [1, -2, 3.5, 18_446_744_073_709_551_615_u64], "nul": "\0 \u{1f98a} 'x' \"y\" \\",
            "long": "x".repeat(4_096), "deep": {"b": true, "a": {}}
        });
        c.data.clone_from(data.as_object().expect("an object"));
        c.label = Some(" '\"\\%_; -- \t".to_owned());
        c.count = i64::MIN;
    }));
    assert!(samples.iter().any(|sample| sample.handle.len() == HANDLE_MAX));

    for sample in &samples {
        insert_credential(&store, sample).await;
        assert_eq!(found(&store, sample).await.as_ref(), Some(sample));
    }

    assert_eq!(credentials_of(&store, ada.id).await, samples);
    assert_eq!(store.credentials(None, 100).await.expect("a look-up"), samples);
}

/// A kind that no program knows yet comes back as it went in.
pub async fn a_credential_of_an_unknown_kind_is_like_any_other(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    for name in ["?", "acme:Tea.Order-1/2'\"\\%", &"x".repeat(48)] {
        let sample = with(&ada, |c| c.kind = kind(name));
        insert_credential(&store, &sample).await;

        assert_eq!(found(&store, &sample).await.as_ref(), Some(&sample));
        let of_kind = store.credentials_of(&ada.id, Some(sample.kind)).await.expect("a look-up");
        assert_eq!(of_kind, std::slice::from_ref(&sample));
        commit(&store, CredentialChange::DeleteKind { user: ada.id, kind: sample.kind }).await;
        assert_eq!(found(&store, &sample).await, None);
    }
}

/// A credential is found with its whole user; an expired one too, for the store judges no time. Another kind or handle finds
/// none.
pub async fn a_credential_is_found_with_its_user(store: Subject) {
    let roles = [role("admin"), role("editor")].into();
    let ada = altered(active("ada"), |user| {
        user.roles = roles;
        user.emails = two_addresses();
    });
    insert(&store, &ada).await;
    let sample = with(&ada, |c| c.expires_at = Some(minutes(-9_999)));
    insert_credential(&store, &sample).await;

    let both = store.credential(sample.kind, &sample.handle).await.expect("a look-up");

    let (credential, owner) = both.expect("the credential");
    assert_eq!(credential, sample);
    assert_eq!(portrait(&owner), portrait(&ada));
    let other_kind = store.credential(kind("passkey"), &sample.handle).await.expect("a look-up");
    assert!(other_kind.is_none());
    for handle in ["", "%", "_", "\0"] {
        assert!(store.credential(sample.kind, handle).await.expect("a look-up").is_none(), "{handle:?}");
    }
}

fn two_addresses() -> Vec<UserEmail> {
    let [one, mut two] = ["ada@example.com", "ada@example.org"].map(samples::confirmed);
    two.primary = true;
    vec![one, two]
}

/// A credential of nobody is refused as `Gone`.
pub async fn a_credential_of_nobody_is_gone(store: Subject) {
    let stray = samples::credential(&active("nobody"));

    assert_eq!(outcome(&store, adding(&stray)).await, Outcome::Gone);
    assert_eq!(found(&store, &stray).await, None);
}

/// A user's credentials are told in order of id: those of one kind, or all, and nobody else's.
pub async fn credentials_of_a_user_are_told_in_order_of_id(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let key = kind("passkey");
    let theirs = [
        samples::credential(&ada),
        with(&ada, |c| c.kind = key),
        samples::credential(&ada),
        with(&ada, |c| c.kind = key),
    ];
    let others = with(&bob, |c| c.kind = key);
    for sample in theirs.iter().rev().chain([&others]) {
        insert_credential(&store, sample).await;
    }

    let told = async |user: UserId, kind| store.credentials_of(&user, kind).await.expect("a look-up");
    let [code, passkey, code_too, passkey_too] = theirs.clone();
    assert_eq!(told(ada.id, None).await, theirs);
    assert_eq!(told(ada.id, Some(CredentialKind::RECOVERY_CODE)).await, [code, code_too]);
    assert_eq!(told(ada.id, Some(key)).await, [passkey, passkey_too]);
    assert_eq!(told(bob.id, None).await, [others]);
    assert_eq!(told(bob.id, Some(CredentialKind::RECOVERY_CODE)).await, []);
    assert_eq!(told(user_id(), None).await, []);
}

/// Everybody's credentials are listed in order of id, after the one named, each exactly once, page by page.
pub async fn credentials_are_listed_page_by_page_in_order_of_id(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let samples: Vec<Credential> =
        (0..7).map(|number| samples::credential(if number % 2 == 0 { &ada } else { &bob })).collect();
    for sample in samples.iter().rev() {
        insert_credential(&store, sample).await;
    }

    let (mut listed, mut after) = (Vec::new(), None);
    loop {
        let page = store.credentials(after, 3).await.expect("a look-up");
        let Some(last) = page.last() else { break };
        assert!(page.len() <= 3);
        after = Some(last.id);
        listed.extend(page);
    }

    assert_eq!(listed, samples);
    assert_eq!(store.credentials(None, 0).await.expect("a look-up"), []);
}

/// `Use` moves the count from the one named to the next, and remembers when; from another count, and of nothing, it is `Gone`.
pub async fn a_credential_is_used_from_the_count_named_and_no_other(store: Subject) {
    let [(_, code), (_, other)] = two(&store).await;
    let using = |from, to, at| CredentialChange::Use { id: code.id, from, to, at };

    assert_eq!(outcome(&store, using(1, 2, noon())).await, Outcome::Gone);
    commit(&store, using(0, 7, minutes(1))).await;
    assert_eq!(outcome(&store, using(0, 7, minutes(2))).await, Outcome::Gone);
    let twice = Changes::none().with(using(7, 8, minutes(3))).with(using(7, 8, minutes(3)));
    assert_eq!(outcome(&store, twice).await, Outcome::Gone);

    let used = |count, at| but(&code, |c| (c.count, c.last_used_at) = (count, Some(at)));
    assert_eq!(found(&store, &code).await, Some(used(7, minutes(1))));
    // A counter may stand still, and go back: that is for its kind to judge.
    commit(&store, using(7, 7, minutes(4))).await;
    commit(&store, using(7, -1, minutes(3))).await;
    assert_eq!(found(&store, &code).await, Some(used(-1, minutes(3))));
    assert_eq!(found(&store, &other).await, Some(other));
    let nothing = samples::credential(&active("nobody")).id;
    let of_nothing = CredentialChange::Use { id: nothing, from: 0, to: 1, at: noon() };
    assert_eq!(outcome(&store, of_nothing).await, Outcome::Gone);
}

/// A credential is refused from the very microsecond it expires, and good in the one before, by the moment that is named
/// and by no clock of the store's own.
pub async fn a_credential_is_refused_from_the_moment_it_expires(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    for end in eras() {
        let code = with(&ada, |c| c.expires_at = Some(end));
        insert_credential(&store, &code).await;
        let using = |at: DateTime<Utc>| CredentialChange::Use { id: code.id, from: 0, to: 1, at };

        for late in [end, end + TICK] {
            assert_eq!(outcome(&store, using(late)).await, Outcome::Gone, "{late}");
        }
        assert_eq!(found(&store, &code).await.as_ref(), Some(&code));
        commit(&store, using(end - TICK)).await;
    }
}

/// `Rename` sets the label of a credential of that user, also to what it is, and takes it away: another's is `Gone`.
pub async fn a_credential_is_renamed_only_by_its_owner(store: Subject) {
    let [(ada, code), (bob, other)] = two(&store).await;
    let rename = |user: &User, label: Option<&str>| CredentialChange::Rename {
        user: user.id,
        id: code.id,
        label: label.map(str::to_owned),
    };

    for label in [Some("Ada's key"), Some("Ada's key"), None, Some("")] {
        commit(&store, rename(&ada, label)).await;
        let renamed = but(&code, |c| c.label = label.map(str::to_owned));
        assert_eq!(found(&store, &code).await, Some(renamed));
    }
    assert_eq!(outcome(&store, rename(&bob, Some("Bob's"))).await, Outcome::Gone);
    assert_eq!(found(&store, &code).await.and_then(|found| found.label).as_deref(), Some(""));
    assert_eq!(found(&store, &other).await, Some(other));
}

/// `Delete` deletes a credential of that user: another's, and one that is gone, is `Gone`.
pub async fn a_credential_is_deleted_only_by_its_owner(store: Subject) {
    let [(ada, code), (bob, other)] = two(&store).await;
    let delete = |user: &User| CredentialChange::Delete { user: user.id, id: code.id };

    assert_eq!(outcome(&store, delete(&bob)).await, Outcome::Gone);
    assert_eq!(found(&store, &code).await.as_ref(), Some(&code));
    commit(&store, delete(&ada)).await;

    assert_eq!(outcome(&store, delete(&ada)).await, Outcome::Gone);
    assert_eq!(found(&store, &code).await, None);
    assert_eq!(found(&store, &other).await, Some(other));
}

/// `DeleteKind` deletes the credentials of that user and kind, and `DeleteSince` those of that user made at that moment or
/// later, but for the kinds it keeps; nothing else, and none to delete is accepted.
pub async fn credentials_are_deleted_by_kind_and_by_age(store: Subject) {
    let [(ada, code), (bob, other)] = two(&store).await;
    let key = kind("passkey");
    let made = |at| {
        with(&ada, |c| {
            c.kind = key;
            c.created_at = at;
        })
    };
    let keys = [made(noon() - TICK), made(noon()), made(minutes(9))];
    for sample in &keys {
        insert_credential(&store, sample).await;
    }

    let since = |since, kept| CredentialChange::DeleteSince { user: ada.id, since, kept };
    let paper = with(&ada, |c| c.created_at = minutes(9));
    insert_credential(&store, &paper).await;
    commit(&store, since(minutes(9), &[CredentialKind::TOTP, CredentialKind::RECOVERY_CODE])).await;
    assert_eq!(credentials_of(&store, ada.id).await.len(), 4, "the kind of the latest is kept");
    commit(&store, since(minutes(9), &[])).await;
    insert_credential(&store, &keys[2]).await;
    for _ in 0..2 {
        commit(&store, since(noon() + TICK, &[])).await;
        assert_eq!(credentials_of(&store, ada.id).await, [code.clone(), keys[0].clone(), keys[1].clone()]);
    }
    commit(&store, since(noon(), &[])).await;
    assert_eq!(credentials_of(&store, ada.id).await, [keys[0].clone()]);
    insert_credential(&store, &code).await;
    for _ in 0..2 {
        commit(&store, CredentialChange::DeleteKind { user: ada.id, kind: key }).await;
        assert_eq!(credentials_of(&store, ada.id).await, std::slice::from_ref(&code));
    }
    commit(&store, CredentialChange::DeleteKind { user: user_id(), kind: code.kind }).await;
    assert_eq!(credentials_of(&store, bob.id).await, [other]);
}

/// `Rewrap` replaces the secret that is named, byte by byte, and no other: `Gone`.
pub async fn a_secret_is_replaced_unless_it_is_another_one_by_now(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let secret = |bytes: &[u8]| CredentialSecret::new(bytes);
    for bytes in secrets() {
        let code = with(&ada, |c| c.secret = secret(&bytes));
        insert_credential(&store, &code).await;
        let rewrap = |from: &[u8], to: &[u8]| CredentialChange::Rewrap {
            id: code.id,
            from: secret(from),
            to: secret(to),
        };
        let longer = [bytes.as_slice(), b"\0"].concat();

        for other in [b"x".as_slice(), b"A\0\0", b" ", &longer] {
            assert_eq!(outcome(&store, rewrap(other, b"new")).await, Outcome::Gone, "{other:?}");
        }
        assert_eq!(found(&store, &code).await.as_ref(), Some(&code));
        commit(&store, rewrap(&bytes, &longer)).await;
        commit(&store, rewrap(&longer, &longer)).await;

        let rewrapped = but(&code, |c| c.secret = secret(&longer));
        assert_eq!(found(&store, &code).await, Some(rewrapped));
    }
    let nothing = samples::credential(&ada);
    let of_nothing = CredentialChange::Rewrap { id: nothing.id, from: secret(b""), to: secret(b"") };
    assert_eq!(outcome(&store, of_nothing).await, Outcome::Gone);
}

/// A commit about credentials that carries `Revise` happens whole or not at all: of two that decided on one revision, the
/// second is `Stale` and leaves both credentials as they were.
pub async fn two_decisions_on_the_credentials_of_a_user_do_not_both_hold(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let both = [samples::credential(&ada), samples::credential(&ada)];
    for sample in &both {
        insert_credential(&store, sample).await;
    }
    let delete = |credential: &Credential| {
        Changes::none()
            .with(CredentialChange::Delete { user: ada.id, id: credential.id })
            .with(UserChange::Revise { id: ada.id, revision: 0 })
    };

    commit(&store, delete(&both[0])).await;

    assert_eq!(outcome(&store, delete(&both[1])).await, Outcome::Stale);
    assert_eq!(credentials_of(&store, ada.id).await, both[1..]);
}
