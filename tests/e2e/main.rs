//! The demo, from outside: real HTTP, real mail, real databases.

mod story;
