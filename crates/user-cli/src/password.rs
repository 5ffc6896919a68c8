//! Where a password comes from: never from the command line, where other processes can read it.

use std::io;

use clap::Args;
use user_core::UserManager;

use crate::{CliError, Terminal};

/// Where a password comes from; asked for twice, without showing it, unless something else is said.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct PasswordSource {
    /// Read the password as one line from standard input.
    #[arg(long, conflicts_with = "generate")]
    pub password_stdin: bool,
    /// Make a password, and print it, this once.
    #[arg(long)]
    pub generate: bool,
}

/// A password, and whether its owner does not know it yet.
pub(crate) struct Given {
    pub(crate) password: String,
    is_made: bool,
}

impl Given {
    /// None at all.
    pub(crate) const fn none() -> Self {
        Self { password: String::new(), is_made: false }
    }

    /// What has to be printed, as nobody knows it.
    pub(crate) fn to_print(&self) -> Option<&str> {
        self.is_made.then_some(self.password.as_str())
    }
}

impl PasswordSource {
    pub(crate) fn take(self, users: &UserManager, terminal: &mut dyn Terminal) -> Result<Given, CliError> {
        if self.generate {
            return Ok(Given { password: generate_password(users), is_made: true });
        }
        let password = if self.password_stdin {
            first_line(terminal)?
        } else if terminal.is_attended() {
            asked(terminal)?
        } else {
            let ways = "nobody is there to be asked for a password: use --password-stdin or --generate";
            return Err(CliError::Usage(ways.to_owned()));
        };
        Ok(Given { password, is_made: false })
    }
}

fn first_line(terminal: &mut dyn Terminal) -> Result<String, CliError> {
    let line = terminal.read_line().map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => CliError::refused("the password is no UTF-8 text"),
        _ => error.into(),
    })?;
    let password =
        line.strip_suffix('\n').map_or(line.as_str(), |line| line.strip_suffix('\r').unwrap_or(line));
    if password.is_empty() {
        return Err(CliError::refused("no password came in: write it as one line to standard input"));
    }
    Ok(password.to_owned())
}

fn asked(terminal: &mut dyn Terminal) -> Result<String, CliError> {
    let password = terminal.ask_hidden("Password: ")?;
    if password.is_empty() {
        return Err(CliError::refused("no password was given"));
    }
    if terminal.ask_hidden("Password again: ")? != password {
        return Err(CliError::refused("the two passwords differ"));
    }
    Ok(password)
}

/// 80 random bits in characters that are not mistaken for each other, good enough for every ready policy.
pub fn generate_password(users: &UserManager) -> String {
    const ALPHABET: [u8; 32] = *b"ACDEFHJKMNPRacdefhjkmnpr23456789";
    let has_all = |text: &str| {
        let has = |kind: fn(&char) -> bool| text.chars().any(|c| kind(&c));
        has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase) && has(char::is_ascii_digit)
    };
    loop {
        let characters = users.random_bytes().map(|byte| ALPHABET.get(usize::from(byte % 32)).copied());
        let text: String = characters.into_iter().flatten().map(char::from).collect();
        if has_all(&text) {
            return text;
        }
    }
}
