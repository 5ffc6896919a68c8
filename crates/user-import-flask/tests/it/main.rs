//! Databases that Flask-User itself made (see `fixtures/generate.py`), read as they are.
#![cfg(test)]

mod fixtures;
mod oddities;
mod postgres;
