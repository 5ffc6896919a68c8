//! Raw Argon2id at the cost of user-rs: 19 MiB, two passes, one lane, in memory that is kept.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use argon2::{Argon2, Block};
use poem::http::StatusCode;
use poem::listener::TcpAcceptor;
use poem::web::Data;
use poem::{EndpointExt, Route, Server, handler, post};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

const SALT: [u8; 16] = [7; 16];
const PASSWORD: &[u8] = b"a password for the crowd";

/// A way to compute a hash.
pub trait Engine {
    fn hash(&mut self, password: &[u8]) -> Result<[u8; 32]>;
}

/// The crate that user-rs hashes with.
pub struct RustCrypto {
    argon2: Argon2<'static>,
    memory: Vec<Block>,
}

impl Default for RustCrypto {
    fn default() -> Self {
        let argon2 = Argon2::default();
        let memory = vec![Block::default(); argon2.params().block_count()];
        Self { argon2, memory }
    }
}

impl Engine for RustCrypto {
    fn hash(&mut self, password: &[u8]) -> Result<[u8; 32]> {
        let mut tag = [0; 32];
        self.argon2
            .hash_password_into_with_memory(password, &SALT, &mut tag, &mut self.memory)
            .map_err(|error| anyhow!("{error}"))?;
        Ok(tag)
    }
}

/// The crate behind the cargo feature `simd` of `user-hash-argon2`.
pub struct Simd(argon2_rust::Hasher);

impl Simd {
    pub fn new() -> Result<Self> {
        let params = argon2_rust::Params::builder()
            .memory(argon2_rust::params::Memory::kib(19_456))
            .passes(2)
            .lanes(1)
            .build()
            .map_err(|error| anyhow!("{error}"))?;
        let argon2 =
            argon2_rust::Argon2::new(argon2_rust::Algorithm::Argon2id, argon2_rust::Version::V0x13, params);
        Ok(Self(argon2.hasher()))
    }
}

impl Engine for Simd {
    fn hash(&mut self, password: &[u8]) -> Result<[u8; 32]> {
        let mut tag = [0; 32];
        self.0.hash_into(password, &SALT, &mut tag).map_err(|error| anyhow!("{error}"))?;
        Ok(tag)
    }
}

/// Hashes for so long on this thread, and prints what one took.
#[expect(clippy::print_stdout, reason = "the program that starts this one reads it")]
#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
pub fn alone(engine: &mut impl Engine, seconds: f64) -> Result<()> {
    engine.hash(PASSWORD)?;
    let time = Duration::from_secs_f64(seconds);
    let (begun, mut hashes) = (Instant::now(), 0_u32);
    while begun.elapsed() < time {
        engine.hash(PASSWORD)?;
        hashes += 1;
    }
    println!("{}", begun.elapsed().as_secs_f64() * 1_000.0 / f64::from(hashes));
    Ok(())
}

type Job = (Vec<u8>, oneshot::Sender<bool>);

/// Threads that hash, one for each core, each with its memory.
#[derive(Clone)]
struct Threads(Sender<Job>);

impl Threads {
    fn start() -> Result<Self> {
        let (jobs, waiting) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        let stored = RustCrypto::default().hash(PASSWORD)?;
        for _ in 0..thread::available_parallelism().map_or(1, NonZeroUsize::get) {
            let waiting = Arc::clone(&waiting);
            thread::spawn(move || verify_all(&waiting, stored));
        }
        Ok(Self(jobs))
    }
}

fn verify_all(waiting: &Mutex<Receiver<Job>>, stored: [u8; 32]) {
    let mut engine = RustCrypto::default();
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((password, answer)) = next else { return };
        // Nobody listens where the caller went away.
        let _ = answer.send(engine.hash(&password).is_ok_and(|tag| tag == stored));
    }
}

#[handler]
async fn sign_in(password: Vec<u8>, Data(threads): Data<&Threads>) -> poem::Result<StatusCode> {
    let (answer, verified) = oneshot::channel();
    let failed = |what: &'static str| poem::Error::from_string(what, StatusCode::INTERNAL_SERVER_ERROR);
    threads.0.send((password, answer)).map_err(|_| failed("nobody hashes"))?;
    let verified = verified.await.map_err(|_| failed("a thread ended"))?;
    Ok(if verified { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN })
}

pub async fn on_poem(listener: TcpListener) -> Result<()> {
    let app = Route::new().at("/", post(sign_in).data(Threads::start().context("threads")?));
    Ok(Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?).run(app).await?)
}
