//! A validator of one's own: usernames that pose as the house are refused.

use user_core::domain::{Username, Violation};
use user_core::ports::{NotReserved, UsernamePolicy};

/// Beginnings that visitors would take for a voice of the house.
const OURS: [&str; 3] = ["tea-", "house-", "staff"];

/// Nobody may look like the people who run the site.
///
/// It takes the place of the usual policy, so it asks that one first: the reserved names stay reserved.
pub(crate) struct NoImpostors;

impl UsernamePolicy for NoImpostors {
    fn check(&self, username: &Username) -> Option<Violation> {
        // The key, and not what was typed: `Staff-Ada` is no better than `staff-ada`.
        let poses = || OURS.iter().any(|ours| username.key().starts_with(ours));
        NotReserved.check(username).or_else(|| poses().then_some(Violation::Custom("looks_like_staff")))
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::{house, refusal, registration};
    use user_core::flows::RegisterForm;

    #[tokio::test]
    async fn a_name_that_poses_as_the_house_is_refused_in_any_case_and_others_are_not() {
        let house = house();
        let named = |name: &str| RegisterForm { username: name.to_owned(), ..registration("ada") };

        assert_eq!(refusal(&house, &named("Staff-Ada")).await, ["username.looks_like_staff"]);
        assert_eq!(refusal(&house, &named("admin")).await, ["username.reserved"]);
        assert_eq!(refusal(&house, &named("afternoon-tea-ada")).await, Vec::<String>::new());
    }
}
