//! What was posted before the password had to be proven again: sealed, carried through the sign-in page, and found again
//! by the same user. Never repeated by itself: a button does that.

use std::time::Duration;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use user_core::domain::UserId;
use user_core::seal::{Label, SEALED_MAX};
use user_core::views::KeptField;

use super::Exchange;
use crate::pages::Page;

const LABEL: Label = Label::Custom("posted");
/// Long enough to find a password, too short to come back to.
const KEPT_FOR: Duration = Duration::from_mins(10);
/// What is posted under such a name is typed anew: it must not travel.
const SECRET: [&str; 5] = ["password", "passwd", "passphrase", "secret", "csrf_token"];

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
        if self.place().is_some_and(|place| place.page() == Some(Page::ChangePassword)) {
            // Of what is typed there, nothing may travel.
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
