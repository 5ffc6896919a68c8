//! Users by part of a name or address, those whose deletion is due, usernames that are kept, and credentials: what
//! administrators, purges and imports look for.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use user_core::domain::{CredentialId, CredentialKind, EmailAddress, UserId, UserStatus, Username};

use crate::entity::{account, credential, email, token};
use crate::rows::{micros, uuid};
use crate::tables::Tables;

/// Stands before a character of a text that would be a pattern otherwise. No address and no username needs it, and
/// unlike a backslash it means the same in a text on every database.
const ESCAPE: char = '!';

/// The ids of up to `limit` users after `after`, in order of id, whose username or one of whose addresses contains
/// `text`. No index helps: every row is looked at.
pub(crate) async fn ids_like(
    db: &Tables,
    text: &str,
    after: Option<UserId>,
    limit: u32,
) -> Result<Vec<UserId>, DbErr> {
    let listed = Query::select()
        .column(email::Column::UserId)
        .from(email::Entity)
        .and_where(contains(email::Column::Address, text))
        .take();
    let named = Condition::any()
        .add(contains(account::Column::Username, text))
        .add(account::Column::Id.in_subquery(listed));
    ids(db, named, after, limit).await
}

/// The ids of up to `limit` users after `after`, in order of id, whose deletion is due at `now`.
pub(crate) async fn ids_to_delete(
    db: &Tables,
    now: DateTime<Utc>,
    after: Option<UserId>,
    limit: u32,
) -> Result<Vec<UserId>, DbErr> {
    ids(db, Condition::all().add(account::Column::DeletionAt.lte(micros(now))), after, limit).await
}

async fn ids(
    db: &Tables,
    wanted: Condition,
    after: Option<UserId>,
    limit: u32,
) -> Result<Vec<UserId>, DbErr> {
    let mut select = account::Entity::find().select_only().column(account::Column::Id).filter(wanted);
    if let Some(after) = after {
        select = select.filter(account::Column::Id.gt(uuid(after.as_bytes())));
    }
    let select = select.order_by_asc(account::Column::Id).limit(u64::from(limit));
    let found: Vec<Uuid> = select.into_tuple().all(db).await?;
    Ok(found.into_iter().map(|id| UserId::from_bytes(id.into_bytes())).collect())
}

/// Whether this text stands somewhere in a column, without regard to the case of ASCII letters.
pub(crate) fn contains(column: impl sea_orm::sea_query::IntoColumnRef, text: &str) -> SimpleExpr {
    let pattern = LikeExpr::new(format!("%{}%", escaped(&text.to_ascii_lowercase()))).escape(ESCAPE);
    Expr::expr(Func::lower(Expr::col(column))).like(pattern)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '%' | '_' | ESCAPE) {
            escaped.push(ESCAPE);
        }
        escaped.push(character);
    }
    escaped
}

/// The unused tokens that keep a username.
pub(crate) fn keeping(username: &Username, at: DateTime<Utc>) -> Select<token::Entity> {
    token::Entity::find()
        .select_only()
        .column(token::Column::Id)
        .filter(token::Column::UsernameKey.eq(username.key()))
        .filter(token::Column::UsedAt.is_null())
        .filter(token::Column::ExpiresAt.gt(micros(at)))
}

/// The credentials of a user in order of id: those of one kind, or all.
pub(crate) fn credentials_of(user: &UserId, kind: Option<CredentialKind>) -> Select<credential::Entity> {
    let mut theirs = credential::Entity::find().filter(credential::Column::UserId.eq(uuid(user.as_bytes())));
    if let Some(kind) = kind {
        theirs = theirs.filter(credential::Column::Kind.eq(kind.as_str()));
    }
    theirs.order_by_asc(credential::Column::Id)
}

/// Up to `limit` credentials in order of id, those after `after`.
pub(crate) fn credentials_after(after: Option<CredentialId>, limit: u32) -> Select<credential::Entity> {
    let mut later = credential::Entity::find();
    if let Some(after) = after {
        later = later.filter(credential::Column::Id.gt(uuid(after.as_bytes())));
    }
    later.order_by_asc(credential::Column::Id).limit(u64::from(limit))
}

/// The ids of pending users who list this address and have not confirmed it, the latest first.
pub(crate) fn registrants(email: &EmailAddress, limit: u32) -> Select<email::Entity> {
    let pending = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::Status.eq(UserStatus::Pending.as_str()))
        .take();
    email::Entity::find()
        .select_only()
        .column(email::Column::UserId)
        .filter(email::Column::ProposedKey.eq(email.key()))
        .filter(email::Column::UserId.in_subquery(pending))
        .order_by_desc(email::Column::Id)
        .limit(u64::from(limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_a_text_is_a_pattern() {
        assert_eq!(escaped("50%_off!\\'"), "50!%!_off!!\\'");
    }
}
