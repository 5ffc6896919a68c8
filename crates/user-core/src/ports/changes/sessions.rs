//! Changes to sessions.

use chrono::{DateTime, Utc};

use crate::domain::{Proof, Session, SessionId, UserId};

/// A change to a session.
#[derive(Clone, Debug)]
pub enum SessionChange {
    /// Adds a session. No such user: `Gone`.
    Insert(Session),
    /// The user was seen. Moves `last_seen_at` forward, never back. Ended in the meantime: any, and it stays ended.
    Seen(SessionId, DateTime<Utc>),
    /// A browser presented the cookie of this generation. The first moment stays; at another generation, or ended: any.
    Presented {
        /// The session.
        id: SessionId,
        /// The generation that the cookie held.
        generation: u32,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Moves the session from `generation` to the next, which nobody has presented. Not at that generation, or ended:
    /// `Gone`.
    Rotate {
        /// The session.
        id: SessionId,
        /// The generation that the cookie held.
        generation: u32,
    },
    /// The user proved who they are once more. Moves the moment of that factor forward, never back. Ended: `Gone`.
    Prove {
        /// The session.
        id: SessionId,
        /// The proof.
        proof: Proof,
    },
    /// Ends this session. Already ended: `Gone`.
    End(SessionId),
    /// Ends this session of this user. Not theirs, or already ended: `Gone`.
    EndOwned(UserId, SessionId),
    /// Ends every session of the user but this one. Any.
    EndOthers(UserId, SessionId),
    /// Ends every session of the user. Any.
    EndAll(UserId),
    /// Ends the sessions of the user beyond the `most` that were seen latest; of those seen at one moment, those with
    /// the highest ids. Any.
    KeepLatest {
        /// The user.
        user: UserId,
        /// How many stay.
        most: u32,
    },
}
