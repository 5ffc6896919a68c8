//! The three ready password policies.

use zxcvbn::Score;

use crate::domain::{Password, PasswordStrength, Violation};
use crate::ports::{PasswordContext, PasswordPolicy};
use crate::settings::ReadyPasswordPolicy;

/// Passwords that fewer guesses than this would find are "among the first ones guessed": an attacker who may try
/// online, throttled, gets that far (zxcvbn's score 2 begins here).
const GUESSES_MIN: u64 = 1_000_000;
/// So many characters are looked at to say how strong a password is: what comes after them can only make it stronger,
/// and the work grows with the square of their number.
const JUDGED_MAX: usize = 72;

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
    fn check(&self, password: &Password, context: &PasswordContext<'_>) -> Vec<Violation> {
        let mut violations = Vec::new();
        if password.length() < self.min {
            violations.push(Violation::TooShort { min: self.min });
        }
        if guesses(password, &[]) < GUESSES_MIN {
            violations.push(Violation::TooCommon);
        } else if guesses(password, &identity(context)) < GUESSES_MIN {
            violations.push(Violation::MadeOfIdentity);
        }
        violations
    }

    fn min_length(&self) -> usize {
        self.min
    }

    fn strength(&self, password: &Password, context: &PasswordContext<'_>) -> Option<PasswordStrength> {
        Some(judged(password, context, password.length() >= self.min))
    }
}

/// As zxcvbn has it. What is too simple for the policy is weak at best, however many guesses it would take. What zxcvbn
/// calls fair or better takes more guesses than [`GUESSES_MIN`].
fn judged(password: &Password, context: &PasswordContext<'_>, accepted: bool) -> PasswordStrength {
    let typed = password.reveal();
    let end = typed.char_indices().nth(JUDGED_MAX).map_or(typed.len(), |(end, _)| end);
    let judged = zxcvbn::zxcvbn(typed.get(..end).unwrap_or(typed), &identity(context));
    let strength = match judged.score() {
        Score::One => PasswordStrength::Weak,
        Score::Two => PasswordStrength::Fair,
        Score::Three => PasswordStrength::Good,
        Score::Four => PasswordStrength::Strong,
        _ => PasswordStrength::VeryWeak,
    };
    if accepted { strength } else { strength.min(PasswordStrength::Weak) }
}

fn guesses(password: &Password, known: &[&str]) -> u64 {
    zxcvbn::zxcvbn(password.reveal(), known).guesses()
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
    fn check(&self, password: &Password, _context: &PasswordContext<'_>) -> Vec<Violation> {
        let text = password.reveal();
        let has = |kind: fn(char) -> bool| text.chars().any(kind);
        let mut violations = Vec::new();
        if password.length() < self.min_length() {
            violations.push(Violation::TooShort { min: self.min_length() });
        }
        if !(has(char::is_uppercase) && has(char::is_lowercase) && has(char::is_numeric)) {
            violations.push(Violation::TooSimple);
        }
        violations
    }

    fn min_length(&self) -> usize {
        6
    }

    fn strength(&self, password: &Password, context: &PasswordContext<'_>) -> Option<PasswordStrength> {
        Some(judged(password, context, self.check(password, context).is_empty()))
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
        policy.check(&Password::parse(raw).unwrap(), &context).iter().map(Violation::name).collect()
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
        policy.strength(&Password::parse(raw).unwrap(), &context).unwrap().score()
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

    #[test]
    fn of_a_long_password_the_beginning_is_judged_wherever_it_is_cut() {
        let policy = HardToGuess::default_length();

        assert_eq!(strength(&policy, &"a".repeat(1_024)), strength(&policy, &"a".repeat(JUDGED_MAX)));
        assert_eq!(strength(&policy, &"é€🦀".repeat(100)), strength(&policy, &"é€🦀".repeat(24)));
    }
}
