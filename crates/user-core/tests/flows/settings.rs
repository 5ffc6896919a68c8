//! Settings: what can be put together is, and what cannot is refused with every reason at once.

use std::sync::Arc;

use user_core::pages::MenuGroup;
use user_core::seal::Secret;
use user_core::settings::{
    Choice, Features, FieldDeclaration, FieldKind, Identifiers, InvitationMode, ReadyPasswordPolicy,
    Settings, Shown,
};
use user_core::{Ports, UserManager};
use user_testkit::{MemoryStore, PlainHasher, PlainRenderer, SentMail, altered};

use crate::world::locale;

fn build(settings: Settings) -> Result<UserManager, Vec<String>> {
    let ports = Ports {
        store: Arc::new(MemoryStore::new()),
        mailer: Arc::new(SentMail::new()),
        renderer: Arc::new(PlainRenderer::in_locales([locale("en"), locale("nl")])),
        hasher: Arc::new(PlainHasher::new()),
    };
    let built = UserManager::builder(ports, Secret::new([7; 32]).unwrap()).settings(settings).build();
    built.map_err(|faults| faults.0.into_iter().map(|fault| fault.setting).collect())
}

type Switch = (&'static str, fn(&mut Settings));

/// Every switch that a combination can turn on or off against its default.
const SWITCHES: [Switch; 38] = [
    ("register off", |s| s.features.register = false),
    ("sign_in_or_register on", |s| s.features.sign_in_or_register = Some(true)),
    ("sign_in_or_register off", |s| s.features.sign_in_or_register = Some(false)),
    ("multiple_emails on", |s| s.features.multiple_emails = true),
    ("change_email on", |s| s.features.change_email = Some(true)),
    ("change_email off", |s| s.features.change_email = Some(false)),
    ("edit_profile on", |s| s.features.edit_profile = Some(true)),
    ("edit_profile off", |s| s.features.edit_profile = Some(false)),
    ("email_added off", |s| s.mails.email_added = false),
    ("primary_email_changed off", |s| s.mails.primary_email_changed = false),
    ("invitations optional", |s| s.invitations.mode = InvitationMode::Optional),
    ("invitations required", |s| s.invitations.mode = InvitationMode::Required),
    ("confirm_email on", |s| s.features.confirm_email = Some(true)),
    ("confirm_email off", |s| s.features.confirm_email = Some(false)),
    ("forgot_password on", |s| s.features.forgot_password = Some(true)),
    ("forgot_password off", |s| s.features.forgot_password = Some(false)),
    ("change_password off", |s| s.features.change_password = false),
    ("change_username on", |s| s.features.change_username = Some(true)),
    ("change_username off", |s| s.features.change_username = Some(false)),
    ("retype_password off", |s| s.features.retype_password = false),
    ("remember_me off", |s| s.features.remember_me = false),
    ("password_strength off", |s| s.features.password_strength = false),
    ("sessions off", |s| s.features.sessions = false),
    ("when_signed_in off", |s| s.auto_sign_in.when_signed_in = false),
    ("after_register off", |s| s.auto_sign_in.after_register = false),
    ("after_confirm_email off", |s| s.auto_sign_in.after_confirm_email = false),
    ("after_reset_password on", |s| s.auto_sign_in.after_reset_password = true),
    ("before_confirmation on", |s| s.sign_in.before_confirmation = true),
    ("registered off", |s| s.mails.registered = false),
    ("already_registered off", |s| s.mails.already_registered = false),
    ("password_changed off", |s| s.mails.password_changed = false),
    ("username_changed off", |s| s.mails.username_changed = false),
    ("new_sign_in on", |s| s.mails.new_sign_in = true),
    ("session_revoked off", |s| s.mails.session_revoked = false),
    ("nist", |s| s.passwords.policy = ReadyPasswordPolicy::Nist),
    ("flask_user", |s| s.passwords.policy = ReadyPasswordPolicy::FlaskUser),
    ("https", |s| "https://example.com".clone_into(&mut s.public_base_url)),
    ("insecure_development on", |s| s.cookies.insecure_development = true),
];

/// What the documentation of each setting says cannot be.
fn contradictions(settings: &Settings) -> Vec<&'static str> {
    let (email, username) = (settings.identifiers.email(), settings.identifiers.username());
    let (confirms, features, invites) = (settings.confirms_email(), &settings.features, settings.invites());
    let (several, change) = (features.multiple_emails, features.change_email == Some(true));
    let anybody = features.register && !settings.requires_invitation();
    let rules = [
        ("features.confirm_email", confirms && !email),
        ("features.forgot_password", settings.resets_password() && !email),
        ("features.change_username", settings.changes_username() && !username),
        ("features.multiple_emails", several && !email),
        ("features.multiple_emails", several && !confirms),
        ("features.change_email", change && !confirms),
        ("features.change_email", several && change),
        ("features.sign_in_or_register", features.sign_in_or_register == Some(true) && !anybody),
        ("mails.new_sign_in", settings.mails.new_sign_in && !email),
        ("sign_in.before_confirmation", settings.sign_in.before_confirmation && !confirms),
        ("mails.registered", !settings.mails.registered && confirms),
        ("invitations.mode", invites && !email),
        ("invitations.mode", invites && !features.register),
        (
            "auto_sign_in.after_reset_password",
            settings.auto_sign_in.after_reset_password && !settings.resets_password(),
        ),
        ("cookies.insecure_development", settings.cookies.insecure_development && settings.is_https()),
    ];
    rules.into_iter().filter(|(_, broken)| *broken).map(|(setting, _)| setting).collect()
}

#[test]
fn s068_every_pair_of_switches_builds_or_is_refused_by_name() {
    let mut built = 0;
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        for (one, first) in SWITCHES {
            for (other, second) in SWITCHES {
                let mut settings = altered(Settings::default(), |it| it.identifiers = identifiers);
                first(&mut settings);
                second(&mut settings);

                match build(settings.clone()) {
                    Ok(users) => {
                        built += 1;
                        assert_eq!(contradictions(&settings), Vec::<&str>::new(), "{one}, {other}");
                        let _ = users.forms();
                    }
                    Err(faults) => assert_eq!(faults, contradictions(&settings), "{one}, {other}"),
                }
            }
        }
    }
    assert!(built > SWITCHES.len() * SWITCHES.len());
}

#[test]
fn every_choice_of_features_builds_or_is_refused_by_name() {
    let choices = [None, Some(true), Some(false)];
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        for confirm_email in choices {
            for forgot_password in choices {
                for change_username in choices {
                    let features = altered(Features::default(), |it| {
                        it.confirm_email = confirm_email;
                        it.forgot_password = forgot_password;
                        it.change_username = change_username;
                    });
                    let settings = altered(Settings::default(), |it| {
                        it.identifiers = identifiers;
                        it.features = features;
                    });
                    let faults = build(settings.clone()).err().unwrap_or_default();
                    assert_eq!(faults, contradictions(&settings), "{settings:?}");
                }
            }
        }
    }
}

#[test]
fn a_language_without_words_is_refused_once_by_name() {
    let with = |default: &str, offered: &[&str]| {
        let mut settings = Settings::default();
        settings.languages.default = locale(default);
        settings.languages.offered = offered.iter().map(|tag| locale(tag)).collect();
        build(settings)
    };

    assert_eq!(with("fr", &[]).unwrap_err(), ["languages.default"]);
    assert_eq!(with("fr", &["fr"]).unwrap_err(), ["languages.default"]);
    assert_eq!(with("en", &["en", "fr", "de"]).unwrap_err(), ["languages.offered", "languages.offered"]);
    assert_eq!(with("en", &["nl"]).unwrap_err(), ["languages.default"]);
    assert_eq!(with("nl", &["nl"]).unwrap().locales(), [locale("nl")]);
    assert_eq!(with("nl", &[]).unwrap().locales(), [locale("nl"), locale("en")]);
}

#[test]
fn everything_wrong_is_named_at_once_with_what_to_change() {
    let mut settings = altered(Settings::default(), |it| it.app_name = String::new());
    settings.identifiers = Identifiers::Username;
    settings.features.confirm_email = Some(true);
    settings.mails.sender = "nobody".to_owned();
    settings.mails.tries = 0;
    settings.lifetimes.session = std::time::Duration::ZERO;
    settings.languages.default = locale("fr");

    let faults = build(settings).unwrap_err();

    let expected = [
        "app_name",
        "features.confirm_email",
        "mails.sender",
        "mails.tries",
        "lifetimes.session",
        "languages.default",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn a_field_without_words_in_a_language_is_told_with_all_others() {
    let renderer = PlainRenderer::in_locales(["en", "nl"].map(locale));
    for lost in ["field-first-name", "field-drink-tea", "field-badge", "field-motto"] {
        renderer.lose_message(lost);
    }
    let ports = Ports {
        store: Arc::new(MemoryStore::new()),
        mailer: Arc::new(SentMail::new()),
        renderer: Arc::new(renderer),
        hasher: Arc::new(PlainHasher::new()),
    };
    let text = |name: &str| FieldDeclaration::new(name, FieldKind::default());
    let fields = vec![
        text("first_name"),
        FieldDeclaration::new("drink", FieldKind::Choice(vec![Choice::new("tea"), Choice::new("milk")])),
        text("badge").shown(Shown::Code),
        text("motto").labelled("Motto"),
    ];

    let secret = Secret::new([7; 32]).unwrap();
    let built = UserManager::builder(ports, secret).configure(|settings| settings.fields = fields);

    let faults = built.build().unwrap_err().0;
    let named: Vec<_> = faults.iter().map(|fault| fault.setting.as_str()).collect();
    assert_eq!(named, ["fields.first_name", "fields.drink"]);
    assert!(faults[0].problem.contains("`field-first-name` to en, nl"), "{}", faults[0].problem);
    assert!(faults[1].problem.contains("`field-drink-tea`"), "{}", faults[1].problem);
}

#[test]
fn a_page_of_the_apps_own_in_the_menu_needs_a_name_a_path_and_words() {
    let renderer = PlainRenderer::in_locales(["en", "nl"].map(locale));
    renderer.lose_message("profile-api-keys");
    let ports = Ports::new(MemoryStore::new(), SentMail::new(), renderer, PlainHasher::new());
    let builder = UserManager::builder(ports, Secret::new([7; 32]).unwrap())
        .account_page(MenuGroup::Site, "teams", "/teams")
        .account_page(MenuGroup::Site, "teams", "/other")
        .account_page(MenuGroup::You, "edit-profile", "/mine")
        .account_page(MenuGroup::Site, "Tea Room", "//elsewhere")
        .account_page(MenuGroup::Security, "api-keys", "/api-keys");

    let faults = builder.build().unwrap_err().0;

    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    let expected = [
        "account_page.teams: is the id of another page: give each one of its own",
        "account_page.edit-profile: is the id of another page: give each one of its own",
        "account_page.Tea Room: must have a path on this site, such as `/api-keys`",
        "account_page.Tea Room: must have an id of lower-case letters and `-`, such as `api-keys`",
        "account_page.api-keys: has no words: add the message `profile-api-keys` to en, nl",
    ];
    assert_eq!(faults, expected);
}
