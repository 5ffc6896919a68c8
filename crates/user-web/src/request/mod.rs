//! What a request is taken for: its address, cookies, form, wishes.

pub(crate) mod address;
pub(crate) mod cookies;
pub(crate) mod form;
pub(crate) mod host;
pub(crate) mod next;
pub(crate) mod origin;
pub(crate) mod upload;
