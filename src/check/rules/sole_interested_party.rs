//! A claim of which nobody tells but a party to the matter.

use rustc_hash::FxHashMap;

use crate::check::{Found, Look, Matter, Rest};
use crate::diagnostic::Finding;
use crate::link::{Lines, Member};
use crate::model::{Any, Claim, ClaimKind, Document, Facts, Group, Key, Speaker, Status, Why};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let parties = Parties::of(facts);
    let claims = matter.claims().filter(|(_, claim)| is_meant(claim));
    let found = claims.filter_map(|(key, claim)| {
        let finding = parties.finding(claim)?;
        Some(Found { entry: Any::Claim(key), finding })
    });
    found.collect()
}

/// What a party is quoted with is its own to say; what is unverified or disputed is not said to be so.
fn is_meant(claim: &Claim) -> bool {
    matches!(claim.kind, ClaimKind::Occurrence | ClaimKind::Assessment)
        && matches!(claim.status.value, Status::Reported | Status::Corroborated | Status::Refuted)
}

/// What makes somebody a party, where it is written, and in words.
type Reason = (Place, &'static str);

/// Those who are parties to the matter whatever a claim is about.
struct Parties<'f> {
    facts: &'f Facts,
    lines: Lines<'f>,
    /// Whoever counts as one origin with somebody `interested`, with the place of that entry.
    interested: FxHashMap<Member, Place>,
}

impl<'f> Parties<'f> {
    fn of(facts: &'f Facts) -> Self {
        let mut parties = Self { facts, lines: Lines::open(facts), interested: FxHashMap::default() };
        let people = facts.people.iter().filter(|(_, person)| person.interested);
        let bodies = facts.organisations.iter().filter(|(_, body)| body.interested);
        let sources = facts.sources.iter().filter(|(_, source)| source.interested);
        let people = people.map(|(key, person)| (Speaker::Person(key), person.entry.place));
        let bodies = bodies.map(|(key, body)| (Speaker::Organisation(key), body.entry.place));
        let sources = sources.map(|(key, source)| (Speaker::Source(key), source.entry.place));
        for (speaker, place) in people.chain(bodies).chain(sources) {
            for member in parties.lines.above(speaker, None).iter() {
                parties.interested.entry(*member).or_insert(place);
            }
        }
        parties
    }

    fn finding(&self, claim: &Claim) -> Option<Finding> {
        let rest = Rest::of_standing(claim, self.facts);
        let mut about: FxHashMap<Member, Place> = FxHashMap::default();
        for at in &claim.about {
            let Some(speaker) = Speaker::of(at.value) else { continue };
            for member in self.lines.above(speaker, None).iter() {
                about.entry(*member).or_insert(at.place);
            }
        }
        let mut reasons = rest.groups.iter().map(|group| self.reason(group, claim, &about));
        // Without an origin there is no party; with one who is none, it is not alone.
        let (place, what) = reasons.next()??;
        if !reasons.all(|reason| reason.is_some()) {
            return None;
        }
        let piece = &claim.evidence[*rest.groups.first()?.evidence.first()?];
        let name = &self.facts.entry(rest.speakers().next()?.into())?.id;
        let stands = piece.said_by.map_or(piece.document.place, |speaker| speaker.place);
        let (says, help) = if claim.status.value == Status::Refuted {
            (
                "says that it is false",
                "add evidence of somebody who is none, or make it `disputed` or `unverified`",
            )
        } else {
            (
                "says so",
                "add evidence of somebody who is none; or say whose word it is (`kind: utterance`, `speaker`); or make it `unverified`",
            )
        };
        let message = format!("nobody {says} but `{name}`, a party to the matter");
        Some(Finding::warning("sole-interested-party", stands, message).also(place, what).help(help))
    }

    /// Why a group is of a party, if it is. A round-up is, where all it repeats are.
    fn reason(&self, group: &Group, claim: &Claim, about: &FxHashMap<Member, Place>) -> Option<Reason> {
        let said_in = claim.evidence[*group.evidence.first()?].document.value;
        let mut reasons = group.speakers.iter().map(|speaker| self.reason_of(*speaker, said_in, about));
        if group.why == Why::RoundUp {
            let first = reasons.next()??;
            return reasons.all(|reason| reason.is_some()).then_some(first);
        }
        reasons.flatten().next()
    }

    fn reason_of(
        &self,
        speaker: Speaker,
        said_in: Key<Document>,
        about: &FxHashMap<Member, Place>,
    ) -> Option<Reason> {
        let line = self.lines.above(speaker, Some(said_in));
        let in_about = line.iter().find_map(|member| about.get(member));
        let interested = || line.iter().find_map(|member| self.interested.get(member));
        in_about
            .map(|place| (*place, "it is about them"))
            .or_else(|| interested().map(|place| (*place, "declared `interested`")))
    }
}
