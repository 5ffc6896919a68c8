//! The store.

mod reading;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::{
    ColumnTrait, DatabaseConnection, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use user_core::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PictureId, PositionedEvent, Purpose, QueuedMail, Session,
    SessionId, Token, TokenId, User, UserId, Username,
};
use user_core::ports::{Changes, CommitError, Departure, MailState, PortError, Purge, Store, UserKey};

use self::reading::read;
use crate::commit::{self, AppRows};
use crate::connect::{Pooling, StoreOptions};
use crate::entity::{account, challenge, cursor, event, invitation, mail, session, token};
use crate::inner::{Inner, to_its_end};
use crate::lease::{Lease, lease_mail};
use crate::names::Names;
use crate::outcomes::SeaOrmOutcomes;
use crate::pictures::SeaOrmPictures;
use crate::pooler::lends_by_transaction;
use crate::rows::{legible, uuid};
use crate::settle::on_live_connection;
use crate::tables::Tables;
use crate::throttle::SeaOrmThrottle;
use crate::trouble::{Trouble, failed};
use crate::{feed, find, migration, purge, rows, users};

/// The table that the app's rows refer to.
const USERS: &str = "user_account";

/// Accounts in SQLite, PostgreSQL, MySQL or MariaDB. Cheap to clone: clones share one pool of connections.
#[derive(Clone)]
pub struct SeaOrmStore {
    inner: Arc<Inner>,
}

impl fmt::Debug for SeaOrmStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SeaOrmStore").field(&self.inner.backend()).finish()
    }
}

impl SeaOrmStore {
    /// Connects to the database at `url`, with the usual [`StoreOptions`]. The tables are made by
    /// [`migrate_up`](Self::migrate_up).
    pub async fn connect(url: impl Into<String>) -> Result<Self, PortError> {
        StoreOptions::new(url).connect().await
    }

    /// Takes over a connection that the app made.
    ///
    /// On SQLite it should be in WAL mode with `synchronous=FULL` and a busy time-out, and must enforce foreign keys:
    /// what [`connect`](Self::connect) sets by itself.
    pub fn from_connection(db: DatabaseConnection) -> Self {
        Self::on(Tables::new(db, Names::default(), Pooling::default()))
    }

    pub(crate) fn on(tables: Tables) -> Self {
        Self { inner: Arc::new(Inner::new(tables)) }
    }

    /// The connection, for the app's own queries and its own [`entity`](crate::entity) look-ups.
    pub fn connection(&self) -> &DatabaseConnection {
        self.inner.db().connection()
    }

    /// The tables of the store, for queries on its [`entity`](crate::entity): under the names that they have in this
    /// database, and by the way that the pooler needs.
    pub fn tables(&self) -> &Tables {
        self.inner.db()
    }

    /// Has `departure` move or delete rows of the app whenever a user goes: in the transaction that deletes them, before their
    /// row goes, so that no foreign key of the app is in the way. It applies to this store and all of its clones.
    ///
    /// It may run more than once, after a deadlock, and must do nothing that a rollback does not undo. An error of its
    /// refuses the deletion. It must not call the store, which would wait for the transaction that it is part of.
    pub fn on_departure(&self, departure: impl Departure<DatabaseTransaction> + 'static) {
        self.inner.departures().add(Arc::new(departure));
    }

    /// A throttle in the same database, for several nodes.
    pub fn throttle(&self) -> SeaOrmThrottle {
        SeaOrmThrottle::new(Arc::clone(&self.inner))
    }

    /// Keeps the outcomes of posted forms in the same database, for several nodes.
    pub fn outcomes(&self) -> SeaOrmOutcomes {
        SeaOrmOutcomes::new(Arc::clone(&self.inner))
    }

    /// Keeps the pictures of users in the same database.
    pub fn pictures(&self) -> SeaOrmPictures {
        SeaOrmPictures::new(Arc::clone(&self.inner))
    }

    /// Makes what is missing of the tables. Several nodes may do so at once: one does it, the others wait.
    pub async fn migrate_up(&self) -> Result<(), PortError> {
        migration::up(self.inner.db()).await.map_err(failed)
    }

    /// Undoes the last `steps` migrations, or what a run left that was stopped. Deletes what the tables hold; fails
    /// where there is nothing to undo.
    pub async fn migrate_down(&self, steps: u32) -> Result<(), PortError> {
        migration::down(self.inner.db(), steps).await.map_err(failed)
    }

    /// Every migration by name, oldest first, and whether it has been made and all of its tables are there. Changes
    /// nothing.
    pub async fn migration_status(&self) -> Result<Vec<(String, bool)>, PortError> {
        migration::status(self.inner.db()).await.map_err(failed)
    }

    /// The foreign keys of the app, as `table.name`, that lead to a table of the store other than the users. They can
    /// keep rows there that must be able to end: a session that a table of the app refers to, say. Changes nothing.
    pub async fn foreign_keys_that_keep_rows(&self) -> Result<Vec<String>, PortError> {
        let keys = migration::foreign_keys(self.inner.db()).await.map_err(failed)?;
        Ok(keys.iter().filter(|key| key.to != USERS).map(ToString::to_string).collect())
    }

    /// Makes all of `changes` and then what `write` does, in one transaction: whole, or not at all.
    ///
    /// `write` may run more than once, after a deadlock, and must do nothing that a rollback does not undo. An error of
    /// its undoes the changes too and comes back as the source of [`CommitError::Failed`]. It must not call the store,
    /// which would wait for the transaction that it is part of.
    ///
    /// No observer is told of the events among `changes`, and no courier is woken: that is the manager's part.
    pub async fn commit_with<T, Write>(&self, changes: Changes, write: Write) -> Result<T, CommitError>
    where
        T: Send + 'static,
        Write: for<'tx> Fn(&'tx DatabaseTransaction) -> AppRows<'tx, T> + Send + Sync + 'static,
    {
        let inner = Arc::clone(&self.inner);
        let work = async move { commit::commit_with(&inner, &changes, write).await };
        to_its_end(work).await.map_err(Trouble::into_commit_error)
    }

    /// Whether a pooler before PostgreSQL lends a server for one transaction only, so that
    /// [`Pooling::Transaction`] is needed. Needs two connections.
    pub async fn is_lent_by_transaction(&self) -> Result<bool, PortError> {
        lends_by_transaction(self.connection()).await.map_err(failed)
    }

    /// Closes every connection; after that, every call fails.
    pub async fn close(&self) -> Result<(), PortError> {
        self.connection().close_by_ref().await.map_err(failed)
    }
}

#[async_trait]
impl Store for SeaOrmStore {
    async fn user(&self, key: UserKey<'_>) -> Result<Option<User>, PortError> {
        let selects = self.inner.selects();
        let statement = match key {
            UserKey::Id(id) => selects.by_id(id.as_bytes()),
            UserKey::Username(name) => selects.by_username(name.key()),
            UserKey::Email(address) => selects.by_email(address.key()),
        };
        users::user(&self.rows(statement).await?).map_err(failed)
    }

    async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError> {
        let statement = self.inner.selects().page(after.as_ref().map(UserId::as_bytes), limit);
        Ok(users::users(&self.rows(statement).await?))
    }

    async fn username_is_kept(&self, username: &Username, at: DateTime<Utc>) -> Result<bool, PortError> {
        let keeps = find::keeping(username, at);
        let found = on_live_connection(|| keeps.clone().into_tuple::<Uuid>().one(self.inner.db())).await;
        Ok(found.map_err(failed)?.is_some())
    }

    async fn registrants(&self, email: &EmailAddress, limit: u32) -> Result<Vec<User>, PortError> {
        let found = find::registrants(email, limit);
        let ids = on_live_connection(|| found.clone().into_tuple::<Uuid>().all(self.inner.db())).await;
        let mut ids: Vec<UserId> =
            ids.map_err(failed)?.into_iter().map(|id| UserId::from_bytes(id.into_bytes())).collect();
        ids.dedup();
        self.each(&ids).await
    }

    async fn users_like(
        &self,
        text: &str,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        self.page(after, |after| find::ids_like(self.inner.db(), text, after, limit)).await
    }

    async fn users_to_delete(
        &self,
        now: DateTime<Utc>,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        self.page(after, |after| find::ids_to_delete(self.inner.db(), now, after, limit)).await
    }

    async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError> {
        let statement = self.inner.selects().session(id.as_bytes());
        users::session_with_user(id, &self.rows(statement).await?).map_err(failed)
    }

    async fn sessions_of(&self, user: &UserId, limit: u32) -> Result<Vec<Session>, PortError> {
        let found = session::Entity::find()
            .filter(session::Column::UserId.eq(uuid(user.as_bytes())))
            .order_by_desc(session::Column::LastSeenAt)
            .order_by_asc(session::Column::Id)
            .limit(u64::from(limit));
        read(on_live_connection(|| found.clone().all(self.inner.db())).await, |row| {
            legible("session", row.id, rows::session(row))
        })
    }

    async fn token(&self, id: &TokenId) -> Result<Option<Token>, PortError> {
        let found = token::Entity::find_by_id(uuid(id.as_bytes()));
        let row = on_live_connection(|| found.clone().one(self.inner.db())).await;
        Ok(row.map_err(failed)?.and_then(|row| legible("token", row.id, rows::token(&row))))
    }

    async fn tokens(&self, user: &UserId, purpose: Purpose) -> Result<Vec<Token>, PortError> {
        let found = token::Entity::find()
            .filter(token::Column::UserId.eq(uuid(user.as_bytes())))
            .filter(token::Column::Purpose.eq(purpose.as_str()))
            .order_by_desc(token::Column::CreatedAt)
            .order_by_asc(token::Column::Id);
        read(on_live_connection(|| found.clone().all(self.inner.db())).await, |row| {
            legible("token", row.id, rows::token(&row))
        })
    }

    async fn credentials_of(
        &self,
        user: &UserId,
        kind: Option<CredentialKind>,
    ) -> Result<Vec<Credential>, PortError> {
        let found = find::credentials_of(user, kind);
        read(on_live_connection(|| found.clone().all(self.inner.db())).await, |row| {
            legible("credential", row.id, rows::credential(row))
        })
    }

    async fn credential(
        &self,
        kind: CredentialKind,
        handle: &str,
    ) -> Result<Option<(Credential, User)>, PortError> {
        let statement = self.inner.selects().credential(kind.as_str(), handle);
        users::credential_with_user(kind, handle, &self.rows(statement).await?).map_err(failed)
    }

    async fn credentials(
        &self,
        mut after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>, PortError> {
        loop {
            let found = find::credentials_after(after, limit);
            let page = on_live_connection(|| found.clone().all(self.inner.db())).await.map_err(failed)?;
            let Some(last) = page.last() else { return Ok(Vec::new()) };
            after = Some(CredentialId::from_bytes(last.id.into_bytes()));
            let read = read(Ok(page), |row| legible("credential", row.id, rows::credential(row)))?;
            // A page of which nothing can be read is passed over: an empty one means that there are no more.
            if !read.is_empty() {
                return Ok(read);
            }
        }
    }

    async fn challenge(&self, id: &ChallengeId) -> Result<Option<Challenge>, PortError> {
        let found = challenge::Entity::find_by_id(uuid(id.as_bytes()));
        let row = on_live_connection(|| found.clone().one(self.inner.db())).await;
        Ok(row.map_err(failed)?.and_then(|row| legible("challenge", row.id, rows::challenge(row))))
    }

    async fn invitation(&self, id: &InvitationId) -> Result<Option<Invitation>, PortError> {
        let found = invitation::Entity::find_by_id(uuid(id.as_bytes()));
        let row = on_live_connection(|| found.clone().one(self.inner.db())).await;
        Ok(row.map_err(failed)?.and_then(|row| legible("invitation", row.id, rows::invitation(&row))))
    }

    async fn invitations(&self, inviter: Option<UserId>, limit: u32) -> Result<Vec<Invitation>, PortError> {
        let mut found = invitation::Entity::find()
            .order_by_desc(invitation::Column::CreatedAt)
            .order_by_asc(invitation::Column::Id)
            .limit(u64::from(limit));
        if let Some(inviter) = inviter {
            found = found.filter(invitation::Column::Inviter.eq(uuid(inviter.as_bytes())));
        }
        read(on_live_connection(|| found.clone().all(self.inner.db())).await, |row| {
            legible("invitation", row.id, rows::invitation(&row))
        })
    }

    async fn events_of(&self, user: &UserId, limit: u32) -> Result<Vec<Event>, PortError> {
        let found = event::Entity::find()
            .filter(event::Column::UserId.eq(uuid(user.as_bytes())))
            .order_by_desc(event::Column::At)
            .order_by_desc(event::Column::Id)
            .limit(u64::from(limit));
        read(on_live_connection(|| found.clone().all(self.inner.db())).await, |row| {
            legible("event", row.id, rows::event(&row))
        })
    }

    async fn events_after(
        &self,
        after: EventPosition,
        limit: u32,
    ) -> Result<Vec<PositionedEvent>, PortError> {
        let mut last = after;
        loop {
            let inner = Arc::clone(&self.inner);
            let work = async move { feed::events_after(&inner, last, limit).await };
            let rows = to_its_end(work).await.map_err(Trouble::into_port_error)?;
            let Some(row) = rows.last() else { return Ok(Vec::new()) };
            last = rows::position_of(row);
            let found = read(Ok(rows), |row| legible("event", row.id, rows::positioned(&row)))?;
            // A page of which nothing can be read is passed over: an empty one means that there are no more.
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }

    async fn cursor(&self, name: CursorName) -> Result<EventPosition, PortError> {
        let found = cursor::Entity::find_by_id(name.as_str());
        let row = on_live_connection(|| found.clone().one(self.inner.db())).await.map_err(failed)?;
        let number = row.and_then(|row| u64::try_from(row.position).ok());
        Ok(EventPosition::new(number.unwrap_or_default()))
    }

    async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError> {
        let in_state = match state {
            MailState::Waiting => mail::Column::DeadAt.is_null(),
            MailState::Dead => mail::Column::DeadAt.is_not_null(),
        };
        let found =
            mail::Entity::find().filter(in_state).order_by_asc(mail::Column::Id).limit(u64::from(limit));
        read(on_live_connection(|| found.clone().all(self.inner.db())).await, |row| {
            legible("mail", row.id, rows::mail(row))
        })
    }

    async fn pictures_in_use(&self, of: &[PictureId]) -> Result<Vec<PictureId>, PortError> {
        let ids = of.iter().map(|id| uuid(id.as_bytes()));
        let found = account::Entity::find()
            .select_only()
            .column(account::Column::Picture)
            .filter(account::Column::Picture.is_in(ids));
        let rows = on_live_connection(|| found.clone().into_tuple::<Uuid>().all(self.inner.db())).await;
        read(rows, |id| Some(PictureId::from_bytes(id.into_bytes())))
    }

    async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
        let inner = Arc::clone(&self.inner);
        let work = async move { commit::commit(&inner, &changes).await };
        to_its_end(work).await.map_err(Trouble::into_commit_error)
    }

    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError> {
        let inner = Arc::clone(&self.inner);
        let work = async move { lease_mail(&inner, Lease { now, until, limit }).await };
        to_its_end(work).await.map_err(Trouble::into_port_error)
    }

    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
        let inner = Arc::clone(&self.inner);
        let work = async move { purge::purge(&inner, before, limit).await };
        to_its_end(work).await.map_err(Trouble::into_port_error)
    }

    async fn ready(&self) -> Result<(), PortError> {
        on_live_connection(|| self.connection().ping()).await.map_err(failed)
    }
}
