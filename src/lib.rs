//! Casebook turns a folder of Markdown articles and YAML fact sheets into the public website of one incident report.

pub mod diagnostic;
pub mod disk;
pub mod text;
