//! Every sentence of the contract: against the store as it serves, and against one that reads the file anew for every
//! call, so that nothing but what was written counts.

use std::sync::Arc;

use tempfile::TempDir;

use super::reopening::Reopening;
use crate::json_store::JsonStore;

mod serving {
    use super::*;

    async fn fresh() -> Option<(Arc<JsonStore>, TempDir)> {
        let folder = tempfile::tempdir().unwrap();
        Some((Arc::new(JsonStore::open(folder.path().join("accounts.json")).unwrap()), folder))
    }

    user_testkit::store_contract!(fresh);
}

mod reopened {
    use super::*;

    async fn fresh() -> Option<(Arc<Reopening>, TempDir)> {
        let folder = tempfile::tempdir().unwrap();
        Some((Arc::new(Reopening::new(folder.path().join("accounts.json"))), folder))
    }

    user_testkit::store_contract!(fresh);
}
