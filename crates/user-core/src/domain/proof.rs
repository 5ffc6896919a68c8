//! Proofs: how and when somebody was recognised in a session.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::name::open_name;

/// The most factors of which a session keeps a proof.
pub const FACTORS_MAX: usize = 8;

open_name! {
    /// By what somebody is recognised.
    pub struct Factor {
        /// The password.
        PASSWORD = "password",
        /// A link or code that was mailed to an address of theirs.
        EMAIL = "email",
        /// A code that they keep on paper.
        RECOVERY_CODE = "recovery_code",
        /// A device that was trusted after a second step on it.
        TRUSTED_DEVICE = "trusted_device",
        /// A time-based code of their authenticator app.
        TOTP = "totp",
        /// Having registered in that moment.
        REGISTRATION = "registration",
    }
}

/// That somebody was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// By what.
    pub by: Factor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The proofs given in a session: of each factor the latest, and of at most eight factors.
///
/// Serialised as an object of factors and microseconds since 1970, which is less than 1 KiB:
/// `{"password":1790000000123456}`. A factor that this program does not know is carried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs(BTreeMap<Factor, DateTime<Utc>>);

impl Proofs {
    /// No proof.
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// One proof.
    pub fn of(by: Factor, at: DateTime<Utc>) -> Self {
        Self::none().with(Proof { by, at })
    }

    /// The same with one proof more. An earlier one of its factor goes, and a later one stays; of more than eight
    /// factors the one that was proven longest ago goes.
    #[must_use]
    pub fn with(mut self, proof: Proof) -> Self {
        let at = self.0.entry(proof.by).or_insert(proof.at);
        *at = proof.at.max(*at);
        while self.0.len() > FACTORS_MAX {
            let oldest = self.0.iter().min_by_key(|(by, at)| (**at, **by)).map(|(by, _)| *by);
            oldest.and_then(|by| self.0.remove(&by));
        }
        self
    }

    /// When this factor was last proven.
    pub fn at(&self, by: Factor) -> Option<DateTime<Utc>> {
        self.0.get(&by).copied()
    }

    /// When any factor was last proven.
    pub fn latest(&self) -> Option<DateTime<Utc>> {
        self.0.values().max().copied()
    }

    /// Every proof, in order of the factor's name.
    pub fn iter(&self) -> impl Iterator<Item = Proof> {
        self.0.iter().map(|(by, at)| Proof { by: *by, at: *at })
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Proof> for Proofs {
    fn from_iter<I: IntoIterator<Item = Proof>>(proofs: I) -> Self {
        proofs.into_iter().fold(Self::none(), Self::with)
    }
}

impl Serialize for Proofs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(by, at)| (by, at.timestamp_micros())))
    }
}

impl<'de> Deserialize<'de> for Proofs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = BTreeMap::<Factor, i64>::deserialize(deserializer)?;
        let proof = |(by, micros)| {
            let at = DateTime::from_timestamp_micros(micros);
            at.map(|at| Proof { by, at }).ok_or_else(|| D::Error::custom("no moment"))
        };
        written.into_iter().map(proof).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NAME_MAX;

    fn at(micros: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(micros).unwrap()
    }

    fn factor(number: i64) -> Factor {
        Factor::parse(&format!("factor{number}")).unwrap()
    }

    #[test]
    fn the_latest_proof_of_each_factor_stays() {
        let password = |micros| Proof { by: Factor::PASSWORD, at: at(micros) };
        let proofs: Proofs = [password(5), password(7), password(6), Proof { by: Factor::EMAIL, at: at(3) }]
            .into_iter()
            .collect();

        assert_eq!((proofs.at(Factor::PASSWORD), proofs.at(Factor::EMAIL)), (Some(at(7)), Some(at(3))));
        assert_eq!((proofs.latest(), proofs.at(Factor::RECOVERY_CODE)), (Some(at(7)), None));
        assert_eq!(Proofs::none().latest(), None);
    }

    #[test]
    fn of_too_many_factors_the_one_proven_longest_ago_goes() {
        let newest_first =
            (0..).take(FACTORS_MAX + 2).map(|number| Proof { by: factor(number), at: at(-number) });

        let proofs: Proofs = newest_first.collect();

        assert_eq!(proofs.iter().count(), FACTORS_MAX);
        assert_eq!(proofs.at(factor(0)), Some(at(0)));
        assert_eq!((proofs.at(factor(8)), proofs.at(factor(9))), (None, None));
    }

    #[test]
    fn proofs_are_written_shortly_and_read_again() {
        let written =
            serde_json::to_string(&Proofs::of(Factor::PASSWORD, at(1_790_000_000_123_457))).unwrap();
        assert_eq!(written, r#"{"password":1790000000123457}"#);

        // The longest that there can be: signs that JSON writes as two.
        let long = |number: usize| Factor::parse(&format!("{number}{}", "\\".repeat(NAME_MAX - 1))).unwrap();
        let longest: Proofs = (0..FACTORS_MAX)
            .map(|number| Proof { by: long(number), at: at(-9_999_999_999_999_999) })
            .collect();
        let written = serde_json::to_string(&longest).unwrap();

        assert!(written.len() <= 1_024, "{}", written.len());
        assert_eq!(serde_json::from_str::<Proofs>(&written).unwrap(), longest);
    }

    #[test]
    fn what_is_not_written_here_is_refused() {
        for text in
            ["", "null", "[]", r#"{"a b":1}"#, r#"{"":1}"#, r#"{"a":"b"}"#, r#"{"a":9223372036854775807}"#]
        {
            assert!(serde_json::from_str::<Proofs>(text).is_err(), "{text}");
        }
    }
}
