//! Refusals in words: the renderer's, in English.

use user_core::UserManager;
use user_core::domain::Locale;
use user_core::flows::AdministrationError;
use user_core::views::MessageView;

/// Why an administrator's wish was not done.
pub(super) fn refusal(users: &UserManager, error: AdministrationError) -> anyhow::Error {
    let AdministrationError::Invalid(violations) = error else { return error.into() };
    let lines = violations.iter().map(|violation| {
        let message = MessageView::from(violation);
        let arguments = serde_json::to_value(&message.args).unwrap_or_default();
        let said = users.renderer().message(&message.id, &Locale::english(), &arguments);
        format!("\n  - {}: {}", violation.field.name(), said.unwrap_or(message.id))
    });
    anyhow::anyhow!("refused:{}", lines.collect::<String>())
}
