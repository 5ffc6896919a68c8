//! Changes to credentials, and to the steps in which they are proven.

use chrono::{DateTime, Utc};

use crate::domain::{
    BrowserDigest, Challenge, ChallengeId, ChallengePurpose, Credential, CredentialId, CredentialKind,
    CredentialSecret, UserId,
};

/// A change to a credential. Every commit with one carries [`Revise`](super::UserChange::Revise) of its user, so that
/// no two of them decide on the same state: nobody loses the last way in by two deletions at once.
/// [`Rewrap`](Self::Rewrap) alone goes without.
#[derive(Clone, Debug)]
pub enum CredentialChange {
    /// Adds a credential. Another one of its kind has its handle: `Taken`; no such user: `Gone`.
    Insert(Box<Credential>),
    /// Uses the credential: its count moves from `from` to `to`, and it was last used at `at`. Not at `from`, expired
    /// at that moment, or not there: `Gone`. So no code is accepted twice.
    Use {
        /// The credential.
        id: CredentialId,
        /// The count that the flow decided on.
        from: i64,
        /// The count from now on.
        to: i64,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Gives a credential of this user another label, or none. Not theirs, or not there: `Gone`.
    Rename {
        /// The user.
        user: UserId,
        /// The credential.
        id: CredentialId,
        /// What the user calls it.
        label: Option<String>,
    },
    /// Deletes a credential of this user. Not theirs, or not there: `Gone`.
    Delete {
        /// The user.
        user: UserId,
        /// The credential.
        id: CredentialId,
    },
    /// Deletes every credential of this user and kind. Any.
    DeleteKind {
        /// The user.
        user: UserId,
        /// The kind.
        kind: CredentialKind,
    },
    /// Deletes every credential of this user that was made at `since` or later, but those of the kinds that are kept. Any.
    DeleteSince {
        /// The user.
        user: UserId,
        /// Those made from here on.
        since: DateTime<Utc>,
        /// The kinds that are left alone.
        kept: &'static [CredentialKind],
    },
    /// Replaces the secret, which is the same one encrypted anew. Another one by now, or not there: `Gone`.
    Rewrap {
        /// The credential.
        id: CredentialId,
        /// The secret as it was read.
        from: CredentialSecret,
        /// The secret from now on.
        to: CredentialSecret,
    },
}

/// A change to a challenge.
#[derive(Clone, Debug)]
pub enum ChallengeChange {
    /// Adds a challenge. It names a user who is not there: `Gone`.
    Insert(Box<Challenge>),
    /// Takes the challenge, once and for ever, if it [is open](Challenge::is_open_to) to this browser at this moment
    /// and has this purpose. Otherwise `Gone`.
    Claim {
        /// The challenge.
        id: ChallengeId,
        /// What it must be for.
        purpose: ChallengePurpose,
        /// The browser that answers it.
        browser: Option<BrowserDigest>,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Takes one try, on the same conditions. Otherwise `Gone`. Committed *before* anything is compared, so that
    /// guesses at one moment are no more than the challenge has tries for.
    Guess {
        /// The challenge.
        id: ChallengeId,
        /// What it must be for.
        purpose: ChallengePurpose,
        /// The browser that answers it.
        browser: Option<BrowserDigest>,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Makes every unused challenge of this user unusable: those of one purpose, or all. Any.
    VoidFor {
        /// The user.
        user: UserId,
        /// Which challenges; `None` for all.
        purpose: Option<ChallengePurpose>,
        /// The moment.
        at: DateTime<Utc>,
    },
}
