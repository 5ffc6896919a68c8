//! Asking for a password: never on the command line, where other processes can read it.

use std::io::{self, BufRead, IsTerminal};

use anyhow::{Context, bail};

/// Asks on a terminal, twice and without showing it; elsewhere reads one line of standard input.
pub(crate) fn ask() -> anyhow::Result<String> {
    if !io::stdin().is_terminal() {
        return first_line(io::stdin().lock());
    }
    let password = rpassword::prompt_password("Password: ").context("no password was read")?;
    let again = rpassword::prompt_password("Password again: ").context("no password was read")?;
    if password != again {
        bail!("the two passwords differ");
    }
    Ok(password)
}

fn first_line(mut input: impl BufRead) -> anyhow::Result<String> {
    let mut line = String::new();
    input.read_line(&mut line).context("standard input cannot be read")?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        bail!("no password came in: write it as one line to standard input");
    }
    Ok(password.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_the_first_line_without_its_end() {
        assert_eq!(first_line(&b" correct horse \r\nmore\n"[..]).unwrap(), " correct horse ");
        assert_eq!(first_line(&b"no end"[..]).unwrap(), "no end");
        assert!(first_line(&b"\n"[..]).is_err());
        assert!(first_line(&b""[..]).is_err());
    }
}
