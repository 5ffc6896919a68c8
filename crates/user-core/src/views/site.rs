//! What every page knows: the app, the visitor, and where the other pages are.

use serde::Serialize;

use super::NoticeView;
use crate::domain::Locale;
use crate::settings::Settings;

/// Links to the pages that are there for this visitor; `None` for a page whose feature is off or that is not for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Links {
    /// The app's own front page. It ends in `/`: the app's other pages are `{{site.links.home}}members`.
    pub home: String,
    /// Registration.
    pub register: Option<String>,
    /// Signing in.
    pub sign_in: Option<String>,
    /// The page with both forms, to sign in and to register.
    pub sign_in_or_register: Option<String>,
    /// Signing out.
    pub sign_out: Option<String>,
    /// Asking for another confirmation mail.
    pub resend_confirm_email: Option<String>,
    /// Asking for a link to reset the password.
    pub forgot_password: Option<String>,
    /// The user's own page.
    pub profile: Option<String>,
    /// Editing the profile.
    pub edit_profile: Option<String>,
    /// The user's picture.
    pub picture: Option<String>,
    /// Changing the password.
    pub change_password: Option<String>,
    /// Changing the username.
    pub change_username: Option<String>,
    /// The user's addresses.
    pub manage_emails: Option<String>,
    /// Changing the only address.
    pub change_email: Option<String>,
    /// Where the user is signed in.
    pub sessions: Option<String>,
    /// Inviting people: on the pages that asked whether this user may.
    pub invite: Option<String>,
    /// The development mailbox, where there is one.
    pub mailbox: Option<String>,
}

impl Links {
    /// The links that these settings give a visitor who is signed in or not.
    pub fn for_visitor(settings: &Settings, signed_in: bool) -> Self {
        let paths = &settings.paths;
        let link = |path: &str, on: bool| on.then(|| settings.page(path));
        let registers = settings.features.register && !settings.requires_invitation();
        let both =
            link(&paths.sign_in_or_register, registers && settings.signs_in_or_registers() && !signed_in);
        let whole = paths.whole(&paths.sign_in_or_register);
        let preferred = both.clone().filter(|_| settings.destinations.not_signed_in.as_ref() == Some(&whole));
        Self {
            home: settings.outside("/"),
            register: link(&paths.register, registers && !signed_in),
            sign_in: preferred.or_else(|| link(&paths.sign_in, !signed_in)),
            sign_in_or_register: both,
            sign_out: link(&paths.sign_out, signed_in),
            resend_confirm_email: link(&paths.resend_confirm_email, settings.confirms_email() && !signed_in),
            forgot_password: link(&paths.forgot_password, settings.resets_password() && !signed_in),
            profile: link(&paths.profile, signed_in),
            edit_profile: link(&paths.edit_profile, settings.edits_profile() && signed_in),
            picture: link(&paths.picture, settings.has_pictures() && signed_in),
            change_password: link(&paths.change_password, settings.features.change_password && signed_in),
            change_username: link(&paths.change_username, settings.changes_username() && signed_in),
            manage_emails: link(&paths.manage_emails, settings.manages_emails() && signed_in),
            change_email: link(&paths.change_email, settings.changes_email() && signed_in),
            sessions: link(&paths.sessions, settings.features.sessions && signed_in),
            invite: None,
            mailbox: None,
        }
    }
}

impl Links {
    /// With `next` carried along to the pages for visitors, which lead to one another: whichever of them lets the visitor
    /// in goes on to there.
    #[must_use]
    pub fn leading_to(mut self, next: Option<&str>) -> Self {
        let Some(next) = next else { return self };
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        let entrances = [
            &mut self.register,
            &mut self.sign_in,
            &mut self.sign_in_or_register,
            &mut self.resend_confirm_email,
            &mut self.forgot_password,
        ];
        for link in entrances.into_iter().flatten() {
            link.push('?');
            link.push_str(&query);
        }
        self
    }
}

/// The form in which a reader chooses a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguagesView {
    /// Where the form goes.
    pub action: String,
    /// Where it comes back to: the page it is on.
    pub next: String,
    /// The languages offered, the default first.
    pub offered: Vec<LanguageView>,
}

/// One language to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageView {
    /// Its tag: the value of the field `language`.
    pub tag: Locale,
    /// The name that it has for itself.
    pub name: String,
    /// Whether the page is in it.
    pub selected: bool,
}

impl LanguagesView {
    /// The languages that these settings offer, as a page in `locale` at `next` shows them; nothing where there is no
    /// choice.
    pub fn of(settings: &Settings, locale: &Locale, next: impl Into<String>) -> Option<Self> {
        let view = |tag: &Locale| LanguageView {
            tag: tag.clone(),
            name: tag.own_name().to_owned(),
            selected: tag == locale,
        };
        settings.chooses_language().then(|| Self {
            action: settings.page(&settings.paths.language),
            next: next.into(),
            offered: settings.languages.offered.iter().map(view).collect(),
        })
    }
}

/// What every page knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// The name of the app.
    pub app_name: String,
    /// The language of the page: the `lang` attribute.
    pub locale: Locale,
    /// `ltr` or `rtl`: the `dir` attribute.
    pub direction: &'static str,
    /// Where the stylesheet is, with the hash of its content.
    pub stylesheet: String,
    /// The anti-forgery token of this visitor, for every form.
    pub csrf_token: String,
    /// How to call the user who is signed in.
    pub user: Option<String>,
    /// The other pages.
    pub links: Links,
    /// The languages to choose from, where there are several.
    pub languages: Option<LanguagesView>,
    /// One-time messages.
    pub notices: Vec<NoticeView>,
}

impl Site {
    /// With links that carry `next` along.
    #[must_use]
    pub fn leading_to(mut self, next: Option<&str>) -> Self {
        self.links = self.links.leading_to(next);
        self
    }
}

/// `rtl` for a script that runs from right to left, else `ltr`.
pub fn direction(locale: &Locale) -> &'static str {
    if locale.is_right_to_left() { "rtl" } else { "ltr" }
}
