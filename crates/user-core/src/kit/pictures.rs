//! Pictures that nothing refers to any more.

use crate::domain::PictureId;
use crate::manager::PictureParts;

/// Nothing refers to it any more: that it stays behind is a pity and nothing else.
pub(crate) async fn forget(parts: &PictureParts, id: PictureId) {
    if let Err(error) = parts.keeper.remove(id).await {
        tracing::warn!(picture = %id, error = &error as &dyn std::error::Error, "a picture was left behind");
    }
}
