//! Evidence as it is shown: pieces, the steps of the count, quotations, and who says so in sentences.

use super::address;
use super::book::Book;
use super::pages::{Counted, OriginGroup, Piece};
use super::parts::{Card, ClaimLine, Named, Quotation, ReplyLine, When};
use super::share::relays;
use super::words::{self, Voice};
use crate::link::{basis_of, origin_of};
use crate::model::{
    Basis, Claim, Count, Date, Document, Evidence, Key, Kind, Outcome, Reply, Response, Speaker, Stance, Why,
};
use crate::speech::told;

/// How many origins a card names; the rest stand on the claim's page.
const ON_A_CARD: usize = 2;

/// Pieces of evidence with the same origins, who know in the same way.
struct Voiced<'c> {
    origins: Vec<Speaker>,
    basis: Basis,
    pieces: Vec<(usize, &'c Evidence)>,
}

impl Book<'_> {
    /// The card of a claim.
    pub(super) fn card(&self, key: Key<Claim>) -> Option<Card> {
        let claim = self.facts.claims.get(key)?;
        Some(Card {
            claim: ClaimLine::clone(self.claim(key)?.as_ref()),
            who: self.who(claim),
            quotes: claim.evidence.iter().filter_map(|piece| self.quotation(key, claim, piece)).collect(),
            replies: self.replies(key).into_iter().map(|reply| reply.sentence).collect(),
            changed: self.changed_claim(claim),
            permalink: self.permalink(&address::entry(Kind::Claim, &claim.entry.id)),
        })
    }

    /// When the standing or the words of a claim last changed.
    pub(super) fn changed_claim(&self, claim: &Claim) -> Option<When> {
        Some(self.when(&changed_on(claim)?, &[]))
    }

    /// The words that a piece of evidence quotes.
    pub(super) fn quotation(&self, key: Key<Claim>, claim: &Claim, piece: &Evidence) -> Option<Quotation> {
        let document = self.facts.documents.get(piece.document.value)?;
        let text = |field: &Option<crate::text::At<String>>| field.as_ref().map(|words| words.value.clone());
        let origin = origin_of(piece, claim, self.facts, &self.roots);
        let said_by = origin.speakers().first().copied();
        Some(Quotation {
            words: text(&piece.quote)?,
            language: text(&piece.language).or_else(|| text(&document.language)),
            at: text(&piece.at),
            document: self.names.link(piece.document.value)?,
            claim: self.names.link(key)?,
            said_by: said_by.and_then(|speaker| self.names.speaker(speaker)),
            // Where the record has them from another than the speaker, they are that other's own.
            indirect: piece.indirect && claim.speaker.is_some_and(|speaker| Some(speaker.value) == said_by),
            translation: piece.translation.as_ref().map(|translation| translation.text.value.clone()),
            translation_language: piece
                .translation
                .as_ref()
                .and_then(|translation| text(&translation.language)),
            translated_by: piece.translation.as_ref().and_then(|translation| text(&translation.by)),
        })
    }

    /// A piece of evidence.
    pub(super) fn piece(&self, key: Key<Claim>, claim: &Claim, index: usize) -> Option<Piece> {
        let piece = claim.evidence.get(index)?;
        let origin = origin_of(piece, claim, self.facts, &self.roots);
        let count = if piece.stance == Stance::Disputes { &claim.dispute } else { &claim.support };
        let basis = basis_of(piece, claim, self.facts);
        Some(Piece {
            origin: self.names.speakers(origin.speakers().iter().copied()),
            relays: self.names.speakers(relays(count, index).iter().copied()),
            basis: basis.word(),
            knows: words::knows(self.speech, basis, voice(origin.speakers())),
            document: self.document_line(piece.document.value)?,
            quote: self.quotation(key, claim, piece),
            at: piece.at.as_ref().map(|at| at.value.clone()),
            shown: piece.shown,
        })
    }

    /// One side of a claim, with the steps of the count; nothing where there is no evidence on that side.
    pub(super) fn counted(&self, key: Key<Claim>, claim: &Claim, count: &Count) -> Option<Counted> {
        if count.groups.is_empty() {
            return None;
        }
        let groups = count.groups.iter().map(|group| OriginGroup {
            speakers: self.names.speakers(group.speakers.iter().copied()),
            counts: group.counts,
            why: words::why(self.speech, group.why, group.counts, &self.names_of(&group.within)),
            pieces: group.evidence.iter().filter_map(|index| self.piece(key, claim, *index)).collect(),
        });
        let narrow: Vec<Named> =
            count.narrow.iter().filter_map(|narrow| self.names.narrow(*narrow)).collect();
        let mut sentence = format!("{}.", words::capital(&self.counted_words(claim, count)));
        if count.origins > 1 && count.ways == count.origins {
            sentence.push(' ');
            sentence.push_str(&told!(self.speech, "counted-as-many-ways", ways = count.ways));
        }
        if count.origins > count.ways && !narrow.is_empty() {
            sentence.push(' ');
            let names = self.speech.all_of(&named_words(&narrow));
            sentence.push_str(&told!(self.speech, "counted-narrow", names = &names));
        }
        Some(Counted { origins: count.origins, ways: count.ways, sentence, groups: groups.collect(), narrow })
    }

    /// `one origin, passed on by two outlets`.
    pub(super) fn counted_words(&self, claim: &Claim, count: &Count) -> String {
        let mut passed_on: Vec<Speaker> = Vec::new();
        let standing = count.groups.iter().filter(|group| group.why != Why::Withdrawn);
        for index in
            standing.flat_map(|group| &group.evidence).filter(|index| claim.evidence.get(**index).is_some())
        {
            for relay in relays(count, *index) {
                if !passed_on.contains(relay) && self.names.speaker(*relay).is_some() {
                    passed_on.push(*relay);
                }
            }
        }
        let all_outlets = passed_on.iter().all(|relay| matches!(relay, Speaker::Source(_)));
        words::counted(
            self.speech,
            count.origins,
            count.ways,
            u32::try_from(passed_on.len()).unwrap_or(u32::MAX),
            all_outlets,
        )
    }

    /// Who says so and how they know, and who says it is not so.
    pub(super) fn who(&self, claim: &Claim) -> String {
        let mut sentences = Vec::new();
        let supports = self.voiced(claim, Stance::Supports);
        for voiced in supports.iter().take(ON_A_CARD) {
            sentences.extend(self.says_so(claim, voiced));
        }
        if supports.len() > ON_A_CARD {
            let more = u32::try_from(supports.len() - ON_A_CARD).unwrap_or(u32::MAX);
            sentences.push(words::capital(&told!(self.speech, "says-others-too", count = more)));
        }
        let mut against: Vec<String> = Vec::new();
        let disputes = self.voiced(claim, Stance::Disputes);
        for name in disputes.iter().flat_map(|voiced| self.names_of(&voiced.origins)) {
            if !against.contains(&name) {
                against.push(name);
            }
        }
        if !disputes.is_empty() {
            sentences.push(words::disputes(self.speech, &against));
        }
        if let Some(checked) = claim.checked.as_ref().filter(|_| sentences.is_empty()) {
            sentences.push(self.checked_words(&checked.value));
        }
        sentences.join(" ")
    }

    /// That we looked for ourselves.
    pub(super) fn checked_words(&self, checked: &crate::model::OwnCheck) -> String {
        let day = self.when(&checked.date, &[]).words;
        let (by, how) = (words::capital(checked.by.trim()), words::closed(&checked.how));
        told!(self.speech, "checked", by = &by, date = &day, how = &how)
    }

    /// The pieces of one side by who says so and how they know; what was withdrawn is left out while anything stands.
    fn voiced<'c>(&self, claim: &'c Claim, stance: Stance) -> Vec<Voiced<'c>> {
        let side = || claim.evidence.iter().enumerate().filter(move |(_, piece)| piece.stance == stance);
        let stands = |piece: &Evidence| !self.roots.is_withdrawn(piece.document.value);
        let any_stands = side().any(|(_, piece)| stands(piece));
        let mut all: Vec<Voiced<'c>> = Vec::new();
        for (index, piece) in side().filter(|(_, piece)| !any_stands || stands(piece)) {
            let origin = origin_of(piece, claim, self.facts, &self.roots);
            let basis = basis_of(piece, claim, self.facts);
            let known = all.iter_mut().find(|one| one.basis == basis && one.origins == origin.speakers());
            match known {
                Some(one) => one.pieces.push((index, piece)),
                None => all.push(Voiced {
                    origins: origin.speakers().to_vec(),
                    basis,
                    pieces: vec![(index, piece)],
                }),
            }
        }
        all
    }

    fn names_of(&self, speakers: &[Speaker]) -> Vec<String> {
        named_words(&self.names.speakers(speakers.iter().copied()))
    }

    fn says_so(&self, claim: &Claim, voiced: &Voiced<'_>) -> Option<String> {
        let names = self.names_of(&voiced.origins);
        let first = words::says_so(self.speech, &names, voiced.basis, voice(&voiced.origins));
        let (index, piece) = voiced.pieces.first()?;
        let key = piece.document.value;
        let document = self.facts.documents.get(key)?;
        let own = voiced.origins.len() == 1
            && (document.copy_of.is_none() || piece.is_added(self.facts))
            && document.source.as_ref().is_some_and(|source| voiced.origins.contains(&source.value));
        let mut told: Vec<Speaker> = voiced.origins.clone();
        let read = self.read_in(document, own, voice(&voiced.origins), &mut told);
        let count = if piece.stance == Stance::Disputes { &claim.dispute } else { &claim.support };
        let untold: Vec<Speaker> =
            relays(count, *index).iter().filter(|relay| !told.contains(relay)).copied().collect();
        let by_way = match self.names_of(&untold) {
            names if names.is_empty() => String::new(),
            names => told!(self.speech, "read-by-way", names = &self.speech.all_of(&names)),
        };
        let more = u32::try_from(voiced.pieces.len() - 1).unwrap_or(u32::MAX);
        let elsewhere =
            if more == 0 { String::new() } else { told!(self.speech, "read-elsewhere", count = more) };
        let (speech, where_read) = (self.speech, read.as_str());
        let read = if document.accessed.is_some() {
            let verb = words::opened_verb(document.kind.value);
            told!(speech, "read-it", verb = verb, where = where_read, way = &by_way, elsewhere = &elsewhere)
        } else {
            told!(speech, "read-not-opened", where = where_read, way = &by_way, elsewhere = &elsewhere)
        };
        Some(format!("{first}. {read}"))
    }

    /// `in PAP’s report, as republished on 12 March 2024`; adds to `told` whom it names.
    fn read_in(&self, document: &Document, own: bool, voice: Voice, told: &mut Vec<Speaker>) -> String {
        let original = document.copy_of.as_ref().filter(|_| !own);
        let original = original.and_then(|original| self.facts.documents.get(original.value));
        let whole = original.unwrap_or(document);
        let source = whole.source.as_ref().map(|source| source.value);
        let named = source.and_then(|source| self.names.speaker(source)).map(|named| named.words);
        let teller = match &named {
            Some(_) if own => voice.word(),
            Some(_) => {
                told.extend(source);
                "named"
            }
            None => "title",
        };
        let (kind, name, title) = (whole.kind.value.word(), named.unwrap_or_default(), whole.title.trim());
        let place =
            told!(self.speech, "read-where", whose = teller, kind = kind, name = &name, title = title);
        let date = document.published.as_ref().or(document.created.as_ref()).map(|date| &date.value);
        let dated = match date {
            Some(date) if date.exact_day().is_some() => "day",
            Some(_) => "other",
            None => "none",
        };
        let date = match date.map(|date| (date, date.exact_day())) {
            Some((_, Some(day))) => Date::of_day(day).words_in(self.speech),
            Some((date, None)) => date.words_in(self.speech),
            None => String::new(),
        };
        if original.is_none() {
            return match dated {
                "none" => place,
                _ => told!(self.speech, "read-dated", where = &place, dated = dated, date = &date),
            };
        }
        let republisher =
            document.source.as_ref().map(|source| source.value).filter(|one| Some(*one) != source);
        told.extend(republisher);
        let name = republisher.and_then(|one| self.names.speaker(one)).map(|named| named.words);
        let by = if name.is_some() { "named" } else { "none" };
        let name = name.unwrap_or_default();
        told!(
            self.speech,
            "read-republished",
            where = &place,
            by = by,
            name = &name,
            dated = dated,
            date = &date
        )
    }

    /// What those whom a claim may harm say to it; of each of them, at least that nothing is known of an answer.
    pub(super) fn replies(&self, key: Key<Claim>) -> Vec<ReplyLine> {
        let Some(claim) = self.facts.claims.get(key) else { return Vec::new() };
        let mut replies: Vec<ReplyLine> =
            claim.responses.iter().filter_map(|response| self.reply(key, response)).collect();
        for party in &claim.adverse_to {
            if !claim.responses.iter().any(|response| response.party.value == party.value) {
                replies.extend(self.no_reply(key, party.value));
            }
        }
        replies
    }

    /// The replies of one party to the claims that may harm it.
    pub(super) fn replies_of(&self, party: Speaker) -> Vec<ReplyLine> {
        let mut replies = Vec::new();
        let links = self.backlinks.speaker(party);
        let answered = links.replies.iter().map(|at| at.claim);
        for key in self.order.claims.sorted(links.adverse.iter().copied().chain(answered)) {
            let Some(claim) = self.facts.claims.get(key) else { continue };
            let own = || claim.responses.iter().filter(|response| response.party.value == party);
            replies.extend(own().filter_map(|response| self.reply(key, response)));
            if own().next().is_none() {
                replies.extend(self.no_reply(key, party));
            }
        }
        replies
    }

    fn no_reply(&self, key: Key<Claim>, party: Speaker) -> Option<ReplyLine> {
        let party = self.names.speaker(party)?;
        Some(ReplyLine {
            claim: ClaimLine::clone(self.claim(key)?.as_ref()),
            sentence: told!(self.speech, "reply-not-recorded", name = &party.words),
            party,
            quote: None,
            answer: None,
            document: None,
            at: None,
        })
    }

    fn reply(&self, key: Key<Claim>, response: &Response) -> Option<ReplyLine> {
        let party = self.names.speaker(response.party.value)?;
        let mut line = ReplyLine {
            claim: ClaimLine::clone(self.claim(key)?.as_ref()),
            sentence: String::new(),
            quote: None,
            answer: None,
            document: None,
            at: None,
            party,
        };
        match &response.reply {
            Reply::Claim(answer) => {
                let answer = self.claim(answer.value)?;
                let (name, text) = (&line.party.words, answer.text.trim());
                line.sentence = told!(self.speech, "reply-answers", name = name, text = text);
                line.answer = Some(ClaimLine::clone(answer.as_ref()));
            }
            Reply::Outcome { outcome, why, asked, deadline, date, quote, document, at } => {
                let day = |date: &Option<crate::text::At<crate::model::Date>>| {
                    date.as_ref().map(|date| date.value.words_in(self.speech))
                };
                let (asked, deadline, date) = (day(asked), day(deadline), day(date));
                let said = words::outcome(
                    self.speech,
                    &line.party.words,
                    outcome.value,
                    [asked.as_deref(), deadline.as_deref(), date.as_deref()],
                );
                line.sentence = match (why, outcome.value) {
                    (Some(why), Outcome::NotSought) => {
                        told!(self.speech, "reply-because", said = &said, why = &words::closed(why))
                    }
                    (Some(why), _) => format!("{said}. {}", words::closed(why)),
                    (None, _) => format!("{said}."),
                };
                line.quote = quote.as_ref().map(|quote| quote.value.clone());
                line.document = document.as_ref().and_then(|document| self.names.link(document.value));
                line.at = at.as_ref().map(|at| at.value.clone());
            }
        }
        Some(line)
    }
}

/// When the standing or the words of a claim last changed.
pub(super) fn changed_on(claim: &Claim) -> Option<Date> {
    let standings = claim.history.iter().map(|standing| &standing.date.value);
    standings.chain(claim.corrections.iter().map(|correction| &correction.date.value)).max().cloned()
}

fn voice(speakers: &[Speaker]) -> Voice {
    match speakers {
        [Speaker::Organisation(_) | Speaker::Source(_)] => Voice::It,
        _ => Voice::They,
    }
}

fn named_words(named: &[Named]) -> Vec<String> {
    named.iter().map(|named| named.words.clone()).collect()
}
