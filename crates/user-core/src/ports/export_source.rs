//! What an app adds to the export of a user.

use async_trait::async_trait;
use serde_json::Value;

use super::PortError;
use crate::domain::User;

/// Adds rows of an app to what users export of themselves. Given to the builder; asked by the courier, off every
/// request.
#[async_trait]
pub trait ExportSource: Send + Sync {
    /// The name under which this stands in the export, such as `orders`.
    fn name(&self) -> &str;

    /// Returns what the app keeps about the user, without secrets, at most one megabyte as JSON: more is left out,
    /// and the export says so. After an error the courier tries the whole export again later.
    async fn export(&self, user: &User) -> Result<Value, PortError>;
}
