//! oEmbed 1.0: what other sites' programs are told that make a card of a link to a claim.

use serde_json::json;

use crate::view::Offer;

/// For how long others may keep it, in seconds: a day, so that corrections reach them.
const KEPT: u32 = 86_400;

/// The answer, as a file.
pub(super) fn oembed(offer: &Offer) -> Vec<u8> {
    let [width, height] = offer.size;
    let told = json!({
        "version": "1.0",
        "type": "rich",
        "title": offer.title,
        "provider_name": offer.provider,
        "provider_url": offer.provider_url,
        "cache_age": KEPT,
        "html": offer.html,
        "width": width,
        "height": height,
    });
    told.to_string().into_bytes()
}
