//! The stand-ins in memory keep the contracts.

use std::sync::Arc;

use user_testkit::{MemoryPictures, MemoryStore};

async fn fresh() -> Option<(Arc<MemoryStore>, ())> {
    Some((Arc::new(MemoryStore::new()), ()))
}

user_testkit::store_contract!(fresh);

async fn no_pictures() -> Option<(Arc<MemoryPictures>, ())> {
    Some((Arc::new(MemoryPictures::new()), ()))
}

user_testkit::picture_contract!(no_pictures);
