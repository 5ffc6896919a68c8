//! Headers that keep pages from being used against their readers.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Headers of every response. Those about content, frames and referrers need no setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Headers {
    /// How long browsers stay with https (RFC 6797, `max-age`), where the site has it; `0s` tells them to forget it.
    /// Default: 365 days.
    #[serde(with = "super::time")]
    pub hsts: Duration,
    /// Whether that holds for the subdomains, too: every one of them must have https. Default: off.
    pub hsts_include_subdomains: bool,
    /// What windows that others opened or that open others may do with pages, where the site has https. Default:
    /// nothing.
    pub opener_policy: OpenerPolicy,
    /// Where browsers report what the content policy of a page refused: a path of the app, or a URL. Default: nowhere.
    pub csp_report: Option<String>,
}

impl Default for Headers {
    fn default() -> Self {
        Self {
            hsts: Duration::from_hours(365 * 24),
            hsts_include_subdomains: false,
            opener_policy: OpenerPolicy::SameOrigin,
            csp_report: None,
        }
    }
}

/// The `Cross-Origin-Opener-Policy` of every response (HTML Standard, cross-origin opener policies).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenerPolicy {
    /// A page shares nothing with windows of other sites.
    #[default]
    SameOrigin,
    /// A page keeps hold of the windows of other sites that it opens, as some ways to pay or to sign in want.
    SameOriginAllowPopups,
    /// No header.
    Off,
}
