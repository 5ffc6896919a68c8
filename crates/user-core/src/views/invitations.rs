//! The pages about invitations: what each template is given.

use serde::Serialize;

use super::{FormView, Site};

/// Inviting people, and whom one has invited: `invite`.
#[derive(Clone, Debug, Serialize)]
pub struct InvitePage {
    /// What every page knows.
    pub site: Site,
    /// The form that invites.
    pub form: FormView,
    /// The roles that the inviter may give along, in order.
    pub grantable_roles: Vec<String>,
    /// The invitations sent, newest first.
    pub invitations: Vec<InvitationView>,
}

/// An invitation as shown to its sender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InvitationView {
    /// Who is invited.
    pub address: String,
    /// The roles it gives, in order.
    pub roles: Vec<String>,
    /// Where it stands: `open`, `accepted`, `expired` or `revoked`.
    pub state: &'static str,
    /// When it was sent, in RFC 3339, for `<time datetime>`.
    pub sent_at: String,
    /// When it was sent, to read: `2026-11-22 20:15 UTC`.
    pub sent: String,
    /// Until when it can be accepted, to read.
    pub expires: String,
    /// Where a form posts to that sends it again; `None` once it was accepted.
    pub resend: Option<String>,
    /// Where a form posts to that takes it back; `None` when it leads nowhere already.
    pub revoke: Option<String>,
}

/// What the link of an invitation leads to, where somebody has an account or is signed in: `accept-invitation`.
#[derive(Clone, Debug, Serialize)]
pub struct AcceptInvitationPage {
    /// What every page knows.
    pub site: Site,
    /// The button that accepts.
    pub form: FormView,
    /// The invitation.
    pub invitation: InvitedView,
}

/// An invitation as shown to the holder of its link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InvitedView {
    /// Who is invited.
    pub address: String,
    /// The name of the inviter; nothing when the site invites.
    pub inviter: Option<String>,
    /// Who looks: `invited`, when it is theirs to accept; `stranger`, when they are to sign in first; `other`, when
    /// they are signed in as somebody else.
    pub standing: &'static str,
    /// The sign-in page, from where the way leads back; only for a stranger.
    pub sign_in: Option<String>,
}
