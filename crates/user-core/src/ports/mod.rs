//! The doors: what the flows need from outside, as traits. Adapters implement them, `user-testkit` has a stand-in
//! for each.

mod changes;
mod clock;
mod departure;
mod entropy;
mod error;
mod export_source;
mod mailer;
mod observer;
mod outcomes;
mod password_hasher;
mod pictures;
mod policy;
mod renderer;
mod store;
mod throttle;
mod user_source;

pub use changes::{
    ChallengeChange, Change, Changes, CredentialChange, CursorChange, EmailChange, InvitationChange,
    MailChange, MailLease, RoleChange, SessionChange, TokenChange, UserChange,
};
pub use clock::{Clock, SystemClock};
pub use departure::Departure;
pub use entropy::{Entropy, SystemEntropy};
pub use error::{Cause, Port, PortError};
pub use export_source::ExportSource;
pub use mailer::{MailError, Mailer};
pub use observer::Observer;
pub use outcomes::{Claim, Outcomes, PostedForm};
pub use password_hasher::PasswordHasher;
pub use pictures::{PictureError, PictureMaker, Pictures};
pub use policy::{
    AnyEmail, AnyProfile, DomainsOnly, EmailPolicy, Everyone, InvitationPolicy, InvitationRight, Judgement,
    NotReserved, PasswordContext, PasswordPolicy, ProfilePolicy, RegistrationPolicy, RegistrationRequest,
    UsernamePolicy,
};
pub use renderer::{MailPart, Renderer, Template};
pub use store::{CommitError, MailState, Purge, Store, Unique, UserKey};
pub use throttle::{Count, Limit, Reservation, Throttle};
pub use user_source::UserSource;
