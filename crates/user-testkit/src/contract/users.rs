//! Sentences about users.

use serde_json::Number;
use user_core::domain::{FieldValue, PasswordHash, Profile, TimeZone, User, UserStatus};
use user_core::ports::{Changes, RoleChange, Unique, UserChange, UserKey};

use super::probe::{
    Outcome, Subject, commit, find, holder_of_address, holder_of_name, insert, inserting, outcome, portrait,
    user,
};
use super::samples::{
    TICK, active, address, confirmed, locale, minutes, noon, pending, picture_id, renamed, role, unconfirmed,
    user_id, username,
};
use crate::altered;

/// A user with every field filled to its limits comes back as it went in, and so does one with none.
pub async fn a_user_comes_back_exactly(store: Subject) {
    let full = altered(active("ada"), |user| {
        user.username = Some(username("Ada.Lovelace-1815_x-0123456789ab"));
        user.emails = vec![
            altered(confirmed("Ada@Example.COM"), |email| {
                email.primary = true;
                email.confirmed_at = Some(noon() + TICK);
            }),
            unconfirmed(&format!("{}@{}.example", "L".repeat(64), "d".repeat(60))),
            unconfirmed("Ren\u{e9}.\u{20000}@B\u{fc}cher.example"),
        ];
        user.password_hash =
            Some(PasswordHash::new(format!("$scrypt$ln=16,r=8,p=1${}/+$é", "x".repeat(220))));
        user.roles = ["admin", "team-lead", "team_lead", &"r".repeat(64)].into_iter().map(role).collect();
        user.locale = Some(locale("zh-Hans-CN"));
        user.time_zone = TimeZone::parse("America/Argentina/ComodRivadavia").ok();
        user.profile = full_profile();
        user.picture = Some(picture_id());
        user.device_epoch = i64::MAX / 4;
        user.last_signed_in_at = Some(minutes(7) + TICK);
        user.created_at = noon() - TICK;
        user.deletion_at = Some(minutes(99) + TICK);
        user.revision = i64::MAX / 2;
    });
    let bare = altered(pending("bare"), |user| {
        (user.username, user.emails, user.password_hash) = (None, vec![], None);
    });
    let shut = altered(active("shut"), |user| (user.status, user.revision) = (UserStatus::Disabled, -1));

    for sample in [&full, &bare, &shut] {
        insert(&store, sample).await;
        assert_eq!(portrait(&user(&store, sample.id).await), portrait(sample));
    }
}

fn full_profile() -> Profile {
    let mut profile = Profile::default();
    profile.set("about", Some(FieldValue::Text(format!("{}\"\\\n'é\u{20000}", "x".repeat(9_000)))));
    profile.set("age", Some(FieldValue::Number(i64::MIN.into())));
    profile.set("height", Number::from_f64(-1.25e-7).map(FieldValue::Number));
    profile.set("letters", Some(FieldValue::Flag(false)));
    profile.set("Not_Text", Some(FieldValue::Text("true".to_owned())));
    profile
}

/// The three keys find the same whole user, each confirmed address too; a key of nobody finds nobody.
pub async fn a_user_is_found_by_id_username_and_any_address(store: Subject) {
    let mut ada = active("ada");
    ada.emails.push(confirmed("other@example.com"));
    ada.roles.insert(role("admin"));
    insert(&store, &ada).await;
    insert(&store, &active("bob")).await;

    let (name, first, second) = (username("ada"), address("ada@example.com"), address("other@example.com"));
    let keys =
        [UserKey::Id(ada.id), UserKey::Username(&name), UserKey::Email(&first), UserKey::Email(&second)];
    for key in keys {
        let found = store.user(key).await.expect("a look-up").expect("the user");
        assert_eq!(portrait(&found), portrait(&ada), "{key:?}");
    }

    assert!(find(&store, user_id()).await.is_none());
    assert_eq!(holder_of_name(&store, "nobody").await, None);
    assert_eq!(holder_of_address(&store, "nobody@example.com").await, None);
}

/// Another case, another Unicode form and another spelling of the domain find the same user.
pub async fn a_key_is_found_however_it_was_typed(store: Subject) {
    let mut ada = active("Ada");
    ada.emails.push(confirmed("Ren\u{e9}@B\u{fc}cher.example"));
    insert(&store, &ada).await;

    for name in ["ada", "ADA", "aDa"] {
        assert_eq!(holder_of_name(&store, name).await, Some(ada.id), "{name}");
    }
    for variant in [
        "ada@example.com",
        "ADA@EXAMPLE.COM",
        "rene\u{301}@xn--bcher-kva.example",
        "REN\u{c9}@b\u{fc}cher.EXAMPLE",
    ] {
        assert_eq!(holder_of_address(&store, variant).await, Some(ada.id), "{variant}");
    }
    assert_eq!(user(&store, ada.id).await.username.expect("a name").as_str(), "Ada");
}

/// Neither patterns nor collations decide: `a_a` is not `aba`, `%` is a character, `é` is not `e`, `ß` is not `ss`.
pub async fn a_key_matches_nothing_but_itself(store: Subject) {
    let names = ["a_a", "aba", "a-a", "a.a", "aaa"];
    let locals = [
        "a_c",
        "abc",
        "a%",
        "a%c",
        "%",
        "strasse",
        "stra\u{df}e",
        "rene",
        "ren\u{e9}",
        "\u{fb01}n",
        "fin",
        "o",
        "\u{f8}",
        "\u{e6}",
        "ae",
        "a+b",
        "a",
        "n",
        "\u{f1}",
        "\u{4f60}",
    ];
    let mut ids = Vec::new();
    for name in names {
        let someone = altered(active(name), |user| user.emails = vec![]);
        insert(&store, &someone).await;
        ids.push(someone.id);
    }
    for (name, id) in names.into_iter().zip(&ids) {
        assert_eq!(holder_of_name(&store, name).await, Some(*id), "{name}");
    }
    for local in locals {
        let raw = format!("{local}@example.com");
        assert_eq!(holder_of_address(&store, &raw).await, None, "{raw} before it is there");
        let bare = altered(pending("any"), |user| user.username = None);
        let addressed = altered(bare, |user| user.emails = vec![confirmed(&raw)]);
        insert(&store, &addressed).await;
        assert_eq!(holder_of_address(&store, &raw).await, Some(addressed.id), "{raw}");
    }
    assert_eq!(holder_of_name(&store, "a__").await, None);
}

/// Users without username or address are as many as there are: nothing is no key.
pub async fn users_without_a_key_do_not_collide(store: Subject) {
    for _ in 0..3 {
        let keyless = altered(pending("any"), |user| (user.username, user.emails) = (None, vec![]));
        insert(&store, &keyless).await;
    }

    assert_eq!(store.users(None, 10).await.expect("a look-up").len(), 3);
}

/// A user's addresses are in order of id, whatever order they were added in.
pub async fn addresses_are_in_order_of_id(store: Subject) {
    let mut ada = active("ada");
    let later = [unconfirmed("two@example.com"), unconfirmed("three@example.com")];
    ada.emails.splice(0..0, later.iter().rev().cloned());
    insert(&store, &ada).await;

    let kept: Vec<_> = user(&store, ada.id).await.emails.into_iter().map(|email| email.id).collect();

    assert!(kept.is_sorted() && kept.len() == 3, "{kept:?}");
}

/// A username in use, in any case, refuses an insert as `Taken(Username)`, and the other user is as before.
pub async fn a_username_in_use_is_taken(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for name in ["ada", "ADA", "Ada"] {
        let other = altered(pending(name), |user| user.emails = vec![unconfirmed("other@example.com")]);
        assert_eq!(outcome(&store, inserting(&other)).await, Outcome::Taken(Unique::Username), "{name}");
        assert!(find(&store, other.id).await.is_none());
    }

    assert_eq!(holder_of_address(&store, "other@example.com").await, None);
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
}

/// An address that a user has confirmed, however typed, refuses an insert that has it confirmed as `Taken(Email)`.
pub async fn an_address_in_use_is_taken(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for typed in ["ada@example.com", "ADA@Example.Com"] {
        let other = altered(pending("other"), |user| user.emails = vec![confirmed(typed)]);
        assert_eq!(outcome(&store, inserting(&other)).await, Outcome::Taken(Unique::Email), "{typed}");
    }

    assert_eq!(holder_of_name(&store, "other").await, None);
}

/// Of two refusals the first in order is told; within one insert the username comes before the addresses.
pub async fn of_two_values_in_use_the_first_in_order_is_told(store: Subject) {
    insert(&store, &active("ada")).await;
    insert(&store, &active("bob")).await;
    let named = altered(pending("ada"), |user| user.emails = vec![]);
    let addressed = altered(active("bob"), |user| user.username = None);
    let name_first = Changes::none().with(inserting(&named)).with(inserting(&addressed));
    let address_first = Changes::none().with(inserting(&addressed)).with(inserting(&named));

    assert_eq!(outcome(&store, inserting(&active("ada"))).await, Outcome::Taken(Unique::Username));
    assert_eq!(outcome(&store, name_first).await, Outcome::Taken(Unique::Username));
    assert_eq!(outcome(&store, address_first).await, Outcome::Taken(Unique::Email));
}

/// A username can be set, in another case too, but not to another user's, nor of nobody.
pub async fn a_username_can_be_changed_unless_it_is_another_users(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    let taken = renamed(bob.id, username("ADA"));
    assert_eq!(outcome(&store, taken).await, Outcome::Taken(Unique::Username));
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
    let nobody = renamed(user_id(), username("ada"));
    assert_eq!(outcome(&store, nobody).await, Outcome::Gone);

    commit(&store, renamed(ada.id, username("ADA"))).await;
    assert_eq!(user(&store, ada.id).await.username.expect("a name").as_str(), "ADA");
    commit(&store, renamed(ada.id, username("ADA"))).await;
    commit(&store, renamed(ada.id, username("countess"))).await;
    assert_eq!(holder_of_name(&store, "ada").await, None);
    assert_eq!(holder_of_name(&store, "countess").await, Some(ada.id));
}

/// A commit may free a username and give it to another user, in that order.
pub async fn a_username_freed_earlier_in_a_commit_can_be_given_again(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    let swap = Changes::none()
        .with(renamed(ada.id, username("interim")))
        .with(renamed(bob.id, username("ada")))
        .with(renamed(ada.id, username("bob")));
    commit(&store, swap).await;

    assert_eq!(holder_of_name(&store, "ada").await, Some(bob.id));
    assert_eq!(holder_of_name(&store, "bob").await, Some(ada.id));
}

/// Password, status and language are set, also to what they already are, and for nobody they are `Gone`. A password is
/// removed, also where there is none.
pub async fn password_status_and_language_can_be_changed(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let hash = PasswordHash::new("plain$another");

    for _ in 0..2 {
        commit(&store, UserChange::SetPassword(ada.id, hash.clone())).await;
        commit(&store, UserChange::SetStatus(ada.id, UserStatus::Disabled)).await;
        commit(&store, UserChange::SetLocale(ada.id, Some(locale("nl-BE")))).await;
    }

    let expected = altered(ada.clone(), |user| {
        user.password_hash = Some(hash.clone());
        user.status = UserStatus::Disabled;
        user.locale = Some(locale("nl-BE"));
    });
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&expected));
    commit(&store, UserChange::SetLocale(ada.id, None)).await;
    assert_eq!(user(&store, ada.id).await.locale, None);
    for (epoch, at, latest) in [(1, 3, 3), (2, 2, 3), (3, 5, 5)] {
        commit(&store, UserChange::VoidDevices(ada.id)).await;
        commit(&store, UserChange::SignedIn(ada.id, minutes(at))).await;
        let ada = user(&store, ada.id).await;
        assert_eq!((ada.device_epoch, ada.last_signed_in_at), (epoch, Some(minutes(latest))));
    }
    for _ in 0..2 {
        commit(&store, UserChange::RemovePassword(ada.id)).await;
        assert!(user(&store, ada.id).await.password_hash.is_none());
    }
    let nobody = user_id();
    for change in [
        UserChange::VoidDevices(nobody),
        UserChange::SignedIn(nobody, noon()),
        UserChange::SetPassword(nobody, hash),
        UserChange::RemovePassword(nobody),
        UserChange::SetStatus(nobody, UserStatus::Active),
        UserChange::SetLocale(nobody, None),
    ] {
        assert_eq!(outcome(&store, change).await, Outcome::Gone);
    }
}

/// Each is set as a whole, however often; for nobody: `Gone`.
pub async fn profile_time_zone_and_picture_can_be_changed(store: Subject) {
    let ada = altered(active("ada"), |user| {
        (user.profile, user.picture) = (full_profile(), Some(picture_id()));
    });
    insert(&store, &ada).await;
    let mut profile = Profile::default();
    profile.set("first_name", Some(FieldValue::Text("Ada".to_owned())));
    let (zone, picture) = (TimeZone::parse("Europe/London").ok(), Some(picture_id()));

    for _ in 0..2 {
        commit(&store, UserChange::SetProfile(ada.id, profile.clone())).await;
        commit(&store, UserChange::SetTimeZone(ada.id, zone)).await;
        commit(&store, UserChange::SetPicture(ada.id, picture)).await;
    }

    let expected = altered(ada.clone(), |user| {
        (user.profile, user.time_zone, user.picture) = (profile, zone, picture);
    });
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&expected));
    commit(&store, UserChange::SetProfile(ada.id, Profile::default())).await;
    commit(&store, UserChange::SetTimeZone(ada.id, None)).await;
    commit(&store, UserChange::SetPicture(ada.id, None)).await;
    let emptied = altered(ada, |user| {
        (user.profile, user.time_zone, user.picture) = (Profile::default(), None, None);
    });
    assert_eq!(portrait(&user(&store, emptied.id).await), portrait(&emptied));

    let nobody = user_id();
    assert_eq!(outcome(&store, UserChange::SetProfile(nobody, Profile::default())).await, Outcome::Gone);
    assert_eq!(outcome(&store, UserChange::SetTimeZone(nobody, zone)).await, Outcome::Gone);
    assert_eq!(outcome(&store, UserChange::SetPicture(nobody, picture)).await, Outcome::Gone);
}

/// `Revise` moves the revision by one from the one named, and from no other; nothing else moves it.
pub async fn a_user_is_revised_from_the_revision_named_and_no_other(store: Subject) {
    let ada = altered(active("ada"), |user| user.revision = 7);
    insert(&store, &ada).await;
    let revise = |revision| UserChange::Revise { id: ada.id, revision };

    for wrong in [6, 8, 0, -7] {
        assert_eq!(outcome(&store, revise(wrong)).await, Outcome::Stale, "{wrong}");
    }
    commit(&store, revise(7)).await;
    assert_eq!(outcome(&store, revise(7)).await, Outcome::Stale);
    assert_eq!(user(&store, ada.id).await.revision, 8);

    commit(&store, Changes::none().with(revise(8)).with(revise(9))).await;
    commit(&store, UserChange::SetStatus(ada.id, UserStatus::Disabled)).await;
    commit(&store, RoleChange::Grant(ada.id, role("admin"))).await;
    assert_eq!(user(&store, ada.id).await.revision, 10);
    assert_eq!(outcome(&store, UserChange::Revise { id: user_id(), revision: 0 }).await, Outcome::Stale);
}

/// `Unchanged` accepts the revision named and moves nothing.
pub async fn an_unchanged_user_is_one_still_at_the_revision_named(store: Subject) {
    let ada = altered(active("ada"), |user| user.revision = 7);
    insert(&store, &ada).await;
    let unchanged = |revision| UserChange::Unchanged { id: ada.id, revision };

    assert_eq!(outcome(&store, unchanged(6)).await, Outcome::Stale);
    assert_eq!(outcome(&store, unchanged(8)).await, Outcome::Stale);
    commit(&store, unchanged(7)).await;
    commit(&store, unchanged(7)).await;

    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert_eq!(outcome(&store, UserChange::Unchanged { id: user_id(), revision: 0 }).await, Outcome::Stale);
}

/// Users are listed in order of id, after the one named, each exactly once, page by page.
pub async fn users_are_listed_page_by_page_in_order_of_id(store: Subject) {
    let mut expected = Vec::new();
    for number in 0..7 {
        let mut someone = active(&format!("user{number}"));
        someone.emails.push(unconfirmed(&format!("second{number}@example.com")));
        someone.roles.extend([role("admin"), role("editor")]);
        expected.push(someone);
    }
    for someone in expected.iter().rev() {
        insert(&store, someone).await;
    }

    let (mut listed, mut after) = (Vec::new(), None);
    for size in [3, 3, 1, 0] {
        let page = store.users(after, 3).await.expect("a look-up");
        assert_eq!(page.len(), size);
        after = page.last().map(|user| user.id).or(after);
        listed.extend(page);
    }

    let portraits = |users: &[User]| users.iter().map(portrait).collect::<Vec<_>>();
    assert_eq!(portraits(&listed), portraits(&expected));
    assert!(store.users(None, 0).await.expect("a look-up").is_empty());
}

/// An account made long ago and one made far ahead keep their times: nothing is cut or wrapped.
pub async fn times_far_away_come_back_exactly(store: Subject) {
    let year = 365 * 24 * 60;
    for (name, at) in [("past", minutes(-100 * year)), ("future", minutes(7_000 * year) + TICK)] {
        let someone = altered(active(name), |user| user.created_at = at);
        insert(&store, &someone).await;
        assert_eq!(user(&store, someone.id).await.created_at, at, "{name}");
    }
}
