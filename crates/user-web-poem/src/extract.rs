//! What a handler may ask for: who is signed in, and a token for a form.

use std::fmt;
use std::ops::Deref;

use poem::{FromRequest, Request, RequestBody};
use user_core::domain::Unmet;
use user_web::Refused;

use crate::exchange::Exchange;
use crate::problem::Problem;

/// The user who is signed in. As an argument it demands a sign-in, like a guard; as `Option<CurrentUser>` it does not.
/// Nobody is looked up for a visitor without a session cookie of ours.
///
/// A store that does not answer is not a visitor who is not signed in: the answer is 503 then, whatever a handler makes
/// of `None`. (Outside of [`UserWeb::attach`](crate::UserWeb::attach) an `Option` is always `None`, because Poem takes
/// any error for that; the mistake is in the log.)
///
/// ```
/// use poem::handler;
/// use user_web_poem::CurrentUser;
///
/// #[handler]
/// fn members(current: CurrentUser) -> String {
///     format!("Hello {}", current.user().display_name())
/// }
///
/// #[handler]
/// fn home(current: Option<CurrentUser>) -> String {
///     current.map_or("Hello stranger".to_owned(), |current| format!("Hello {}", current.user().display_name()))
/// }
/// ```
#[derive(Clone, Debug)]
pub struct CurrentUser(user_web::CurrentUser);

impl Deref for CurrentUser {
    type Target = user_web::CurrentUser;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a> FromRequest<'a> for CurrentUser {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let exchange = <&Exchange>::from_request(request, body).await?;
        match exchange.current_user().await {
            Ok(Some(current)) => Ok(Self(current)),
            Ok(None) => Err(Problem::from(Refused::from(Unmet::NotSignedIn)).into()),
            // Poem takes any error for "absent" where the argument is optional. A store that does not answer is not
            // a visitor who is not signed in: the exchange answers for it, whatever the handler makes of `None`.
            Err(error) => {
                let problem = user_web::Problem::from(error);
                exchange.fail(problem.clone());
                Err(Problem::from(problem).into())
            }
        }
    }
}

/// The anti-forgery token of this visitor, for the app's own forms: in a hidden field named `csrf_token`. What is not
/// such a form, a file or JSON, carries it in the header `X-CSRF-Token`. (Pages made with
/// [`UserWeb::page`](crate::UserWeb::page) find it as `site.csrf_token`.)
///
/// ```
/// use poem::handler;
/// use poem::web::Html;
/// use user_web_poem::CsrfToken;
///
/// #[handler]
/// fn comment(token: CsrfToken) -> Html<String> {
///     Html(format!(
///         r#"<form method="post"><input type="hidden" name="csrf_token" value="{token}"><button>Send</button></form>"#
///     ))
/// }
/// ```
#[derive(Clone)]
pub struct CsrfToken(String);

impl CsrfToken {
    /// The token: letters, digits, `-` and `_`, which need no escaping anywhere.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfToken(…)")
    }
}

impl<'a> FromRequest<'a> for CsrfToken {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let exchange = <&Exchange>::from_request(request, body).await?;
        Ok(Self(exchange.csrf_token()))
    }
}
