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
    use user_core::ports::{Changes, SessionChange, Store, UserChange};
    use user_store_seaorm::{SeaOrmStore, StoreOptions};

    use crate::people::{event, session, user};

    const PASSWORD: &str = "correct-horse-battery";
    const HASH: &str = "hash-of-the-password";

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
        let visit = session(&ada);
        let insert = Changes::none()
            .with(UserChange::Insert(Box::new(ada.clone())))
            .with(UserChange::SetPassword(ada.id, PasswordHash::new(HASH)))
            .with(SessionChange::Insert(visit.clone()))
            .with(event(&ada));
        store.commit(insert.clone()).await.unwrap();
        store.commit(insert).await.unwrap_err();
        store.session(&visit.id).await.unwrap().unwrap();
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
        for secret in [PASSWORD, HASH, "ada@example.com"] {
            let line = text.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "{secret} was logged");
        }
    }
}
