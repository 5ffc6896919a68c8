//! The demo: `user-server`, put together in `wiring` of that crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    user_server::main()
}
