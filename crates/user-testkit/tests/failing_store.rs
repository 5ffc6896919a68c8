//! The store that can be taken down keeps the contract of the one behind it while it is up.

use std::sync::Arc;

use user_testkit::{FailingStore, MemoryStore};

async fn fresh() -> Option<(Arc<FailingStore<MemoryStore>>, ())> {
    Some((Arc::new(FailingStore::new(MemoryStore::new())), ()))
}

user_testkit::store_contract!(fresh);
