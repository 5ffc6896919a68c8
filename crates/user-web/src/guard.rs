//! Guards: what a route, or a group of routes, asks of a visitor.

use http::StatusCode;
use user_core::domain::{Notice, Requirement, Unmet};
use user_core::flows::RefusedRequest;

use crate::exchange::{Exchange, Whose};
use crate::pages::mount::Place;
use crate::pages::{Page, sign_in};
use crate::refused::Refused;
use crate::response::Response;
use crate::response::problem::Problem;

impl Exchange {
    /// Lets only those through who meet `requirement`.
    pub async fn demand(&self, requirement: &Requirement) -> Result<(), Refused> {
        let current = self.current().await?;
        Ok(self.users().authorize(requirement, current)?)
    }

    /// Sends away a visitor who does not meet a requirement, to where they can do something about it.
    pub(crate) async fn turn_away(&self, unmet: Unmet) -> Result<Response, Problem> {
        if unmet == Unmet::NotAllowed {
            self.note(RefusedRequest::ForbiddenPage);
        }
        if self.wants_json() {
            let status = Refused::from(unmet).status();
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
                self.redirect(&self.coming_back(&to, false), Some(&Notice::SIGN_IN_REQUIRED))
            }
            // A sign-in page of the app's own knows nothing of what we would have it carry.
            Unmet::NotFresh => match self.sealed_posted().filter(|_| self.web().has(Page::SignIn)) {
                Some(posted) => return sign_in::prove_again(self, posted).await,
                None => self.redirect(&self.coming_back(&sign_in, true), Some(&Notice::SIGN_IN_AGAIN)),
            },
            Unmet::EmailNotConfirmed => match places.email_not_confirmed.clone().or_else(resend) {
                Some(to) => {
                    if let (Some(current), Some(path)) = (self.current_known(), self.way_back()) {
                        self.keep_wanted(Whose::User(current.user.id), &path);
                    }
                    self.redirect(&to, Some(&Notice::EMAIL_NOT_CONFIRMED))
                }
                None => return Err(Problem::new(StatusCode::FORBIDDEN)),
            },
            Unmet::NoSecondFactor => {
                let has_one = match self.current().await? {
                    Some(current) => self.users().has_second_step(current).await?,
                    None => false,
                };
                match self.settings().second_factor_page().filter(|_| !has_one) {
                    Some(to) => self.redirect(&to, Some(&Notice::SECOND_FACTOR_REQUIRED)),
                    None => self.redirect(&self.coming_back(&sign_in, true), Some(&Notice::SIGN_IN_AGAIN)),
                }
            }
            Unmet::NotAllowed => match &places.not_allowed {
                Some(to) => self.redirect(to, Some(&Notice::NOT_ALLOWED)),
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
        self.is_safe() || self.place().is_some_and(Place::is_shown)
    }
}
