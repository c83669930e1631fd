//! How to cite documents, articles and claims, in plain words.

use super::book::Book;
use super::lines::summary;
use super::words;
use crate::model::{Article, Author, Claim, Date, Document, Key};
use crate::speech::told;
use crate::text::At;

impl Book<'_> {
    /// `Änne Łoś: “Titel”. In: Sammelband, vol. 2, pp. 3–5. Der Spiegel, 12 March 2024. https://… (opened 23 November 2026).`
    pub(super) fn cite_document(&self, document: &Document) -> String {
        let authors = self.author_names(&document.authors);
        let mut parts = Vec::new();
        let title = words::quoted(self.speech, &document.title);
        parts.push(if authors.is_empty() {
            title
        } else {
            format!("{}: {title}", self.speech.all_of(&authors))
        });
        if let Some(container) = &document.container {
            let mut words = told!(self.speech, "cite-in", container = &container.value);
            for (name, field) in
                [("volume", &document.volume), ("issue", &document.issue), ("pages", &document.pages)]
            {
                if let Some(value) = field {
                    let part = told!(self.speech, "cite-part", part = name, value = &value.value);
                    words = format!("{words}, {part}");
                }
            }
            parts.push(words);
        }
        let publisher = document.source.as_ref().and_then(|source| self.names.speaker(source.value));
        let publisher = publisher.map(|publisher| publisher.words);
        let said = |name: &String| {
            authors.contains(name) || document.container.as_ref().is_some_and(|one| one.value == *name)
        };
        let publisher = publisher.filter(|name| !said(name));
        let date = document
            .published
            .as_ref()
            .or(document.created.as_ref())
            .map(|date| date.value.words_in(self.speech));
        let out: Vec<String> = publisher.into_iter().chain(date).collect();
        if !out.is_empty() {
            parts.push(out.join(", "));
        }
        parts.extend(document.doi.as_ref().map(|doi| format!("DOI {}", doi.value)));
        parts.extend(document.isbn.as_ref().map(|isbn| format!("ISBN {}", isbn.value)));
        let citation = sentences(&parts);
        let opened = document.accessed.as_ref();
        let opened = opened.map_or(self.speech.say("cite-not-opened").to_owned(), |opened| {
            told!(self.speech, "cite-opened", date = &opened.value.words_in(self.speech))
        });
        match &document.entry.url {
            Some(url) => format!("{citation} {} ({opened}).", url.value),
            None => format!("{citation} {}.", words::capital(&opened)),
        }
    }

    /// How to cite an article of the report.
    pub(super) fn cite_article(&self, key: Key<Article>, article: &Article) -> String {
        let authors = self.author_names(&article.authors);
        let title = words::quoted(self.speech, &article.title);
        let title =
            if authors.is_empty() { title } else { format!("{}: {title}", self.speech.all_of(&authors)) };
        let day = |date: &At<Date>| date.value.words_in(self.speech);
        let date = article.date.as_ref().map(day);
        let updated = article.updated.as_ref().filter(|updated| article.date.as_ref() != Some(updated));
        let date: Vec<String> = date
            .into_iter()
            .chain(updated.map(|date| told!(self.speech, "cite-updated", date = &day(date))))
            .collect();
        self.cite(title, date.join(", "), &self.names.address_of(key.into()).unwrap_or_default())
    }

    /// How to cite a claim, with how it stands now.
    pub(super) fn cite_claim(&self, key: Key<Claim>, claim: &Claim) -> String {
        let title = format!(
            "{} ({})",
            words::quoted(self.speech, &claim.text),
            words::status(self.speech, claim.status.value)
        );
        let changed =
            self.changed_claim(claim).map(|when| told!(self.speech, "cite-as-of", date = &when.words));
        self.cite(title, changed.unwrap_or_default(), &self.names.address_of(key.into()).unwrap_or_default())
    }

    fn cite(&self, title: String, date: String, address: &str) -> String {
        let report = &self.facts.report;
        let mut parts = vec![title, report.title.clone()];
        let published: Vec<String> =
            report.publisher.name.iter().cloned().chain((!date.is_empty()).then_some(date)).collect();
        if !published.is_empty() {
            parts.push(published.join(", "));
        }
        let citation = sentences(&parts);
        match &report.base_url {
            Some(base) => format!("{citation} {base}{address}"),
            None => citation,
        }
    }

    fn author_names(&self, authors: &[At<Author>]) -> Vec<String> {
        authors.iter().filter_map(|one| Some(self.names.author(&one.value)?.words)).collect()
    }

    /// What an article tells: its summary, or its first words.
    pub(super) fn gist(&self, article: &Article) -> String {
        summary(&article.entry).unwrap_or_else(|| self.first_words(article))
    }

    /// The first words of an article's text.
    #[expect(clippy::unused_self, reason = "names that are written for an author will be looked up")]
    fn first_words(&self, article: &Article) -> String {
        use pulldown_cmark::{Event, Tag, TagEnd};
        let mut words = String::new();
        let mut aside = 0_u32;
        for (event, _) in &article.prose.events {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => aside += 1,
                Event::End(TagEnd::Heading(_) | TagEnd::Image | TagEnd::CodeBlock) => {
                    aside = aside.saturating_sub(1);
                }
                Event::Text(text) | Event::Code(text) if aside == 0 && !text.starts_with('@') => {
                    words.push_str(text);
                }
                Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => words.push(' '),
                _ => {}
            }
            if words.len() > 400 {
                break;
            }
        }
        words
    }
}

fn sentences(parts: &[String]) -> String {
    let closed: Vec<String> = parts
        .iter()
        .map(|part| if part.ends_with(['.', '!', '?']) { part.clone() } else { format!("{part}.") })
        .collect();
    closed.join(" ")
}
