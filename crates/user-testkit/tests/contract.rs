//! The store in memory keeps the contract.

use std::sync::Arc;

use user_testkit::MemoryStore;

async fn fresh() -> Option<(Arc<MemoryStore>, ())> {
    Some((Arc::new(MemoryStore::new()), ()))
}

user_testkit::store_contract!(fresh);
