//! Changes to addresses.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use user_core::domain::{EmailAddress, EmailId};
use user_core::ports::{CommitError, EmailChange};

use super::matched;
use super::tokens::use_up_proposing;
use crate::entity::email::{Column, Entity};
use crate::rows::{email_row, micros, uuid};
use crate::trouble::{Trouble, is_second_primary};

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &EmailChange, on: &C) -> Result<(), Trouble> {
    match change {
        EmailChange::Insert(user, email) => {
            Entity::insert(email_row(*user, email)).exec_without_returning(on).await?;
            match email.confirmed_at {
                Some(at) => use_up_proposing(&email.address, at, on).await,
                None => Ok(()),
            }
        }
        EmailChange::Confirm { id, address, at } => confirm(*id, address, *at, on).await,
        EmailChange::MakePrimary(id) => make_primary(*id, on).await,
        EmailChange::Demote(id) => demote(*id, on).await,
        EmailChange::Delete(user, id) => {
            let delete = Entity::delete_many()
                .filter(Column::Id.eq(uuid(id.as_bytes())))
                .filter(Column::UserId.eq(uuid(user.as_bytes())))
                .filter(Column::PrimaryOf.is_null());
            matched(delete.exec(on).await?.rows_affected, CommitError::Gone)
        }
    }
}

async fn confirm<C: ConnectionTrait>(
    id: EmailId,
    address: &EmailAddress,
    at: DateTime<Utc>,
    on: &C,
) -> Result<(), Trouble> {
    let first = Func::coalesce([Expr::col(Column::ConfirmedAt), Expr::value(micros(at))]);
    let update = Entity::update_many()
        .col_expr(Column::ConfirmedAt, first.into())
        .col_expr(Column::AddressKey, Expr::value(address.key()))
        .col_expr(Column::ProposedKey, Expr::value(None::<String>))
        .filter(Column::Id.eq(uuid(id.as_bytes())));
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)?;
    use_up_proposing(address, at, on).await
}

async fn demote<C: ConnectionTrait>(id: EmailId, on: &C) -> Result<(), Trouble> {
    let update = Entity::update_many()
        .col_expr(Column::PrimaryOf, Expr::value(None::<Uuid>))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::PrimaryOf.is_not_null());
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)
}

/// That the user has no other primary address is decided by the unique index on `primary_of`.
async fn make_primary<C: ConnectionTrait>(id: EmailId, on: &C) -> Result<(), Trouble> {
    let update = Entity::update_many()
        .col_expr(Column::PrimaryOf, Expr::col(Column::UserId))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::ConfirmedAt.is_not_null())
        .filter(Column::PrimaryOf.is_null());
    match update.exec(on).await {
        Err(error) if is_second_primary(&error) => Err(CommitError::Gone.into()),
        done => matched(done?.rows_affected, CommitError::Gone),
    }
}
