//! What follows when somebody proved the password once more: what they posted, as they posted it, and a button.

use crate::response::Response;
use http::StatusCode;
use user_core::domain::Violations;
use user_core::views::{ContinuePage, FormView};

use super::{Page, change_email, change_username, form_page, manage_emails};
use crate::exchange::{Exchange, Kept};
use crate::response::problem::Problem;

/// A page of ours shows its form again; a page of the app is posted to again, when somebody presses the button.
pub(super) async fn resume(exchange: &Exchange, kept: Kept) -> Result<Response, Problem> {
    let path = kept.path.split('?').next().unwrap_or_default();
    let current = exchange.current().await?;
    match (exchange.web().place(path).and_then(super::Place::page), current) {
        (Some(Page::ChangeUsername), Some(_)) => {
            let form = change_username::form(exchange, kept.text("new_username"), kept.text("next"));
            form_page(exchange, StatusCode::OK, form.refused(&Violations::none())).await
        }
        (Some(Page::ChangeEmail), Some(current)) => {
            let wish = change_email::Wish {
                new_email: kept.text("new_email").to_owned(),
                next: kept.text("next").to_owned(),
            };
            change_email::page(exchange, &current.user, StatusCode::OK, &wish, &Violations::none()).await
        }
        (Some(Page::ManageEmails), Some(current)) => {
            let wish = manage_emails::Wish {
                email: kept.text("email").to_owned(),
                next: kept.text("next").to_owned(),
            };
            manage_emails::page(exchange, &current.user, StatusCode::OK, &wish, &Violations::none()).await
        }
        _ => {
            let form = FormView::new("continue", kept.path.clone());
            let kept = kept.into_fields();
            exchange.page("continue", StatusCode::OK, |site| ContinuePage { site, form, kept }).await
        }
    }
}
