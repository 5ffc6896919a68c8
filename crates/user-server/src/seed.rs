//! The first users of an app, to look around with.

use user_cli::generate_password;
use user_core::UserManager;
use user_core::domain::{Field, Violation};
use user_core::flows::{AdministrationError, NewAccount};

use crate::output;

/// A user whom the command `seed` makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstUser {
    username: String,
    email: String,
    roles: Vec<String>,
}

/// Makes those of the first users who are not there yet, and says their passwords: nobody can say them again.
pub(crate) async fn plant(first_users: &[FirstUser], users: &UserManager) -> anyhow::Result<()> {
    for first in first_users {
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

impl FirstUser {
    /// Describes a user with this username and this address, which counts as confirmed.
    pub fn new(username: impl Into<String>, email: impl Into<String>) -> Self {
        Self { username: username.into(), email: email.into(), roles: Vec::new() }
    }

    /// Gives a role along.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.roles.push(role.into());
        self
    }

    fn with_password(&self, password: &str) -> NewAccount {
        NewAccount {
            username: self.username.clone(),
            email: self.email.clone(),
            password: Some(password.to_owned()),
            roles: self.roles.clone(),
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
