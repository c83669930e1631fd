//! The sitemap (sitemaps.org, protocol 0.9).

use super::escape::{address_escaped, xml_escaped};

/// How many addresses a sitemap may hold.
const MOST: usize = 50_000;

/// A page of the sitemap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapPage {
    /// Its address from the report's top.
    pub address: String,
    /// When what it shows last changed: a day or a moment as in W3C Datetime.
    pub changed: Option<String>,
}

/// The sitemap's files, each with its address from the report's top: `sitemap.xml`, and, where there are more pages
/// than one file may hold, `sitemap-1.xml` and so on, which it then lists.
///
/// A sitemap needs whole addresses: without a `base_url` there is none.
#[must_use]
pub fn sitemap(base_url: &str, pages: &[SitemapPage]) -> Vec<(String, String)> {
    if pages.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), listing(base_url, "urlset", "url", pages))];
    }
    let parts = pages.chunks(MOST).enumerate();
    let parts: Vec<_> = parts
        .map(|(index, part)| (format!("sitemap-{}.xml", index + 1), listing(base_url, "urlset", "url", part)))
        .collect();
    let listed: Vec<SitemapPage> =
        parts.iter().map(|(address, _)| SitemapPage { address: address.clone(), changed: None }).collect();
    let mut files = vec![("sitemap.xml".to_owned(), listing(base_url, "sitemapindex", "sitemap", &listed))];
    files.extend(parts);
    files
}

fn listing(base_url: &str, whole: &str, part: &str, pages: &[SitemapPage]) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{whole} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    let base = address_escaped(base_url);
    for page in pages {
        let changed = page.changed.as_deref().map(xml_escaped);
        let changed = changed.map_or(String::new(), |changed| format!("<lastmod>{changed}</lastmod>"));
        let address = address_escaped(&page.address);
        xml.extend(["<", part, "><loc>", &base, &address, "</loc>", &changed, "</", part, ">\n"]);
    }
    xml.extend(["</", whole, ">\n"]);
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(address: &str) -> SitemapPage {
        SitemapPage { address: address.into(), changed: None }
    }

    fn addresses(xml: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(xml).unwrap();
        let locations = document.descendants().filter(|node| node.has_tag_name("loc"));
        locations.filter_map(|location| location.text().map(str::to_owned)).collect()
    }

    #[test]
    fn every_page_has_its_whole_address_and_its_last_change() {
        let changed = SitemapPage { changed: Some("2024-03-12".into()), ..page("claims/ä&b.html") };
        let files = sitemap("https://example.org/leak/", &[page("index.html"), changed]);
        assert_eq!(files.len(), 1);
        let (address, xml) = &files[0];
        assert_eq!(address, "sitemap.xml");
        assert_eq!(
            addresses(xml),
            ["https://example.org/leak/index.html", "https://example.org/leak/claims/%C3%A4&b.html"]
        );
        assert!(xml.contains("<lastmod>2024-03-12</lastmod></url>"), "{xml}");
    }

    #[test]
    fn more_pages_than_a_file_may_hold_are_split() {
        let pages: Vec<SitemapPage> =
            (0..=MOST).map(|number| page(&format!("claims/ł-{number}.html"))).collect();
        let files = sitemap("https://example.org/", &pages);
        assert_eq!(
            addresses(&files[0].1),
            ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"]
        );
        assert_eq!(addresses(&files[1].1).len() + addresses(&files[2].1).len(), MOST + 1);
    }
}
