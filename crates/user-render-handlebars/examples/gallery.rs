//! Renders scenes of every page, and every mail, in three themes to a folder, to be looked at in a browser:
//!
//! ```text
//! cargo run -p user-render-handlebars --example gallery -- FOLDER [LOCALE]
//! ```

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Serialize;
use user_core::domain::{Field, Locale, MailKind, Notice, Violation, Violations};
use user_core::flows::ConfirmationAsks;
use user_core::look::Look;
use user_core::pages::{Audience, Page};
use user_core::ports::{MailPart, Renderer, Template};
use user_core::settings::{CardStyle, Radius, Settings, Theme};
use user_core::views::{
    ConfirmEmailPage, ConfirmationView, EmailView, FactView, FormPage, FormView, Forms, Links, MailView,
    MailboxEntry, MailboxMail, MailboxMailPage, MailboxPage, MenuView, NoticeView, PersonView, ProblemPage,
    ProblemView, ProfilePage, ProfileView, SessionView, SessionsPage, Site, TextPiece, Typed, Wording,
    direction,
};
use user_render_handlebars::HandlebarsRenderer;

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("usage: gallery FOLDER [LOCALE]")?);
    let tag = arguments.next().unwrap_or_else(|| "en".to_owned());
    let locale = Locale::parse(&tag).ok_or("not a language tag")?;
    for (name, theme) in themes() {
        shows(folder.join(name), locale.clone(), theme)?;
    }
    Ok(())
}

/// The usual look, and two houses.
fn themes() -> [(&'static str, Theme); 3] {
    let told = |text: &str| Some(text.to_owned());
    let (mut forest, mut plum) = (Theme::default(), Theme::default());
    forest.accent = told("#2c6a3f");
    forest.background = told("#f5f2ea");
    forest.font = told("Georgia, \"Noto Serif\", serif");
    forest.radius = Radius::Small;
    plum.accent = told("#7b2d8b");
    plum.radius = Radius::Pill;
    plum.card = CardStyle::Flush;
    [("usual", Theme::default()), ("forest", forest), ("plum", plum)]
}

fn shows(folder: PathBuf, locale: Locale, theme: Theme) -> Outcome {
    fs::create_dir_all(&folder)?;
    let stylesheet = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../user-web/assets/user.css"))?;
    fs::write(folder.join("user.css"), stylesheet + &Look::of(&theme)?.css())?;
    let renderer = HandlebarsRenderer::builder().build()?;
    let mut settings = Settings::default();
    settings.theme = theme;
    let gallery = Gallery { renderer, folder, locale, settings };
    gallery.forms()?;
    gallery.account()?;
    gallery.problems()?;
    gallery.mails()?;
    gallery.mailbox()
}

struct Gallery {
    renderer: HandlebarsRenderer,
    folder: PathBuf,
    locale: Locale,
    settings: Settings,
}

impl Gallery {
    fn site(&self, user: Option<&str>, notices: &[Notice]) -> Site {
        let viewer = if user.is_some() { Audience::Users } else { Audience::Strangers };
        let mut links = Links::for_viewer(&self.settings, viewer);
        links.mailbox = Some("/dev/mailbox".to_owned());
        Site {
            app_name: "Rye & Barley".to_owned(),
            stylesheet: "user.css".to_owned(),
            csrf_token: "token".to_owned(),
            user: user.map(str::to_owned),
            person: user.map(|_| PersonView {
                name: "Augusta Ada King".to_owned(),
                initials: "AK".to_owned(),
                picture: None,
                account: Some("ada@example.com".to_owned()),
            }),
            menu: MenuView::for_viewer(&self.settings, viewer, "/user/profile"),
            links,
            notices: notices.iter().map(NoticeView::from).collect(),
            ..Site::for_viewer(&self.settings, &self.locale, viewer)
        }
    }

    fn page(&self, file: &str, name: &str, view: &impl Serialize) -> Outcome {
        let html = self.renderer.render(Template::Page(name), &self.locale, &serde_json::to_value(view)?)?;
        write(&self.folder.join(format!("{file}.html")), &html)
    }

    fn form(&self, file: &str, form: FormView, notices: &[Notice]) -> Outcome {
        let page = Page::named(form.name);
        let user = page.filter(|page| page.audience() == Some(Audience::Users)).map(|_| "ada");
        let name = form.name;
        self.page(file, name, &FormPage { site: self.site(user, notices), form })
    }

    fn forms(&self) -> Outcome {
        let forms = Forms::new(&self.settings, 8);
        let typed = Typed {
            username: "ada!".into(),
            email: "ada@example".into(),
            remember_me: true,
            ..Typed::default()
        };
        let ada = Typed { username: "ada".into(), ..Typed::default() };
        for form in forms.all(&Typed::default(), &ada) {
            self.form(form.name, form.refused(&Violations::none()), &[])?;
        }
        self.confirming(&forms)?;
        let mut wrong = Violations::one(Field::Username, Violation::BadCharacters);
        wrong.add(Field::Username, Violation::TooShort { min: 5 });
        wrong.add(Field::Email, Violation::Malformed);
        wrong.add(Field::Password, Violation::TooCommon);
        wrong.add(Field::RetypePassword, Violation::Mismatch);
        self.form("register-refused", forms.register(&typed).refused(&wrong), &[])?;
        let wrong = Violations::one(Field::Username, Violation::BadCredentials);
        self.form("sign-in-refused", forms.sign_in(&typed).refused(&wrong), &[])?;
        let wrong = Violations::one(Field::Form, Violation::Unconfirmed);
        self.form("sign-in-unconfirmed", forms.sign_in(&typed).refused(&wrong), &[])?;
        self.form("sign-in-notice", forms.sign_in(&typed), &[Notice::REGISTERED_CONFIRM])?;
        self.form("notices", forms.sign_in(&typed), &Notice::all())
    }

    fn confirming(&self, forms: &Forms<'_>) -> Outcome {
        let scenes = [
            ("confirm-email", ConfirmationAsks::Nothing, "nothing"),
            ("confirm-email-elsewhere", ConfirmationAsks::PasswordOrNew, "password-or-new"),
        ];
        for (file, asks, named) in scenes {
            let confirmation = ConfirmationView {
                address: "ada@example.com".into(),
                username: Some("ada".into()),
                registered_at: "2026-11-22T20:15:00Z".into(),
                registered: "2026-11-22 20:15 UTC".into(),
                user_agent: Some(
                    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".into(),
                ),
                asks: named,
            };
            let typed = Typed { username: "ada".into(), ..Typed::default() };
            let form = forms.confirm_email(asks, &typed).refused(&Violations::none());
            self.page(
                file,
                "confirm-email",
                &ConfirmEmailPage { site: self.site(None, &[]), form, confirmation },
            )?;
        }
        Ok(())
    }

    fn account(&self) -> Outcome {
        let email =
            |address: &str, confirmed, primary| EmailView { address: address.into(), confirmed, primary };
        let fact = |label: &str, value| FactView { label: Wording::text(label), value };
        let profile = ProfileView {
            name: "ada".into(),
            initials: "A".into(),
            picture: None,
            facts: vec![
                fact("First name", Wording::text("Augusta Ada")),
                fact("Born", Wording::message("profile-no-value")),
                fact("Newsletter", Wording::message("profile-yes")),
            ],
            username: Some("ada".into()),
            emails: vec![
                email("ada@example.com", true, true),
                email("augusta.ada.king.noel.countess.of.lovelace@mathematics.example.org", false, false),
            ],
            roles: vec!["admin".into(), "agent".into()],
            member_since: "2026-11-22".into(),
        };
        let site = self.site(Some("ada"), &[Notice::PASSWORD_CHANGED]);
        self.page("profile", "profile", &ProfilePage { site, profile })?;
        let session = |current: bool, agent: &str| SessionView {
            current,
            user_agent: agent.into(),
            address: "2001:db8:1c2e:77a1::7".into(),
            created_at: "2026-11-22T20:15:00Z".into(),
            created: "2026-11-22 20:15 UTC".into(),
            last_seen_at: "2026-11-22T20:16:00Z".into(),
            last_seen: "2026-11-22 20:16 UTC".into(),
            revoke: (!current).then(|| "/user/sessions/0".into()),
        };
        let sessions = vec![
            session(true, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            session(
                false,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/19.0 Mobile/15E148 Safari/604.1",
            ),
            session(false, ""),
        ];
        let (site, others) = (self.site(Some("ada"), &[]), Some("/user/sessions/others".to_owned()));
        self.page("sessions", "sessions", &SessionsPage { site, sessions, revoke_others: others, next: None })
    }

    fn problems(&self) -> Outcome {
        for (name, status, seconds) in [("not-found", 404, None), ("too-many-requests", 429, Some(900))] {
            let problem = ProblemView::new(name, status, seconds).leading_to("/", "link-home");
            self.page(
                &format!("problem-{status}"),
                "problem",
                &ProblemPage { site: self.site(None, &[]), problem },
            )?;
        }
        Ok(())
    }

    fn mails(&self) -> Outcome {
        for kind in MailKind::ALL {
            let data = serde_json::to_value(self.mail(*kind))?;
            let part = |part| self.renderer.render(Template::Mail(kind.as_str(), part), &self.locale, &data);
            write(&self.folder.join(format!("mail-{}.html", kind.as_str())), &part(MailPart::Html)?)?;
            let text = format!("Subject: {}\n\n{}", part(MailPart::Subject)?, part(MailPart::Text)?);
            write(&self.folder.join(format!("mail-{}.txt", kind.as_str())), &text)?;
        }
        Ok(())
    }

    fn mail(&self, kind: MailKind) -> MailView {
        let undo = matches!(
            kind,
            MailKind::PASSWORD_CHANGED
                | MailKind::RECOVERY_CODES_MADE
                | MailKind::RECOVERY_CODE_USED
                | MailKind::USERNAME_CHANGED
                | MailKind::EMAIL_ADDED
                | MailKind::EMAIL_CONFIRMED
                | MailKind::EMAIL_REMOVED
                | MailKind::PRIMARY_EMAIL_CHANGED
        );
        let linked = undo
            || matches!(
                kind,
                MailKind::REGISTERED | MailKind::CONFIRM_EMAIL | MailKind::FORGOT_PASSWORD | MailKind::INVITE
            );
        let about = undo
            && matches!(
                kind,
                MailKind::EMAIL_ADDED
                    | MailKind::EMAIL_CONFIRMED
                    | MailKind::EMAIL_REMOVED
                    | MailKind::PRIMARY_EMAIL_CHANGED
            );
        MailView {
            kind,
            app_name: "Rye & Barley".into(),
            home: "https://rye.example".into(),
            locale: self.locale.clone(),
            direction: direction(&self.locale),
            look: Look::of(&self.settings.theme).unwrap_or_default().for_mails(),
            support_email: Some("desk@rye.example".into()),
            name: Some("ada".into()),
            email: "ada@example.com".into(),
            link: linked
                .then(|| "https://rye.example/user/confirm-email/qK3vX0m2T7yFhLr9WcBnZdPe4AsGuJ1oIt6".into()),
            link_days: if undo { 7 } else { 0 },
            link_hours: 48,
            link_minutes: 2_880,
            sign_in: "https://rye.example/user/sign-in".into(),
            forgot_password: Some("https://rye.example/user/forgot-password".into()),
            new_username: (kind == MailKind::USERNAME_CHANGED).then(|| "countess".into()),
            about: about.then(|| "lovelace@example.org".into()),
            at: (undo || !linked).then(|| "2026-11-22 20:15 UTC".into()),
            due: matches!(kind, MailKind::DELETION_SCHEDULED | MailKind::EXPORT_READY)
                .then(|| "2026-12-22 20:15 UTC".into()),
            user_agent: (undo || !linked).then(|| "Firefox 140 on Linux".into()),
            address: (undo || !linked).then(|| "192.0.2.7".into()),
            inviter: (kind == MailKind::INVITE).then(|| "grace".into()),
        }
    }

    fn mailbox(&self) -> Outcome {
        let entry = |subject: &str| MailboxEntry {
            href: "/dev/mailbox/1".into(),
            to: "ada@example.com".into(),
            subject: subject.into(),
            date_at: "2026-11-22T20:15:00Z".into(),
            date: "2026-11-22 20:15 UTC".into(),
        };
        let mails = vec![entry("Welcome to Rye & Barley"), entry("Choose a new password for Rye & Barley")];
        self.page("mailbox", "mailbox", &MailboxPage { site: self.site(None, &[]), mails })?;
        self.page("mailbox-empty", "mailbox", &MailboxPage { site: self.site(None, &[]), mails: vec![] })?;
        for face in ["text", "html", "source"] {
            let page = MailboxMailPage { site: self.site(None, &[]), face, mail: self.mailbox_mail()? };
            self.page(&format!("mailbox-{face}"), "mailbox-mail", &page)?;
        }
        Ok(())
    }

    fn mailbox_mail(&self) -> Result<MailboxMail, Box<dyn Error>> {
        let data = serde_json::to_value(self.mail(MailKind::REGISTERED))?;
        let text = self.renderer.render(Template::Mail("registered", MailPart::Text), &self.locale, &data)?;
        let text = text
            .split_inclusive('\n')
            .map(|line| TextPiece {
                text: line.into(),
                href: line.starts_with("http").then(|| line.trim().into()),
            })
            .collect();
        Ok(MailboxMail {
            list: "mailbox.html".into(),
            text_href: "mailbox-text.html".into(),
            html_href: "mailbox-html.html".into(),
            source_href: "mailbox-source.html".into(),
            frame_href: "mail-registered.html".into(),
            from: "Rye & Barley <no-reply@rye.example>".into(),
            to: "ada@example.com".into(),
            subject: "Welcome to Rye & Barley".into(),
            date: "2026-11-22 20:15 UTC".into(),
            text,
            source:
                "From: \"Rye & Barley\" <no-reply@rye.example>\nTo: ada@example.com\nSubject: Welcome\n\n<p>"
                    .into(),
            links: vec!["https://rye.example/user/confirm-email/qK3vX0m2T7yFhLr9WcBnZdPe4AsGuJ1oIt6".into()],
        })
    }
}

fn write(file: &Path, text: &str) -> Outcome {
    Ok(fs::write(file, text)?)
}
