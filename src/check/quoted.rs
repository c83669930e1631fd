//! The quotations of the record: words that are said to stand in a document.

use super::Matter;
use crate::copies::{Copy, Passage, Unread};
use crate::model::{Claim, Document, Evidence, Key, Reply};
use crate::text::At;

/// Words quoted from a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted<'m> {
    pub(super) claim: Key<Claim>,
    pub(super) document: Key<Document>,
    pub(super) words: &'m At<String>,
    /// The evidence they are part of; nothing for the words of a reply.
    pub(super) piece: Option<&'m Evidence>,
}

/// Every quotation of claims that could be read whole, claim by claim.
pub(super) fn quotations<'m>(matter: &Matter<'m>) -> impl Iterator<Item = Quoted<'m>> {
    let claims = matter.claims();
    claims.flat_map(|(key, claim)| of_claim(key, claim))
}

/// The quotations of one claim.
pub(super) fn of_claim(key: Key<Claim>, claim: &Claim) -> impl Iterator<Item = Quoted<'_>> {
    let evidence = claim.evidence.iter().filter_map(move |piece| {
        let (document, words) = (piece.document.value, piece.quote.as_ref()?);
        Some(Quoted { claim: key, document, words, piece: Some(piece) })
    });
    let replies = claim.responses.iter().filter_map(move |response| match &response.reply {
        Reply::Outcome { quote: Some(words), document: Some(document), .. } => {
            Some(Quoted { claim: key, document: document.value, words, piece: None })
        }
        _ => None,
    });
    evidence.chain(replies)
}

impl<'m> Quoted<'m> {
    /// The document's kept copy, or why it cannot be compared; nothing where none counts.
    pub(super) fn copy(&self, matter: &Matter<'m>) -> Option<Result<&'m Copy, Unread>> {
        matter.copies.of(self.document)
    }

    /// The language of the words and that of the document, where the sheet says that they differ.
    pub(super) fn languages(&self, matter: &Matter<'m>) -> Option<(&'m At<String>, &'m At<String>)> {
        let ours = self.piece?.language.as_ref()?;
        let theirs = matter.record.facts.documents[self.document].language.as_ref()?;
        (!same_language(ours, theirs)).then_some((ours, theirs))
    }
}

/// Whether two tags (BCP 47) name one language, wherever it is spoken: `en` and `en-GB`.
pub(super) fn same_language(one: &str, other: &str) -> bool {
    let bare = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    bare(one) == bare(other)
}

/// In what words differ from a passage that is close to them, as a sentence; of many differences the first ones.
pub(super) fn difference(passage: &Passage, there: &str) -> String {
    const SHOWN: usize = 3;
    let differences = passage.differences.iter().take(SHOWN).enumerate().map(|(at, (theirs, ours))| {
        let this = if at == 0 { "this says " } else { "" };
        match (shortened(theirs).as_str(), shortened(ours).as_str()) {
            ("", ours) => format!("nothing where {this}`{ours}`"),
            (theirs, "") if at == 0 => format!("`{theirs}` where this has nothing"),
            (theirs, "") => format!("`{theirs}` where nothing"),
            (theirs, ours) => format!("`{theirs}` where {this}`{ours}`"),
        }
    });
    let differences: Vec<_> = differences.collect();
    match differences.as_slice() {
        [] => format!("{there} has these words in another way"),
        [one] => format!("{there} says {one}"),
        [first @ .., last] if passage.differences.len() <= SHOWN => {
            format!("{there} says {} and {last}", first.join(", "))
        }
        some => format!("{there} says {}, and more", some.join(", ")),
    }
}

/// Words to be shown within a line: of many, the first and the last.
pub(super) fn shortened(words: &str) -> String {
    const ENDS: usize = 14;
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= 2 * ENDS + 4 {
        return words.to_owned();
    }
    let (first, last) = (all.get(..ENDS), all.get(all.len() - ENDS..));
    format!("{} … {}", first.unwrap_or_default().join(" "), last.unwrap_or_default().join(" "))
}

#[cfg(test)]
mod tests;
