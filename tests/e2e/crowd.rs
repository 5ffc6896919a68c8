//! People who register, one after the other, all the time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::task::JoinSet;
use user_e2e::{Demo, Page, Visitor};

/// What a crowd saw.
#[derive(Default)]
pub(crate) struct Seen {
    /// The addresses of those who were told to look for a mail.
    pub(crate) registered: Vec<String>,
    /// How many were told to come back later.
    pub(crate) unavailable: usize,
    /// What was sent, and not answered.
    pub(crate) broken: Vec<String>,
    /// How many found nobody listening.
    pub(crate) turned_away: usize,
}

/// People who register until they are stopped, or until nobody answers them.
pub(crate) struct Crowd {
    shared: Arc<Shared>,
    people: JoinSet<()>,
}

#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    seen: Mutex<Seen>,
}

impl Shared {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap()
    }
}

impl Crowd {
    /// So many people at once.
    pub(crate) fn registering(site: &Demo, people: usize) -> Self {
        let shared = Arc::<Shared>::default();
        let people = (0..people).map(|_| register_on_and_on(site.visitor("person"), Arc::clone(&shared)));
        Self { people: people.collect(), shared }
    }

    /// How many were told to look for a mail.
    pub(crate) fn registered(&self) -> usize {
        self.shared.seen().registered.len()
    }

    /// Lets everybody finish what they began.
    pub(crate) async fn stop(self) -> Seen {
        self.shared.stop.store(true, Ordering::Relaxed);
        self.all_gone().await
    }

    /// Waits until nobody answers anybody any more.
    pub(crate) async fn all_gone(self) -> Seen {
        self.people.join_all().await;
        std::mem::take(&mut *self.shared.seen())
    }
}

async fn register_on_and_on(person: Visitor, shared: Arc<Shared>) {
    for number in 0.. {
        if shared.stop.load(Ordering::Relaxed) {
            return;
        }
        let newcomer = person.elsewhere().called(&format!("{}-{number}", person.username));
        let answer = register(&newcomer).await;
        let mut seen = shared.seen();
        match answer {
            Ok(page) if page.status == 303 => seen.registered.push(newcomer.email),
            Ok(page) if page.status == 503 => seen.unavailable += 1,
            Ok(page) => panic!("{}: {}", page.status, page.body),
            Err(error) if error.is_connect() => {
                seen.turned_away += 1;
                return;
            }
            Err(error) => {
                seen.broken.push(format!("{error:?}"));
                return;
            }
        }
    }
}

async fn register(newcomer: &Visitor) -> Result<Page, reqwest::Error> {
    let page = newcomer.tries("/user/register").await?;
    if page.status != 200 {
        return Ok(page);
    }
    let password = newcomer.password.as_str();
    let typed = [
        ("username", newcomer.username.as_str()),
        ("email", &newcomer.email),
        ("password", password),
        ("retype_password", password),
    ];
    newcomer.tries_to_send(&page.form("/register"), &typed).await
}
