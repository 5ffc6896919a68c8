//! Which session a request is of, where a browser sends several cookies of that name.

use std::sync::OnceLock;

use user_core::domain::SessionId;
use user_core::flows::{Current, Visitor};
use user_core::ports::PortError;

use super::Exchange;
use crate::request::cookies::{Cookies, Name};
use crate::web::UserWeb;

/// No more session cookies of one request are tried: each costs a look-up.
const TRIED_MAX: usize = 4;

/// The session cookies of a request that we sealed, in the browser's order. Another program of this host may have set
/// one of our name for a longer path, or an app that was moved may have left one there: browsers send that first.
#[derive(Debug)]
pub(super) struct SessionCookies {
    cookies: Vec<String>,
    /// The one whose session lives, once that was looked up.
    living: OnceLock<usize>,
}

impl SessionCookies {
    pub(super) fn of(web: &UserWeb, cookies: &Cookies) -> Self {
        let is_ours = |cookie: &&str| web.users().session_id(cookie).is_some();
        let ours: Vec<_> =
            cookies.all(Name::Session).filter(is_ours).take(TRIED_MAX).map(str::to_owned).collect();
        let none = cookies.get(Name::Session).filter(|_| ours.is_empty()).map(str::to_owned);
        Self { cookies: ours.into_iter().chain(none).collect(), living: OnceLock::new() }
    }

    /// The one that counts: whose session lives or, where none does or nobody looked, the first.
    pub(super) fn counting(&self) -> Option<&str> {
        let index = self.living.get().copied().unwrap_or_default();
        self.cookies.get(index).map(String::as_str)
    }
}

impl Exchange {
    /// Finds out which of several sessions lives, before anything is bound to one of them: to take any of them for that
    /// of a form would let whoever planted a cookie bind forms to theirs.
    pub(crate) async fn choose_session(&self) -> Result<(), PortError> {
        if self.0.sessions.cookies.len() > 1 {
            self.current().await?;
        }
        Ok(())
    }

    pub(super) async fn resume(&self) -> Result<Option<Current>, PortError> {
        if self.0.sessions.cookies.is_empty() {
            return Ok(None);
        }
        let visitor: Visitor = self.visitor_in(self.settings().languages.default.clone());
        for (index, cookie) in self.0.sessions.cookies.iter().enumerate() {
            let Some(resumed) = self.users().resume(cookie, &visitor).await? else { continue };
            let _ = self.0.sessions.living.set(index);
            if let Some(renewed) = resumed.renewed_cookie {
                self.set(Name::Session, &renewed, self.session_kept(resumed.current.session.persistent));
            }
            return Ok(Some(resumed.current));
        }
        self.remove(Name::Session);
        Ok(None)
    }

    /// The session that the browser's cookie names, if it is one of ours; whether it still lives is not looked up.
    pub(crate) fn session_id(&self) -> Option<SessionId> {
        self.cookie(Name::Session).and_then(|cookie| self.users().session_id(cookie))
    }
}
