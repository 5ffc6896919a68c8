//! What was posted before the password had to be proven again: sealed, carried through the sign-in page, put by for the
//! page after it, and found again by the same user. Never repeated by itself: a button does that.

use std::time::Duration;

use bytes::Bytes;
use chrono::DateTime;
use serde::{Deserialize, Serialize};
use user_core::domain::{SessionId, UserId};
use user_core::flows::SignedIn;
use user_core::ports::{Claim, PortError, PostedForm};
use user_core::seal::{Label, SEALED_MAX};
use user_core::views::KeptField;

use super::Exchange;
use crate::request::cookies::LinkKey;

const LABEL: Label = Label::Custom("posted");
/// Long enough to find a password, too short to come back to.
const KEPT_FOR: Duration = Duration::from_mins(10);
/// What is posted under such a name is typed anew: it must not travel.
const SECRET: [&str; 7] =
    ["password", "passwd", "passphrase", "secret", "recovery_code", "totp_code", "csrf_token"];

/// A posted form, whose it is, and until when.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    user: [u8; 16],
    until: i64,
    pub(crate) path: String,
    fields: Vec<(String, String)>,
}

impl Exchange {
    /// Takes a copy of a form that passed the anti-forgery check. One that would not fit is not kept.
    pub(crate) fn keep_posted(&self, bytes: &Bytes) {
        if bytes.len() <= SEALED_MAX {
            let _ = self.0.posted.set(bytes.clone());
        }
    }

    /// What was posted, for the user who posted it; `None` where there is nothing to keep, or too much.
    pub(crate) fn sealed_posted(&self) -> Option<String> {
        if self.place().is_some_and(|place| place.mount().is_secret) {
            return None;
        }
        let (bytes, current) = (self.0.posted.get()?, self.current_known()?);
        let fields = url::form_urlencoded::parse(bytes).into_owned().filter(|(name, _)| !is_secret(name));
        let kept = Kept {
            user: *current.user.id.as_bytes(),
            until: (self.users().now() + KEPT_FOR).timestamp(),
            path: self.next(self.path_and_query())?,
            fields: fields.collect(),
        };
        let sealed = self.users().seals().seal(LABEL, &serde_json::to_vec(&kept).ok()?);
        (sealed.len() <= SEALED_MAX).then_some(sealed)
    }

    /// What this user posted, unless that is too long ago.
    pub(crate) fn open_posted(&self, sealed: &str, user: UserId) -> Option<Kept> {
        let kept: Kept = serde_json::from_slice(&self.users().seals().open(LABEL, sealed)?).ok()?;
        let is_theirs = kept.user == *user.as_bytes();
        (is_theirs && self.users().now().timestamp() <= kept.until).then_some(kept)
    }

    /// Puts a form by for the session that has just begun, and gives the key that finds it there; `None` where this
    /// user posted no such form.
    pub(crate) async fn put_by(
        &self,
        sealed: &str,
        signed_in: &SignedIn,
    ) -> Result<Option<LinkKey>, PortError> {
        let Some(kept) = self.open_posted(sealed, signed_in.session.user_id) else { return Ok(None) };
        let Some(until) = DateTime::from_timestamp(kept.until, 0) else { return Ok(None) };
        let key = LinkKey::of(sealed);
        let (place, outcomes) = (self.place_of(signed_in.session.id, key), self.users().outcomes());
        if outcomes.claim(&place, self.users().now(), until).await? == Claim::First {
            outcomes.keep(&place, sealed.as_bytes().to_vec(), until).await?;
        }
        Ok(Some(key))
    }

    /// The form that was put by under this key for the session of this request.
    pub(crate) async fn find_put_by(&self, key: &str) -> Result<Option<Kept>, PortError> {
        let (Some(key), Some(current)) = (LinkKey::parse(key), self.current().await?) else {
            return Ok(None);
        };
        let place = self.place_of(current.session.id, key);
        let found = self.users().outcomes().find(&place, self.users().now()).await?;
        let sealed = found.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(sealed.and_then(|sealed| self.open_posted(&sealed, current.user.id)))
    }

    /// Where a form is put by: nobody finds it without the session.
    fn place_of(&self, session: SessionId, key: LinkKey) -> PostedForm {
        let whole = [session.as_bytes().as_slice(), key.to_string().as_bytes()].concat();
        let place = self.users().seals().digest(Label::Custom("put by"), &whole);
        PostedForm { slot: place, work: place }
    }
}

impl Kept {
    /// What was posted under `name`.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn into_fields(self) -> Vec<KeptField> {
        self.fields.into_iter().map(|(name, value)| KeptField { name, value }).collect()
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    name == "pin" || SECRET.iter().any(|word| name.contains(word))
}
