//! The tables, as `migrate` drives them.

use async_trait::async_trait;
use user_cli::{Migration, Schema};
use user_core::ports::PortError;
use user_store_seaorm::SeaOrmStore;

/// Those of the store.
pub(super) struct Tables(pub(super) SeaOrmStore);

#[async_trait]
impl Schema for Tables {
    async fn up(&self) -> Result<(), PortError> {
        self.0.migrate_up().await
    }

    async fn down(&self, steps: u32) -> Result<(), PortError> {
        self.0.migrate_down(steps).await
    }

    async fn status(&self) -> Result<Vec<Migration>, PortError> {
        let migrations = self.0.migration_status().await?;
        Ok(migrations.into_iter().map(|(name, applied)| Migration { name, applied }).collect())
    }
}
