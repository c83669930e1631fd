//! The attribution page of a source, and that of the whole report.

use std::cmp::Reverse;

use super::book::Book;
use super::lines::{kind_of, size};
use super::pages::{AttributionPage, AttributionRow, Contested, SourcePage};
use super::view::Page;
use super::words;
use crate::model::{Any, Claim, Key, Source, Speaker};
use crate::speech::told;

impl Book<'_> {
    pub(super) fn source_page(&self, key: Key<Source>) -> Option<SourcePage> {
        let source = self.facts.sources.get(key)?;
        let speaker = Speaker::Source(key);
        let subject = self.subject(Any::Source(key))?;
        let share = self.share(speaker);
        let weight = words::weight(
            self.speech,
            size(share.alone.len()),
            size(share.shared.len()),
            size(share.passed_on.len()),
            size(self.facts.claims.len()),
        );
        let what = kind_of(source.kind.as_ref());
        let about = self.described(&subject.name, what.as_deref(), subject.summary.as_deref(), &[]);
        Some(SourcePage {
            head: self.head(&Page::Source(key), &subject.name, &format!("{about} {weight}")),
            what,
            country: source.country.as_ref().map(|country| country.value.clone()),
            confidential: self.why_confidential(source),
            part_of: source.part_of.iter().filter_map(|above| self.names.body(above.value)).collect(),
            owners: self.names.speakers(source.owner.iter().map(|owner| owner.value)),
            parts: self.parts_of(speaker),
            people: self.people_of(speaker),
            weight,
            alone: self.claims(&share.alone),
            shared: self.claims(&share.shared),
            passed_on: self.claims(&share.passed_on),
            disputed: self.claims(&share.disputed),
            contested: self.contested(speaker, share.alone.iter().chain(&share.shared)),
            claims: size(self.facts.claims.len()),
            about: self.claims_in_order(self.backlinks.about(speaker.into()).iter().copied()),
            replies: self.replies_of(speaker),
            documents: self.documents_of(speaker),
            articles: self.article_links(speaker),
            subject,
        })
    }

    /// Of the claims of a speaker, those that others speak against.
    fn contested<'k>(
        &self,
        speaker: Speaker,
        claims: impl Iterator<Item = &'k Key<Claim>>,
    ) -> Vec<Contested> {
        let contested = claims.filter_map(|key| {
            let claim = self.facts.claims.get(*key)?;
            let groups = claim.dispute.groups.iter().filter(|group| group.stands());
            let others = groups.flat_map(|group| &group.speakers).copied().filter(|other| *other != speaker);
            let by = self.names.speakers(others);
            let contradicts = self.claims_in_order(claim.contradictions());
            let there = !by.is_empty() || !contradicts.is_empty();
            there.then_some(Contested { claim: self.claim(*key)?, by, contradicts })
        });
        contested.collect()
    }

    pub(super) fn attribution(&self) -> AttributionPage {
        let people = self.order.people.iter().map(|key| Speaker::Person(*key));
        let bodies = self.order.organisations.iter().map(|key| Speaker::Organisation(*key));
        let sources = self.order.sources.iter().map(|key| Speaker::Source(*key));
        let all = people.chain(bodies).chain(sources);
        let mut rows: Vec<AttributionRow> = all.filter_map(|speaker| self.attribution_row(speaker)).collect();
        rows.sort_by_cached_key(|row| {
            (Reverse((row.alone, row.shared, row.passed_on)), self.speech.place(&row.speaker.words))
        });
        let description = match rows.first().filter(|row| row.alone > 0) {
            Some(row) => {
                told!(self.speech, "about-attribution-alone", count = row.alone, name = &row.speaker.words)
            }
            None => self.speech.say("about-attribution").to_owned(),
        };
        AttributionPage {
            head: self.head(&Page::Attribution, self.speech.say("page-attribution"), &description),
            rows,
        }
    }

    fn attribution_row(&self, speaker: Speaker) -> Option<AttributionRow> {
        let share = self.share(speaker);
        let [alone, shared, passed_on] =
            [&share.alone, &share.shared, &share.passed_on].map(|claims| size(claims.len()));
        if alone + shared + passed_on == 0 {
            return None;
        }
        let mut through = self.names.speakers(share.through.iter().copied());
        through.sort_by_cached_key(|named| self.speech.place(&named.words));
        let kind = Any::from(speaker).kind().word();
        Some(AttributionRow {
            speaker: self.names.speaker(speaker)?,
            kind,
            alone,
            shared,
            passed_on,
            through,
        })
    }
}
