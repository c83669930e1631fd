//! The page of a claim: how it stands, why, and how we know.

use super::book::Book;
use super::lines::summary;
use super::pages::ClaimPage;
use super::view::Page;
use super::words;
use crate::model::{Claim, Count, Evidence, Key, Stance, Status};
use crate::speech::told;

impl Book<'_> {
    pub(super) fn claim_page(&self, key: Key<Claim>) -> Option<ClaimPage> {
        let claim = self.facts.claims.get(key)?;
        let card = self.card(key)?;
        let links = self.backlinks.claim(key);
        let context = claim.evidence.iter().enumerate().filter(|(_, piece)| piece.stance == Stance::Context);
        // The successor of a superseded claim has a place of its own.
        let successor = claim.superseded_by.as_ref().map(|successor| successor.value);
        let refined_by = links.refined_by.iter().copied().filter(|other| Some(*other) != successor);
        let page = Page::Claim(key);
        let description = format!("{} {}", card.claim.sentence, card.who);
        Some(ClaimPage {
            head: self.head(&page, &claim.text, &description),
            summary: summary(&claim.entry),
            speaker: claim.speaker.as_ref().and_then(|speaker| self.names.speaker(speaker.value)),
            about: claim.about.iter().filter_map(|about| self.names.link(about.value)).collect(),
            adverse_to: self.names.speakers(claim.adverse_to.iter().map(|party| party.value)),
            unnamed: claim.unnamed.as_ref().map(|unnamed| unnamed.value),
            why: self.why(claim),
            support: self.counted(key, claim, &claim.support),
            dispute: self.counted(key, claim, &claim.dispute),
            context: context.filter_map(|(index, _)| self.piece(key, claim, index)).collect(),
            checked: claim.checked.as_ref().map(|checked| self.checked_words(&checked.value)),
            replies: self.replies(key),
            history: self.history(key),
            corrections: self.corrections_of(key, &claim.corrections),
            editions: self.claim_editions(claim),
            contradicts: claim.contradictions().filter_map(|other| self.claim(other)).collect(),
            refines: claim.refines.iter().filter_map(|other| self.claim(other.value)).collect(),
            refined_by: self.claims_in_order(refined_by),
            superseded_by: claim.superseded_by.as_ref().and_then(|other| self.claim(other.value)),
            supersedes: self.claims_in_order(links.supersedes.iter().copied()),
            reviewed: self.when_at(claim.reviewed.as_ref()),
            review_by: self.when_at(claim.review_by.as_ref()),
            articles: self.article_links(key),
            citation: self.cite_claim(key, claim),
            card,
        })
    }

    /// Why a claim stands as it does.
    fn why(&self, claim: &Claim) -> String {
        let status = claim.status.value;
        let mut sentences = vec![words::standing_with(self.speech, status, claim.support.origins)];
        match status {
            Status::Verified => sentences.extend(self.seen(claim, Stance::Supports)),
            Status::Refuted => {
                sentences.extend(self.seen(claim, Stance::Disputes));
                sentences.extend(self.side("against", claim, &claim.dispute));
            }
            Status::Disputed => {
                sentences.extend(self.side("for", claim, &claim.support));
                sentences.extend(self.side("against", claim, &claim.dispute));
            }
            Status::Corroborated => {
                let count = self.facts.report.policy.corroborated_origins;
                let counted = self.counted_words(claim, &claim.support);
                sentences.push(told!(self.speech, "why-corroborated", counted = &counted, count = count));
            }
            Status::Reported | Status::Unverified if !claim.support.groups.is_empty() => {
                let counted = self.counted_words(claim, &claim.support);
                sentences.push(told!(self.speech, "why-counted", counted = &counted));
            }
            Status::Superseded => {
                let successor = claim.superseded_by.as_ref();
                let successor = successor.and_then(|successor| self.facts.claims.get(successor.value));
                sentences.extend(
                    successor
                        .map(|successor| told!(self.speech, "why-superseded", text = successor.text.trim())),
                );
            }
            _ => {}
        }
        let latest = super::changes::in_time(claim).last().map(|(_, standing)| *standing);
        if let Some(why) =
            latest.filter(|standing| standing.status.value == status).and_then(|latest| latest.why.as_ref())
        {
            sentences.push(words::closed(why));
        }
        sentences.join(" ")
    }

    fn side(&self, which: &str, claim: &Claim, count: &Count) -> Option<String> {
        (!count.groups.is_empty()).then(|| {
            let counted = self.counted_words(claim, count);
            told!(self.speech, "why-side", side = which, counted = &counted)
        })
    }

    /// Where it can be seen.
    fn seen(&self, claim: &Claim, stance: Stance) -> Vec<String> {
        let shows = |piece: &&Evidence| {
            piece.shown && piece.stance == stance && !self.roots.is_withdrawn(piece.document.value)
        };
        let mut sentences = Vec::new();
        if let Some(piece) = claim.evidence.iter().find(shows)
            && let Some(document) = self.facts.documents.get(piece.document.value)
        {
            let at = piece.at.as_ref().map_or(String::new(), |at| format!(" ({})", at.value));
            let title = document.title.trim();
            sentences.push(if stance == Stance::Disputes {
                told!(self.speech, "why-shown-false", title = title, at = &at)
            } else {
                told!(self.speech, "why-shown", title = title, at = &at)
            });
        }
        sentences.extend(claim.checked.as_ref().map(|checked| self.checked_words(&checked.value)));
        sentences
    }
}
