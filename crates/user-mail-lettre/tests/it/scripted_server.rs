//! A mail server that says what a test wants to hear, to show what no well-behaved server does.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use user_mail_lettre::{Encryption, SmtpMailer, SmtpMailerBuilder};

/// The answer to each command that starts like this; the first that fits counts. An empty answer: none, ever.
pub(crate) type Script = Vec<(&'static str, &'static str)>;

pub(crate) struct ScriptedServer {
    pub(crate) port: u16,
    /// What each connection said, line by line.
    heard: Arc<Mutex<Vec<Vec<String>>>>,
}

const USUAL: [(&str, &str); 7] = [
    ("greeting", "220 scripted"),
    ("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN"),
    ("DATA", "354 go on"),
    ("QUIT", "221 bye"),
    ("AUTH", "235 welcome"),
    ("after data", "250 taken"),
    ("", "250 fine"),
];

impl ScriptedServer {
    /// Answers as scripted, and otherwise as usual; each connection by a script of its own, the last one for the rest.
    pub(crate) async fn start(scripts: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self { port: listener.local_addr().unwrap().port(), heard: Arc::default() };
        let heard = Arc::clone(&server.heard);
        tokio::spawn(async move {
            for number in 0.. {
                let (stream, _) = listener.accept().await.unwrap();
                let script = scripts.get(number).or(scripts.last()).cloned().unwrap_or_default();
                heard.lock().unwrap().push(Vec::new());
                tokio::spawn(converse(stream, script, Arc::clone(&heard), number));
            }
        });
        server
    }

    pub(crate) async fn saying(script: Script) -> Self {
        Self::start(vec![script]).await
    }

    pub(crate) fn mailer(&self) -> SmtpMailerBuilder {
        SmtpMailer::builder("127.0.0.1").port(self.port).encryption(Encryption::None)
    }

    pub(crate) fn heard(&self) -> Vec<Vec<String>> {
        self.heard.lock().unwrap().clone()
    }
}

async fn converse(
    stream: TcpStream,
    script: Script,
    heard: Arc<Mutex<Vec<Vec<String>>>>,
    number: usize,
) -> Option<()> {
    let answer = |to: &str| {
        let mut answers = script.iter().chain(&USUAL);
        answers.find(|(start, _)| to.starts_with(start)).map_or("", |(_, answer)| answer).to_owned()
    };
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut event = "greeting".to_owned();
    loop {
        let reply = answer(&event);
        if !reply.is_empty() {
            writer.write_all(format!("{reply}\r\n").as_bytes()).await.ok()?;
        }
        event = lines.next_line().await.ok()??;
        heard.lock().unwrap()[number].push(event.clone());
        if reply.starts_with("354") {
            while event != "." {
                event = lines.next_line().await.ok()??;
                heard.lock().unwrap()[number].push(event.clone());
            }
            "after data".clone_into(&mut event);
        }
    }
}
