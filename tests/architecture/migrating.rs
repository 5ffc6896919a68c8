//! Whoever comes from Flask-User finds every setting of theirs, and what is named beside it exists.

use serde_json::Value;
use user_core::settings::Settings;

use crate::workspace::{assert_none, read};

const PAGE: &str = "docs/src/migrating-from-flask-user.md";

/// Every setting of every version, without the `USER_` before it.
const THEIRS: &str = "\
    AFTER_CHANGE_PASSWORD_ENDPOINT AFTER_CHANGE_USERNAME_ENDPOINT AFTER_CONFIRM_ENDPOINT \
    AFTER_EDIT_USER_PROFILE_ENDPOINT AFTER_FORGOT_PASSWORD_ENDPOINT AFTER_INVITE_ENDPOINT \
    AFTER_LOGIN_ENDPOINT AFTER_LOGOUT_ENDPOINT AFTER_REGISTER_ENDPOINT \
    AFTER_RESEND_CONFIRM_EMAIL_ENDPOINT AFTER_RESEND_EMAIL_CONFIRMATION_ENDPOINT \
    AFTER_RESET_PASSWORD_ENDPOINT ALLOW_LOGIN_WITHOUT_CONFIRMED_EMAIL APP_NAME APP_VERSION AUTO_LOGIN \
    AUTO_LOGIN_AFTER_CONFIRM AUTO_LOGIN_AFTER_REGISTER AUTO_LOGIN_AFTER_RESET_PASSWORD \
    AUTO_LOGIN_AT_LOGIN CHANGE_PASSWORD_TEMPLATE CHANGE_PASSWORD_URL CHANGE_USERNAME_TEMPLATE \
    CHANGE_USERNAME_URL CONFIRM_EMAIL_EMAIL_TEMPLATE CONFIRM_EMAIL_EXPIRATION CONFIRM_EMAIL_TEMPLATE \
    CONFIRM_EMAIL_URL COPYRIGHT_YEAR CORPORATION_NAME EDIT_USER_PROFILE_TEMPLATE EDIT_USER_PROFILE_URL \
    EMAIL_ACTION_URL EMAIL_SENDER_EMAIL EMAIL_SENDER_NAME ENABLE_AUTH0 ENABLE_CHANGE_PASSWORD \
    ENABLE_CHANGE_USERNAME ENABLE_CONFIRM_EMAIL ENABLE_EMAIL ENABLE_EMAILS ENABLE_FORGOT_PASSWORD \
    ENABLE_INVITATION ENABLE_INVITE_USER ENABLE_LOGIN_WITHOUT_CONFIRM_EMAIL ENABLE_MULTIPLE_EMAILS \
    ENABLE_REGISTER ENABLE_REGISTRATION ENABLE_REMEMBER_ME ENABLE_RETYPE_PASSWORD \
    ENABLE_RETYPE_PASSWORDS ENABLE_USERNAME ENABLE_USERNAMES FORGOT_PASSWORD_EMAIL_TEMPLATE \
    FORGOT_PASSWORD_TEMPLATE FORGOT_PASSWORD_URL IFIND_MODE INVITE_ACCEPT_TEMPLATE \
    INVITE_EMAIL_TEMPLATE INVITE_ENDPOINT INVITE_EXPIRATION INVITE_TEMPLATE INVITE_URL \
    INVITE_USER_EMAIL_TEMPLATE INVITE_USER_TEMPLATE INVITE_USER_URL LOGIN_AUTH0_TEMPLATE LOGIN_TEMPLATE \
    LOGIN_URL LOGIN_WITH_USERNAME LOGOUT_URL MANAGE_EMAILS_TEMPLATE MANAGE_EMAILS_URL \
    PASSLIB_CRYPTCONTEXT_KEYWORDS PASSLIB_CRYPTCONTEXT_SCHEMES PASSWORD_CHANGED_EMAIL_TEMPLATE \
    PASSWORD_HASH PASSWORD_HASH_MODE PASSWORD_SALT PROFILE_TEMPLATE PROFILE_URL \
    REGISTERED_EMAIL_TEMPLATE REGISTER_TEMPLATE REGISTER_URL REGISTER_WITH_EMAIL REQUIRE_INVITATION \
    REQUIRE_RETYPE_PASSWORD RESEND_CONFIRM_EMAIL_TEMPLATE RESEND_CONFIRM_EMAIL_URL \
    RESEND_EMAIL_CONFIRMATION_URL RESET_PASSWORD_EMAIL_TEMPLATE RESET_PASSWORD_EXPIRATION \
    RESET_PASSWORD_TEMPLATE RESET_PASSWORD_URL RETYPE_PASSWORD SEND_PASSWORD_CHANGED_EMAIL \
    SEND_REGISTERED_EMAIL SEND_USERNAME_CHANGED_EMAIL SHOW_EMAIL_DOES_NOT_EXIST \
    SHOW_USERNAME_DOES_NOT_EXIST SHOW_USERNAME_EMAIL_DOES_NOT_EXIST UNAUTHENTICATED_ENDPOINT \
    UNAUTHORIZED_ENDPOINT UNCONFIRMED_EMAIL_ENDPOINT USERNAME_CHANGED_EMAIL_TEMPLATE \
    USER_SESSION_EXPIRATION";

/// Those of the libraries below it that change what it does.
const THEIRS_BELOW: [&str; 10] = [
    "SECRET_KEY",
    "WTF_CSRF_ENABLED",
    "REMEMBER_COOKIE_NAME",
    "REMEMBER_COOKIE_DURATION",
    "REMEMBER_COOKIE_DOMAIN",
    "REMEMBER_COOKIE_SECURE",
    "REMEMBER_COOKIE_HTTPONLY",
    "SESSION_PROTECTION",
    "SERVER_NAME",
    "MAIL_DEFAULT_SENDER",
];

#[test]
fn every_setting_of_flask_user_is_on_the_page_for_migrating() {
    let page = read(PAGE);

    let own = THEIRS.split_whitespace().map(|name| format!("`USER_{name}`"));
    let names = own.chain(THEIRS_BELOW.map(|name| format!("`{name}`")));
    let wrong: Vec<_> = names.filter(|name| !page.contains(name)).collect();

    assert!(THEIRS.split_whitespace().count() > 100);
    assert_none(&format!("{PAGE} says nothing of"), &wrong);
}

#[test]
fn every_setting_that_the_page_for_migrating_names_exists() {
    let page = read(PAGE);
    let tree = serde_json::to_value(Settings::default()).unwrap();
    let spans = page.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    let names = spans.filter_map(|span| span.split([' ', '=']).next()).filter(|name| is_setting(&tree, name));
    let (known, wrong): (Vec<_>, Vec<_>) = names.partition(|name| exists(&tree, name));
    let wrong: Vec<_> = wrong.into_iter().map(str::to_owned).collect();

    assert!(known.len() > 50, "{}", known.len());
    assert_none(&format!("{PAGE} names settings that do not exist"), &wrong);
}

/// `group.key`, of a group that there is.
fn is_setting(tree: &Value, name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c == '_' || c == '.';
    name.split_once('.').is_some_and(|(group, _)| tree.get(group).is_some_and(Value::is_object))
        && name.chars().all(plain)
}

fn exists(tree: &Value, name: &str) -> bool {
    name.split_once('.')
        .is_some_and(|(group, key)| tree.get(group).and_then(|group| group.get(key)).is_some())
}
