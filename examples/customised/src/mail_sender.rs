//! Mail by other means: a mailer of one's own for a service that takes mails as JSON over HTTP.
//!
//! The service is a stand-in that prints. For a real one, implement [`Post`] with a client for HTTP: one `POST` with a
//! key and a time-out below `mails.lease`, and its status as the answer.

use std::io;

use async_trait::async_trait;
use serde_json::{Value, json};
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

/// Posts one body to the service.
#[async_trait]
pub(crate) trait Post: Send + Sync {
    /// The status that the service answered with. `key` is the same whenever the same mail is posted again.
    async fn post(&self, key: &str, body: &Value) -> io::Result<u16>;
}

/// Hands mails to the service. The courier calls it, never a page: it may be slow, and may fail.
pub(crate) struct MailApi<P> {
    service: P,
}

impl<P: Post> MailApi<P> {
    pub(crate) const fn new(service: P) -> Self {
        Self { service }
    }
}

#[async_trait]
impl<P: Post> Mailer for MailApi<P> {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        // After a crash the same mail comes again: by its id the service can tell, and sends it once.
        let sent = self.service.post(&mail.message_id, &body(mail)).await;
        judged(sent.map_err(|error| MailError::Site(error.into()))?)
    }
}

fn body(mail: &ComposedMail) -> Value {
    json!({
        "from": { "email": mail.from.address.to_string(), "name": mail.from.name },
        "to": mail.to.to_string(),
        "date": mail.date.to_rfc2822(),
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
        "headers": { "Message-ID": mail.message_id, "Content-Language": mail.locale.as_str() },
    })
}

/// What the status means for this mail. Whatever is our own fault, such as a key that was withdrawn, may be put right:
/// only what the service says of this very mail is for good. The error must not hold the body: it has a link in it.
fn judged(status: u16) -> Result<(), MailError> {
    let answer = format!("the service answered {status}");
    match status {
        200..=299 => Ok(()),
        400 | 413 | 422 => Err(MailError::Permanent(answer.into())),
        _ => Err(MailError::Site(answer.into())),
    }
}

/// The stand-in: prints mails, live links included. For trying things out, never for a server.
pub(crate) struct Printed;

#[async_trait]
impl Post for Printed {
    #[expect(clippy::print_stdout, reason = "that is what it is for")]
    async fn post(&self, key: &str, body: &Value) -> io::Result<u16> {
        let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
        println!("POST {key}\nTo: {}\nSubject: {}\n\n{}\n", text("to"), text("subject"), text("text"));
        Ok(202)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::tests::{house_mailing_by, registration};

    /// Answers as it was told to, and remembers what was posted.
    #[derive(Clone, Default)]
    struct Service {
        answers: Arc<Mutex<Vec<io::Result<u16>>>>,
        posted: Arc<Mutex<Vec<(String, Value)>>>,
    }

    impl Service {
        fn answering(answers: impl IntoIterator<Item = io::Result<u16>>) -> Self {
            Self { answers: Arc::new(Mutex::new(answers.into_iter().collect())), ..Self::default() }
        }

        fn posted(&self) -> Vec<(String, Value)> {
            self.posted.lock().unwrap().clone()
        }
    }

    #[async_trait]
    impl Post for Service {
        async fn post(&self, key: &str, body: &Value) -> io::Result<u16> {
            self.posted.lock().unwrap().push((key.to_owned(), body.clone()));
            self.answers.lock().unwrap().remove(0)
        }
    }

    #[test]
    fn what_is_said_of_this_mail_is_for_good_and_all_else_is_tried_again() {
        for status in [400, 413, 422] {
            assert!(matches!(judged(status), Err(MailError::Permanent(_))), "{status}");
        }
        for status in [301, 401, 403, 408, 429, 500, 503] {
            assert!(matches!(judged(status), Err(MailError::Site(_))), "{status}");
        }
        assert!(judged(202).is_ok());
    }

    #[tokio::test]
    async fn a_service_that_is_down_loses_no_mail_and_gets_the_same_one_again() {
        let down = || Err(io::Error::from(io::ErrorKind::TimedOut));
        let service = Service::answering([down(), Ok(503), Ok(202)]);
        let house = house_mailing_by(MailApi::new(service.clone()));
        let visitor = house.visitor().visitor().clone();
        house.users.register(&registration("ada"), &visitor).await.unwrap();

        for _ in 0..3 {
            house.delivers_mail().await;
            house.clock.advance(std::time::Duration::from_hours(1));
        }

        let posted = service.posted();
        assert_eq!(posted.len(), 3);
        assert!(posted.iter().all(|(key, _)| *key == posted[0].0), "one mail, one key");
        let (_, body) = &posted[2];
        assert_eq!((&body["to"], &body["from"]["name"]), (&"ada@example.com".into(), &"House of Tea".into()));
        assert!(body["text"].as_str().unwrap().contains("http://127.0.0.1:3002/user/confirm-email/"));
        house.delivers_mail().await;
        assert_eq!(service.posted().len(), 3, "what was sent is not sent again");
    }

    #[test]
    fn a_refusal_holds_nothing_of_the_mail() {
        let Err(MailError::Permanent(cause)) = judged(422) else { panic!("was accepted") };

        assert_eq!(cause.to_string(), "the service answered 422");
    }
}
