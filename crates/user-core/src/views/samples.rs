//! Samples of every view: what a renderer renders to know that it can.

mod confirmation;
mod deletion;
mod invitations;
mod mailbox;
mod mails;
mod recovery_codes;
mod sign_in;
mod totp;

use serde::Serialize;
use serde_json::Value;

use super::sample_fields::{declared, of_a_form, of_a_new_password, of_an_apps_own};
use super::{
    AddressFormPage, BrandView, EmailView, FactView, FormPage, FormView, Forms, LanguagesView,
    ManageEmailsPage, ManagedEmailView, NoticeView, PROBLEMS, PersonView, PicturePage, ProblemPage,
    ProblemView, ProfilePage, ProfileView, SessionView, SessionsPage, Site, Typed, Wording,
};
use crate::domain::{Field, Locale, MailKind, Notice, PasswordStrength, Violation, Violations};
use crate::pages::{Audience, MenuView, Page};
use crate::ports::{MailPart, Template};
use crate::settings::{Identifiers, InvitationMode, Settings};

/// A view with data for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The template.
    pub template: Template<'static>,
    /// What it is given.
    pub data: Value,
}

impl Sample {
    fn page(name: &'static str, data: &impl Serialize) -> Self {
        let mut data = serde_json::to_value(data).unwrap_or_default();
        shorten_lists(&mut data);
        Self { template: Template::Page(name), data }
    }
}

/// Of the options of a list a few are enough to try a template with: there are hundreds of time zones.
fn shorten_lists(data: &mut Value) {
    match data {
        Value::Object(map) => {
            let is_menu = map.contains_key("leads_elsewhere");
            for list in ["options", "groups"].into_iter().filter(|_| !is_menu) {
                if let Some(Value::Array(list)) = map.get_mut(list) {
                    list.truncate(5);
                }
            }
            map.values_mut().for_each(shorten_lists);
        }
        Value::Array(list) => list.iter_mut().for_each(shorten_lists),
        _ => {}
    }
}

/// Samples of every page and every part of every mail, in this language: with and without errors, signed in and out.
pub fn samples(locale: &Locale) -> Vec<Sample> {
    let mut all = form_samples(locale);
    all.extend(other_samples(locale));
    all.extend(address_samples(locale));
    all.extend(confirmation::samples(locale));
    all.extend(sign_in::samples(locale));
    all.extend(invitations::samples(locale));
    all.extend(recovery_codes::samples(locale));
    all.extend(totp::samples(locale));
    all.extend(deletion::samples(locale));
    all.extend(mail_samples(locale));
    let mut different: Vec<Sample> = Vec::new();
    for sample in all {
        if !different.contains(&sample) {
            different.push(sample);
        }
    }
    different
}

fn site(locale: &Locale, settings: &Settings, user: Option<&str>, notices: &[Notice]) -> Site {
    let viewer = if user.is_some() { Audience::Inviters } else { Audience::Strangers };
    let mut menu = MenuView::for_viewer(settings, viewer, "/user/profile");
    menu.set_badge("sessions", 2);
    Site {
        app_name: "Tea & <Biscuits>".to_owned(),
        stylesheet: "/user/assets/user.css".to_owned(),
        csrf_token: "token".to_owned(),
        user: user.map(str::to_owned),
        person: user.map(person),
        brand: brand(user.is_none()),
        menu,
        languages: LanguagesView::of(&several(locale), locale, "/members?page=2"),
        notices: notices.iter().map(NoticeView::from).collect(),
        ..Site::for_viewer(settings, locale, viewer)
    }
}

fn brand(full: bool) -> BrandView {
    let given = |text: &str| full.then(|| text.to_owned());
    BrandView {
        scheme: "light dark",
        initial: "T".to_owned(),
        logo: given("/user/assets/logo.svg"),
        logo_dark: given("/user/assets/logo-dark.svg"),
        icon: given("/user/assets/icon.svg"),
        help: given("/help"),
        terms: given("https://example.com/terms"),
        privacy: given("/privacy"),
        support_email: given("desk@example.com"),
    }
}

fn person(name: &str) -> PersonView {
    let is_full = name.contains('<');
    PersonView {
        name: format!("{name} Lovelace"),
        initials: "A<".to_owned(),
        picture: is_full.then(|| "/user/pictures/0-64".to_owned()),
        account: is_full.then(|| "<ada>@example.com".to_owned()),
    }
}

/// Settings that offer a choice of languages.
fn several(locale: &Locale) -> Settings {
    let mut settings = Settings::default();
    settings.languages.offered = vec![locale.clone(), Locale::english()];
    settings
}

/// Every violation that a field of the shipped forms can show.
pub fn violations() -> Violations {
    let mut all = Violations::none();
    let each = |all: &mut Violations, field: &Field, list: &[Violation]| {
        for violation in list {
            all.add(field.clone(), violation.clone());
        }
    };
    let username = [
        Violation::Required,
        Violation::TooShort { min: 3 },
        Violation::TooLong { max: 32 },
        Violation::BadCharacters,
        Violation::Reserved,
        Violation::Taken,
        Violation::BadCredentials,
        Violation::BadCredentialsOrUnconfirmed,
    ];
    each(&mut all, &Field::Form, &of_a_form());
    each(&mut all, &Field::Username, &username);
    each(&mut all, &Field::NewUsername, &username);
    let email = [
        Violation::Required,
        Violation::TooLong { max: 254 },
        Violation::Malformed,
        Violation::NotAscii,
        Violation::BadCredentials,
        Violation::BadCredentialsOrUnconfirmed,
        Violation::Taken,
        Violation::Same,
        Violation::TooMany { max: 10 },
    ];
    each(&mut all, &Field::Email, &email);
    each(&mut all, &Field::NewEmail, &email);
    each(&mut all, &Field::Password, &of_a_new_password());
    each(&mut all, &Field::Password, &[Violation::Wrong]);
    each(&mut all, &Field::NewPassword, &of_a_new_password());
    each(&mut all, &Field::RetypePassword, &[Violation::Mismatch]);
    each(&mut all, &Field::Roles, &[Violation::BadCharacters, Violation::NotYoursToGive]);
    let old_password = [Violation::Required, Violation::TooLong { max: 1_024 }, Violation::Wrong];
    each(&mut all, &Field::OldPassword, &old_password);
    each(&mut all, &Field::RecoveryCode, &recovery_codes::violations());
    each(&mut all, &Field::TotpCode, &totp::violations());
    each(&mut all, &Field::Label, &[Violation::TooLong { max: 60 }]);
    each(&mut all, &Field::AccountName, &[Violation::Required, Violation::Wrong]);
    for (field, list) in of_an_apps_own() {
        each(&mut all, &field, &list);
    }
    all
}

fn form_samples(locale: &Locale) -> Vec<Sample> {
    let fields = declared().into_iter().map(|field| (field.name, "<Ada>".to_owned()));
    let typed = Typed {
        username: "<Ada>".to_owned(),
        email: "ada@example.com".to_owned(),
        remember_me: true,
        fields: fields.collect(),
        ..Typed::default()
    };
    let mut all = Vec::new();
    let kinds = [
        (Identifiers::Username, declared()),
        (Identifiers::Email, Vec::new()),
        (Identifiers::UsernameAndEmail, Vec::new()),
    ];
    for (identifiers, fields) in kinds {
        let mut settings = Settings { identifiers, fields, ..Settings::default() };
        settings.languages.offered = vec![Locale::english(), locale.clone()];
        for typed in [Typed::default(), typed.clone()] {
            for form in forms(&settings, &typed) {
                let page = Page::named(form.name);
                let user = page.filter(|page| page.audience() == Some(Audience::Users)).map(|_| "Ada");
                let name = form.name;
                let form = form.scripted("/user/assets/passwords.js");
                let refused = form.clone().leading_to(Some("/members")).refused(&violations());
                let refused = refused.judged(Some(PasswordStrength::Weak));
                let fresh = FormPage { site: site(locale, &settings, user, &[]), form };
                let refused = FormPage { site: site(locale, &settings, user, &Notice::all()), form: refused };
                all.extend([Sample::page(name, &fresh), Sample::page(name, &refused)]);
            }
        }
    }
    let (settings, name) = (Settings::default(), "register");
    for strength in PasswordStrength::ALL {
        let form = Forms::new(&settings, 8).register(&typed).judged(Some(strength));
        all.push(Sample::page(name, &FormPage { site: site(locale, &settings, None, &[]), form }));
    }
    all
}

fn forms(settings: &Settings, typed: &Typed) -> Vec<FormView> {
    let forms = Forms::new(settings, 8);
    let invited = forms.register_invited(typed, "<grace>@example.com", "AbC-123");
    forms.all(typed, &account()).into_iter().chain([invited]).collect()
}

/// Who is signed in where a form asks for the password.
fn account() -> Typed {
    Typed { username: "<Ada>".to_owned(), email: "ada@example.com".to_owned(), ..Typed::default() }
}

fn other_samples(locale: &Locale) -> Vec<Sample> {
    let mut settings = Settings::default();
    settings.features.picture = Some(true);
    settings.features.multiple_emails = true;
    settings.invitations.mode = InvitationMode::Optional;
    let signed_in = || site(locale, &settings, Some("Ada <i>"), &[Notice::SIGNED_IN]);
    let bare = ProfileView {
        username: None,
        emails: vec![],
        roles: vec![],
        facts: vec![],
        picture: None,
        ..profile()
    };
    let mut all = vec![
        Sample::page("profile", &ProfilePage { site: signed_in(), profile: profile() }),
        Sample::page("profile", &ProfilePage { site: signed_in(), profile: bare }),
        Sample::page("manage-emails", &manage_emails(signed_in(), &Violations::none())),
        Sample::page("manage-emails", &manage_emails(signed_in(), &violations())),
        Sample::page("sessions", &sessions(signed_in())),
    ];
    all.extend([picture(signed_in(), false), picture(signed_in(), true)]);
    all.extend(mailbox::samples(&signed_in()));
    for (name, status) in PROBLEMS {
        for seconds in [None, Some(1), Some(40)] {
            let wait = matches!(status, 429 | 503);
            let mut problem = ProblemView::new(name, status, seconds.filter(|_| wait));
            problem.reference = (status == 500).then(|| "1f0c-88d2".to_owned());
            let plain = ProblemPage { site: site(locale, &settings, None, &[]), problem: problem.clone() };
            let leading = ProblemPage { site: signed_in(), problem: problem.leading_to("/", "link-home") };
            all.extend([Sample::page("problem", &plain), Sample::page("problem", &leading)]);
        }
    }
    all
}

/// The pages around a form that speak of an address, with and without one.
fn address_samples(locale: &Locale) -> Vec<Sample> {
    let settings = Settings::default();
    let forms = Forms::new(&settings, 8);
    let all = [forms.change_email(&Typed::default(), &account()), forms.undo_email_change()];
    let page = |form: &FormView, address: &str, violations: &Violations| {
        let form = form.clone().refused(violations);
        let (name, address) = (form.name, address.to_owned());
        let site = site(locale, &settings, Some("Ada"), &[]);
        Sample::page(name, &AddressFormPage { site, form, address })
    };
    let both = |form| [page(form, "<ada>@example.com", &violations()), page(form, "", &Violations::none())];
    all.iter().flat_map(both).collect()
}

fn manage_emails(site: Site, violations: &Violations) -> ManageEmailsPage {
    let action = |on: bool, name: &str| on.then(|| format!("/user/email/0/{name}"));
    let managed = |email: EmailView| ManagedEmailView {
        confirm: action(!email.confirmed, "confirm"),
        make_primary: action(email.confirmed && !email.primary, "make-primary"),
        delete: action(!email.primary, "delete"),
        email,
    };
    let settings = Settings::default();
    let form = Forms::new(&settings, 8).add_email(&Typed::default()).refused(violations);
    let [first, second] = emails();
    let third = EmailView { confirmed: true, ..second.clone() };
    ManageEmailsPage { site, emails: [first, second, third].map(managed).into(), form }
}

fn picture(site: Site, has_one: bool) -> Sample {
    let given = |path: &str| has_one.then(|| path.to_owned());
    let form = Forms::new(&Settings::default(), 8).picture();
    let violations = if has_one { violations() } else { Violations::none() };
    let page = PicturePage {
        site,
        form: form.refused(&violations),
        name: "Ada <i>".to_owned(),
        initials: "A<".to_owned(),
        picture: given("/user/pictures/0-256"),
        remove: given("/user/picture/remove"),
    };
    Sample::page("picture", &page)
}

fn emails() -> [EmailView; 2] {
    let email =
        |address: &str, confirmed, primary| EmailView { address: address.to_owned(), confirmed, primary };
    [email("ada@example.com", true, true), email("<lovelace>@example.org", false, false)]
}

fn profile() -> ProfileView {
    let fact = |value| FactView { label: Wording::text("Motto <i>"), value };
    ProfileView {
        name: "Ada <i>".to_owned(),
        initials: "A<".to_owned(),
        picture: Some("/user/pictures/0-256".to_owned()),
        facts: vec![
            fact(Wording::text("First line <b>\nsecond line")),
            fact(Wording::message("profile-no-value")),
            fact(Wording::message("profile-yes")),
            fact(Wording::message("profile-no")),
        ],
        username: Some("Ada".to_owned()),
        emails: emails().into(),
        roles: vec!["admin".to_owned(), "agent".to_owned()],
        member_since: "2026-11-22".to_owned(),
    }
}

fn sessions(site: Site) -> SessionsPage {
    let session = |current: bool, user_agent: &str| SessionView {
        current,
        user_agent: user_agent.to_owned(),
        address: "192.0.2.7".to_owned(),
        created_at: "2026-11-22T20:15:00Z".to_owned(),
        created: "2026-11-22 20:15 UTC".to_owned(),
        last_seen_at: "2026-11-22T20:16:00Z".to_owned(),
        last_seen: "2026-11-22 20:16 UTC".to_owned(),
        revoke: (!current).then(|| "/user/sessions/0".to_owned()),
    };
    let sessions = vec![session(true, "Firefox <140>"), session(false, "")];
    let next = Some("/members".to_owned());
    SessionsPage { site, sessions, revoke_others: Some("/user/sessions/others".to_owned()), next }
}

fn mail_samples(locale: &Locale) -> Vec<Sample> {
    let mut all = Vec::new();
    for kind in MailKind::ALL {
        for full in [true, false] {
            let data = serde_json::to_value(mails::mail(*kind, locale, full)).unwrap_or_default();
            for part in [MailPart::Subject, MailPart::Html, MailPart::Text] {
                all.push(Sample { template: Template::Mail(kind.as_str(), part), data: data.clone() });
            }
        }
    }
    all
}
