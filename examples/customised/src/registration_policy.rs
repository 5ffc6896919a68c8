//! Who may register, by a rule of one's own: colleagues, and people who were invited.

use std::collections::BTreeSet;

use async_trait::async_trait;
use user_core::domain::{Field, Violation, Violations};
use user_core::ports::{PortError, RegistrationPolicy, RegistrationRequest};

/// Admits addresses of these domains, and everybody who comes with an invitation.
///
/// It is asked last, after every rule about the fields, and may take its time: a directory, a waiting list, a bill that
/// was paid. If that does not answer, say so with a `PortError`; nobody is let in by mistake, and the page is a 503.
pub(crate) struct ColleaguesAndGuests {
    domains: BTreeSet<String>,
}

impl ColleaguesAndGuests {
    /// The domains, in lower case, and as A-labels where they are not ASCII.
    pub(crate) fn of<'a>(domains: impl IntoIterator<Item = &'a str>) -> Self {
        Self { domains: domains.into_iter().map(str::to_owned).collect() }
    }
}

#[async_trait]
impl RegistrationPolicy for ColleaguesAndGuests {
    async fn admit(&self, request: &RegistrationRequest<'_>) -> Result<Violations, PortError> {
        // The domain as a whole: by its end `notexample.com` would be let in, by its beginning `example.com.evil.example`.
        let is_colleague = request.email.is_some_and(|email| self.domains.contains(email.domain()));
        if is_colleague || request.invitation.is_some() {
            return Ok(Violations::none());
        }
        Ok(Violations::one(Field::Email, Violation::Custom("not_a_colleague")))
    }
}

#[cfg(test)]
mod tests {
    use user_core::flows::{NewInvitation, RegisterForm};

    use crate::tests::{house, refusal, registration};

    const GUEST: &str = "guest@elsewhere.example";

    fn from(email: &str) -> RegisterForm {
        RegisterForm { email: email.to_owned(), ..registration("ada") }
    }

    #[tokio::test]
    async fn strangers_are_refused_however_like_a_colleague_their_domain_looks() {
        let house = house();

        for address in [GUEST, "ada@notexample.com", "ada@example.com.evil.example", "ada@sub.example.com"] {
            assert_eq!(refusal(&house, &from(address)).await, ["email.not_a_colleague"], "{address}");
        }
        assert_eq!(house.hasher.hashes(), 0, "whoever is refused costs no hash");
    }

    #[tokio::test]
    async fn colleagues_and_invited_guests_are_admitted() {
        let house = house();
        let invitation = NewInvitation { email: GUEST.to_owned(), ..NewInvitation::default() };
        house.users.invite_as_administrator(&invitation).await.unwrap();
        house.delivers_mail().await;
        let link = house.mail.latest_link_to(GUEST).unwrap();
        let invite_token = link.rsplit('/').next().unwrap().to_owned();

        assert_eq!(refusal(&house, &from("Ada@Example.COM")).await, Vec::<String>::new());
        let guest = RegisterForm { invite_token, username: "guest".to_owned(), ..from(GUEST) };
        assert_eq!(refusal(&house, &guest).await, Vec::<String>::new());
    }
}
