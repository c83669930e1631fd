//! A confidential source without a reason, a description or an approval.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Name};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for (key, source) in matter.asked().sources.iter() {
        let (Name::Confidential { described_as, reason }, Some(secret)) =
            (&source.name, record.desk.secrets.get(&key))
        else {
            continue;
        };
        let fields = [
            ("described_as", described_as.is_none()),
            ("reason", reason.is_none()),
            ("approved_by", secret.approved_by.is_none()),
        ];
        let missing: Vec<String> =
            fields.iter().filter(|(_, missing)| *missing).map(|(name, _)| format!("`{name}`")).collect();
        // What could not be read may be what is missing.
        if missing.is_empty() || !record.is_whole(Any::Source(key)) {
            continue;
        }
        let message = format!("`{}` is confidential without {}", source.entry.id, missing.join(", "));
        let finding = Finding::error("unjustified-anonymity", secret.place, message)
            .help("say how readers may think of them (`described_as`), why they are not named (`reason`), and who at the desk agreed (`approved_by`)");
        found.push(Found { entry: Any::Source(key), finding });
    }
    found
}
