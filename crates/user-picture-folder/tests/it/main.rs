//! Pictures in a real folder.

#[cfg(test)]
mod folder;
