//! Whether a value may stand in a field: the decoder of sheets is asked, so that nobody else has to know.

use crate::diagnostic::Finding;
use crate::exchange::sheet::field_text;
use crate::exchange::told::Value;
use crate::load::load_file;
use crate::model::Kind;
use crate::text::{FileId, Place};

/// Why a value cannot stand in a field; nothing where it can.
#[must_use]
pub fn refusal(kind: Kind, field: &str, value: &Value) -> Option<Finding> {
    let (path, text) = match kind {
        Kind::Article => ("content/articles/y.md", format!("---\n{}---\n", field_text(field, value, 0))),
        _ => ("content/facts/y.yaml", format!("{}:\n  x:\n{}", kind.section(), field_text(field, value, 4))),
    };
    let (_, findings) = load_file(FileId(0), path, &text)?;
    // Other fields are missing, here: it is this one that is asked about. What is missing in it says so further in.
    let of_it = |place: Place| place.span.start > text.find("x:").map_or(0, offset);
    let is_of_it = |finding: &Finding| {
        finding.rule != "missing-field" || (kind != Kind::Article && of_it(finding.place))
    };
    findings.into_iter().find(is_of_it)
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
