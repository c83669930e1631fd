//! What was opened: articles, recordings, statements.

use super::{Author, Date, Entry, Key, Speaker};
use crate::text::At;

crate::words! {
    /// What a document is; named as in CSL where CSL has a name.
    pub enum DocumentType {
        /// A piece in a newspaper, magazine or site.
        Article = "article",
        /// An agency's report.
        Wire = "wire",
        /// A programme as it was aired.
        Broadcast = "broadcast",
        /// Sound.
        Recording = "recording",
        /// Moving pictures.
        Film = "film",
        /// Spoken words, written down.
        Transcript = "transcript",
        /// What a person or body put out in its own name.
        Statement = "statement",
        /// Questions and answers.
        Interview = "interview",
        /// A letter or message.
        Letter = "letter",
        /// The result of an inquiry or study.
        Report = "report",
        /// A book.
        Book = "book",
        /// Figures or records.
        Dataset = "dataset",
        /// A photograph.
        Photograph = "photograph",
        /// An entry in a social network or blog.
        Post = "post",
    }
}

/// A thing that was opened, or that is known of.
#[derive(Debug, Clone)]
pub struct Document {
    /// What every entry has.
    pub entry: Entry,
    /// Its title.
    pub title: At<String>,
    /// What it is.
    pub kind: At<DocumentType>,
    /// Who published it; nothing only where the sheet forgot it, which is an error (`missing-publisher`).
    pub source: Option<At<Speaker>>,
    /// Who wrote it.
    pub authors: Vec<At<Author>>,
    /// What it appeared in (CSL: container-title).
    pub container: Option<At<String>>,
    /// The volume.
    pub volume: Option<At<String>>,
    /// The issue.
    pub issue: Option<At<String>>,
    /// The pages.
    pub pages: Option<At<String>>,
    /// Its Digital Object Identifier.
    pub doi: Option<At<String>>,
    /// Its International Standard Book Number.
    pub isbn: Option<At<String>>,
    /// What it repeats.
    pub copy_of: Option<At<Key<Document>>>,
    /// What it is made from, beside `copy_of`; not independent of these.
    pub derived_from: Vec<At<Key<Document>>>,
    /// When it was published.
    pub published: Option<At<Date>>,
    /// When it was written or recorded.
    pub created: Option<At<Date>>,
    /// When we opened it; nothing: we know of it only.
    pub accessed: Option<At<Date>>,
    /// Its language (BCP 47).
    pub language: Option<At<String>>,
    /// The copy we keep.
    pub archive: Option<At<KeptCopy>>,
    /// When and why whoever published it took it back.
    pub withdrawn: Option<At<Withdrawal>>,
}

impl Document {
    /// What it repeats or is made from, as listed.
    pub fn bases(&self) -> impl Iterator<Item = At<Key<Document>>> {
        self.copy_of.iter().chain(&self.derived_from).copied()
    }
}

/// The copy of a document that we keep: evidence, never altered.
#[derive(Debug, Clone)]
pub struct KeptCopy {
    /// Below `content/`: `archive/article.txt`.
    pub file: At<String>,
    /// SHA-256 of its bytes, lower-case hexadecimal; nothing where the sheet gives none.
    pub sha256: Option<At<String>>,
    /// Whether it is published itself.
    pub public: bool,
    /// In bytes; 0 where it is missing.
    pub size: u64,
}

/// That a document was taken back.
#[derive(Debug, Clone)]
pub struct Withdrawal {
    /// When.
    pub date: At<Date>,
    /// Why.
    pub why: At<String>,
}
