//! Moving in and out: what other programs keep as entries of a report, and a report as they keep it.
//!
//! Bytes and records in, entries and bytes out. Nothing here touches a file. What a foreign file says is first
//! [`Told`] in the newsroom's words, whatever the format; [`place`] then finds what the report has already, ties the
//! rest to it, and keeps in the notes what no field takes. What it adds can be read by the decoder without a mistake.

mod follow_the_money;
mod known;
mod place;
mod read;
mod sheet;
mod timeline;
mod told;

pub use follow_the_money::follow_the_money;
pub use known::Known;
pub use place::{New, Placed, Remark, id_for, place, refusal};
pub use read::{Format, Unread, columns, format_of, kind_of_table, read, text};
pub use sheet::{added, field_line, sheet};
pub use timeline::timeline_js;
pub use told::{Told, Value};

#[cfg(test)]
mod tests;
