//! The nouns. Values are parsed once and then true: private fields, one constructor, no way around it.

mod challenge;
mod credential;
mod email_address;
mod event;
mod field;
mod ids;
mod imported_user;
mod invitation;
mod kept_events;
mod locale;
mod mail;
mod name;
mod notice;
mod password;
mod picture;
mod profile;
mod proof;
mod recovery_code;
mod requirement;
mod role;
#[cfg(feature = "rows")]
mod rows;
mod session;
mod time_zone;
mod token;
mod totp;
mod user;
mod username;
mod violation;

pub use challenge::{BrowserDigest, Challenge, ChallengeData, ChallengePurpose};
pub use credential::{Credential, CredentialKind, CredentialSecret, HANDLE_MAX, LABEL_MAX};
pub use email_address::{EMAIL_MAX, EmailAddress};
pub use event::{
    Actor, ActorKind, CursorName, Detail, Event, EventDetails, EventKind, EventPosition, Method,
    PositionedEvent,
};
pub use field::Field;
pub use ids::{
    ChallengeId, CredentialId, EmailId, EventId, InvitationId, MailId, PictureId, SessionId, TokenId, UserId,
};
pub use imported_user::{ImportRemark, ImportedEmail, ImportedUser};
pub use invitation::{Acceptance, Invitation, InvitationState};
pub use kept_events::KeptEvents;
pub use locale::Locale;
pub use mail::{ComposedMail, MailDetails, MailKind, MailLink, MailRequest, Mailbox, QueuedMail};
pub use name::NAME_MAX;
pub(crate) use name::Name;
pub use notice::{Notice, NoticeCode, NoticeKind};
pub use password::{PASSWORD_MAX_BYTES, Password, PasswordHash, PasswordStrength};
pub use picture::{Picture, PictureFile, PictureFormat, PictureSize};
pub use profile::{FieldValue, Profile};
pub use proof::{FACTORS_MAX, Factor, Proof, Proofs};
pub use recovery_code::{RECOVERY_CODE_CHARS, RECOVERY_CODES, RecoveryCode};
pub use requirement::{Requirement, Unmet};
pub use role::{ROLE_MAX, Role};
pub use session::{Session, USER_AGENT_MAX};
pub use time_zone::TimeZone;
pub use token::{Purpose, Token, TokenSubject};
pub use totp::{TOTP_DIGITS, TOTP_STEP, TotpCode, TotpSecret};
pub use user::{EMAILS_MAX, SignInBar, User, UserEmail, UserStatus};
pub(crate) use user::{FAMILY_NAMES, GIVEN_NAMES, WHOLE_NAMES};
pub use username::{USERNAME_MAX, USERNAME_MIN, Username};
pub use violation::{FieldViolation, Violation, Violations};
