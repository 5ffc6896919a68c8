//! What the tables look like.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use super::REMEMBERED_IN;
use super::schema::{
    Columns, Made, index, long_text, number, of_user, optional_long_text, optional_number, optional_text,
    text, unique, unique_within,
};
use crate::entity::{
    account, challenge, credential, cursor, email, event, invitation, mail, outcome, picture, role, session,
    throttle, token,
};

/// The longest open name: [`NAME_MAX`](user_core::domain::NAME_MAX), which is all ASCII.
const NAME: u32 = 48;
/// The longest list of proofs, which is all ASCII.
const PROOFS: u32 = 1_024;

/// The statements that make what is missing, in order. Each makes one table, or one index where an index is a statement
/// of its own.
pub(super) fn create(backend: DbBackend) -> Vec<String> {
    let mut statements = Vec::new();
    for Made { mut table, indexes } in tables(Columns(backend)) {
        table.if_not_exists();
        if backend == DbBackend::MySql {
            by_bytes(&mut table);
            // `CREATE INDEX IF NOT EXISTS` is MariaDB's alone, so the indexes come with the table.
            for mut index in indexes {
                table.index(&mut index);
            }
            statements.push(backend.build(&table).sql);
            continue;
        }
        statements.push(backend.build(&table).sql);
        statements.extend(indexes.into_iter().map(|mut index| backend.build(index.if_not_exists()).sql));
    }
    statements
}

/// The statements that remove what is there, in order.
pub(super) fn drop(backend: DbBackend) -> Vec<String> {
    let names = TABLES.iter().rev().filter(|name| **name != REMEMBERED_IN);
    names.map(|name| backend.build(Table::drop().table(*name).if_exists()).sql).collect()
}

/// The columns of each table.
pub(super) fn columns(backend: DbBackend) -> Vec<(&'static str, Vec<String>)> {
    let columns = |made: Made| made.table.get_columns().iter().map(ColumnDef::get_column_name).collect();
    TABLES.into_iter().zip(tables(Columns(backend)).map(columns)).collect()
}

/// The usual names of the tables, each after those that it refers to, in the order in which they are made. The last one
/// is made by the migrator.
pub(crate) const TABLES: [&str; 15] = [
    "user_account",
    "user_email",
    "user_role",
    "user_token",
    "user_credential",
    "user_challenge",
    "user_session",
    "user_mail",
    "user_event",
    "user_cursor",
    "user_throttle",
    "user_invitation",
    "user_picture",
    "user_outcome",
    REMEMBERED_IN,
];

fn tables(columns: Columns) -> [Made; 14] {
    [
        accounts(columns),
        emails(columns),
        roles(columns),
        tokens(columns),
        credentials(columns),
        challenges(columns),
        sessions(columns),
        mails(columns),
        events(columns),
        cursors(),
        throttles(),
        invitations(columns),
        pictures(columns),
        outcomes(),
    ]
}

/// Keys decide by bytes, whatever the server's default says about capitals and accents.
fn by_bytes(table: &mut TableCreateStatement) {
    table.engine("InnoDB").character_set("utf8mb4").collate("utf8mb4_bin");
}

fn accounts(columns: Columns) -> Made {
    use account::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(optional_text(C::Username, 64))
        .col(optional_text(C::UsernameKey, 64))
        .col(optional_long_text(C::PasswordHash))
        .col(text(C::Status, 16))
        .col(optional_text(C::Locale, 40))
        .col(optional_text(C::TimeZone, 64))
        .col(optional_long_text(C::Profile))
        .col(columns.optional_id(C::Picture))
        .col(number(C::DeviceEpoch))
        .col(number(C::CreatedAt))
        .col(optional_number(C::LastSignedInAt))
        .col(optional_number(C::DeletionAt))
        .col(number(C::Revision))
        .to_owned();
    let indexes = vec![
        unique(Entity, C::UsernameKey),
        index(Entity, "pending", &[C::Status, C::CreatedAt]),
        index(Entity, "picture", &[C::Picture]),
        index(Entity, "deletion", &[C::DeletionAt]),
    ];
    Made { table, indexes }
}

fn emails(columns: Columns) -> Made {
    use email::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(columns.id(C::UserId))
        .col(text(C::Address, 320))
        .col(optional_text(C::AddressKey, 320))
        .col(optional_text(C::ProposedKey, 320))
        .col(optional_number(C::ConfirmedAt))
        .col(columns.optional_id(C::PrimaryOf))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .to_owned();
    let indexes = vec![
        unique(Entity, C::AddressKey),
        unique(Entity, C::PrimaryOf),
        index(Entity, "proposed", &[C::ProposedKey]),
        index(Entity, "user", &[C::UserId]),
    ];
    Made { table, indexes }
}

fn roles(columns: Columns) -> Made {
    use role::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::UserId))
        .col(text(C::Role, 64))
        .primary_key(Index::create().col(C::UserId).col(C::Role))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .to_owned();
    Made { table, indexes: Vec::new() }
}

fn tokens(columns: Columns) -> Made {
    use token::{Column as C, Entity};
    let mut of_email = ForeignKey::create()
        .name("fk_user_token_email")
        .from(Entity, C::EmailId)
        .to(email::Entity, email::Column::Id)
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned();
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(text(C::Purpose, NAME))
        .col(columns.id(C::UserId))
        .col(columns.optional_id(C::EmailId))
        .col(optional_text(C::Told, 320))
        .col(optional_number(C::ToldConfirmedAt))
        .col(optional_text(C::Gained, 320))
        .col(optional_text(C::UserAgent, 255))
        .col(optional_text(C::Username, 64))
        .col(optional_text(C::UsernameKey, 64))
        .col(number(C::CreatedAt))
        .col(number(C::ExpiresAt))
        .col(optional_number(C::UsedAt))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .foreign_key(&mut of_email)
        .to_owned();
    let indexes = vec![
        index(Entity, "user", &[C::UserId, C::Purpose]),
        index(Entity, "email", &[C::EmailId]),
        index(Entity, "username", &[C::UsernameKey]),
        index(Entity, "expires", &[C::ExpiresAt]),
        index(Entity, "used", &[C::UsedAt]),
    ];
    Made { table, indexes }
}

fn credentials(columns: Columns) -> Made {
    use credential::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(columns.id(C::UserId))
        .col(text(C::Kind, NAME))
        .col(columns.short_bytes(C::Handle, 255))
        .col(columns.bytes(C::Secret))
        .col(optional_text(C::Label, 255))
        .col(optional_long_text(C::Data))
        .col(number(C::Count))
        .col(number(C::CreatedAt))
        .col(optional_number(C::LastUsedAt))
        .col(optional_number(C::ExpiresAt))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .to_owned();
    let indexes = vec![
        unique_within(Entity, &[C::Kind], C::Handle),
        index(Entity, "user", &[C::UserId, C::Kind]),
        index(Entity, "expires", &[C::ExpiresAt]),
    ];
    Made { table, indexes }
}

fn challenges(columns: Columns) -> Made {
    use challenge::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(text(C::Purpose, NAME))
        .col(columns.optional_id(C::UserId))
        .col(ColumnDef::new(C::Browser).binary_len(32).null())
        .col(columns.bytes(C::Data))
        .col(number(C::TriesLeft))
        .col(number(C::CreatedAt))
        .col(number(C::ExpiresAt))
        .col(optional_number(C::UsedAt))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .to_owned();
    let indexes =
        vec![index(Entity, "user", &[C::UserId, C::Purpose]), index(Entity, "expires", &[C::ExpiresAt])];
    Made { table, indexes }
}

fn sessions(columns: Columns) -> Made {
    use session::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(columns.id(C::UserId))
        .col(number(C::Generation))
        .col(optional_number(C::PresentedAt))
        .col(number(C::CreatedAt))
        .col(number(C::LastSeenAt))
        .col(number(C::ExpiresAt))
        .col(ColumnDef::new(C::Persistent).boolean().not_null())
        .col(text(C::Proofs, PROOFS))
        .col(optional_text(C::UserAgent, 255))
        .col(optional_text(C::Address, 64))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .to_owned();
    let indexes = vec![
        index(Entity, "user", &[C::UserId]),
        index(Entity, "expires", &[C::ExpiresAt]),
        index(Entity, "seen", &[C::Persistent, C::LastSeenAt]),
    ];
    Made { table, indexes }
}

fn mails(columns: Columns) -> Made {
    use mail::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(text(C::Kind, NAME))
        .col(columns.optional_id(C::UserId))
        .col(text(C::ToAddress, 320))
        .col(text(C::Locale, 40))
        .col(long_text(C::Details))
        .col(number(C::Urgency))
        .col(number(C::CreatedAt))
        .col(number(C::DueAt))
        .col(number(C::Attempts))
        .col(optional_number(C::LeasedUntil))
        .col(optional_number(C::DeadAt))
        .col(optional_long_text(C::LastError))
        .foreign_key(&mut of_user(Entity, C::UserId))
        .to_owned();
    let indexes =
        vec![index(Entity, "due", &[C::DeadAt, C::Urgency, C::DueAt]), index(Entity, "user", &[C::UserId])];
    Made { table, indexes }
}

fn events(columns: Columns) -> Made {
    use event::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(text(C::Kind, NAME))
        .col(number(C::At))
        .col(columns.optional_id(C::UserId))
        .col(optional_text(C::Address, 64))
        .col(text(C::ActorKind, NAME))
        .col(optional_text(C::Actor, 64))
        .col(columns.optional_id(C::Session))
        .col(optional_text(C::UserAgent, 255))
        .col(optional_text(C::Method, NAME))
        .col(optional_long_text(C::Details))
        .col(optional_number(C::Position))
        .to_owned();
    let indexes = vec![
        index(Entity, "user", &[C::UserId, C::At]),
        index(Entity, "at", &[C::At]),
        index(Entity, "position", &[C::Position, C::At, C::Id]),
    ];
    Made { table, indexes }
}

fn cursors() -> Made {
    use cursor::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(text(C::Name, NAME).primary_key())
        .col(number(C::Position))
        .to_owned();
    Made { table, indexes: Vec::new() }
}

fn throttles() -> Made {
    use throttle::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(ColumnDef::new(C::KeyHash).binary_len(32).not_null().primary_key())
        .col(number(C::FreeAt))
        .col(number(C::ForgottenAt))
        .to_owned();
    Made { table, indexes: vec![index(Entity, "forgotten", &[C::ForgottenAt])] }
}

fn invitations(columns: Columns) -> Made {
    use invitation::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(text(C::Address, 320))
        .col(text(C::AddressKey, 320))
        .col(long_text(C::Roles))
        .col(columns.optional_id(C::Inviter))
        .col(number(C::CreatedAt))
        .col(number(C::ExpiresAt))
        .col(optional_number(C::AcceptedAt))
        .col(columns.optional_id(C::AcceptedBy))
        .col(optional_number(C::RevokedAt))
        .to_owned();
    let indexes = vec![
        index(Entity, "address", &[C::AddressKey]),
        index(Entity, "inviter", &[C::Inviter, C::CreatedAt]),
        index(Entity, "created", &[C::CreatedAt]),
        index(Entity, "expires", &[C::ExpiresAt]),
        index(Entity, "accepted", &[C::AcceptedAt]),
        index(Entity, "revoked", &[C::RevokedAt]),
    ];
    Made { table, indexes }
}

fn pictures(columns: Columns) -> Made {
    use picture::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(columns.id(C::Id).primary_key())
        .col(text(C::SmallType, 32))
        .col(columns.bytes(C::Small))
        .col(text(C::LargeType, 32))
        .col(columns.bytes(C::Large))
        .col(number(C::KeptAt))
        .to_owned();
    Made { table, indexes: Vec::new() }
}

fn outcomes() -> Made {
    use outcome::{Column as C, Entity};
    let table = Table::create()
        .table(Entity)
        .col(ColumnDef::new(C::Slot).binary_len(32).not_null().primary_key())
        .col(ColumnDef::new(C::Work).binary_len(32).not_null())
        .col(ColumnDef::new(C::Outcome).blob().null())
        .col(number(C::GoodUntil))
        .to_owned();
    Made { table, indexes: vec![index(Entity, "over", &[C::GoodUntil])] }
}
