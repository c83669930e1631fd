//! Where every page stands, from the report's top: these addresses do not change between versions.

use jiff::civil::Date as Day;

use crate::model::{Id, Kind, Measure, Picture};

/// The page of an entry.
pub(super) fn entry(kind: Kind, id: &Id) -> String {
    format!("{}/{id}.html", kind.section())
}

/// The card of a claim for other sites, by the claim's page.
pub(super) fn embed(claim: &str) -> String {
    claim.strip_suffix(".html").map_or_else(|| claim.to_owned(), |page| format!("{page}.embed.html"))
}

/// What programs are told that put such a card into a page (oEmbed), by the claim's page.
pub(super) fn oembed(claim: &str) -> String {
    claim.strip_suffix(".html").map_or_else(|| claim.to_owned(), |page| format!("{page}.oembed.json"))
}

/// The page that lists all entries of a kind.
pub(super) fn list(kind: Kind) -> String {
    format!("{}/index.html", kind.section())
}

/// A part of the list of claims, counted from 1. No id has a dot in it.
pub(super) fn claims(part: usize) -> String {
    match part {
        0 | 1 => list(Kind::Claim),
        _ => format!("{}/index.{part}.html", Kind::Claim.section()),
    }
}

/// The page of what was known at the end of a day.
pub(super) fn known(day: Day) -> String {
    format!("as-known/{day}.html")
}

/// A kept copy that is published; `file` is its path below `content/`.
pub(super) fn kept_copy(file: &str) -> String {
    format!("archive/{}", file.strip_prefix("archive/").unwrap_or(file))
}

/// A picture.
pub(super) fn picture(picture: &Picture) -> String {
    picture.path.clone()
}

/// The prints of a picture, with their widths: `media/graefe.3f2a9c01d4.480.webp`.
pub(crate) fn prints(picture: &Picture) -> impl Iterator<Item = (String, u32)> {
    let name = picture.path.rsplit_once('.').map_or(picture.path.as_str(), |(name, _)| name);
    let measure = picture.measure.iter();
    measure.flat_map(move |Measure { digest, prints, .. }| {
        prints.iter().map(move |width| (format!("{name}.{digest}.{width}.webp"), *width))
    })
}

/// The full address of a page.
#[must_use]
pub fn permalink(base: &str, address: &str) -> String {
    format!("{base}{}", served(address))
}

/// What a page is known as on the web: servers show the index of a folder at the folder's own address.
pub(super) fn served(address: &str) -> &str {
    match address.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => address,
    }
}

/// What to put before an address to reach it from a page.
pub(super) fn root(address: &str) -> String {
    "../".repeat(address.matches('/').count())
}

/// The path of a web address: what is served at any depth links from there.
pub(super) fn path_of(base_url: &str) -> String {
    let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    host.split_once('/').map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_lead_back_to_the_top() {
        assert_eq!(root("index.html"), "");
        assert_eq!(root("claims/x.html"), "../");
        assert_eq!(root("articles/background/how.html"), "../../");
    }

    #[test]
    fn what_is_served_at_any_depth_links_from_the_path_of_the_report() {
        assert_eq!(path_of("https://example.org/leak/"), "/leak/");
        assert_eq!(path_of("https://example.org/"), "/");
        assert_eq!(path_of("https://example.org"), "/");
    }
}
