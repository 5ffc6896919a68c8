//! A terminal that remembers, and commands as a person types them.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use serde_json::Value;
use user_cli::{Arguments, CliError, Migration, Progress, Schema, Terminal};
use user_core::ports::{Entropy, PortError};
use user_testkit::story::Site;

/// What was written, and what will be answered.
#[derive(Default)]
pub(crate) struct Script {
    pub(crate) data: String,
    pub(crate) messages: String,
    pub(crate) hidden: VecDeque<&'static str>,
    pub(crate) input: &'static str,
    pub(crate) is_attended: bool,
    /// What is typed is no UTF-8.
    pub(crate) is_no_text: bool,
    pub(crate) is_closed: bool,
    pub(crate) progress: Watched,
}

/// What was shown of how far a work is.
#[derive(Clone, Default)]
pub(crate) struct Watched(Arc<Mutex<Vec<u64>>>);

impl Watched {
    pub(crate) fn told(&self) -> Vec<u64> {
        self.0.lock().unwrap().clone()
    }
}

impl Progress for Watched {
    fn at(&mut self, done: u64) {
        self.0.lock().unwrap().push(done);
    }

    fn aside(&mut self, write: &mut dyn FnMut()) {
        write();
    }
}

impl Script {
    /// Somebody who answers what is asked.
    pub(crate) fn answering(hidden: impl Into<VecDeque<&'static str>>) -> Self {
        Self { hidden: hidden.into(), is_attended: true, ..Self::default() }
    }

    /// A script that has something on its standard input.
    pub(crate) fn with_input(input: &'static str) -> Self {
        Self { input, ..Self::default() }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap()
    }

    pub(crate) async fn types(&mut self, site: &Site, words: &[&str]) -> Result<(), CliError> {
        let arguments = parsed(words).unwrap();
        arguments.command.unwrap().run(&site.users, &Tables::default(), self).await
    }
}

impl Terminal for Script {
    fn data(&mut self, text: &str) -> io::Result<()> {
        if self.is_closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.data.extend([text, "\n"]);
        Ok(())
    }

    fn message(&mut self, text: &str) -> io::Result<()> {
        self.messages.extend([text, "\n"]);
        Ok(())
    }

    fn is_attended(&self) -> bool {
        self.is_attended
    }

    fn ask_hidden(&mut self, _: &str) -> io::Result<String> {
        self.hidden.pop_front().map(str::to_owned).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    fn read_line(&mut self) -> io::Result<String> {
        if self.is_no_text {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(self.input.split_inclusive('\n').next().unwrap_or_default().to_owned())
    }

    fn progress(&mut self, _: u64) -> Box<dyn Progress> {
        Box::new(self.progress.clone())
    }
}

pub(crate) fn parsed(words: &[&str]) -> Result<Arguments, clap::Error> {
    <Arguments as clap::Parser>::try_parse_from([&["my-app"], words].concat())
}

/// What a command that must succeed writes.
pub(crate) async fn say(site: &Site, words: &[&str]) -> String {
    let mut script = Script::default();
    script.types(site, words).await.unwrap();
    assert_eq!(script.messages, "");
    script.data
}

/// The same as JSON.
pub(crate) async fn json(site: &Site, words: &[&str]) -> Value {
    serde_json::from_str(&say(site, &[words, &["--json"]].concat()).await).unwrap()
}

/// Why a command that must fail was not done.
pub(crate) async fn refused(site: &Site, words: &[&str]) -> CliError {
    Script::default().types(site, words).await.unwrap_err()
}

/// The names in a JSON object, in the order of the alphabet.
pub(crate) fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Tables that remember whether they are there.
#[derive(Default)]
pub(crate) struct Tables(std::sync::atomic::AtomicBool);

#[async_trait]
impl Schema for Tables {
    async fn up(&self) -> Result<(), PortError> {
        self.0.store(true, std::sync::atomic::Ordering::SeqCst);
        Ok(())
    }

    async fn down(&self, _: u32) -> Result<(), PortError> {
        self.0.store(false, std::sync::atomic::Ordering::SeqCst);
        Ok(())
    }

    async fn status(&self) -> Result<Vec<Migration>, PortError> {
        let applied = self.0.load(std::sync::atomic::Ordering::SeqCst);
        Ok(vec![Migration { name: "accounts".to_owned(), applied }])
    }
}

/// The same bytes in every run, and no password that anybody would guess: the n-th byte of all is a mix of n.
#[derive(Default)]
pub(crate) struct Spread(std::sync::atomic::AtomicU64);

impl Entropy for Spread {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let count = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1;
            let mixed = count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            *byte = (mixed ^ (mixed >> 29)).to_be_bytes()[1];
        }
    }
}
