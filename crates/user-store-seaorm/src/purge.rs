//! Deleting what is over, a bounded number of rows at a time.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use user_core::ports::Purge;

use crate::inner::Inner;
use crate::rows::micros;
use crate::settle::settle;
use crate::trouble::Trouble;

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
const EXPIRED_INVITATIONS: Over = Over { table: "user_invitation", key: "id", condition: "expires_at < $1" };
const ACCEPTED_INVITATIONS: Over =
    Over { table: "user_invitation", key: "id", condition: "accepted_at < $1" };
const REVOKED_INVITATIONS: Over = Over { table: "user_invitation", key: "id", condition: "revoked_at < $1" };
const EVENTS: Over = Over { table: "user_event", key: "id", condition: "at < $1" };
const PENDING_USERS: Over = Over {
    table: "user_account",
    key: "id",
    condition: "status = 'pending' AND created_at < $1 AND NOT EXISTS (SELECT 1 FROM user_email \
                WHERE user_email.user_id = user_account.id AND user_email.confirmed_at IS NOT NULL) \
                AND NOT EXISTS (SELECT 1 FROM user_event WHERE user_event.user_id = user_account.id \
                AND user_event.kind = 'user_signed_in' AND user_event.at >= $1)",
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
    let kinds: [&[(Over, DateTime<Utc>)]; 5] = [
        &sessions,
        &tokens,
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
    settle(inner.backend(), || delete_once(inner, over, before, limit)).await
}

async fn delete_once(inner: &Inner, over: Over, before: DateTime<Utc>, limit: u64) -> Result<u64, Trouble> {
    let _turn = inner.turn().await?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let moments = match inner.backend() {
        // Placeholders have no numbers there.
        DbBackend::MySql => over.condition.matches("$1").count(),
        _ => 1,
    };
    let values = std::iter::repeat_n(micros(before), moments).chain([limit]).map(Into::into);
    let statement = Statement::from_sql_and_values(inner.backend(), text(inner.backend(), over), values);
    Ok(inner.db().execute_raw(statement).await?.rows_affected())
}

fn text(backend: DbBackend, over: Over) -> String {
    let Over { table, key, condition } = over;
    match backend {
        DbBackend::MySql => format!("DELETE FROM {table} WHERE {condition} LIMIT ?").replace("$1", "?"),
        // A row that another purge or a commit holds is left to it.
        DbBackend::Postgres => format!(
            "DELETE FROM {table} WHERE {key} = ANY(ARRAY(SELECT {key} FROM {table} WHERE {condition} \
             LIMIT $2 FOR UPDATE SKIP LOCKED))"
        ),
        _ => format!(
            "DELETE FROM {table} WHERE {key} IN (SELECT {key} FROM {table} WHERE {condition} LIMIT $2)"
        ),
    }
}
