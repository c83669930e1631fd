//! How many ways lead from the origins of a claim to us: which pieces of evidence share neither a speaker nor a
//! document.

use super::lines::{Line, Lines, Meetings, Ties, date_of};
use super::origins::Gathered;
use super::packing::most_apart;
use super::pieces::Piece;
use super::roots::{Roots, way};
use crate::model::{Document, Facts, Key, Narrow, Speaker};

/// Who passed each piece of one side on, nearest to the origin first.
///
/// What a sheet gives is taken as given. Otherwise a document stands where its originals stand: what was given there
/// for the same origin (`origins`) holds, and only who published what follows is added.
pub(super) fn relays(pieces: &[Piece<'_>], origins: &[Option<usize>], facts: &Facts) -> Vec<Vec<Speaker>> {
    let any_given = pieces.iter().any(|piece| piece.evidence.via.is_some());
    let mut all = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let mut relays = Vec::new();
        let mut add = |speaker: Speaker| {
            if !relays.contains(&speaker) && !piece.origin.speakers().contains(&speaker) {
                relays.push(speaker);
            }
        };
        if let Some(via) = &piece.evidence.via {
            for speaker in via {
                add(speaker.value);
            }
            all.push(relays);
            continue;
        }
        let documents = way(piece.document(), facts);
        let mut told = Vec::new();
        for (other_at, other) in pieces.iter().enumerate().filter(|_| any_given) {
            let same_origin = origins[at].is_some() && origins[at] == origins[other_at];
            if let Some(via) = &other.evidence.via
                && same_origin
                && documents.contains(&other.document())
            {
                for speaker in via {
                    add(speaker.value);
                }
                told.extend(way(other.document(), facts));
            }
        }
        for document in documents {
            let shows = piece.evidence.shown && document == piece.document();
            let source = facts.documents.get(document).and_then(|document| document.source.as_ref());
            if let Some(source) = source
                && !shows
                && !told.contains(&document)
            {
                add(source.value);
            }
        }
        all.push(relays);
    }
    all
}

/// What two pieces can share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Token {
    /// Speakers that are one.
    Speaker(usize),
    Document(Key<Document>),
}

/// One side of a claim on its way to us.
pub(super) struct Passed<'a> {
    pub pieces: &'a [Piece<'a>],
    pub facts: &'a Facts,
    pub roots: &'a Roots,
    pub lines: &'a Lines<'a>,
}

impl Passed<'_> {
    /// The number of ways, of no more than `origins`.
    pub(super) fn count(&self, gathered: &Gathered, relays: &[Vec<Speaker>], origins: u32) -> u32 {
        if origins < 2 {
            return origins;
        }
        let speakers = self.speakers(gathered, relays, Ties::All);
        let counting = (0..self.pieces.len()).filter(|at| gathered.counting[*at]);
        let tokens = counting.map(|at| {
            let (origins, relays) = speakers.classes(at);
            let classes = origins.chain(relays).map(Token::Speaker);
            let mut tokens: Vec<Token> =
                classes.chain(self.documents(at).into_iter().map(Token::Document)).collect();
            tokens.sort_unstable();
            tokens.dedup();
            tokens
        });
        u32::try_from(most_apart(tokens.collect(), origins as usize)).unwrap_or(origins)
    }

    /// The relays and documents that everything that counts came through.
    pub(super) fn narrow(&self, gathered: &Gathered, relays: &[Vec<Speaker>]) -> Vec<Narrow> {
        let counting: Vec<usize> = (0..self.pieces.len()).filter(|at| gathered.counting[*at]).collect();
        let Some((&first, others)) = counting.split_first() else { return Vec::new() };
        let mut documents = self.documents(first);
        documents.retain(|document| others.iter().all(|at| self.documents(*at).contains(document)));
        let documents = documents.into_iter().map(Narrow::Document);
        if counting.iter().any(|at| relays[*at].is_empty()) {
            return documents.collect();
        }
        // Only open ties: what is named here must not give a confidential one away.
        let speakers = self.speakers(gathered, relays, Ties::Open);
        let classes = speakers.classes(first).1;
        let passed_by_all =
            |class: usize| counting.iter().all(|at| speakers.classes(*at).1.any(|relay| relay == class));
        // Whoever only passes on what is their own is no narrow place.
        let said_by_all =
            |class: usize| counting.iter().all(|at| speakers.classes(*at).0.any(|origin| origin == class));
        let common = relays[first].iter().copied().zip(classes);
        let common: Vec<(Speaker, usize)> =
            common.filter(|(_, class)| passed_by_all(*class) && !said_by_all(*class)).collect();
        let itself = |speaker: &Speaker| counting.iter().all(|at| relays[*at].contains(speaker));
        let mut named: Vec<(Speaker, usize)> =
            common.iter().copied().filter(|(speaker, _)| itself(speaker)).collect();
        for (speaker, class) in common {
            if named.iter().all(|(_, known)| *known != class) {
                named.push((speaker, class));
            }
        }
        named.into_iter().map(|(speaker, _)| Narrow::Speaker(speaker)).chain(documents).collect()
    }

    /// The documents at the root of a piece, unless its own document shows the words. A round-up is its own root, and so
    /// is a copy where it says what its original does not.
    fn documents(&self, at: usize) -> Vec<Key<Document>> {
        let piece = &self.pieces[at];
        if piece.evidence.shown {
            return Vec::new();
        }
        if piece.evidence.is_added(self.facts) {
            return vec![piece.document()];
        }
        if piece.is_round_up() {
            let mut round_ups = way(piece.document(), self.facts);
            round_ups.retain(|document| self.roots.roots(*document).len() > 1);
            return round_ups;
        }
        self.roots.roots(piece.document()).to_vec()
    }

    /// Who is one with whom, among all origins and relays of this side.
    fn speakers(&self, gathered: &Gathered, relays: &[Vec<Speaker>], ties: Ties) -> Speakers {
        let mut lines: Vec<Line<'_>> = Vec::new();
        let mut starts = Vec::with_capacity(self.pieces.len());
        for (at, piece) in self.pieces.iter().enumerate() {
            let date = date_of(piece.document(), self.facts);
            let first = lines.len();
            if !gathered.set_aside[at] {
                lines.extend(piece.origin_lines(self.facts, self.lines, ties));
            }
            let middle = lines.len();
            lines.extend(relays[at].iter().map(|speaker| self.lines.line(*speaker, date, ties)));
            starts.push((first, middle, lines.len()));
        }
        let meetings = Meetings::of(lines.len(), lines.iter().map(AsRef::as_ref).enumerate());
        Speakers { meetings, starts }
    }
}

/// All speakers of one side, numbered piece by piece: first the origins, then the relays.
struct Speakers {
    meetings: Meetings,
    starts: Vec<(usize, usize, usize)>,
}

impl Speakers {
    /// The classes of a piece's origins, and those of its relays.
    fn classes(&self, at: usize) -> (impl Iterator<Item = usize>, impl Iterator<Item = usize>) {
        let (first, middle, end) = self.starts[at];
        let class = |number| self.meetings.class(number);
        ((first..middle).map(class), (middle..end).map(class))
    }
}
