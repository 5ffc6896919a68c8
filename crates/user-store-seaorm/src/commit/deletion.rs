//! Deleting a user, and what there is about them in rows that belong to nobody or to others.

use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, NotSet, QueryFilter, QuerySelect,
};
use user_core::domain::{EmailAddress, KeptEvents, MailDetails, MailKind, MailLink, UserId};
use user_core::ports::CommitError;

use super::matched;
use crate::entity::{account, email, event, invitation, mail};
use crate::find::contains;
use crate::rows;
use crate::rows::uuid;
use crate::trouble::Trouble;

/// So many rows are named in one statement.
const AT_ONCE: usize = 500;

/// What is theirs goes along by constraint. Invitations, mails to an address and events refer to nobody by one.
pub(super) async fn delete<C: ConnectionTrait>(id: UserId, kept: KeptEvents, on: &C) -> Result<(), Trouble> {
    let addresses = confirmed(id, on).await?;
    let deleted =
        account::Entity::delete_many().filter(account::Column::Id.eq(uuid(id.as_bytes()))).exec(on).await?;
    matched(deleted.rows_affected, CommitError::Gone)?;
    delete_invitations(id, &addresses, on).await?;
    delete_mails(&addresses, on).await?;
    leave_of_theirs(id, kept, on).await?;
    leave_of_others(id, kept, &addresses, on).await
}

/// An address that the user only listed may be somebody else's: what is about it stays.
async fn confirmed<C: ConnectionTrait>(id: UserId, on: &C) -> Result<Vec<EmailAddress>, DbErr> {
    let rows = email::Entity::find()
        .filter(email::Column::UserId.eq(uuid(id.as_bytes())))
        .filter(email::Column::ConfirmedAt.is_not_null())
        .all(on)
        .await?;
    Ok(rows.iter().filter_map(|row| EmailAddress::parse(&row.address).ok()).collect())
}

/// Those that the user sent or accepted, and those to their addresses; with the mails that bring them.
async fn delete_invitations<C: ConnectionTrait>(
    id: UserId,
    addresses: &[EmailAddress],
    on: &C,
) -> Result<(), DbErr> {
    let id = uuid(id.as_bytes());
    let theirs = Condition::any()
        .add(invitation::Column::Inviter.eq(id))
        .add(invitation::Column::AcceptedBy.eq(id))
        .add(invitation::Column::AddressKey.is_in(addresses.iter().map(EmailAddress::key)));
    let gone = invitation::Entity::find().select_only().column(invitation::Column::Id).filter(theirs);
    let gone: Vec<Uuid> = gone.into_tuple().all(on).await?;
    if gone.is_empty() {
        return Ok(());
    }
    for some in gone.chunks(AT_ONCE) {
        let some = invitation::Column::Id.is_in(some.iter().copied());
        invitation::Entity::delete_many().filter(some).exec(on).await?;
    }
    let mails = mail::Entity::find()
        .select_only()
        .columns([mail::Column::Id, mail::Column::Details])
        .filter(mail::Column::Kind.eq(MailKind::INVITE.as_str()));
    let mails: Vec<(Uuid, String)> = mails.into_tuple().all(on).await?;
    let brings = |details: &str| match serde_json::from_str(details).map(|read: MailDetails| read.link) {
        Ok(Some(MailLink::Invitation { invitation, .. })) => gone.contains(&uuid(invitation.as_bytes())),
        _ => false,
    };
    let brought: Vec<Uuid> =
        mails.into_iter().filter(|(_, details)| brings(details)).map(|(id, _)| id).collect();
    for some in brought.chunks(AT_ONCE) {
        mail::Entity::delete_many().filter(mail::Column::Id.is_in(some.iter().copied())).exec(on).await?;
    }
    Ok(())
}

/// Mails that are about no account and go to one of these addresses: to whoever has it, when it was asked for.
async fn delete_mails<C: ConnectionTrait>(addresses: &[EmailAddress], on: &C) -> Result<(), DbErr> {
    let to = Expr::expr(Func::lower(Expr::col(mail::Column::ToAddress))).is_in(spelled(addresses));
    mail::Entity::delete_many().filter(to).exec(on).await.map(drop)
}

/// Of the events about the user.
async fn leave_of_theirs<C: ConnectionTrait>(id: UserId, kept: KeptEvents, on: &C) -> Result<(), DbErr> {
    let theirs = event::Column::UserId.eq(uuid(id.as_bytes()));
    if kept == KeptEvents::None {
        return event::Entity::delete_many().filter(theirs).exec(on).await.map(drop);
    }
    let mut update =
        event::Entity::update_many().col_expr(event::Column::Details, Expr::value(None::<String>));
    if kept == KeptEvents::WithoutAddress {
        update = update
            .col_expr(event::Column::Address, Expr::value(None::<String>))
            .col_expr(event::Column::UserAgent, Expr::value(None::<String>))
            .col_expr(event::Column::Session, Expr::value(None::<Uuid>));
    }
    update.filter(theirs).exec(on).await.map(drop)
}

/// Of events about others, which the user caused or which name an address of theirs. No index finds them: they are
/// looked for first, so that no row is held but those that change.
async fn leave_of_others<C: ConnectionTrait>(
    id: UserId,
    kept: KeptEvents,
    addresses: &[EmailAddress],
    on: &C,
) -> Result<(), Trouble> {
    let names = |spelled: &String| contains(event::Column::Details, spelled);
    let wanted = Condition::any().add(event::Column::Actor.eq(id.to_string()));
    let wanted = spelled(addresses).iter().map(names).fold(wanted, Condition::add);
    for row in event::Entity::find().filter(wanted).all(on).await? {
        // One that cannot be read is carried on as it is: it is of a newer program, and says of whom it is about in ways
        // that this one does not know.
        let Ok(before) = rows::event(&row) else { continue };
        let Some(left) = kept.left_of(before.clone(), id, addresses) else { continue };
        if left != before {
            let left = event::ActiveModel { id: NotSet, position: NotSet, ..rows::event_row(&left)? };
            event::Entity::update_many().set(left).filter(event::Column::Id.eq(row.id)).exec(on).await?;
        }
    }
    Ok(())
}

/// The addresses as they may stand in a text, in lower case: as their user wrote them, and as keys.
fn spelled(addresses: &[EmailAddress]) -> Vec<String> {
    let ways = |address: &EmailAddress| {
        let typed = address.as_str();
        [typed.to_ascii_lowercase(), typed.to_lowercase(), address.key().to_owned()]
    };
    addresses.iter().flat_map(ways).collect()
}
