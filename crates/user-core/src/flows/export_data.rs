//! Exporting what the site keeps about a user: asked for on a page, made by the courier, fetched by the user it is
//! about.
//!
//! An export is a row that says that it was asked for, and as many rows as its file needs, each a box of a few
//! kilobytes: challenges of the user, which go with the user, at their end, and when a new password ends what an
//! intruder may have begun. Their ids follow from the user and the time, so that there is one at a time and nobody
//! has to be told which.

use std::time::Duration;

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::domain::{EventKind, MailDetails, MailKind, MailRequest, Unmet, User, UserStatus};
use crate::kit::{
    Current, EXPORT_PIECES_MAX, ExportPart, Visitor, json_of_export, limits_fail_as, lost_is, refuses_as,
};
use crate::manager::{UserManager, span};
use crate::ports::{ChallengeChange, Changes, Limit, PortError, UserChange};

/// Each costs a mail, and work of the courier.
const ASKING: Limit = Limit {
    free: 10,
    delay: Duration::from_mins(30),
    longest: Duration::from_hours(2),
    forget: Duration::from_hours(24),
};

/// Where the export of a user stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportState {
    /// None was asked for, or its time is over.
    None,
    /// The courier makes it, and mails when it is there.
    Underway,
    /// It can be fetched until this moment.
    Ready(DateTime<Utc>),
}

/// Why no export is made.
#[derive(Debug, Error)]
pub enum AskForExportError {
    /// Nothing is exported in this app.
    #[error("nothing is exported")]
    Off,
    /// The last proof is too old: sign in again first.
    #[error("the last proof is too old")]
    NotFresh,
    /// Too often.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// No address is confirmed yet: the account may be somebody else's in the end.
    #[error("no address is confirmed")]
    Unconfirmed,
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as! {
    AskForExportError: Off, NotFresh, Throttled, Gone, Failed;
    Own::Unconfirmed => Self::Unmet(Unmet::EmailNotConfirmed)
}

limits_fail_as!(AskForExportError);
lost_is!(AskForExportError);

impl UserManager {
    /// Where the export of the user stands.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn export_state(&self, current: &Current) -> Result<ExportState, PortError> {
        let Some(asked) = self.asked_export(&current.user, self.now()).await? else {
            return Ok(ExportState::None);
        };
        let first = self.export_row(&current.user, asked.created_at, ExportPart::Piece(0)).await?;
        Ok(first.map_or(ExportState::Underway, |row| ExportState::Ready(row.expires_at)))
    }

    /// Asks for an export of everything that the site keeps about the user. The courier makes it, and mails the
    /// primary address when it can be fetched. Asks for a proof given within `lifetimes.step_up`. While there is one,
    /// no other is made.
    pub async fn ask_for_export(
        &self,
        current: &Current,
        visitor: &Visitor,
    ) -> Result<(), AskForExportError> {
        if !self.settings().exports_data() {
            return Err(AskForExportError::Off);
        }
        if !self.is_stepped_up(current) {
            return Err(AskForExportError::NotFresh);
        }
        let reserved = self.reserve(&format!("export:{}", current.user.id), &ASKING).await;
        self.note_throttled(reserved, Some(current.user.id), visitor).await?;
        if self.export_state(current).await? != ExportState::None {
            return Ok(());
        }
        let asked = self.decide(current, |user| {
            if user.status == UserStatus::Pending || user.primary_email().is_none() {
                return Err(AskForExportError::Unconfirmed);
            }
            Ok(self.asking(user, visitor))
        });
        match asked.await {
            // Of two at one moment the second finds the row of the first.
            Err(AskForExportError::Failed(error)) => match self.export_state(current).await? {
                ExportState::None => Err(error.into()),
                _ => Ok(()),
            },
            asked => asked,
        }
    }

    fn asking(&self, user: &User, visitor: &Visitor) -> Changes {
        let now = self.now();
        let expires_at = now + span(self.settings().lifetimes.export);
        let asked = self.export_challenge(user, now, ExportPart::Asked, expires_at);
        let details = MailDetails { request: Some(MailRequest::Export), ..MailDetails::default() };
        let mut changes = Changes::none()
            .with(UserChange::Unchanged { id: user.id, revision: user.revision })
            .with(ChallengeChange::Insert(Box::new(asked)))
            .with(self.event(EventKind::EXPORT_REQUESTED, Some(user.id), Some(visitor)));
        changes.extend(self.letter(MailKind::EXPORT_READY).saying(details).to_owner(user));
        changes
    }

    /// The file of the user's export, a ZIP archive with [`EXPORT_JSON`](crate::flows::EXPORT_JSON) and the picture;
    /// none where there is none, or none yet. Fetching it is an event.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn export(&self, current: &Current, visitor: &Visitor) -> Result<Option<Vec<u8>>, PortError> {
        let user = &current.user;
        let Some(asked) = self.asked_export(user, self.now()).await? else { return Ok(None) };
        let (mut file, mut count) = (Vec::new(), 1);
        let mut index = 0;
        while index < count.min(EXPORT_PIECES_MAX) {
            let Some(row) = self.export_row(user, asked.created_at, ExportPart::Piece(index)).await? else {
                return Ok(None);
            };
            let piece = self.kept_in(&row)?;
            let piece = match piece.split_first_chunk::<4>() {
                Some((head, rest)) => {
                    count = usize::try_from(u32::from_be_bytes(*head)).unwrap_or(usize::MAX);
                    rest
                }
                None => return Ok(None),
            };
            file.extend_from_slice(piece);
            index += 1;
        }
        let event = self.event(EventKind::EXPORT_FETCHED, Some(user.id), Some(visitor));
        self.commit_unless_lost(Changes::none().with(event).done_by(current)).await?;
        Ok(Some(file))
    }

    /// The JSON file of an export: what [`export`](Self::export) gave.
    ///
    /// # Errors
    ///
    /// The file is none of ours.
    pub fn export_json(file: &[u8]) -> Result<Vec<u8>, PortError> {
        json_of_export(file)
    }
}
