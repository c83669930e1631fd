//! What is said, by whom, and how it stands.

use super::{Any, Count, Date, Document, Entry, Facts, Key, Speaker};
use crate::text::{At, Place};

crate::words! {
    /// How a claim stands: declared by the journalist, checked against the evidence.
    pub enum Status {
        /// Attributed, not assessed, or its origin is not known.
        Unverified = "unverified",
        /// An origin says so.
        Reported = "reported",
        /// Independent origins agree.
        Corroborated = "corroborated",
        /// Seen for ourselves.
        Verified = "verified",
        /// Evidence on both sides.
        Disputed = "disputed",
        /// Shown to be false.
        Refuted = "refuted",
        /// Replaced by a later claim.
        Superseded = "superseded",
        /// No longer maintained by us.
        Withdrawn = "withdrawn",
    }
}

crate::words! {
    /// What sort of thing a claim asserts.
    pub enum ClaimKind {
        /// That something happened or is so.
        Occurrence = "occurrence",
        /// That somebody said something.
        Utterance = "utterance",
        /// That somebody denied something.
        Denial = "denial",
        /// How something is to be judged.
        Assessment = "assessment",
    }
}

crate::words! {
    /// How an origin knows.
    pub enum Basis {
        /// It was there.
        Witness = "witness",
        /// It found out itself.
        OwnReporting = "own-reporting",
        /// It has a document.
        Document = "document",
        /// It has a recording.
        Recording = "recording",
        /// It says so of itself or of what it answers for.
        Statement = "statement",
        /// It does not say.
        Unstated = "unstated",
    }
}

crate::words! {
    /// Which way a piece of evidence points.
    pub enum Stance {
        /// It speaks for the claim.
        Supports = "supports",
        /// It speaks against the claim.
        Disputes = "disputes",
        /// It only helps to understand.
        Context = "context",
    }
}

crate::words! {
    /// What came of asking somebody for a reply.
    pub enum Outcome {
        /// They said it is not so.
        Denied = "denied",
        /// They said it is so.
        Confirmed = "confirmed",
        /// They would not say.
        NoComment = "no comment",
        /// They did not answer.
        NoReply = "no reply",
        /// Nobody asked.
        NotSought = "not sought",
    }
}

crate::words! {
    /// What sort of change to our own words it was.
    pub enum CorrectionKind {
        /// We had it wrong.
        Correction = "correction",
        /// We were unclear.
        Clarification = "clarification",
        /// More is known.
        Update = "update",
        /// We no longer say it.
        Withdrawal = "withdrawal",
    }
}

crate::words! {
    /// A part of a date that the wording left out and we filled in.
    pub enum Inferred {
        /// The year.
        Year = "year",
        /// The month.
        Month = "month",
        /// The day.
        Day = "day",
        /// The hour and minute.
        Time = "time",
    }
}

/// One factual assertion.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What every entry has.
    pub entry: Entry,
    /// The assertion, in one sentence.
    pub text: At<String>,
    /// What sort of thing it asserts.
    pub kind: ClaimKind,
    /// Whose words they are; always there for utterances and denials.
    pub speaker: Option<At<Speaker>>,
    /// The reservation in the source's own words.
    pub hedge: Option<At<String>>,
    /// How it stands, as declared.
    pub status: At<Status>,
    /// When it was so; where the sheet gives none, that of the one date in `about`.
    pub date: Option<At<Date>>,
    /// What the wording left out of the date and we filled in.
    pub inferred: Vec<At<Inferred>>,
    /// How many it speaks of who have no name here.
    pub unnamed: Option<At<u32>>,
    /// What and whom it is about.
    pub about: Vec<At<Any>>,
    /// Whom it may harm.
    pub adverse_to: Vec<At<Speaker>>,
    /// What it rests on, as listed.
    pub evidence: Vec<Evidence>,
    /// What those it may harm say.
    pub responses: Vec<Response>,
    /// Claims that it says cannot be true with it.
    pub contradicts: Vec<At<Key<Claim>>>,
    /// Claims that say so of it, where it does not say so itself.
    pub contradicted_by: Vec<Key<Claim>>,
    /// Claims it makes more exact.
    pub refines: Vec<At<Key<Claim>>>,
    /// The claim that replaced it.
    pub superseded_by: Option<At<Key<Claim>>>,
    /// How it stood when, as listed; `since` is a history of one line.
    pub history: Vec<Standing>,
    /// What we changed in our own words.
    pub corrections: Vec<Correction>,
    /// When we last went over it.
    pub reviewed: Option<At<Date>>,
    /// By when we want to go over it again.
    pub review_by: Option<At<Date>>,
    /// That we looked for ourselves.
    pub checked: Option<At<OwnCheck>>,
    /// The origins and ways of what supports it.
    pub support: Count,
    /// The origins and ways of what disputes it.
    pub dispute: Count,
    /// Whether all of it, and all it rests on, could be read. What is not whole is not judged.
    pub whole: bool,
}

impl Claim {
    /// Claims that cannot be true with it, whichever of the two says so.
    pub fn contradictions(&self) -> impl Iterator<Item = Key<Claim>> {
        self.contradicts.iter().map(|other| other.value).chain(self.contradicted_by.iter().copied())
    }

    /// How it stood at the end of `day`: the newest entry of its history that counts by then.
    #[must_use]
    pub fn standing_on(&self, day: jiff::civil::Date) -> Option<&Standing> {
        let known = self.history.iter().filter(|standing| standing.from.is_some_and(|from| from <= day));
        known.max_by_key(|standing| standing.from)
    }
}

/// How a claim stood from a day on.
#[derive(Debug, Clone)]
pub struct Standing {
    /// When, as the sheet says.
    pub date: At<Date>,
    /// The day it counts from: the last that `date` may mean, in the report's time zone; nothing where it has no end.
    pub from: Option<jiff::civil::Date>,
    /// How it stood from then on.
    pub status: At<Status>,
    /// What changed.
    pub why: Option<At<String>>,
}

/// A piece of evidence.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Where it is written.
    pub place: Place,
    /// What we opened.
    pub document: At<Key<Document>>,
    /// Who said it first, where the sheet names them.
    pub said_by: Option<At<Speaker>>,
    /// Who passed it on, nearest to the origin first, where the sheet names them; an empty list says: nobody.
    pub via: Option<Vec<At<Speaker>>>,
    /// How the origin knows, where the sheet says.
    pub basis: Option<At<Basis>>,
    /// Which way it points.
    pub stance: Stance,
    /// The words relied on, as they stand in the document.
    pub quote: Option<At<String>>,
    /// Whether it tells what the speaker said in the words of whoever passed it on.
    pub indirect: bool,
    /// Where in the document: page, paragraph, timecode.
    pub at: Option<At<String>>,
    /// The language of the quotation, where it is not the document's (BCP 47).
    pub language: Option<At<String>>,
    /// The quotation in another language.
    pub translation: Option<Translation>,
    /// Whether the kept copy itself shows it.
    pub shown: bool,
}

impl Evidence {
    /// Whether whoever published the document said it in there themselves, and nobody passed it on: what a copy adds to
    /// its original.
    #[must_use]
    pub fn is_added(&self, facts: &Facts) -> bool {
        let source = facts.documents.get(self.document.value).and_then(|document| document.source.as_ref());
        let said = self.said_by.as_ref().map(|speaker| speaker.value);
        self.via.as_ref().is_some_and(Vec::is_empty)
            && said.is_some()
            && said == source.map(|source| source.value)
    }
}

/// A quotation in another language.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The translated words.
    pub text: At<String>,
    /// Their language (BCP 47).
    pub language: Option<At<String>>,
    /// Who translated.
    pub by: Option<At<String>>,
}

/// What somebody whom a claim may harm says to it.
#[derive(Debug, Clone)]
pub struct Response {
    /// Who.
    pub party: At<Speaker>,
    /// What came of it.
    pub reply: Reply,
}

/// What came of asking, or the claim that holds their answer.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "there are few replies, and nearly all of them are outcomes")]
pub enum Reply {
    /// Their answer is a claim of its own.
    Claim(At<Key<Claim>>),
    /// What came of asking.
    Outcome {
        /// In a word.
        outcome: At<Outcome>,
        /// Why nobody asked, or what there is to say of it.
        why: Option<At<String>>,
        /// When they were asked.
        asked: Option<At<Date>>,
        /// Until when they could answer.
        deadline: Option<At<Date>>,
        /// When they answered.
        date: Option<At<Date>>,
        /// Their words.
        quote: Option<At<String>>,
        /// Where they can be read.
        document: Option<At<Key<Document>>>,
        /// Where in it.
        at: Option<At<String>>,
    },
}

/// A change to what we had said.
#[derive(Debug, Clone)]
pub struct Correction {
    /// When we changed it.
    pub date: At<Date>,
    /// What sort of change.
    pub kind: At<CorrectionKind>,
    /// What we had said.
    pub said: Option<At<String>>,
    /// What we say now.
    pub now: Option<At<String>>,
    /// Why.
    pub why: Option<At<String>>,
}

/// That we looked for ourselves.
#[derive(Debug, Clone)]
pub struct OwnCheck {
    /// Who looked.
    pub by: At<String>,
    /// When.
    pub date: At<Date>,
    /// How.
    pub how: At<String>,
}
