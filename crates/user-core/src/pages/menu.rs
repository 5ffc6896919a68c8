//! The menu of the account pages: those of the table that are on, and pages of the app's own.

use serde::Serialize;

use super::{Audience, MenuGroup, Page, icons};
use crate::domain::Locale;
use crate::ports::Renderer;
use crate::settings::{Settings, SettingsFault, is_below, is_path};
use crate::views::{MessageView, Wording};

/// The menu of the account pages, as one page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MenuView {
    /// The groups that have a page for this user, in order; none for a visitor who is not signed in.
    pub groups: Vec<MenuGroupView>,
    /// Whether the menu leads to any page but the current one.
    pub leads_elsewhere: bool,
}

/// A group of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MenuGroupView {
    /// Which group it is: `you`, `security` or `site`.
    pub id: &'static str,
    /// What stands above its pages; for `site` the name of the app.
    pub label: Wording,
    /// Its pages, in order.
    pub items: Vec<MenuItemView>,
}

/// A page in the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MenuItemView {
    /// The name of the page, such as `change-username`.
    pub id: String,
    /// What the page is called in the menu: the message `menu-<id>` for a page of ours, `<id>-title` for one of the
    /// app's own.
    pub label: MessageView,
    /// What the page is for, in a sentence.
    pub hint: Option<MessageView>,
    /// Its icon: the `d` of an SVG path in a box of 24 by 24, drawn as a line.
    pub icon: &'static str,
    /// How many things wait for the reader there.
    pub badge: Option<usize>,
    /// Where the page is.
    pub href: String,
    /// Whether the reader is on this page, or below it: `aria-current`.
    pub current: bool,
}

/// A page of the app's own in the menu.
#[derive(Clone, Debug)]
pub(crate) struct OwnPage {
    pub(crate) group: MenuGroup,
    pub(crate) id: String,
    pub(crate) path: String,
}

impl MenuView {
    /// The menu for `viewer`, who is at the path `here` as browsers see it, without pages of the app's own.
    pub fn for_viewer(settings: &Settings, viewer: Audience, here: &str) -> Self {
        Self::new(settings, &[], viewer, here)
    }

    /// The same: the pages of the table, then in each group those of the app.
    pub(crate) fn new(settings: &Settings, own: &[OwnPage], viewer: Audience, here: &str) -> Self {
        let here = here.split(['?', '#']).next().unwrap_or_default();
        let pages: Vec<_> =
            Page::ALL.into_iter().filter(|page| page.is_linked_for(viewer, settings)).collect();
        let own = if viewer == Audience::Strangers { &[] } else { own };
        let groups = MenuGroup::ALL.into_iter().map(|group| {
            let ours =
                pages.iter().filter(|page| page.menu() == Some(group)).map(|page| item_of(*page, settings));
            let own = own.iter().filter(|page| page.group == group).map(|page| item_of_own(page, settings));
            let label = heading(group, settings);
            MenuGroupView { id: group.id(), label, items: ours.chain(own).collect() }
        });
        let mut groups: Vec<_> = groups.filter(|group| !group.items.is_empty()).collect();
        let items = || groups.iter().flat_map(|group| &group.items);
        let found = items().filter(|item| is_below(&item.href, here)).max_by_key(|item| item.href.len());
        let current = found.map(|item| item.href.clone());
        let leads_elsewhere = items().any(|item| Some(&item.href) != current.as_ref());
        for item in groups.iter_mut().flat_map(|group| &mut group.items) {
            item.current = Some(&item.href) == current.as_ref();
        }
        Self { groups, leads_elsewhere }
    }

    /// With the number of things that wait for the reader on the page of this id; none shows no number.
    pub fn set_badge(&mut self, id: &str, waiting: usize) {
        for item in self.groups.iter_mut().flat_map(|group| &mut group.items).filter(|item| item.id == id) {
            item.badge = Some(waiting).filter(|waiting| *waiting > 0);
        }
    }
}

fn heading(group: MenuGroup, settings: &Settings) -> Wording {
    match group {
        MenuGroup::You => Wording::message("menu-you"),
        MenuGroup::Security => Wording::message("menu-security"),
        MenuGroup::Site => Wording::text(&settings.app_name),
    }
}

fn item_of(page: Page, settings: &Settings) -> MenuItemView {
    let id = page.name().replace('_', "-");
    MenuItemView {
        label: MessageView::new(format!("menu-{id}")),
        hint: page.hint().map(MessageView::new),
        icon: page.icon(),
        badge: None,
        href: settings.outside(&page.path(&settings.paths)),
        current: false,
        id,
    }
}

fn item_of_own(page: &OwnPage, settings: &Settings) -> MenuItemView {
    MenuItemView {
        label: MessageView::new(title_of(&page.id)),
        hint: Some(MessageView::new(hint_of_own(&page.id))),
        icon: icons::DOT,
        badge: None,
        href: settings.outside(&page.path),
        current: false,
        id: page.id.clone(),
    }
}

fn title_of(id: &str) -> String {
    format!("{id}-title")
}

fn hint_of_own(id: &str) -> String {
    format!("profile-{id}")
}

impl Settings {
    /// Everything that is wrong with the app's own pages in the menu.
    pub(crate) fn faults_in_menu(&self, own: &[OwnPage], renderer: &dyn Renderer) -> Vec<SettingsFault> {
        let mut faults = Vec::new();
        let mut taken: Vec<_> = Page::ALL.iter().map(|page| page.name().replace('_', "-")).collect();
        for page in own {
            let mut wrong = |problem: String| {
                faults.push(SettingsFault { setting: format!("account_page.{}", page.id), problem });
            };
            if !is_path(&page.path) {
                wrong("must have a path on this site, such as `/api-keys`".to_owned());
            }
            if page.id.is_empty() || !page.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                wrong("must have an id of lower-case letters and `-`, such as `api-keys`".to_owned());
                continue;
            }
            if taken.contains(&page.id) {
                wrong("is the id of another page: give each one of its own".to_owned());
            }
            taken.push(page.id.clone());
            for message in [title_of(&page.id), hint_of_own(&page.id)] {
                let locales = self.offered_locales(&renderer.locales());
                let lacks = |locale: &&Locale| !renderer.has_message(&message, locale);
                let lacking: Vec<_> = locales.iter().filter(lacks).map(Locale::as_str).collect();
                if !lacking.is_empty() {
                    wrong(format!("has no words: add the message `{message}` to {}", lacking.join(", ")));
                }
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> [OwnPage; 1] {
        [OwnPage { group: MenuGroup::Security, id: "api-keys".to_owned(), path: "/keys".to_owned() }]
    }

    fn shown(menu: &MenuView) -> Vec<(&'static str, String)> {
        let names =
            |group: &MenuGroupView| group.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
        menu.groups.iter().map(|group| (group.id, names(group).join(" "))).collect()
    }

    fn current(menu: &MenuView) -> Vec<&str> {
        let items = menu.groups.iter().flat_map(|group| &group.items);
        items.filter(|item| item.current).map(|item| item.id.as_str()).collect()
    }

    #[test]
    fn a_visitor_who_is_not_signed_in_has_no_menu() {
        let menu = MenuView::new(&Settings::default(), &own(), Audience::Strangers, "/user/sign-in");

        assert_eq!(menu, MenuView::default());
    }

    #[test]
    fn the_menu_has_the_pages_that_are_on_in_the_order_of_the_table_and_then_the_apps_own() {
        let menu = MenuView::new(&Settings::default(), &own(), Audience::Users, "/");

        let you = "profile edit-profile change-email".to_owned();
        let security = "change-username change-password sessions api-keys".to_owned();
        let site = "export-data delete-account".to_owned();
        assert_eq!(shown(&menu), [("you", you), ("security", security), ("site", site)]);
        assert!(menu.leads_elsewhere && current(&menu).is_empty());
    }

    #[test]
    fn a_page_that_is_off_is_not_in_the_menu_and_neither_is_its_group_when_it_was_the_last() {
        let mut settings = Settings::default();
        settings.features.change_password = false;
        settings.features.change_username = Some(false);
        settings.features.sessions = false;
        settings.features.delete_account = false;
        settings.features.export_data = Some(false);
        settings.features.edit_profile = Some(false);
        settings.features.change_email = Some(false);

        let menu = MenuView::new(&settings, &[], Audience::Users, "/user/profile");

        assert_eq!(shown(&menu), [("you", "profile".to_owned())]);
        assert!(!menu.leads_elsewhere, "there is nothing but the page itself");
    }

    #[test]
    fn only_users_who_may_invite_see_the_page_that_invites() {
        let mut settings = Settings::default();
        settings.invitations.mode = crate::settings::InvitationMode::Optional;
        let of = |viewer| MenuView::new(&settings, &[], viewer, "/user/invite");

        assert_eq!(current(&of(Audience::Users)), Vec::<&str>::new());
        let menu = of(Audience::Inviters);
        assert_eq!(current(&menu), ["invite"]);
        assert_eq!(shown(&menu).pop(), Some(("site", "invite export-data delete-account".to_owned())));
    }

    #[test]
    fn what_waits_on_a_page_is_counted_beside_it() {
        let mut menu = MenuView::new(&Settings::default(), &own(), Audience::Users, "/");

        menu.set_badge("api-keys", 2);
        menu.set_badge("sessions", 0);
        menu.set_badge("nowhere", 7);

        let items = menu.groups.iter().flat_map(|group| &group.items);
        let counted: Vec<_> = items.filter_map(|item| Some((item.id.as_str(), item.badge?))).collect();
        assert_eq!(counted, [("api-keys", 2)]);
    }

    #[test]
    fn the_current_page_is_the_nearest_above_the_reader() {
        let mut settings =
            Settings { public_base_url: "https://example.com/app".to_owned(), ..Settings::default() };
        settings.paths.sessions = "/profile/sessions".to_owned();
        let at = |here: &str| {
            let menu = MenuView::new(&settings, &own(), Audience::Users, here);
            current(&menu).first().map(|id| (*id).to_owned())
        };

        assert_eq!(at("/app/user/profile?next=/x").as_deref(), Some("profile"));
        assert_eq!(at("/app/user/profile/sessions").as_deref(), Some("sessions"));
        assert_eq!(at("/app/user/profile/sessions/others").as_deref(), Some("sessions"));
        assert_eq!(at("/app/keys/new").as_deref(), Some("api-keys"));
        assert_eq!(at("/app/keyset"), None);
        assert_eq!(at("/user/profile"), None, "not below the path of the app");
    }
}
