//! The program `user-server`: the library of the same name with nothing added.

use std::process::ExitCode;

use user_server::Server;

fn main() -> ExitCode {
    Server::new("user-server").run()
}
