//! `data/claims.json`: what is said, how it stands, and how its origins were counted.

use super::row::row;
use super::{EntryRow, id, ids, speakers, typed, words};
use crate::model::{
    Any, Claim, Correction, Count, Evidence, Facts, Group, Kind, Narrow, Reply, Response, Speaker, Standing,
    Why,
};

row! {
    /// A claim.
    pub struct ClaimRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// The assertion.
        pub text: &'a str,
        /// `occurrence`, `utterance`, `denial` or `assessment`.
        pub kind: &'static str,
        /// How it stands: `reported`.
        pub status: &'static str,
        /// Independent origins that support it.
        pub origins: u32,
        /// Ways on which they reached us.
        pub ways: u32,
        /// Those origins, gathered as they were counted.
        pub counted: Vec<GroupRow<'a>>,
        /// Ids of the relays or documents through which everything that counts came.
        pub narrow: Vec<&'a str>,
        /// Independent origins that dispute it.
        pub disputing_origins: u32,
        /// Ways on which those reached us.
        pub disputing_ways: u32,
        /// Those origins, gathered as they were counted.
        pub disputing_counted: Vec<GroupRow<'a>>,
        /// When it was so.
        pub date: Option<&'a str>,
        /// Parts of the date that the wording left out and we filled in: `year`.
        pub inferred: Vec<&'static str>,
        /// The reservation in the source's own words.
        pub hedge: Option<&'a str>,
        /// Whose words they are.
        pub speaker: Option<&'a str>,
        /// What and whom it is about.
        pub about: Vec<&'a str>,
        /// Whom it may harm.
        pub adverse_to: Vec<&'a str>,
        /// How many it speaks of who have no name here.
        pub unnamed: Option<u32>,
        /// What it rests on, as listed.
        pub evidence: Vec<EvidenceRow<'a>>,
        /// What those it may harm say.
        pub responses: Vec<ResponseRow<'a>>,
        /// Claims that cannot be true with it.
        pub contradicts: Vec<&'a str>,
        /// Claims it makes more exact.
        pub refines: Vec<&'a str>,
        /// The claim that replaced it.
        pub superseded_by: Option<&'a str>,
        /// How it stood when, as listed.
        pub history: Vec<StandingRow<'a>>,
        /// What we changed in our own words.
        pub corrections: Vec<CorrectionRow<'a>>,
        /// That we looked for ourselves.
        pub checked: Option<OwnCheckRow<'a>>,
        /// When we last went over it.
        pub reviewed: Option<&'a str>,
        /// By when we want to go over it again.
        pub review_by: Option<&'a str>,
    }
}

row! {
    /// Pieces of evidence whose origins count together.
    pub struct GroupRow<'a> {
        /// Ids of the origins; empty where there is none.
        pub speakers: Vec<&'a str>,
        /// Which pieces of `evidence`, from 0.
        pub evidence: Vec<usize>,
        /// What the group adds to the number of origins.
        pub counts: u32,
        /// Why: `known`, `merged`, `only-unstated`, `unstated`, `secret`, `round-up-of-named`, `round-up`, `circle`,
        /// `withdrawn`.
        pub why: &'static str,
    }
}

row! {
    /// A piece of evidence.
    pub struct EvidenceRow<'a> {
        /// The id of what we opened.
        pub document: Option<&'a str>,
        /// Who said it first, where the sheet names them.
        pub said_by: Option<&'a str>,
        /// Who passed it on, nearest to the origin first; those on the way to the document where the sheet names nobody.
        pub via: Vec<&'a str>,
        /// How the origin knows, where the sheet says: `witness`.
        pub basis: Option<&'static str>,
        /// `supports`, `disputes` or `context`.
        pub stance: &'static str,
        /// The words relied on.
        pub quote: Option<&'a str>,
        /// Whether these tell what the speaker said in the words of whoever passed it on.
        pub indirect: bool,
        /// The language of the quotation (BCP 47): its own, or else the document's.
        pub language: Option<&'a str>,
        /// The quotation in another language.
        pub translation: Option<TranslationRow<'a>>,
        /// Where in the document.
        pub at: Option<&'a str>,
        /// Whether the kept copy itself shows it.
        pub shown: bool,
    }
}

row! {
    /// A quotation in another language.
    pub struct TranslationRow<'a> {
        /// The translated words.
        pub text: &'a str,
        /// Their language (BCP 47).
        pub language: Option<&'a str>,
        /// Who translated.
        pub by: Option<&'a str>,
    }
}

row! {
    /// What somebody whom a claim may harm says to it.
    #[derive(Default)]
    pub struct ResponseRow<'a> {
        /// Who.
        pub party: Option<&'a str>,
        /// The claim that holds their answer; then nothing else is said here.
        pub claim: Option<&'a str>,
        /// What came of asking: `denied`.
        pub outcome: Option<&'static str>,
        /// Why nobody asked, or what there is to say of it.
        pub why: Option<&'a str>,
        /// When they were asked.
        pub asked: Option<&'a str>,
        /// Until when they could answer.
        pub deadline: Option<&'a str>,
        /// When they answered.
        pub date: Option<&'a str>,
        /// Their words.
        pub quote: Option<&'a str>,
        /// Where these can be read.
        pub document: Option<&'a str>,
        /// Where in it.
        pub at: Option<&'a str>,
    }
}

row! {
    /// How a claim stood from a day on.
    pub struct StandingRow<'a> {
        /// When, as typed.
        pub date: &'a str,
        /// The day it counts from (ISO 8601).
        pub from: Option<String>,
        /// How it stood.
        pub status: &'static str,
        /// What changed.
        pub why: Option<&'a str>,
    }
}

row! {
    /// A change to what we had said.
    pub struct CorrectionRow<'a> {
        /// When.
        pub date: &'a str,
        /// `correction`, `clarification`, `update` or `withdrawal`.
        pub kind: &'static str,
        /// What we had said.
        pub said: Option<&'a str>,
        /// What we say now.
        pub now: Option<&'a str>,
        /// Why.
        pub why: Option<&'a str>,
    }
}

row! {
    /// That we looked for ourselves.
    pub struct OwnCheckRow<'a> {
        /// Who looked.
        pub by: &'a str,
        /// When.
        pub date: &'a str,
        /// How.
        pub how: &'a str,
    }
}

impl<'a> ClaimRow<'a> {
    pub(super) fn of(claim: &'a Claim, facts: &'a Facts) -> Self {
        let evidence = claim.evidence.iter().enumerate();
        Self {
            entry: EntryRow::of(&claim.entry, Kind::Claim),
            text: &claim.text.value,
            kind: claim.kind.word(),
            status: claim.status.word(),
            origins: claim.support.origins,
            ways: claim.support.ways,
            counted: groups(&claim.support, facts),
            narrow: claim.support.narrow.iter().filter_map(|narrow| narrowest(*narrow, facts)).collect(),
            disputing_origins: claim.dispute.origins,
            disputing_ways: claim.dispute.ways,
            disputing_counted: groups(&claim.dispute, facts),
            date: typed(claim.date.as_ref()),
            inferred: claim.inferred.iter().map(|part| part.word()).collect(),
            hedge: words(claim.hedge.as_ref()),
            speaker: claim.speaker.and_then(|speaker| id(speaker.value, facts)),
            about: ids(&claim.about, |any| any, facts),
            adverse_to: speakers(&claim.adverse_to, facts),
            unnamed: claim.unnamed.map(|unnamed| unnamed.value),
            evidence: evidence
                .map(|(index, piece)| EvidenceRow::of(piece, relays(claim, index), facts))
                .collect(),
            responses: claim.responses.iter().map(|response| ResponseRow::of(response, facts)).collect(),
            contradicts: ids(&claim.contradicts, Any::Claim, facts),
            refines: ids(&claim.refines, Any::Claim, facts),
            superseded_by: claim.superseded_by.and_then(|later| id(Any::Claim(later.value), facts)),
            history: claim.history.iter().map(StandingRow::of).collect(),
            corrections: claim.corrections.iter().map(CorrectionRow::of).collect(),
            checked: claim.checked.as_ref().map(|checked| OwnCheckRow {
                by: &checked.by.value,
                date: checked.date.value.as_typed(),
                how: &checked.how.value,
            }),
            reviewed: typed(claim.reviewed.as_ref()),
            review_by: typed(claim.review_by.as_ref()),
        }
    }
}

fn groups<'a>(count: &'a Count, facts: &'a Facts) -> Vec<GroupRow<'a>> {
    let row = |group: &'a Group| GroupRow {
        speakers: group.speakers.iter().filter_map(|speaker| id(*speaker, facts)).collect(),
        evidence: group.evidence.clone(),
        counts: group.counts,
        why: match group.why {
            Why::Known => "known",
            Why::Merged => "merged",
            Why::OnlyUnstated => "only-unstated",
            Why::Unstated => "unstated",
            Why::Secret => "secret",
            Why::RoundUpOfNamed => "round-up-of-named",
            Why::RoundUp => "round-up",
            Why::Circle => "circle",
            Why::Withdrawn => "withdrawn",
        },
    };
    count.groups.iter().map(row).collect()
}

fn narrowest(narrow: Narrow, facts: &Facts) -> Option<&str> {
    match narrow {
        Narrow::Speaker(speaker) => id(speaker, facts),
        Narrow::Document(document) => id(Any::Document(document), facts),
    }
}

/// Who passed a piece of evidence on, as it was counted.
fn relays(claim: &Claim, index: usize) -> &[Speaker] {
    let counted = [&claim.support, &claim.dispute].into_iter().filter_map(|count| count.relays.get(index));
    counted.max_by_key(|relays| relays.len()).map_or(&[], Vec::as_slice)
}

impl<'a> EvidenceRow<'a> {
    fn of(piece: &'a Evidence, relays: &[Speaker], facts: &'a Facts) -> Self {
        let document = facts.documents.get(piece.document.value);
        let translation = piece.translation.as_ref().map(|translation| TranslationRow {
            text: &translation.text.value,
            language: words(translation.language.as_ref()),
            by: words(translation.by.as_ref()),
        });
        let language = piece.language.as_ref().or_else(|| document?.language.as_ref());
        Self {
            document: document.map(|document| document.entry.id.as_str()),
            said_by: piece.said_by.and_then(|speaker| id(speaker.value, facts)),
            via: match &piece.via {
                Some(via) => speakers(via, facts),
                None => relays.iter().filter_map(|relay| id(*relay, facts)).collect(),
            },
            basis: piece.basis.map(|basis| basis.word()),
            stance: piece.stance.word(),
            quote: words(piece.quote.as_ref()),
            indirect: piece.indirect,
            language: words(language.filter(|_| piece.quote.is_some())),
            translation,
            at: words(piece.at.as_ref()),
            shown: piece.shown,
        }
    }
}

impl<'a> ResponseRow<'a> {
    fn of(response: &'a Response, facts: &'a Facts) -> Self {
        let party = id(response.party.value, facts);
        match &response.reply {
            Reply::Claim(claim) => {
                Self { party, claim: id(Any::Claim(claim.value), facts), ..Self::default() }
            }
            Reply::Outcome { outcome, why, asked, deadline, date, quote, document, at } => Self {
                party,
                claim: None,
                outcome: Some(outcome.word()),
                why: words(why.as_ref()),
                asked: typed(asked.as_ref()),
                deadline: typed(deadline.as_ref()),
                date: typed(date.as_ref()),
                quote: words(quote.as_ref()),
                document: document.and_then(|document| id(Any::Document(document.value), facts)),
                at: words(at.as_ref()),
            },
        }
    }
}

impl<'a> StandingRow<'a> {
    fn of(standing: &'a Standing) -> Self {
        Self {
            date: standing.date.value.as_typed(),
            from: standing.from.map(|day| day.to_string()),
            status: standing.status.word(),
            why: words(standing.why.as_ref()),
        }
    }
}

impl<'a> CorrectionRow<'a> {
    pub(super) fn of(correction: &'a Correction) -> Self {
        Self {
            date: correction.date.value.as_typed(),
            kind: correction.kind.word(),
            said: words(correction.said.as_ref()),
            now: words(correction.now.as_ref()),
            why: words(correction.why.as_ref()),
        }
    }
}
