//! Casebook's command.
fn main() {}
