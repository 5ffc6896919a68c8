//! What an exchange answers: pages and redirects, with the words that belong to its reader.

use std::time::Duration;

use http::{StatusCode, header};
use serde::Serialize;
use serde_json::Value;
use user_core::domain::{Locale, Notice, NoticeKind, PictureSize, User};
use user_core::flows::Current;
use user_core::pages::Audience;
use user_core::ports::{Port, PortError, Template};
use user_core::seal::Label;
use user_core::views::{
    FormView, LanguagesView, Links, MenuView, MessageView, NoticeView, PersonView, Site, direction,
};

use super::Exchange;
use crate::csrf;
use crate::request::cookies::{Keep, Name};
use crate::response::problem::Problem;
use crate::response::{Response, headers, response};

/// A notice is for the next page. Where that shows none, it must not turn up hours later.
const NOTICES_KEPT: Duration = Duration::from_mins(5);
/// The latest few: a cookie has its limits.
const NOTICES_MAX: usize = 4;

impl Exchange {
    /// A token for the forms of this visitor. A visitor without a session gets a cookie to bind it to.
    pub fn csrf_token(&self) -> String {
        let (seals, mask) = (self.users().seals(), self.users().random_bytes());
        // A session that turned out to be over takes its cookie with it, so nothing can be bound to it any more.
        let (session, user) = match (self.0.begun.get(), self.0.current.get()) {
            (Some((begun, user)), _) => (Some(*begun), Some(*user)),
            (None, Some(asked)) => {
                asked.as_ref().map(|current| (current.session.id, current.user.id)).unzip()
            }
            (None, None) => (self.session_id(), None),
        };
        match session {
            Some(session) => csrf::token(seals, session.as_bytes(), user, mask),
            None => csrf::token(seals, self.visitor_mark().as_bytes(), None, mask),
        }
    }

    /// What tells this visitor from others before anybody signs in; the same for the whole response.
    fn visitor_mark(&self) -> &str {
        self.cookie(Name::Visitor).filter(|known| !known.is_empty()).unwrap_or_else(|| {
            self.0.visitor.get_or_init(|| {
                let random = self.users().random_bytes();
                let fresh = self.users().seals().seal(Label::Custom("visitor"), &random);
                self.set(Name::Visitor, &fresh, Keep::UntilClosed);
                fresh
            })
        })
    }

    fn notices(&self) -> Vec<Notice> {
        let sealed =
            self.cookie(Name::Notices).and_then(|text| self.users().seals().open(Label::Notices, text));
        let written: Vec<Value> =
            sealed.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
        // One that cannot be read, as of a newer program beside this one, takes no other with it.
        written.into_iter().filter_map(|notice| serde_json::from_value(notice).ok()).collect()
    }

    /// The notices of this page that there are words for: one of a newer program, or of an app that brought no words,
    /// is left out.
    fn shown_notices(&self, locale: &Locale) -> Vec<NoticeView> {
        let has_words = |view: &NoticeView| self.put_into_words(&view.message, locale).is_ok();
        let carried = self.notices();
        carried.iter().chain(self.0.said.get()).map(NoticeView::from).filter(has_words).collect()
    }

    fn put_into_words(&self, message: &MessageView, locale: &Locale) -> Result<String, PortError> {
        let arguments = serde_json::to_value(&message.args).unwrap_or_default();
        self.users().renderer().message(&message.id, locale, &arguments)
    }

    fn site(&self, locale: &Locale, current: Option<&Current>) -> Site {
        let viewer = match (current, self.0.may_invite.get()) {
            (None, _) => Audience::Strangers,
            (Some(_), None) => Audience::Users,
            (Some(_), Some(())) => Audience::Inviters,
        };
        let mut links = Links::for_viewer(self.settings(), viewer);
        links.mailbox = self.web().mailbox_path();
        Site {
            app_name: self.settings().app_name.clone(),
            locale: locale.clone(),
            direction: direction(locale),
            stylesheet: self.web().assets().stylesheet.clone(),
            csrf_token: self.csrf_token(),
            user: current.map(|current| current.user.short_name().to_owned()),
            brand: self.web().assets().brand.clone(),
            person: current.map(|current| {
                PersonView::of(&current.user, self.picture_of(&current.user, PictureSize::Small))
            }),
            links,
            menu: self.menu(viewer, current),
            languages: LanguagesView::of(self.settings(), locale, self.settings().outside(self.here())),
            notices: self.shown_notices(locale),
        }
    }

    /// The menu for who looks, with the addresses that wait to be confirmed.
    fn menu(&self, viewer: Audience, current: Option<&Current>) -> MenuView {
        let mut menu = self.users().menu(viewer, &self.0.path_and_query);
        let emails = current.map_or(&[][..], |current| &current.user.emails);
        menu.set_badge("manage-emails", emails.iter().filter(|email| email.confirmed_at.is_none()).count());
        menu
    }

    /// Adds the page that invites people to the menu and the links of this response. Call it where
    /// [`UserManager::invitation_right`](user_core::UserManager::invitation_right) is not `None`.
    pub fn lead_to_inviting(&self) {
        let _ = self.0.may_invite.set(());
    }

    /// Something to say on the page of this very response.
    pub(crate) fn say(&self, notice: Notice) {
        let _ = self.0.said.set(notice);
    }

    /// A page: the template `pages/<name>.html` with the data that `body` makes from what every page knows. Notices are
    /// shown here, and so are gone.
    pub async fn page<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        body: impl FnOnce(Site) -> T,
    ) -> Result<Response, Problem> {
        let current = self.current().await?;
        if let Some(current) = current.filter(|_| self.settings().invites())
            && self.users().invitation_right(&current.user).await?.is_some()
        {
            self.lead_to_inviting();
        }
        self.page_unasked(name, status, body).await
    }

    /// A page with a form, whose strength meter may run its script; else as [`page`](Self::page). The template finds
    /// the form where `body` puts it.
    pub async fn page_with_form<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        form: FormView,
        body: impl FnOnce(Site, FormView) -> T,
    ) -> Result<Response, Problem> {
        let form = form.scripted(&self.web().assets().script);
        let has_script = form.script.is_some();
        let mut page = self.page(name, status, |site| body(site, form)).await?;
        if has_script {
            headers::let_script_run(page.headers_mut());
        }
        Ok(page)
    }

    /// A page that can be shown even when the store cannot be asked who is looking.
    pub(crate) async fn page_unasked<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        body: impl FnOnce(Site) -> T,
    ) -> Result<Response, Problem> {
        let is_stranger = self.current_known().is_none();
        let _turn = if is_stranger { self.web().turn_of_strangers().await } else { None };
        let locale = self.locale_known();
        let data = serde_json::to_value(body(self.site(&locale, self.current_known())))
            .map_err(|error| PortError::new(Port::Renderer, error))?;
        let html = self.users().renderer().render(Template::Page(name), &locale, &data)?;
        self.remove(Name::Notices);
        Ok(headers::page(status, html, locale.as_str()))
    }

    /// Returns a message as plain text in the language of the visitor, for a client that reads no pages: a script, or a
    /// program.
    pub fn words(&self, message: &MessageView) -> String {
        self.put_into_words(message, &self.locale_known()).unwrap_or_else(|_| message.id.clone())
    }

    /// Redirects a user who is signed in away from a page for visitors: to `next`, else to
    /// `destinations.after_sign_in`. `None` for a visitor, and with the setting `auto_sign_in.when_signed_in` off: the
    /// page is shown then.
    pub async fn past_the_entrance(&self, next: &str) -> Result<Option<Response>, PortError> {
        if !self.settings().auto_sign_in.when_signed_in || self.current().await?.is_none() {
            return Ok(None);
        }
        let to = self.next_or(next, &self.settings().destinations.after_sign_in);
        Ok(Some(self.redirect(&to, None)))
    }

    /// Returns the path that the picture of `user` is served from, in this size; `None` for a user without one.
    pub fn picture_of(&self, user: &User, size: PictureSize) -> Option<String> {
        let id = user.picture.filter(|_| self.settings().has_pictures())?;
        Some(format!("{}/{id}-{}", self.path(|paths| &paths.pictures), size.pixels()))
    }

    /// Redirects to another page of the site, a path of the app or one as browsers see it, with a notice to show there.
    /// What a visitor sent about where to go goes through [`next_or`](Self::next_or) before it comes here. A client
    /// that asks for JSON gets a notice of a refusal as a problem document.
    pub fn redirect(&self, to: &str, notice: Option<&Notice>) -> Response {
        if let Some(notice) = notice {
            if self.wants_json() && notice.kind() == NoticeKind::Error {
                return self.refusal(notice);
            }
            let mut notices = self.notices();
            notices.retain(|said| said != notice);
            notices.push(notice.clone());
            let latest = notices.split_off(notices.len().saturating_sub(NOTICES_MAX));
            let json = serde_json::to_vec(&latest).unwrap_or_default();
            let sealed = self.users().seals().seal(Label::Notices, &json);
            self.set(Name::Notices, &sealed, Keep::For(NOTICES_KEPT));
        }
        let to = self.settings().outside(to);
        let headers = [(header::LOCATION, to.as_str()), (header::CACHE_CONTROL, "no-store")];
        response(StatusCode::SEE_OTHER, headers, "")
    }
}
