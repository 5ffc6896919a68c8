//! Ours and a limit, asked in turns by the same client, so that both meet the same machine.

use std::thread;
use std::time::Duration;

use anyhow::Result;

use crate::process::Process;
use crate::report::{count, line, median, now};
use crate::wire::Wire;

/// What one round told.
#[derive(Clone, Copy)]
pub(crate) struct Round {
    /// Answers a second.
    pub(crate) rate: f64,
    /// Milliseconds of the server's processor time for each.
    pub(crate) cpu: f64,
}

/// Several callers ask, each on a connection of its own, until each of them has done its part or the time is over.
/// `ask` gets the connection, the number of the caller, and how often it has asked before; it says whether there is more.
pub(crate) fn round(
    server: &Process,
    callers: usize,
    time: Duration,
    ask: impl Fn(&mut Wire, usize, usize) -> Result<bool> + Sync,
) -> Result<Round> {
    let mut wires = (0..callers).map(|_| Wire::open(server.address())).collect::<Result<Vec<_>>>()?;
    let (before, begun) = (server.cpu_seconds()?, now());
    let calls = |wire: &mut Wire, caller: usize| {
        let mut asked = 0;
        while begun.elapsed() < time && ask(wire, caller, asked)? {
            asked += 1;
        }
        anyhow::Ok(asked)
    };
    let asked = thread::scope(|scope| {
        let calls = &calls;
        let callers: Vec<_> =
            wires.iter_mut().enumerate().map(|(n, wire)| scope.spawn(move || calls(wire, n))).collect();
        callers.into_iter().try_fold(0, |sum, caller| match caller.join() {
            Ok(asked) => asked.map(|asked| sum + asked),
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })?;
    let (took, used) = (begun.elapsed().as_secs_f64(), server.cpu_seconds()? - before);
    Ok(Round { rate: count(asked) / took, cpu: used * 1_000.0 / count(asked) })
}

/// Takes rounds in turns, and prints what came out: ours, the limit, and their ratio. Answers with the medians.
pub(crate) fn in_turns(
    rounds: usize,
    goal: &str,
    mut ours: impl FnMut() -> Result<Round>,
    mut limit: impl FnMut() -> Result<Round>,
) -> Result<(Round, Round)> {
    let (mut reached, mut possible) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        possible.push(limit()?);
        reached.push(ours()?);
    }
    let (ours, limit) = (middle(&reached), middle(&possible));
    line(
        &format!("processor time for each, limit, ratio{goal}"),
        &format!("{:.3} ms / {:.3} ms = {:.2}", ours.cpu, limit.cpu, ours.cpu / limit.cpu),
    );
    line(
        "a second, limit, ratio",
        &format!("{:.1} / {:.1} = {:.2}", ours.rate, limit.rate, ours.rate / limit.rate),
    );
    Ok((ours, limit))
}

fn middle(rounds: &[Round]) -> Round {
    let of = |value: fn(&Round) -> f64| median(rounds.iter().map(value).collect());
    Round { rate: of(|round| round.rate), cpu: of(|round| round.cpu) }
}
