//! Cards for other sites: what to copy, and what programs are told that make cards of links (oEmbed 1.0).

use super::address;
use super::book::Book;
use super::parts::Embed;
use super::words::cut;
use crate::model::{Any, Claim, Key};

/// How wide and high a card is where nobody says otherwise, in CSS pixels.
const SIZE: [u32; 2] = [600, 360];

/// A card for programs that make cards of links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where the offer stands, from the report's top.
    pub address: String,
    /// What the card is called.
    pub title: String,
    /// Who offers it.
    pub provider: String,
    /// Where the report is.
    pub provider_url: String,
    /// HTML to put into a page.
    pub html: String,
    /// How wide and high it is, in CSS pixels.
    pub size: [u32; 2],
}

impl Book<'_> {
    /// How others put the card of a claim into their pages. Nothing where the report has no `base_url`: the frame would
    /// lead nowhere.
    pub(super) fn embed(&self, key: Key<Claim>) -> Option<Embed> {
        let page = self.names.address_of(Any::Claim(key))?;
        let card = self.permalink(&address::embed(&page))?;
        let text = escaped(&cut(&self.facts.claims.get(key)?.text, 100));
        let [width, height] = SIZE;
        let card = escaped(&card);
        Some(Embed {
            html: format!(
                "<iframe src=\"{card}\" title=\"{text}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" style=\"border: 0; max-width: 100%\"></iframe>"
            ),
            oembed: self.permalink(&address::oembed(&page))?,
        })
    }

    /// What is offered to programs: a card for each claim.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let Some(base_url) = &self.facts.report.base_url else { return Vec::new() };
        let report = &self.facts.report;
        let offer = |key: &Key<Claim>| {
            Some(Offer {
                address: address::oembed(&self.names.address_of(Any::Claim(*key))?),
                title: self.facts.claims.get(*key)?.text.value.clone(),
                provider: report.publisher.name.clone().unwrap_or_else(|| report.title.clone()),
                provider_url: base_url.clone(),
                html: self.embed(*key)?.html,
                size: SIZE,
            })
        };
        self.order.claims.iter().filter_map(offer).collect()
    }
}

/// For an attribute of HTML.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
