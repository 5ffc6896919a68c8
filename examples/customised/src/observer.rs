//! An observer of one's own, told of every event: a journal that others read.

use async_trait::async_trait;
use chrono::SecondsFormat;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use user_core::domain::{Event, EventKind};
use user_core::ports::{Observer, Port, PortError};

/// Lines that wait to be written. More mean that the writer does not keep up, and are lost.
const WAITING_MAX: usize = 1_000;

/// How much somebody should care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Concern {
    /// What happens all day.
    Daily,
    /// An account, or what it may do, is not what it was.
    Changed,
    /// Somebody may be where they should not be.
    Alarm,
    /// Nobody has judged it yet.
    Unjudged,
}

/// What each event means here. One that comes with a new version of the core, or from a newer program, is unjudged until
/// somebody has thought about it, and a test fails.
const fn concern(kind: EventKind) -> Concern {
    match kind {
        EventKind::USER_REGISTERED
        | EventKind::EMAIL_CONFIRMED
        | EventKind::USER_SIGNED_IN
        | EventKind::USER_SIGNED_OUT
        | EventKind::PROFILE_CHANGED
        | EventKind::CONFIRMATION_REQUESTED
        | EventKind::USER_INVITED
        | EventKind::INVITATION_ACCEPTED
        | EventKind::INVITATION_REVOKED
        | EventKind::SESSION_REVOKED => Concern::Daily,
        EventKind::USER_IMPORTED
        | EventKind::PASSWORD_RESET_REQUESTED
        | EventKind::PASSWORD_RESET
        | EventKind::PASSWORD_CHANGED
        | EventKind::RECOVERY_CODES_MADE
        | EventKind::RECOVERY_CODE_USED
        | EventKind::TOTP_ADDED
        | EventKind::TOTP_RENAMED
        | EventKind::TOTP_REMOVED
        | EventKind::SECOND_STEP_RESET
        | EventKind::DEVICE_TRUSTED
        | EventKind::DEVICE_FORGOTTEN
        | EventKind::EXPORT_REQUESTED
        | EventKind::EXPORT_FETCHED
        | EventKind::USERNAME_CHANGED
        | EventKind::EMAIL_ADDED
        | EventKind::EMAIL_REMOVED
        | EventKind::PRIMARY_EMAIL_CHANGED
        | EventKind::USER_DISABLED
        | EventKind::USER_ENABLED
        | EventKind::USER_DELETED
        | EventKind::DELETION_SCHEDULED
        | EventKind::DELETION_CANCELLED
        | EventKind::ROLE_GRANTED
        | EventKind::ROLE_REVOKED => Concern::Changed,
        EventKind::SIGN_IN_FAILED
        | EventKind::PROOF_REFUSED
        | EventKind::SECOND_STEP_REFUSED
        | EventKind::ATTEMPT_THROTTLED
        | EventKind::REQUEST_FORGED
        | EventKind::ACCESS_FORBIDDEN
        | EventKind::LINK_REFUSED
        | EventKind::REGISTRATION_FOR_EXISTING_EMAIL
        | EventKind::EMAIL_CHANGE_UNDONE
        | EventKind::SESSION_REUSED => Concern::Alarm,
        _ => Concern::Unjudged,
    }
}

/// Puts a line for every event into a queue. The flow waits for each observer, and so does the visitor: whatever is slow,
/// a file or a network, is done by whoever reads the queue.
pub(crate) struct Journal {
    lines: Sender<String>,
}

impl Journal {
    /// The journal, and where its lines come out.
    pub(crate) fn new() -> (Self, Receiver<String>) {
        let (lines, written) = channel(WAITING_MAX);
        (Self { lines }, written)
    }
}

#[async_trait]
impl Observer for Journal {
    /// A failure is logged by the core and changes nothing: the event has happened, and is recorded in the store.
    async fn notify(&self, event: &Event) -> Result<(), PortError> {
        self.lines.try_send(line(event)).map_err(|full| PortError::new(Port::Observer, full))
    }
}

/// Ids and network addresses, and no names: a journal goes to more places than a database. Text in it could only come from
/// the code, so no visitor can write lines of their own.
fn line(event: &Event) -> String {
    let at = event.at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let user = event.user_id.map_or("-".to_owned(), |id| id.to_string());
    let from = event.address.map_or("-".to_owned(), |address| address.to_string());
    format!("{at} {:?} {} user={user} from={from}", concern(event.kind), event.kind.as_str())
}

/// Prints the lines until there will be no more.
#[expect(clippy::print_stdout, reason = "that is what it is for")]
pub(crate) async fn print(mut lines: Receiver<String>) {
    while let Some(line) = lines.recv().await {
        println!("{line}");
    }
}

#[cfg(test)]
mod tests {
    use user_core::domain::EventId;
    use user_core::ports::Clock;
    use user_testkit::{CountingEntropy, FixedClock};

    use super::*;
    use crate::passwords::Rules;
    use crate::tests::house_with;

    fn event(kind: EventKind) -> Event {
        let (clock, entropy) = (FixedClock::default(), CountingEntropy::new());
        Event::new(EventId::fresh(&clock, &entropy), kind, clock.now())
    }

    #[tokio::test]
    async fn a_journal_that_nobody_reads_fails_and_nobody_waits_for_it() {
        let (journal, lines) = Journal::new();
        for _ in 0..WAITING_MAX {
            journal.notify(&event(EventKind::USER_SIGNED_IN)).await.unwrap();
        }

        assert!(journal.notify(&event(EventKind::USER_SIGNED_IN)).await.is_err());

        drop(lines);
        let house = house_with(Rules::House, |builder| builder.observer(journal));
        let ada = house.visitor().registers("ada").await.confirms_from_mail().await;
        assert!(ada.is_signed_in().await, "what happened has happened");
    }

    #[tokio::test]
    async fn every_event_makes_a_line() {
        let (journal, mut lines) = Journal::new();

        for &kind in EventKind::ALL {
            journal.notify(&event(kind)).await.unwrap();
            assert!(lines.recv().await.unwrap().contains(&format!(" {} ", kind.as_str())), "{kind:?}");
            assert_ne!(concern(kind), Concern::Unjudged, "{kind:?}");
        }
    }

    #[tokio::test]
    async fn a_visit_can_be_followed_without_names() {
        let (journal, mut lines) = Journal::new();
        let house = house_with(Rules::House, |builder| builder.observer(journal));

        house.visitor().registers("ada").await.confirms_from_mail().await.signs_out().await;

        let mut seen = Vec::new();
        while let Ok(line) = lines.try_recv() {
            assert!(!line.contains("ada") && line.contains("from=192.0.2.1"), "{line}");
            seen.push(line.split(' ').nth(2).unwrap().to_owned());
        }
        assert_eq!(seen, ["user_registered", "email_confirmed", "user_signed_in", "user_signed_out"]);
    }
}
