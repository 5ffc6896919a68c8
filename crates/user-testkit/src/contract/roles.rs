//! Sentences about roles.

use user_core::ports::RoleChange;

use super::probe::{Outcome, Subject, commit, insert, outcome, portrait, user};
use super::samples::{active, role, user_id};
use crate::altered;

/// A role granted twice is held once; roles of others are their own.
pub async fn a_role_is_granted_however_often(store: Subject) {
    let (ada, bob) = (active("ada"), altered(active("bob"), |user| user.roles = [role("editor")].into()));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for name in ["editor", "admin", "editor"] {
        commit(&store, RoleChange::Grant(ada.id, role(name))).await;
    }

    let expected = altered(ada.clone(), |user| user.roles = [role("admin"), role("editor")].into());
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&expected));
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
}

/// A role taken away is gone for that user alone; taking away what is not held is accepted, and so for nobody.
pub async fn a_role_is_revoked_however_often(store: Subject) {
    let ada = altered(active("ada"), |user| user.roles = [role("team-lead"), role("team_lead")].into());
    let bob = altered(active("bob"), |user| user.roles = [role("team-lead")].into());
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    commit(&store, RoleChange::Revoke(ada.id, role("team-lead"))).await;
    commit(&store, RoleChange::Revoke(ada.id, role("team-lead"))).await;
    commit(&store, RoleChange::Revoke(user_id(), role("team-lead"))).await;

    assert_eq!(user(&store, ada.id).await.roles, [role("team_lead")].into());
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
}

/// A role cannot be granted to nobody: `Gone`.
pub async fn a_role_for_nobody_is_gone(store: Subject) {
    assert_eq!(outcome(&store, RoleChange::Grant(user_id(), role("admin"))).await, Outcome::Gone);
}
