//! Challenges.

use sea_orm::{DbErr, Set};
use user_core::domain::{BrowserDigest, Challenge, ChallengeData, ChallengeId, ChallengePurpose, UserId};

use super::{corrupt, micros, moment, uuid};
use crate::entity::{StoredBytes, challenge};

/// The challenge of this row.
pub(crate) fn challenge(row: challenge::Model) -> Result<Challenge, DbErr> {
    let id = ChallengeId::from_bytes(row.id.into_bytes());
    let purpose = ChallengePurpose::parse(&row.purpose).ok_or_else(|| corrupt("purpose of a challenge"))?;
    let mut challenge = Challenge::new(id, purpose, moment(row.created_at)?, moment(row.expires_at)?);
    challenge.user_id = row.user_id.map(|user| UserId::from_bytes(user.into_bytes()));
    challenge.browser = row.browser.map(browser).transpose()?;
    challenge.data = ChallengeData::new(row.data.0);
    challenge.tries_left = u16::try_from(row.tries_left).map_err(|_| corrupt("number of tries"))?;
    challenge.used_at = row.used_at.map(moment).transpose()?;
    Ok(challenge)
}

fn browser(bytes: Vec<u8>) -> Result<BrowserDigest, DbErr> {
    bytes.try_into().map(BrowserDigest::from_bytes).map_err(|_| corrupt("browser"))
}

/// The row of a challenge.
pub(crate) fn challenge_row(challenge: &Challenge) -> challenge::ActiveModel {
    challenge::ActiveModel {
        id: Set(uuid(challenge.id.as_bytes())),
        purpose: Set(challenge.purpose.as_str().to_owned()),
        user_id: Set(challenge.user_id.map(|user| uuid(user.as_bytes()))),
        browser: Set(challenge.browser.map(|browser| browser.as_bytes().to_vec())),
        data: Set(StoredBytes(challenge.data.reveal().to_vec())),
        tries_left: Set(i64::from(challenge.tries_left)),
        created_at: Set(micros(challenge.created_at)),
        expires_at: Set(micros(challenge.expires_at)),
        used_at: Set(challenge.used_at.map(micros)),
    }
}
