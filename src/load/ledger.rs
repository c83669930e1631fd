//! What `casebook sign` and `casebook publish` wrote, as it stands in `content/sign-offs/` and `content/record/`.
//!
//! Both are plain files that people can read, merge and break, so they are read like every other sheet.

use rayon::prelude::*;

use super::decode::{Decode, Decoder};
use super::fields::fields;
use super::shape::Shape;
use super::values::{Moment, Ref, Text, id_help};
use super::yaml::{self, Node, Value};
use crate::diagnostic::Finding;
use crate::model::{Digest, Id, SigningRole, Status};
use crate::text::{At, FileId, Inputs, Span};

fields! {
    /// That somebody read something and signed it.
    pub struct SignedDraft / SignedPartial = "a signature" {
        /// The claim or article that was read.
        "id" id: Ref,
        /// `true`, in place of `id`: all that was to be published.
        "publication" publication: bool,
        /// As what: `fact-check`, `legal` or `editor`.
        "role" role: SigningRole = required,
        /// Who read it.
        "name" name: Text = required,
        /// When.
        "at" at: Moment = required,
        /// The digest of what was read.
        "sha256" sha256: Digest = required,
    }
}

fields! {
    /// What one publication changed.
    pub struct PublicationDraft / PublicationPartial = "a publication" {
        /// The first is 1.
        "number" number: u32 = required,
        /// When it was published.
        "at" at: Moment = required,
        /// The digest of the publication before.
        "previous" previous: Digest,
        /// Claims that are new or changed.
        "claims" claims: Listed<PublishedClaimDraft>,
        /// Articles that are new or changed.
        "articles" articles: Listed<PublishedArticleDraft>,
        /// People who are new.
        "people" people: Vec<At<Id>>,
        /// Organisations that are new.
        "organisations" organisations: Vec<At<Id>>,
        /// Sources that are new.
        "sources" sources: Vec<At<Id>>,
        /// Documents that are new.
        "documents" documents: Vec<At<Id>>,
        /// Dates that are new.
        "dates" dates: Vec<At<Id>>,
        /// What is no longer there under its id.
        "gone" gone: Vec<At<GoneDraft>>,
        /// The digest of all this.
        "sha256" sha256: Digest = required,
    }
}

fields! {
    /// A claim as it was published.
    pub struct PublishedClaimDraft / PublishedClaimPartial = "a published claim" {
        /// The digest of the claim with its evidence.
        "sha256" sha256: Digest = required,
        /// The digest of its words.
        "words" words: Digest = required,
        /// How it stood.
        "status" status: Status = required,
        /// How many entries its history had.
        "history" history: u32 = required,
        /// How many corrections it had.
        "corrections" corrections: u32 = required,
        /// Its words; they may be struck out later.
        "text" text: Text,
    }
}

fields! {
    /// An article as it was published.
    pub struct PublishedArticleDraft / PublishedArticlePartial = "a published article" {
        /// The digest of the article.
        "sha256" sha256: Digest = required,
        /// The digest of its words.
        "words" words: Digest = required,
        /// How many corrections it had.
        "corrections" corrections: u32 = required,
        /// Its title and its words, block by block; they may be struck out later.
        "text" text: Vec<At<Text>>,
    }
}

fields! {
    /// An id that nothing public had any more.
    pub struct GoneDraft / GonePartial = "an entry of `gone`" {
        /// The id.
        "id" id: Id = required,
        /// The id of what took its place.
        "now" now: Id,
    }
}

/// Entries, each under its id.
#[derive(Debug, Clone)]
pub struct Listed<T>(pub Vec<(At<Id>, T)>);

impl<T: Decode> Decode for Listed<T> {
    const WHAT: &'static str = "entries, each under its id";

    fn shape() -> Shape {
        Shape::Listed(Box::new(T::shape()))
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut listed = Vec::new();
        for (key, node) in decoder.map(node, Self::WHAT)? {
            let place = decoder.place(key.span);
            let id = Id::parse_path(&key.word);
            if id.is_none() {
                let finding = Finding::error("bad-id", place, format!("`{}` is not an id", key.word));
                decoder.findings.push(finding.help(id_help(&key.word)));
            }
            let entry = decoder.field::<T>(key, node);
            if let (Some(id), Some(entry)) = (id, entry) {
                listed.push((At::new(id, place), entry.value));
            }
        }
        Some(Self(listed))
    }
}

/// All that was signed and published, as the files say.
#[derive(Debug, Clone, Default)]
pub struct LedgerDraft {
    /// Every signature, file by file.
    pub signed: Vec<At<SignedDraft>>,
    /// Every publication that could be read, file by file.
    pub publications: Vec<(FileId, PublicationDraft)>,
    /// Whether there was nothing wrong with the publications.
    pub sound: bool,
}

/// Reads every file of signatures and publications, in parallel; in the order of their paths.
#[must_use]
pub fn ledger(inputs: &Inputs) -> (LedgerDraft, Vec<Finding>) {
    let files: Vec<_> =
        inputs.iter().filter_map(|(file, input)| Some((file, input, kind(&input.path)?))).collect();
    let read: Vec<_> = files
        .into_par_iter()
        .map(|(file, input, kind)| match kind {
            Kind::SignOffs => {
                let (signed, findings) = decode::<Vec<At<SignedDraft>>>(file, &input.text, Value::List);
                (signed.unwrap_or_default(), None, true, findings)
            }
            Kind::Publication => {
                let (publication, findings) =
                    decode::<PublicationDraft>(file, &input.text, |_| Value::Map(Vec::new()));
                let sound = publication.is_some() && findings.is_empty();
                (Vec::new(), publication.map(|publication| (file, publication)), sound, findings)
            }
        })
        .collect();
    let mut ledger = LedgerDraft { sound: true, ..LedgerDraft::default() };
    let mut findings = Vec::new();
    for (signed, publication, sound, found) in read {
        ledger.signed.extend(signed);
        ledger.publications.extend(publication);
        ledger.sound &= sound;
        findings.extend(found);
    }
    (ledger, findings)
}

#[derive(Clone, Copy)]
enum Kind {
    SignOffs,
    Publication,
}

fn kind(path: &str) -> Option<Kind> {
    let sheet = matches!(path.rsplit_once('.'), Some((_, "yaml" | "yml")));
    match path.strip_prefix("content/")?.split_once('/')? {
        ("sign-offs", _) if sheet => Some(Kind::SignOffs),
        ("record", _) if sheet => Some(Kind::Publication),
        _ => None,
    }
}

/// What a file holds. One without a word is read as one with nothing in it: what must be there is missed.
fn decode<T: Decode>(
    file: FileId,
    text: &str,
    empty: impl Fn(Vec<Node>) -> Value,
) -> (Option<T>, Vec<Finding>) {
    let parsed = yaml::parse(file, text, 0);
    let broken = !parsed.findings.is_empty();
    let mut decoder = Decoder::new(file, text);
    decoder.findings = parsed.findings;
    let nothing = || Node { span: Span::default(), value: empty(Vec::new()) };
    let root = if broken { parsed.root } else { Some(parsed.root.unwrap_or_else(nothing)) };
    let value = root.and_then(|root| T::decode(&root, &mut decoder));
    (value, decoder.findings)
}
