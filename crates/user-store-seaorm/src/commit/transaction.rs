//! A list of changes: whole, or not at all.

use std::pin::Pin;

use sea_orm::{
    DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode, TransactionOptions,
};
use user_core::ports::{Change, Changes, EmailChange, SessionChange, UserChange};

use super::apply::apply;
use super::departures::depart;
use super::order::hold_users;
use super::with_referrers;
use crate::inner::Inner;
use crate::settle::{on_live_connection, settle};
use crate::trouble::Trouble;

/// What an app does to its own rows inside the transaction of a commit.
pub type AppRows<'tx, T> = Pin<Box<dyn Future<Output = Result<T, DbErr>> + Send + 'tx>>;

/// Makes all of `changes`, or none.
pub(crate) async fn commit(inner: &Inner, changes: &Changes) -> Result<(), Trouble> {
    let mut all = changes.iter();
    match (all.next(), all.next()) {
        (None, _) => Ok(()),
        // A statement on its own is a transaction of its own.
        (Some(change), None) if is_one_statement(change) => {
            let done = settle(inner.backend(), || alone(inner, change)).await;
            done.map_err(|trouble| trouble.judged(inner.db().names()))
        }
        _ => commit_with(inner, changes, |_| Box::pin(async { Ok(()) })).await,
    }
}

/// Makes all of `changes` and what the app adds to them, or none.
pub(crate) async fn commit_with<T, Write>(
    inner: &Inner,
    changes: &Changes,
    write: Write,
) -> Result<T, Trouble>
where
    T: Send,
    Write: for<'tx> Fn(&'tx DatabaseTransaction) -> AppRows<'tx, T> + Send + Sync,
{
    let done = settle(inner.backend(), || once(inner, changes, &write)).await;
    done.map_err(|trouble| trouble.judged(inner.db().names()))
}

fn is_one_statement(change: &Change) -> bool {
    match change {
        Change::User(UserChange::Insert(_) | UserChange::SetUsername { .. } | UserChange::Delete(..))
        | Change::Email(EmailChange::Confirm { .. })
        | Change::Session(SessionChange::Prove { .. })
        | Change::Cursor(_) => false,
        Change::Email(EmailChange::Insert(_, email)) => email.confirmed_at.is_none(),
        _ => true,
    }
}

async fn alone(inner: &Inner, change: &Change) -> Result<(), Trouble> {
    let _turn = inner.turn().await?;
    apply(change, inner.db()).await
}

async fn once<T, Write>(inner: &Inner, changes: &Changes, write: &Write) -> Result<T, Trouble>
where
    T: Send,
    Write: for<'tx> Fn(&'tx DatabaseTransaction) -> AppRows<'tx, T> + Send + Sync,
{
    let _turn = inner.turn().await?;
    let tx = begin(inner).await?;
    match fill(inner, &tx, changes, write).await {
        Ok(value) => {
            // A foreign key of the app may be checked no earlier.
            match tx.commit().await {
                Ok(()) => Ok(value),
                Err(error) => Err(with_referrers(error, inner.db()).await.into()),
            }
        }
        Err(trouble) => {
            // If this fails, the connection is gone, and the transaction with it.
            if let Err(error) = tx.rollback().await {
                tracing::debug!(%error, "a transaction could not be rolled back");
            }
            Err(trouble)
        }
    }
}

async fn fill<T, Write>(
    inner: &Inner,
    tx: &DatabaseTransaction,
    changes: &Changes,
    write: &Write,
) -> Result<T, Trouble>
where
    T: Send,
    Write: for<'tx> Fn(&'tx DatabaseTransaction) -> AppRows<'tx, T> + Send + Sync,
{
    let tables = inner.db().within(tx);
    hold_users(changes, &tables).await?;
    for change in changes {
        if let Change::User(UserChange::Delete(user, _)) = change {
            depart(inner, *user, tx).await?;
        }
        apply(change, &tables).await?;
    }
    write(tx).await.map_err(Trouble::AppFailed)
}

/// On SQLite a transaction that begins as a reader and goes on to write fails when another one wrote in between, so
/// each begins as a writer. On MySQL the usual isolation holds gaps between rows, and so begets deadlocks.
pub(crate) async fn begin(inner: &Inner) -> Result<DatabaseTransaction, DbErr> {
    let options = match inner.backend() {
        DbBackend::Sqlite => TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        },
        DbBackend::MySql => TransactionOptions {
            isolation_level: Some(IsolationLevel::ReadCommitted),
            ..TransactionOptions::default()
        },
        _ => TransactionOptions::default(),
    };
    on_live_connection(|| inner.db().begin(options)).await
}
