//! The look of pages and mails: the colours of a theme, and those that follow from them.
//!
//! Lightness is moved in OKLCH, where a colour stays what it is when it becomes lighter or darker. What is read has a contrast
//! of 4.5 at least (WCAG 2.2, 1.4.3).

use std::fmt::Write;

use palette::color_difference::Wcag21RelativeContrast;
use palette::{Clamp, FromColor, Oklch, Srgb};

use crate::settings::{CardStyle, Density, Radius, Theme};

/// The least contrast of words.
const CONTRAST: f32 = 4.5;

/// The colours where no theme says otherwise, in light and dark.
const ACCENT: Pair = Pair { light: Colour(0x34_51d1), dark: Colour(0x93_abff) };
const ON_ACCENT: Pair = Pair { light: Colour(0xff_ffff), dark: Colour(0x0c_1433) };
const PAGE: Pair = Pair { light: Colour(0xf6_f7f9), dark: Colour(0x0f_1115) };
const SURFACE: Pair = Pair { light: Colour(0xff_ffff), dark: Colour(0x17_1a20) };

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Colour(u32);

/// A colour in light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    light: Colour,
    dark: Colour,
}

/// The colours of a theme with all that follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    theme: Theme,
    accent: Pair,
    on_accent: Pair,
    page: Pair,
}

impl Look {
    /// The look of this theme, or the name of a setting that is no colour.
    pub fn of(theme: &Theme) -> Result<Self, &'static str> {
        let told = |name, text: &Option<String>| match text.as_deref() {
            None | Some("auto") => Ok(None),
            Some(text) => Colour::parse(text).ok_or(name).map(Some),
        };
        let accent = told("accent", &theme.accent)?;
        let accent_dark = told("accent_dark", &theme.accent_dark)?;
        let page = told("background", &theme.background)?;
        let page_dark = told("background_dark", &theme.background_dark)?;
        let page = Pair {
            light: page.unwrap_or(PAGE.light),
            dark: page_dark.or(page.map(Colour::darkened)).unwrap_or(PAGE.dark),
        };
        let accent = Pair {
            light: accent.unwrap_or(ACCENT.light),
            dark: accent_dark.or(accent.map(|accent| accent.lit_on(SURFACE.dark))).unwrap_or(ACCENT.dark),
        };
        let on =
            |accent: Colour, usual: Pair, own: Colour| if accent == own { usual } else { accent.words() };
        let on_accent = Pair {
            light: on(accent.light, ON_ACCENT, ACCENT.light).light,
            dark: on(accent.dark, ON_ACCENT, ACCENT.dark).dark,
        };
        Ok(Self { theme: theme.clone(), accent, on_accent, page })
    }

    /// The settings whose colours cannot be read on what is behind them, with what to change.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let sides = [
            ("accent", self.accent.light, self.page.light, SURFACE.light),
            ("accent_dark", self.accent.dark, self.page.dark, SURFACE.dark),
        ];
        let unreadable = |(name, accent, page, surface): (&'static str, Colour, Colour, Colour)| {
            let behind = if accent.contrast(page) < accent.contrast(surface) { page } else { surface };
            let found = accent.contrast(behind);
            let better = accent.read_on(behind);
            (found < CONTRAST).then(|| {
                let problem = format!(
                    "{accent} has a contrast of {found:.1} to {behind}, and links need {CONTRAST}: take {better}"
                );
                (name, problem)
            })
        };
        sides.into_iter().filter_map(unreadable).collect()
    }

    /// What a stylesheet says after that of the pages; empty for the usual look.
    pub fn css(&self) -> String {
        let theme = &self.theme;
        if *theme == Theme::default() {
            return String::new();
        }
        let mut plain = String::new();
        let (mut both, scheme) = (String::new(), self.theme.color_scheme());
        let _ = write!(both, "color-scheme:{scheme};");
        let colours = [
            ("accent", self.accent, ACCENT),
            ("on-accent", self.on_accent, ON_ACCENT),
            ("page", self.page, PAGE),
        ];
        for (name, Pair { light, dark }, usual) in colours {
            if (Pair { light, dark }) != usual {
                let _ = write!(plain, "--user-{name}:{light};");
                let _ = write!(both, "--user-{name}:light-dark({light},{dark});");
            }
        }
        for (name, font) in [("font", &theme.font), ("font-heading", &theme.heading_font)] {
            if let Some(font) = font.as_deref().filter(|font| *font != "system") {
                let _ = write!(plain, "--user-{name}:{font};");
            }
        }
        plain.push_str(match theme.radius {
            Radius::None => "--user-radius:0px;",
            Radius::Small => "--user-radius:.375rem;",
            Radius::Medium => "",
            Radius::Large => "--user-radius:1rem;",
            Radius::Pill => "--user-radius:1.375rem;",
        });
        if theme.density == Density::Compact {
            plain.push_str("--user-space:.2rem;--user-control-height:2.5rem;");
        }
        if theme.card == CardStyle::Flush {
            plain.push_str("--user-shadow:none;--user-shadow-raised:none;");
        }
        format!(":root{{{plain}}}@supports (color:light-dark(#000,#fff)){{:root{{{both}}}}}\n")
    }

    /// The colours for mails.
    pub fn for_mails(&self) -> MailLook {
        MailLook {
            accent: self.accent.light.to_string(),
            on_accent: self.on_accent.light.to_string(),
            accent_dark: self.accent.dark.to_string(),
            on_accent_dark: self.on_accent.dark.to_string(),
            page: self.page.light.to_string(),
            page_dark: self.page.dark.to_string(),
            radius: match self.theme.radius {
                Radius::None => 0,
                Radius::Small => 6,
                Radius::Medium => 10,
                Radius::Large => 16,
                Radius::Pill => 22,
            },
            scheme: self.theme.color_scheme(),
        }
    }
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Theme::default(), accent: ACCENT, on_accent: ON_ACCENT, page: PAGE }
    }
}

/// The colours and corners of mails, whose programs know no variables.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct MailLook {
    /// Buttons and links.
    pub accent: String,
    /// Words on a button.
    pub on_accent: String,
    /// The same in the dark.
    pub accent_dark: String,
    /// Words on a button in the dark.
    pub on_accent_dark: String,
    /// Behind everything.
    pub page: String,
    /// The same in the dark.
    pub page_dark: String,
    /// How round corners are, in pixels.
    pub radius: u8,
    /// `light dark`, `light` or `dark`.
    pub scheme: &'static str,
}

impl Colour {
    /// Reads `#2c6a3f` or `#283`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let whole: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        u32::from_str_radix(&whole, 16).ok().map(Self)
    }

    fn rgb(self) -> Srgb<f32> {
        let [_, red, green, blue] = self.0.to_be_bytes();
        Srgb::new(red, green, blue).into_format()
    }

    fn of(colour: Oklch) -> Self {
        let Srgb { red, green, blue, .. } = Srgb::from_color(colour).clamp().into_format::<u8>();
        Self(u32::from_be_bytes([0, red, green, blue]))
    }

    fn oklch(self) -> Oklch {
        Oklch::from_color(self.rgb())
    }

    fn contrast(self, other: Self) -> f32 {
        self.rgb().relative_contrast(other.rgb())
    }

    /// The same colour at another lightness. What screens cannot show becomes less colourful.
    fn at(self, lightness: f32) -> Self {
        let mut colour = self.oklch();
        colour.l = lightness;
        colour.chroma *= 1.0 - (lightness - 0.7).abs().min(0.3);
        Self::of(colour)
    }

    /// The nearest lightness at which it can be read on `behind`.
    fn read_on(self, behind: Self) -> Self {
        let (own, to) = (self.oklch().l, if behind.oklch().l > 0.5 { 0.0 } else { 1.0 });
        let steps = (0_u8..=50).map(|step| own + (to - own) * f32::from(step) / 50.0);
        let found =
            steps.map(|lightness| self.at(lightness)).find(|colour| colour.contrast(behind) >= CONTRAST);
        found.unwrap_or(if to > 0.5 { Self(0xff_ffff) } else { Self(0) })
    }

    /// What it becomes on a dark ground: as light as words need, and well above that.
    fn lit_on(self, dark: Self) -> Self {
        self.at(self.oklch().l.max(0.76)).read_on(dark)
    }

    /// What a light ground becomes in the dark.
    fn darkened(self) -> Self {
        let mut colour = self.oklch();
        colour.l = 0.18;
        Self::of(colour)
    }

    /// Words on it, in light and dark alike: white, or a shade of its own that is nearly black.
    fn words(self) -> Pair {
        let white = Self(0xff_ffff);
        let mut shade = self.oklch();
        shade.l = 0.2;
        shade.chroma = shade.chroma.min(0.06);
        let shade = Self::of(shade);
        let found = [white, shade, Self(0)].into_iter().find(|words| words.contrast(self) >= CONTRAST);
        let words = found.unwrap_or(white);
        Pair { light: words, dark: words }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Scheme;

    fn with(change: impl FnOnce(&mut Theme)) -> Look {
        let mut theme = Theme::default();
        change(&mut theme);
        Look::of(&theme).unwrap()
    }

    #[test]
    fn the_usual_look_needs_no_words() {
        let look = Look::of(&Theme::default()).unwrap();

        assert_eq!(look.css(), "");
        assert_eq!(look.faults(), []);
        assert_eq!(look.for_mails().accent, "#3451d1");
    }

    #[test]
    fn every_accent_has_a_dark_partner_and_words_that_can_be_read() {
        let accents = ["#2c6a3f", "#000", "#b0231c", "#7a4a00", "#0057b8", "#6d28d9", "#00695c", "#c2185b"];
        for accent in accents {
            let look = with(|theme| theme.accent = Some(accent.to_owned()));

            assert_eq!(look.faults(), [], "{accent}");
            assert!(look.accent.light.contrast(look.on_accent.light) >= CONTRAST, "{look:?}");
            assert!(look.accent.dark.contrast(look.on_accent.dark) >= CONTRAST, "{look:?}");
            for ground in [SURFACE.dark, PAGE.dark] {
                assert!(look.accent.dark.contrast(ground) >= CONTRAST, "{look:?}");
            }
        }
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_told_with_one_that_can() {
        let look = with(|theme| theme.accent = Some("#ffcc00".to_owned()));
        let (name, problem) = look.faults().remove(0);

        assert_eq!(name, "accent");
        let better = problem.rsplit(' ').next().unwrap().to_owned();
        assert_eq!(with(|theme| theme.accent = Some(better.clone())).faults(), [], "{problem}");
    }

    #[test]
    fn a_theme_is_a_few_lines_of_css() {
        let look = with(|theme| {
            theme.accent = Some("#2C6A3F".to_owned());
            theme.font = Some("Georgia, serif".to_owned());
            theme.radius = Radius::Small;
            theme.scheme = Scheme::Light;
            theme.density = Density::Compact;
            theme.card = CardStyle::Flush;
        });

        let css = look.css();

        for part in [
            "--user-accent:#2c6a3f;",
            "--user-accent:light-dark(#2c6a3f,#",
            "--user-font:Georgia, serif;",
            "--user-radius:.375rem;",
            "color-scheme:light;",
            "--user-shadow:none;",
        ] {
            assert!(css.contains(part), "{part} in {css}");
        }
        assert!(!css.contains("--user-page"), "{css}");
    }

    #[test]
    fn a_colour_is_read_in_both_lengths_and_nothing_else_is_one() {
        assert_eq!(Colour::parse("#283"), Some(Colour(0x22_8833)));
        assert_eq!(Colour::parse(" #2C6A3F "), Some(Colour(0x2c_6a3f)));
        for wrong in ["2c6a3f", "#2c6a3", "#gggggg", "green", "", "#+12345"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}
