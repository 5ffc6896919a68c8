//! What runs beside the server: the courier, and tidying up.

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use user_core::UserManager;

use crate::server::Stop;

const TIDY_EVERY: Duration = Duration::from_hours(1);
/// How long a mail may take that is being sent when it is time to stop. Longer than a mailer's own time-out.
const LAST_ROUND: Duration = Duration::from_secs(35);

/// Tasks that run until they are told to stop.
pub(crate) struct Background {
    courier: JoinHandle<()>,
    tidy: JoinHandle<()>,
    stop: Stop,
}

impl Background {
    pub(crate) fn start(users: &UserManager) -> Self {
        let stop = Stop::new();
        let courier = tokio::spawn(courier(users.clone(), stop.clone()));
        let tidy = tokio::spawn(tidy(users.clone()));
        Self { courier, tidy, stop }
    }

    /// Stops. A mail on its way is sent to its end, lest it be sent twice; the others stay in the outbox.
    pub(crate) async fn stop(mut self) {
        self.tidy.abort();
        self.stop.now();
        if timeout(LAST_ROUND, &mut self.courier).await.is_err() {
            self.courier.abort();
            tracing::warn!("a mail was being sent for too long and may be sent again");
        }
    }
}

async fn courier(users: UserManager, stop: Stop) {
    users.run_courier(sleep, stop.requested()).await;
}

async fn tidy(users: UserManager) {
    let mut hours = interval(TIDY_EVERY);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        match users.purge_expired().await {
            Ok(gone) => tracing::info!(gone, "tidied up"),
            Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "could not tidy up"),
        }
    }
}
