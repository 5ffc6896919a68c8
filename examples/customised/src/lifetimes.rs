//! How long links and sessions last, where the house wants it shorter.

use std::time::Duration;

use user_core::settings::Lifetimes;

/// Links in mails are keys: each is good for as long as people need to read their mail, and no longer. The same in a
/// settings file: `[lifetimes]`, `reset_password = "20m"`.
pub(crate) fn lifetimes() -> Lifetimes {
    let mut lifetimes = Lifetimes::default();
    lifetimes.confirm_email = Duration::from_hours(24);
    lifetimes.reset_password = Duration::from_mins(20);
    lifetimes.invitation = Duration::from_hours(3 * 24);
    // A shared machine behind the counter: who walks away is signed out soon.
    lifetimes.session_idle = Duration::from_mins(30);
    // And who sits down there in between cannot change the account.
    lifetimes.fresh = Duration::from_mins(15);
    lifetimes.step_up = Duration::from_mins(5);
    lifetimes
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use user_core::flows::{LinkRefusal, ResetPasswordError, ResetPasswordForm};

    use crate::tests::house;

    #[tokio::test]
    async fn a_link_to_reset_is_refused_after_twenty_minutes_and_good_before() {
        let house = house();
        let ada = house.visitor().registers("ada").await.confirms_from_mail().await.forgets_password().await;
        let link = ada.link_from_mail().await;
        let new = "a basket for nine dull dragons".to_owned();
        let form = ResetPasswordForm { new_password: new.clone(), retype_password: new };

        house.clock.advance(Duration::from_mins(20));
        let late = house.users.reset_password(&link, &form, ada.visitor()).await;

        assert!(matches!(late, Err(ResetPasswordError::Link(LinkRefusal::Expired))), "{late:?}");
        let ada = ada.forgets_password().await;
        let link = ada.link_from_mail().await;
        house.clock.advance(Duration::from_mins(19));
        assert!(house.users.reset_password(&link, &form, ada.visitor()).await.is_ok());
    }

    #[tokio::test]
    async fn whoever_walks_away_for_half_an_hour_is_signed_out() {
        let house = house();
        let ada = house.visitor().registers("ada").await.confirms_from_mail().await;

        house.clock.advance(Duration::from_mins(29));
        assert!(ada.is_signed_in().await);
        house.clock.advance(Duration::from_mins(31));
        assert!(!ada.is_signed_in().await);
    }
}
