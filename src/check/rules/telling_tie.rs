//! A confidential tie that the count of origins gives away: there is but one other to be tied to.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Why};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        for count in [&claim.support, &claim.dispute] {
            let others = count.groups.iter().filter(|group| group.counts > 0).count();
            let tied = count.groups.iter().filter(|group| group.why == Why::Secret && group.counts == 0);
            let pieces = tied.filter(|_| others == 1).filter_map(|group| group.evidence.first());
            found.extend(pieces.map(|at| {
                let piece = &claim.evidence[*at];
                let place = piece.said_by.map_or(piece.document.place, |speaker| speaker.place);
                let message = "readers can tell with whom this origin counts as one: there is only one other";
                let finding = Finding::warning("telling-tie", place, message).help(
                    "leave this evidence out, which adds nothing to the count, or find an origin that is independent",
                );
                Found { entry: Any::Claim(key), finding }
            }));
        }
    }
    found
}
