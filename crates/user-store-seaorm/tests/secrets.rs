//! What the logs hold when everything is logged: no password, no hash, no address.
//!
//! A binary of its own, because the driver logs from threads that only a global subscriber hears.

#[cfg(test)]
#[path = "contract/people.rs"]
mod people;

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use tracing_subscriber::fmt::format::FmtSpan;
    use user_core::domain::PasswordHash;
    use user_core::ports::{ChallengeChange, Changes, CredentialChange, SessionChange, Store, UserChange};
    use user_store_seaorm::{SeaOrmStore, StoreOptions};

    use crate::people::{challenge, credential, event, session, user};

    const PASSWORD: &str = "correct-horse-battery";
    const HASH: &str = "hash-of-the-password";
    const CODE: &str = "digest-of-a-code";
    const STEP: &str = "what-a-step-must-know";

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn listen() -> Log {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    }

    async fn use_a_store() {
        let store = SeaOrmStore::connect("sqlite::memory:").await.unwrap();
        store.migrate_up().await.unwrap();
        let ada = user("ada");
        let (visit, code) = (session(&ada), credential(&ada, CODE));
        let insert = Changes::none()
            .with(UserChange::Insert(Box::new(ada.clone())))
            .with(UserChange::SetPassword(ada.id, PasswordHash::new(HASH)))
            .with(SessionChange::Insert(visit.clone()))
            .with(CredentialChange::Insert(Box::new(code.clone())))
            .with(ChallengeChange::Insert(Box::new(challenge(STEP))))
            .with(event(&ada));
        store.commit(insert.clone()).await.unwrap();
        store.commit(insert).await.unwrap_err();
        store.session(&visit.id).await.unwrap().unwrap();
        store.credential(code.kind, &code.handle).await.unwrap().unwrap();
        let (id, from, to) = (code.id, code.secret.clone(), code.secret);
        store.commit(Changes::none().with(CredentialChange::Rewrap { id, from, to })).await.unwrap();
    }

    #[tokio::test]
    async fn not_even_the_most_talkative_log_holds_a_secret() {
        let log = listen();

        for scheme in ["postgres", "mysql"] {
            let url = format!("{scheme}://ada:{PASSWORD}@127.0.0.1:1/accounts");
            let options = StoreOptions::new(url).acquire_timeout(Duration::from_millis(300));
            options.connect().await.unwrap_err();
        }
        use_a_store().await;

        let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(text.contains("INSERT INTO"), "statements are among what was logged");
        let hex = |text: &str| format!("{:02x?}", text.as_bytes()).replace(['[', ']', ',', ' '], "");
        let listed = |text: &str| format!("{:?}", text.as_bytes());
        let of_bytes = [CODE, STEP].iter().flat_map(|text| [(*text).to_owned(), hex(text), listed(text)]);
        let of_text = [PASSWORD, HASH, "ada@example.com"].map(str::to_owned);
        for secret in of_text.into_iter().chain(of_bytes) {
            let line = text.lines().find(|line| line.to_lowercase().contains(&secret));
            assert_eq!(line, None, "{secret} was logged");
        }
    }
}
