//! What stands in an export: everything that the site keeps about a user, and no secret.

use std::io::{Cursor, Read, Write};

use serde_json::{Map, Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::domain::{Event, Invitation, PictureSize, Role, Session, TimeZone, User};
use crate::manager::UserManager;
use crate::ports::{Port, PortError};

/// The name of the JSON file in the archive of an export.
pub const EXPORT_JSON: &str = "data.json";

const SESSIONS_MAX: u32 = 100;
const INVITATIONS_MAX: u32 = 1_000;
const EVENTS_MAX: u32 = 2_000;
/// The most bytes of what one part of the app adds, as JSON.
const SOURCE_MAX: usize = 1_024 * 1_024;

impl UserManager {
    /// The archive: the JSON file, and the picture where there is one.
    pub(super) async fn collected_file(&self, user: &User) -> Result<Vec<u8>, PortError> {
        let data = self.collected(user).await?;
        let text =
            serde_json::to_vec_pretty(&data).map_err(|error| PortError::new(Port::ExportSource, error))?;
        let mut files = vec![(EXPORT_JSON.to_owned(), text)];
        if let (Some(parts), Some(picture)) = (&self.parts.pictures, user.picture) {
            let kept = parts.keeper.get(picture, PictureSize::Large).await?;
            files.extend(kept.map(|file| (format!("picture.{}", file.format.ending()), file.bytes)));
        }
        archive(files).map_err(|error| PortError::new(Port::ExportSource, error))
    }

    async fn collected(&self, user: &User) -> Result<Value, PortError> {
        let sessions = self.store().sessions_of(&user.id, SESSIONS_MAX).await?;
        let credentials = self.store().credentials_of(&user.id, None).await?;
        let invitations = self.store().invitations(Some(user.id), INVITATIONS_MAX).await?;
        let events = self.store().events_of(&user.id, EVENTS_MAX).await?;
        let (app, left_out) = self.collected_from_app(user).await?;
        let credential = |kept: &crate::domain::Credential| {
            json!({ "kind": kept.kind, "label": kept.label, "created_at": kept.created_at,
                    "last_used_at": kept.last_used_at, "expires_at": kept.expires_at })
        };
        Ok(json!({
            "site": self.settings().app_name,
            "made_at": self.now(),
            "account": account(user),
            "profile": user.profile,
            "sessions": sessions.iter().map(session).collect::<Vec<_>>(),
            "credentials": credentials.iter().map(credential).collect::<Vec<_>>(),
            "invitations": invitations.iter().map(invitation).collect::<Vec<_>>(),
            "events": events.iter().map(event).collect::<Vec<_>>(),
            "app": app,
            "left_out": left_out,
        }))
    }

    /// What the app adds, and the names of what was too large to be added.
    async fn collected_from_app(&self, user: &User) -> Result<(Map<String, Value>, Vec<String>), PortError> {
        let (mut app, mut left_out) = (Map::new(), Vec::new());
        for source in &self.parts.export_sources {
            let (name, added) = (source.name().to_owned(), source.export(user).await?);
            if added.to_string().len() > SOURCE_MAX {
                tracing::warn!(source = name, user = %user.id, "too large for an export: left out");
                left_out.push(name);
            } else {
                app.insert(name, added);
            }
        }
        Ok((app, left_out))
    }
}

fn account(user: &User) -> Value {
    let email = |email: &crate::domain::UserEmail| json!({ "address": email.address.as_str(), "confirmed_at": email.confirmed_at, "primary": email.primary });
    json!({
        "id": user.id.to_string(),
        "username": user.username.as_ref().map(ToString::to_string),
        "emails": user.emails.iter().map(email).collect::<Vec<_>>(),
        "has_password": user.password_hash.is_some(),
        "status": user.status.as_str(),
        "roles": user.roles.iter().map(Role::as_str).collect::<Vec<_>>(),
        "language": user.locale,
        "time_zone": user.time_zone.map(TimeZone::name),
        "created_at": user.created_at,
        "last_signed_in_at": user.last_signed_in_at,
        "deletion_at": user.deletion_at,
    })
}

/// Without its id: that is half of a cookie.
fn session(session: &Session) -> Value {
    json!({
        "signed_in_at": session.created_at,
        "last_seen_at": session.last_seen_at,
        "ends_at": session.expires_at,
        "remembered": session.persistent,
        "browser": session.user_agent,
        "address": session.address,
    })
}

fn invitation(invitation: &Invitation) -> Value {
    json!({
        "email": invitation.email.as_str(),
        "roles": invitation.roles.iter().map(Role::as_str).collect::<Vec<_>>(),
        "created_at": invitation.created_at,
        "expires_at": invitation.expires_at,
        "accepted_at": invitation.accepted.map(|accepted| accepted.at),
        "revoked_at": invitation.revoked_at,
    })
}

/// Without the session, as above, and without who an administrator is.
fn event(event: &Event) -> Value {
    json!({
        "kind": event.kind,
        "at": event.at,
        "by": event.actor.kind,
        "address": event.address,
        "browser": event.user_agent,
        "method": event.method,
        "details": event.details,
    })
}

fn archive(files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The JSON file of an archive.
pub(crate) fn json_of_export(file: &[u8]) -> Result<Vec<u8>, PortError> {
    let failed = |error| PortError::new(Port::ExportSource, error);
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(failed)?;
    let mut json = Vec::new();
    let mut entry = archive.by_name(EXPORT_JSON).map_err(failed)?;
    entry.read_to_end(&mut json).map_err(|error| PortError::new(Port::ExportSource, error))?;
    Ok(json)
}
