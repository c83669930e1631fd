//! The chain of publications: whether each is as it was written, and follows the one before.

use std::collections::BTreeMap;

use super::prose::words_digest;
use super::publication::{Gone, OTHERS, Publication, PublishedArticle, PublishedClaim};
use crate::diagnostic::Finding;
use crate::load::{PublicationDraft, PublishedArticleDraft, PublishedClaimDraft};
use crate::model::{Id, Kind};
use crate::text::{At, FileId, Inputs, Place};

/// The publications that files tell of, in the order of their numbers, and what is wrong with them.
pub(super) fn publications(drafts: &[(FileId, PublicationDraft)]) -> (Vec<Publication>, Vec<Finding>) {
    let mut drafts: Vec<_> = drafts.iter().collect();
    drafts.sort_by_key(|(file, draft)| (draft.number.value, *file));
    let mut findings = Vec::new();
    let mut publications: Vec<Publication> = Vec::with_capacity(drafts.len());
    for (file, draft) in drafts {
        let publication = publication(draft);
        follows(publications.last(), &publication, draft, *file, &mut findings);
        is_as_written(&publication, draft, &mut findings);
        publications.push(publication);
    }
    (publications, findings)
}

/// Whether a publication is the next after another.
fn follows(
    last: Option<&Publication>,
    publication: &Publication,
    draft: &PublicationDraft,
    file: FileId,
    findings: &mut Vec<Finding>,
) {
    let number = draft.number;
    let expected = last.map_or(1, |last| last.number + 1);
    if number.value != expected {
        let finding = if last.is_some_and(|last| last.number == number.value) {
            let message = format!("there are two publications with the number {}", number.value);
            let finding = broken(number.place, message);
            let finding = last
                .and_then(|last| last.place)
                .into_iter()
                .fold(finding, |finding, first| finding.also(Inputs::top(first.file), "the other one"));
            finding.help("publications follow one another: keep the one that is on the web, take the other out, and publish again")
        } else {
            broken(number.place, format!("publication {expected} is missing before this one")).help(RESTORE)
        };
        findings.push(finding);
        return;
    }
    let before = last.map(|last| last.sha256);
    if publication.previous != before {
        let place = draft.previous.as_ref().map_or(Inputs::top(file), |previous| previous.place);
        let message = match before {
            Some(_) => format!("this does not follow publication {} as it stands", expected - 1),
            None => "this is the first publication, and names one before it".to_owned(),
        };
        findings.push(broken(place, message).help(RESTORE));
    }
    if last.is_some_and(|last| publication.at < last.at) {
        let message = format!("this is earlier than publication {}, which it follows", expected - 1);
        findings.push(broken(draft.at.place, message).help(RESTORE));
    }
}

/// Whether what a publication says is what it said when its digest was made.
fn is_as_written(publication: &Publication, draft: &PublicationDraft, findings: &mut Vec<Finding>) {
    if publication.digest() != publication.sha256 {
        let message = format!("publication {} is not as it was written", publication.number);
        findings
            .push(broken(draft.sha256.place, message).label("the digest is of something else").help(RESTORE));
    }
    let claims = publication
        .claims
        .iter()
        .filter(|(_, claim)| claim.text.as_ref().is_some_and(|text| words_digest(&[text]) != claim.words));
    let articles = publication
        .articles
        .iter()
        .filter(|(_, article)| !article.text.is_empty() && words_digest(&article.text) != article.words);
    let changed =
        claims.map(|(id, claim)| (id, claim.place)).chain(articles.map(|(id, article)| (id, article.place)));
    for (id, place) in changed {
        let message = format!("these are not the words of `{id}` that were published");
        findings.extend(place.map(|place| broken(place, message).help(RESTORE)));
    }
}

const RESTORE: &str =
    "nobody writes in `content/record/` but `casebook publish`: put the files back as they were committed";

fn broken(place: Place, message: String) -> Finding {
    Finding::error("broken-record", place, message)
}

fn publication(draft: &PublicationDraft) -> Publication {
    let mut others: BTreeMap<Kind, BTreeMap<Id, Option<Place>>> = BTreeMap::new();
    let lists = [&draft.people, &draft.organisations, &draft.sources, &draft.documents, &draft.dates];
    for (kind, list) in OTHERS.into_iter().zip(lists) {
        for id in list.iter().flat_map(|list| &list.value) {
            others.entry(kind).or_default().insert(id.value.clone(), Some(id.place));
        }
    }
    let gone = draft.gone.iter().flat_map(|gone| &gone.value).map(|gone| Gone {
        id: gone.value.id.value.clone(),
        now: gone.value.now.as_ref().map(|now| now.value.clone()),
    });
    let claims = draft.claims.iter().flat_map(|claims| &claims.value.0);
    let articles = draft.articles.iter().flat_map(|articles| &articles.value.0);
    Publication {
        number: draft.number.value,
        at: draft.at.value.0,
        previous: draft.previous.as_ref().map(|previous| previous.value),
        claims: claims.map(|(id, draft)| (id.value.clone(), claim(id, draft))).collect(),
        articles: articles.map(|(id, draft)| (id.value.clone(), article(id, draft))).collect(),
        others,
        gone: gone.collect(),
        sha256: draft.sha256.value,
        place: Some(draft.sha256.place),
    }
}

fn claim(id: &At<Id>, draft: &PublishedClaimDraft) -> PublishedClaim {
    PublishedClaim {
        sha256: draft.sha256.value,
        words: draft.words.value,
        status: draft.status.value,
        history: draft.history.value,
        corrections: draft.corrections.value,
        text: draft.text.as_ref().map(|text| text.value.0.clone()),
        place: Some(id.place),
    }
}

fn article(id: &At<Id>, draft: &PublishedArticleDraft) -> PublishedArticle {
    let lines = draft.text.iter().flat_map(|text| &text.value);
    PublishedArticle {
        sha256: draft.sha256.value,
        words: draft.words.value,
        corrections: draft.corrections.value,
        text: lines.map(|line| line.value.0.clone()).collect(),
        place: Some(id.place),
    }
}
