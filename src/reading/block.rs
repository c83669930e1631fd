//! From Markdown's events to blocks of plain text: paragraphs, headings, cells, each letter with its place in the file.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::typed::Typed;
use crate::model::{Any, Article, Facts, Form, Leads, leads};
use crate::text::{At, FileId, Inputs, Place, Span};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// The line above a section.
    Heading,
    /// An item of a list, or what is said of a term.
    Item,
    /// The head of a table's column.
    Head,
    /// A cell of a table.
    Cell,
    /// Somebody else's words.
    Quotation,
    /// A note below the text.
    Footnote,
    /// A term that is explained.
    Term,
    /// The words of a picture.
    Caption,
}

/// A tie of a block: `at` is where its words stand in the block's text, empty for a citation.
#[derive(Debug, Clone)]
pub(super) struct BlockTie {
    pub(super) form: Form,
    pub(super) target: At<Any>,
    pub(super) place: Place,
    pub(super) at: std::ops::Range<usize>,
}

/// A block before it is cut into sentences.
#[derive(Debug, Clone)]
pub(super) struct RawBlock {
    pub(super) kind: BlockKind,
    /// The table row it is in, numbered through the article.
    pub(super) row: Option<u32>,
    /// The label of the footnote it belongs to.
    pub(super) note: Option<String>,
    pub(super) typed: Typed,
    pub(super) ties: Vec<BlockTie>,
    /// Where ties stand that lead nowhere, which is told where they are linked.
    pub(super) lost: Vec<usize>,
    /// Where footnotes are called, and which.
    pub(super) notes: Vec<(usize, String)>,
}

/// The blocks of an article, in the order of the text. Code and raw HTML are not read.
pub(super) fn blocks(article: &Article, facts: &Facts) -> Vec<RawBlock> {
    let mut reader = Reader {
        article,
        facts,
        references: article.references.iter(),
        kinds: Vec::new(),
        note: None,
        row: None,
        rows: 0,
        open: None,
        around: None,
        silent: 0,
        links: Vec::new(),
        blocks: Vec::new(),
    };
    for (event, span) in &article.prose.events {
        reader.event(event, *span);
    }
    reader.close();
    reader.blocks
}

/// The title and the summary of an article.
pub(super) fn head(article: &Article, inputs: &Inputs) -> Vec<RawBlock> {
    let block = |words: &At<String>| {
        let mut block = RawBlock::new(BlockKind::Heading, words.place.file);
        block.typed.push(&words.value, inputs.part(words, Span::new(0, words.value.len())).span);
        block
    };
    std::iter::once(&article.title).chain(&article.entry.summary).map(block).collect()
}

impl RawBlock {
    fn new(kind: BlockKind, file: FileId) -> Self {
        Self {
            kind,
            row: None,
            note: None,
            typed: Typed::new(file),
            ties: Vec::new(),
            lost: Vec::new(),
            notes: Vec::new(),
        }
    }
}

struct Reader<'a> {
    article: &'a Article,
    facts: &'a Facts,
    references: std::slice::Iter<'a, crate::model::Reference<Any>>,
    /// The containers around the text, from the outermost.
    kinds: Vec<BlockKind>,
    note: Option<String>,
    row: Option<u32>,
    rows: u32,
    open: Option<RawBlock>,
    /// The block around a picture whose words are being read.
    around: Option<RawBlock>,
    /// How many elements are open whose text is not read.
    silent: u32,
    /// The links that are open: where their words begin, and which of the article's ties they are.
    links: Vec<Option<(usize, &'a crate::model::Reference<Any>)>>,
    blocks: Vec<RawBlock>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'static>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag),
            Event::Text(words) | Event::Code(words) if self.silent == 0 => {
                // A code span's text stands between its marks.
                let shift = usize::from(matches!(event, Event::Code(_)));
                let inner = Span::new(span.start as usize + shift, (span.end as usize).saturating_sub(shift));
                self.block().typed.push(words, inner);
            }
            Event::SoftBreak | Event::HardBreak if self.silent == 0 => self.block().typed.push(" ", span),
            Event::FootnoteReference(label) => {
                let block = self.block();
                block.notes.push((block.typed.text.len(), label.to_string()));
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'static>, span: Span) {
        let kind = match tag {
            Tag::Link { link_type, dest_url, .. } => return self.link(*link_type, dest_url, span),
            Tag::Image { .. } => {
                let caption = self.fresh(BlockKind::Caption);
                self.around = self.open.replace(caption);
                return;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => return,
            Tag::Heading { .. } => Some(BlockKind::Heading),
            Tag::BlockQuote(_) => Some(BlockKind::Quotation),
            Tag::Item | Tag::DefinitionListDefinition => Some(BlockKind::Item),
            Tag::DefinitionListTitle => Some(BlockKind::Term),
            Tag::FootnoteDefinition(label) => {
                self.note = Some(label.to_string());
                Some(BlockKind::Footnote)
            }
            Tag::TableHead | Tag::TableRow => {
                self.rows += 1;
                self.row = Some(self.rows);
                let head = matches!(tag, Tag::TableHead);
                Some(if head { BlockKind::Head } else { BlockKind::Cell })
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.silent += 1;
                None
            }
            _ => None,
        };
        self.close();
        self.kinds.extend(kind);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => return self.end_of_link(),
            TagEnd::Image => {
                let around = self.around.take();
                self.close();
                self.open = around;
                return;
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => return,
            _ => self.close(),
        }
        match tag {
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => self.silent -= 1,
            TagEnd::TableHead | TagEnd::TableRow => self.row = None,
            TagEnd::FootnoteDefinition => self.note = None,
            _ => {}
        }
        if matches!(
            tag,
            TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::Item
                | TagEnd::DefinitionListDefinition
                | TagEnd::DefinitionListTitle
                | TagEnd::FootnoteDefinition
                | TagEnd::TableHead
                | TagEnd::TableRow
        ) {
            self.kinds.pop();
        }
    }

    fn link(&mut self, link_type: LinkType, to: &str, span: Span) {
        let reference = match leads(link_type, to) {
            Leads::Record(_) | Leads::File(_) => self.references.next(),
            _ => None,
        };
        if reference.is_some_and(|reference| reference.form == Form::Citation) {
            // Its text is the ids.
            self.silent += 1;
        }
        let facts = self.facts;
        let block = self.block();
        let start = block.typed.text.len();
        if let Some(reference) = reference.filter(|reference| reference.form == Form::Name) {
            let named = reference.targets.first().and_then(|target| facts.name(target.value));
            block.typed.push(named.unwrap_or_default(), span);
        }
        self.links.push(reference.map(|reference| (start, reference)));
    }

    fn end_of_link(&mut self) {
        let Some((start, reference)) = self.links.pop().flatten() else { return };
        if reference.form == Form::Citation {
            self.silent -= 1;
        }
        let block = self.block();
        let at = start.min(block.typed.text.len())..block.typed.text.len();
        if reference.targets.is_empty() {
            block.lost.push(at.start);
        }
        block.ties.extend(reference.targets.iter().map(|target| BlockTie {
            form: reference.form,
            target: *target,
            place: reference.place,
            at: at.clone(),
        }));
    }

    fn fresh(&self, kind: BlockKind) -> RawBlock {
        let new = RawBlock::new(kind, self.article.entry.place.file);
        RawBlock { row: self.row, note: self.note.clone(), ..new }
    }

    /// The block that is open, or a new one.
    fn block(&mut self) -> &mut RawBlock {
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let open = self.open.take().unwrap_or_else(|| self.fresh(kind));
        self.open.insert(open)
    }

    fn close(&mut self) {
        let Some(block) = self.open.take() else { return };
        if !block.typed.text.trim().is_empty() || !block.ties.is_empty() {
            self.blocks.push(block);
        }
    }
}
