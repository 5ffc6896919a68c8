//! Finding a pooler that lends servers for one transaction.

use sea_orm::{DatabaseConnection, DbBackend, DbErr};

/// Whether two statements of one connection may be answered by different servers.
#[cfg(feature = "postgres")]
pub(crate) async fn lends_by_transaction(db: &DatabaseConnection) -> Result<bool, DbErr> {
    use sea_orm::RuntimeErr;

    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(false);
    }
    let asked = postgres::lends_by_transaction(db.get_postgres_connection_pool()).await;
    asked.map_err(|error| DbErr::Query(RuntimeErr::SqlxError(error.into())))
}

/// Whether two statements of one connection may be answered by different servers.
#[cfg(not(feature = "postgres"))]
#[expect(clippy::unused_async, reason = "asks where there is PostgreSQL")]
pub(crate) async fn lends_by_transaction(_db: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(false)
}

#[cfg(feature = "postgres")]
mod postgres {
    use std::time::Duration;

    use sea_orm::sqlx::{Error, PgConnection, PgPool, Row, raw_sql};
    use tokio::time::timeout;

    /// A pooler with a single server answers nobody while a transaction holds that server.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// One connection asks which process serves it, another one begins a transaction, and the first one asks again: the
    /// process is the same unless servers are lent.
    pub(super) async fn lends_by_transaction(pool: &PgPool) -> Result<bool, Error> {
        let (mut one, mut other) = (pool.acquire().await?, pool.acquire().await?);
        one.close_on_drop();
        other.close_on_drop();
        let before = server_of(&mut one).await?;
        raw_sql("BEGIN").execute(&mut *other).await?;
        let held = server_of(&mut other).await?;
        let after = timeout(PATIENCE, server_of(&mut one)).await;
        raw_sql("ROLLBACK").execute(&mut *other).await?;
        match after {
            Ok(after) => Ok(held == before || after? != before),
            Err(_) => Ok(true),
        }
    }

    /// The process of the server. In the simple protocol, which prepares nothing.
    async fn server_of(connection: &mut PgConnection) -> Result<i32, Error> {
        raw_sql("SELECT pg_backend_pid()").fetch_one(connection).await?.try_get(0)
    }
}
