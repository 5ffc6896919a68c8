//! What the record of events keeps of a user who is deleted.

use serde::{Deserialize, Serialize};

use super::{Detail, EmailAddress, Event, EventDetails, UserId};

/// What stays of the events about a deleted user. Their details, which may name the user, never do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptEvents {
    /// Every event, with network address and browser.
    All,
    /// Every event, without network address, browser and session: what happened, when, and the user's id.
    #[default]
    WithoutAddress,
    /// None, but the one that says that the user was deleted.
    None,
}

impl KeptEvents {
    /// Returns what stays of `event` when the user with this id, who had confirmed these addresses, is deleted;
    /// `None` where nothing does. An event that is neither about the user, nor by them, nor names one of the
    /// addresses stays as it is.
    ///
    /// An event about somebody else stays, whatever is chosen, and loses what it says of the deleted user.
    pub fn left_of(self, event: Event, user: UserId, addresses: &[EmailAddress]) -> Option<Event> {
        let event = without_names(event, addresses);
        let is_theirs = event.user_id == Some(user);
        let is_by_them = event.actor.id.as_deref() == Some(user.to_string().as_str());
        let event = if is_theirs { Event { details: EventDetails::none(), ..event } } else { event };
        if self == Self::All || !(is_theirs || is_by_them) {
            return Some(event);
        }
        let mut event = Event { address: None, user_agent: None, session: None, ..event };
        if self == Self::None {
            if is_theirs {
                return None;
            }
            event.actor.id = None;
        }
        Some(event)
    }
}

/// An event about somebody else may be about one of the addresses: who was invited, say.
fn without_names(event: Event, addresses: &[EmailAddress]) -> Event {
    let named = event.details.get(Detail::ADDRESS).and_then(|address| EmailAddress::parse(address).ok());
    if named.is_none_or(|named| !addresses.contains(&named)) {
        return event;
    }
    let others = event.details.iter().filter(|(detail, _)| *detail != Detail::ADDRESS);
    let details = others.fold(EventDetails::none(), |all, (detail, value)| all.with(detail, value));
    Event { details, ..event }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::{Actor, ActorKind, EventId, EventKind, SessionId};

    const ADA: UserId = UserId::from_bytes([1; 16]);
    const BOB: UserId = UserId::from_bytes([2; 16]);

    fn event(about: UserId, by: UserId, naming: &str) -> Event {
        let kind = EventKind::USER_INVITED;
        let mut event = Event::new(EventId::from_bytes([9; 16]), kind, DateTime::UNIX_EPOCH);
        (event.user_id, event.actor) = (Some(about), Actor::user(by));
        (event.address, event.user_agent) = ("192.0.2.1".parse().ok(), Some("Browser".to_owned()));
        event.session = Some(SessionId::from_bytes([3; 16]));
        event.with(Detail::ADDRESS, naming).with(Detail::ROLE, "admin")
    }

    fn left(kept: KeptEvents, event: &Event) -> Option<Event> {
        kept.left_of(event.clone(), ADA, &[EmailAddress::parse("ada@example.com").unwrap()])
    }

    #[test]
    fn what_is_about_the_user_loses_its_details_and_more_as_chosen() {
        let about = event(ADA, BOB, "bob@example.com");

        let all = left(KeptEvents::All, &about).unwrap();
        assert!(all.details.is_empty() && all.address.is_some() && all.session.is_some());
        let bare = left(KeptEvents::WithoutAddress, &about).unwrap();
        assert_eq!((bare.user_id, bare.kind, &bare.actor), (Some(ADA), about.kind, &about.actor));
        assert_eq!((bare.address, bare.user_agent, bare.session), (None, None, None));
        assert!(bare.details.is_empty());
        assert_eq!(left(KeptEvents::None, &about), None);
    }

    #[test]
    fn what_the_user_did_to_others_stays_theirs_and_says_less_of_the_user() {
        let by = event(BOB, ADA, "eve@example.com");

        assert_eq!(left(KeptEvents::All, &by), Some(by.clone()));
        let bare = left(KeptEvents::WithoutAddress, &by).unwrap();
        assert_eq!((bare.user_id, &bare.actor, bare.address), (Some(BOB), &by.actor, None));
        assert_eq!(bare.details, by.details);
        let nobodys = left(KeptEvents::None, &by).unwrap();
        assert_eq!((nobodys.actor.kind, nobodys.actor.id), (ActorKind::USER, None));
    }

    #[test]
    fn an_address_of_the_user_stands_in_no_event_of_others() {
        let naming = event(BOB, BOB, "Ada@Example.com");

        for kept in [KeptEvents::All, KeptEvents::WithoutAddress, KeptEvents::None] {
            let left = left(kept, &naming).unwrap();
            assert_eq!(left.details.get(Detail::ADDRESS), None);
            assert_eq!((left.details.get(Detail::ROLE), left.address), (Some("admin"), naming.address));
        }
        let others = event(BOB, BOB, "eve@example.com");
        assert_eq!(left(KeptEvents::None, &others), Some(others));
    }
}
