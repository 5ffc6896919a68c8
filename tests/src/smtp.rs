//! Mail servers with bad manners, and one that comes up late.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::tcp::OwnedWriteHalf;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::mailbox::Mail;

/// How a server treats those who bring mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manners {
    /// Takes everything.
    Good,
    /// Takes the connection, and never says a word.
    Hangs,
    /// Refuses every recipient for now.
    Later,
    /// Refuses every recipient for good.
    Never,
    /// Takes the mail, and drops the line instead of saying so.
    DropsAfterData,
    /// Refuses for good whoever is called `poison`, and takes the rest.
    RefusesPoison,
}

/// A mail server made for one test. Without encryption: it is on this machine.
pub struct ScriptedSmtp {
    /// Where it listens.
    pub port: u16,
    manners: Arc<Mutex<Manners>>,
    taken: Arc<Mutex<Vec<Mail>>>,
    task: JoinHandle<()>,
}

impl ScriptedSmtp {
    /// A server on a port of its own.
    pub async fn start(manners: Manners) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), manners)
    }

    /// A server on a port that is known already.
    pub async fn start_on(port: u16, manners: Manners) -> Self {
        Self::on(TcpListener::bind(("127.0.0.1", port)).await.unwrap(), manners)
    }

    fn on(listener: TcpListener, manners: Manners) -> Self {
        let port = listener.local_addr().unwrap().port();
        let (manners, taken) = (Arc::new(Mutex::new(manners)), Arc::default());
        let server = Talk { manners: Arc::clone(&manners), taken: Arc::clone(&taken) };
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(server.clone().converse(client));
            }
        });
        Self { port, manners, taken, task }
    }

    /// What the demo is told.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    /// From now on behaves like this.
    pub fn behaves(&self, manners: Manners) {
        *self.manners.lock().unwrap() = manners;
    }

    /// Every mail it got to the end of, also those it did not say so of.
    pub fn taken(&self) -> Vec<Mail> {
        self.taken.lock().unwrap().clone()
    }

    /// How often it got each mail, by its Message-ID.
    pub fn times_taken(&self) -> HashMap<String, usize> {
        let mut times = HashMap::new();
        self.taken().into_iter().for_each(|mail| *times.entry(mail.message_id).or_default() += 1);
        times
    }
}

impl Drop for ScriptedSmtp {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[derive(Clone)]
struct Talk {
    manners: Arc<Mutex<Manners>>,
    taken: Arc<Mutex<Vec<Mail>>>,
}

impl Talk {
    fn manners(&self) -> Manners {
        *self.manners.lock().unwrap()
    }

    async fn converse(self, client: TcpStream) -> Option<()> {
        let (reader, mut writer) = client.into_split();
        let mut lines = BufReader::new(reader).lines();
        if self.manners() != Manners::Hangs {
            say(&mut writer, "220 scripted").await?;
        }
        while let Some(line) = lines.next_line().await.ok()? {
            let manners = self.manners();
            if manners == Manners::Hangs {
                continue;
            }
            let command = line.to_ascii_uppercase();
            if command.starts_with("DATA") {
                say(&mut writer, "354 go on").await?;
                let mut text = String::new();
                loop {
                    let line = lines.next_line().await.ok()??;
                    if line == "." {
                        break;
                    }
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push_str("\r\n");
                }
                self.taken.lock().unwrap().extend(Mail::read(text.as_bytes()));
                if manners == Manners::DropsAfterData {
                    return None;
                }
            }
            say(&mut writer, answer(&command, manners)).await?;
        }
        Some(())
    }
}

fn answer(command: &str, manners: Manners) -> &'static str {
    let to = command.starts_with("RCPT");
    match manners {
        Manners::Later if to => "451 come back later",
        Manners::Never if to => "550 nobody of that name",
        Manners::RefusesPoison if to && command.contains("POISON") => "550 nobody of that name",
        _ if command.starts_with("EHLO") => "250 scripted",
        _ if command.starts_with("QUIT") => "221 bye",
        _ => "250 fine",
    }
}

async fn say(writer: &mut OwnedWriteHalf, words: &str) -> Option<()> {
    writer.write_all(format!("{words}\r\n").as_bytes()).await.ok()
}
