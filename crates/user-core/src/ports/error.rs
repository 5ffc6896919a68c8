//! The one way in which what lies behind a port can fail.

use std::fmt;
use std::time::Duration;

use thiserror::Error;

/// The cause behind a failed port.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Declares the ports, with what each is called in logs and messages.
macro_rules! ports {
    ($($(#[$doc:meta])* $port:ident = $name:literal,)*) => {
        /// A port that can fail. [`Display`](fmt::Display) prints its name in words, such as `password hasher`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Port {
            $($(#[$doc])* $port,)*
        }

        impl Port {
            /// Every port that can fail.
            pub const ALL: &'static [Self] = &[$(Self::$port),*];

            /// Its name in words, as logs have it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$port => $name,)*
                }
            }
        }
    };
}

ports! {
    /// The [`Store`](crate::ports::Store).
    Store = "store",
    /// The [`Mailer`](crate::ports::Mailer).
    Mailer = "mailer",
    /// The [`Renderer`](crate::ports::Renderer).
    Renderer = "renderer",
    /// The [`PasswordHasher`](crate::ports::PasswordHasher).
    PasswordHasher = "password hasher",
    /// The [`Throttle`](crate::ports::Throttle).
    Throttle = "throttle",
    /// The [`Outcomes`](crate::ports::Outcomes).
    Outcomes = "outcomes",
    /// The [`Pictures`](crate::ports::Pictures).
    Pictures = "pictures",
    /// The [`PictureMaker`](crate::ports::PictureMaker).
    PictureMaker = "picture maker",
    /// A policy of the app's own, such as a [`RegistrationPolicy`](crate::ports::RegistrationPolicy).
    Policy = "policy",
    /// An [`Observer`](crate::ports::Observer).
    Observer = "observer",
    /// The [`UserSource`](crate::ports::UserSource) of an import.
    UserSource = "user source",
    /// An [`ExportSource`](crate::ports::ExportSource), or what makes a file of an export.
    ExportSource = "export source",
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The adapter behind a port failed: a database is gone, a pool is full, a template is missing.
/// Never about what a visitor typed.
///
/// ```
/// use user_core::ports::{Port, PortError};
///
/// let error = PortError::new(Port::PasswordHasher, "no thread is left");
///
/// assert_eq!(error.port(), Port::PasswordHasher);
/// assert_eq!(error.to_string(), "the password hasher failed");
/// ```
#[derive(Debug, Error)]
#[error("the {port} failed")]
pub struct PortError {
    port: Port,
    retry_after: Option<Duration>,
    #[source]
    source: Cause,
}

impl PortError {
    /// The port failed because of `source`.
    pub fn new(port: Port, source: impl Into<Cause>) -> Self {
        Self { port, retry_after: None, source: source.into() }
    }

    /// The port is working, and has more to do than it can take on. Try again after `retry_after`.
    pub fn busy(port: Port, retry_after: Duration) -> Self {
        Self { port, retry_after: Some(retry_after), source: "busy".into() }
    }

    /// Which port it was.
    pub const fn port(&self) -> Port {
        self.port
    }

    /// When it is worth trying again, if that is known.
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_port_is_called_by_a_name_of_its_own() {
        let names: BTreeSet<_> = Port::ALL.iter().map(ToString::to_string).collect();

        assert_eq!(names.len(), Port::ALL.len());
        assert!(names.contains("user source"));
    }
}
