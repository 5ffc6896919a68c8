//! The three ready password policies, and one of one's own that is built on one of them.
//!
//! `cargo run -p customised -- nist` (or `default`, `flask_user`) keeps a ready one; without a name, the house's own.

use anyhow::bail;
use user_core::UserManagerBuilder;
use user_core::domain::{Password, PasswordStrength, Violation};
use user_core::password_policies::HardToGuess;
use user_core::ports::{Judgement, PasswordContext, PasswordPolicy};
use user_core::settings::ReadyPasswordPolicy;

/// Which passwords are good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// One of the three that are ready. It needs no code: `passwords.policy` in a settings file says the same.
    Ready(ReadyPasswordPolicy),
    /// The house's own.
    House,
}

impl Rules {
    /// The rules of this name.
    pub(crate) fn named(name: Option<&str>) -> anyhow::Result<Self> {
        Ok(match name {
            None | Some("house") => Self::House,
            // At least 8 characters, not easily guessed, not made of who somebody is.
            Some("default") => Self::Ready(ReadyPasswordPolicy::Default),
            // The same with 15 characters, as NIST SP 800-63B-4 asks of a password that stands alone.
            Some("nist") => Self::Ready(ReadyPasswordPolicy::Nist),
            // At least 6 characters, an upper-case letter, a lower-case letter and a digit: for those who come from
            // there.
            Some("flask_user") => Self::Ready(ReadyPasswordPolicy::FlaskUser),
            Some(other) => bail!("no rules are called `{other}`: house, default, nist or flask_user"),
        })
    }

    /// Puts them in their place.
    pub(crate) fn keep(self, builder: UserManagerBuilder) -> UserManagerBuilder {
        match self {
            Self::Ready(ready) => builder.configure(|settings| settings.passwords.policy = ready),
            Self::House => builder.password_policy(NoHouseWords::new()),
        }
    }
}

/// What everybody who works with tea thinks of first.
const HOUSE_WORDS: [&str; 4] = ["teapot", "oolong", "kettle", "earl grey"];

/// At least ten characters that are hard to guess, and none of the words that hang on every wall here.
pub(crate) struct NoHouseWords {
    base: HardToGuess,
}

impl NoHouseWords {
    pub(crate) const fn new() -> Self {
        Self { base: HardToGuess::at_least(10) }
    }

    fn has_house_word(password: &Password) -> bool {
        let typed = password.reveal().to_lowercase();
        HOUSE_WORDS.iter().any(|word| typed.contains(word))
    }
}

impl PasswordPolicy for NoHouseWords {
    fn judge(&self, password: &Password, context: &PasswordContext<'_>) -> Judgement {
        // Everything that is wrong at once: nobody should have to send a form twice to learn of two faults.
        let mut judgement = self.base.judge(password, context);
        if Self::has_house_word(password) {
            judgement.violations.push(Violation::Custom("house_word"));
            // The meter must not praise what the form will refuse.
            judgement.strength = judgement.strength.min(Some(PasswordStrength::Weak));
        }
        judgement
    }

    fn min_length(&self) -> usize {
        self.base.min_length()
    }
}

#[cfg(test)]
mod tests {
    use user_core::domain::PasswordStrength;
    use user_core::flows::RegisterForm;

    use super::Rules;
    use crate::tests::{house, house_with, refusal, registration};

    fn with_password(password: &str) -> RegisterForm {
        let (password, retype_password) = (password.to_owned(), password.to_owned());
        RegisterForm { password, retype_password, ..registration("ada") }
    }

    #[test]
    fn rules_that_nobody_knows_are_refused_by_name() {
        let refused = Rules::named(Some("strict")).unwrap_err();

        assert!(refused.to_string().contains("`strict`"), "{refused}");
        assert_eq!(Rules::named(None).unwrap(), Rules::House);
    }

    #[tokio::test]
    async fn each_ready_policy_refuses_what_the_others_take() {
        let cases: [(&str, &str, &[&str]); 6] = [
            ("default", "Abc123", &["password.too_short", "password.too_common"]),
            ("default", "vT9#kq2!mZ", &[]),
            ("nist", "vT9#kq2!mZ", &["password.too_short"]),
            ("nist", "correct horse battery", &[]),
            ("flask_user", "correct horse battery", &["password.too_simple"]),
            ("flask_user", "Abc123", &[]),
        ];

        for (name, password, expected) in cases {
            let house = house_with(Rules::named(Some(name)).unwrap(), |builder| builder);
            assert_eq!(refusal(&house, &with_password(password)).await, expected, "{name}: {password}");
        }
    }

    #[tokio::test]
    async fn the_rule_of_the_house_adds_to_a_ready_one_and_the_meter_agrees() {
        let house = house();
        let short = with_password("Teapot");

        let refused = refusal(&house, &short).await;

        assert_eq!(refused, ["password.too_short", "password.too_common", "password.house_word"]);
        let long = "a Teapot for nine dull dragons";
        assert_eq!(refusal(&house, &with_password(long)).await, ["password.house_word"]);
        let ada = house.visitor();
        let strength = house.users.password_strength(long, ("ada", ""), ada.visitor()).await.unwrap();
        assert_eq!(strength, Some(PasswordStrength::Weak));
        assert_eq!(
            refusal(&house, &with_password("a basket for nine dull dragons")).await,
            Vec::<String>::new()
        );
    }
}
