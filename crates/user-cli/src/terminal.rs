//! Where a command writes, and whom it asks.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::progress::{Bar, Progress, Unwatched};

/// Where a command writes, and whom it asks: [`StandardTerminal`], or what a test has instead.
pub trait Terminal: Send {
    /// Writes what was asked for, and ends the line.
    fn data(&mut self, text: &str) -> io::Result<()>;

    /// Writes something about what is being done, and ends the line.
    fn message(&mut self, text: &str) -> io::Result<()>;

    /// Whether somebody is there to be asked.
    fn is_attended(&self) -> bool;

    /// Asks for something that is not shown while it is typed.
    fn ask_hidden(&mut self, prompt: &str) -> io::Result<String>;

    /// Reads one line, with its end if it has one; empty when there is none.
    fn read_line(&mut self) -> io::Result<String>;

    /// Shows how far a work of so many steps is, if somebody watches. Never asked for with `--json`.
    fn progress(&mut self, all: u64) -> Box<dyn Progress> {
        let _ = all;
        Box::new(Unwatched)
    }
}

/// Standard input, output and error of this process.
#[derive(Clone, Copy, Debug, Default)]
pub struct StandardTerminal;

impl Terminal for StandardTerminal {
    fn data(&mut self, text: &str) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{text}")
    }

    fn message(&mut self, text: &str) -> io::Result<()> {
        writeln!(io::stderr().lock(), "{text}")
    }

    fn is_attended(&self) -> bool {
        io::stdin().is_terminal()
    }

    fn ask_hidden(&mut self, prompt: &str) -> io::Result<String> {
        rpassword::prompt_password(prompt)
    }

    fn read_line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line)?;
        Ok(line)
    }

    fn progress(&mut self, all: u64) -> Box<dyn Progress> {
        if io::stderr().is_terminal() { Box::new(Bar::new(all)) } else { Box::new(Unwatched) }
    }
}
