//! `data/record.json`: what was published when, so that a reader or an archive can check it.

use super::DataFile;
use crate::ledger::{RECORD, public_record};
use crate::publish::Public;

/// The record, with a publication on each line; nothing before the first.
pub(super) fn record(public: &Public) -> Option<DataFile> {
    let publications = public.publications();
    if publications.is_empty() {
        return None;
    }
    Some((RECORD.to_owned(), public_record(publications, public.facts())))
}
