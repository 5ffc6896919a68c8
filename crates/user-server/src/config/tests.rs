use std::fs;

use serde_json::json;
use user_core::settings::{FieldDeclaration, FieldKind};
use user_mail_lettre::Hello;

use super::*;

fn environment(variables: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    variables.iter().map(|(name, value)| (name.into(), value.into())).collect()
}

fn app() -> Arc<App> {
    Arc::new(App::new("teahouse"))
}

fn from_environment(variables: &[(&str, &str)]) -> Config {
    Config::read(&app(), None, environment(variables))
}

fn from_both(text: &str, variables: &[(&str, &str)]) -> Config {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("teahouse.toml");
    fs::write(&path, text).unwrap();
    Config::read(&app(), Some(&path), environment(variables))
}

fn told(config: &Config) -> Vec<&str> {
    config.faults().iter().map(|fault| fault.setting.as_str()).collect()
}

#[test]
fn nothing_given_is_a_working_configuration() {
    let config = from_environment(&[("USER", "ada"), ("HOME", "/root")]);

    assert!(config.check().is_ok());
    assert!(config.sources.is_empty());
    assert_eq!(config.settings, Settings::default());
    assert_eq!(config.deployment.database.url, "sqlite:data/teahouse.sqlite");
}

#[test]
fn product_and_program_have_no_setting_in_common() {
    let product = serde_json::to_value(Settings::default()).unwrap();
    let program = serde_json::to_value(Deployment::default()).unwrap();

    let both = |key: &&String| product.get(key.as_str()).is_some();
    assert_eq!(program.as_object().unwrap().keys().find(both), None);
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
    let text = "app_name = \"From the file\"\nlisten = \"127.0.0.1:4000\"\n[features]\nregister = false\n";

    let config = from_both(text, &[("USER__APP_NAME", "From the environment")]);

    assert!(config.check().is_ok());
    assert_eq!(config.settings.app_name, "From the environment");
    assert!(!config.settings.features.register);
    assert_eq!(config.deployment.listen.port(), 4000);
    assert_eq!(config.source_of("app_name"), Some(&Source::Variable("USER__APP_NAME".to_owned())));
    assert!(matches!(config.source_of("features"), Some(Source::File(_))));
    assert_eq!(config.source_of("features.remember_me"), None);
}

#[test]
fn what_an_app_chooses_gives_way_to_what_is_given_and_is_told_as_its_choice() {
    let choose: fn(&mut Settings, Configured<'_>) = |settings, configured| {
        settings.app_name = "Chosen".to_owned();
        settings.features.register = configured.has("features.remember_me");
        settings.throttles.client.free = 77;
    };
    let app = Arc::new(App { settings: vec![Box::new(choose)], ..App::new("teahouse") });
    let given = [
        ("USER__APP_NAME", "Given"),
        ("USER__FEATURES__REMEMBER_ME", "false"),
        ("USER__THROTTLES__CLIENT", "{ free = 78 }"),
    ];
    let config = Config::read(&app, None, environment(&given));

    assert_eq!(config.faults(), []);
    assert_eq!(config.settings.app_name, "Given");
    assert_eq!(config.settings.throttles.client.free, 78);
    assert!(config.settings.features.register);
    let alone = Config::read(&app, None, []);
    assert_eq!(alone.settings.app_name, "Chosen");
    assert_eq!(alone.settings.throttles.client.free, 77);
    assert!(!alone.settings.features.register);
    for setting in ["app_name", "features.register", "throttles.client.free"] {
        assert_eq!(alone.source_of(setting).unwrap().to_string(), "chosen by teahouse", "{setting}");
    }
    assert_eq!(alone.source_of("features.remember_me"), None);
}

#[test]
fn a_group_that_is_given_in_part_keeps_the_rest() {
    let config = from_environment(&[("USER__DATABASE", "{ migrate = false }")]);

    assert_eq!(config.deployment.database.url, "sqlite:data/teahouse.sqlite");
    assert!(!config.deployment.database.migrate);
}

/// Another value of the same kind for each setting.
fn another(setting: &str, default: &Value) -> (String, Value) {
    let text = match (setting, default) {
        ("identifiers", _) => "email",
        ("listen", _) => "127.0.0.1:4000",
        ("throttle", _) => "database",
        ("log", _) => "json",
        ("passwords.policy", _) => "nist",
        ("database.pooling", _) => "transaction",
        ("mails.smtputf8", _) => "on",
        ("headers.opener_policy", _) => "off",
        ("theme.radius", _) => "pill",
        ("theme.scheme", _) => "dark",
        ("theme.density", _) => "compact",
        ("theme.card", _) => "flush",
        ("deletion.events", _) => "none",
        ("invitations.mode", _) => "required",
        ("invitations.who", _) => "code",
        (
            "invitations.inviter_roles"
            | "invitations.grantable_roles"
            | "second_factor.required_for_roles"
            | "earlier_secrets",
            _,
        ) => return ("a,b".to_owned(), json!(["a", "b"])),
        ("second_factor.required_from", _) => "2027-01-15",
        ("languages.default", _) => "nl",
        ("languages.offered", _) => return ("nl, en".to_owned(), json!(["nl", "en"])),
        ("fields", _) => {
            let field = FieldDeclaration::new("newsletter", FieldKind::Checkbox);
            let text = r#"[{ name = "newsletter", kind = "checkbox" }]"#.to_owned();
            return (text, json!([serde_json::to_value(field).unwrap()]));
        }
        ("trusted_proxies", _) => return ("10.0.0.0/8".to_owned(), json!(["10.0.0.0/8"])),
        (name, Value::Null) if name.starts_with("features.") => return ("false".to_owned(), json!(false)),
        (_, Value::Bool(on)) => return ((!on).to_string(), json!(!on)),
        (_, Value::Number(_)) => return ("7".to_owned(), json!(7)),
        // A duration is told from other text by its default.
        (_, Value::String(text)) if text.starts_with(|c: char| c.is_ascii_digit()) => "77s",
        _ => "/some/text",
    };
    let value = if text == "77s" { json!("1m 17s") } else { json!(text) };
    (text.to_owned(), value)
}

#[test]
fn every_setting_can_be_set_by_the_environment() {
    let defaults = defaults("teahouse");
    let leaves = leaves(&defaults);
    assert!(leaves.len() > 90, "{}", leaves.len());

    for (setting, default) in leaves {
        let (text, expected) = another(&setting, default);
        let variable = environment::variable_of(&setting);

        let config = from_environment(&[(&variable, &text)]);

        let tree = tree_of(&config.settings, &config.deployment);
        assert_eq!(at(&tree, &setting), Some(&expected), "{variable}={text}: {:?}", config.faults());
        assert_ne!(&expected, default, "{setting} needs another value in this test");
        assert_eq!(config.source_of(&setting), Some(&Source::Variable(variable)));
    }
}

#[test]
fn every_setting_can_be_set_by_a_file() {
    let defaults = defaults("teahouse");
    for (setting, default) in leaves(&defaults) {
        let (text, value) = another(&setting, default);
        // A list of tables is written in another way than JSON.
        let written = if setting == "fields" { text } else { value.to_string() };
        let (group, key) = setting.rsplit_once('.').map_or(("", &*setting), |(group, key)| (group, key));
        let heading = if group.is_empty() { String::new() } else { format!("[{group}]\n") };

        let config = from_both(&format!("{heading}{key} = {written}\n"), &[]);

        let tree = tree_of(&config.settings, &config.deployment);
        assert_eq!(at(&tree, &setting), Some(&value), "{setting}: {:?}", config.faults());
    }
}

#[test]
fn everything_wrong_is_told_at_once_with_where_it_is_written() {
    let text = "colour = \"blue\"\napp_name = 7\n[features]\nregsiter = true\n[mails]\nsender = \"nobody\"\n";
    let variables = [
        ("USER__LISTEN", "everywhere"),
        ("USER__LIFETIMES__SESSION", "for ever"),
        ("USER__SERVER__MAX_CONNECTIONS", "many"),
        ("USER__THROTTLES__CLIENT__FREE", "0"),
        ("USER__SECRET", "short"),
    ];

    let config = from_both(text, &variables);

    let mut settings = told(&config);
    settings.sort_unstable();
    let expected = [
        "app_name",
        "colour",
        "features.regsiter",
        "lifetimes.session",
        "listen",
        "mails.sender",
        "secret",
        "server.max_connections",
        "throttles.client",
    ];
    assert_eq!(settings, expected);
    let words = config.check().unwrap_err().to_string();
    for written in
        ["app_name (in /", "listen (in USER__LISTEN)", "throttles.client (in USER__THROTTLES__CLIENT__FREE)"]
    {
        assert!(words.contains(written), "{written} in {words}");
    }
}

#[test]
fn no_fault_repeats_a_secret() {
    let text = "secret = 123456789\nearlier_secrets = \"hunter2\"\n[database]\nurl = [\"hunter2\"]\n";
    let broken = "secret = \"hunter2\nlisten = 1";

    let words =
        [from_both(text, &[]), from_both(broken, &[])].map(|config| config.check().unwrap_err().to_string());

    assert!(!words.concat().contains("hunter2") && !words.concat().contains("123456789"), "{words:?}");
    assert!(words[1].contains("line 1"), "{words:?}");
    let misplaced =
        "\"postgres://ada:hunter2@db/users\" = 1\n[mail]\n\"smtp://ada:hunter2@mail\" = 1\nmisspelt = 1";
    let config = from_both(misplaced, &[]);
    assert!(!format!("{}", config.check().unwrap_err()).contains("hunter2"));
    let mut settings = told(&config);
    settings.sort_unstable();
    assert_eq!(settings, ["mail.misspelt", "…", "…"]);
}

#[test]
fn earlier_secrets_stand_one_a_line_too() {
    let lines = [("USER__EARLIER_SECRETS", "the-first-one\r\n\nthe-second-one\n")];

    assert_eq!(from_environment(&lines).deployment.earlier_secrets, ["the-first-one", "the-second-one"]);
}

#[test]
fn the_public_address_follows_from_where_it_listens_and_the_sender_from_the_public_address() {
    let here = from_environment(&[("USER__LISTEN", "0.0.0.0:4000")]);
    let there = from_environment(&[("USER__PUBLIC_BASE_URL", "https://example.com")]);
    let nameless = from_environment(&[("USER__PUBLIC_BASE_URL", "https://192.0.2.1")]);

    assert_eq!(here.settings.public_base_url, "http://127.0.0.1:4000");
    assert_eq!(here.settings.mails.sender, Settings::default().mails.sender);
    assert_eq!(there.settings.mails.sender, "no-reply@example.com");
    assert_eq!(nameless.settings.mails.sender, Settings::default().mails.sender);
}

#[test]
fn the_site_introduces_itself_to_mail_servers_by_its_host_unless_a_name_is_set() {
    let site = ("USER__PUBLIC_BASE_URL", "https://www.example.com:8443/");
    let hello = |variables: &[(&str, &str)]| from_environment(variables).hello();

    assert_eq!(hello(&[site]), Hello::MachineOr("www.example.com".to_owned()));
    assert_eq!(
        hello(&[site, ("USER__MAIL__HELLO", "mail.example.com")]),
        Hello::Name("mail.example.com".to_owned())
    );
}

#[test]
fn a_file_that_is_not_there_is_a_fault() {
    let config = Config::read(&app(), Some(Path::new("/nowhere/teahouse.toml")), []);

    assert_eq!(told(&config), ["--config"]);
    assert!(config.faults()[0].to_string().starts_with("/nowhere/teahouse.toml: cannot be read: "));
}

/// A file for its owner alone.
fn secret_file(folder: &Path, name: &str, content: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn every_setting_can_stand_in_a_file_of_its_own() {
    let (folder, defaults) = (tempfile::tempdir().unwrap(), defaults("teahouse"));
    for (setting, default) in leaves(&defaults) {
        let (text, expected) = another(&setting, default);
        let variable = format!("{}_FILE", environment::variable_of(&setting));
        let path = secret_file(folder.path(), "value", &format!("{text}\n"));

        let config = from_environment(&[(&variable, &path)]);

        let tree = tree_of(&config.settings, &config.deployment);
        assert_eq!(at(&tree, &setting), Some(&expected), "{variable}: {:?}", config.faults());
        assert_eq!(config.source_of(&setting), Some(&Source::Variable(variable)));
    }
}

#[test]
fn a_credential_of_systemd_is_named_like_the_variable() {
    let folder = tempfile::tempdir().unwrap();
    secret_file(folder.path(), "USER__SECRET", "violet-anchor-93-teapot-and-a-kettle\n");
    secret_file(folder.path(), "something-else", "of another program");
    let directory = folder.path().to_str().unwrap();

    let config = from_environment(&[("CREDENTIALS_DIRECTORY", directory)]);

    assert!(config.check().is_ok());
    assert_eq!(config.deployment.secret.as_deref(), Some("violet-anchor-93-teapot-and-a-kettle"));
    assert!(from_environment(&[("CREDENTIALS_DIRECTORY", "/nowhere")]).check().is_ok());
    secret_file(folder.path(), "USER__SECERT", "violet-anchor-93-teapot-and-a-kettle");
    assert_eq!(told(&from_environment(&[("CREDENTIALS_DIRECTORY", directory)])), ["secert"]);
}

#[test]
fn a_value_given_more_than_once_is_refused_with_every_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = secret_file(folder.path(), "USER__SECRET", "violet-anchor-93-teapot-and-a-kettle");
    let directory = folder.path().to_str().unwrap().to_owned();
    let variable = ("USER__SECRET", "another-anchor-93-teapot-and-a-kettle");
    let named = ("USER__SECRET_FILE", path.as_str());
    let credential = ("CREDENTIALS_DIRECTORY", directory.as_str());

    for both in [[variable, named], [variable, credential], [named, credential]] {
        let config = from_environment(&both);

        let words = config.check().unwrap_err().to_string();
        assert_eq!(told(&config), ["secret", "secret"]);
        assert!(words.contains("given more than once") && !words.contains("teapot"), "{words}");
        assert_eq!(config.deployment.secret, None);
    }
}

#[test]
fn a_file_that_cannot_be_used_is_a_fault_with_its_path_and_without_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let empty = secret_file(folder.path(), "empty", "\n");
    let open = secret_file(folder.path(), "open", "hunter2hunter2hunter2hunter2hunter2");
    #[cfg(unix)]
    fs::set_permissions(&open, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();

    for path in [&*empty, &*open, "/nowhere/at/all", folder.path().to_str().unwrap()] {
        for variable in ["USER__SECRET_FILE", "USER__DATABASE__URL_FILE", "USER__MAIL__URL_FILE"] {
            let config = from_environment(&[(variable, path)]);

            let words = config.check().unwrap_err().to_string();
            assert!(
                words.contains(path) && words.contains(variable) && !words.contains("hunter2"),
                "{words}"
            );
        }
    }
}

#[test]
fn no_fault_repeats_a_url_that_was_given_to_the_wrong_setting() {
    let url = "smtp:ada:hunter2@mail.example.com";
    let text = format!("mail = \"{url}\"\ndatabase = [\"{url}\"]\nlog = \"{url}\"\nlisten = \"{url}\"\n");
    let variables = [
        ("USER__MAIL", url),
        ("USER__DATABASE", url),
        ("USER__THROTTLE", url),
        ("USER__SECRET__FILE", url),
        ("USER__FEATURES__REGISTER", url),
        ("USER__LIFETIMES__SESSION", url),
        ("USER__IDENTIFIERS", url),
    ];

    let words = from_both(&text, &variables).check().unwrap_err().to_string();

    assert!(!words.contains("hunter2"), "{words}");
}
