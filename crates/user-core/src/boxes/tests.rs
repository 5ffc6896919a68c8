//! What opens, and what never does.

use proptest::prelude::*;

use super::*;
use crate::ports::SystemEntropy;

const LABEL: BoxLabel = BoxLabel::Credential(CredentialKind::RECOVERY_CODE);

fn secret(byte: u8) -> Secret {
    Secret::new([byte; 32]).unwrap()
}

fn boxes(current: u8, earlier: &[u8]) -> Boxes {
    Boxes::new(secret(current), earlier.iter().copied().map(secret), Arc::new(SystemEntropy))
}

fn place() -> BoxFor<'static> {
    BoxFor { table: "user_credential", row: [1; 16], user: Some(UserId::from_bytes([2; 16])) }
}

/// Always the same nonce.
struct NoEntropy;

impl Entropy for NoEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(9);
    }
}

#[test]
fn a_box_of_another_row_user_table_or_label_is_refused() {
    let ours = boxes(7, &[]);
    let closed = ours.close(LABEL, place(), b"a secret").unwrap();

    let other_user = Some(UserId::from_bytes([3; 16]));
    let elsewhere = [
        BoxFor { row: [2; 16], ..place() },
        BoxFor { user: other_user, ..place() },
        BoxFor { user: None, ..place() },
        BoxFor { table: "user_challenge", ..place() },
        BoxFor { table: "", ..place() },
    ];
    for place in elsewhere {
        assert_eq!(ours.open(LABEL, place, &closed), Err(BoxError::Foreign), "{place:?}");
    }
    let purpose = ChallengePurpose::parse("recovery_code").unwrap();
    let labels = [
        BoxLabel::Credential(CredentialKind::parse("totp").unwrap()),
        BoxLabel::Challenge(purpose),
        BoxLabel::Custom("recovery_code"),
        BoxLabel::Custom("credential\0recovery_code"),
    ];
    for label in labels {
        assert_eq!(ours.open(label, place(), &closed), Err(BoxError::Foreign), "{label:?}");
    }
    assert_eq!(ours.open(LABEL, place(), &closed).unwrap().as_slice(), b"a secret");
}

#[test]
fn no_user_is_not_the_user_of_zeros() {
    let (ours, nobody) = (boxes(7, &[]), BoxFor { user: None, ..place() });
    let zeros = BoxFor { user: Some(UserId::from_bytes([0; 16])), ..place() };

    let closed = ours.close(LABEL, nobody, b"x").unwrap();

    assert_eq!(ours.open(LABEL, zeros, &closed), Err(BoxError::Foreign));
}

#[test]
fn a_box_that_was_altered_anywhere_is_refused() {
    let ours = boxes(7, &[]);
    let closed = ours.close(LABEL, place(), b"a secret").unwrap();

    for at in 0..closed.len() {
        let mut altered = closed.clone();
        altered[at] ^= 1;
        let expected = match at {
            0 => BoxError::NotABox,
            1..=4 => BoxError::UnknownSecret,
            _ => BoxError::Foreign,
        };
        assert_eq!(ours.open(LABEL, place(), &altered), Err(expected), "byte {at}");
    }
    for length in 0..closed.len() {
        assert!(ours.open(LABEL, place(), &closed[..length]).is_err(), "{length} bytes");
    }
    let longer = [closed.as_slice(), b"\0"].concat();
    assert_eq!(ours.open(LABEL, place(), &longer), Err(BoxError::Foreign));
}

#[test]
fn a_box_of_another_secret_is_refused() {
    let closed = boxes(8, &[]).close(LABEL, place(), b"a secret").unwrap();

    assert_eq!(boxes(7, &[]).open(LABEL, place(), &closed), Err(BoxError::UnknownSecret));
    assert!(!boxes(7, &[]).is_current(&closed));
}

#[test]
fn an_earlier_secret_opens_and_the_current_one_closes() {
    let (old, ring) = (boxes(1, &[]), boxes(2, &[1, 3]));
    let before = old.close(LABEL, place(), b"a secret").unwrap();

    assert!(old.is_current(&before) && !ring.is_current(&before));
    let plain = ring.open(LABEL, place(), &before).unwrap();
    let after = ring.close(LABEL, place(), &plain).unwrap();

    assert!(ring.is_current(&after));
    assert_eq!(old.open(LABEL, place(), &after), Err(BoxError::UnknownSecret));
    assert_eq!(boxes(2, &[]).open(LABEL, place(), &after).unwrap().as_slice(), b"a secret");
}

#[test]
fn a_box_tells_nothing_but_how_long_its_content_is() {
    let (ours, plain) = (boxes(7, &[]), [5; 100]);
    let (one, other) =
        (ours.close(LABEL, place(), &plain).unwrap(), ours.close(LABEL, place(), &plain).unwrap());

    assert_eq!(one.len(), plain.len() + BOX_OVERHEAD);
    assert_ne!(one, other, "the nonce is random");
    assert!(one.windows(4).all(|four| four != [5; 4]));
}

#[test]
fn more_than_fits_is_refused_and_as_much_as_fits_is_not() {
    let ours = boxes(7, &[]);

    assert_eq!(ours.close(LABEL, place(), &vec![0; BOXED_MAX + 1]), Err(BoxError::TooLarge));
    let closed = ours.close(LABEL, place(), &vec![3; BOXED_MAX]).unwrap();
    assert_eq!(ours.open(LABEL, place(), &closed).unwrap().len(), BOXED_MAX);
    let longer = [closed.as_slice(), b"\0"].concat();
    assert_eq!(ours.open(LABEL, place(), &longer), Err(BoxError::NotABox));
}

/// What was written once must open for ever: this box was made by this version.
#[test]
fn the_format_stays_as_it_is() {
    let ours = Boxes::new(secret(7), [], Arc::new(NoEntropy));

    let closed = ours.close(LABEL, place(), b"a secret").unwrap();

    assert_eq!(data_encoding::HEXLOWER.encode(&closed), FIRST_BOX);
}

/// Made by an implementation of its own, from the RFCs.
const FIRST_BOX: &str = "0172213a28090909090909090909090909090909090909090909090909\
                         ec531a0a981042dd2673c2b9153a36df345fe734010f9597";

#[test]
fn boxes_cannot_be_printed() {
    assert_eq!(format!("{:?}", boxes(1, &[2])), "Boxes(2 secrets)");
}

#[test]
fn the_rows_of_credentials_and_challenges_are_told_apart() {
    use chrono::{DateTime, TimeDelta};

    let (made, user) = (DateTime::UNIX_EPOCH, UserId::from_bytes([2; 16]));
    let id = crate::domain::CredentialId::from_bytes([1; 16]);
    let code = Credential::new(id, user, CredentialKind::RECOVERY_CODE, made);
    let id = crate::domain::ChallengeId::from_bytes([1; 16]);
    let mut step = Challenge::new(id, ChallengePurpose::SIGN_IN, made, made + TimeDelta::hours(1));
    step.user_id = Some(user);

    assert_eq!(BoxFor::credential(&code), place());
    assert_eq!(BoxFor::challenge(&step), BoxFor { table: "user_challenge", ..place() });
}

proptest! {
    #[test]
    fn whatever_is_closed_opens_again(plain in proptest::collection::vec(any::<u8>(), 0..300)) {
        let ours = boxes(7, &[8]);
        let closed = ours.close(LABEL, place(), &plain).unwrap();
        let opened = ours.open(LABEL, place(), &closed).unwrap();
        prop_assert_eq!(opened.as_slice(), plain.as_slice());
        prop_assert!(ours.is_current(&closed));
    }

    #[test]
    fn opening_never_panics_and_opens_nothing_that_is_not_ours(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let ours = boxes(7, &[8]);
        prop_assert!(ours.open(LABEL, place(), &bytes).is_err());
        // Bytes behind a head of ours.
        let head = ours.close(LABEL, place(), b"").unwrap()[..HEAD_BYTES].to_vec();
        prop_assert!(ours.open(LABEL, place(), &[head, bytes].concat()).is_err());
    }
}
