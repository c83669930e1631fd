//! From views to what is written: pages, feeds, data.
//!
//! Everything here is a plain function from values to text or bytes; no file is touched.

mod beside;
mod calendar;
mod citations;
pub mod data;
mod escape;
mod feed;
mod glance;
mod linked;
mod oembed;
mod picture;
mod prose;
mod sanitise;
mod script;
mod search;
mod shelf;
mod since;
mod site;
mod sitemap;
mod social;
mod theme;

pub use calendar::calendar;
pub use citations::{bibtex, csl_json};
pub use data::data_reference;
pub use escape::{address_escaped, html_escaped, xml_escaped};
pub use feed::feed;
pub use prose::{Rendered, article};
pub use search::search;
pub use shelf::Shelf;
pub use site::{Copied, SiteFile, site};
pub use sitemap::{SitemapPage, sitemap};
pub use social::png;
pub use theme::{Making, Theme, built_in_texts, reference};
