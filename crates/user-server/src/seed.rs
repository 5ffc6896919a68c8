//! The first users, to look around with.

use user_cli::generate_password;
use user_core::UserManager;
use user_core::domain::{Field, Violation};
use user_core::flows::{AdministrationError, NewAccount};

use crate::output;

struct First {
    username: &'static str,
    email: &'static str,
    roles: &'static [&'static str],
}

const FIRST: [First; 3] = [
    First { username: "member", email: "member@example.com", roles: &[] },
    First { username: "admin", email: "admin@example.com", roles: &["admin"] },
    First { username: "user007", email: "user007@example.com", roles: &["secret", "agent"] },
];

/// Makes those of the first users who are not there yet, and says their passwords: nobody can say them again.
pub(crate) async fn plant(users: &UserManager) -> anyhow::Result<()> {
    for first in &FIRST {
        let password = generate_password(users);
        match users.create_user(&first.with_password(&password)).await {
            Ok(_) => output::line(format_args!("{:<22}{:<12}{password}", first.email, first.username))?,
            Err(error) if is_there(&error) => {
                output::line(format_args!("{:<22}{:<12}is there already", first.email, first.username))?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

impl First {
    fn with_password(&self, password: &str) -> NewAccount {
        NewAccount {
            username: self.username.to_owned(),
            email: self.email.to_owned(),
            password: password.to_owned(),
            roles: self.roles.iter().map(|role| (*role).to_owned()).collect(),
        }
    }
}

fn is_there(error: &AdministrationError) -> bool {
    let AdministrationError::Invalid(violations) = error else { return false };
    [Field::Username, Field::Email]
        .into_iter()
        .any(|field| violations.of(field).any(|violation| *violation == Violation::Taken))
}

#[cfg(test)]
mod tests;
