//! The courier: takes mails from the outbox and hands them to the mailer.

mod addressed;
mod composing;

use std::future::{Future, pending};
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::FutureExt;
use futures_util::future::{Either, join_all, select};

use self::addressed::Addressed;
use self::composing::uncomposed;
use crate::domain::{InvitationState, MailKind, MailLink, QueuedMail};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, MailChange, MailError, MailLease, PortError};

/// How long a courier rests when nothing is due and no bell rings.
const REST: Duration = Duration::from_secs(1);
/// How long it rests when the store does not answer.
const REST_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// The shortest time between the bell and the round that it asks for; the longest is a quarter of a second more.
const SHORTEST_MOMENT: Duration = Duration::from_millis(50);
/// The longest reason that is kept.
const REASON_MAX: usize = 500;

/// What became of the mails of one round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// Taken over by the mailer.
    pub sent: usize,
    /// Not sent, because their link was used or replaced in the meantime, or has expired; or because their address is
    /// nobody's.
    pub dropped: usize,
    /// To be tried again.
    pub retried: usize,
    /// Given up: dead letters.
    pub buried: usize,
}

impl Delivery {
    /// Returns how many mails were taken from the outbox.
    pub const fn taken(self) -> usize {
        self.sent + self.dropped + self.retried + self.buried
    }
}

enum Fate {
    Sent,
    Dropped,
    Failed { reason: String, because: Because },
}

/// Whom a failure is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Because {
    /// This mail, for good.
    Never,
    /// This mail, for now.
    Later,
    /// The site.
    Site,
}

impl UserManager {
    /// Delivers one batch: leases mails that are due, sends them concurrently, and records the result of each. At least
    /// once, with a stable Message-ID; a mail that cannot be composed does not hold up the others. Waits for the mailer
    /// however long it takes; [`run_courier`](Self::run_courier) does not.
    pub async fn deliver_due_mail(&self) -> Result<Delivery, PortError> {
        self.deliver(&|_| pending()).await
    }

    async fn deliver<F>(&self, sleep: &(impl Fn(Duration) -> F + Send + Sync)) -> Result<Delivery, PortError>
    where
        F: Future<Output = ()> + Send,
    {
        let mails = &self.settings().mails;
        let now = self.now();
        let lent = self.store().lease_mail(now, now + span(mails.lease), mails.batch).await?;
        let fates =
            join_all(lent.iter().map(|mail| AssertUnwindSafe(self.carry(mail, sleep)).catch_unwind())).await;
        let (mut delivery, mut first_failure) = (Delivery::default(), None);
        for (mail, carried) in lent.iter().zip(fates) {
            let panicked = || Fate::Failed {
                reason: "composing or sending it panicked".to_owned(),
                because: Because::Never,
            };
            let (mail, fate) = carried.unwrap_or_else(|_| (mail.clone(), panicked()));
            // What cannot be noted of one mail is no reason to forget what became of the others: they would be sent
            // again.
            if let Err(error) = self.note(&mail, fate, &mut delivery).await {
                first_failure.get_or_insert(error);
            }
        }
        first_failure.map_or(Ok(delivery), Err)
    }

    /// Delivers round after round while mails are due, else resting with the runtime's own `sleep` until one is queued,
    /// and until `stop` is done: then it finishes the round under way, so that no mail is cut off, and returns. A
    /// mailer that has not answered after half of `mails.lease` is left, and that mail tried again later. Spawn it once
    /// per process; any number of processes may share a store.
    pub async fn run_courier<F>(
        &self,
        sleep: impl Fn(Duration) -> F + Send + Sync,
        stop: impl Future<Output = ()> + Send,
    ) where
        F: Future<Output = ()> + Send,
    {
        // Beside the mails: they need not wait for it.
        let learning = pin!(async {
            self.parts.mailer.learn().await;
            pending::<()>().await;
        });
        select(pin!(self.rounds(sleep, stop)), learning).await;
    }

    async fn rounds<F>(
        &self,
        sleep: impl Fn(Duration) -> F + Send + Sync,
        stop: impl Future<Output = ()> + Send,
    ) where
        F: Future<Output = ()> + Send,
    {
        let mut stop = pin!(stop);
        loop {
            let delivered = self.deliver(&sleep).await;
            // `select` asks the first one first: a stop is heard however many mails are due.
            let rest = Box::pin(self.rest_after(delivered, &sleep));
            if let Either::Left(_) = select(stop.as_mut(), rest).await {
                return;
            }
        }
    }

    /// Waits until another round is worth while.
    async fn rest_after<F>(
        &self,
        delivered: Result<Delivery, PortError>,
        sleep: &(impl Fn(Duration) -> F + Send + Sync),
    ) where
        F: Future<Output = ()> + Send,
    {
        let full = usize::try_from(self.settings().mails.batch).unwrap_or(usize::MAX);
        match delivered {
            Ok(delivery) if delivery.taken() >= full => {}
            Ok(_) => {
                let woken = select(Box::pin(self.parts.bell.heard()), Box::pin(sleep(REST))).await;
                if matches!(woken, Either::Left(_)) {
                    sleep(self.moment_of_its_own()).await;
                }
            }
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "mails wait: the outbox does not answer"
                );
                sleep(REST_AFTER_FAILURE).await;
            }
        }
    }

    /// How long the courier waits after the bell, drawn anew each time. Its work depends on whose an address is: begun
    /// at once, it would slow down the answer to the next request, and so tell a visitor who times that one about the
    /// request before.
    fn moment_of_its_own(&self) -> Duration {
        let [.., drawn] = self.random_bytes();
        SHORTEST_MOMENT + Duration::from_millis(u64::from(drawn))
    }

    /// Finds out whose the address is, where that matters, and sends what goes there: this mail, or one in its place.
    async fn carry<F>(
        &self,
        mail: &QueuedMail,
        sleep: &(impl Fn(Duration) -> F + Send + Sync),
    ) -> (QueuedMail, Fate)
    where
        F: Future<Output = ()> + Send,
    {
        let mail = match self.addressed(mail).await {
            Ok(Addressed::AsItIs) => mail.clone(),
            Ok(Addressed::Instead(instead)) => *instead,
            Ok(Addressed::Nowhere) => return (mail.clone(), Fate::Dropped),
            Err(error) => {
                return (mail.clone(), Fate::Failed { reason: reason(&error), because: Because::Later });
            }
        };
        let fate = self.send(&mail, sleep).await;
        (mail, fate)
    }

    async fn send<F>(&self, mail: &QueuedMail, sleep: &(impl Fn(Duration) -> F + Send + Sync)) -> Fate
    where
        F: Future<Output = ()> + Send,
    {
        match self.leads_nowhere(mail).await {
            Ok(false) => {}
            Ok(true) => return Fate::Dropped,
            Err(error) => return Fate::Failed { reason: reason(&error), because: Because::Later },
        }
        let composed = match self.compose(mail) {
            Ok(composed) => composed,
            Err(error) => {
                return Fate::Failed { reason: uncomposed(mail, &error), because: Because::Later };
            }
        };
        let patience = self.settings().mails.lease / 2;
        // Begun when the mailer does not answer at once.
        let waited = Box::pin(async { sleep(patience).await });
        match select(self.parts.mailer.send(&composed), waited).await {
            Either::Left((Ok(()), _)) => Fate::Sent,
            Either::Left((Err(error), _)) => {
                Fate::Failed { reason: reason(&error), because: Because::of(&error) }
            }
            Either::Right(_) => {
                let reason = format!("the mailer did not answer within {} s", patience.as_secs());
                Fate::Failed { reason, because: Because::Site }
            }
        }
    }

    /// Whether the link in the mail was used, was taken back or replaced by a newer one, or has expired.
    async fn leads_nowhere(&self, mail: &QueuedMail) -> Result<bool, PortError> {
        let Some(link) = &mail.details.link else { return Ok(false) };
        Ok(match link {
            MailLink::Token { token, .. } => {
                let token = self.store().token(token).await?;
                token.is_none_or(|token| token.used_at.is_some() || self.now() >= token.expires_at)
            }
            MailLink::Invitation { invitation, .. } => {
                let invitation = self.store().invitation(invitation).await?;
                invitation.is_none_or(|found| found.state(self.now()) != InvitationState::Open)
            }
            MailLink::Export { export, .. } => {
                let asked = self.store().challenge(export).await?;
                asked.is_none_or(|asked| !asked.is_open_to(None, self.now()))
            }
        })
    }

    async fn note(&self, mail: &QueuedMail, fate: Fate, delivery: &mut Delivery) -> Result<(), PortError> {
        let Some(until) = mail.leased_until else { return Ok(()) };
        let lease = MailLease { mail: mail.id, until };
        let is_over = matches!(fate, Fate::Sent | Fate::Dropped);
        let change = match fate {
            Fate::Sent => {
                delivery.sent += 1;
                if self.parts.trouble.is_over() {
                    tracing::info!("the mail server takes mails of this site again");
                }
                MailChange::Sent(lease)
            }
            Fate::Dropped => {
                delivery.dropped += 1;
                MailChange::Sent(lease)
            }
            Fate::Failed { reason, because } if self.is_last(mail, because) => {
                tracing::error!(mail = %mail.id, kind = mail.kind.as_str(), reason, "a mail was given up");
                delivery.buried += 1;
                // Of a user who was deleted nothing stays, not even a dead letter with their address.
                if mail.kind == MailKind::ACCOUNT_DELETED {
                    MailChange::Sent(lease)
                } else {
                    MailChange::Bury { lease, at: self.now(), error: reason }
                }
            }
            Fate::Failed { reason, because: Because::Site } => {
                if self.parts.trouble.goes_on(self.now()) {
                    tracing::warn!(reason, "the mail server takes no mails of this site: they wait");
                }
                delivery.retried += 1;
                MailChange::Postpone { lease, due_at: self.now() + self.wait_by_age(mail), error: reason }
            }
            Fate::Failed { reason, .. } => {
                tracing::warn!(mail = %mail.id, kind = mail.kind.as_str(), reason, "a mail waits for its next try");
                delivery.retried += 1;
                let due_at = self.now() + span(self.wait(mail.attempts));
                MailChange::Retry { lease, due_at, error: reason }
            }
        };
        match self.write_down(change.clone()).await {
            Err(_) if is_over => self.end(mail, lease, change).await,
            done => done,
        }
    }

    async fn write_down(&self, change: MailChange) -> Result<(), PortError> {
        // Where it is lost, the lease ran out and another courier took over: it notes what becomes of the mail.
        self.commit_unless_lost(Changes::none().with(change)).await.map(drop)
    }

    /// Tries once more to remove a mail that is over with. One that the database keeps, because rows of the app refer
    /// to it, is buried, lest it be sent again after every lease.
    async fn end(&self, mail: &QueuedMail, lease: MailLease, removal: MailChange) -> Result<(), PortError> {
        let Err(error) = self.write_down(removal).await else { return Ok(()) };
        let reason = format!("sent or dropped, but its row is kept: {}", reason(&error));
        tracing::error!(mail = %mail.id, reason, "a mail that is over with cannot be removed: it is buried");
        self.write_down(MailChange::Bury { lease, at: self.now(), error: reason }).await
    }

    /// Whether a mail that failed is not tried again: by the number of its tries, or by its age where none of them was
    /// about the mail.
    fn is_last(&self, mail: &QueuedMail, because: Because) -> bool {
        let mails = &self.settings().mails;
        match because {
            Because::Never => true,
            Because::Later => mail.attempts + 1 >= mails.tries,
            Because::Site => self.now() - mail.created_at >= span(mails.give_up_after),
        }
    }

    /// As long again as the mail has waited, which doubles each time as well.
    fn wait_by_age(&self, mail: &QueuedMail) -> TimeDelta {
        let mails = &self.settings().mails;
        let age = self.now() - mail.created_at;
        age.clamp(span(mails.first_retry), span(mails.longest_retry.max(mails.first_retry)))
    }

    fn wait(&self, attempts: u32) -> Duration {
        let mails = &self.settings().mails;
        mails.first_retry.saturating_mul(1 << attempts.min(20)).min(mails.longest_retry)
    }
}

impl Because {
    fn of(error: &MailError) -> Self {
        match error {
            MailError::Permanent(_) => Self::Never,
            MailError::Transient(_) => Self::Later,
            MailError::Site(_) => Self::Site,
        }
    }
}

/// An error with all its causes, in one line of bounded length.
fn reason(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string);
    causes.collect::<Vec<_>>().join(": ").chars().filter(|c| !c.is_control()).take(REASON_MAX).collect()
}
