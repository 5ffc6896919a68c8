//! What an app adds to the server.

use std::borrow::Cow;
use std::fmt;

use poem::Route;
use user_core::UserManagerBuilder;
use user_core::settings::Settings;
use user_web_poem::UserWeb;

use crate::FirstUser;
use crate::config::Configured;

type ChooseSettings = dyn Fn(&mut Settings, Configured<'_>) + Send + Sync;
type ChangeManager = dyn Fn(UserManagerBuilder, &Settings) -> UserManagerBuilder + Send + Sync;
type MakeRoutes = dyn Fn(&UserWeb) -> Route + Send + Sync;

/// Text that is compiled in, or made at start.
pub(crate) type Text = Cow<'static, str>;

/// Everything that an app says of itself.
pub(crate) struct App {
    /// What the program is called: on the command line, in what it says, and in the names of its files.
    pub(crate) name: &'static str,
    pub(crate) about: Option<String>,
    pub(crate) version: &'static str,
    pub(crate) settings: Vec<Box<ChooseSettings>>,
    pub(crate) manager: Vec<Box<ChangeManager>>,
    pub(crate) routes: Option<Box<MakeRoutes>>,
    pub(crate) templates: Vec<(Text, Text)>,
    pub(crate) messages: Vec<(Text, Text)>,
    pub(crate) first_users: Vec<FirstUser>,
}

impl App {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self {
            name,
            about: None,
            version: env!("CARGO_PKG_VERSION"),
            settings: Vec::new(),
            manager: Vec::new(),
            routes: None,
            templates: Vec::new(),
            messages: Vec::new(),
            first_users: Vec::new(),
        }
    }
}

/// The name: closures say nothing of themselves.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("name", &self.name).finish_non_exhaustive()
    }
}
