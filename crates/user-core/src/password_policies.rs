//! The three ready password policies.

use zxcvbn::{Entropy, Score};

use crate::domain::{Password, PasswordStrength, Violation};
use crate::ports::{Judgement, PasswordContext, PasswordPolicy};
use crate::settings::ReadyPasswordPolicy;

/// Passwords that fewer guesses than this would find are "among the first ones guessed": an attacker who may try
/// online, throttled, gets that far (zxcvbn's score 2 begins here).
const GUESSES_MIN: u64 = 1_000_000;
/// So many characters are looked at to say how strong a password is: what comes after them can only make it stronger.
const JUDGED_MAX: usize = 48;
/// zxcvbn tries every way to read signs as the letters they look like, over every part of the text. So many readings,
/// times the square of the length, take it about two milliseconds; 100 signs of a hostile choice took seconds.
const READINGS_MAX: usize = 16_000;
/// The signs that zxcvbn reads as letters, a letter a line.
const LOOK_ALIKES: [&str; 12] = ["4@", "8", "({[<", "3", "69", "1!|", "17|", "0", "$5", "+7", "%", "2"];
/// Those that stand for two letters.
const AMBIGUOUS: &str = "17|";

/// At least so many characters, not easily guessed, and not made of the username, the address or the site's name
/// (NIST SP 800-63B §5.1.1.2, OWASP ASVS 2.1). No rules about kinds of characters: they make passwords worse.
#[derive(Clone, Copy, Debug)]
pub struct HardToGuess {
    min: usize,
}

impl HardToGuess {
    /// The default: at least 8 characters.
    pub const fn default_length() -> Self {
        Self { min: 8 }
    }

    /// NIST SP 800-63B-4 for passwords used alone: at least 15 characters.
    pub const fn nist() -> Self {
        Self { min: 15 }
    }

    /// At least `min` characters.
    pub const fn at_least(min: usize) -> Self {
        Self { min }
    }
}

impl PasswordPolicy for HardToGuess {
    fn judge(&self, password: &Password, context: &PasswordContext<'_>) -> Judgement {
        let mut violations = Vec::new();
        if password.length() < self.min {
            violations.push(Violation::TooShort { min: self.min });
        }
        let estimate = estimate(password, &identity(context));
        if estimate.guesses() < GUESSES_MIN {
            let is_common = self::estimate(password, &[]).guesses() < GUESSES_MIN;
            violations.push(if is_common { Violation::TooCommon } else { Violation::MadeOfIdentity });
        }
        let strength = Some(strength(&estimate, password.length() >= self.min));
        Judgement { violations, strength }
    }

    fn min_length(&self) -> usize {
        self.min
    }
}

/// As zxcvbn has it. What is too simple for the policy is weak at best, however many guesses it would take. What zxcvbn
/// calls fair or better takes more guesses than [`GUESSES_MIN`].
fn strength(estimate: &Entropy, accepted: bool) -> PasswordStrength {
    let strength = match estimate.score() {
        Score::One => PasswordStrength::Weak,
        Score::Two => PasswordStrength::Fair,
        Score::Three => PasswordStrength::Good,
        Score::Four => PasswordStrength::Strong,
        _ => PasswordStrength::VeryWeak,
    };
    if accepted { strength } else { strength.min(PasswordStrength::Weak) }
}

fn estimate(password: &Password, known: &[&str]) -> Entropy {
    zxcvbn::zxcvbn(beginning(password.reveal()), known)
}

/// As much of `typed` as is judged in bounded time. What has so many readings that it is cut short of [`JUDGED_MAX`]
/// mixes too many kinds of signs to be among the first guesses.
fn beginning(typed: &str) -> &str {
    let mut readings = [0_usize; LOOK_ALIKES.len()];
    let mut seen = Vec::new();
    for (length, (end, sign)) in typed.char_indices().enumerate() {
        if !seen.contains(&sign) {
            seen.push(sign);
            count_readings(&mut readings, sign);
        }
        let ways: usize = readings.iter().map(|ways| (*ways).max(1)).product();
        if length == JUDGED_MAX || ways * (length + 1).pow(2) > READINGS_MAX {
            return typed.get(..end).unwrap_or(typed);
        }
    }
    typed
}

fn count_readings(readings: &mut [usize; LOOK_ALIKES.len()], sign: char) {
    for (ways, signs) in readings.iter_mut().zip(LOOK_ALIKES) {
        if signs.contains(sign) {
            *ways += if AMBIGUOUS.contains(sign) { 2 } else { 1 };
        }
    }
}

fn identity<'a>(context: &PasswordContext<'a>) -> Vec<&'a str> {
    let mut known = vec![context.app_name];
    known.extend(context.app_name.split_whitespace());
    known.extend(context.username.map(crate::domain::Username::as_str));
    if let Some(email) = context.email {
        known.extend([email.key(), email.local_part(), email.domain()]);
        known.extend(email.local_part().split(['.', '+', '-', '_']));
    }
    known.retain(|word| word.len() >= 3);
    known
}

/// Flask-User's own: at least 6 characters with an upper-case letter, a lower-case letter and a digit.
#[derive(Clone, Copy, Debug, Default)]
pub struct FlaskUserPolicy;

impl PasswordPolicy for FlaskUserPolicy {
    fn judge(&self, password: &Password, context: &PasswordContext<'_>) -> Judgement {
        let text = password.reveal();
        let has = |kind: fn(char) -> bool| text.chars().any(kind);
        let mut violations = Vec::new();
        if password.length() < self.min_length() {
            violations.push(Violation::TooShort { min: self.min_length() });
        }
        if !(has(char::is_uppercase) && has(char::is_lowercase) && has(char::is_numeric)) {
            violations.push(Violation::TooSimple);
        }
        let strength = Some(strength(&estimate(password, &identity(context)), violations.is_empty()));
        Judgement { violations, strength }
    }

    fn min_length(&self) -> usize {
        6
    }
}

/// The policy of this name.
pub(crate) fn ready(policy: ReadyPasswordPolicy) -> Box<dyn PasswordPolicy> {
    match policy {
        ReadyPasswordPolicy::Default => Box::new(HardToGuess::default_length()),
        ReadyPasswordPolicy::Nist => Box::new(HardToGuess::nist()),
        ReadyPasswordPolicy::FlaskUser => Box::new(FlaskUserPolicy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EmailAddress, Username};

    fn check(policy: &dyn PasswordPolicy, raw: &str) -> Vec<&'static str> {
        let (username, email) =
            (Username::parse("lovelace").unwrap(), EmailAddress::parse("ada.byron@x.org").unwrap());
        let context =
            PasswordContext { username: Some(&username), email: Some(&email), app_name: "Teahouse" };
        policy
            .judge(&Password::parse(raw).unwrap(), &context)
            .violations
            .iter()
            .map(Violation::name)
            .collect()
    }

    #[test]
    fn the_default_policy_refuses_what_is_guessed_first() {
        let policy = HardToGuess::default_length();
        let cases: [(&str, &[&str]); 6] = [
            ("short", &["too_short", "too_common"]),
            ("password", &["too_common"]),
            ("Password1", &["too_common"]),
            ("qwertyuiop", &["too_common"]),
            ("Teahouse2026", &["made_of_identity"]),
            ("ada.byron@x.org", &["made_of_identity"]),
        ];

        for (raw, expected) in cases {
            assert_eq!(check(&policy, raw), expected, "{raw}");
        }
        assert_eq!(check(&policy, "correct horse battery"), Vec::<&str>::new());
    }

    #[test]
    fn nist_asks_for_fifteen_characters() {
        assert_eq!(check(&HardToGuess::nist(), "vT9#kq2!mZ"), ["too_short"]);
        assert_eq!(check(&HardToGuess::nist(), "correct horse battery"), Vec::<&str>::new());
    }

    #[test]
    fn flask_users_policy_asks_for_three_kinds_of_characters() {
        let cases: [(&str, &[&str]); 5] = [
            ("Abc12", &["too_short"]),
            ("Abcdef", &["too_simple"]),
            ("ABC123", &["too_simple"]),
            ("abc123", &["too_simple"]),
            ("Abc123", &[]),
        ];
        for (raw, expected) in cases {
            assert_eq!(check(&FlaskUserPolicy, raw), expected, "{raw}");
        }
    }

    fn strength(policy: &dyn PasswordPolicy, raw: &str) -> u8 {
        let username = Username::parse("lovelace").unwrap();
        let context = PasswordContext { username: Some(&username), email: None, app_name: "Teahouse" };
        policy.judge(&Password::parse(raw).unwrap(), &context).strength.unwrap().score()
    }

    #[test]
    fn strength_grows_with_the_guesses_it_takes() {
        let policy = HardToGuess::default_length();
        let cases = [
            ("password", 0),
            ("Teahouse2026", 1),
            ("lovelace99", 1),
            ("vT9#kq2!mZ", 3),
            ("correct horse battery", 4),
        ];

        for (raw, expected) in cases {
            assert_eq!(strength(&policy, raw), expected, "{raw}");
        }
    }

    #[test]
    fn what_a_policy_refuses_is_weak_at_best() {
        for (policy, raw) in [
            (&HardToGuess::nist() as &dyn PasswordPolicy, "vT9#kq2!mZ"),
            (&FlaskUserPolicy, "correct horse battery"),
        ] {
            assert!(!check(policy, raw).is_empty());
            assert_eq!(strength(policy, raw), 1, "{raw}");
        }
        assert_eq!(strength(&HardToGuess::nist(), "correct horse battery"), 4);
        assert_eq!(strength(&FlaskUserPolicy, "vT9#kq2!mZ"), 3);
    }

    /// The worst that 23 look-alikes allow, as often as they fit: in full it took zxcvbn seconds.
    #[test]
    fn of_signs_that_read_in_many_ways_a_few_are_judged_and_found_strong() {
        let hostile = "|{t%61<!49+78[@cf(0$5".repeat(5);
        let words = "correct h0rse b4ttery $taple, 9 of them in a long r0w";

        assert!((10..20).contains(&beginning(&hostile).chars().count()), "{}", beginning(&hostile));
        assert_eq!(check(&HardToGuess::default_length(), &hostile), Vec::<&str>::new());
        assert_eq!(strength(&HardToGuess::default_length(), &hostile), 4);
        assert_eq!(beginning(words).len(), JUDGED_MAX, "what people choose is read further");
    }

    #[test]
    fn whatever_is_typed_has_few_readings_where_it_is_judged() {
        let signs: Vec<char> = LOOK_ALIKES.concat().chars().chain('a'..='z').collect();
        let mut seed = 1_u64;
        for _ in 0..2_000 {
            let typed: String = (0..100)
                .map(|_| {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    signs[usize::try_from(seed >> 33).unwrap() % signs.len()]
                })
                .collect();
            let judged = beginning(&typed);
            let mut readings = [0; LOOK_ALIKES.len()];
            for sign in judged.chars().collect::<std::collections::BTreeSet<char>>() {
                count_readings(&mut readings, sign);
            }
            let ways: usize = readings.iter().map(|ways| (*ways).max(1)).product();
            assert!(ways * judged.len().pow(2) <= READINGS_MAX, "{judged}");
            assert!(judged.len() >= 8, "{judged}");
        }
    }

    #[test]
    fn of_a_long_password_the_beginning_is_judged_wherever_it_is_cut() {
        let policy = HardToGuess::default_length();

        assert_eq!(strength(&policy, &"a".repeat(1_024)), strength(&policy, &"a".repeat(JUDGED_MAX)));
        assert_eq!(strength(&policy, &"é€🦀".repeat(100)), strength(&policy, &"é€🦀".repeat(16)));
    }
}
