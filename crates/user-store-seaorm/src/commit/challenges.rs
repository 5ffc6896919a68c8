//! Changes to challenges.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};
use user_core::domain::{BrowserDigest, ChallengeId, ChallengePurpose};
use user_core::ports::{ChallengeChange, CommitError};

use super::matched;
use crate::entity::challenge::{Column, Entity};
use crate::rows::{challenge_row, micros, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &ChallengeChange, on: &C) -> Result<(), Trouble> {
    match change {
        ChallengeChange::Insert(challenge) => {
            Entity::insert(challenge_row(challenge)).exec_without_returning(on).await?;
            Ok(())
        }
        ChallengeChange::Claim { id, purpose, browser, at } => {
            let claim =
                open(*id, *purpose, browser.as_ref(), *at).col_expr(Column::UsedAt, Expr::value(micros(*at)));
            matched(claim.exec(on).await?.rows_affected, CommitError::Gone)
        }
        ChallengeChange::Guess { id, purpose, browser, at } => {
            let one_less = Expr::col(Column::TriesLeft).sub(1_i64);
            let guess = open(*id, *purpose, browser.as_ref(), *at).col_expr(Column::TriesLeft, one_less);
            matched(guess.exec(on).await?.rows_affected, CommitError::Gone)
        }
        ChallengeChange::VoidFor { user, purpose, at } => {
            let mut void = Entity::update_many()
                .col_expr(Column::UsedAt, Expr::value(micros(*at)))
                .filter(Column::UserId.eq(uuid(user.as_bytes())))
                .filter(Column::UsedAt.is_null());
            if let Some(purpose) = purpose {
                void = void.filter(Column::Purpose.eq(purpose.as_str()));
            }
            void.exec(on).await?;
            Ok(())
        }
    }
}

/// Changes the challenge, if it can be answered in this browser at this moment.
fn open(
    id: ChallengeId,
    purpose: ChallengePurpose,
    browser: Option<&BrowserDigest>,
    at: DateTime<Utc>,
) -> UpdateMany<Entity> {
    let mut here = Condition::any().add(Column::Browser.is_null());
    if let Some(browser) = browser {
        here = here.add(Column::Browser.eq(browser.as_bytes().to_vec()));
    }
    Entity::update_many()
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::Purpose.eq(purpose.as_str()))
        .filter(here)
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(micros(at)))
        .filter(Column::TriesLeft.gt(0))
}
