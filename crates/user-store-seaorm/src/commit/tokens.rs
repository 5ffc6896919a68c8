//! Changes to tokens.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};
use user_core::domain::{EmailAddress, UserId};
use user_core::ports::{CommitError, TokenChange};

use super::matched;
use crate::entity::email;
use crate::entity::token::{Column, Entity};
use crate::rows::{micros, token_row, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &TokenChange, on: &C) -> Result<(), Trouble> {
    match change {
        TokenChange::Insert(token) => {
            Entity::insert(token_row(token)).exec_without_returning(on).await?;
            Ok(())
        }
        TokenChange::Claim { id, purpose, at } => {
            let claim = use_up(*at)
                .filter(Column::Id.eq(uuid(id.as_bytes())))
                .filter(Column::Purpose.eq(purpose.as_str()))
                .filter(Column::ExpiresAt.gt(micros(*at)));
            matched(claim.exec(on).await?.rows_affected, CommitError::Gone)
        }
        TokenChange::Void { user, purpose, at } => {
            use_up_all(*user, *at).filter(Column::Purpose.eq(purpose.as_str())).exec(on).await?;
            Ok(())
        }
        TokenChange::VoidSince { user, purpose, since, at } => {
            use_up_all(*user, *at)
                .filter(Column::Purpose.eq(purpose.as_str()))
                .filter(Column::ToldConfirmedAt.gte(micros(*since)))
                .exec(on)
                .await?;
            Ok(())
        }
        TokenChange::VoidFor { email, purpose, at } => {
            use_up(*at)
                .filter(Column::EmailId.eq(uuid(email.as_bytes())))
                .filter(Column::Purpose.eq(purpose.as_str()))
                .exec(on)
                .await?;
            Ok(())
        }
        TokenChange::VoidAll { user, at } => {
            use_up_all(*user, *at).exec(on).await?;
            Ok(())
        }
    }
}

/// The links of all others who propose an address that is somebody's now lead nowhere.
pub(super) async fn use_up_proposing<C: ConnectionTrait>(
    address: &EmailAddress,
    at: DateTime<Utc>,
    on: &C,
) -> Result<(), Trouble> {
    use_up(at).filter(Column::EmailId.in_subquery(rows_proposing(address))).exec(on).await?;
    Ok(())
}

/// The rows of users who list this address and have not confirmed it.
fn rows_proposing(address: &EmailAddress) -> SelectStatement {
    Query::select()
        .column(email::Column::Id)
        .from(email::Entity)
        .and_where(email::Column::ProposedKey.eq(address.key()))
        .take()
}

/// Uses up tokens that nobody used before.
fn use_up(at: DateTime<Utc>) -> UpdateMany<Entity> {
    Entity::update_many().col_expr(Column::UsedAt, Expr::value(micros(at))).filter(Column::UsedAt.is_null())
}

fn use_up_all(user: UserId, at: DateTime<Utc>) -> UpdateMany<Entity> {
    use_up(at).filter(Column::UserId.eq(uuid(user.as_bytes())))
}
