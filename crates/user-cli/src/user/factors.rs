//! By what a user passes the second step of signing in, and the reset of it.

use std::time::Duration;

use serde::Serialize;
use user_core::UserManager;
use user_core::domain::User;
use user_core::flows::{Factors, TotpApp};

use crate::show::{self, rfc3339};
use crate::{CliError, Terminal};

/// The second factors of a user, without what proves them.
#[derive(Serialize)]
struct FactorsView {
    apps: Vec<AppView>,
    recovery_codes: usize,
    trusted_devices: usize,
    reset_at: Option<String>,
}

#[derive(Serialize)]
struct AppView {
    id: String,
    label: Option<String>,
    created_at: String,
    last_used_at: Option<String>,
}

impl From<&TotpApp> for AppView {
    fn from(app: &TotpApp) -> Self {
        Self {
            id: app.id.to_string(),
            label: app.label.clone(),
            created_at: rfc3339(app.created_at),
            last_used_at: app.last_used_at.map(rfc3339),
        }
    }
}

impl From<&Factors> for FactorsView {
    fn from(factors: &Factors) -> Self {
        Self {
            apps: factors.apps.iter().map(AppView::from).collect(),
            recovery_codes: factors.recovery_codes,
            trusted_devices: factors.trusted_devices,
            reset_at: factors.reset_at.map(rfc3339),
        }
    }
}

impl FactorsView {
    fn rows(&self) -> Vec<Vec<String>> {
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        let apps = self.apps.iter().map(|app| {
            vec!["app".to_owned(), or_none(&app.label), app.created_at.clone(), or_none(&app.last_used_at)]
        });
        let counts = [("recovery codes", self.recovery_codes), ("trusted devices", self.trusted_devices)];
        let counts = counts.map(|(what, count)| vec![what.to_owned(), count.to_string()]);
        let reset = self.reset_at.iter().map(|at| vec!["reset".to_owned(), at.clone()]);
        apps.chain(counts).chain(reset).collect()
    }
}

/// Shows the second factors of a user.
pub(super) async fn list(
    users: &UserManager,
    user: &User,
    json: bool,
    terminal: &mut dyn Terminal,
) -> Result<(), CliError> {
    let view = FactorsView::from(&users.factors_of(user.id).await?);
    if json { show::json(terminal, &view) } else { show::table(terminal, &view.rows()) }
}

/// Resets them, and shows them.
pub(super) async fn reset(
    users: &UserManager,
    user: &User,
    at_once: bool,
    json: bool,
    terminal: &mut dyn Terminal,
) -> Result<(), CliError> {
    let delay = if at_once { Duration::ZERO } else { users.settings().second_factor.reset_delay };
    users.reset_second_step(user.id, delay).await.map_err(|error| CliError::of(users, error))?;
    list(users, user, json, terminal).await
}
