//! A quotation that does not say where in the document it stands.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Document, DocumentType, Facts, Key, Reply};
use crate::text::At;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        found.extend(quotations(claim).filter_map(|(quote, document, at)| {
            if at.is_some() || !has_parts(document, facts) {
                return None;
            }
            let finding = Finding::warning(
                "unlocated-quote",
                quote.place,
                "where this stands in the document is not said",
            )
            .help("add `at`: a page, a paragraph, a timecode");
            Some(Found { entry: Any::Claim(key), finding })
        }));
    }
    found
}

type Quotation<'c> = (&'c At<String>, Key<Document>, Option<&'c At<String>>);

/// The words quoted as evidence and in replies, with the document and where in it they stand.
fn quotations(claim: &Claim) -> impl Iterator<Item = Quotation<'_>> {
    let pieces = claim.evidence.iter();
    let pieces =
        pieces.filter_map(|piece| Some((piece.quote.as_ref()?, piece.document.value, piece.at.as_ref())));
    let replies = claim.responses.iter().filter_map(|response| match &response.reply {
        Reply::Outcome { quote: Some(quote), document: Some(document), at, .. } => {
            Some((quote, document.value, at.as_ref()))
        }
        _ => None,
    });
    pieces.chain(replies)
}

/// A post or a picture is one glance; there is nowhere to search.
fn has_parts(document: Key<Document>, facts: &Facts) -> bool {
    !matches!(facts.documents[document].kind.value, DocumentType::Post | DocumentType::Photograph)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found;

    #[test]
    fn a_quotation_says_where_it_stands() {
        let warning = "Warning 8: where this stands in the document is not said";
        let cases = [
            ("evidence: [{document: report, quote: Łoś dzwonił}]", warning),
            ("evidence: [{document: report, quote: Łoś dzwonił, at: line 1}]", ""),
            ("evidence: [{document: report, quote: Łoś dzwonił, stance: context}]", warning),
            ("evidence: [{document: report}]", ""),
            ("evidence: [{document: post, quote: Łoś dzwonił}]", ""),
            ("evidence: [{document: report, quote: Łoś dzwonił, said_by: nobody}]", ""),
            ("responses: [{party: gazette, outcome: denied, quote: Nein, document: report}]", warning),
            ("responses: [{party: gazette, outcome: denied, quote: Nein, document: report, at: page 2}]", ""),
            // Said to us; there is no document to search.
            ("responses: [{party: gazette, outcome: denied, quote: Nein}]", ""),
        ];
        for (fields, expected) in cases {
            let sheet = format!(
                "
sources: {{gazette: {{name: Gazeta Łódzka}}}}
documents:
  report: {{title: Raport, type: article, source: gazette}}
  post: {{title: Wpis, type: post, source: gazette}}
claims:
  leak:
    {fields}
    text: Łoś telefonierte.
    status: reported"
            );
            assert_eq!(found("unlocated-quote", &sheet), expected, "{fields}");
        }
    }
}
