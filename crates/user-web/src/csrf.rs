//! Anti-forgery tokens, bound to the session, or before there is one, to the visitor cookie.
//!
//! A token is a seal over the binding and a random mask, so no two pages show the same bytes (which also takes the
//! edge off attacks on compression). It holds a digest of the binding, never the cookie itself, and is good for as long
//! as what it is bound to: signing in or out ends it.

use sha2::{Digest, Sha256};
use user_core::seal::{Label, Seals};

const MASK: usize = 16;

/// A token for this binding.
pub(crate) fn token(seals: &Seals, binding: &[u8], mask: [u8; MASK]) -> String {
    seals.seal(Label::Csrf, &[mask.as_slice(), &Sha256::digest(binding)].concat())
}

/// Whether `token` was made for this binding.
pub(crate) fn is_good(seals: &Seals, binding: &[u8], token: &str) -> bool {
    let bound = bound(seals, token);
    bound.is_some_and(|bound| subtle::ConstantTimeEq::ct_eq(&*bound, &*Sha256::digest(binding)).into())
}

/// The digest of what `token` was made for; nothing where it is not ours.
pub(crate) fn bound(seals: &Seals, token: &str) -> Option<Vec<u8>> {
    let mut payload = seals.open(Label::Csrf, token)?;
    (payload.len() >= MASK).then(|| payload.split_off(MASK))
}

#[cfg(test)]
mod tests {
    use user_core::seal::Secret;

    use super::*;

    #[test]
    fn a_token_is_good_for_its_binding_alone() {
        let seals = Seals::new(Secret::new([1; 32]).unwrap(), []);
        let other = Seals::new(Secret::new([2; 32]).unwrap(), []);
        let made = token(&seals, b"session one", [3; 16]);

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

        assert_ne!(token(&seals, b"s", [1; 16]), token(&seals, b"s", [2; 16]));
    }
}
