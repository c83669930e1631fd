//! What a page is about, for search engines and other programs: JSON-LD in the words of schema.org.
//!
//! It says what the record says and no more, and only where the report has a `base_url`: things are known by their full
//! addresses.

use serde_json::{Map, Value, json};

use super::citations::called;
use crate::model::{
    Author, Claim, Correction, Date, Document, DocumentType, Event, Facts, Key, Kind, Name, Source, Speaker,
};
use crate::text::At;
use crate::view::{Head, Link, Page, permalink};

/// The data of a page, as it may stand in a `script` element; nothing where there is nothing to say.
#[must_use]
pub(super) fn linked(page: &Page, head: &Head, facts: &Facts) -> Option<String> {
    let told = Told { facts, base: facts.report.base_url.as_deref()?, head };
    let mut graph: Vec<Value> = told.subject(page).into_iter().collect();
    graph.extend(told.crumbs());
    if graph.is_empty() {
        return None;
    }
    let json = json!({"@context": "https://schema.org", "@graph": graph}).to_string();
    // Nothing in it can end the element (HTML, 4.12.1.3).
    Some(json.replace('<', "\\u003c"))
}

struct Told<'t> {
    facts: &'t Facts,
    base: &'t str,
    head: &'t Head,
}

impl Told<'_> {
    fn url(&self, address: &str) -> String {
        permalink(self.base, address)
    }

    fn entry_url(&self, kind: Kind, id: &str) -> String {
        self.url(&format!("{}/{id}.html", kind.section()))
    }

    fn own(&self) -> String {
        self.url(&self.head.address)
    }

    fn subject(&self, page: &Page) -> Option<Value> {
        match page {
            Page::Front => Some(self.site()),
            Page::Method => Some(self.dataset()),
            Page::Article(key) => self.article(*key),
            Page::Claim(key) => self.claim(*key),
            Page::Person(key) => {
                let person = self.facts.people.get(*key)?;
                let mut told = self.thing("Person", &person.name.value);
                let jobs: Vec<Value> = person.roles.iter().map(|role| json!(role.title.value)).collect();
                put(&mut told, "jobTitle", (!jobs.is_empty()).then(|| jobs.into()));
                let also: Vec<&str> = person.entry.also.iter().map(|name| name.value.as_str()).collect();
                put(&mut told, "alternateName", (!also.is_empty()).then(|| json!(also)));
                Some(told.into())
            }
            Page::Organisation(key) => {
                let body = self.facts.organisations.get(*key)?;
                let mut told = self.thing("Organization", &body.name.value);
                put(&mut told, "sameAs", words(body.entry.url.as_ref()));
                Some(told.into())
            }
            Page::Source(key) => self.source(*key),
            Page::Document(key) => {
                let document = self.facts.documents.get(*key)?;
                let mut told = self.document(document);
                told.insert("@id".to_owned(), self.own().into());
                Some(told.into())
            }
            Page::Date(key) => self.event(self.facts.dates.get(*key)?),
            _ => None,
        }
    }

    /// What every thing has.
    fn thing(&self, kind: &str, name: &str) -> Map<String, Value> {
        let told = json!({"@type": kind, "@id": self.own(), "name": name, "url": self.own()});
        let Value::Object(mut told) = told else { return Map::new() };
        let description =
            (self.head.description != self.head.title).then(|| self.head.description.as_str().into());
        put(&mut told, "description", description);
        told
    }

    fn site(&self) -> Value {
        let report = &self.facts.report;
        let mut told = self.thing("WebSite", &report.title);
        put(&mut told, "inLanguage", Some(report.language.as_str().into()));
        put(&mut told, "publisher", self.publisher());
        put(&mut told, "license", self.licence());
        told.into()
    }

    fn publisher(&self) -> Option<Value> {
        let publisher = &self.facts.report.publisher;
        let name = publisher.name.as_ref()?;
        let mut told = Map::new();
        put(&mut told, "@type", Some("NewsMediaOrganization".into()));
        put(&mut told, "name", Some(name.as_str().into()));
        put(&mut told, "url", publisher.url.as_deref().map(Value::from));
        Some(told.into())
    }

    /// SPDX has an address for each of its licences.
    fn licence(&self) -> Option<Value> {
        let licence = self.facts.report.licence.as_ref()?;
        Some(format!("https://spdx.org/licenses/{licence}.html").into())
    }

    fn dataset(&self) -> Value {
        let report = &self.facts.report;
        let mut told = self.thing("Dataset", &report.title);
        let file = |name: &str, kind: &str| json!({"@type": "DataDownload", "contentUrl": self.url(&format!("data/{name}")), "encodingFormat": kind});
        let kinds = ["claims", "people", "organisations", "sources", "documents", "dates", "articles"];
        let files = kinds.iter().flat_map(|kind| {
            [file(&format!("{kind}.csv"), "text/csv"), file(&format!("{kind}.json"), "application/json")]
        });
        put(&mut told, "distribution", Some(files.collect::<Vec<_>>().into()));
        put(&mut told, "license", self.licence());
        put(&mut told, "creator", self.publisher());
        told.into()
    }

    fn article(&self, key: Key<crate::model::Article>) -> Option<Value> {
        let article = self.facts.articles.get(key)?;
        let mut told = self.thing("NewsArticle", &article.title.value);
        put(&mut told, "headline", Some(article.title.value.as_str().into()));
        put(&mut told, "mainEntityOfPage", Some(self.own().into()));
        put(&mut told, "inLanguage", Some(self.head.language.as_str().into()));
        put(&mut told, "datePublished", machine(article.date.as_ref()));
        put(&mut told, "dateModified", machine(article.updated.as_ref().or(article.date.as_ref())));
        let authors: Vec<Value> =
            article.authors.iter().filter_map(|author| self.author(&author.value)).collect();
        let authors = if authors.is_empty() { self.publisher() } else { Some(authors.into()) };
        put(&mut told, "author", authors);
        put(&mut told, "publisher", self.publisher());
        put(&mut told, "license", self.licence());
        put(&mut told, "isPartOf", Some(json!({"@id": self.url("index.html")})));
        let mut cited = Vec::new();
        for claim in article.references.iter().flat_map(|reference| &reference.targets) {
            let crate::model::Any::Claim(claim) = claim.value else { continue };
            let Some(claim) = self.facts.claims.get(claim) else { continue };
            for document in claim.evidence.iter().map(|piece| piece.document.value) {
                if !cited.contains(&document) {
                    cited.push(document);
                }
            }
        }
        let cited: Vec<Value> = cited
            .into_iter()
            .filter_map(|key| Some(self.document(self.facts.documents.get(key)?).into()))
            .collect();
        put(&mut told, "citation", (!cited.is_empty()).then(|| cited.into()));
        put(&mut told, "correction", corrections(&article.corrections));
        let original = article.translation_of.as_ref().and_then(|at| self.facts.articles.get(at.value));
        let original = original.map(|original| self.entry_url(Kind::Article, original.entry.id.as_str()));
        put(&mut told, "translationOfWork", original.map(|url| json!({"@type": "NewsArticle", "@id": url})));
        let image = article.entry.image.as_ref().and_then(|image| self.facts.pictures.get(image.value));
        put(&mut told, "image", image.map(|image| self.url(&image.path).into()));
        Some(told.into())
    }

    fn author(&self, author: &Author) -> Option<Value> {
        let (kind, name, url) = match author {
            Author::Words(name) => ("Person", name.clone(), None),
            Author::Speaker(speaker) => {
                let kind = if let Speaker::Person(_) = speaker { "Person" } else { "Organization" };
                (kind, called(*speaker, self.facts)?, self.speaker_url(*speaker))
            }
        };
        let mut told = Map::new();
        put(&mut told, "@type", Some(kind.into()));
        put(&mut told, "name", Some(name.into()));
        put(&mut told, "url", url.map(Value::from));
        Some(told.into())
    }

    fn speaker_url(&self, speaker: Speaker) -> Option<String> {
        let any = speaker.into();
        let entry = self.facts.entry(any)?;
        Some(self.entry_url(any.kind(), entry.id.as_str()))
    }

    /// A claim; where we looked for ourselves, our review of it.
    fn claim(&self, key: Key<Claim>) -> Option<Value> {
        let claim = self.facts.claims.get(key)?;
        let mut told = self.thing("Claim", &claim.text.value);
        told.remove("description");
        put(&mut told, "text", Some(claim.text.value.as_str().into()));
        put(&mut told, "creativeWorkStatus", Some(claim.status.value.word().into()));
        let authors: Vec<Value> = claim
            .support
            .groups
            .iter()
            .flat_map(|group| &group.speakers)
            .filter_map(|speaker| self.author(&Author::Speaker(*speaker)))
            .collect();
        put(&mut told, "author", (!authors.is_empty()).then(|| authors.into()));
        let mut opened = Vec::new();
        for key in claim.evidence.iter().map(|piece| piece.document.value) {
            if !opened.contains(&key) {
                opened.push(key);
            }
        }
        let opened: Vec<Value> = opened
            .into_iter()
            .filter_map(|key| Some(self.document(self.facts.documents.get(key)?).into()))
            .collect();
        put(&mut told, "appearance", (!opened.is_empty()).then(|| opened.into()));
        put(&mut told, "correction", corrections(&claim.corrections));
        let Some(checked) = &claim.checked else { return Some(told.into()) };
        let review = json!({
            "@type": "ClaimReview",
            "url": self.own(),
            "claimReviewed": claim.text.value,
            "datePublished": machine(Some(&checked.value.date)),
            "author": self.publisher().unwrap_or_else(|| json!({"@type": "Person", "name": checked.value.by.value})),
            "reviewRating": {"@type": "Rating", "alternateName": claim.status.value.word(), "ratingExplanation": checked.value.how.value},
            "itemReviewed": told,
        });
        Some(review)
    }

    /// Who informs; of one that is not named, nothing.
    fn source(&self, key: Key<Source>) -> Option<Value> {
        let source = self.facts.sources.get(key)?;
        let Name::Known(name) = &source.name else { return None };
        let mut told = self.thing("NewsMediaOrganization", &name.value);
        put(&mut told, "sameAs", words(source.entry.url.as_ref()));
        Some(told.into())
    }

    fn document(&self, document: &Document) -> Map<String, Value> {
        let kind = match document.kind.value {
            DocumentType::Book => "Book",
            DocumentType::Photograph => "Photograph",
            DocumentType::Film | DocumentType::Broadcast => "Clip",
            _ => "CreativeWork",
        };
        let url = self.entry_url(Kind::Document, document.entry.id.as_str());
        let mut told = Map::new();
        put(&mut told, "@type", Some(kind.into()));
        put(&mut told, "@id", Some(url.as_str().into()));
        put(&mut told, "name", Some(document.title.value.as_str().into()));
        put(&mut told, "url", words(document.entry.url.as_ref()).or(Some(url.into())));
        put(&mut told, "genre", Some(document.kind.value.word().into()));
        put(&mut told, "inLanguage", words(document.language.as_ref()));
        put(&mut told, "datePublished", machine(document.published.as_ref()));
        let publisher = document.source.as_ref().and_then(|source| called(source.value, self.facts));
        put(&mut told, "publisher", publisher.map(|name| json!({"@type": "Organization", "name": name})));
        let original = document.copy_of.as_ref().and_then(|at| self.facts.documents.get(at.value));
        let original =
            original.map(|one| json!({"@id": self.entry_url(Kind::Document, one.entry.id.as_str())}));
        put(&mut told, "isBasedOn", original);
        told
    }

    /// Something that happened. Where it did not happen anywhere that is known, schema.org has no word for it.
    fn event(&self, event: &Event) -> Option<Value> {
        let place = event.location.as_ref()?;
        let (first, last) = (event.date.value.earliest().day()?, event.date.value.latest().day());
        let mut told = self.thing("Event", &event.title.value);
        put(&mut told, "startDate", Some(first.to_string().into()));
        put(&mut told, "endDate", last.filter(|last| *last != first).map(|last| last.to_string().into()));
        let mut location = Map::new();
        put(&mut location, "@type", Some("Place".into()));
        put(&mut location, "name", Some(place.name.as_str().into()));
        let country = place.country.as_deref();
        put(
            &mut location,
            "address",
            country.map(|code| json!({"@type": "PostalAddress", "addressCountry": code})),
        );
        put(
            &mut location,
            "geo",
            place
                .position
                .map(|(lat, lon)| json!({"@type": "GeoCoordinates", "latitude": lat, "longitude": lon})),
        );
        put(&mut told, "location", Some(location.into()));
        Some(told.into())
    }

    /// The way here from the front page.
    fn crumbs(&self) -> Option<Value> {
        if self.head.crumbs.is_empty() {
            return None;
        }
        let way =
            self.head.crumbs.iter().map(|Link { address, words, .. }| (address.as_str(), words.as_str()));
        let way = way.chain(std::iter::once((self.head.address.as_str(), self.head.title.as_str())));
        let items: Vec<Value> = way
            .enumerate()
            .map(|(place, (address, name))| {
                json!({"@type": "ListItem", "position": place + 1, "name": name, "item": self.url(address)})
            })
            .collect();
        Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
    }
}

fn put(told: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        told.insert(name.to_owned(), value);
    }
}

fn words(field: Option<&At<String>>) -> Option<Value> {
    field.map(|words| words.value.as_str().into())
}

/// A date as schema.org takes it: as exact as a year, a month, a day or an instant.
fn machine(date: Option<&At<Date>>) -> Option<Value> {
    date?.value.machine().map(Value::from)
}

fn corrections(corrections: &[Correction]) -> Option<Value> {
    let told: Vec<Value> = corrections
        .iter()
        .map(|correction| {
            let mut told = Map::new();
            put(&mut told, "@type", Some("CorrectionComment".into()));
            let text = [&correction.why, &correction.now].into_iter().flatten().next();
            put(&mut told, "text", text.map(|text| text.value.as_str().into()));
            put(&mut told, "datePublished", machine(Some(&correction.date)));
            told.into()
        })
        .collect();
    (!told.is_empty()).then(|| told.into())
}
