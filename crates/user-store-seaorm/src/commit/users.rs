//! Changes to users.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use user_core::domain::{User, UserId, Username};
use user_core::ports::{CommitError, Unique, UserChange};

use super::deletion::delete;
use super::matched;
use super::tokens::use_up_proposing;
use crate::entity::account::{Column, Entity};
use crate::entity::{StoredHash, email, role, token};
use crate::find::keeping;
use crate::rows::{account_row, email_row, micros, profile_json, role_row, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &UserChange, on: &C) -> Result<(), Trouble> {
    match change {
        UserChange::Insert(user) => insert(user, on).await,
        // A write that changes nothing holds the row against everybody else until the commit ends.
        UserChange::Unchanged { id, revision } => revise(*id, *revision, 0, on).await,
        UserChange::Revise { id, revision } => revise(*id, *revision, 1, on).await,
        UserChange::SetUsername { id, username, at } => {
            let values = [
                (Column::Username, Expr::value(username.as_str())),
                (Column::UsernameKey, Expr::value(username.key())),
            ];
            set(*id, values, on).await?;
            refuse_kept(username, *id, *at, on).await
        }
        UserChange::SetPassword(id, hash) => {
            let hash = Some(StoredHash(hash.reveal().to_owned()));
            set(*id, [(Column::PasswordHash, Expr::value(hash))], on).await
        }
        UserChange::VoidDevices(id) => {
            set(*id, [(Column::DeviceEpoch, Expr::col(Column::DeviceEpoch).add(1))], on).await
        }
        UserChange::SignedIn(id, at) => set(*id, [(Column::LastSignedInAt, later(micros(*at)))], on).await,
        UserChange::RemovePassword(id) => {
            set(*id, [(Column::PasswordHash, Expr::value(None::<StoredHash>))], on).await
        }
        UserChange::SetStatus(id, status) => {
            set(*id, [(Column::Status, Expr::value(status.as_str()))], on).await
        }
        UserChange::SetLocale(id, locale) => {
            let tag = locale.as_ref().map(|locale| locale.as_str().to_owned());
            set(*id, [(Column::Locale, Expr::value(tag))], on).await
        }
        UserChange::SetTimeZone(id, zone) => {
            let name = zone.map(|zone| zone.name().to_owned());
            set(*id, [(Column::TimeZone, Expr::value(name))], on).await
        }
        UserChange::SetProfile(id, profile) => {
            set(*id, [(Column::Profile, Expr::value(profile_json(profile)?))], on).await
        }
        UserChange::SetPicture(id, picture) => {
            let picture = picture.map(|id| uuid(id.as_bytes()));
            set(*id, [(Column::Picture, Expr::value(picture))], on).await
        }
        UserChange::ScheduleDeletion(id, at) => {
            set(*id, [(Column::DeletionAt, Expr::value(at.map(micros)))], on).await
        }
        UserChange::Delete(id, kept) => delete(*id, *kept, on).await,
    }
}

/// This moment, unless the row has a later one.
fn later(at: i64) -> SimpleExpr {
    let known = Expr::col(Column::LastSignedInAt);
    let is_later = known.clone().gt(at);
    Expr::case(is_later, known).finally(at).into()
}

async fn insert<C: ConnectionTrait>(user: &User, on: &C) -> Result<(), Trouble> {
    Entity::insert(account_row(user)?).exec_without_returning(on).await?;
    if let Some(username) = &user.username {
        refuse_kept(username, user.id, user.created_at, on).await?;
    }
    if !user.emails.is_empty() {
        let rows = user.emails.iter().map(|email| email_row(user.id, email));
        email::Entity::insert_many(rows).exec_without_returning(on).await?;
    }
    for email in &user.emails {
        if let Some(at) = email.confirmed_at {
            use_up_proposing(&email.address, at, on).await?;
        }
    }
    if !user.roles.is_empty() {
        let rows = user.roles.iter().map(|role| role_row(user.id, role));
        role::Entity::insert_many(rows).exec_without_returning(on).await?;
    }
    Ok(())
}

/// Refuses a username that a token keeps for another user. This comes after the row that has the name was written:
/// that write waits for a commit under way that gives up the name, so its token is seen here.
async fn refuse_kept<C: ConnectionTrait>(
    username: &Username,
    user: UserId,
    at: DateTime<Utc>,
    on: &C,
) -> Result<(), Trouble> {
    let keeps = keeping(username, at).filter(token::Column::UserId.ne(uuid(user.as_bytes())));
    match keeps.into_tuple::<Uuid>().one(on).await? {
        Some(_) => Err(CommitError::Taken(Unique::Username).into()),
        None => Ok(()),
    }
}

async fn revise<C: ConnectionTrait>(id: UserId, revision: i64, by: i64, on: &C) -> Result<(), Trouble> {
    let update = Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(by))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::Revision.eq(revision));
    matched(update.exec(on).await?.rows_affected, CommitError::Stale)
}

async fn set<C: ConnectionTrait>(
    id: UserId,
    values: impl IntoIterator<Item = (Column, SimpleExpr)>,
    on: &C,
) -> Result<(), Trouble> {
    let mut update = Entity::update_many().filter(Column::Id.eq(uuid(id.as_bytes())));
    for (column, value) in values {
        update = update.col_expr(column, value);
    }
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)
}
