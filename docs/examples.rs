//! The chapters of the book that show code of their own, which `cargo test` compiles as documentation tests and runs
//! where it ends by itself. (What they quote from `examples/` is compiled there.)

macro_rules! chapters {
    ($($name:ident: $path:literal,)*) => {
        $(#[cfg(doctest)] #[doc = include_str!($path)] mod $name {})*
    };
}

chapters! {
    command_line: "src/command-line.md",
    customisation: "src/customisation.md",
    events: "src/events.md",
    export_data: "src/flows/export-data.md",
    guards: "src/flows/guards.md",
    mail_delivery: "src/flows/mail-delivery.md",
    pages: "src/customisation/pages.md",
    password_hashes: "src/password-hashes.md",
    ports: "src/ports.md",
    profile: "src/flows/profile.md",
    purge: "src/flows/purge.md",
    testing: "src/testing.md",
    tour: "src/tour.md",
    tutorial: "src/tutorial.md",
}
