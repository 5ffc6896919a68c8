//! Credentials.

use sea_orm::{DbErr, Set};
use user_core::domain::{Credential, CredentialId, CredentialKind, CredentialSecret, UserId};

use super::{corrupt, micros, moment, uuid};
use crate::entity::{StoredBytes, credential};

/// The credential of this row.
pub(crate) fn credential(row: credential::Model) -> Result<Credential, DbErr> {
    let id = CredentialId::from_bytes(row.id.into_bytes());
    let user = UserId::from_bytes(row.user_id.into_bytes());
    let kind = CredentialKind::parse(&row.kind).ok_or_else(|| corrupt("kind of credential"))?;
    let mut credential = Credential::new(id, user, kind, moment(row.created_at)?);
    credential.handle = String::from_utf8(row.handle).map_err(|_| corrupt("handle"))?;
    credential.secret = CredentialSecret::new(row.secret.0);
    credential.label = row.label;
    if let Some(json) = row.data {
        credential.data = serde_json::from_str(&json).map_err(|_| corrupt("data of a credential"))?;
    }
    credential.count = row.count;
    credential.last_used_at = row.last_used_at.map(moment).transpose()?;
    credential.expires_at = row.expires_at.map(moment).transpose()?;
    Ok(credential)
}

/// The row of a credential.
pub(crate) fn credential_row(credential: &Credential) -> Result<credential::ActiveModel, DbErr> {
    let data = (!credential.data.is_empty()).then(|| serde_json::to_string(&credential.data)).transpose();
    Ok(credential::ActiveModel {
        id: Set(uuid(credential.id.as_bytes())),
        user_id: Set(uuid(credential.user_id.as_bytes())),
        kind: Set(credential.kind.as_str().to_owned()),
        handle: Set(credential.handle.as_bytes().to_vec()),
        secret: Set(secret_bytes(&credential.secret)),
        label: Set(credential.label.clone()),
        data: Set(data.map_err(|error| DbErr::Json(error.to_string()))?),
        count: Set(credential.count),
        created_at: Set(micros(credential.created_at)),
        last_used_at: Set(credential.last_used_at.map(micros)),
        expires_at: Set(credential.expires_at.map(micros)),
    })
}

/// A secret as it is kept.
pub(crate) fn secret_bytes(secret: &CredentialSecret) -> StoredBytes {
    StoredBytes(secret.reveal().to_vec())
}
