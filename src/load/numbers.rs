//! Numbers within bounds.

use super::decode::{Decode, Decoder};
use super::shape::Shape;
use super::yaml::Node;
use crate::diagnostic::Finding;

/// A whole number, no smaller than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtLeast<const LEAST: u32>(pub u32);

impl<const LEAST: u32> Decode for AtLeast<LEAST> {
    const WHAT: &'static str = "a whole number";

    fn shape() -> Shape {
        Shape::From(LEAST)
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let number = u32::decode(node, decoder)?;
        if number < LEAST {
            let message = format!("`{number}` is too small: this must be {LEAST} or more");
            let finding = Finding::error("bad-value", decoder.place(node.span), message);
            decoder.findings.push(finding.help(format!("write `{LEAST}`, or take the field out")));
            return None;
        }
        Some(Self(number))
    }
}

/// A share of something, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share(pub f64);

impl Decode for Share {
    const WHAT: &'static str = "a number from 0 to 1";

    fn shape() -> Shape {
        Shape::Share
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?.trim();
        if let Some(share) = share(word) {
            return Some(Self(share));
        }
        let message = format!("`{word}` is not {}", Self::WHAT);
        let help = match meant(word) {
            Some(share) => format!("write `{share}`"),
            None => "write a number from 0 to 1, with a point for the fraction: `0.9`".to_owned(),
        };
        let finding = Finding::error("bad-value", decoder.place(node.span), message);
        decoder.findings.push(finding.help(help));
        None
    }
}

fn share(word: &str) -> Option<f64> {
    word.parse().ok().filter(|share| (0.0..=1.0).contains(share))
}

/// The share that was written as a percentage, or with a comma.
fn meant(word: &str) -> Option<f64> {
    /// Below this nobody can tell whether tenths or hundredths are meant.
    const SURELY_PERCENT: f64 = 10.0;
    let word = word.replace(',', ".");
    let percent = word.strip_suffix('%').map(str::trim_end);
    let number: f64 = percent.unwrap_or(&word).parse().ok()?;
    let hundredths = percent.is_some() || number >= SURELY_PERCENT;
    let meant = if hundredths { number / 100.0 } else { number };
    (0.0..=1.0).contains(&meant).then_some(meant)
}
