//! Less of an article is carried by claims than the report asks for.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Prose(look);

/// What a share may fall short of the bar by, as neither is an exact number.
const HAIR: f64 = 1e-9;

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let bar = facts.report.policy.coverage;
    let mut found = Vec::new();
    for read in &matter.reading.articles {
        let (Some(share), Some(percent)) = (read.coverage.share(), read.coverage.percent()) else { continue };
        let Some(article) = facts.articles.get(read.key).filter(|_| share + HAIR < bar) else { continue };
        let (carried, checkable) = (read.coverage.carried, read.coverage.checkable);
        let sentences = if checkable == 1 { "sentence" } else { "sentences" };
        let message =
            format!("claims carry {carried} of {checkable} {sentences} that can be checked: {percent} %");
        let finding = Finding::warning("low-coverage", article.title.place, message)
            .label(format!("this report asks for {:.0} %", bar * 100.0))
            .help(
                "cite claims behind the sentences that `uncited-statement` marks, or lower `policy.coverage`",
            );
        found.push(Found { entry: Any::Article(read.key), finding });
    }
    found
}
