//! What a reader of an article reads, part by part: paragraphs, headings, cells.

use pulldown_cmark::{Event, Tag};

use crate::model::{Article, Facts, Form, Leads, leads};

/// The words of an article; where it leaves a name to be written, that name.
pub(super) fn sentences(article: &Article, facts: &Facts) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut ties = article.references.iter();
    for (event, _) in &article.prose.events {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                sentence.push_str(words);
            }
            Event::SoftBreak | Event::HardBreak => sentence.push(' '),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                if matches!(leads(*link_type, dest_url), Leads::Record(_) | Leads::File(_))
                    && let Some(tie) = ties.next()
                    && tie.form == Form::Name
                {
                    let target = tie.targets.first().map(|target| target.value);
                    sentence.push_str(target.and_then(|any| facts.name(any)).unwrap_or_default());
                }
            }
            Event::Start(tag) if is_within_lines(tag) => {}
            Event::End(tag) if is_end_within_lines(*tag) => {}
            _ => {
                if !sentence.is_empty() {
                    sentences.push(std::mem::take(&mut sentence));
                }
            }
        }
    }
    sentences.extend((!sentence.is_empty()).then_some(sentence));
    sentences
}

fn is_within_lines(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn is_end_within_lines(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
