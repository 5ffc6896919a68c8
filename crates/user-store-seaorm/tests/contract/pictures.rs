//! The contract of pictures, on each database.

use std::sync::Arc;

use user_store_seaorm::SeaOrmPictures;

use crate::databases::{self, Fresh, Guard};

fn subject(fresh: Fresh) -> (Arc<SeaOrmPictures>, Guard) {
    (Arc::new(fresh.store.pictures()), fresh.guard)
}

mod sqlite {
    use super::{Arc, Guard, SeaOrmPictures, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmPictures>, Guard)> {
        databases::sqlite().await.map(subject)
    }

    user_testkit::picture_contract!(fresh);
}

mod postgres {
    use super::{Arc, Guard, SeaOrmPictures, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmPictures>, Guard)> {
        databases::postgres().await.map(subject)
    }

    user_testkit::picture_contract!(fresh);
}

mod mariadb {
    use super::{Arc, Guard, SeaOrmPictures, databases, subject};

    async fn fresh() -> Option<(Arc<SeaOrmPictures>, Guard)> {
        databases::mariadb().await.map(subject)
    }

    user_testkit::picture_contract!(fresh);
}
