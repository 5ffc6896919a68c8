//! Pictures kept in the database, beside the accounts.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};
use user_core::ports::{Pictures, Port, PortError};

use crate::entity::picture::{ActiveModel, Column, Entity};
use crate::inner::{Inner, to_its_end};
use crate::rows::{micros, uuid};
use crate::settle::{on_live_connection, settle};

/// Keeps pictures in the database: backed up with the accounts, and there on every node.
#[derive(Clone)]
pub struct SeaOrmPictures {
    inner: Arc<Inner>,
}

impl SeaOrmPictures {
    pub(crate) fn new(inner: Arc<Inner>) -> Self {
        Self { inner }
    }
}

impl std::fmt::Debug for SeaOrmPictures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SeaOrmPictures")
    }
}

#[async_trait]
impl Pictures for SeaOrmPictures {
    async fn put(&self, id: PictureId, picture: &Picture, at: DateTime<Utc>) -> Result<(), PortError> {
        let row = ActiveModel {
            id: Set(uuid(id.as_bytes())),
            small_type: Set(picture.small.format.media_type().to_owned()),
            small: Set(picture.small.bytes.clone()),
            large_type: Set(picture.large.format.media_type().to_owned()),
            large: Set(picture.large.bytes.clone()),
            kept_at: Set(micros(at)),
        };
        let inner = Arc::clone(&self.inner);
        let written = to_its_end(async move {
            settle(inner.backend(), || async {
                let _turn = inner.turn().await?;
                Ok(Entity::insert(row.clone()).exec_without_returning(inner.db()).await?)
            })
            .await
        });
        written.await.map(drop).map_err(|trouble| PortError::new(Port::Pictures, trouble.into_port_error()))
    }

    async fn get(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError> {
        let key = uuid(id.as_bytes());
        let row = on_live_connection(|| Entity::find_by_id(key).one(self.inner.db())).await;
        let Some(row) = row.map_err(failed)? else { return Ok(None) };
        let (media_type, bytes) = match size {
            PictureSize::Small => (row.small_type, row.small),
            PictureSize::Large => (row.large_type, row.large),
        };
        let unknown = || failed(DbErr::Type(format!("`{media_type}` is no format of pictures")));
        let format = PictureFormat::parse(&media_type).ok_or_else(unknown)?;
        Ok(Some(PictureFile { format, bytes }))
    }

    async fn remove(&self, id: PictureId) -> Result<(), PortError> {
        let (inner, key) = (Arc::clone(&self.inner), uuid(id.as_bytes()));
        let removed = to_its_end(async move {
            settle(inner.backend(), || async {
                let _turn = inner.turn().await?;
                Ok(Entity::delete_by_id(key).exec(inner.db()).await?)
            })
            .await
        });
        removed.await.map(drop).map_err(|trouble| PortError::new(Port::Pictures, trouble.into_port_error()))
    }

    async fn kept_before(
        &self,
        before: DateTime<Utc>,
        after: Option<PictureId>,
        limit: u32,
    ) -> Result<Vec<PictureId>, PortError> {
        let mut found = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::KeptAt.lt(micros(before)))
            .order_by_asc(Column::Id)
            .limit(u64::from(limit));
        if let Some(after) = after {
            found = found.filter(Column::Id.gt(uuid(after.as_bytes())));
        }
        let ids = on_live_connection(|| found.clone().into_tuple::<Uuid>().all(self.inner.db())).await;
        ids.map(|ids| ids.into_iter().map(|id| PictureId::from_bytes(id.into_bytes())).collect())
            .map_err(failed)
    }
}

fn failed(error: DbErr) -> PortError {
    PortError::new(Port::Pictures, error)
}
