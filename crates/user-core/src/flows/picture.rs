//! The user's picture.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{
    EventKind, Field, Picture, PictureFile, PictureId, PictureSize, User, Violation, Violations,
};
use crate::kit::{Current, Try, Visitor, attempt, forget, limits_fail_as, refuses_as};
use crate::manager::{PictureParts, UserManager};
use crate::ports::{Changes, PictureError, PortError, UserChange};

const MEGABYTE: u64 = 1024 * 1024;

/// Why the picture was not changed.
#[derive(Debug, Error)]
pub enum SetPictureError {
    /// There are no pictures in this app.
    #[error("there are no pictures")]
    Off,
    /// The file was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts from this client.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(SetPictureError: Off, Invalid, Throttled, Gone, Failed);

limits_fail_as!(SetPictureError);

/// A turn of a user to upload one file, counted before the file is read. Dropping it does not give it back: a file that
/// is never sent to its end keeps room from others, too.
#[derive(Debug)]
pub struct UploadTurn {
    current: Current,
}

impl UserManager {
    /// Counts one upload of the user against `throttles.client`. A front end calls it before it reads the file, so that
    /// nobody reads a large body for a user beyond the limit.
    pub async fn begin_upload(
        &self,
        current: &Current,
        visitor: &Visitor,
    ) -> Result<UploadTurn, SetPictureError> {
        self.picture_parts()?;
        self.reserve_upload(current.user.id, visitor).await?;
        Ok(UploadTurn { current: current.clone() })
    }

    /// Makes a picture of an uploaded file and gives it to the user whose turn it is, in place of the one before.
    ///
    /// It is kept before the account refers to it, and the one before is removed after: a crash in between leaves a
    /// picture that nobody refers to, which [`purge_expired`](Self::purge_expired) removes, and never an account
    /// without its picture.
    pub async fn set_picture(
        &self,
        turn: UploadTurn,
        upload: Vec<u8>,
        visitor: &Visitor,
    ) -> Result<(), SetPictureError> {
        let UploadTurn { current } = turn;
        let parts = self.picture_parts()?;
        self.check_size(&upload).map_err(invalid)?;
        let picture = self.make_picture(parts, upload).await?;
        let id = PictureId::fresh(self.parts.entropy.as_ref());
        parts.keeper.put(id, &picture, self.now()).await?;
        let changed = self.change_picture(&current, Some(id), visitor).await;
        // Of a store that failed nobody knows whether the account has the picture by now: then the purge decides.
        if matches!(changed, Err(SetPictureError::Gone)) {
            forget(parts, id).await;
        }
        changed
    }

    /// Removes the user's picture.
    pub async fn remove_picture(&self, current: &Current, visitor: &Visitor) -> Result<(), SetPictureError> {
        self.picture_parts()?;
        self.change_picture(current, None, visitor).await
    }

    /// Returns a picture in one size, for anybody who knows its id.
    pub async fn picture(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError> {
        match &self.parts.pictures {
            Some(parts) => parts.keeper.get(id, size).await,
            None => Ok(None),
        }
    }

    fn picture_parts(&self) -> Result<&PictureParts, SetPictureError> {
        let parts = self.parts.pictures.as_ref().filter(|_| self.settings().has_pictures());
        parts.ok_or(SetPictureError::Off)
    }

    fn check_size(&self, upload: &[u8]) -> Result<(), Violation> {
        let max = self.settings().pictures.max_bytes;
        match u64::try_from(upload.len()).unwrap_or(u64::MAX) {
            0 => Err(Violation::Required),
            size if size > max => Err(Violation::TooLarge { max: max.div_ceil(MEGABYTE).into() }),
            _ => Ok(()),
        }
    }

    async fn make_picture(&self, parts: &PictureParts, upload: Vec<u8>) -> Result<Picture, SetPictureError> {
        let max = self.settings().pictures.max_pixels;
        match parts.maker.make(upload, max).await {
            Ok(picture) => Ok(picture),
            Err(PictureError::Malformed) => Err(invalid(Violation::Malformed)),
            Err(PictureError::TooManyPixels { max }) => Err(invalid(Violation::TooManyPixels { max })),
            Err(PictureError::Failed(error)) => Err(error.into()),
        }
    }

    async fn change_picture(
        &self,
        current: &Current,
        picture: Option<PictureId>,
        visitor: &Visitor,
    ) -> Result<(), SetPictureError> {
        let mut user = current.user.clone();
        if picture.is_none() && user.picture.is_none() {
            // They may have one since their page was opened.
            user = self.reread(&user).await?.ok_or(SetPictureError::Gone)?;
            if user.picture.is_none() {
                return Ok(());
            }
        }
        if picture.is_none() {
            self.reserve_own_change(user.id, visitor).await?;
        }
        attempt(user, async |user: User| {
            let changes = Changes::none()
                .with(UserChange::Revise { id: user.id, revision: user.revision })
                .with(UserChange::SetPicture(user.id, picture))
                .with(self.event(EventKind::PROFILE_CHANGED, Some(user.id), Some(visitor)));
            if !self.commit_unless_lost(changes.in_session(current).done_by(current)).await? {
                return Ok(Try::Again(self.still_here(current).await?.ok_or(SetPictureError::Gone)?));
            }
            // An attempt that was thought to have failed may have set the same one already.
            let before = user.picture.filter(|before| picture != Some(*before));
            if let (Some(parts), Some(before)) = (&self.parts.pictures, before) {
                forget(parts, before).await;
            }
            Ok(Try::Done(()))
        })
        .await
    }
}

fn invalid(violation: Violation) -> SetPictureError {
    SetPictureError::Invalid(Violations::one(Field::Picture, violation))
}
