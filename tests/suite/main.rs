//! What a person would see, feature by feature.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests touch files, and fail where they cannot"
)]

mod archive;
mod browser;
mod builds;
mod dates;
mod desk;
mod docs;

mod embed;
mod exchange;
mod fmt;
mod layers;
mod ledger;
mod linked;
mod list;
mod lsp;
mod mistakes;
mod near;
mod new;
mod outputs;
mod parts;
mod pictures;
mod project;
mod prose;
mod reference;
mod rename;
mod rules;
mod schema;
mod secrets;
mod serve;
mod shell;
mod sites;
mod sourcing;
mod speech;
mod tools;
