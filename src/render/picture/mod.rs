//! Pictures drawn while the site is built: plain SVG that says in lines what the page says in words.
//!
//! They know views and no theme: colours and letters are the style sheet's, which finds them by their classes.

mod graph;
mod letters;
mod overview;
mod scale;
mod svg;
mod timeline;
mod way;
mod weight;

pub(super) use overview::overview;
pub(super) use timeline::timeline;
pub(super) use way::way;
pub(super) use weight::weight;

use crate::speech::Speech;

/// What the stages of a way are called, with so many who passed it on.
fn stages(relays: usize, opened: bool, speech: &Speech) -> Vec<String> {
    let mut stages = vec![speech.say("stage-first").to_owned()];
    stages.extend(std::iter::repeat_n(speech.say("stage-relay").to_owned(), relays));
    stages.push(speech.say(if opened { "stage-opened" } else { "stage-known-of" }).to_owned());
    stages
}
