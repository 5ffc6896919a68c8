//! One-time messages: what a page tells a visitor after a redirect. Codes, never words.

use serde::{Deserialize, Serialize};

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

/// A one-time message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Notice {
    /// Registered: a mail with a link to confirm the address is on its way.
    RegisteredConfirm,
    /// Registered: sign in now.
    Registered,
    /// The address is confirmed.
    EmailConfirmed,
    /// If there is something to confirm, a mail is on its way. The same for everyone.
    ConfirmationSent,
    /// Signed in.
    SignedIn,
    /// Signed out.
    SignedOut,
    /// If the address has an account, a mail is on its way. The same for everyone.
    ResetSent,
    /// The password was reset.
    PasswordReset,
    /// The password was changed.
    PasswordChanged,
    /// A recovery code was used.
    RecoveryCodeUsed {
        /// How many are left.
        left: usize,
    },
    /// The username was changed.
    UsernameChanged {
        /// The new one.
        username: String,
    },
    /// A link is on its way to an address that is to be confirmed.
    EmailAdded {
        /// The address.
        address: String,
    },
    /// An address was removed.
    EmailRemoved {
        /// The address.
        address: String,
    },
    /// Another address is the primary one.
    PrimaryEmailChanged {
        /// The address.
        address: String,
    },
    /// A change of a way in was taken back.
    EmailChangeUndone,
    /// Addresses that were confirmed in the last days count as proposed again, after a new password.
    AddressesDoubtful,
    /// The profile was changed.
    ProfileSaved,
    /// The picture was changed.
    PictureSaved,
    /// The picture was removed.
    PictureRemoved,
    /// Sign in to see the page.
    SignInRequired,
    /// Prove the password once more to go on.
    SignInAgain,
    /// The page is not for this user.
    NotAllowed,
    /// Confirm an address to see the page.
    EmailNotConfirmed,
    /// A session was ended.
    SessionRevoked,
    /// All other sessions were ended.
    SessionsRevoked,
    /// The link is not one of ours, or was replaced by a newer one.
    LinkInvalid,
    /// The link is too old.
    LinkExpired,
    /// The link was used already.
    LinkUsed,
    /// The browser does not have the link any more that a page was for: it is to be opened again.
    LinkNotHere,
    /// An invitation is on its way.
    InvitationSent {
        /// To where.
        address: String,
    },
    /// An invitation was taken back.
    InvitationRevoked {
        /// Where it had gone to.
        address: String,
    },
    /// An invitation was accepted.
    InvitationAccepted,
    /// Nobody registers here without an invitation.
    InvitationRequired,
    /// The invitation is not one of ours, or was taken back or replaced.
    InvitationInvalid,
    /// The invitation is too old.
    InvitationExpired,
    /// The invitation was accepted already.
    InvitationUsed,
}

impl Notice {
    /// How it looks.
    pub const fn kind(&self) -> NoticeKind {
        match self {
            Self::RegisteredConfirm
            | Self::ConfirmationSent
            | Self::ResetSent
            | Self::EmailAdded { .. }
            | Self::AddressesDoubtful
            | Self::SignInRequired
            | Self::SignInAgain => NoticeKind::Info,
            Self::NotAllowed
            | Self::EmailNotConfirmed
            | Self::LinkInvalid
            | Self::LinkExpired
            | Self::LinkUsed
            | Self::LinkNotHere
            | Self::InvitationRequired
            | Self::InvitationInvalid
            | Self::InvitationExpired
            | Self::InvitationUsed => NoticeKind::Error,
            _ => NoticeKind::Success,
        }
    }

    /// The id of its message.
    pub const fn message_id(&self) -> &'static str {
        match self {
            Self::RegisteredConfirm => "notice-registered-confirm",
            Self::Registered => "notice-registered",
            Self::EmailConfirmed => "notice-email-confirmed",
            Self::ConfirmationSent => "notice-confirmation-sent",
            Self::SignedIn => "notice-signed-in",
            Self::SignedOut => "notice-signed-out",
            Self::ResetSent => "notice-reset-sent",
            Self::PasswordReset => "notice-password-reset",
            Self::PasswordChanged => "notice-password-changed",
            Self::RecoveryCodeUsed { .. } => "notice-recovery-code-used",
            Self::UsernameChanged { .. } => "notice-username-changed",
            Self::EmailAdded { .. } => "notice-email-added",
            Self::EmailRemoved { .. } => "notice-email-removed",
            Self::PrimaryEmailChanged { .. } => "notice-primary-email-changed",
            Self::EmailChangeUndone => "notice-email-change-undone",
            Self::AddressesDoubtful => "notice-addresses-doubtful",
            Self::ProfileSaved => "notice-profile-saved",
            Self::PictureSaved => "notice-picture-saved",
            Self::PictureRemoved => "notice-picture-removed",
            Self::SignInRequired => "notice-sign-in-required",
            Self::SignInAgain => "notice-sign-in-again",
            Self::NotAllowed => "notice-not-allowed",
            Self::EmailNotConfirmed => "notice-email-not-confirmed",
            Self::SessionRevoked => "notice-session-revoked",
            Self::SessionsRevoked => "notice-sessions-revoked",
            Self::LinkInvalid => "notice-link-invalid",
            Self::LinkExpired => "notice-link-expired",
            Self::LinkUsed => "notice-link-used",
            Self::LinkNotHere => "notice-link-not-here",
            Self::InvitationSent { .. } => "notice-invitation-sent",
            Self::InvitationRevoked { .. } => "notice-invitation-revoked",
            Self::InvitationAccepted => "notice-invitation-accepted",
            Self::InvitationRequired => "notice-invitation-required",
            Self::InvitationInvalid => "notice-invitation-invalid",
            Self::InvitationExpired => "notice-invitation-expired",
            Self::InvitationUsed => "notice-invitation-used",
        }
    }

    /// One of each, for those who must have words for all.
    pub fn all() -> Vec<Self> {
        vec![
            Self::RegisteredConfirm,
            Self::Registered,
            Self::EmailConfirmed,
            Self::ConfirmationSent,
            Self::SignedIn,
            Self::SignedOut,
            Self::ResetSent,
            Self::PasswordReset,
            Self::PasswordChanged,
            Self::RecoveryCodeUsed { left: 9 },
            Self::UsernameChanged { username: "Ada <b>".to_owned() },
            Self::EmailAdded { address: "ada@example.com".to_owned() },
            Self::EmailRemoved { address: "ada@example.com".to_owned() },
            Self::PrimaryEmailChanged { address: "ada@example.com".to_owned() },
            Self::EmailChangeUndone,
            Self::AddressesDoubtful,
            Self::ProfileSaved,
            Self::PictureSaved,
            Self::PictureRemoved,
            Self::SignInRequired,
            Self::SignInAgain,
            Self::NotAllowed,
            Self::EmailNotConfirmed,
            Self::SessionRevoked,
            Self::SessionsRevoked,
            Self::LinkInvalid,
            Self::LinkExpired,
            Self::LinkUsed,
            Self::LinkNotHere,
            Self::InvitationSent { address: "<grace>@example.com".to_owned() },
            Self::InvitationRevoked { address: "<grace>@example.com".to_owned() },
            Self::InvitationAccepted,
            Self::InvitationRequired,
            Self::InvitationInvalid,
            Self::InvitationExpired,
            Self::InvitationUsed,
        ]
    }
}
