//! Anti-forgery tokens, bound to the session, or before there is one, to the visitor cookie.
//!
//! A token is a seal over the binding and a random mask, so no two pages show the same bytes (which also takes the
//! edge off attacks on compression). It says to whom the form was shown, so that nothing is shown to another user who
//! signs in meanwhile. It holds a digest of the binding, never the cookie itself, and is good for as long as what it
//! is bound to: signing in or out ends it.

use sha2::{Digest, Sha256};
use user_core::domain::UserId;
use user_core::seal::{Label, Seals};

const MASK: usize = 16;
const BINDING: usize = 32;
const USER: usize = 16;
/// Stands where nobody was signed in, or it was not known who.
const NOBODY: [u8; USER] = [0; USER];

/// A token for this binding, in a form that is shown to `user`.
pub(crate) fn token(seals: &Seals, binding: &[u8], user: Option<UserId>, mask: [u8; MASK]) -> String {
    let user = user.map_or(NOBODY, |user| *user.as_bytes());
    seals.seal(Label::Csrf, &[mask.as_slice(), &Sha256::digest(binding), &user].concat())
}

/// Whether `token` was made for this binding.
pub(crate) fn is_good(seals: &Seals, binding: &[u8], token: &str) -> bool {
    let bound = bound(seals, token);
    bound.is_some_and(|bound| subtle::ConstantTimeEq::ct_eq(&*bound, &*Sha256::digest(binding)).into())
}

/// The digest of what `token` was made for; nothing where it is not ours.
pub(crate) fn bound(seals: &Seals, token: &str) -> Option<Vec<u8>> {
    seals.open(Label::Csrf, token)?.get(MASK..MASK + BINDING).map(<[u8]>::to_vec)
}

/// The user whom the form was shown to; nothing where that was nobody, or the token is not ours.
pub(crate) fn user(seals: &Seals, token: &str) -> Option<UserId> {
    let payload = seals.open(Label::Csrf, token)?;
    let user = payload.get(MASK + BINDING..)?.first_chunk::<USER>()?;
    (*user != NOBODY).then(|| UserId::from_bytes(*user))
}

#[cfg(test)]
mod tests {
    use user_core::seal::Secret;

    use super::*;

    #[test]
    fn a_token_is_good_for_its_binding_alone() {
        let seals = Seals::new(Secret::new([1; 32]).unwrap(), []);
        let other = Seals::new(Secret::new([2; 32]).unwrap(), []);
        let made = token(&seals, b"session one", None, [3; 16]);

        assert!(is_good(&seals, b"session one", &made));
        assert!(!is_good(&seals, b"session two", &made));
        assert!(!is_good(&seals, b"", &made));
        assert!(!is_good(&other, b"session one", &made));
        assert!(!is_good(&seals, b"session one", ""));
        assert!(!is_good(&seals, b"", &seals.seal(Label::Csrf, b"short")));
    }

    #[test]
    fn two_tokens_of_one_session_differ() {
        let seals = Seals::new(Secret::new([1; 32]).unwrap(), []);

        assert_ne!(token(&seals, b"s", None, [1; 16]), token(&seals, b"s", None, [2; 16]));
    }

    #[test]
    fn a_token_says_to_whom_its_form_was_shown() {
        let seals = Seals::new(Secret::new([1; 32]).unwrap(), []);
        let ada = UserId::from_bytes([7; 16]);

        assert_eq!(user(&seals, &token(&seals, b"s", Some(ada), [1; 16])), Some(ada));
        assert_eq!(user(&seals, &token(&seals, b"s", None, [1; 16])), None);
        assert_eq!(user(&seals, "not ours"), None);
    }
}
