//! What a person would see, feature by feature.

mod builds;
mod layers;
mod mistakes;
mod project;
mod rules;
mod secrets;
mod sites;
