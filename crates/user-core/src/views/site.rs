//! What every page knows: the app, the visitor, and where the other pages are.

use serde::Serialize;

use super::NoticeView;
use crate::domain::{Locale, User};
use crate::pages::{Audience, Links, MenuView, Page};
use crate::settings::Settings;

impl Links {
    /// The links that these settings give a visitor who is signed in or not.
    pub fn for_visitor(settings: &Settings, signed_in: bool) -> Self {
        Self::for_viewer(settings, if signed_in { Audience::Users } else { Audience::Strangers })
    }

    /// The links that these settings give a viewer of a page.
    pub fn for_viewer(settings: &Settings, viewer: Audience) -> Self {
        let mut links = Self { home: settings.outside("/"), ..Self::default() };
        for page in Page::ALL.into_iter().filter(|page| page.is_linked_for(viewer, settings)) {
            if let Some(link) = links.link_mut(page) {
                *link = Some(settings.outside(&page.path(&settings.paths)));
            }
        }
        let preferred = settings.destinations.not_signed_in.as_ref();
        if preferred == Some(&Page::SignInOrRegister.path(&settings.paths)) {
            links.sign_in = links.sign_in_or_register.clone().or(links.sign_in);
        }
        links
    }

    /// With `next` carried along to the pages for visitors, which lead to one another: whichever of them lets the
    /// visitor in goes on to there.
    #[must_use]
    pub fn leading_to(mut self, next: Option<&str>) -> Self {
        let Some(next) = next else { return self };
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        for page in Page::ALL.into_iter().filter(|page| page.is_on_the_way_in()) {
            if let Some(Some(link)) = self.link_mut(page) {
                link.push('?');
                link.push_str(&query);
            }
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

/// What a page shows of the house that the site belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BrandView {
    /// Whether pages are light, dark or both: the element `meta` of the name `color-scheme`.
    pub scheme: &'static str,
    /// The letter that stands in for a logo.
    pub initial: String,
    /// Where the logo is; `None` where the name of the app stands for it.
    pub logo: Option<String>,
    /// Where the logo for the dark is, if it is another.
    pub logo_dark: Option<String>,
    /// Where the icon is that browsers show beside the title.
    pub icon: Option<String>,
    /// Help.
    pub help: Option<String>,
    /// The terms of use.
    pub terms: Option<String>,
    /// What is done with personal data.
    pub privacy: Option<String>,
    /// The address of those who help.
    pub support_email: Option<String>,
}

impl BrandView {
    /// What the settings say. Where the files of logos are served from, a front end knows.
    pub fn of(settings: &Settings) -> Self {
        let at = |link: &Option<String>| {
            link.as_ref()
                .map(|link| if link.starts_with('/') { settings.outside(link) } else { link.clone() })
        };
        let links = &settings.links;
        Self {
            scheme: settings.theme.color_scheme(),
            initial: settings.app_name.trim().chars().take(1).flat_map(char::to_uppercase).collect(),
            help: at(&links.help),
            terms: at(&links.terms),
            privacy: at(&links.privacy),
            support_email: links.support_email.clone(),
            ..Self::default()
        }
    }
}

/// A user as the top of a page shows them to themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// What the user is called in full.
    pub name: String,
    /// One or two letters that stand in for a picture.
    pub initials: String,
    /// Where the picture is; `None` without one.
    pub picture: Option<String>,
    /// What tells the account from others: the primary address, else the username; `None` where the name says that
    /// already.
    pub account: Option<String>,
}

impl PersonView {
    /// The view of `user`, whose picture is served from `picture`.
    pub fn of(user: &User, picture: Option<String>) -> Self {
        let name = user.full_name();
        let address = user.main_email().map(|email| email.address.to_string());
        let account = address.or_else(|| user.username.as_ref().map(ToString::to_string));
        Self { account: account.filter(|account| *account != name), initials: user.initials(), picture, name }
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
    /// How to call the user who is signed in: the first name where the app asks for it, else the username or address.
    pub user: Option<String>,
    /// How the house looks, and where it leads.
    pub brand: BrandView,
    /// The user who is signed in, for the menu at the top of the page.
    pub person: Option<PersonView>,
    /// The other pages.
    pub links: Links,
    /// The menu of the account pages, for a user who is signed in.
    pub menu: MenuView,
    /// The languages to choose from, where there are several.
    pub languages: Option<LanguagesView>,
    /// One-time messages.
    pub notices: Vec<NoticeView>,
}

impl Site {
    /// Returns what a page in `locale` shows to `viewer` with these settings: the name of the app, links, menu and
    /// languages, as at the front page. A front end adds what it alone knows:
    ///
    /// ```
    /// use user_core::domain::Locale;
    /// use user_core::pages::Audience;
    /// use user_core::settings::Settings;
    /// use user_core::views::Site;
    ///
    /// let (settings, locale) = (Settings::default(), Locale::english());
    /// let site = Site {
    ///     stylesheet: "/static/site.css".to_owned(),
    ///     csrf_token: "a token of this visitor".to_owned(),
    ///     user: Some("Ada".to_owned()),
    ///     ..Site::for_viewer(&settings, &locale, Audience::Users)
    /// };
    ///
    /// assert_eq!(site.links.profile.as_deref(), Some("/user/profile"));
    /// ```
    pub fn for_viewer(settings: &Settings, locale: &Locale, viewer: Audience) -> Self {
        let here = settings.outside("/");
        Self {
            app_name: settings.app_name.clone(),
            locale: locale.clone(),
            direction: direction(locale),
            stylesheet: String::new(),
            csrf_token: String::new(),
            user: None,
            brand: BrandView::of(settings),
            person: None,
            links: Links::for_viewer(settings, viewer),
            menu: MenuView::for_viewer(settings, viewer, &here),
            languages: LanguagesView::of(settings, locale, here),
            notices: Vec::new(),
        }
    }

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
