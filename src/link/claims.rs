//! Claims: their evidence, the replies to them, their history.

use super::entries::list;
use super::resolver::{Context, Linked, Resolver, text};
use crate::diagnostic::Finding;
use crate::load::{ClaimDraft, CorrectionDraft, EntryDraft, EvidenceDraft, ResponseDraft};
use crate::model::{
    Claim, ClaimKind, Correction, CorrectionKind, Count, Evidence, OwnCheck, Reply, Response, Stance,
    Standing, Translation,
};
use crate::text::{At, Place};

pub(super) fn claim(draft: &EntryDraft<ClaimDraft>, context: &Context) -> Linked<Claim> {
    let mut resolver = Resolver::new(context, draft.sound);
    let Some(claim) = &draft.draft else { return resolver.linked(None, None) };
    let kind = claim.kind.as_ref().map_or(ClaimKind::Occurrence, |kind| kind.value);
    let speaker = claim.speaker.as_ref().and_then(|speaker| resolver.speaker(speaker));
    if claim.speaker.is_none() && matches!(kind, ClaimKind::Utterance | ClaimKind::Denial) && draft.sound {
        let what = if kind == ClaimKind::Denial { "a denial" } else { "an utterance" };
        let finding = Finding::error(
            "missing-field",
            draft.id.place,
            format!("{what} needs `speaker`: whose words they are"),
        );
        resolver
            .findings
            .push(finding.help("add `speaker: …`, the id of a person, an organisation or a source"));
        resolver.whole = false;
    }
    let history = history(claim, &mut resolver);
    let linked = Claim {
        entry: resolver.entry(&draft.id, &claim.common),
        text: text(&claim.text),
        kind,
        speaker,
        hedge: claim.hedge.as_ref().map(text),
        status: claim.status,
        date: claim.date.clone(),
        inferred: list(claim.inferred.as_ref()).to_vec(),
        unnamed: claim.unnamed,
        about: resolver.each(claim.about.as_ref().map(|about| about.value.as_slice()), Resolver::any),
        adverse_to: resolver
            .each(claim.adverse_to.as_ref().map(|parties| parties.value.as_slice()), Resolver::speaker),
        evidence: list(claim.evidence.as_ref())
            .iter()
            .filter_map(|draft| evidence(draft, &mut resolver))
            .collect(),
        responses: list(claim.responses.as_ref())
            .iter()
            .filter_map(|reply| response(reply, draft.sound, &mut resolver))
            .collect(),
        contradicts: resolver
            .each(claim.contradicts.as_ref().map(|claims| claims.value.as_slice()), Resolver::claim),
        contradicted_by: Vec::new(),
        refines: resolver.each(claim.refines.as_ref().map(|claims| claims.value.as_slice()), Resolver::claim),
        superseded_by: claim.superseded_by.as_ref().and_then(|successor| resolver.claim(successor)),
        history,
        corrections: corrections(list(claim.corrections.as_ref()), &mut resolver.findings),
        reviewed: claim.reviewed.clone(),
        review_by: claim.review_by.clone(),
        checked: claim.checked.as_ref().map(|checked| {
            let (by, date, how) =
                (text(&checked.value.by), checked.value.date.clone(), text(&checked.value.how));
            At::new(OwnCheck { by, date, how }, checked.place)
        }),
        support: Count::default(),
        dispute: Count::default(),
        whole: resolver.whole,
    };
    resolver.linked(Some(linked), Some(&claim.common))
}

fn evidence(draft: &At<EvidenceDraft>, resolver: &mut Resolver<'_>) -> Option<Evidence> {
    let At { value: draft, place } = draft;
    let said_by = draft.said_by.as_ref().and_then(|speaker| resolver.speaker(speaker));
    let via = draft.via.as_ref().map(|via| resolver.each(Some(&via.value), Resolver::speaker));
    let document = resolver.document(&draft.document)?;
    Some(Evidence {
        place: first_line(*place, draft.place),
        document,
        said_by,
        via,
        basis: draft.basis,
        stance: draft.stance.as_ref().map_or(Stance::Supports, |stance| stance.value),
        quote: draft.quote.as_ref().map(text),
        indirect: draft.indirect.as_ref().is_some_and(|indirect| indirect.value),
        at: draft.at.as_ref().map(text),
        language: draft.language.as_ref().map(text),
        translation: draft.translation.as_ref().map(|translation| Translation {
            text: text(&translation.value.text),
            language: translation.value.language.as_ref().map(text),
            by: translation.value.by.as_ref().map(text),
        }),
        shown: draft.shown.as_ref().is_some_and(|shown| shown.value),
    })
}

/// A map's first line where it is known, its whole extent otherwise.
fn first_line(whole: Place, first: Place) -> Place {
    if first.span.start >= whole.span.start && first.span.end <= whole.span.end { first } else { whole }
}

fn response(draft: &At<ResponseDraft>, sound: bool, resolver: &mut Resolver<'_>) -> Option<Response> {
    let draft = &draft.value;
    let party = resolver.speaker(&draft.party)?;
    let reply = match (&draft.outcome, &draft.claim) {
        (None, Some(claim)) => Reply::Claim(resolver.claim(claim)?),
        (Some(outcome), None) => Reply::Outcome {
            outcome: *outcome,
            why: draft.why.as_ref().map(text),
            asked: draft.asked.clone(),
            deadline: draft.deadline.clone(),
            date: draft.date.clone(),
            quote: draft.quote.as_ref().map(text),
            document: draft.document.as_ref().and_then(|document| resolver.document(document)),
            at: draft.at.as_ref().map(text),
        },
        (Some(_), Some(claim)) => {
            let finding = Finding::error(
                "conflicting-fields",
                claim.place,
                "a response has an `outcome` or names a `claim`, not both",
            );
            resolver.findings.push(finding.help("keep `claim` where the answer is a claim of its own"));
            return None;
        }
        // What could not be read is not missing.
        (None, None) if !sound => return None,
        (None, None) => {
            let finding = Finding::error(
                "missing-field",
                draft.place,
                "a response needs `outcome`, or the `claim` that holds the answer",
            );
            resolver.findings.push(
                finding.help("add `outcome: not sought`, `no reply`, `no comment`, `denied` or `confirmed`"),
            );
            return None;
        }
    };
    Some(Response { party, reply })
}

fn history(claim: &ClaimDraft, resolver: &mut Resolver<'_>) -> Vec<Standing> {
    let zone = &resolver.context.time_zone;
    if let (Some(since), Some(history)) = (&claim.since, &claim.history) {
        let finding = Finding::error(
            "conflicting-fields",
            since.place,
            "`since` stands in place of a history, and there is one",
        );
        resolver.findings.push(
            finding
                .also(history.place, "the history")
                .help("take `since` out; the newest entry of the history says it"),
        );
    }
    if let Some(since) = &claim.since {
        let from = since.value.counts_from(zone);
        return vec![Standing { date: since.clone(), from, status: claim.status, why: None }];
    }
    let standing = |draft: &At<crate::load::StandingDraft>| Standing {
        date: draft.value.date.clone(),
        from: draft.value.date.value.counts_from(zone),
        status: draft.value.status,
        why: draft.value.why.as_ref().map(text),
    };
    list(claim.history.as_ref()).iter().map(standing).collect()
}

/// Corrections that say all they must; a finding for each that does not.
pub(super) fn corrections(drafts: &[At<CorrectionDraft>], findings: &mut Vec<Finding>) -> Vec<Correction> {
    let mut corrections = Vec::with_capacity(drafts.len());
    for At { value: draft, .. } in drafts {
        let withdrawal = draft.kind.as_ref().is_some_and(|kind| kind.value == CorrectionKind::Withdrawal);
        let missing: Vec<&str> = [
            ("date", draft.date.is_none()),
            ("kind", draft.kind.is_none()),
            ("said", draft.said.is_none()),
            ("now", draft.now.is_none() && !withdrawal),
        ]
        .into_iter()
        .filter_map(|(name, missing)| missing.then_some(name))
        .collect();
        if let (Some(date), Some(kind), true) = (&draft.date, &draft.kind, missing.is_empty()) {
            corrections.push(Correction {
                date: date.clone(),
                kind: *kind,
                said: draft.said.as_ref().map(text),
                now: draft.now.as_ref().map(text),
                why: draft.why.as_ref().map(text),
            });
            continue;
        }
        let names = missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let finding =
            Finding::error("incomplete-correction", draft.place, format!("this correction lacks {names}"));
        findings.push(finding.help("a correction says when (`date`), of what sort it is (`kind`), what was wrong (`said`) and what is right (`now`)"));
    }
    corrections
}
