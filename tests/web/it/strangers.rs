//! Many strangers beside somebody who is signed in.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde_json::Value;
use user_core::domain::Locale;
use user_core::ports::{PortError, Renderer, Template};
use user_testkit::PlainRenderer;

use crate::driver::pages;
use crate::it::site::Site;

/// No test waits longer for what does not come.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many pages for strangers are being made, and whether they may be finished.
#[derive(Default)]
struct Gate {
    state: Mutex<(usize, bool)>,
    changed: Condvar,
}

impl Gate {
    fn pass(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 += 1;
        self.changed.notify_all();
        drop(self.changed.wait_timeout_while(state, PATIENCE, |(_, open)| !*open).unwrap());
    }

    fn wait_for_somebody(&self) {
        let state = self.state.lock().unwrap();
        drop(self.changed.wait_timeout_while(state, PATIENCE, |(inside, _)| *inside == 0).unwrap());
    }

    fn open(&self) {
        self.state.lock().unwrap().1 = true;
        self.changed.notify_all();
    }
}

/// Makes the page to register for as long as the gate is shut, and holds its thread meanwhile.
struct Slow {
    plain: PlainRenderer,
    gate: Arc<Gate>,
}

impl Renderer for Slow {
    fn render(&self, template: Template<'_>, locale: &Locale, data: &Value) -> Result<String, PortError> {
        if template == Template::Page("register") {
            self.gate.pass();
        }
        self.plain.render(template, locale, data)
    }

    fn message(&self, id: &str, locale: &Locale, arguments: &Value) -> Result<String, PortError> {
        self.plain.message(id, locale, arguments)
    }

    fn has_message(&self, id: &str, locale: &Locale) -> bool {
        self.plain.has_message(id, locale)
    }

    fn locales(&self) -> Vec<Locale> {
        self.plain.locales()
    }

    fn check(&self) -> Vec<String> {
        self.plain.check()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_never_take_the_last_worker() {
    let gate = Arc::new(Gate::default());
    let slow = |plain| -> Arc<dyn Renderer> { Arc::new(Slow { plain, gate: Arc::clone(&gate) }) };
    let site = Site::rendered_by(slow, |builder| builder, |web| web, pages());
    let mut ada = site.signed_in("ada", &[]).await;
    let strangers: Vec<_> = (0..10)
        .map(|_| {
            let mut stranger = site.browser();
            tokio::spawn(async move { stranger.get("/user/register").await.status })
        })
        .collect();
    gate.wait_for_somebody();

    let (answer, answered) = channel();
    tokio::spawn(async move {
        for _ in 0..20 {
            answer.send(ada.get("/user/profile").await.status).unwrap();
        }
    });
    for _ in 0..20 {
        let status: Result<u16, RecvTimeoutError> = answered.recv_timeout(PATIENCE / 6);
        if status != Ok(200) {
            gate.open();
        }
        assert_eq!(status, Ok(200), "somebody who is signed in waits for strangers");
    }
    gate.open();
    for stranger in strangers {
        assert_eq!(stranger.await.unwrap(), 200);
    }
}
