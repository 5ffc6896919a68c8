//! A renderer that shows what it was given.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use user_core::domain::Locale;
use user_core::ports::{MailPart, Port, PortError, Renderer, Template};

/// A [`Renderer`] without words: it names the template, the locale and the data, in that order.
///
/// A page reads `pages/sign_in.html [en] {"form":…}`. A mail's text reads the same with its link, if it has one, in a
/// line before the data, so that [`SentMail::link_in`](crate::SentMail::link_in) finds it. A message reads
/// `notice-signed-out [en] {}`. It escapes nothing: not for browsers.
#[derive(Clone, Debug)]
pub struct PlainRenderer {
    locales: Vec<Locale>,
    broken: Arc<Mutex<BTreeSet<String>>>,
}

impl PlainRenderer {
    /// A renderer for English alone.
    pub fn new() -> Self {
        Self::default()
    }

    /// A renderer for these languages.
    pub fn in_locales(locales: impl IntoIterator<Item = Locale>) -> Self {
        Self { locales: locales.into_iter().collect(), broken: Arc::default() }
    }

    /// From now on, the template at this path (`mails/registered.html`) cannot be rendered.
    pub fn break_template(&self, path: impl Into<String>) {
        self.broken.lock().unwrap_or_else(PoisonError::into_inner).insert(path.into());
    }

    /// From now on, there is no message of this id in any language.
    pub fn lose_message(&self, id: impl Into<String>) {
        self.break_template(id);
    }

    /// From now on, every template can be rendered again, and every message is back.
    pub fn recover(&self) {
        self.broken.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn is_broken(&self, path: &str) -> bool {
        self.broken.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    fn served(&self, locale: &Locale) -> Locale {
        locale.best_of(&self.locales).unwrap_or_else(Locale::english)
    }
}

impl Default for PlainRenderer {
    fn default() -> Self {
        Self::in_locales([Locale::english()])
    }
}

impl Renderer for PlainRenderer {
    fn render(&self, template: Template<'_>, locale: &Locale, data: &Value) -> Result<String, PortError> {
        let path = template.path();
        if self.is_broken(&path) {
            return Err(PortError::new(Port::Renderer, format!("{path} was told to fail")));
        }
        let link = data.get("link").and_then(Value::as_str).map(|link| format!("\n{link}\n"));
        let link = link.filter(|_| matches!(template, Template::Mail(_, MailPart::Text)));
        Ok(format!("{path} [{}] {}{data}", self.served(locale), link.unwrap_or_default()))
    }

    fn message(&self, id: &str, locale: &Locale, arguments: &Value) -> Result<String, PortError> {
        if self.is_broken(id) {
            return Err(PortError::new(Port::Renderer, format!("{id} is lost")));
        }
        Ok(format!("{id} [{}] {arguments}", self.served(locale)))
    }

    fn has_message(&self, id: &str, locale: &Locale) -> bool {
        self.locales.contains(locale) && !self.is_broken(id)
    }

    fn locales(&self) -> Vec<Locale> {
        self.locales.clone()
    }

    fn check(&self) -> Vec<String> {
        let broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
        broken.iter().map(|path| format!("{path} was told to fail")).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn output_names_the_template_the_language_served_and_the_data() {
        let nl = Locale::parse("nl").unwrap();
        let renderer = PlainRenderer::in_locales([Locale::english(), nl]);
        let flemish = Locale::parse("nl-BE").unwrap();

        let page = renderer.render(Template::Page("sign_in"), &flemish, &json!({"b": 1, "a": "x"})).unwrap();
        let message = renderer.message("username-taken", &Locale::english(), &json!({})).unwrap();

        assert_eq!(page, r#"pages/sign_in.html [nl] {"a":"x","b":1}"#);
        assert_eq!(message, "username-taken [en] {}");
    }

    #[test]
    fn a_subject_is_one_line_and_a_text_puts_the_link_first() {
        let data = json!({"home": "https://site.example", "link": "https://site.example/a"});
        let render =
            |part| PlainRenderer::new().render(Template::Mail("x", part), &Locale::english(), &data).unwrap();

        assert_eq!(render(MailPart::Subject).lines().count(), 1);
        assert_eq!(render(MailPart::Text).lines().nth(1), Some("https://site.example/a"));
    }

    #[test]
    fn a_broken_template_fails_alone_and_is_named_by_the_check() {
        let renderer = PlainRenderer::new();
        renderer.break_template("pages/sign_in.html");
        let render = |name| renderer.render(Template::Page(name), &Locale::english(), &json!({}));

        assert!(render("sign_in").is_err() && render("register").is_ok());
        assert_eq!(renderer.check().len(), 1);

        renderer.recover();
        assert!(render("sign_in").is_ok() && renderer.check().is_empty());
    }
}
