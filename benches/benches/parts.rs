//! The parts, one by one: `cargo bench -p user-benches`.
#![expect(clippy::unwrap_used, reason = "a benchmark speaks by its name, and by panicking")]

use divan::{Bencher, black_box};
use user_core::domain::{EmailAddress, Locale, Password, Purpose, Username};
use user_core::password_policies::HardToGuess;
use user_core::ports::{PasswordContext, PasswordPolicy, Renderer};
use user_core::seal::{Label, Seals, Secret};
use user_core::views::samples;
use user_render_handlebars::HandlebarsRenderer;

fn main() {
    divan::main();
}

fn seals() -> Seals {
    Seals::new(Secret::new([1; 32]).unwrap(), [])
}

#[divan::bench]
fn seal_a_link(bencher: Bencher<'_, '_>) {
    let seals = seals();
    bencher.bench_local(|| seals.seal(Label::Link(Purpose::CONFIRM_EMAIL), black_box(&[7; 16])));
}

#[divan::bench]
fn open_a_cookie(bencher: Bencher<'_, '_>) {
    let seals = seals();
    let cookie = seals.seal(Label::Session, &[7; 20]);
    bencher.bench_local(|| seals.open(Label::Session, black_box(&cookie)));
}

#[divan::bench]
fn refuse_garbage(bencher: Bencher<'_, '_>) {
    let seals = seals();
    let garbage = "A".repeat(70);
    bencher.bench_local(|| seals.open(Label::Session, black_box(&garbage)));
}

#[divan::bench]
fn parse_a_username() -> Username {
    Username::parse(black_box("Ada.Lovelace")).unwrap()
}

#[divan::bench]
fn parse_an_address() -> EmailAddress {
    EmailAddress::parse(black_box("Ada.Lovelace@Example.com")).unwrap()
}

#[divan::bench]
fn judge_a_password(bencher: Bencher<'_, '_>) {
    let policy = HardToGuess::default_length();
    let password = Password::parse("correct horse battery").unwrap();
    let context = PasswordContext::new("Tea");
    bencher.bench_local(|| policy.judge(black_box(&password), &context));
}

/// A hundred signs that zxcvbn, left alone, reads in thousands of ways for seconds: what a stranger can make us judge.
#[divan::bench]
fn judge_a_hostile_password(bencher: Bencher<'_, '_>) {
    let policy = HardToGuess::default_length();
    let password = Password::parse("|{t%61<!49+78[@cf(0$".repeat(5).as_str()).unwrap();
    let context = PasswordContext::new("Tea");
    bencher.bench_local(|| policy.judge(black_box(&password), &context));
}

#[divan::bench(args = ["pages/register.html", "pages/profile.html", "mails/registered.html"])]
fn render(bencher: Bencher<'_, '_>, path: &str) {
    let renderer = HandlebarsRenderer::builder().build().unwrap();
    let locale = Locale::english();
    let sample = samples(&locale).into_iter().find(|sample| sample.template.path() == path).unwrap();
    bencher.bench_local(|| renderer.render(sample.template, &locale, black_box(&sample.data)).unwrap());
}
