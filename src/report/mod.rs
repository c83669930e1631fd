//! Findings for people to read. Only here is it known what a terminal shows.

mod human;

pub use human::{human, summary};
