//! From bytes to drafts: what each file says, before anyone asks whether its words lead anywhere.
//!
//! Each file is read by itself, so files are read in parallel and a file's draft can be kept for as long as its text
//! stays the same. Nothing here fails: a mistake is a finding, and what could be read is kept.

mod article;
mod decode;
mod drafts;
mod fields;
mod language;
mod ledger;
mod markdown;
mod notes;
mod numbers;
mod report;
mod shape;
mod sheet;
mod together;
mod values;
pub mod yaml;

pub use article::{ArticleDraft, FrontMatter};
pub use decode::{Decode, Decoder, Field};
pub use drafts::*;
pub use language::Tag;
pub use ledger::{
    GoneDraft, LedgerDraft, Listed, PublicationDraft, PublishedArticleDraft, PublishedClaimDraft,
    SignedDraft, ledger,
};
pub use markdown::{Body, Slip, Stray, Target};
pub use notes::{TAKEN_IN, own_notes};
pub use numbers::{AtLeast, Share};
pub use report::{ExceptionDraft, PolicyDraft, PublisherDraft, ReportDraft};
pub use shape::{Form, Shape, Word};
pub use sheet::{EntryDraft, PictureDraft, SheetDraft, form_of};
pub use values::{Country, Many, Moment, Path, RawAuthor, Ref, Text, Web};

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::diagnostic::Finding;
use crate::text::{FileId, Inputs};

/// What one file says; shared by every edition in which it reads the same.
#[derive(Debug, Clone)]
pub enum Draft {
    /// `content/report.yaml`.
    Report(Arc<ReportDraft>),
    /// A fact sheet.
    Sheet(Arc<SheetDraft>),
    /// An article.
    Article(Arc<ArticleDraft>),
}

impl Draft {
    /// Whether it is the very same.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Report(one), Self::Report(other)) => Arc::ptr_eq(one, other),
            (Self::Sheet(one), Self::Sheet(other)) => Arc::ptr_eq(one, other),
            (Self::Article(one), Self::Article(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// Reads every sheet, article and `report.yaml`, in parallel; in the order of their paths.
#[must_use]
pub fn load(inputs: &Inputs) -> (Vec<(FileId, Draft)>, Vec<Finding>) {
    let loaded = Loaded::default().again(inputs);
    let findings = loaded.findings();
    (loaded.drafts, findings)
}

/// What every file says, beside the texts it was read from: a file is read again only where those have changed.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    inputs: Inputs,
    /// In the order of paths.
    pub drafts: Vec<(FileId, Draft)>,
    findings: BTreeMap<FileId, Vec<Finding>>,
}

impl Loaded {
    /// The same for other texts. Places hold the numbers of files, so that one whose number has changed is read again.
    #[must_use]
    pub fn again(mut self, inputs: &Inputs) -> Self {
        let changed: Vec<_> = inputs.iter().filter(|(file, input)| !self.inputs.has(*file, input)).collect();
        let load =
            |(file, input): (FileId, &crate::text::Input)| (file, load_file(file, &input.path, &input.text));
        // The one that somebody types in is not to wait for a thread that asks rules of all.
        let read: Vec<_> = match changed.as_slice() {
            [one] => vec![load(*one)],
            // One by one: the large sheets stand next to one another.
            _ => changed.into_par_iter().with_max_len(1).map(load).collect(),
        };
        let is_new: FxHashSet<FileId> = read.iter().map(|(file, _)| *file).collect();
        let stays = |file: FileId| !is_new.contains(&file) && (file.0 as usize) < inputs.iter().len();
        self.drafts.retain(|(file, _)| stays(*file));
        self.findings.retain(|file, _| stays(*file));
        for (file, draft) in read {
            let Some((draft, findings)) = draft else { continue };
            self.drafts.push((file, draft));
            if !findings.is_empty() {
                self.findings.insert(file, findings);
            }
        }
        self.drafts.sort_by_key(|(file, _)| *file);
        self.inputs = inputs.clone();
        self
    }

    /// What is wrong in one of the files itself.
    #[must_use]
    pub fn findings_in(&self, file: FileId) -> &[Finding] {
        self.findings.get(&file).map_or(&[], Vec::as_slice)
    }

    /// What is wrong in the files themselves; in their order.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.findings.values().flatten().cloned().collect()
    }
}

/// Reads one file, if it is of a kind that is read.
#[must_use]
pub fn load_file(file: FileId, path: &str, text: &str) -> Option<(Draft, Vec<Finding>)> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if path == "content/report.yaml" {
        let (draft, findings) = report::load(file, text);
        Some((Draft::Report(Arc::new(draft)), findings))
    } else if path.starts_with("content/facts/") && matches!(ending, "yaml" | "yml") {
        let (draft, findings) = sheet::load(file, text);
        Some((Draft::Sheet(Arc::new(draft)), findings))
    } else if path.starts_with("content/articles/") && ending == "md" {
        let (draft, findings) = article::load(file, path, text);
        Some((Draft::Article(Arc::new(draft)), findings))
    } else if is_out_of_place(path) {
        // That it is, reading the disk has said.
        sheet::out_of_place(file, text).map(|draft| (Draft::Sheet(Arc::new(draft)), Vec::new()))
    } else {
        None
    }
}

/// Whether a file has the name of a sheet, and lies where none is read.
fn is_out_of_place(path: &str) -> bool {
    const OTHERS: [&str; 4] = ["record", "sign-offs", "archive", "media"];
    let Some(below) = path.strip_prefix("content/") else { return false };
    let folder = below.split_once('/').map_or("", |(folder, _)| folder);
    let name = below.to_ascii_lowercase();
    let name = name.strip_suffix(".txt").or_else(|| name.strip_suffix(".text")).unwrap_or(&name);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "yaml" | "yml") && !OTHERS.contains(&folder)
}
