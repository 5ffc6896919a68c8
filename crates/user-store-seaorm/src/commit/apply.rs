//! One change.

use sea_orm::{ConnectionTrait, EntityTrait};
use user_core::ports::Change;

use super::referrers::named;
use super::{challenges, credentials, cursors, emails, invitations, mails, roles, sessions, tokens, users};
use crate::entity::event;
use crate::rows::event_row;
use crate::trouble::Trouble;

/// Makes one change on a connection or in a transaction.
pub(super) async fn apply<C: ConnectionTrait>(change: &Change, on: &C) -> Result<(), Trouble> {
    match make(change, on).await {
        Err(Trouble::Failed(error)) => Err(named(change, error, on).await),
        done => done,
    }
}

async fn make<C: ConnectionTrait>(change: &Change, on: &C) -> Result<(), Trouble> {
    match change {
        Change::User(change) => users::apply(change, on).await,
        Change::Email(change) => emails::apply(change, on).await,
        Change::Role(change) => roles::apply(change, on).await,
        Change::Token(change) => tokens::apply(change, on).await,
        Change::Credential(change) => credentials::apply(change, on).await,
        Change::Challenge(change) => challenges::apply(change, on).await,
        Change::Session(change) => sessions::apply(change, on).await,
        Change::Invitation(change) => invitations::apply(change, on).await,
        Change::Mail(change) => mails::apply(change, on).await,
        Change::Event(event) => {
            event::Entity::insert(event_row(event)?).exec_without_returning(on).await?;
            Ok(())
        }
        Change::Cursor(change) => cursors::apply(change, on).await,
    }
}
