//! From bytes to drafts: what each file says, before anyone asks whether its words lead anywhere.
//!
//! Each file is read by itself, so files are read in parallel and a file's draft can be kept for as long as its text
//! stays the same. Nothing here fails: a mistake is a finding, and what could be read is kept.

mod article;
mod decode;
mod drafts;
mod fields;
mod ledger;
mod markdown;
mod report;
mod shape;
mod sheet;
mod values;
pub mod yaml;

pub use article::{ArticleDraft, FrontMatter};
pub use decode::{Decode, Decoder, Field};
pub use drafts::*;
pub use ledger::{
    GoneDraft, LedgerDraft, Listed, PublicationDraft, PublishedArticleDraft, PublishedClaimDraft,
    SignedDraft, ledger,
};
pub use markdown::{Body, Target};
pub use report::{ExceptionDraft, PolicyDraft, PublisherDraft, ReportDraft};
pub use shape::{Form, Shape, Word};
pub use sheet::{EntryDraft, PictureDraft, SheetDraft, form_of};
pub use values::{Many, Moment, Path, RawAuthor, Ref, Text, Web};

use rayon::prelude::*;

use crate::diagnostic::Finding;
use crate::text::{FileId, Inputs};

/// What one file says.
#[derive(Debug, Clone)]
pub enum Draft {
    /// `content/report.yaml`.
    Report(Box<ReportDraft>),
    /// A fact sheet.
    Sheet(SheetDraft),
    /// An article.
    Article(Box<ArticleDraft>),
}

/// Reads every sheet, article and `report.yaml`, in parallel; in the order of their paths.
#[must_use]
pub fn load(inputs: &Inputs) -> (Vec<(FileId, Draft)>, Vec<Finding>) {
    let files: Vec<_> = inputs.iter().collect();
    let read: Vec<_> = files
        .par_iter()
        .filter_map(|(file, input)| Some((*file, load_file(*file, &input.path, &input.text)?)))
        .collect();
    let mut drafts = Vec::with_capacity(read.len());
    let mut findings = Vec::new();
    for (file, (draft, found)) in read {
        drafts.push((file, draft));
        findings.extend(found);
    }
    (drafts, findings)
}

/// Reads one file, if it is of a kind that is read.
#[must_use]
pub fn load_file(file: FileId, path: &str, text: &str) -> Option<(Draft, Vec<Finding>)> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if path == "content/report.yaml" {
        let (draft, findings) = report::load(file, text);
        Some((Draft::Report(Box::new(draft)), findings))
    } else if path.starts_with("content/facts/") && matches!(ending, "yaml" | "yml") {
        let (draft, findings) = sheet::load(file, text);
        Some((Draft::Sheet(draft), findings))
    } else if path.starts_with("content/articles/") && ending == "md" {
        let (draft, findings) = article::load(file, path, text);
        Some((Draft::Article(Box::new(draft)), findings))
    } else {
        None
    }
}
