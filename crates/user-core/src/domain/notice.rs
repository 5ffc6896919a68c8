//! One-time messages: what a page tells a visitor after a redirect. Codes, never words.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::name::open_name;

/// What kind of message it is: how it looks, and how urgently it is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Something worked.
    Success,
    /// Something to know.
    Info,
    /// Something did not work.
    Error,
}

/// A one-time message: its code, how it looks, and the arguments of its words.
///
/// Each notice of the product is a constant. A notice of an app's own needs a code, and words in the app's `locales/`:
/// the message of `shop_order_sent` is `notice-shop-order-sent`. A notice without words is not shown.
///
/// ```
/// use user_core::domain::{Notice, NoticeCode, NoticeKind};
///
/// const ORDER_SENT: Notice =
///     Notice::new(NoticeCode::parse("shop_order_sent").unwrap(), NoticeKind::Success);
///
/// let notice = ORDER_SENT.with("parcels", 2);
/// assert_eq!(notice.message_id(), "notice-shop-order-sent");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    code: NoticeCode,
    kind: NoticeKind,
    #[serde(default)]
    args: BTreeMap<Cow<'static, str>, Value>,
}

impl Notice {
    /// A notice without arguments.
    pub const fn new(code: NoticeCode, kind: NoticeKind) -> Self {
        Self { code, kind, args: BTreeMap::new() }
    }

    /// The same notice with one argument more for its words: text or a number.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// Which notice it is.
    pub const fn code(&self) -> NoticeCode {
        self.code
    }

    /// How it looks.
    pub const fn kind(&self) -> NoticeKind {
        self.kind
    }

    /// The arguments of its words, by name.
    pub const fn args(&self) -> &BTreeMap<Cow<'static, str>, Value> {
        &self.args
    }

    /// The id of its message: `notice-link-used` for the code `link_used`.
    pub fn message_id(&self) -> String {
        format!("notice-{}", self.code.as_str().replace('_', "-"))
    }
}

/// Declares the notices: for each a code, a constant, how it looks, and what its arguments may be in a sample.
macro_rules! notices {
    ($($(#[$doc:meta])* $name:ident = $kind:ident $text:literal $(with $arg:literal = $sample:literal)?,)*) => {
        open_name! {
            /// Which one-time message it is.
            pub struct NoticeCode {
                $($(#[$doc])* $name = $text,)*
            }
        }

        impl Notice {
            $($(#[$doc])* pub const $name: Self = Self::new(NoticeCode::$name, NoticeKind::$kind);)*

            /// One of each that this program knows, with sample arguments, for those who must have words for all.
            pub fn all() -> Vec<Self> {
                vec![$(Self::$name $(.with($arg, $sample))?),*]
            }
        }
    };
}

notices! {
    /// Registered: a mail with a link to confirm the address is on its way.
    REGISTERED_CONFIRM = Info "registered_confirm",
    /// Registered: sign in now.
    REGISTERED = Success "registered",
    /// The address is confirmed.
    EMAIL_CONFIRMED = Success "email_confirmed",
    /// If there is something to confirm, a mail is on its way. The same for everyone.
    CONFIRMATION_SENT = Info "confirmation_sent",
    /// Signed in.
    SIGNED_IN = Success "signed_in",
    /// Signed out.
    SIGNED_OUT = Success "signed_out",
    /// If the address has an account, a mail is on its way. The same for everyone.
    RESET_SENT = Info "reset_sent",
    /// The password was reset.
    PASSWORD_RESET = Success "password_reset",
    /// The password was changed.
    PASSWORD_CHANGED = Success "password_changed",
    /// An authenticator app was set up.
    TOTP_ADDED = Success "totp_added",
    /// An authenticator app got another label.
    TOTP_RENAMED = Success "totp_renamed",
    /// An authenticator app was removed.
    TOTP_REMOVED = Success "totp_removed",
    /// A device is trusted no longer.
    DEVICE_FORGOTTEN = Success "device_forgotten",
    /// A second factor is required here: set one up.
    SECOND_FACTOR_REQUIRED = Info "second_factor_required",
    /// The second step of signing in took too long, or was begun in another browser: sign in again.
    SECOND_STEP_GONE = Error "second_step_gone",
    /// A recovery code was used.
    RECOVERY_CODE_USED = Success "recovery_code_used" with "left" = 9,
    /// An export is being made, and a mail says when it is there.
    EXPORT_ASKED = Info "export_asked",
    /// The account is going to be deleted.
    DELETION_SCHEDULED = Info "deletion_scheduled" with "due" = "2026-12-06 13:00 UTC",
    /// The account is deleted.
    ACCOUNT_DELETED = Success "account_deleted",
    /// The account is not going to be deleted after all.
    ACCOUNT_KEPT = Success "account_kept",
    /// The username was changed.
    USERNAME_CHANGED = Success "username_changed" with "username" = "Ada <b>",
    /// A link is on its way to an address that is to be confirmed.
    EMAIL_ADDED = Info "email_added" with "address" = "ada@example.com",
    /// An address was removed.
    EMAIL_REMOVED = Success "email_removed" with "address" = "ada@example.com",
    /// Another address is the primary one.
    PRIMARY_EMAIL_CHANGED = Success "primary_email_changed" with "address" = "ada@example.com",
    /// A change of a way in was taken back.
    EMAIL_CHANGE_UNDONE = Success "email_change_undone",
    /// Addresses that were confirmed in the last days count as proposed again, after a new password.
    ADDRESSES_DOUBTFUL = Info "addresses_doubtful",
    /// The profile was changed.
    PROFILE_SAVED = Success "profile_saved",
    /// The picture was changed.
    PICTURE_SAVED = Success "picture_saved",
    /// The picture was removed.
    PICTURE_REMOVED = Success "picture_removed",
    /// Sign in to see the page.
    SIGN_IN_REQUIRED = Info "sign_in_required",
    /// Prove the password once more to go on.
    SIGN_IN_AGAIN = Info "sign_in_again",
    /// The page is not for this user.
    NOT_ALLOWED = Error "not_allowed",
    /// Confirm an address to see the page.
    EMAIL_NOT_CONFIRMED = Error "email_not_confirmed",
    /// A session was ended.
    SESSION_REVOKED = Success "session_revoked",
    /// All other sessions were ended.
    SESSIONS_REVOKED = Success "sessions_revoked",
    /// The link is not one of ours, or was replaced by a newer one.
    LINK_INVALID = Error "link_invalid",
    /// The link is too old.
    LINK_EXPIRED = Error "link_expired",
    /// The link was used already.
    LINK_USED = Error "link_used",
    /// The browser does not have the link any more that a page was for: it is to be opened again.
    LINK_NOT_HERE = Error "link_not_here",
    /// An invitation is on its way.
    INVITATION_SENT = Success "invitation_sent" with "address" = "<grace>@example.com",
    /// An invitation was taken back.
    INVITATION_REVOKED = Success "invitation_revoked" with "address" = "<grace>@example.com",
    /// An invitation was accepted.
    INVITATION_ACCEPTED = Success "invitation_accepted",
    /// Nobody registers here without an invitation.
    INVITATION_REQUIRED = Error "invitation_required",
    /// The invitation is not one of ours, or was taken back or replaced.
    INVITATION_INVALID = Error "invitation_invalid",
    /// The invitation is too old.
    INVITATION_EXPIRED = Error "invitation_expired",
    /// The invitation was accepted already.
    INVITATION_USED = Error "invitation_used",
}

#[cfg(test)]
mod tests {
    use serde_json::{from_value, json, to_value};

    use super::*;

    #[test]
    fn what_is_no_notice_is_refused() {
        for odd in [
            json!(null),
            json!("signed_in"),
            json!({}),
            json!({ "code": "two words", "kind": "info" }),
            json!({ "code": "signed_in" }),
            json!({ "code": "signed_in", "kind": "kind_of_2030" }),
            json!({ "code": "signed_in", "kind": "success", "args": ["ada"] }),
        ] {
            assert!(from_value::<Notice>(odd.clone()).is_err(), "{odd}");
        }
    }

    #[test]
    fn an_unknown_notice_is_carried_unchanged() {
        let written =
            json!({ "code": "notice_of_2030", "kind": "error", "args": { "left": 3, "name": "Ada" } });

        let notice: Notice = from_value(written.clone()).unwrap();

        assert!(!notice.code().is_known());
        assert_eq!((notice.kind(), notice.args()["left"].as_i64()), (NoticeKind::Error, Some(3)));
        assert_eq!(to_value(&notice).unwrap(), written);
    }

    #[test]
    fn a_notice_is_read_as_it_was_written() {
        for notice in Notice::all() {
            assert_eq!(from_value::<Notice>(to_value(&notice).unwrap()).unwrap(), notice);
            assert!(notice.code().is_known());
        }
        assert_eq!(Notice::all().len(), NoticeCode::ALL.len());
    }
}
