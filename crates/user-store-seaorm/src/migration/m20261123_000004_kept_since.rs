//! Since when pictures have been kept, and whose they are: for telling those that are nobody's.

use sea_orm_migration::prelude::*;

use super::schema::index;
use crate::entity::{account, picture};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261123_000004_kept_since"
    }
}

const INDEX: &str = "ix_user_account_picture";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // What was kept before anybody asked has been kept for long.
        let kept_at = ColumnDef::new(picture::Column::KeptAt).big_integer().not_null().default(0).to_owned();
        let add = Table::alter().table(picture::Entity).add_column(kept_at).take();
        manager.alter_table(add).await?;
        let columns = vec![account::Column::Picture.into_iden()];
        manager.create_index(index(INDEX, account::Entity, columns)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(INDEX).table(account::Entity).to_owned()).await?;
        let drop = Table::alter().table(picture::Entity).drop_column(picture::Column::KeptAt).take();
        manager.alter_table(drop).await
    }
}
