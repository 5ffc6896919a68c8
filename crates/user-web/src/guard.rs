//! Guards: what a route, or a group of routes, asks of whoever wants it.

use std::fmt;

use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::{Endpoint, FromRequest, IntoResponse, Middleware, Request, RequestBody, Response};
use user_core::domain::{Notice, Requirement, Unmet};
use user_core::flows::Refusal;

use crate::exchange::{Exchange, Whose};
use crate::pages::{Page, sign_in};
use crate::response::problem::Problem;

/// Lets only those through who meet `requirement`.
///
/// A browser that does not is sent where it can help itself: to the sign-in page and back again, or to a page that
/// says why not. A form whose sender has to prove the password once more is found again after that, as it was posted. A client that asks for JSON gets a problem document with 401 or 403.
///
/// ```
/// use poem::{EndpointExt, Route, handler};
/// use user_core::domain::Requirement;
/// use user_web_poem::guard;
///
/// #[handler]
/// fn vault() -> &'static str {
///     "the secret sauce"
/// }
///
/// let secret_and_either = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
/// let app = Route::new().at("/vault", vault.with(guard(secret_and_either)));
/// ```
pub const fn guard(requirement: Requirement) -> Guard {
    Guard { requirement }
}

/// The middleware that [`guard`] makes.
#[derive(Clone, Debug)]
pub struct Guard {
    requirement: Requirement,
}

impl<E: Endpoint> Middleware<E> for Guard {
    type Output = Guarded<E>;

    fn transform(&self, endpoint: E) -> Self::Output {
        Guarded { requirement: self.requirement.clone(), endpoint }
    }
}

/// An endpoint behind a guard.
pub struct Guarded<E> {
    requirement: Requirement,
    endpoint: E,
}

impl<E: Endpoint> Endpoint for Guarded<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let exchange = Exchange::from_request(&request, &mut RequestBody::default()).await?;
        let current = exchange.current().await.map_err(Problem::from)?;
        match exchange.users().authorize(&self.requirement, current) {
            Ok(()) => self.endpoint.call(request).await.map(IntoResponse::into_response),
            Err(unmet) => Err(TurnedAway(unmet).into()),
        }
    }
}

/// A requirement was not met; the exchange decides what its reader can do about it.
#[derive(Debug)]
pub(crate) struct TurnedAway(pub(crate) Unmet);

impl fmt::Display for TurnedAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "turned away: {:?}", self.0)
    }
}

impl std::error::Error for TurnedAway {}

impl ResponseError for TurnedAway {
    fn status(&self) -> StatusCode {
        match self.0 {
            Unmet::NotSignedIn | Unmet::NotFresh => StatusCode::UNAUTHORIZED,
            Unmet::NotAllowed | Unmet::EmailNotConfirmed => StatusCode::FORBIDDEN,
        }
    }
}

impl Exchange {
    /// Sends away whoever does not meet a requirement, to where they can do something about it.
    pub(crate) fn turn_away(&self, unmet: Unmet) -> Result<Response, Problem> {
        if unmet == Unmet::NotAllowed {
            self.refuse(Refusal::ForbiddenPage);
        }
        if self.wants_json() {
            let status = TurnedAway(unmet).status();
            let needs_proof = unmet == Unmet::NotFresh;
            return Err(if needs_proof {
                Problem::named(status, "sign-in-again")
            } else {
                Problem::new(status)
            });
        }
        let (paths, places) = (&self.settings().paths, &self.settings().destinations);
        let sign_in = paths.whole(&paths.sign_in);
        let resend = || self.settings().confirms_email().then(|| paths.whole(&paths.resend_confirm_email));
        Ok(match unmet {
            Unmet::NotSignedIn => {
                let to = places.not_signed_in.clone().unwrap_or(sign_in);
                self.redirect(&self.coming_back(&to, false), Some(&Notice::SignInRequired))
            }
            // A sign-in page of the app's own knows nothing of what we would have it carry.
            Unmet::NotFresh => match self.sealed_posted().filter(|_| self.web().has(Page::SignIn)) {
                Some(posted) => return sign_in::prove_again(self, posted),
                None => self.redirect(&self.coming_back(&sign_in, true), Some(&Notice::SignInAgain)),
            },
            Unmet::EmailNotConfirmed => match places.email_not_confirmed.clone().or_else(resend) {
                Some(to) => {
                    if let (Some(current), Some(path)) = (self.current_known(), self.way_back()) {
                        self.keep_wanted(Whose::User(current.user.id), &path);
                    }
                    self.redirect(&to, Some(&Notice::EmailNotConfirmed))
                }
                None => return Err(Problem::new(StatusCode::FORBIDDEN)),
            },
            Unmet::NotAllowed => match &places.not_allowed {
                Some(to) => self.redirect(to, Some(&Notice::NotAllowed)),
                None => return Err(Problem::new(StatusCode::FORBIDDEN)),
            },
        })
    }

    /// `to`, with the way back to this page.
    fn coming_back(&self, to: &str, again: bool) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if again {
            query.append_pair("again", "1");
        }
        if let Some(next) = self.way_back() {
            query.append_pair("next", &next);
        }
        let query = query.finish();
        if query.is_empty() { to.to_owned() } else { format!("{to}?{query}") }
    }
    /// This page, if it can be looked at: what was posted is never repeated by itself.
    pub(crate) fn way_back(&self) -> Option<String> {
        self.next(self.path_and_query()).filter(|_| self.can_be_looked_at())
    }

    fn can_be_looked_at(&self) -> bool {
        self.is_safe() || self.place().is_some_and(|place| place.methods().starts_with("GET"))
    }
}
