//! Another implementation of time-based codes shows the same ones.

use std::process::Command;

use chrono::{DateTime, Utc};
use user_core::domain::TotpSecret;
use user_core::ports::SystemEntropy;
use user_e2e::oathtool;

fn shown_by(program: &str, key: &str, at: DateTime<Utc>) -> String {
    let now = at.format("%Y-%m-%d %H:%M:%S UTC").to_string();
    let output =
        Command::new(program).args(["--totp", "-b", "-d", "6", "--now", &now, key]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn another_authenticator_shows_the_same_codes() {
    let Some(program) = oathtool() else { return };

    for number in 0..20_i64 {
        let secret = TotpSecret::fresh(&SystemEntropy);
        let at = DateTime::from_timestamp(1_790_000_000 + number * 104_729, 0).unwrap();

        assert_eq!(shown_by(&program, &secret.key(), at), secret.code_at(at).digits());
    }
}
