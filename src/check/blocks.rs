//! Block quotations of articles that end in a citation: words that are said to be those of a claim's evidence.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Matter;
use super::quoted::{Quoted, of_claim, same_language};
use crate::copies::{Copy, Index, Passage, Quotation};
use crate::model::{Any, Article, Claim, Form, Key, Reference};
use crate::text::{At, Place, Span};

/// A block quotation, and whose evidence it is said to quote.
#[derive(Debug, Clone)]
pub(super) struct Block<'m> {
    pub(super) key: Key<Article>,
    pub(super) article: &'m Article,
    /// Its words, line by line, without the citation.
    pub(super) words: String,
    /// From its first word to its last.
    pub(super) place: Place,
    /// The claims it ends in.
    pub(super) claims: Vec<Key<Claim>>,
}

/// All block quotations that end in a citation of claims.
pub(super) fn blocks<'m>(matter: &Matter<'m>) -> Vec<Block<'m>> {
    let articles = matter.asked().articles.iter();
    articles.flat_map(|(key, article)| of_article(key, article)).collect()
}

fn of_article(key: Key<Article>, article: &Article) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut reader: Option<Reader> = None;
    let mut depth = 0_u32;
    for (event, span) in &article.prose.events {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                depth += 1;
                reader.get_or_insert_with(|| Reader::new(article));
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    blocks.extend(reader.take().and_then(|reader| reader.finish(key)));
                }
            }
            _ => {
                if let Some(reader) = &mut reader {
                    reader.event(event, *span);
                }
            }
        }
    }
    blocks
}

/// Gathers the words of one block quotation.
struct Reader<'m> {
    article: &'m Article,
    words: String,
    first: Option<Span>,
    last: Span,
    /// The citations after the last word.
    cited: Vec<&'m Reference<Any>>,
    /// How many links are open within a citation or a name, which are not words of the quotation.
    ours: u32,
}

impl<'m> Reader<'m> {
    fn new(article: &'m Article) -> Self {
        Self { article, words: String::new(), first: None, last: Span::default(), cited: Vec::new(), ours: 0 }
    }

    fn event(&mut self, event: &Event<'static>, span: Span) {
        match event {
            Event::Start(Tag::Link { .. }) if self.ours > 0 => self.ours += 1,
            Event::Start(Tag::Link { .. }) => match self.tie(span) {
                Some(tie) if tie.form == Form::Citation => {
                    self.cited.push(tie);
                    self.ours = 1;
                }
                Some(tie) if tie.form == Form::Name => {
                    // A name that we write is words of ours.
                    self.put("[name]", span);
                    self.ours = 1;
                }
                _ => {}
            },
            Event::End(TagEnd::Link) => self.ours = self.ours.saturating_sub(1),
            _ if self.ours > 0 => {}
            Event::Text(words) | Event::Code(words) => self.put(words, span),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                self.words.push('\n');
            }
            _ => {}
        }
    }

    fn put(&mut self, words: &str, span: Span) {
        self.words.push_str(words);
        if words.trim_matches(|letter: char| letter.is_whitespace() || letter == '.').is_empty() {
            return;
        }
        self.cited.clear();
        self.first.get_or_insert(span);
        self.last = span;
    }

    /// What words at a place are tied to; references are in the order of the text.
    fn tie(&self, span: Span) -> Option<&'m Reference<Any>> {
        let references = &self.article.references;
        let at = references.binary_search_by_key(&span.start, |reference| reference.place.span.start).ok()?;
        references.get(at)
    }

    fn finish(self, key: Key<Article>) -> Option<Block<'m>> {
        let targets = self.cited.iter().flat_map(|reference| &reference.targets);
        let claims: Vec<_> = targets
            .filter_map(|target| match target.value {
                Any::Claim(claim) => Some(claim),
                _ => None,
            })
            .collect();
        let span = Span { start: self.first?.start, end: self.last.end };
        let place = Place { file: self.article.entry.place.file, span };
        (!claims.is_empty()).then_some(Block { key, article: self.article, words: self.words, place, claims })
    }
}

/// What a block quotation is to the quotations of the evidence that it cites.
#[derive(Debug)]
pub(super) enum Likeness<'m> {
    /// The same words, or there are none to compare them with.
    Same,
    /// Words of their own.
    Altered {
        /// The quotation that is nearest to it.
        quotation: &'m At<String>,
        /// What in it is near, if anything is.
        near: Option<Passage>,
    },
    /// Words in the article's language, of evidence in another that nobody is said to have translated.
    Translated {
        /// The first of the quotations.
        quotation: &'m At<String>,
        /// Its language.
        language: &'m str,
    },
}

impl<'m> Block<'m> {
    /// The article's language.
    pub(super) fn language(&self, matter: &Matter<'m>) -> &'m str {
        let own = self.article.language.as_ref();
        own.map_or(matter.record.facts.report.language.as_str(), |own| own.value.as_str())
    }

    /// Compares it with what the evidence of its claims, and the replies to them, quote, and with what was translated
    /// from that into the article's language. Part of a quotation will do, and so will more of the kept copy than the
    /// evidence quotes.
    pub(super) fn likeness(&self, matter: &Matter<'m>) -> Likeness<'m> {
        let claims = &matter.record.facts.claims;
        if !self.claims.iter().all(|claim| claims[*claim].whole) {
            return Likeness::Same;
        }
        let here = self.language(matter);
        let quoted: Vec<Quoted<'m>> =
            self.claims.iter().flat_map(|claim| of_claim(*claim, &claims[*claim])).collect();
        let translations = quoted.iter().filter_map(|quoted| quoted.piece?.translation.as_ref());
        let translations: Vec<_> = translations
            .filter(|translation| {
                translation.language.as_ref().is_none_or(|other| same_language(other, here))
            })
            .map(|translation| &translation.text)
            .collect();
        let candidates: Vec<_> =
            quoted.iter().map(|quoted| quoted.words).chain(translations.iter().copied()).collect();
        let Some(first) = quoted.first() else { return Likeness::Same };
        let copies = quoted.iter().filter_map(|quoted| quoted.copy(matter)?.ok());
        if candidates.iter().any(|candidate| self.is_in(&Copy::of_text(candidate)))
            || copies.into_iter().any(|copy| self.is_in(copy))
        {
            return Likeness::Same;
        }
        let words = without_attribution(&self.words);
        let near =
            candidates.iter().find_map(|candidate| Some((*candidate, Index::new(candidate).nearest(words)?)));
        if let Some((quotation, passage)) = near {
            return Likeness::Altered { quotation, near: Some(passage) };
        }
        let foreign =
            quoted.iter().map(|quoted| spoken(quoted, matter).filter(|other| !same_language(other, here)));
        match foreign.collect::<Option<Vec<_>>>().as_deref() {
            Some([language, ..]) if translations.is_empty() => {
                Likeness::Translated { quotation: first.words, language }
            }
            _ => Likeness::Altered { quotation: first.words, near: None },
        }
    }

    /// Whether its words are in a text, with or without what is put at the end of a block: a full stop, and whose
    /// words they are.
    fn is_in(&self, copy: &Copy) -> bool {
        let is_in = |words: &str| {
            let stopped = words.trim_end_matches(['.', '"', '”', '“', '«', '»', ' ', '\n']);
            [words, stopped].iter().any(|words| Quotation::new(words).missing(copy).is_none())
        };
        is_in(&self.words) || is_in(without_attribution(&self.words))
    }
}

/// The language of quoted words, if the sheet says.
fn spoken<'m>(quoted: &Quoted<'m>, matter: &Matter<'m>) -> Option<&'m str> {
    let own = quoted.piece.and_then(|piece| piece.language.as_ref());
    let own = own.or(matter.record.facts.documents[quoted.document].language.as_ref());
    own.map(|language| language.value.as_str())
}

/// The words without a last line that says whose they are: `— Boris Pistorius`.
fn without_attribution(words: &str) -> &str {
    let words = words.trim_end();
    match words.rsplit_once('\n') {
        Some((before, last)) if last.trim_start().starts_with(['—', '–', '-', '―']) => before,
        _ => words,
    }
}
