//! From words to a record: ids lead to entries, claims to the origins of their evidence.
//!
//! Only here are typed keys made. Linking never fails: a reference that leads nowhere is a finding and is left out,
//! and the claim it belonged to is marked as not whole, so that no rule judges it by what is missing.

mod articles;
mod aside;
mod backlinks;
mod called;
mod circles;
mod claims;
mod entries;
mod files;
mod finish;
mod gather;
mod lines;
mod mentions;
mod names;
mod origins;
mod packing;
mod pictures;
mod pieces;
mod report;
mod resolver;
mod roots;
mod ways;

pub use backlinks::Backlinks;
pub use called::{called, explain_names, name_for_an_id};
pub use circles::circles_of_documents;
pub use lines::{Line, Lines, Member};
pub use mentions::mentions;
pub use pieces::{Origin, basis_of, origin_of};
pub use roots::Roots;

use std::sync::Arc;

use jiff::Timestamp;

use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::{Any, Facts, Record};
use crate::text::{FileId, Inputs};
use aside::Aside;
use files::Files;
use finish::Finished;
use gather::gather;
use resolver::Context;

/// Links all drafts into one record. What is under embargo is judged at `now`.
#[must_use]
pub fn link(drafts: &[(FileId, Draft)], inputs: &Inputs, now: Timestamp) -> (Record, Vec<Finding>) {
    Linker::default().link(drafts, inputs, now)
}

/// Links again and again. Only what says something else than before, or leads elsewhere, is linked anew; what comes of
/// it is the same as if everything were.
#[derive(Debug, Default)]
pub struct Linker {
    before: Option<(Files, Finished)>,
}

impl Linker {
    /// Links all drafts into one record. What is under embargo is judged at `now`.
    pub fn link(
        &mut self,
        drafts: &[(FileId, Draft)],
        inputs: &Inputs,
        now: Timestamp,
    ) -> (Record, Vec<Finding>) {
        let mut findings = Vec::new();
        let report = report::report(drafts, &mut findings);
        let (before, finished) = self.before.take().unzip();
        let mut before = before.filter(|before| before.give_as(drafts));
        let names = before.as_mut().and_then(|before| before.names_again(drafts));
        let names = names.unwrap_or_else(|| gather(drafts, &mut findings));
        let pictures = pictures::gather(drafts, inputs, &mut findings);
        let (time_zone, raw_html) = (report.time_zone.clone(), report.raw_html);
        let context = Context { names, pictures, inputs: inputs.clone(), time_zone, raw_html };
        let files = Files::link(drafts, context, before);
        let names = &files.context.names;
        let slots = &names.slots;

        let mut aside = Aside::new(findings, now);
        aside.unknown.extend(report::unknown_in_exceptions(&report, names));
        let mut facts = Facts {
            report,
            people: aside.settle(&slots.people, &files, |file| &file.people, Any::Person),
            organisations: aside.settle(
                &slots.organisations,
                &files,
                |file| &file.organisations,
                Any::Organisation,
            ),
            sources: aside.settle(&slots.sources, &files, |file| &file.sources, Any::Source),
            documents: aside.settle(&slots.documents, &files, |file| &file.documents, Any::Document),
            dates: aside.settle(&slots.dates, &files, |file| &file.dates, Any::Date),
            claims: aside.settle(&slots.claims, &files, |file| &file.claims, Any::Claim),
            articles: aside.settle(&slots.articles, &files, |file| &file.articles, Any::Article),
            pictures: files.context.pictures.table.clone(),
        };
        let Aside { desk, mut findings, unknown, broken, .. } = aside;
        findings.extend(names.explain(unknown));
        let look_around = || {
            let mut findings = circles::circles(&facts);
            articles::second_leads(&facts, &desk, &mut findings);
            names::former_ids(&facts, names, &mut findings);
            findings
        };
        let finish = || Finished::of(&facts, &desk, &broken, finished.as_ref());
        let (found, finished) = rayon::join(look_around, finish);
        findings.extend(found);
        facts.claims = finished.facts.claims.clone();
        let ids = Arc::clone(&files.ids);
        self.before = Some((files, finished));
        (Record { facts, desk, ids, broken }, findings)
    }
}

#[cfg(test)]
pub(crate) use origins::tests as counting;
