//! How to cite documents, articles and claims, in plain words.

use super::book::Book;
use super::lines::summary;
use super::reference::Reference;
use super::words;
use crate::model::{Article, Claim, Date, Document, Key};
use crate::speech::told;
use crate::text::At;

impl Book<'_> {
    /// `Änne Łoś: “Titel”. In: Sammelband, vol. 2, pp. 3–5. Der Spiegel, 12 March 2024. https://… (opened 23 November 2026).`
    ///
    /// Not by one of the citation styles: none of them can say "before 12 March 2024", or that a document was not opened.
    pub(super) fn cite_document(&self, document: &Document) -> String {
        let reference = self.reference_of_document(document);
        let mut parts = vec![self.titled(&reference)];
        if let Some(container) = &reference.container {
            let mut words = told!(self.speech, "cite-in", container = container);
            let within =
                [("volume", &reference.volume), ("issue", &reference.issue), ("pages", &reference.pages)];
            for (name, value) in within {
                if let Some(value) = value {
                    let part = told!(self.speech, "cite-part", part = name, value = value);
                    words = format!("{words}, {part}");
                }
            }
            parts.push(words);
        }
        let said = |name: &String| {
            reference.authors.contains(name) || reference.container.as_ref().is_some_and(|one| one == name)
        };
        let publisher = reference.publisher.clone().filter(|name| !said(name));
        let date = reference.issued.as_ref().map(|date| date.words_in(self.speech));
        let out: Vec<String> = publisher.into_iter().chain(date).collect();
        if !out.is_empty() {
            parts.push(out.join(", "));
        }
        parts.extend(reference.doi.as_ref().map(|doi| format!("DOI {doi}")));
        parts.extend(reference.isbn.as_ref().map(|isbn| format!("ISBN {isbn}")));
        let citation = sentences(&parts);
        let opened = reference.accessed.as_ref().map_or_else(
            || self.speech.say("cite-not-opened").to_owned(),
            |opened| told!(self.speech, "cite-opened", date = &opened.words_in(self.speech)),
        );
        match &reference.url {
            Some(url) => format!("{citation} {url} ({opened})."),
            None => format!("{citation} {}.", words::capital(&opened)),
        }
    }

    /// How to cite an article of the report.
    pub(super) fn cite_article(&self, key: Key<Article>, article: &Article) -> String {
        let reference = self.reference_of_article(key, article);
        let day = |date: &At<Date>| date.value.words_in(self.speech);
        let date = article.date.as_ref().map(day);
        let updated = article.updated.as_ref().filter(|updated| article.date.as_ref() != Some(updated));
        let updated = updated.map(|date| told!(self.speech, "cite-updated", date = &day(date)));
        let date: Vec<String> = date.into_iter().chain(updated).collect();
        cite(self.titled(&reference), date.join(", "), &reference)
    }

    /// How to cite a claim, with how it stands now.
    pub(super) fn cite_claim(&self, key: Key<Claim>, claim: &Claim) -> String {
        let reference = self.reference_of_claim(key, claim);
        let status = reference.note.as_deref().unwrap_or_default();
        let title = format!("{} ({status})", self.titled(&reference));
        let changed = reference.issued.as_ref().map(|date| date.words_in(self.speech));
        let changed = changed.map(|date| told!(self.speech, "cite-as-of", date = &date));
        cite(title, changed.unwrap_or_default(), &reference)
    }

    /// `Änne Łoś: “Titel”`.
    fn titled(&self, reference: &Reference) -> String {
        let title = words::quoted(self.speech, &reference.title);
        if reference.authors.is_empty() {
            return title;
        }
        format!("{}: {title}", self.speech.all_of(&reference.authors))
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

fn cite(title: String, date: String, reference: &Reference) -> String {
    let mut parts = vec![title];
    parts.extend(reference.container.clone());
    let published: Vec<String> =
        reference.publisher.iter().cloned().chain((!date.is_empty()).then_some(date)).collect();
    if !published.is_empty() {
        parts.push(published.join(", "));
    }
    let citation = sentences(&parts);
    match &reference.url {
        Some(url) => format!("{citation} {url}"),
        None => citation,
    }
}

fn sentences(parts: &[String]) -> String {
    let closed: Vec<String> = parts
        .iter()
        .map(|part| if part.ends_with(['.', '!', '?']) { part.clone() } else { format!("{part}.") })
        .collect();
    closed.join(" ")
}
