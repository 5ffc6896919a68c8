//! Accounts: users, addresses, roles, tokens, sessions, the outbox, events, throttles.

use sea_orm::EntityName;
use sea_orm_migration::prelude::*;

use super::schema::{
    by_bytes, id, index, number, of_user, optional_id, optional_number, optional_text, text, unique,
};
use crate::entity::{account, email, event, mail, role, session, throttle, token};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261122_000001_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [accounts(), emails(), roles(), tokens(), sessions(), mails(), events(), throttles()];
        for mut table in tables {
            by_bytes(&mut table, manager.get_database_backend());
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables: [TableRef; 8] = [
            throttle::Entity.table_ref(),
            event::Entity.table_ref(),
            mail::Entity.table_ref(),
            session::Entity.table_ref(),
            token::Entity.table_ref(),
            role::Entity.table_ref(),
            email::Entity.table_ref(),
            account::Entity.table_ref(),
        ];
        for table in tables {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn accounts() -> TableCreateStatement {
    use account::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(optional_text(C::Username, 64))
        .col(optional_text(C::UsernameKey, 64))
        .col(ColumnDef::new(C::PasswordHash).text().null())
        .col(text(C::Status, 16))
        .col(optional_text(C::Locale, 40))
        .col(number(C::CreatedAt))
        .col(number(C::Revision))
        .to_owned()
}

fn emails() -> TableCreateStatement {
    use email::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(id(C::UserId))
        .col(text(C::Address, 320))
        .col(text(C::AddressKey, 320))
        .col(optional_number(C::ConfirmedAt))
        .col(optional_id(C::PrimaryOf))
        .foreign_key(&mut of_user(Entity, C::UserId, "fk_user_email_user"))
        .to_owned()
}

fn roles() -> TableCreateStatement {
    use role::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::UserId))
        .col(text(C::Role, 64))
        .primary_key(Index::create().col(C::UserId).col(C::Role))
        .foreign_key(&mut of_user(Entity, C::UserId, "fk_user_role_user"))
        .to_owned()
}

fn tokens() -> TableCreateStatement {
    use token::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(text(C::Purpose, 32))
        .col(id(C::UserId))
        .col(id(C::EmailId))
        .col(number(C::CreatedAt))
        .col(number(C::ExpiresAt))
        .col(optional_number(C::UsedAt))
        .foreign_key(&mut of_user(Entity, C::UserId, "fk_user_token_user"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_user_token_email")
                .from(Entity, C::EmailId)
                .to(email::Entity, email::Column::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    use session::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(id(C::UserId))
        .col(number(C::Generation))
        .col(number(C::RotatedAt))
        .col(number(C::CreatedAt))
        .col(number(C::LastSeenAt))
        .col(number(C::ExpiresAt))
        .col(ColumnDef::new(C::Persistent).boolean().not_null())
        .col(number(C::AuthenticatedAt))
        .col(optional_text(C::UserAgent, 255))
        .col(optional_text(C::Address, 64))
        .foreign_key(&mut of_user(Entity, C::UserId, "fk_user_session_user"))
        .to_owned()
}

fn mails() -> TableCreateStatement {
    use mail::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(text(C::Kind, 32))
        .col(optional_id(C::UserId))
        .col(text(C::ToAddress, 320))
        .col(text(C::Locale, 40))
        .col(ColumnDef::new(C::Details).text().not_null())
        .col(number(C::CreatedAt))
        .col(number(C::DueAt))
        .col(number(C::Attempts))
        .col(optional_number(C::LeasedUntil))
        .col(optional_number(C::DeadAt))
        .col(ColumnDef::new(C::LastError).text().null())
        .foreign_key(&mut of_user(Entity, C::UserId, "fk_user_mail_user"))
        .to_owned()
}

fn events() -> TableCreateStatement {
    use event::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(text(C::Kind, 48))
        .col(number(C::At))
        .col(optional_id(C::UserId))
        .col(optional_text(C::Address, 64))
        .to_owned()
}

fn throttles() -> TableCreateStatement {
    use throttle::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(ColumnDef::new(C::KeyHash).binary_len(32).not_null().primary_key())
        .col(number(C::Attempts))
        .col(number(C::FreeAt))
        .col(number(C::ForgottenAt))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    let plain = |name: &str, table: TableRef, columns: Vec<DynIden>| index(name, table, columns);
    vec![
        unique("uq_user_account_username_key", account::Entity, account::Column::UsernameKey),
        unique("uq_user_email_address_key", email::Entity, email::Column::AddressKey),
        unique("uq_user_email_primary_of", email::Entity, email::Column::PrimaryOf),
        plain(
            "ix_user_account_pending",
            account::Entity.table_ref(),
            vec![account::Column::Status.into_iden(), account::Column::CreatedAt.into_iden()],
        ),
        plain("ix_user_email_user", email::Entity.table_ref(), vec![email::Column::UserId.into_iden()]),
        plain(
            "ix_user_token_user",
            token::Entity.table_ref(),
            vec![token::Column::UserId.into_iden(), token::Column::Purpose.into_iden()],
        ),
        plain("ix_user_token_email", token::Entity.table_ref(), vec![token::Column::EmailId.into_iden()]),
        plain("ix_user_token_expires", token::Entity.table_ref(), vec![token::Column::ExpiresAt.into_iden()]),
        plain("ix_user_token_used", token::Entity.table_ref(), vec![token::Column::UsedAt.into_iden()]),
        plain("ix_user_session_user", session::Entity.table_ref(), vec![session::Column::UserId.into_iden()]),
        plain(
            "ix_user_session_expires",
            session::Entity.table_ref(),
            vec![session::Column::ExpiresAt.into_iden()],
        ),
        plain(
            "ix_user_session_seen",
            session::Entity.table_ref(),
            vec![session::Column::Persistent.into_iden(), session::Column::LastSeenAt.into_iden()],
        ),
        plain(
            "ix_user_mail_due",
            mail::Entity.table_ref(),
            vec![mail::Column::DeadAt.into_iden(), mail::Column::DueAt.into_iden()],
        ),
        plain("ix_user_mail_user", mail::Entity.table_ref(), vec![mail::Column::UserId.into_iden()]),
        plain(
            "ix_user_event_user",
            event::Entity.table_ref(),
            vec![event::Column::UserId.into_iden(), event::Column::At.into_iden()],
        ),
        plain("ix_user_event_at", event::Entity.table_ref(), vec![event::Column::At.into_iden()]),
        plain(
            "ix_user_throttle_forgotten",
            throttle::Entity.table_ref(),
            vec![throttle::Column::ForgottenAt.into_iden()],
        ),
    ]
}
