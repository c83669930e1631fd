//! A published id that leads nowhere any more.

use rustc_hash::FxHashSet;

use crate::check::{Look, Matter};
use crate::diagnostic::Finding;
use crate::ledger::Published;
use crate::model::{Id, Kind};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Whole(look);

fn look(matter: &Matter<'_>) -> Vec<Finding> {
    let ledger = matter.ledger;
    if ledger.broken || ledger.publications.is_empty() {
        return Vec::new();
    }
    let (facts, withheld) = (&matter.record.facts, &matter.record.desk.withheld);
    let public = facts.entries().filter(|(any, _)| !withheld.contains_key(any));
    let former: FxHashSet<&Id> =
        public.flat_map(|(_, entry)| entry.was.iter().map(|old| &old.value)).collect();
    let published = Published::after(&ledger.publications);
    let mut findings = Vec::new();
    for (id, kind, place) in published.ids() {
        let Some(place) = place else { continue };
        let finding = match matter.record.ids.get(id) {
            _ if former.contains(id) || ledger.unread.contains(id) => continue,
            None => gone(id, place),
            Some(any) => match withheld.get(any) {
                Some(withheld) => held_back(id, kind, withheld.place).also(place, "published"),
                None if any.kind() != kind => {
                    let Some(entry) = facts.entry(*any) else { continue };
                    of_another_kind(id, kind, any.kind(), entry.place).also(place, "published")
                }
                None => continue,
            },
        };
        findings.push(Finding { entry: Some(id.to_string()), ..finding });
    }
    findings
}

fn gone(id: &Id, place: Place) -> Finding {
    Finding::error("lost-address", place, format!("`{id}` was published, and leads nowhere now")).help(format!(
        "whoever linked to it must find something: put it back, or add `was: [{id}]` to what took its place; a claim \
         that no longer holds stays, with `status: withdrawn`"
    ))
}

fn held_back(id: &Id, kind: Kind, place: Place) -> Finding {
    let help = match kind {
        Kind::Claim => {
            "to take a claim back, leave it public and give it `status: withdrawn`, with the reason in `history`"
        }
        _ => "let it be public: what was published once stays where it was",
    };
    Finding::error("lost-address", place, format!("`{id}` was published, and is held back now")).help(help)
}

fn of_another_kind(id: &Id, was: Kind, is: Kind, place: Place) -> Finding {
    let (was, is) = (was.with_article(), is.with_article());
    Finding::error("lost-address", place, format!("`{id}` was published as {was}, and is {is} now")).help(
        "an address cannot lead from one kind to another: put it back, and give this entry an id of its own",
    )
}
