//! Profiles, time zones and pictures; tokens that act on no address; invitations.

use sea_orm::EntityName;
use sea_orm_migration::prelude::*;

use super::schema::{
    by_bytes, id, index, number, of_user, optional_id, optional_number, optional_text, text,
};
use crate::entity::{account, email, invitation, token};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261123_000002_profiles_and_invitations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in account_columns() {
            let add = Table::alter().table(account::Entity).add_column(column).take();
            manager.alter_table(add).await?;
        }
        rebuild_tokens(manager, Links::OfAddressesAndChanges).await?;
        let mut table = invitations();
        by_bytes(&mut table, manager.get_database_backend());
        manager.create_table(table).await?;
        for index in invitation_indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(invitation::Entity).to_owned()).await?;
        rebuild_tokens(manager, Links::OfAddresses).await?;
        for column in [account::Column::Picture, account::Column::Profile, account::Column::TimeZone] {
            let drop = Table::alter().table(account::Entity).drop_column(column).take();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}

fn account_columns() -> [ColumnDef; 3] {
    use account::Column as C;
    [
        optional_text(C::TimeZone, 64),
        ColumnDef::new(C::Profile).text().null().to_owned(),
        optional_id(C::Picture),
    ]
}

/// What the rows of `user_token` may act on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    OfAddresses,
    OfAddressesAndChanges,
}

/// The columns that both forms of the table have.
const SHARED: &str = "id, purpose, user_id, email_id, created_at, expires_at, used_at";

/// Whether a column may be null cannot be changed on SQLite, so everywhere a new table takes the place of the old one.
async fn rebuild_tokens(manager: &SchemaManager<'_>, links: Links) -> Result<(), DbErr> {
    let mut table = tokens(links);
    by_bytes(&mut table, manager.get_database_backend());
    manager.create_table(table).await?;
    let copy = format!(
        "INSERT INTO user_token_next ({SHARED}) SELECT {SHARED} FROM user_token WHERE email_id IS NOT NULL"
    );
    manager.get_connection().execute_unprepared(&copy).await?;
    manager.drop_table(Table::drop().table(token::Entity).to_owned()).await?;
    let next = Alias::new("user_token_next");
    manager.rename_table(Table::rename().table(next, token::Entity).to_owned()).await?;
    for index in token_indexes() {
        manager.create_index(index).await?;
    }
    Ok(())
}

fn tokens(links: Links) -> TableCreateStatement {
    use token::Column as C;
    let next = || Alias::new("user_token_next");
    let is_new = links == Links::OfAddressesAndChanges;
    // Names of keys are shared by a whole database on MySQL.
    let name = |new: &'static str, old: &'static str| if is_new { new } else { old };
    let mut table = Table::create();
    table
        .table(next())
        .col(id(C::Id).primary_key())
        .col(text(C::Purpose, 32))
        .col(id(C::UserId))
        .col(if is_new { optional_id(C::EmailId) } else { id(C::EmailId) });
    if is_new {
        table.col(optional_text(C::ChangedFrom, 320)).col(optional_text(C::ChangedTo, 320));
    }
    table
        .col(number(C::CreatedAt))
        .col(number(C::ExpiresAt))
        .col(optional_number(C::UsedAt))
        .foreign_key(&mut of_user(next(), C::UserId, name("fk_user_token_account", "fk_user_token_user")))
        .foreign_key(
            ForeignKey::create()
                .name(name("fk_user_token_address", "fk_user_token_email"))
                .from(next(), C::EmailId)
                .to(email::Entity, email::Column::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn token_indexes() -> [IndexCreateStatement; 4] {
    use token::Column as C;
    let table = || token::Entity.table_ref();
    [
        index("ix_user_token_user", table(), vec![C::UserId.into_iden(), C::Purpose.into_iden()]),
        index("ix_user_token_email", table(), vec![C::EmailId.into_iden()]),
        index("ix_user_token_expires", table(), vec![C::ExpiresAt.into_iden()]),
        index("ix_user_token_used", table(), vec![C::UsedAt.into_iden()]),
    ]
}

fn invitations() -> TableCreateStatement {
    use invitation::{Column as C, Entity};
    Table::create()
        .table(Entity)
        .col(id(C::Id).primary_key())
        .col(text(C::Address, 320))
        .col(text(C::AddressKey, 320))
        .col(ColumnDef::new(C::Roles).text().not_null())
        .col(optional_id(C::Inviter))
        .col(number(C::CreatedAt))
        .col(number(C::ExpiresAt))
        .col(optional_number(C::AcceptedAt))
        .col(optional_id(C::AcceptedBy))
        .col(optional_number(C::RevokedAt))
        .to_owned()
}

fn invitation_indexes() -> [IndexCreateStatement; 6] {
    use invitation::{Column as C, Entity};
    let table = || Entity.table_ref();
    [
        index("ix_user_invitation_address", table(), vec![C::AddressKey.into_iden()]),
        index("ix_user_invitation_inviter", table(), vec![C::Inviter.into_iden(), C::CreatedAt.into_iden()]),
        index("ix_user_invitation_created", table(), vec![C::CreatedAt.into_iden()]),
        index("ix_user_invitation_expires", table(), vec![C::ExpiresAt.into_iden()]),
        index("ix_user_invitation_accepted", table(), vec![C::AcceptedAt.into_iden()]),
        index("ix_user_invitation_revoked", table(), vec![C::RevokedAt.into_iden()]),
    ]
}
