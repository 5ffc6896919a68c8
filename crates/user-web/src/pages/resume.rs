//! What follows when somebody proved the password once more: what they posted, as they posted it, and a button.

use http::StatusCode;
use user_core::views::{ContinuePage, FormView};

use crate::exchange::{Exchange, Kept};
use crate::response::Response;
use crate::response::problem::Problem;

/// A page of ours shows its form again, if it can; any other page is posted to again, when somebody presses the button.
pub(super) async fn resume(exchange: &Exchange, kept: Kept) -> Result<Response, Problem> {
    let path = kept.path.split('?').next().unwrap_or_default();
    let resume = exchange.web().place(path).and_then(|place| place.mount().resume);
    if let (Some(resume), Some(current)) = (resume, exchange.current_user().await?) {
        return resume(exchange.clone(), current, kept).await;
    }
    let form = FormView::new("continue", kept.path.clone());
    let kept = kept.into_fields();
    exchange.page("continue", StatusCode::OK, |site| ContinuePage { site, form, kept }).await
}
