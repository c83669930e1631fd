//! A block quotation that is not what the evidence says.

use crate::check::blocks::{Block, Likeness, blocks};
use crate::check::quoted::{difference, shortened};
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    blocks(matter).iter().filter_map(|block| finding(matter, block)).collect()
}

fn finding(matter: &Matter<'_>, block: &Block<'_>) -> Option<Found> {
    let Likeness::Altered { quotation, near } = block.likeness(matter) else { return None };
    let claims = &matter.record.facts.claims;
    let claim = &claims[*block.claims.first()?].entry.id;
    let message = format!("this block quotation is not what the evidence of `{claim}` says");
    let finding = Finding::error("altered-quote", block.place, message).also(quotation.place, "quoted here");
    let finding = match near {
        Some(passage) => {
            finding.label(format!("it says `{}`", shortened(&passage.words))).help(format!(
                "{}: take over its words, and put `[…]` where you leave some out",
                difference(&passage, "the evidence")
            ))
        }
        None => finding.label("its words are others").help(
            "quote the evidence word by word, or add evidence with this `quote`; what is told in other words is no block quotation",
        ),
    };
    Some(Found { entry: Any::Article(block.key), finding })
}
