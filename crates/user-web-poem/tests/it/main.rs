//! Every page, guard and refusal, as a browser or a program meets them: in one process, with stand-ins for every port.
//! Refusals first. Tests named `s031_…` are the scenarios that Flask-User's own tests assert.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]
#![expect(clippy::needless_pass_by_value, reason = "handlers own what they extract")]

mod browser;
mod log;
mod site;

mod address;
mod bad_input;
mod below_a_path;
mod change_email;
mod change_password;
mod change_username;
mod configuration;
mod confirm_email;
mod cookies;
mod current_user;
mod edit_profile;
mod enumeration;
mod forgery;
mod forgot_password;
mod guards;
mod headers;
mod invitations;
mod language;
mod locale;
mod logs;
mod mailbox;
mod manage_emails;
mod next;
mod notices;
mod once;
mod own_page;
mod password_strength;
mod picture;
mod profile;
mod programs;
mod register;
mod resend_confirm_email;
mod reset_password;
mod resume;
mod sessions;
mod sign_in;
mod sign_in_or_register;
mod sign_out;
mod store_calls;
mod story;
mod switches;
mod tabs;
mod trouble;
