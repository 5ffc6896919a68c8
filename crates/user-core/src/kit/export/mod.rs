//! An export: its rows, and how the courier makes them.

mod collected;

use chrono::{DateTime, Utc};

pub use self::collected::EXPORT_JSON;
pub(crate) use self::collected::json_of_export;
use crate::boxes::BOXED_MAX;
use crate::domain::{
    Challenge, ChallengeId, ChallengePurpose, MailDetails, MailKind, MailLink, QueuedMail, User,
};
use crate::manager::{UserManager, span};
use crate::ports::{ChallengeChange, Changes, Port, PortError, UserChange, UserKey};
use crate::seal::Label;

/// How many bytes of a file are in one box.
const PIECE: usize = BOXED_MAX - 1_024;
/// No file has more pieces: four megabytes.
pub(crate) const EXPORT_PIECES_MAX: usize = 280;

/// Asked for, or one of its pieces.
#[derive(Clone, Copy)]
pub(crate) enum ExportPart {
    Asked,
    Piece(usize),
}

impl UserManager {
    /// The mail that says that an export is there, and the export, in place of the mail that asked for it; nothing
    /// where that was voided, or is over. One commit: a courier that is stopped in between has done nothing, and
    /// another one does it.
    pub(crate) async fn made_export(
        &self,
        mail: &QueuedMail,
    ) -> Result<Option<(Changes, QueuedMail)>, PortError> {
        let Some(id) = mail.user_id else { return Ok(None) };
        let Some(user) = self.store().user(UserKey::Id(id)).await? else { return Ok(None) };
        let Some(asked) = self.asked_export(&user, mail.created_at).await? else { return Ok(None) };
        let file = self.collected_file(&user).await?;
        let pieces: Vec<&[u8]> = file.chunks(PIECE).collect();
        let count = u32::try_from(pieces.len()).unwrap_or(u32::MAX);
        if pieces.len() > EXPORT_PIECES_MAX {
            return Err(PortError::new(Port::ExportSource, "the export is larger than four megabytes"));
        }
        let mut changes =
            Changes::none().with(UserChange::Unchanged { id: user.id, revision: user.revision });
        for (index, piece) in pieces.into_iter().enumerate() {
            let part = ExportPart::Piece(index);
            let mut row = self.export_challenge(&user, asked.created_at, part, asked.expires_at);
            let text = [&count.to_be_bytes(), piece].concat();
            self.put_into(&mut row, &text)?;
            changes.add(ChallengeChange::Insert(Box::new(row)));
        }
        let valid_minutes = (asked.expires_at - self.now()).num_minutes();
        let link = Some(MailLink::Export { export: asked.id, valid_minutes });
        let details = MailDetails { link, due: Some(asked.expires_at), ..MailDetails::default() };
        let told = self.letter(MailKind::EXPORT_READY).saying(details).to_user(&user, &mail.to);
        Ok(told.map(|told| (changes, told)))
    }

    /// The row that says that an export was asked for and is not over at `at`: of this stretch of time, or of the one
    /// before.
    pub(crate) async fn asked_export(
        &self,
        user: &User,
        at: DateTime<Utc>,
    ) -> Result<Option<Challenge>, PortError> {
        let before = at - span(self.settings().lifetimes.export);
        for moment in [at, before] {
            if let Some(row) = self.export_row(user, moment, ExportPart::Asked).await? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    pub(crate) async fn export_row(
        &self,
        user: &User,
        asked_at: DateTime<Utc>,
        part: ExportPart,
    ) -> Result<Option<Challenge>, PortError> {
        let found = self.store().challenge(&self.export_id(user, asked_at, part)).await?;
        Ok(found.filter(|row| row.user_id == Some(user.id) && row.is_open_to(None, self.now())))
    }

    pub(crate) fn export_challenge(
        &self,
        user: &User,
        asked_at: DateTime<Utc>,
        part: ExportPart,
        expires_at: DateTime<Utc>,
    ) -> Challenge {
        let id = self.export_id(user, asked_at, part);
        let mut row = Challenge::new(id, ChallengePurpose::EXPORT, self.now(), expires_at);
        row.user_id = Some(user.id);
        row
    }

    /// One id for each user, stretch of time and part; others after a new password, which voids what was asked for
    /// before it.
    fn export_id(&self, user: &User, asked_at: DateTime<Utc>, part: ExportPart) -> ChallengeId {
        let long = span(self.settings().lifetimes.export).num_seconds().max(1);
        let stretch = asked_at.timestamp().div_euclid(long);
        let part = match part {
            ExportPart::Asked => 0_u64,
            ExportPart::Piece(index) => u64::try_from(index).unwrap_or(u64::MAX).saturating_add(1),
        };
        let payload = [
            user.id.as_bytes().as_slice(),
            &user.device_epoch.to_be_bytes(),
            &stretch.to_be_bytes(),
            &part.to_be_bytes(),
        ]
        .concat();
        let digest = self.seals().digest(Label::Export, &payload);
        ChallengeId::from_bytes(digest.first_chunk().copied().unwrap_or_default())
    }
}
