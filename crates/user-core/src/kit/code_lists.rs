//! Lists of recovery codes: what a new list and a recovery leave of the earlier ones.
//!
//! The codes of one list were made at one moment, and an older claim beats a younger one: a list is a claim of the
//! moment at which it was made. So a new list does not end the earlier one at once, and a recovery ends the lists that
//! were made lately.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::domain::{Credential, CredentialKind, UserId};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CredentialChange, PortError};

/// The recovery codes of one user, by the moments at which they were made.
#[derive(Clone, Debug, Default)]
pub(crate) struct CodeLists(BTreeMap<DateTime<Utc>, Vec<Credential>>);

/// Which lists a recovery ends.
#[derive(Clone, Copy)]
pub(crate) struct EndedLists {
    /// Those that were made at this moment or later.
    pub(crate) made: DateTime<Utc>,
    /// Those of which a code was used at this moment or later: who used it may have the others. None, where a code is
    /// what the account is claimed by: it is the list of its owner.
    pub(crate) used: Option<DateTime<Utc>>,
}

impl CodeLists {
    /// With this row in place of the one of its id.
    pub(crate) fn with(mut self, code: &Credential) -> Self {
        let held = self.0.values_mut().flatten().filter(|held| held.id == code.id);
        held.for_each(|held| held.clone_from(code));
        self
    }

    /// The earliest list that still gets its owner in, unless one of its codes was used since `long_ago`.
    fn earliest_good(&self, now: DateTime<Utc>, long_ago: DateTime<Utc>) -> Option<&Vec<Credential>> {
        let is_good = |code: &Credential| code.last_used_at.is_none() && code.is_good(now);
        let earliest = self.0.values().find(|list| list.iter().any(is_good));
        earliest.filter(|list| !was_used(list, long_ago))
    }
}

impl EndedLists {
    fn end(self, list: &[Credential]) -> bool {
        let is_young = list.iter().any(|code| code.created_at >= self.made);
        is_young || self.used.is_some_and(|since| was_used(list, since))
    }
}

impl UserManager {
    /// The recovery codes of a user, also where the app has switched them off: they would be back with the switch.
    pub(crate) async fn code_lists(&self, user: UserId) -> Result<CodeLists, PortError> {
        let mut lists = CodeLists::default();
        for code in self.store().credentials_of(&user, Some(CredentialKind::RECOVERY_CODE)).await? {
            lists.0.entry(code.created_at).or_default().push(code);
        }
        Ok(lists)
    }

    /// A new list is about to come. The earliest one that is good stays so, as a way back, for as long as a way back is
    /// good that is mailed: else a thief with a session takes the owner's last one by making new codes. Of several new
    /// lists in that time the latest counts, and the earliest is the way back. A list of which a code was used lately
    /// ends at once: so whoever has it ends it, where others may have read it.
    pub(crate) fn add_end_of_replaced(&self, user: UserId, lists: &CodeLists, changes: &mut Changes) {
        let (now, long_ago) = (self.now(), self.long_ago());
        let until = now + span(self.settings().lifetimes.undo_email_change);
        let kept = lists.earliest_good(now, long_ago).and_then(|list| list.first()).map(|one| one.created_at);
        for code in lists.0.values().flatten() {
            let stays = Some(code.created_at) == kept && code.last_used_at.is_none();
            match code.expires_at {
                Some(_) if stays => {}
                None if stays => {
                    add_anew(Credential { expires_at: Some(until), ..code.clone() }, changes);
                }
                _ => changes.add(CredentialChange::Delete { user, id: code.id }),
            }
        }
    }

    /// A recovery ends lists of codes, and of those that stay the latest counts again.
    pub(crate) fn add_end_of_lists(
        &self,
        user: UserId,
        lists: &CodeLists,
        ended: EndedLists,
        changes: &mut Changes,
    ) {
        let (gone, left): (Vec<_>, Vec<_>) = lists.0.values().partition(|list| ended.end(list));
        for code in gone.into_iter().flatten() {
            changes.add(CredentialChange::Delete { user, id: code.id });
        }
        let now = self.now();
        let good = |list: &&&Vec<Credential>| list.iter().any(|code| code.is_good(now));
        let Some(latest) = left.iter().rev().find(good) else { return };
        for code in latest.iter().filter(|code| code.expires_at.is_some()) {
            add_anew(Credential { expires_at: None, ..code.clone() }, changes);
        }
    }
}

/// The same credential with another end.
fn add_anew(code: Credential, changes: &mut Changes) {
    changes.add(CredentialChange::Delete { user: code.user_id, id: code.id });
    changes.add(CredentialChange::Insert(Box::new(code)));
}

fn was_used(list: &[Credential], since: DateTime<Utc>) -> bool {
    list.iter().any(|code| code.last_used_at.is_some_and(|at| at >= since))
}
