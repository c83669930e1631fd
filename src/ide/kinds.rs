//! Which kinds of entry an id field takes: what linking accepts there, by the name of the field.

use crate::model::Kind;

const SPEAKERS: &[Kind] = &[Kind::Person, Kind::Organisation, Kind::Source];
const BODIES: &[Kind] = &[Kind::Organisation, Kind::Source];
pub(super) const ALL: &[Kind] =
    &[Kind::Claim, Kind::Person, Kind::Organisation, Kind::Source, Kind::Document, Kind::Date, Kind::Article];

/// The kinds whose ids belong into a field of this name, the likeliest first; none where no living id does.
pub(super) fn of_field(name: &str) -> &'static [Kind] {
    match name {
        "said_by" | "via" | "party" | "adverse_to" | "speaker" | "owner" | "counts_with" | "authors" => {
            SPEAKERS
        }
        // Who published a document is an outlet more often than not.
        "source" => &[Kind::Source, Kind::Organisation, Kind::Person],
        "organisation" | "part_of" | "speaks_for" => BODIES,
        "people" => &[Kind::Person],
        "organisations" => &[Kind::Organisation],
        "document" | "copy_of" | "derived_from" => &[Kind::Document],
        "contradicts" | "refines" | "superseded_by" | "claim" => &[Kind::Claim],
        "translation_of" => &[Kind::Article],
        "about" | "for" => ALL,
        _ => &[],
    }
}
