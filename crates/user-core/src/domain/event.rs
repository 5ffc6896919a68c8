//! What happened: recorded with the change itself, told to observers after it.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{EventId, UserId};

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Somebody registered.
    UserRegistered,
    /// A user of another program was taken over.
    UserImported,
    /// Somebody registered with an address that already has an account.
    RegistrationForExistingEmail,
    /// An address was confirmed.
    EmailConfirmed,
    /// Somebody signed in.
    UserSignedIn,
    /// An attempt to sign in failed. `user_id` tells for whom, when that is known.
    SignInFailed,
    /// Somebody who is signed in was asked for the password once more, and it was wrong.
    ProofRefused,
    /// A limit refused an attempt. `user_id` tells at whom, when that is known.
    AttemptThrottled,
    /// A request that could change something did not come from a form of this site.
    RequestForged,
    /// A user asked for a page that they may not see.
    AccessForbidden,
    /// A link was used that is none of ours, or no longer.
    LinkRefused,
    /// Somebody signed out.
    UserSignedOut,
    /// A link to reset a password was asked for. Without `user_id`: for an address nobody has.
    PasswordResetRequested,
    /// A password was reset by a mailed link.
    PasswordReset,
    /// A password was changed.
    PasswordChanged,
    /// A username was changed.
    UsernameChanged,
    /// An address was added, which counts once it is confirmed.
    EmailAdded,
    /// An address was removed.
    EmailRemoved,
    /// Another address became the primary one.
    PrimaryEmailChanged,
    /// A change of the primary address was taken back by a mailed link.
    EmailChangeUndone,
    /// A user's profile, language, time zone or picture was changed.
    ProfileChanged,
    /// A new link to confirm an address was asked for.
    ConfirmationRequested,
    /// A session was ended from another one, or by an administrator.
    SessionRevoked,
    /// A session cookie was used that had been replaced: a copy exists. The session was ended.
    SessionReused,
    /// A user was disabled.
    UserDisabled,
    /// A user was enabled.
    UserEnabled,
    /// A user was deleted.
    UserDeleted,
    /// The deletion of a user was scheduled.
    DeletionScheduled,
    /// A scheduled deletion was called off.
    DeletionCancelled,
    /// A role was granted.
    RoleGranted,
    /// A role was taken away.
    RoleRevoked,
    /// Somebody was invited. `user_id` tells by whom, unless code or an administrator did.
    UserInvited,
    /// An invitation was accepted.
    InvitationAccepted,
    /// An invitation was taken back. `user_id` tells by whom, as for `UserInvited`.
    InvitationRevoked,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 34] = [
        Self::UserRegistered,
        Self::UserImported,
        Self::RegistrationForExistingEmail,
        Self::EmailConfirmed,
        Self::UserSignedIn,
        Self::SignInFailed,
        Self::ProofRefused,
        Self::AttemptThrottled,
        Self::RequestForged,
        Self::AccessForbidden,
        Self::LinkRefused,
        Self::UserSignedOut,
        Self::PasswordResetRequested,
        Self::PasswordReset,
        Self::PasswordChanged,
        Self::UsernameChanged,
        Self::EmailAdded,
        Self::EmailRemoved,
        Self::PrimaryEmailChanged,
        Self::EmailChangeUndone,
        Self::ProfileChanged,
        Self::ConfirmationRequested,
        Self::SessionRevoked,
        Self::SessionReused,
        Self::UserDisabled,
        Self::UserEnabled,
        Self::UserDeleted,
        Self::DeletionScheduled,
        Self::DeletionCancelled,
        Self::RoleGranted,
        Self::RoleRevoked,
        Self::UserInvited,
        Self::InvitationAccepted,
        Self::InvitationRevoked,
    ];

    /// The stable name that stores keep.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UserRegistered => "user_registered",
            Self::UserImported => "user_imported",
            Self::RegistrationForExistingEmail => "registration_for_existing_email",
            Self::EmailConfirmed => "email_confirmed",
            Self::UserSignedIn => "user_signed_in",
            Self::SignInFailed => "sign_in_failed",
            Self::ProofRefused => "proof_refused",
            Self::AttemptThrottled => "attempt_throttled",
            Self::RequestForged => "request_forged",
            Self::AccessForbidden => "access_forbidden",
            Self::LinkRefused => "link_refused",
            Self::UserSignedOut => "user_signed_out",
            Self::PasswordResetRequested => "password_reset_requested",
            Self::PasswordReset => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::UsernameChanged => "username_changed",
            Self::EmailAdded => "email_added",
            Self::EmailRemoved => "email_removed",
            Self::PrimaryEmailChanged => "primary_email_changed",
            Self::EmailChangeUndone => "email_change_undone",
            Self::ProfileChanged => "profile_changed",
            Self::ConfirmationRequested => "confirmation_requested",
            Self::SessionRevoked => "session_revoked",
            Self::SessionReused => "session_reused",
            Self::UserDisabled => "user_disabled",
            Self::UserEnabled => "user_enabled",
            Self::UserDeleted => "user_deleted",
            Self::DeletionScheduled => "deletion_scheduled",
            Self::DeletionCancelled => "deletion_cancelled",
            Self::RoleGranted => "role_granted",
            Self::RoleRevoked => "role_revoked",
            Self::UserInvited => "user_invited",
            Self::InvitationAccepted => "invitation_accepted",
            Self::InvitationRevoked => "invitation_revoked",
        }
    }

    /// Reads the stable name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The row.
    pub id: EventId,
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub at: DateTime<Utc>,
    /// To whom, when that is known.
    pub user_id: Option<UserId>,
    /// From which network address, when a visitor caused it.
    pub address: Option<IpAddr>,
    /// Who did it, where that was an administrator or a program: what `UserManager::acting` was told.
    pub actor: Option<String>,
}
