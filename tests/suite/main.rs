//! What a person would see, feature by feature.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests touch files, and fail where they cannot"
)]

mod builds;
mod layers;
mod mistakes;
mod pictures;
mod project;
mod reference;
mod rules;
mod secrets;
mod sites;
mod sourcing;
