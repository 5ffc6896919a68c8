//! Words and looks of one's own: `templates/` and `locales/` of this example, laid over what is built in.
//!
//! | file | what it shows |
//! |---|---|
//! | `templates/partials/head.html`, `footer.html` | a piece that stands on every page |
//! | `templates/mails/registered.txt`, `.html` | one mail, in both forms |
//! | `templates/pages/home.html`, `office.html`, `our-sign-in.html` | pages of one's own in the layout of the others, blocks of it filled |
//! | `locales/en/house.ftl` | single messages, and those for the codes of one's own rules |
//! | `locales/eo/house.ftl` | a language of one's own, begun: what it does not say is said in English |

use user_core::domain::Locale;
use user_render_handlebars::HandlebarsRenderer;

/// The renderer of the house. A file that is not right is named here, with its line, and the house does not open.
pub(crate) fn renderer() -> anyhow::Result<HandlebarsRenderer> {
    Ok(HandlebarsRenderer::builder()
        .overlay_templates(concat!(env!("CARGO_MANIFEST_DIR"), "/templates"))
        .overlay_locales(concat!(env!("CARGO_MANIFEST_DIR"), "/locales"))
        .build()?)
}

/// The languages that the house has words of its own in. In another one its pages would be half one, half the other.
pub(crate) fn languages() -> Vec<Locale> {
    ["en", "eo"].into_iter().filter_map(Locale::parse).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use user_core::domain::{Locale, MailKind};
    use user_core::ports::{MailPart, Renderer, Template};
    use user_core::views::samples;

    use super::{languages, renderer};

    #[test]
    fn every_page_and_mail_can_be_shown_in_every_language() {
        assert_eq!(renderer().unwrap().check(), Vec::<String>::new());
    }

    #[test]
    fn every_code_of_our_rules_has_words_in_every_language_we_offer() {
        let renderer = renderer().unwrap();

        let ids = [
            "username-looks-like-staff",
            "email-throwaway",
            "email-not-a-colleague",
            "password-house-word",
            "profile-not-a-phone-number",
            "profile-for-delivery",
        ];
        for id in ids {
            for language in languages() {
                assert!(renderer.has_message(id, &language), "{id} in {language}");
            }
        }
    }

    #[test]
    fn a_language_of_ones_own_says_what_it_can_and_the_rest_in_english() {
        let renderer = renderer().unwrap();
        let say = |id| renderer.message(id, &Locale::parse("eo").unwrap(), &json!({})).unwrap();

        assert_eq!(say("nav-sign-in"), "Ensaluti");
        assert_eq!(say("change-password-title"), "Change your password");
        assert_eq!(Locale::parse("eo").unwrap().own_name(), "Esperanto");
    }

    #[test]
    fn a_mail_has_our_subject_and_our_words_and_the_others_are_as_they_were() {
        let (renderer, english) = (renderer().unwrap(), Locale::english());
        let mail = |kind: MailKind, part| {
            let template = Template::Mail(kind.as_str(), part);
            let sample = samples(&english).into_iter().find(|sample| sample.template == template).unwrap();
            renderer.render(template, &english, &sample.data).unwrap()
        };

        assert!(mail(MailKind::REGISTERED, MailPart::Subject).contains("the kettle is on"));
        assert!(mail(MailKind::REGISTERED, MailPart::Text).contains("first pot"));
        assert!(mail(MailKind::REGISTERED, MailPart::Html).contains("first pot"));
        assert!(!mail(MailKind::PASSWORD_CHANGED, MailPart::Text).contains("first pot"));
    }
}
