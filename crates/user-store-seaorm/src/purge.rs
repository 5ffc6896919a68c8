//! Deleting what is over, a bounded number of rows at a time.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use user_core::domain::UserId;
use user_core::ports::Purge;

use crate::commit::{begin, depart, with_referrers};
use crate::inner::Inner;
use crate::rows::micros;
use crate::settle::settle;
use crate::trouble::{Trouble, is_refusal};

/// So many rows are looked at in one go, where they are deleted one by one.
const PAGE: i64 = 500;
/// So many of the rows that stay are named in the log.
const NAMED: usize = 20;

/// Rows of one table that are over. `$1` in the condition is the moment.
#[derive(Clone, Copy)]
struct Over {
    table: &'static str,
    key: &'static str,
    condition: &'static str,
}

const EXPIRED_SESSIONS: Over = Over { table: "user_session", key: "id", condition: "expires_at < $1" };
const IDLE_SESSIONS: Over =
    Over { table: "user_session", key: "id", condition: "persistent = FALSE AND last_seen_at < $1" };
const IDLE_REMEMBERED_SESSIONS: Over =
    Over { table: "user_session", key: "id", condition: "persistent = TRUE AND last_seen_at < $1" };
const EXPIRED_TOKENS: Over = Over { table: "user_token", key: "id", condition: "expires_at < $1" };
const USED_TOKENS: Over = Over { table: "user_token", key: "id", condition: "used_at < $1" };
const EXPIRED_CREDENTIALS: Over = Over { table: "user_credential", key: "id", condition: "expires_at < $1" };
const EXPIRED_CHALLENGES: Over = Over { table: "user_challenge", key: "id", condition: "expires_at < $1" };
const EXPIRED_INVITATIONS: Over = Over { table: "user_invitation", key: "id", condition: "expires_at < $1" };
const ACCEPTED_INVITATIONS: Over =
    Over { table: "user_invitation", key: "id", condition: "accepted_at < $1" };
const REVOKED_INVITATIONS: Over = Over { table: "user_invitation", key: "id", condition: "revoked_at < $1" };
const EVENTS: Over = Over { table: "user_event", key: "id", condition: "at < $1" };
const PENDING_USERS: Over = Over {
    table: "user_account",
    key: "id",
    condition: "status = 'pending' AND created_at < $1 AND NOT EXISTS (SELECT 1 FROM \"user_email\" \
                WHERE \"user_email\".user_id = \"user_account\".id AND \"user_email\".confirmed_at IS NOT NULL) \
                AND (last_signed_in_at IS NULL OR last_signed_in_at < $1) \
                AND NOT EXISTS (SELECT 1 FROM \"user_session\" WHERE \"user_session\".user_id = \"user_account\".id \
                AND \"user_session\".last_seen_at >= $1)",
};
const OUTCOMES: Over = Over { table: "user_outcome", key: "slot", condition: "good_until < $1" };
const FORGOTTEN_ATTEMPTS: Over =
    Over { table: "user_throttle", key: "key_hash", condition: "forgotten_at < $1" };

/// Deletes up to `limit` rows of each kind, and tells how many went.
pub(crate) async fn purge(inner: &Inner, before: Purge, limit: u32) -> Result<u64, Trouble> {
    let limit = u64::from(limit);
    let sessions = [
        (EXPIRED_SESSIONS, before.sessions),
        (IDLE_SESSIONS, before.sessions_idle),
        (IDLE_REMEMBERED_SESSIONS, before.remembered_idle),
    ];
    let tokens = [EXPIRED_TOKENS, USED_TOKENS].map(|over| (over, before.tokens));
    let invitations = [EXPIRED_INVITATIONS, ACCEPTED_INVITATIONS, REVOKED_INVITATIONS]
        .map(|over| (over, before.invitations));
    let kinds: [&[(Over, DateTime<Utc>)]; 7] = [
        &sessions,
        &tokens,
        &[(EXPIRED_CREDENTIALS, before.credentials)],
        &[(EXPIRED_CHALLENGES, before.challenges)],
        &invitations,
        &[(EVENTS, before.events)],
        &[(PENDING_USERS, before.pending_users)],
    ];
    let mut gone = 0;
    for ways in kinds {
        gone += delete_kind(inner, ways, limit).await?;
    }
    Ok(gone)
}

/// Deletes up to `limit` rows of one kind, in whichever of these ways they are over.
async fn delete_kind(inner: &Inner, ways: &[(Over, DateTime<Utc>)], limit: u64) -> Result<u64, Trouble> {
    let mut gone = 0;
    for (over, before) in ways {
        gone += delete(inner, *over, *before, limit.saturating_sub(gone)).await?;
    }
    Ok(gone)
}

/// Deletes up to `limit` counts of attempts that mean nothing any more.
pub(crate) async fn forget_attempts(inner: &Inner, now: DateTime<Utc>, limit: u64) -> Result<u64, Trouble> {
    delete(inner, FORGOTTEN_ATTEMPTS, now, limit).await
}

/// Deletes up to `limit` outcomes whose time is over.
pub(crate) async fn forget_outcomes(inner: &Inner, now: DateTime<Utc>, limit: u64) -> Result<u64, Trouble> {
    delete(inner, OUTCOMES, now, limit).await
}

async fn delete(inner: &Inner, over: Over, before: DateTime<Utc>, limit: u64) -> Result<u64, Trouble> {
    if limit == 0 {
        return Ok(0);
    }
    let due = Due { over, before: micros(before), limit: i64::try_from(limit).unwrap_or(i64::MAX) };
    if over.table == PENDING_USERS.table && !inner.departures().is_empty() {
        return one_by_one(inner, due).await;
    }
    let deleted = settle(inner.backend(), || due.delete_together(inner)).await;
    match deleted {
        Err(Trouble::Failed(error)) if is_refusal(&error) => one_by_one(inner, due).await,
        deleted => deleted,
    }
}

/// Rows of one kind that are over at a moment, and how many of them may go.
#[derive(Clone, Copy)]
struct Due {
    over: Over,
    before: i64,
    limit: i64,
}

impl Due {
    async fn delete_together(self, inner: &Inner) -> Result<u64, Trouble> {
        let _turn = inner.turn().await?;
        let text = self.over.delete_together(inner.backend());
        let statement = bound(&text, &[self.before.into(), self.limit.into()], inner.backend());
        Ok(inner.db().execute_raw(statement).await?.rows_affected())
    }

    /// Deletes one row, if it is still over.
    async fn delete_one(self, inner: &Inner, key: &Value) -> Result<u64, Trouble> {
        let _turn = inner.turn().await?;
        let statement = bound(&self.over.delete_one(), &[self.before.into(), key.clone()], inner.backend());
        match key {
            Value::Uuid(Some(id)) if self.over.table == PENDING_USERS.table => {
                delete_user(inner, UserId::from_bytes(id.into_bytes()), statement).await
            }
            _ => Ok(inner.db().execute_raw(statement).await?.rows_affected()),
        }
    }

    /// The keys of some of the rows, after this one, in order.
    async fn keys(self, inner: &Inner, after: Option<Value>) -> Result<Vec<Value>, DbErr> {
        let text = self.over.keys(after.is_some());
        let values: Vec<Value> =
            [Some(self.before.into()), after, Some(PAGE.into())].into_iter().flatten().collect();
        let statement = bound(&text, &values, inner.backend());
        let rows = inner.db().query_all_raw(statement).await?;
        rows.iter().map(|row| self.over.key_in(row)).collect()
    }
}

/// Deletes a user by this statement, after the app has moved or deleted its rows about them; none of that where the user is
/// not to go any more.
async fn delete_user(inner: &Inner, user: UserId, statement: Statement) -> Result<u64, Trouble> {
    let tx = begin(inner).await?;
    let gone = async {
        depart(inner, user, &tx).await?;
        let gone = inner.db().within(&tx).execute_raw(statement).await?.rows_affected();
        Ok::<u64, Trouble>(gone)
    };
    match gone.await {
        Ok(gone) if gone > 0 => tx.commit().await.map(|()| gone).map_err(Trouble::from),
        gone => {
            tx.rollback().await?;
            gone
        }
    }
}

/// Goes on past rows that the database does not give up, because rows of the app refer to them or a trigger of the app
/// objects: they stay, and keep nothing else.
async fn one_by_one(inner: &Inner, due: Due) -> Result<u64, Trouble> {
    let (mut gone, mut kept, mut after) = (0, Kept::default(), None);
    loop {
        let keys = due.keys(inner, after).await?;
        let Some(last) = keys.last().cloned() else { break };
        for key in &keys {
            match settle(inner.backend(), || due.delete_one(inner, key)).await {
                Ok(rows) => gone += rows,
                Err(Trouble::Failed(error)) if is_refusal(&error) => kept.add(key, error),
                Err(Trouble::AppFailed(error)) => kept.add(key, error),
                Err(trouble) => return Err(trouble),
            }
            if gone >= due.limit.unsigned_abs() {
                kept.report(inner, due.over).await;
                return Ok(gone);
            }
        }
        after = Some(last);
    }
    kept.report(inner, due.over).await;
    Ok(gone)
}

/// Rows that could not be deleted.
#[derive(Default)]
struct Kept {
    rows: u64,
    first: Vec<String>,
    why: Option<DbErr>,
}

impl Kept {
    fn add(&mut self, key: &Value, error: DbErr) {
        self.rows += 1;
        if let (true, Value::Uuid(Some(id))) = (self.first.len() < NAMED, key) {
            self.first.push(id.to_string());
        }
        self.why.get_or_insert(error);
    }

    async fn report(self, inner: &Inner, over: Over) {
        let Some(error) = self.why else { return };
        let error = with_referrers(error, inner.db()).await;
        tracing::error!(
            table = inner.db().names().table(over.table),
            rows = self.rows,
            first = self.first.join(" "),
            error = &error as &dyn std::error::Error,
            "rows that are over could not be purged: the app's rows or triggers keep them"
        );
    }
}

impl Over {
    fn delete_together(self, backend: DbBackend) -> String {
        let Self { table, key, condition } = self;
        match backend {
            DbBackend::MySql => format!("DELETE FROM \"{table}\" WHERE {condition} LIMIT $2"),
            // A row that another purge or a commit holds is left to it.
            DbBackend::Postgres => format!(
                "DELETE FROM \"{table}\" WHERE {key} = ANY(ARRAY(SELECT {key} FROM \"{table}\" WHERE {condition} \
                 LIMIT $2 FOR UPDATE SKIP LOCKED))"
            ),
            _ => format!(
                "DELETE FROM \"{table}\" WHERE {key} IN \
                 (SELECT {key} FROM \"{table}\" WHERE {condition} LIMIT $2)"
            ),
        }
    }

    fn delete_one(self) -> String {
        let Self { table, key, condition } = self;
        format!("DELETE FROM \"{table}\" WHERE {condition} AND {key} = $2")
    }

    fn keys(self, goes_on: bool) -> String {
        let Self { table, key, condition } = self;
        let (after, limit) = if goes_on { (format!("AND {key} > $2 "), "$3") } else { (String::new(), "$2") };
        format!("SELECT {key} FROM \"{table}\" WHERE {condition} {after}ORDER BY {key} LIMIT {limit}")
    }

    fn key_in(self, row: &QueryResult) -> Result<Value, DbErr> {
        if self.key == "id" {
            return row.try_get_by_index::<Uuid>(0).map(Value::from);
        }
        row.try_get_by_index::<Vec<u8>>(0).map(Value::from)
    }
}

/// A statement with the quotes and placeholders of this kind of database. A value may stand in several places, and
/// MySQL knows places by their order only.
fn bound(text: &str, values: &[Value], backend: DbBackend) -> Statement {
    if backend != DbBackend::MySql {
        return Statement::from_sql_and_values(backend, text, values.iter().cloned());
    }
    let mut pieces = text.split('$');
    let mut spelled = pieces.next().unwrap_or_default().replace('"', "`");
    let mut in_order = Vec::new();
    for piece in pieces {
        let (number, rest) = piece.split_at_checked(1).unwrap_or_default();
        let value = number.parse::<usize>().ok().and_then(|number| values.get(number.checked_sub(1)?));
        in_order.extend(value.cloned());
        spelled.push('?');
        spelled.push_str(&rest.replace('"', "`"));
    }
    Statement::from_sql_and_values(backend, spelled, in_order)
}
