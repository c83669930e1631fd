//! Atom feeds (RFC 4287).

use sha2::{Digest as _, Sha256};

use super::escape::{address_escaped, xml_escaped};
use crate::view::{Feed, FeedEntry, Site};

/// The feed's file. Where the report has no `base_url`, its links are relative to the file, and its ids are URNs, so
/// that they stay the same wherever the report is put.
#[must_use]
pub fn feed(feed: &Feed, site: &Site) -> String {
    let base = site.base_url.as_deref().unwrap_or_default();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.extend([
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
        &xml_escaped(&site.language),
        "\">\n",
    ]);
    element(&mut xml, "id", &permanent(&feed.address, site));
    element(&mut xml, "title", &feed.title);
    if let Some(summary) = &site.summary {
        element(&mut xml, "subtitle", summary);
    }
    element(&mut xml, "updated", &feed.updated);
    xml.push_str("<author>\n");
    element(&mut xml, "name", site.publisher.as_deref().unwrap_or(&site.title));
    if let Some(url) = &site.publisher_url {
        element(&mut xml, "uri", url);
    }
    xml.push_str("</author>\n");
    if let Some(licence) = &site.licence {
        element(&mut xml, "rights", licence);
    }
    if !base.is_empty() {
        link(&mut xml, "self", base, &feed.address);
    }
    link(&mut xml, "alternate", base, "index.html");
    for one in &feed.entries {
        entry(&mut xml, one, site);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(xml: &mut String, entry: &FeedEntry, site: &Site) {
    xml.push_str("<entry>\n");
    element(xml, "id", &permanent(&entry.id, site));
    element(xml, "title", &entry.title);
    element(xml, "updated", &entry.updated);
    if let Some(published) = &entry.published {
        element(xml, "published", published);
    }
    link(xml, "alternate", site.base_url.as_deref().unwrap_or_default(), &entry.address);
    if let Some(summary) = &entry.summary {
        element(xml, "summary", summary);
    }
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, words: &str) {
    xml.extend(["<", name, ">", &xml_escaped(words), "</", name, ">\n"]);
}

fn link(xml: &mut String, rel: &str, base: &str, address: &str) {
    let (base, address) = (address_escaped(base), address_escaped(address));
    xml.extend(["<link rel=\"", rel, "\" href=\"", &base, &address, "\"/>\n"]);
}

/// An id that is an IRI: what has a scheme already stays as it is; anything else is put below `base_url`, or, without
/// one, made a URN of the report's title and the id.
fn permanent(id: &str, site: &Site) -> String {
    if id.contains(':') {
        return id.to_owned();
    }
    if let Some(base) = &site.base_url {
        return format!("{base}{id}");
    }
    let digest = Sha256::new()
        .chain_update(site.title.as_bytes())
        .chain_update([0])
        .chain_update(id.as_bytes())
        .finalize();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, own)| *byte = own);
    // RFC 9562: version 8 is made of bytes of one's own, here of a digest.
    let number = u128::from_be_bytes(bytes) & !(0xf << 76) & !(0b11 << 62) | 8 << 76 | 0b10 << 62;
    let part = |from: u32, digits: usize| format!("{:0digits$x}", number >> from & ((1 << (4 * digits)) - 1));
    format!("urn:uuid:{}-{}-{}-{}-{}", part(96, 8), part(80, 4), part(64, 4), part(48, 4), part(0, 12))
}

#[cfg(test)]
mod tests {
    use roxmltree::{Document, Node};

    use super::*;

    fn site(base_url: Option<&str>) -> Site {
        Site {
            title: "Wyciek & Łódź".into(),
            summary: Some("Co wiadomo.".into()),
            language: "pl".into(),
            spoken: "pl".into(),
            base_url: base_url.map(Into::into),
            publisher: Some("Redakcja <ö>".into()),
            publisher_url: Some("https://redakcja.example".into()),
            contact: None,
            licence: Some("CC-BY-4.0".into()),
            menu: Vec::new(),
            standings: Vec::new(),
            claims: 0,
            corroborated_origins: 2,
        }
    }

    fn articles() -> Feed {
        Feed {
            title: "Artykuły".into(),
            address: "feed.xml".into(),
            updated: "2024-03-12T18:00:00Z".into(),
            entries: vec![FeedEntry {
                title: "Kto\u{0}\u{1b} <b>\u{ffff} & co".into(),
                address: "articles/über.html".into(),
                updated: "2024-03-12T18:00:00Z".into(),
                published: Some("2024-03-11T08:00:00Z".into()),
                summary: Some("Gräfe ]]> \"mówi\"".into()),
                id: "articles/uber".into(),
            }],
        }
    }

    fn words<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
        node.children().find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)))?.text()
    }

    fn href<'a>(node: Node<'a, 'a>, rel: &str) -> Option<&'a str> {
        node.children().find(|child| child.attribute("rel") == Some(rel))?.attribute("href")
    }

    #[test]
    fn a_reader_finds_title_date_link_and_summary() {
        let xml = feed(&articles(), &site(Some("https://example.org/leak/")));
        let document = Document::parse(&xml).unwrap();
        let top = document.root_element();
        assert_eq!(words(top, "id"), Some("https://example.org/leak/feed.xml"));
        assert_eq!(words(top, "title"), Some("Artykuły"));
        assert_eq!(href(top, "self"), Some("https://example.org/leak/feed.xml"));
        let author = top.children().find(|child| child.has_tag_name("author")).unwrap();
        assert_eq!(words(author, "name"), Some("Redakcja <ö>"));
        let entry = top.children().find(|child| child.has_tag_name("entry")).unwrap();
        assert_eq!(words(entry, "title"), Some("Kto <b> & co"), "what XML forbids is left out");
        assert_eq!(words(entry, "summary"), Some("Gräfe ]]> \"mówi\""));
        assert_eq!(words(entry, "published"), Some("2024-03-11T08:00:00Z"));
        assert_eq!(href(entry, "alternate"), Some("https://example.org/leak/articles/%C3%BCber.html"));
    }

    #[test]
    fn without_an_address_links_are_relative_and_ids_are_urns() {
        let xml = feed(&articles(), &site(None));
        let document = Document::parse(&xml).unwrap();
        let top = document.root_element();
        assert_eq!(href(top, "self"), None);
        let entry = top.children().find(|child| child.has_tag_name("entry")).unwrap();
        assert_eq!(href(entry, "alternate"), Some("articles/%C3%BCber.html"));
        let id = words(entry, "id").unwrap();
        assert!(id.starts_with("urn:uuid:") && id.len() == 45 && id.chars().nth(23) == Some('8'), "{id}");
        assert_ne!(Some(id), words(top, "id"));
        assert!(!xml.replace("http://www.w3.org/2005/Atom", "").contains("http://"), "{xml}");
    }
}
