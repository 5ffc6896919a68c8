//! What is configured where, and what is refused.

use serde_json::Value;

use crate::program::{Place, text};

fn finding<'a>(doctor: &'a Value, setting: &str) -> &'a Value {
    let findings = doctor["settings"].as_array().unwrap();
    findings.iter().find(|finding| finding["setting"] == setting).unwrap()
}

#[test]
fn the_doctor_tells_where_every_value_comes_from() {
    let place = Place::new().with("USER__APP_NAME", "From the environment");
    place.write("site.toml", "app_name = \"From the file\"\n[lifetimes]\nsession = \"3h\"\n");

    let doctor = place.json(&["doctor", "--json", "--config", "site.toml"]);

    assert_eq!(finding(&doctor, "app_name")["value"], "From the environment");
    assert_eq!(finding(&doctor, "app_name")["source"], "USER__APP_NAME");
    assert_eq!(finding(&doctor, "lifetimes.session")["value"], "3h");
    assert_eq!(finding(&doctor, "lifetimes.session")["source"], "site.toml");
    let features = doctor["settings"].as_array().unwrap().iter();
    let undecided = features.filter(|found| {
        found["setting"].as_str().unwrap().starts_with("features.") && found["value"].is_null()
    });
    assert_eq!(
        undecided.collect::<Vec<_>>(),
        Vec::<&serde_json::Value>::new(),
        "every switch has a position"
    );
    assert_eq!(finding(&doctor, "paths.sign_in")["source"], "default");
    assert!(
        finding(&doctor, "mail.url")["remarks"][0].as_str().unwrap().starts_with("refused in production")
    );
}

#[test]
fn the_doctor_prints_no_secret() {
    let place = Place::new()
        .with("USER__SECRET", "hunter2hunter2hunter2hunter2hunter2")
        .with("USER__EARLIER_SECRETS", "hunter2hunter2hunter2hunter2hunter3")
        .with("USER__DATABASE__URL", "postgres://ada:hunter2@127.0.0.1/x?sslpassword=hunter2")
        .with("USER__MAIL__URL", "smtps://ada:hunter2@127.0.0.1:1");

    // With a fault nothing is opened: errors of connections have tests of their own.
    let place = place.with("USER__MAILS__TRIES", "0");
    let said = place.refuse(&["doctor"], "") + &text(&place.run(&["doctor", "--json"], "").stdout);

    assert!(!said.contains("hunter2"), "{said}");
    assert!(said.contains("postgres://ada:…@127.0.0.1/x"), "{said}");
}

#[test]
fn a_broken_configuration_is_refused_with_everything_that_is_wrong() {
    let place = Place::new()
        .with("USER__COLOUR", "blue")
        .with("USER__FEATURES__REGISTER", "perhaps")
        .with("USER__MAIL__URL", "pigeon:")
        .with("USER__MAILS__TRIES", "0");

    for command in [&["serve"][..], &["user", "list"], &["migrate", "up"], &["doctor"]] {
        let refusal = place.refuse(command, "");
        for variable in ["USER__COLOUR", "USER__FEATURES__REGISTER", "USER__MAIL__URL", "USER__MAILS__TRIES"]
        {
            assert!(refusal.contains(variable), "{command:?} does not tell of {variable}: {refusal}");
        }
    }
}

#[test]
fn production_is_refused_with_what_is_for_development() {
    let place = Place::new().with("USER__PUBLIC_BASE_URL", "http://192.0.2.1");

    for command in ["serve", "doctor"] {
        let refusal = place.refuse(&[command], "");
        for setting in ["public_base_url", "mail.url", "secret", "mails.sender"] {
            assert!(
                refusal.contains(&format!("- {setting} (")),
                "{command} does not tell of {setting}: {refusal}"
            );
        }
    }
    let place =
        Place::new().with("USER__PUBLIC_BASE_URL", "https://example.com").with("USER__SECRET", "short");
    let refusal = place.refuse(&["serve"], "");
    assert!(refusal.contains("at least 32 bytes") && refusal.contains("mail.url"), "{refusal}");
}

#[test]
fn a_look_of_ones_own_is_shown_and_a_broken_one_is_refused_at_start() {
    let place = Place::new().with("USER__TEMPLATES", "look").with("USER__LOCALES", "words");
    place.write("look/pages/home.html", "<h1>{{t \"my-welcome\"}}</h1>");
    place.write("words/en/mine.ftl", "my-welcome = Come in\nsign-in-title = Come back in\n");

    let site = place.serve(&[]);
    assert!(site.get("/").contains("<h1>Come in</h1>"));
    assert!(site.get("/user/sign-in").contains("Come back in"));
    drop(site);
    assert!(!place.say(&["doctor"], "").contains("misspelt"));

    place.write("look/pages/signin.html", "<h1>Nobody sees this</h1>");
    let site = place.serve(&[]);
    assert!(site.wait_for("  - templates: look/pages/signin.html").contains("is its name misspelt?"));
    drop(site);
    assert!(place.say(&["doctor"], "").contains("look/pages/signin.html takes no template's place"));

    place.write("look/pages/profile.html", "{{no_such_thing}}");
    for command in ["serve", "doctor"] {
        assert!(place.refuse(&[command], "").contains("no_such_thing"), "{command}");
    }
}

#[test]
fn production_with_five_variables_is_served() {
    let place = Place::new()
        .with("USER__PUBLIC_BASE_URL", "https://example.com")
        .with("USER__DATABASE__URL", "sqlite:accounts.sqlite")
        .with("USER__MAIL__URL", "file:mails")
        .with("USER__SECRET", "5d0c6e1f8b7a42933f90b2e84d61c7a5");

    let site = place.serve(&["serve"]);

    assert_eq!(site.wait_for("Reached at"), "Reached at https://example.com");
    assert!(site.get("/readyz").starts_with("HTTP/1.1 200"));
    assert!(site.get("/dev/mailbox").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_folder_for_pictures_that_cannot_be_written_to_is_refused() {
    let place = Place::new();
    let place = place.with("USER__PICTURE_STORE", "folder:taken");
    place.write("taken", "a file");
    for refusal in [place.refuse(&["doctor"], ""), place.refuse(&["serve"], "")] {
        assert!(refusal.contains("picture_store") && refusal.contains("taken"), "{refusal}");
    }
}

#[test]
fn what_is_wrong_with_words_folders_and_mails_is_told_with_the_rest() {
    let place = Place::new()
        .with("USER__MAILS__TRIES", "0")
        .with("USER__MAIL__URL", "file://host/mails")
        .with("USER__PICTURE_STORE", "folder:taken")
        .with("USER__LANGUAGES__OFFERED", "en,tlh");
    place.write("taken", "a file");
    place.write("site.toml", "[[fields]]\nname = \"shoe_size\"\ntype = \"number\"\n");

    for command in ["serve", "doctor"] {
        let refusal = place.refuse(&[command, "--config", "site.toml"], "");
        for told in
            ["mails.tries", "mail.url", "picture_store", "languages.offered (in USER__LANGUAGES__OFFERED)"]
        {
            assert_eq!(refusal.matches(&format!("- {told}")).count(), 1, "{command}, {told}: {refusal}");
        }
        let field = "- fields.shoe_size (in site.toml): has no label";
        assert!(refusal.contains(field), "{command}: {refusal}");
        assert!(!refusal.contains("to tlh"), "labels in a language that is not there: {refusal}");
    }

    let place = place.with("USER__LANGUAGES__DEFAULT", "tlh");
    for refusal in [place.refuse(&["serve"], ""), place.refuse(&["doctor"], "")] {
        assert!(refusal.contains("- mails.tries"), "{refusal}");
        assert!(refusal.contains("- languages.default (in USER__LANGUAGES__DEFAULT): "), "{refusal}");
    }
}

#[test]
fn the_doctor_makes_nothing() {
    let place = Place::new()
        .with("USER__PICTURE_STORE", "folder:made/pictures")
        .with("USER__MAIL__URL", "file:mails")
        .with("USER__DATABASE__URL", "sqlite:accounts/all.sqlite");

    let told = place.say(&["doctor"], "");

    assert!(told.contains("accounts/all.sqlite is not there yet: serving makes it"), "{told}");
    assert_eq!(place.files(), Vec::<String>::new());
    let place = place.with("USER__DATABASE__MIGRATE", "false");
    for refusal in [place.refuse(&["doctor"], ""), place.refuse(&["serve"], "")] {
        assert!(refusal.contains("accounts/all.sqlite"), "{refusal}");
    }
}

#[test]
fn tables_that_are_behind_are_refused_by_the_doctor_as_they_are_by_serving() {
    let place = Place::new().with("USER__DATABASE__URL", "sqlite:accounts.sqlite");
    place.write("accounts.sqlite", "");
    assert!(place.say(&["doctor"], "").contains("serving applies them"));

    let place = place.with("USER__DATABASE__MIGRATE", "false");
    for refusal in [place.refuse(&["doctor"], ""), place.refuse(&["serve"], "")] {
        assert!(refusal.contains("migrate up"), "{refusal}");
    }
}

#[test]
fn in_a_folder_without_accounts_a_command_makes_none() {
    let place = Place::new();

    for command in [&["user", "list"][..], &["mail", "list"], &["purge"], &["migrate", "status"]] {
        assert!(place.refuse(command, "").contains("there is no database"), "{command:?}");
    }
    assert_eq!(place.files(), Vec::<String>::new());
}
