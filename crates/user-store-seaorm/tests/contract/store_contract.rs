//! The store contract, on each database.

use std::sync::Arc;

use user_store_seaorm::SeaOrmStore;

use crate::databases::{self, Fresh, Guard};

fn subject(fresh: Fresh) -> (Arc<SeaOrmStore>, Guard) {
    (fresh.store, fresh.guard)
}

mod sqlite {
    use super::{Arc, Guard, SeaOrmStore, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmStore>, Guard)> {
        databases::sqlite().await.map(subject)
    }

    user_testkit::store_contract!(fresh);
}

mod sqlite_in_memory {
    use super::{Arc, SeaOrmStore};

    async fn fresh() -> Option<(Arc<SeaOrmStore>, ())> {
        let store = SeaOrmStore::connect("sqlite::memory:").await.unwrap();
        store.migrate_up().await.unwrap();
        Some((Arc::new(store), ()))
    }

    user_testkit::store_contract!(fresh);
}

mod postgres {
    use super::{Arc, Guard, SeaOrmStore, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmStore>, Guard)> {
        databases::postgres().await.map(subject)
    }

    user_testkit::store_contract!(fresh);
}

mod mariadb {
    use super::{Arc, Guard, SeaOrmStore, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmStore>, Guard)> {
        databases::mariadb().await.map(subject)
    }

    user_testkit::store_contract!(fresh);
}

mod sqlite_prefixed {
    use super::{Arc, Guard, SeaOrmStore, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmStore>, Guard)> {
        databases::sqlite_prefixed().await.map(subject)
    }

    user_testkit::store_contract!(fresh);
}

mod pgbouncer {
    use super::{Arc, Guard, SeaOrmStore, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmStore>, Guard)> {
        databases::pgbouncer().await.map(subject)
    }

    user_testkit::store_contract!(fresh);
}
