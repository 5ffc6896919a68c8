//! `user`.

use serde_json::json;
use user_cli::CliError;
use user_core::settings::{Identifiers, InvitationMode, Settings};
use user_testkit::story::Site;

use crate::script::{Script, Spread, json, names, parsed, refused, say};

const ADA: [&str; 8] =
    ["user", "create", "--username", "ada", "--email", "ada@example.com", "--role", "editor"];
const PASSWORD: &str = "violet-anchor-93-teapot";

async fn with_ada() -> Site {
    let site = Site::with(|builder| builder.entropy(Spread::default()));
    say(&site, &[&ADA[..], &["--generate"]].concat()).await;
    site
}

async fn make(site: &Site, name: &str) {
    let address = format!("{name}@example.com");
    say(site, &["user", "create", "--username", name, "--email", &address, "--no-password"]).await;
}

#[tokio::test]
async fn everything_wrong_with_a_new_user_is_told_at_once() {
    let site = Site::new();

    let words = ["user", "create", "--username", "a b", "--email", "nobody", "--no-password"];
    let CliError::Refused { problems, .. } = refused(&site, &words).await else { panic!() };

    let codes: Vec<_> = problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!(codes, ["username.bad_characters", "email.malformed"]);
    assert_eq!(json(&site, &["user", "list"]).await, json!([]));
}

#[tokio::test]
async fn a_name_that_is_missing_is_told_before_a_password_is_asked_for() {
    let site = Site::new();
    let named = ["user", "create", "--username", "ada"];

    for (words, missing) in
        [(&["user", "create"][..], "give --username and --email"), (&named, "give --email")]
    {
        let mut script = Script::answering([]);
        let error = script.types(&site, words).await.unwrap_err();

        assert_eq!((error.code(), error.to_string()), (2, missing.to_owned()));
    }
}

#[tokio::test]
async fn an_address_that_is_taken_is_told_in_words_for_an_administrator() {
    let site = Site::new();
    make(&site, "ada").await;

    let words = ["user", "create", "--username", "bob", "--email", "ADA@example.com", "--no-password"];
    let CliError::Refused { problems, .. } = refused(&site, &words).await else { panic!() };

    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, "email.taken");
    assert_eq!(problems[0].message, "An account with this address is there already.");
}

#[tokio::test]
async fn a_name_of_a_kind_that_the_site_has_not_is_refused_rather_than_forgotten() {
    let site = Site::with(|builder| {
        builder.configure(|settings: &mut Settings| settings.identifiers = Identifiers::Email)
    });

    let words = ["user", "create", "--username", "ada", "--email", "ada@example.com", "--no-password"];
    let error = refused(&site, &words).await;

    assert_eq!(error.code(), 2);
    assert!(error.to_string().contains("leave out --username"), "{error}");
    assert_eq!(json(&site, &["user", "list"]).await, json!([]));
}

#[tokio::test]
async fn somebody_who_is_not_there_cannot_be_changed() {
    let site = Site::new();

    for words in [
        &["show", "nobody"][..],
        &["enable", "nobody"],
        &["disable", "nobody"],
        &["grant", "nobody", "admin"],
        &["revoke", "nobody", "admin"],
        &["set-password", "nobody", "--generate"],
    ] {
        let error = refused(&site, &[&["user"], words].concat()).await;
        assert_eq!(
            (error.code(), error.to_string()),
            (1, "there is no user `nobody`".to_owned()),
            "{words:?}"
        );
    }
}

#[tokio::test]
async fn a_password_is_never_guessed_and_never_half_typed() {
    let site = Site::new();
    let cases = [
        (Script::default(), 2),
        (Script { is_attended: false, input: PASSWORD, ..Script::default() }, 2),
        (Script::answering([""]), 1),
        (Script::answering([PASSWORD, "something else"]), 1),
        (Script::answering([]), 3),
    ];

    for (mut script, code) in cases {
        let error = script.types(&site, &ADA).await.unwrap_err();
        assert_eq!(error.code(), code, "{error}");
    }
    let mut empty = Script::with_input("\n");
    let words = [&ADA[..], &["--password-stdin"]].concat();
    assert_eq!(empty.types(&site, &words).await.unwrap_err().code(), 1);
    let mut no_text = Script { is_no_text: true, ..Script::default() };
    let error = no_text.types(&site, &words).await.unwrap_err();
    assert_eq!((error.code(), error.to_string()), (1, "the password is no UTF-8 text".to_owned()));
    assert_eq!(say(&site, &["user", "list"]).await, "");
}

#[tokio::test]
async fn a_role_that_is_none_is_refused() {
    let error = refused(&with_ada().await, &["user", "grant", "ada", "No Role"]).await;

    assert!(error.to_string().contains("is no role"));
    assert_eq!(error.code(), 1);
}

#[tokio::test]
async fn a_password_is_asked_for_twice_or_read_from_standard_input() {
    for (mut script, more) in [
        (Script::answering([PASSWORD, PASSWORD]), &[][..]),
        (Script::with_input("violet-anchor-93-teapot\r\nmore\n"), &["--password-stdin"]),
    ] {
        let site = Site::new();

        script.types(&site, &[&ADA[..], more].concat()).await.unwrap();

        let found = site.users.find_user("ada").await.unwrap().unwrap();
        let password = user_core::domain::Password::parse(PASSWORD).unwrap();
        let hash = found.password_hash.unwrap();
        let verified = user_core::ports::PasswordHasher::verify(&site.hasher, &password, &hash).await;
        assert!(verified.unwrap(), "{more:?}");
        assert!(!script.data.contains(PASSWORD));
    }
}

#[tokio::test]
async fn a_made_password_is_printed_once() {
    let site = with_ada().await;

    let set = json(&site, &["user", "set-password", "ada", "--generate"]).await;
    let again = say(&site, &["user", "set-password", "ada", "--generate"]).await;

    assert_eq!(set["password"].as_str().unwrap().len(), 16);
    assert!(again.contains("\npassword  "));
    assert!(
        !json(&site, &["user", "show", "ada"]).await.to_string().contains(set["password"].as_str().unwrap())
    );
}

#[tokio::test]
async fn a_user_is_shown_by_any_name_with_sessions_and_events() {
    let site = Site::new();
    site.visitor().registers("ada").await.confirms_from_mail().await.signs_in().await;

    let shown = json(&site, &["user", "show", "ADA"]).await;

    let expected = [
        "created_at",
        "deletion_at",
        "emails",
        "events",
        "has_password",
        "id",
        "locale",
        "profile",
        "roles",
        "sessions",
        "status",
        "time_zone",
        "username",
    ];
    assert_eq!(names(&shown), expected);
    assert_eq!(names(&shown["emails"][0]), ["address", "confirmed_at", "primary"]);
    assert_eq!(names(&shown["events"][0]), ["actor", "address", "at", "details", "kind", "method"]);
    assert_eq!((&shown["status"], &shown["sessions"]), (&json!("active"), &json!(1)));
    for name in ["Ada@Example.com", shown["id"].as_str().unwrap()] {
        assert_eq!(json(&site, &["user", "show", name]).await, shown, "{name}");
    }
    let for_people = say(&site, &["user", "show", "ada"]).await;
    assert!(
        for_people.contains("\nsessions   1\n") && for_people.contains("user_registered"),
        "{for_people}"
    );
}

#[tokio::test]
async fn every_change_answers_with_the_user_as_it_is_now() {
    let site = with_ada().await;

    assert_eq!(json(&site, &["user", "grant", "ada", "admin"]).await["roles"], json!(["admin", "editor"]));
    assert_eq!(json(&site, &["user", "revoke", "ada", "editor"]).await["roles"], json!(["admin"]));
    assert_eq!(json(&site, &["user", "disable", "ada"]).await["status"], "disabled");
    let enabled = json(&site, &["user", "enable", "ada"]).await;
    assert_eq!(enabled["status"], "active");
    let expected = [
        "created_at",
        "deletion_at",
        "emails",
        "has_password",
        "id",
        "locale",
        "roles",
        "status",
        "time_zone",
        "username",
    ];
    assert_eq!(names(&enabled), expected);
}

#[tokio::test]
async fn users_are_listed_page_by_page() {
    let site = Site::new();
    for name in ["ada", "grace", "edsger"] {
        make(&site, name).await;
    }

    let first = json(&site, &["user", "list", "--limit", "2"]).await;
    let second = json(&site, &["user", "list", "--after", first[1]["id"].as_str().unwrap()]).await;

    assert_eq!((first.as_array().unwrap().len(), second.as_array().unwrap().len()), (2, 1));
    assert_eq!(json(&site, &["user", "list", "--limit", "0"]).await, json!([]));
}

#[tokio::test]
async fn users_are_chosen_by_role_and_status() {
    let site = Site::new();
    for name in ["ada", "grace", "edsger"] {
        make(&site, name).await;
    }
    say(&site, &["user", "grant", "edsger", "admin"]).await;
    say(&site, &["user", "disable", "grace"]).await;

    let admins = json(&site, &["user", "list", "--role", "admin", "--limit", "1"]).await;
    let shut = json(&site, &["user", "list", "--status", "disabled"]).await;

    assert_eq!((admins.as_array().unwrap().len(), &admins[0]["username"]), (1, &json!("edsger")));
    assert_eq!((shut.as_array().unwrap().len(), &shut[0]["username"]), (1, &json!("grace")));
    assert_eq!(json(&site, &["user", "list", "--role", "nobody"]).await, json!([]));
}

#[tokio::test]
async fn columns_stand_one_below_the_other() {
    let site = Site::new();
    for name in ["ada", "grace-hopper"] {
        make(&site, name).await;
    }

    let said = say(&site, &["user", "list"]).await;

    let columns: Vec<_> =
        said.lines().map(|line| line.find(" ada@").or(line.find(" grace-hopper@"))).collect();
    assert!(columns.len() == 2 && columns[0].is_some() && columns[0] == columns[1], "{said}");
}

#[tokio::test]
async fn nobody_is_invited_where_there_are_no_invitations() {
    let error = refused(&Site::new(), &["user", "invite", "grace@example.com"]).await;

    assert_eq!(error.code(), 1);
    assert!(error.to_string().contains("invitations.mode"), "{error}");
}

#[tokio::test]
async fn somebody_is_invited_with_any_roles() {
    let invites = |settings: &mut Settings| settings.invitations.mode = InvitationMode::Required;
    let site = Site::with(|builder| builder.configure(invites));

    let sent = json(&site, &["user", "invite", "grace@example.com", "--role", "admin"]).await;

    assert_eq!((&sent["email"], &sent["roles"]), (&json!("grace@example.com"), &json!(["admin"])));
    let kept = site.users.all_invitations(10).await.unwrap().remove(0);
    assert_eq!((kept.id.to_string(), kept.inviter), (sent["id"].as_str().unwrap().to_owned(), None));
    site.delivers_mail().await;
    assert!(site.mail.latest_link_to("grace@example.com").is_some());
}

#[tokio::test]
async fn users_are_searched_by_part_of_a_name_or_address() {
    let site = Site::new();
    for name in ["ada", "adamant", "grace"] {
        make(&site, name).await;
    }

    let found = json(&site, &["user", "list", "--search", "ADA"]).await;
    let next = ["user", "list", "--search", "ada", "--after", found[0]["id"].as_str().unwrap()];

    assert_eq!(found.as_array().unwrap().len(), 2);
    assert_eq!(json(&site, &next).await[0]["username"], "adamant");
    assert_eq!(json(&site, &["user", "list", "--search", "%"]).await, json!([]));
}

#[tokio::test]
async fn a_user_is_renamed_reached_elsewhere_and_edited() {
    let site = with_ada().await;

    let renamed = json(&site, &["user", "rename", "ada", "countess"]).await;
    let moved = json(&site, &["user", "set-email", "countess", "new@example.org"]).await;
    let edited = json(&site, &["user", "edit", "countess", "--time-zone", "Europe/Amsterdam"]).await;

    assert_eq!(renamed["username"], "countess");
    assert_eq!(moved["emails"][0]["address"], "new@example.org");
    assert_eq!(edited["time_zone"], "Europe/Amsterdam");
    assert_eq!(refused(&site, &["user", "rename", "countess", "a b"]).await.code(), 1);
    let CliError::Refused { problems, .. } =
        refused(&site, &["user", "rename", "countess", "countess"]).await
    else {
        panic!()
    };
    assert_eq!(problems[0].message, "The user has this name already.");
    assert_eq!(refused(&site, &["user", "set-email", "countess", "nobody"]).await.code(), 1);
    assert_eq!(refused(&site, &["user", "edit", "countess", "--set", "shoes=3"]).await.code(), 1);
    assert!(parsed(&["user", "edit", "ada"]).is_err());
    assert!(parsed(&["user", "edit", "ada", "--set", "shoes"]).is_err());
}

#[tokio::test]
async fn nobody_is_deleted_unless_it_is_meant() {
    let site = with_ada().await;

    assert_eq!(refused(&site, &["user", "delete", "ada"]).await.code(), 2);
    let mut mistaken = Script { is_attended: true, input: "grace\n", ..Script::default() };
    assert_eq!(mistaken.types(&site, &["user", "delete", "ada"]).await.unwrap_err().code(), 1);
    assert!(site.users.find_user("ada").await.unwrap().is_some());

    let mut sure = Script { is_attended: true, input: "ada\n", ..Script::default() };
    sure.types(&site, &["user", "delete", "ada"]).await.unwrap();
    assert!(sure.messages.contains("Type ada"), "{}", sure.messages);
    assert!(site.users.find_user("ada").await.unwrap().is_none());
}

#[tokio::test]
async fn a_deletion_is_done_at_once_or_scheduled_and_called_off() {
    let site = with_ada().await;

    let scheduled = json(&site, &["user", "delete", "ada", "--after", "30days"]).await;
    let kept = json(&site, &["user", "keep", "ada"]).await;
    let deleted = json(&site, &["user", "delete", "ada", "--yes"]).await;

    assert!(scheduled["deletion_at"].is_string() && kept["deletion_at"].is_null());
    assert_eq!((&deleted["username"], &deleted["status"]), (&json!("ada"), &json!("active")));
    assert_eq!(json(&site, &["user", "list"]).await, json!([]));
    assert_eq!(refused(&site, &["user", "delete", "ada", "--yes"]).await.code(), 1);
    assert!(parsed(&["user", "delete", "ada", "--after", "soon"]).is_err());
}
