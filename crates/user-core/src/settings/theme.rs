//! What pages and mails look like, and where they lead outside of the account pages.

use serde::{Deserialize, Serialize};
use url::Url;

use super::{Settings, SettingsFault, is_path};
use crate::domain::EmailAddress;
use crate::look::Look;

/// The look of pages and mails. What stands on the accent, and what it becomes in the dark, is computed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Theme {
    /// The colour of buttons and links, such as `#2c6a3f`. Default: a blue.
    pub accent: Option<String>,
    /// The same in the dark. Default: computed from `accent`.
    pub accent_dark: Option<String>,
    /// The colour behind everything. Default: nearly white.
    pub background: Option<String>,
    /// The same in the dark. Default: computed from `background`.
    pub background_dark: Option<String>,
    /// The file of a logo, as SVG, PNG, JPEG or WebP. Default: the name of the app.
    pub logo: Option<String>,
    /// The file of the logo in the dark. Default: `logo`.
    pub logo_dark: Option<String>,
    /// The file of the icon that browsers show beside the title. Default: none.
    pub icon: Option<String>,
    /// The typeface, as a list for CSS: `Georgia, serif`. Default: that of the system.
    pub font: Option<String>,
    /// The typeface of headings. Default: `font`.
    pub heading_font: Option<String>,
    /// How round corners are.
    pub radius: Radius,
    /// Whether pages are light, dark, or as the reader's system is.
    pub scheme: Scheme,
    /// How much space there is.
    pub density: Density,
    /// Whether cards stand out from the page.
    pub card: CardStyle,
}

/// How round corners are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Radius {
    /// Not at all.
    None,
    /// A little: 6 pixels.
    Small,
    /// 10 pixels.
    #[default]
    Medium,
    /// 16 pixels.
    Large,
    /// Buttons and fields have round ends.
    Pill,
}

/// Whether pages are light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// As the reader's system is.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How much space there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Plenty.
    #[default]
    Comfortable,
    /// Less.
    Compact,
}

/// Whether cards stand out from the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CardStyle {
    /// By a shadow.
    #[default]
    Raised,
    /// By their edge alone.
    Flush,
}

/// Where pages and mails lead outside of the account pages: paths of the site, or URLs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SiteLinks {
    /// Help. Default: no link.
    pub help: Option<String>,
    /// The terms of use. Default: no link.
    pub terms: Option<String>,
    /// What is done with personal data. Default: no link.
    pub privacy: Option<String>,
    /// The address of those who help. Default: no link.
    pub support_email: Option<String>,
}

impl Theme {
    /// What CSS and the element `meta` call the scheme.
    pub const fn color_scheme(&self) -> &'static str {
        match self.scheme {
            Scheme::Auto => "light dark",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

impl Settings {
    pub(super) fn check_theme(&self, faults: &mut Vec<SettingsFault>) {
        let theme = &self.theme;
        for (name, font) in [("font", &theme.font), ("heading_font", &theme.heading_font)] {
            if font.as_deref().is_some_and(|font| !is_font(font)) {
                let problem = "must be a list of typefaces, such as `Georgia, \"Noto Serif\", serif`";
                faults.push(SettingsFault::new(format!("theme.{name}"), problem));
            }
        }
        match Look::of(theme) {
            Ok(look) => faults.extend(
                look.faults()
                    .into_iter()
                    .map(|(name, problem)| SettingsFault::new(format!("theme.{name}"), problem)),
            ),
            Err(name) => {
                let problem = "must be a colour such as `#2c6a3f`";
                faults.push(SettingsFault::new(format!("theme.{name}"), problem));
            }
        }
    }

    pub(super) fn check_links(&self, faults: &mut Vec<SettingsFault>) {
        let links = &self.links;
        for (name, link) in [("help", &links.help), ("terms", &links.terms), ("privacy", &links.privacy)] {
            if link.as_deref().is_some_and(|link| !is_path(link) && !is_web_url(link)) {
                let problem = "must be a path of the site such as `/help`, or a URL with https";
                faults.push(SettingsFault::new(format!("links.{name}"), problem));
            }
        }
        if links.support_email.as_deref().is_some_and(|address| EmailAddress::parse(address).is_err()) {
            faults.push(SettingsFault::new("links.support_email", "must be an address: `desk@example.com`"));
        }
    }
}

fn is_web_url(link: &str) -> bool {
    Url::parse(link).is_ok_and(|url| matches!(url.scheme(), "https" | "http"))
}

/// Names and lists of them, and nothing with which CSS goes on to something else.
fn is_font(font: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '_' | '"' | '\'');
    !font.trim().is_empty()
        && font.len() <= 256
        && font.chars().all(plain)
        && font.matches('"').count().is_multiple_of(2)
        && font.matches('\'').count().is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(change: impl FnOnce(&mut Settings)) -> Vec<String> {
        let mut settings = Settings::default();
        change(&mut settings);
        settings.faults().into_iter().map(|fault| fault.setting).collect()
    }

    #[test]
    fn what_css_or_a_page_could_not_use_is_refused() {
        assert_eq!(faults(|s| s.theme.font = Some("x; } body { display: none".to_owned())), ["theme.font"]);
        assert_eq!(faults(|s| s.theme.heading_font = Some("\"open".to_owned())), ["theme.heading_font"]);
        assert_eq!(faults(|s| s.theme.accent = Some("green".to_owned())), ["theme.accent"]);
        assert_eq!(faults(|s| s.theme.background_dark = Some("#12".to_owned())), ["theme.background_dark"]);
        assert_eq!(faults(|s| s.links.help = Some("javascript:alert(1)".to_owned())), ["links.help"]);
        assert_eq!(faults(|s| s.links.support_email = Some("desk".to_owned())), ["links.support_email"]);
    }

    #[test]
    fn a_theme_and_links_that_work_are_taken() {
        let found = faults(|s| {
            s.theme.accent = Some("#2c6a3f".to_owned());
            s.theme.font = Some("Georgia, \"Noto Serif\", serif".to_owned());
            s.links.help = Some("/help".to_owned());
            s.links.terms = Some("https://example.com/terms".to_owned());
            s.links.support_email = Some("desk@example.com".to_owned());
        });

        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn an_accent_that_cannot_be_read_is_named_with_one_that_can() {
        let mut settings = Settings::default();
        settings.theme.accent = Some("#ffcc00".to_owned());

        let faults = settings.faults();

        assert_eq!(faults[0].setting, "theme.accent");
        assert!(faults[0].problem.contains("#ffcc00") && faults[0].problem.contains("4.5"), "{}", faults[0]);
    }
}
