//! Every flow of an account, against stand-ins for every port: refusals first, both answers of a yes or no, and that
//! nothing else changed. Tests named `s031_…` are the scenarios that Flask-User's own tests assert.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod accept_invitation;
mod administration;
mod change_email;
mod change_password;
mod choose_language;
mod chosen;
mod confirm_email;
mod courier;
mod edit_profile;
mod email_policy;
mod forgot_password;
mod import;
mod invitations;
mod invitations_replaced;
mod known_devices;
mod letters;
mod mail_delivery;
mod manage_emails;
mod manage_emails_races;
mod meanwhile;
mod observers;
mod picture;
mod profile_policy;
mod purge;
mod register;
mod register_races;
mod register_refusals;
mod requirements;
mod resend_confirm_email;
mod reset_password;
mod secrets;
mod session_rotation;
mod sessions;
mod settings;
mod sign_in;
mod sign_in_refusals;
mod sign_in_throttles;
mod smtputf8;
mod storage;
mod thieves;
mod trail;
mod undo_email_change;
mod world;
