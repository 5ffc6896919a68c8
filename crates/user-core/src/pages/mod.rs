//! The account pages, as a table: which there are, where they are, when they are on, who is led to them, where their
//! forms lead, and which of them are in the menu.
//!
//! [`Page`] is the key. Settings ([`Paths`], [`Destinations`]) and views ([`Links`]) have one entry for each page that
//! needs one, made from the same rows.

mod icons;
mod menu;
mod table;

pub(crate) use menu::OwnPage;
pub use menu::{MenuGroupView, MenuItemView, MenuView};
pub use table::{Destinations, Links, Page, Paths};

use crate::settings::Settings;

/// Whom other pages link to a page for; and who looks at a page, when its links and its menu are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Visitors who are not signed in.
    Strangers,
    /// Both: visitors, and users who are signed in.
    Everybody,
    /// Users who are signed in.
    Users,
    /// Users who may invite others. Only [`UserManager::invitation_right`](crate::UserManager::invitation_right) knows
    /// who may, so the link is there on pages that asked.
    Inviters,
}

/// A group of the menu of the account pages, in the order of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MenuGroup {
    /// What others know the user by: profile, picture, addresses.
    You,
    /// Ways in: username, password, sessions.
    Security,
    /// What the user has to do with others on this site.
    Site,
}

impl MenuGroup {
    /// Every group, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::You, Self::Security, Self::Site];

    /// The name of the group in templates: `you`, `security` or `site`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Security => "security",
            Self::Site => "site",
        }
    }
}

impl Page {
    /// Finds a page by its [`name`](Self::name), or by the name of its template: `change-username`.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.replace('-', "_");
        Self::ALL.into_iter().find(|page| page.name() == name)
    }

    /// Whether visitors come to this page on their way to another one.
    pub(crate) fn is_on_the_way_in(self) -> bool {
        matches!(self.audience(), Some(Audience::Strangers | Audience::Everybody))
    }

    /// Whether pages that `viewer` looks at link to this page, with these settings.
    pub fn is_linked_for(self, viewer: Audience, settings: &Settings) -> bool {
        let is_theirs = match self.audience() {
            Some(Audience::Strangers) => viewer == Audience::Strangers,
            Some(Audience::Everybody) => true,
            Some(Audience::Users) => viewer != Audience::Strangers,
            Some(Audience::Inviters) => viewer == Audience::Inviters,
            None => false,
        };
        // Where registering needs an invitation, only the link of one leads to the page.
        is_theirs && self.is_on(settings) && (self != Self::Register || settings.registers_anybody())
    }
}

impl Settings {
    /// Returns where the form of `page` leads when the visitor asked for nothing else: the setting in
    /// [`Destinations`], else the page that the table of pages names, else `destinations.after_sign_in`.
    pub fn after(&self, page: Page) -> String {
        let (set, usual) = (self.destinations.after(page), page.destination().map(|(_, usual)| usual));
        match (set, usual) {
            (Some(set), _) => set.to_owned(),
            (None, Some(usual)) => usual.path(&self.paths),
            (None, None) => self.destinations.after_sign_in.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_can_be_off_names_the_switch() {
        let always: Vec<_> = Page::ALL.into_iter().filter(|page| page.switch().is_none()).collect();

        assert_eq!(always, [Page::SignIn, Page::SignOut, Page::Profile, Page::KeepAccount]);
        assert!(always.iter().all(|page| page.is_on(&Settings::default())));
    }

    #[test]
    fn every_page_with_a_setting_for_its_path_is_at_that_path() {
        let paths = Paths { prefix: "/me".to_owned(), sign_in: "/enter".to_owned(), ..Paths::default() };

        for (name, path) in paths.all().into_iter().filter(|(name, _)| *name != "assets") {
            let page = Page::ALL.into_iter().find(|page| page.name() == name);
            assert_eq!(page.map(|page| page.path(&paths)), Some(paths.whole(path)), "{name}");
        }
        assert_eq!(Page::ChangePasswordUrl.path(&paths), "/.well-known/change-password");
    }

    #[test]
    fn a_form_leads_where_a_setting_says_and_else_where_the_table_says() {
        let mut settings = Settings::default();

        assert_eq!(settings.after(Page::ChangeUsername), "/user/profile");
        assert_eq!(settings.after(Page::Invite), "/user/invite");
        assert_eq!(settings.after(Page::SignIn), "/");
        settings.destinations.after_change_username = Some("/hello".to_owned());
        assert_eq!(settings.after(Page::ChangeUsername), "/hello");
    }

    #[test]
    fn a_page_is_found_by_its_name_and_by_that_of_its_template() {
        assert_eq!(Page::named("change_username"), Some(Page::ChangeUsername));
        assert_eq!(Page::named("change-username"), Some(Page::ChangeUsername));
        assert_eq!(Page::named("home"), None);
    }

    #[test]
    fn only_pages_for_users_are_in_the_menu() {
        for page in Page::ALL.into_iter().filter(|page| page.menu().is_some()) {
            assert!(matches!(page.audience(), Some(Audience::Users | Audience::Inviters)), "{page:?}");
        }
    }
}
