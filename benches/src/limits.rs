//! The limits: programs of their own, built without this workspace and without its profile.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process::Process;

/// The folder of the limits: a workspace of its own.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("limits")
}

/// Builds what is measured: the limits in the plain release profile, and ours as an app gets it.
pub(crate) fn build() -> Result<()> {
    let limits = folder().join("Cargo.toml");
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("Cargo.toml");
    let mut command = cargo(&ours)?;
    run(command.args(["-p", "demo", "-p", "quickstart", "-p", "quickstart-axum"]))?;
    run(&mut cargo(&limits)?)
}

#[expect(clippy::disallowed_methods, reason = "Cargo says there which Cargo it is")]
fn cargo(manifest: &Path) -> Result<Command> {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(program);
    command.args(["build", "--release", "--locked", "--manifest-path"]).arg(manifest);
    // Each into the target folder that it has anyway.
    let release = std::env::current_exe()?.parent().context("a program in no folder")?.to_owned();
    let target = release.parent().context("a program in no target folder")?;
    let target = if manifest.starts_with(folder()) { folder().join("target") } else { target.to_owned() };
    command.arg("--target-dir").arg(target);
    Ok(command)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    ensure!(status.success(), "the build ended with {status}");
    Ok(())
}

fn program() -> Result<PathBuf> {
    let program = folder().join("target/release/limits");
    ensure!(program.exists(), "build it first: `load build`");
    Ok(program)
}

/// Starts one of them, which says where it answers.
pub(crate) fn start(arguments: &[&str]) -> Result<Process> {
    let mut command = Command::new(program()?);
    command.args(arguments).env_clear().stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let mut said = String::new();
    let output = child.stdout.take().context("a process without its output")?;
    BufReader::new(output).read_line(&mut said)?;
    let address = said.trim().parse().with_context(|| format!("{arguments:?} did not start"));
    if address.is_err() {
        let _ = child.kill();
        let _ = child.wait();
    }
    Ok(Process::of(child, address?))
}

/// Milliseconds that one hash takes there, without a network.
pub(crate) fn hash(engine: &str, seconds: f64) -> Result<f64> {
    let output = Command::new(program()?).arg(engine).arg(seconds.to_string()).env_clear().output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}
