//! The ledger: all that was signed and published, held against what stands there today.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::content::{article_digest, claim_digest, whole_digest};
use super::publication::{Publication, Published};
use super::sign_off::{SignOff, Signed};
use super::{chain, sign_off};
use crate::diagnostic::Finding;
use crate::load::{Draft, ledger};
use crate::model::{Any, Digest, Facts, Id, Record, SigningRole};
use crate::text::{FileId, Inputs};

/// What was signed, and what was published.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Publications, the first one first.
    pub publications: Vec<Publication>,
    /// Whether something is wrong with them: then nothing is judged by them.
    pub broken: bool,
    /// Signatures, in the order of their files.
    pub sign_offs: Vec<SignOff>,
    /// Which of them are under what, in which role.
    pub(super) signed: FxHashMap<(Signed, SigningRole), Vec<usize>>,
    /// Published ids that are there today, and whose entries could not be read.
    pub unread: FxHashSet<Id>,
    /// The digests of today of what was signed.
    pub(super) today: FxHashMap<Signed, Digest>,
}

impl Ledger {
    /// The ledger of a report, and what is wrong with it. `sheets` tell which ids there are where entries could not be
    /// read.
    #[must_use]
    pub fn read(inputs: &Inputs, sheets: &[(FileId, Draft)], record: &Record) -> (Self, Vec<Finding>) {
        let (draft, mut findings) = ledger(inputs);
        let (publications, found) = chain::publications(&draft.publications);
        let broken = !draft.sound || !found.is_empty();
        findings.extend(found);
        let (sign_offs, found) = sign_off::sign_offs(&draft.signed, sheets, record);
        findings.extend(found);
        let mut signed: FxHashMap<(Signed, SigningRole), Vec<usize>> = FxHashMap::default();
        for (at, sign_off) in sign_offs.iter().enumerate() {
            signed.entry((sign_off.what, sign_off.role)).or_default().push(at);
        }
        let today = today(&sign_offs, record);
        let unread = unread(&publications, sheets, record);
        (Self { publications, broken, sign_offs, signed, unread, today }, findings)
    }

    /// The newest publication.
    #[must_use]
    pub fn last(&self) -> Option<&Publication> {
        self.publications.last()
    }

    /// The digest of something as it stands now; nothing for what cannot be signed, or is not there.
    #[must_use]
    pub fn digest(what: Signed, record: &Record) -> Option<Digest> {
        let facts = &record.facts;
        match what {
            Signed::Entry(any) => of_entry(any, facts),
            Signed::Publication => Some(whole(record)),
        }
    }
}

fn unread(publications: &[Publication], sheets: &[(FileId, Draft)], record: &Record) -> FxHashSet<Id> {
    let published = Published::after(publications);
    let missing: FxHashSet<&Id> =
        published.ids().map(|(id, ..)| id).filter(|id| !record.ids.contains_key(*id)).collect();
    if missing.is_empty() {
        return FxHashSet::default();
    }
    // What lies out of place is not in the report, and its address would be lost.
    let in_place =
        |(_, draft): &&(FileId, Draft)| !matches!(draft, Draft::Sheet(sheet) if sheet.out_of_place);
    sheets
        .iter()
        .filter(in_place)
        .flat_map(|(_, sheet)| ids(sheet))
        .filter(|id| missing.contains(id))
        .cloned()
        .collect()
}

/// Every id that stands in a file, whether its entry could be read or not.
pub(super) fn ids(sheet: &Draft) -> Vec<&Id> {
    match sheet {
        Draft::Sheet(sheet) => sheet.ids().collect(),
        Draft::Article(article) => article.id.iter().map(|id| &id.value).collect(),
        Draft::Report(_) => Vec::new(),
    }
}

fn today(sign_offs: &[SignOff], record: &Record) -> FxHashMap<Signed, Digest> {
    let mut signed: Vec<Signed> = sign_offs.iter().map(|sign_off| sign_off.what).collect();
    signed.sort_by_key(|what| match what {
        Signed::Entry(any) => Some(*any),
        Signed::Publication => None,
    });
    signed.dedup();
    signed.into_par_iter().filter_map(|what| Some((what, Ledger::digest(what, record)?))).collect()
}

fn of_entry(any: Any, facts: &Facts) -> Option<Digest> {
    match any {
        Any::Claim(key) => facts.claims.get(key).map(|claim| claim_digest(claim, facts)),
        Any::Article(key) => facts.articles.get(key).map(|article| article_digest(article, facts)),
        _ => None,
    }
}

/// The digest of all that would be published.
fn whole(record: &Record) -> Digest {
    let facts = &record.facts;
    let public = |any: &Any| !record.desk.withheld.contains_key(any);
    let claims = facts.claims.keys().into_iter().map(Any::Claim).filter(public);
    let articles = facts.articles.keys().into_iter().map(Any::Article).filter(public);
    let digests = |all: Vec<Any>| -> Vec<_> {
        let digest = |any: &Any| Some((&facts.entry(*any)?.id, of_entry(*any, facts)?));
        all.par_iter().filter_map(digest).collect()
    };
    whole_digest(digests(claims.collect()).into_iter(), digests(articles.collect()).into_iter())
}
