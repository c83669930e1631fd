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

use jiff::Timestamp;

use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::{Any, Facts, Record, Report};
use crate::text::{FileId, Inputs};
use aside::Aside;
use files::{Files, LinkedFile};
use finish::Finished;
use gather::Gathered;
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
        let Laid { report, gathered, context, findings } = Laid::of(drafts, inputs);
        let (files, finished) = self.before.take().unzip();
        let files = Files::link(&gathered.files, context, files.as_ref());
        let (names, slots) = (&files.context.names, gathered.slots);

        let mut aside = Aside::new(findings, now);
        let mut facts = Facts {
            report,
            people: aside.settle(slots.people, &files, |file| &file.people, Any::Person),
            organisations: aside.settle(
                slots.organisations,
                &files,
                |file| &file.organisations,
                Any::Organisation,
            ),
            sources: aside.settle(slots.sources, &files, |file| &file.sources, Any::Source),
            documents: aside.settle(slots.documents, &files, |file| &file.documents, Any::Document),
            dates: aside.settle(slots.dates, &files, |file| &file.dates, Any::Date),
            claims: aside.settle(slots.claims, &files, |file| &file.claims, Any::Claim),
            articles: aside.settle(slots.articles, &files, |file| &file.articles, Any::Article),
            pictures: files.context.pictures.table.clone(),
        };
        let Aside { desk, mut findings, unknown, broken, .. } = aside;
        findings.extend(names.explain(unknown));
        findings.extend(circles::circles(&facts));
        articles::second_leads(&facts, &desk, &mut findings);
        names::former_ids(&facts, names, &mut findings);

        let finished = Finished::of(&mut facts, &desk, &broken, finished.as_ref());
        let ids = names.ids();
        self.before = Some((files, finished));
        (Record { facts, desk, ids, broken }, findings)
    }
}

/// What linking finds in one file alone: words that lead nowhere, or to the wrong kind of entry. Sooner known than all
/// that [`link`] finds, since no other file's entries are linked.
#[must_use]
pub fn link_file(file: FileId, drafts: &[(FileId, Draft)], inputs: &Inputs) -> Vec<Finding> {
    let Laid { gathered, context, mut findings, .. } = Laid::of(drafts, inputs);
    let mut unknown = Vec::new();
    for of in gathered.files.iter().filter(|of| of.file == file) {
        for (found, words) in LinkedFile::new(of, &context).asides() {
            findings.extend_from_slice(found);
            unknown.extend_from_slice(words);
        }
    }
    findings.extend(context.names.explain(unknown));
    findings.retain(|finding| finding.place.file == file);
    findings
}

/// What is known before any entry is linked.
struct Laid<'d> {
    report: Report,
    gathered: Gathered<'d>,
    context: Context,
    findings: Vec<Finding>,
}

impl<'d> Laid<'d> {
    fn of(drafts: &'d [(FileId, Draft)], inputs: &Inputs) -> Self {
        let mut findings = Vec::new();
        let report = report::report(drafts, &mut findings);
        let (names, gathered) = gather::gather(drafts, &mut findings);
        let pictures = pictures::gather(drafts, inputs, &mut findings);
        let (time_zone, raw_html) = (report.time_zone.clone(), report.raw_html);
        findings.extend(names.explain(report::unknown_in_exceptions(&report, &names)));
        let context = Context { names, pictures, inputs: inputs.clone(), time_zone, raw_html };
        Self { report, gathered, context, findings }
    }
}

#[cfg(test)]
pub(crate) use origins::tests as counting;
