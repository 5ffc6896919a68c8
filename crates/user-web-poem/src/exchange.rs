//! One request and the response being made, in the types of Poem.

use std::ops::Deref;

use poem::http::StatusCode;
use poem::{FromRequest, Request, RequestBody, Response};
use serde::Serialize;
use user_core::domain::Notice;
use user_core::views::Site;

use crate::attached::poems;
use crate::problem::Problem;

/// One request and the response being made: what a page of the app's own needs when it stands in for one of ours, and
/// calls a flow itself. Cheap to clone; every page handler of ours takes one, too.
///
/// It tells the flow who asks, keeps the cookies of the user who is signed in, and leads on with something to say. What
/// was posted has passed the anti-forgery check by then; what the form means is the handler's affair.
///
/// ```
/// use poem::http::StatusCode;
/// use poem::web::Form;
/// use poem::{Response, handler};
/// use serde_json::json;
/// use user_core::domain::Notice;
/// use user_core::flows::{SignInError, SignInForm};
/// use user_web_poem::{Exchange, Problem};
///
/// #[derive(serde::Deserialize)]
/// struct Typed {
///     name: String,
///     password: String,
///     #[serde(default)]
///     next: String,
/// }
///
/// #[handler]
/// async fn sign_in(exchange: Exchange, Form(typed): Form<Typed>) -> poem::Result<Response> {
///     let form = SignInForm { identifier: typed.name, password: typed.password, remember_me: false };
///     let visitor = exchange.visitor().await.map_err(Problem::from)?;
///     match exchange.users().sign_in(&form, &visitor).await {
///         Ok(admission) => match exchange.admit(&admission, exchange.next(&typed.next).as_deref()) {
///             Some(second_step) => Ok(exchange.redirect(&second_step, None)),
///             None => Ok(exchange.redirect(&exchange.next_or(&typed.next, "/"), Some(&Notice::SIGNED_IN))),
///         },
///         Err(SignInError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
///         Err(SignInError::Failed(error)) => Err(Problem::from(error).into()),
///         Err(_) => {
///             let again = exchange.page("our-sign-in", StatusCode::UNPROCESSABLE_ENTITY, |site| json!({ "site": site }));
///             Ok(again.await?)
///         }
///     }
/// }
/// ```
#[derive(Clone)]
pub struct Exchange(pub(crate) user_web::Exchange);

impl Exchange {
    /// A page: the template `pages/<name>.html` with the data that `body` makes from what every page knows. Notices are
    /// shown here, and so are gone.
    pub async fn page<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        body: impl FnOnce(Site) -> T,
    ) -> Result<Response, Problem> {
        Ok(poems(self.0.page(name, status, body).await?))
    }

    /// On to another page of the site, a path of the app or one as browsers see it, with something to say there. What a
    /// visitor sent about where to go goes through [`next_or`](user_web::Exchange::next_or) before it comes here. A
    /// program that asks for JSON gets a notice of a refusal as a problem document.
    pub fn redirect(&self, to: &str, notice: Option<&Notice>) -> Response {
        poems(self.0.redirect(to, notice))
    }

    /// A response of the account pages in the types of Poem, for what the methods of [`user_web::Exchange`] answer.
    pub fn respond(&self, response: user_web::Response) -> Response {
        poems(response)
    }
}

impl Deref for Exchange {
    type Target = user_web::Exchange;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a> FromRequest<'a> for Exchange {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        <&'a Self>::from_request(request, body).await.cloned()
    }
}

impl<'a> FromRequest<'a> for &'a Exchange {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> poem::Result<Self> {
        request.data::<Exchange>().ok_or_else(|| {
            let why = "this route is not under `UserWeb::attach`, which every page and guard of user-web-poem needs";
            tracing::error!(why, "mis-wired");
            poem::Error::from_string(why, StatusCode::INTERNAL_SERVER_ERROR)
        })
    }
}
