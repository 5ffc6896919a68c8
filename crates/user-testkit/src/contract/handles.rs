//! Sentences about what credentials are found by.

use user_core::domain::{Credential, CredentialKind, User};
use user_core::ports::{CredentialChange, Unique};

use super::probe::{Outcome, Subject, commit, insert, insert_credential, outcome};
use super::samples::{self, active};

fn with(user: &User, change: impl FnOnce(&mut Credential)) -> Credential {
    let mut credential = samples::credential(user);
    change(&mut credential);
    credential
}

async fn found(store: &Subject, wanted: &Credential) -> Option<Credential> {
    let found = store.credential(wanted.kind, &wanted.handle).await.expect("a look-up");
    found.map(|(credential, _)| credential)
}

/// A handle is compared byte by byte: another case, an accent, a trailing blank or a zero is another handle.
pub async fn a_handle_matches_nothing_but_itself(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let handles = [
        "key",
        "Key",
        "KEY",
        "k\u{e9}y",
        "ke\u{301}y",
        "key ",
        "key  ",
        " key",
        "key\t",
        "key\0",
        "k_y",
        "%",
        "",
        " ",
        "\u{df}",
        "ss",
        "https://issuer.example|1",
        "https://issuer.example|1 ",
    ];
    let samples = handles.map(|handle| with(&ada, |c| handle.clone_into(&mut c.handle)));

    for sample in &samples {
        insert_credential(&store, sample).await;
    }

    for sample in &samples {
        assert_eq!(found(&store, sample).await.as_ref(), Some(sample), "{:?}", sample.handle);
    }
    for near in ["keY", "key   ", "ky", "\u{1e9e}", "https://issuer.example|"] {
        let none = store.credential(CredentialKind::RECOVERY_CODE, near).await.expect("a look-up");
        assert!(none.is_none(), "{near:?}");
    }
}

/// A handle in use by another credential of its kind, of whichever user, refuses an insert as `Taken(Credential)`.
/// Another kind may have it.
pub async fn a_handle_in_use_is_taken(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let first = samples::credential(&ada);
    insert_credential(&store, &first).await;

    for user in [&ada, &bob] {
        let second = with(user, |c| c.handle.clone_from(&first.handle));
        assert_eq!(
            outcome(&store, CredentialChange::Insert(Box::new(second))).await,
            Outcome::Taken(Unique::Credential)
        );
        let other = with(user, |c| {
            c.handle.clone_from(&first.handle);
            let name = user.username.as_ref().expect("a name").as_str();
            c.kind = CredentialKind::parse(name).expect("a name");
        });
        insert_credential(&store, &other).await;
    }
    assert_eq!(found(&store, &first).await.as_ref(), Some(&first));

    commit(&store, CredentialChange::Delete { user: ada.id, id: first.id }).await;
    insert_credential(&store, &with(&bob, |c| c.handle.clone_from(&first.handle))).await;
}
