//! What is digested of a claim and of an article: all that a reader is told of it, and nothing else.
//!
//! Every field here stands under the same name in `data/claims.json`, `data/documents.json` and `data/articles.json`,
//! so that anyone can make the digest again from the site. Not among them: the claim's own id (it may move), when it
//! was and is to be gone over, what was counted, what other claims say of it, and whatever is not public. What is not said
//! is left out, so that a field that a later version knows of changes no digest of those who do not use it.

use serde_json::{Value, json};

use super::digest::{digest_of, pruned};
use super::prose::article_words;
use crate::model::{
    Any, Article, Claim, Correction, Digest, Document, Evidence, Facts, Id, Key, Reply, Response, Speaker,
};
use crate::text::At;

/// The digest of a claim: its words, its standing, its evidence with the documents, replies, history, corrections.
#[must_use]
pub fn claim_digest(claim: &Claim, facts: &Facts) -> Digest {
    digest_of(&with_documents(&claim_content(claim, facts), &documents(claim, facts)))
}

/// The digest of an article: its title, its words, the claims they are tied to, its corrections.
#[must_use]
pub fn article_digest(article: &Article, facts: &Facts) -> Digest {
    digest_of(&with_words(&article_content(article, facts), &article_words(article, facts)))
}

/// The digest of all that would be published: the digests of the public claims and articles, by id.
#[must_use]
pub fn whole_digest<'c>(
    claims: impl Iterator<Item = (&'c Id, Digest)>,
    articles: impl Iterator<Item = (&'c Id, Digest)>,
) -> Digest {
    let claims: serde_json::Map<_, _> = claims.map(by_id).collect();
    let articles: serde_json::Map<_, _> = articles.map(by_id).collect();
    digest_of(&json!({ "claims": claims, "articles": articles }))
}

fn by_id((id, digest): (&Id, Digest)) -> (String, Value) {
    (id.to_string(), digest.to_string().into())
}

/// What is digested of a claim in `data/claims.json`, beside its documents.
pub(super) const CLAIM_FIELDS: [&str; 20] = [
    "summary",
    "text",
    "kind",
    "status",
    "date",
    "inferred",
    "hedge",
    "speaker",
    "about",
    "adverse_to",
    "unnamed",
    "evidence",
    "responses",
    "contradicts",
    "refines",
    "superseded_by",
    "history",
    "corrections",
    "checked",
    "also",
];

/// What is digested of a document in `data/documents.json`.
pub(super) const DOCUMENT_FIELDS: [&str; 12] = [
    "id",
    "title",
    "type",
    "source",
    "authors",
    "copy_of",
    "derived_from",
    "published",
    "created",
    "language",
    "withdrawn",
    "archive",
];

/// What is digested of an article in `data/articles.json`, beside its words.
pub(super) const ARTICLE_FIELDS: [&str; 8] =
    ["summary", "title", "authors", "date", "language", "translation_of", "claims", "corrections"];

/// A claim with the documents that its evidence names, in the order in which it names them first.
pub(super) fn with_documents(claim: &Value, documents: &[Value]) -> Value {
    pruned(json!({ "claim": claim, "documents": documents }))
}

/// An article with its words.
pub(super) fn with_words(article: &Value, words: &[String]) -> Value {
    pruned(json!({ "article": article, "words": words }))
}

fn claim_content(claim: &Claim, facts: &Facts) -> Value {
    let evidence = claim.evidence.iter().enumerate();
    json!({
        "summary": text(claim.entry.summary.as_ref()),
        "also": claim.entry.also.iter().map(|also| also.value.as_str()).collect::<Vec<_>>(),
        "text": claim.text.value,
        "kind": claim.kind.word(),
        "status": claim.status.word(),
        "date": typed(claim.date.as_ref()),
        "inferred": claim.inferred.iter().map(|part| part.word()).collect::<Vec<_>>(),
        "hedge": text(claim.hedge.as_ref()),
        "speaker": claim.speaker.and_then(|speaker| id(speaker.value, facts)),
        "about": ids(&claim.about, facts),
        "adverse_to": ids(&claim.adverse_to, facts),
        "unnamed": claim.unnamed.map(|unnamed| unnamed.value),
        "evidence": evidence.map(|(index, piece)| evidence_content(piece, relays(claim, index), facts)).collect::<Vec<_>>(),
        "responses": claim.responses.iter().map(|response| response_content(response, facts)).collect::<Vec<_>>(),
        "contradicts": ids(&claim.contradicts, facts),
        "refines": ids(&claim.refines, facts),
        "superseded_by": claim.superseded_by.and_then(|later| id(later.value, facts)),
        "history": claim.history.iter().map(|standing| json!({
            "date": standing.date.value.as_typed(),
            "from": standing.from.map(|day| day.to_string()),
            "status": standing.status.word(),
            "why": text(standing.why.as_ref()),
        })).collect::<Vec<_>>(),
        "corrections": corrections(&claim.corrections),
        "checked": claim.checked.as_ref().map(|checked| json!({
            "by": checked.by.value,
            "date": checked.date.value.as_typed(),
            "how": checked.how.value,
        })),
    })
}

fn evidence_content(piece: &Evidence, relays: &[Speaker], facts: &Facts) -> Value {
    let document = facts.documents.get(piece.document.value);
    let language = piece.language.as_ref().or_else(|| document?.language.as_ref());
    let via = match &piece.via {
        Some(via) => ids(via, facts),
        None => relays.iter().filter_map(|relay| id(*relay, facts)).collect(),
    };
    json!({
        "document": id(piece.document.value, facts),
        "said_by": piece.said_by.and_then(|speaker| id(speaker.value, facts)),
        "via": via,
        "basis": piece.basis.map(|basis| basis.word()),
        "stance": piece.stance.word(),
        "quote": text(piece.quote.as_ref()),
        "language": text(language.filter(|_| piece.quote.is_some())),
        "translation": piece.translation.as_ref().map(|translation| json!({
            "text": translation.text.value,
            "language": text(translation.language.as_ref()),
            "by": text(translation.by.as_ref()),
        })),
        "at": text(piece.at.as_ref()),
        "shown": piece.shown,
        "indirect": piece.indirect,
    })
}

/// Who passed a piece of evidence on, as it was counted.
fn relays(claim: &Claim, index: usize) -> &[Speaker] {
    let counted = [&claim.support, &claim.dispute].into_iter().filter_map(|count| count.relays.get(index));
    counted.max_by_key(|relays| relays.len()).map_or(&[], Vec::as_slice)
}

fn response_content(response: &Response, facts: &Facts) -> Value {
    let mut content = json!({
        "party": id(response.party.value, facts),
        "claim": null, "outcome": null, "why": null, "asked": null, "deadline": null, "date": null,
        "quote": null, "document": null, "at": null,
    });
    match &response.reply {
        Reply::Claim(claim) => content["claim"] = id(claim.value, facts).into(),
        Reply::Outcome { outcome, why, asked, deadline, date, quote, document, at } => {
            content["outcome"] = outcome.word().into();
            content["why"] = text(why.as_ref()).into();
            content["asked"] = typed(asked.as_ref()).into();
            content["deadline"] = typed(deadline.as_ref()).into();
            content["date"] = typed(date.as_ref()).into();
            content["quote"] = text(quote.as_ref()).into();
            content["document"] = document.and_then(|document| id(document.value, facts)).into();
            content["at"] = text(at.as_ref()).into();
        }
    }
    content
}

fn documents(claim: &Claim, facts: &Facts) -> Vec<Value> {
    let mut seen: Vec<Key<Document>> = Vec::new();
    for piece in &claim.evidence {
        if !seen.contains(&piece.document.value) {
            seen.push(piece.document.value);
        }
    }
    seen.iter().filter_map(|key| Some(document_content(facts.documents.get(*key)?, facts))).collect()
}

fn document_content(document: &Document, facts: &Facts) -> Value {
    json!({
        "id": document.entry.id.as_str(),
        "title": document.title.value,
        "type": document.kind.word(),
        "source": document.source.and_then(|source| id(source.value, facts)),
        "authors": authors(&document.authors, facts),
        "copy_of": document.copy_of.and_then(|original| id(original.value, facts)),
        "derived_from": ids(&document.derived_from, facts),
        "published": typed(document.published.as_ref()),
        "created": typed(document.created.as_ref()),
        "language": text(document.language.as_ref()),
        "withdrawn": document.withdrawn.as_ref().map(|withdrawn| json!({
            "date": withdrawn.date.value.as_typed(),
            "why": withdrawn.why.value,
        })),
        "archive": document.archive.as_ref().map(|copy| json!({
            "sha256": text(copy.sha256.as_ref()),
            "size": copy.size,
            "public": copy.public,
        })),
    })
}

fn article_content(article: &Article, facts: &Facts) -> Value {
    let mut claims: Vec<&str> = Vec::new();
    let targets = article.references.iter().flat_map(|reference| &reference.targets);
    for target in targets.filter(|target| matches!(target.value, Any::Claim(_))) {
        claims.extend(id(target.value, facts).filter(|claim| !claims.contains(claim)));
    }
    json!({
        "summary": text(article.entry.summary.as_ref()),
        "title": article.title.value,
        "authors": authors(&article.authors, facts),
        "date": typed(article.date.as_ref()),
        "language": text(article.language.as_ref()).unwrap_or(&facts.report.language),
        "translation_of": article.translation_of.and_then(|original| id(original.value, facts)),
        "claims": claims,
        "corrections": corrections(&article.corrections),
    })
}

fn authors(authors: &[At<crate::model::Author>], facts: &Facts) -> Vec<Value> {
    let author = |author: &At<crate::model::Author>| match &author.value {
        crate::model::Author::Speaker(speaker) => json!({ "id": id(*speaker, facts), "name": null }),
        crate::model::Author::Words(name) => json!({ "id": null, "name": name }),
    };
    authors.iter().map(author).collect()
}

fn corrections(corrections: &[Correction]) -> Vec<Value> {
    let correction = |correction: &Correction| {
        json!({
            "date": correction.date.value.as_typed(),
            "kind": correction.kind.word(),
            "said": text(correction.said.as_ref()),
            "now": text(correction.now.as_ref()),
            "why": text(correction.why.as_ref()),
        })
    };
    corrections.iter().map(correction).collect()
}

fn id(any: impl Into<Any>, facts: &Facts) -> Option<&str> {
    facts.entry(any.into()).map(|entry| entry.id.as_str())
}

fn ids<'f, T: Copy + Into<Any>>(list: &[At<T>], facts: &'f Facts) -> Vec<&'f str> {
    list.iter().filter_map(|one| id(one.value, facts)).collect()
}

fn text(field: Option<&At<String>>) -> Option<&str> {
    field.map(|words| words.value.as_str())
}

fn typed(date: Option<&At<crate::model::Date>>) -> Option<&str> {
    date.map(|date| date.value.as_typed())
}

#[cfg(test)]
mod tests {
    use super::{ARTICLE_FIELDS, CLAIM_FIELDS, DOCUMENT_FIELDS};

    #[test]
    fn the_docs_name_every_field_that_is_digested() {
        let docs = include_str!("../../docs/record.md");
        for fields in [&CLAIM_FIELDS[..], &DOCUMENT_FIELDS, &ARTICLE_FIELDS] {
            let mut fields = fields.to_vec();
            fields.sort_unstable();
            let list = format!("with these fields alone: `{}`.", fields.join("`, `"));
            assert!(docs.contains(&list), "docs/record.md does not say: {list}");
        }
    }
}
