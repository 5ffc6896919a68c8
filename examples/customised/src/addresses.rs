//! A validator of one's own: addresses that are made to be thrown away are refused.

use user_core::domain::{EmailAddress, Violation};
use user_core::ports::EmailPolicy;

/// A few of many; a real list is longer and kept in a file.
const THROWAWAY: [&str; 3] = ["mailinator.com", "guerrillamail.com", "10minutemail.com"];

/// Addresses at which nobody reads mail tomorrow. Asked at registering, adding, changing and inviting.
///
/// It sees the address and nothing else. A rule that knew who has an account would tell strangers.
pub(crate) struct NoThrowaways;

impl EmailPolicy for NoThrowaways {
    fn check(&self, email: &EmailAddress) -> Option<Violation> {
        // Such services give everybody a domain below theirs. A dot must stand before it: `notmailinator.com` is
        // another's.
        let is_below = |domain: &str| {
            email.domain().strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        THROWAWAY.into_iter().any(is_below).then_some(Violation::Custom("throwaway"))
    }
}

#[cfg(test)]
mod tests {
    use user_core::domain::EmailAddress;
    use user_core::flows::{ChangeEmailError, ChangeEmailForm};
    use user_core::ports::EmailPolicy;
    use user_testkit::story::PASSWORD;

    use super::NoThrowaways;
    use crate::tests::house;

    #[test]
    fn throwaway_domains_and_what_is_below_them_are_refused_and_look_alikes_are_not() {
        let refuses = |address: &str| NoThrowaways.check(&EmailAddress::parse(address).unwrap()).is_some();

        assert!(refuses("ada@MAILINATOR.com") && refuses("ada@x.mailinator.com"));
        assert!(!refuses("ada@notmailinator.com") && !refuses("ada@example.com"));
    }

    #[tokio::test]
    async fn nobody_changes_to_one_later() {
        let house = house();
        let ada = house.visitor().registers("ada").await.confirms_from_mail().await;
        let new_email = "ada@mailinator.com".to_owned();
        let form = ChangeEmailForm { new_email, old_password: PASSWORD.to_owned() };

        let refused = house.users.change_email(&ada.current().await.unwrap(), &form, ada.visitor()).await;

        let Err(ChangeEmailError::Invalid(violations)) = refused else { panic!("{refused:?}") };
        assert_eq!(violations.codes(), ["email.throwaway"]);
    }
}
