//! The demo: the program of `user-server` with fields, pages, first users and a rule for invitations of its own.

mod choices;
mod fields;
mod inviting;
mod pages;

use std::process::ExitCode;

use inviting::AdministratorsGiveRoles;
use user_server::{FirstUser, Server};

fn main() -> ExitCode {
    Server::new("demo")
        .about("A site with accounts: register, sign in, recover, manage")
        .settings(choices::show_everything)
        .manager(|builder, settings| {
            builder.invitation_policy(AdministratorsGiveRoles(settings.invitations.clone()))
        })
        .routes(pages::routes)
        .templates(pages::TEMPLATES)
        .messages(pages::MESSAGES)
        .first_user(FirstUser::new("member", "member@example.com"))
        .first_user(FirstUser::new("admin", "admin@example.com").role("admin"))
        .first_user(FirstUser::new("user007", "user007@example.com").role("secret").role("agent"))
        .run()
}
