//! Whether a value may stand in a field: the decoder of sheets is asked, so that nobody else has to know.

use super::super::sheet::field_text;
use super::super::told::Value;
use crate::load::load_file;
use crate::model::Kind;
use crate::text::FileId;

/// Why a value cannot stand in a field; nothing where it can.
pub(super) fn refusal(kind: Kind, field: &str, value: &Value) -> Option<String> {
    let text = format!("{}:\n  x:\n{}", kind.section(), field_text(field, value, 4));
    let (_, findings) = load_file(FileId(0), "content/facts/x.yaml", &text)?;
    // Other fields are missing, here: it is this one that is asked about. What is missing in it says so further in.
    let of_it = |place: crate::text::Place| place.span.start > text.find("x:").map_or(0, offset);
    let finding =
        findings.into_iter().find(|finding| finding.rule != "missing-field" || of_it(finding.place))?;
    Some(finding.message.replace('`', ""))
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
