//! Reading rows, and what they say.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement};
use user_core::domain::{User, UserId};
use user_core::ports::PortError;

use super::SeaOrmStore;
use crate::settle::on_live_connection;
use crate::trouble::failed;
use crate::users;

impl SeaOrmStore {
    /// The users with these ids, in this order, but for those who are gone by now or cannot be read.
    pub(super) async fn each(&self, ids: &[UserId]) -> Result<Vec<User>, PortError> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(users::users(&self.rows(self.inner.selects().by_id(id.as_bytes())).await?));
        }
        Ok(found)
    }

    /// A page of users by pages of their ids, each after the one given. One without anybody who can be read is passed
    /// over: an empty page means that there are no more.
    pub(super) async fn page<Ids>(
        &self,
        mut after: Option<UserId>,
        ids: impl Fn(Option<UserId>) -> Ids + Send + Sync,
    ) -> Result<Vec<User>, PortError>
    where
        Ids: Future<Output = Result<Vec<UserId>, DbErr>> + Send,
    {
        loop {
            let found = on_live_connection(|| ids(after)).await.map_err(failed)?;
            let users = self.each(&found).await?;
            if !users.is_empty() || found.is_empty() {
                return Ok(users);
            }
            after = found.last().copied();
        }
    }

    pub(super) async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, PortError> {
        let db = self.inner.db();
        // A file is no connection that could go dead unheard of.
        if self.inner.backend() == DbBackend::Sqlite {
            return db.query_all_raw(statement).await.map_err(failed);
        }
        on_live_connection(|| db.query_all_raw(statement.clone())).await.map_err(failed)
    }
}

/// What these rows say, but for those that cannot be read.
pub(super) fn read<Row, Noun>(
    rows: Result<Vec<Row>, DbErr>,
    noun: impl Fn(Row) -> Option<Noun>,
) -> Result<Vec<Noun>, PortError> {
    Ok(rows.map_err(failed)?.into_iter().filter_map(noun).collect())
}
