//! What holds over all pages of a report.

use super::*;

fn addresses(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(address)) = fields.get("address") {
                into.insert(address.clone());
            }
            fields.values().for_each(|value| addresses(value, into));
        }
        Value::Array(items) => items.iter().for_each(|value| addresses(value, into)),
        _ => {}
    }
}

#[test]
fn every_link_leads_to_a_page_or_a_published_file() {
    let public = everything();
    let book = Book::new(&public, Speech::english());
    let pages = book.pages();
    let mut known: BTreeSet<String> = pages.iter().map(|page| book.address(page)).collect();
    assert_eq!(known.len(), pages.len(), "no two pages stand at one address");
    known.extend(["media/gräfe.jpg".to_owned(), "archive/open.txt".to_owned()]);
    for page in &pages {
        let view = book.view(page);
        let mut linked = BTreeSet::new();
        addresses(&serde_json::to_value(&view).unwrap(), &mut linked);
        if let View::Article(_, text) = &view {
            for tie in text.ties.iter().flatten() {
                if let Tie::Page(link) | Tie::File(link) = tie {
                    linked.insert(link.address.clone());
                }
            }
        }
        let page_of = |link: &String| link.split('#').next().unwrap_or_default().to_owned();
        let lost: Vec<_> = linked.iter().filter(|link| !known.contains(&page_of(link))).collect();
        assert!(lost.is_empty(), "{} leads to {lost:?}", book.address(page));
    }
    let mut menu = BTreeSet::new();
    addresses(&serde_json::to_value(book.site()).unwrap(), &mut menu);
    assert!(menu.is_subset(&known), "{menu:?}");
    for old in ["people/graefe.html", "claims/telefon.html", "articles/alt/anruf.html", "dates/ruf.html"] {
        let View::Redirect(page) = view(&book, old) else { panic!("{old}") };
        assert!(known.contains(&page.to.address));
    }
}

#[test]
fn nothing_that_is_not_public_is_in_any_view() {
    let public = everything();
    let book = Book::new(&public, Speech::english());
    for page in book.pages() {
        let view = book.view(&page);
        let mut seen = format!("{view:?} {}", serde_json::to_string(&view).unwrap()).to_lowercase();
        seen.push_str(&book.address(&page));
        for secret in ["geheim", "müller", "kept.txt", "draft-claim", "embargoed"] {
            assert!(!without_prose(&seen).contains(secret), "`{secret}` stands in {}", book.address(&page));
        }
    }
    let View::Source(insider) = view(&book, "sources/insider.html") else { panic!() };
    assert_eq!(insider.subject.name, "A person briefed on it");
    assert_eq!(insider.confidential.as_deref(), Some("Fears dismissal."));
    let page = claim(&book, "mobile");
    assert_eq!(
        page.card.claim.counted, "one origin, passed on by one outlet",
        "what counts with a body in secret does not add to it"
    );
    assert_eq!(
        claim(&book, "denial").card.who,
        "Frank Gräfe says so, in their own name. We read it in Der Spiegel’s letter."
    );
    let support = page.support.as_ref().unwrap();
    let secret = support.groups.iter().find(|group| group.why.contains("confidential")).unwrap();
    assert!(!secret.why.contains("Ministerium"), "{}", secret.why);
}

/// The words of an article as typed hold the paths its author typed; they are not shown.
fn without_prose(seen: &str) -> String {
    match (seen.find("prose: prose"), seen.find("ties: [")) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}", &seen.get(..start).unwrap(), &seen.get(end..).unwrap())
        }
        _ => seen.to_owned(),
    }
}

#[test]
fn an_empty_report_has_all_its_pages_and_says_why_they_are_empty() {
    let public = public_of(&[]);
    let book = Book::new(&public, Speech::english());
    let menu: Vec<_> = book.site().menu.iter().map(|link| link.words.as_str()).collect();
    assert_eq!(menu, ["Front page", "Corrections", "How we verify", "Search"]);
    for page in book.pages() {
        let view = serde_json::to_value(book.view(&page)).unwrap();
        let description = view["head"]["description"].as_str().unwrap();
        assert!(!description.is_empty() && description.chars().count() <= 160, "{description}");
    }
    let View::NotFound(page) = view(&book, "404.html") else { panic!() };
    assert_eq!(page.head.root, "/leak/");
    assert_eq!(book.feeds()[0].updated, "1970-01-01T00:00:00Z");
}
