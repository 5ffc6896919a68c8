//! What goes back: pages, redirects, problems, headers.

pub(crate) mod explain;
pub(crate) mod headers;
pub(crate) mod problem;
