//! Markdown with ties to the record: `[words](@id)`, `[](@id)`, `[@id; @id]`.
//!
//! What a Markdown parser would pass over in silence (a tie inside a tie, a tie in raw HTML, a footnote without a
//! text) is a finding here.

mod lost;

use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::values::clean_path;
use crate::diagnostic::Finding;
use crate::model::{Form, Id, Leads, Prose, Reference, is_own_picture, leads};
use crate::text::{At, FileId, Place, Span};
pub use lost::{Slip, Stray};

/// What words of an article are tied to, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `@id`.
    Id(String),
    /// A file below `content/`: another article, or a kept copy.
    File(String),
}

/// The text of an article.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Its events.
    pub prose: std::sync::Arc<Prose>,
    /// Its ties, in the order of the text.
    pub references: Vec<Reference<Target>>,
    /// Its pictures, paths below `content/`, in the order of the text.
    pub pictures: Vec<At<String>>,
    /// What was typed as letters and may have been meant as ties, in the order of the text.
    pub strays: Vec<Stray>,
    /// Its raw HTML, a block or an opening tag each, in the order of the text.
    pub html: Vec<At<String>>,
}

/// The Markdown that articles are written in: `CommonMark` with tables, footnotes, definition lists, heading ids.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
}

/// Reads the Markdown of `text` from byte `start` on; paths in it are seen from `folder` (below `content/`).
pub(super) fn read(file: FileId, text: &str, start: usize, folder: &str) -> (Body, Vec<Finding>) {
    let markdown = text.get(start..).unwrap_or_default();
    let tied = |link: BrokenLink<'_>| {
        link.reference
            .starts_with('@')
            .then(|| (CowStr::from(link.reference.to_string()), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(tied));
    let mut reader = Reader {
        prose: Prose::default(),
        file,
        markdown,
        start,
        folder,
        body: Body::default(),
        findings: Vec::new(),
        headings: FxHashMap::default(),
    };
    for (label, definition) in parser.reference_definitions().iter() {
        if label.starts_with('@') {
            let place = reader.place(definition.span.clone());
            let finding = Finding::error(
                "bad-reference",
                place,
                format!("this line takes `[{label}]` away from the record"),
            );
            reader.findings.push(finding.help("labels of links cannot begin with `@`; give it another"));
        }
    }
    let shift = reader.events(parser.into_offset_iter());
    reader.drop_told_strays();
    if shift {
        reader.lower_headings();
    }
    reader.body.prose = std::sync::Arc::new(reader.prose);
    (reader.body, reader.findings)
}

struct Reader<'a> {
    prose: Prose,
    file: FileId,
    markdown: &'a str,
    start: usize,
    folder: &'a str,
    body: Body,
    findings: Vec<Finding>,
    headings: FxHashMap<String, u32>,
}

impl<'a> Reader<'a> {
    fn place(&self, range: std::ops::Range<usize>) -> Place {
        Place { file: self.file, span: Span::new(range.start, range.end).moved(self.start) }
    }

    fn source(&self, range: &std::ops::Range<usize>) -> &'a str {
        self.markdown.get(range.clone()).unwrap_or_default()
    }

    /// Takes in all events; says whether one of them is a heading of the first level.
    fn events(&mut self, events: impl Iterator<Item = (Event<'a>, std::ops::Range<usize>)>) -> bool {
        let mut first_level = false;
        let mut heading: Option<(usize, String)> = None;
        let mut in_code = false;
        // Ids and addresses that are shown as they are typed.
        let mut is_typed = false;
        for (event, range) in events {
            let event = self.citations_in_a_row(event, &range);
            match &event {
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    self.link(*link_type, dest_url, &range);
                    is_typed = matches!(
                        link_type,
                        LinkType::ShortcutUnknown
                            | LinkType::CollapsedUnknown
                            | LinkType::Autolink
                            | LinkType::Email
                    );
                }
                Event::End(TagEnd::Link) => is_typed = false,
                Event::Start(Tag::Image { dest_url, .. }) => self.picture(dest_url, &range),
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Start(Tag::Heading { level, .. }) => {
                    first_level |= *level == HeadingLevel::H1;
                    heading = Some((self.prose.events.len(), String::new()));
                }
                Event::End(TagEnd::Heading(_)) => {
                    if let Some((at, words)) = heading.take() {
                        self.name_heading(at, &words);
                    }
                }
                Event::Text(words) if !in_code => {
                    self.count_words(words);
                    self.look_for_lost_ties(words, &range);
                    if !is_typed {
                        self.look_for_strays(&range);
                    }
                }
                Event::Html(words) | Event::InlineHtml(words) => self.look_in_html(words, &range),
                _ => {}
            }
            if let (Event::Text(words) | Event::Code(words), Some((_, title))) = (&event, &mut heading) {
                title.push_str(words);
            }
            let span = Span::new(range.start, range.end).moved(self.start);
            self.prose.events.push((event.into_static(), span));
        }
        first_level
    }

    /// `[@a][@b]`, which Markdown takes for the words `@a` linked by a label, cites both.
    fn citations_in_a_row(&self, event: Event<'a>, range: &std::ops::Range<usize>) -> Event<'a> {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::ReferenceUnknown, title, id, .. })
                if self.source(range).starts_with("[@") =>
            {
                let ids = self.source(range).trim_matches(['[', ']']).replace("][", "; ");
                Event::Start(Tag::Link {
                    link_type: LinkType::ShortcutUnknown,
                    dest_url: ids.into(),
                    title,
                    id,
                })
            }
            other => other,
        }
    }

    fn link(&mut self, link_type: LinkType, to: &str, range: &std::ops::Range<usize>) {
        let source = self.source(range);
        match leads(link_type, to) {
            Leads::Record(ids) => {
                let form = match link_type {
                    LinkType::ShortcutUnknown | LinkType::CollapsedUnknown => Form::Citation,
                    _ if source.starts_with("[]") => Form::Name,
                    _ => Form::Words,
                };
                let from = if form == Form::Citation { 0 } else { source.rfind('@').unwrap_or_default() };
                let targets = self.ids(ids, range.start + from..range.end, form);
                self.body.references.push(Reference { form, place: self.place(range.clone()), targets });
            }
            Leads::Outside | Leads::Here => {}
            Leads::Nowhere => {
                let finding =
                    Finding::error("bad-address", self.place(range.clone()), "this link leads nowhere");
                self.findings.push(finding.help("write where to: `[words](@id)`, or an address"));
            }
            Leads::Barred => {
                let finding = Finding::error(
                    "bad-address",
                    self.place(range.clone()),
                    format!("a link cannot lead to `{to}`"),
                );
                self.findings.push(finding.help(
                    "links lead to `@id`, to `https://`, `http://` or `mailto:`, or to a file of the report",
                ));
            }
            Leads::File(path) => {
                let target =
                    self.path(path, range).map(|path| At::new(Target::File(path), self.place(range.clone())));
                let form = if source.starts_with("[]") { Form::Name } else { Form::Words };
                self.body.references.push(Reference {
                    form,
                    place: self.place(range.clone()),
                    targets: target.into_iter().collect(),
                });
            }
        }
    }

    /// The ids in `a; @b`, each with its place; `within` begins where the first `@` stands or is looked for.
    fn ids(&mut self, ids: &str, within: std::ops::Range<usize>, form: Form) -> Vec<At<Target>> {
        let mut targets = Vec::new();
        let mut at = within.start;
        for (index, part) in ids.split(';').enumerate() {
            let part = part.trim();
            let bare = if index == 0 { part } else { part.strip_prefix('@').unwrap_or(part) };
            let rest = self.markdown.get(at..within.end).unwrap_or_default();
            let (found, length) = rest.find(bare).map_or_else(|| spread(rest), |found| (found, bare.len()));
            let found = at + found;
            let range = found.saturating_sub(usize::from(
                self.markdown.get(..found).is_some_and(|before| before.ends_with('@')),
            ))..found + length;
            at = range.end;
            let well_formed = Id::parse_path(bare).is_some() && (index == 0 || part.starts_with('@'));
            if well_formed && (index == 0 || form == Form::Citation) {
                targets.push(At::new(Target::Id(bare.to_owned()), self.place(range)));
                continue;
            }
            let several = "several ids are separated by `;`: `[@one; @two]`";
            let help = match (bare.contains([',', '@']), bare.contains(' ')) {
                (true, _) => several.to_owned(),
                (false, true) => format!("{}; {several}", super::values::id_help(bare)),
                (false, false) => super::values::id_help(bare),
            };
            let finding =
                Finding::error("bad-reference", self.place(range), format!("`@{bare}` is not an id"));
            self.findings.push(finding.help(help));
        }
        targets
    }

    fn picture(&mut self, to: &str, range: &std::ops::Range<usize>) {
        let place = self.place(range.clone());
        if to.starts_with('@') {
            let finding = Finding::error("bad-reference", place, format!("`{to}` is not a picture"));
            self.findings.push(finding.help("take the `!` away, or write the path of a picture"));
        } else if !is_own_picture(to) {
            let finding = Finding::error("bad-address", place, "this picture lies on another host");
            self.findings.push(
                finding.help("keep pictures in `content/media/`: the site asks nothing of other hosts"),
            );
        } else if let Some(path) = self.path(to, range) {
            self.body.pictures.push(At::new(path, place));
        }
    }

    fn path(&mut self, to: &str, range: &std::ops::Range<usize>) -> Option<String> {
        let to = percent_decoded(to);
        let path = match to.strip_prefix('/') {
            Some(from_content) => clean_path("", from_content),
            None => clean_path(self.folder, &to),
        };
        if path.is_none() {
            let finding = Finding::error(
                "path-out-of-content",
                self.place(range.clone()),
                format!("`{to}` leads out of `content/`"),
            );
            self.findings
                .push(finding.help("paths are relative to the article, or start with `/` for `content/`"));
        }
        path
    }

    /// Headings have ids made of their words, unless they were given one; anything else in braces is dropped.
    fn name_heading(&mut self, at: usize, words: &str) {
        let Some((Event::Start(Tag::Heading { id, classes, attrs, .. }), _)) = self.prose.events.get_mut(at)
        else {
            return;
        };
        classes.clear();
        attrs.clear();
        let given = id.as_deref().and_then(Id::plain);
        let base = given
            .or_else(|| Id::plain(&words.replace('/', " ")))
            .map_or_else(|| "section".to_owned(), |id| id.to_string());
        let uses = self.headings.entry(base.clone()).or_default();
        *uses += 1;
        let name = if *uses == 1 { base } else { format!("{base}-{uses}") };
        *id = Some(CowStr::from(name));
    }

    /// The title of the page is the only heading of the first level.
    fn lower_headings(&mut self) {
        let lower = |level: HeadingLevel| match level {
            HeadingLevel::H1 => HeadingLevel::H2,
            HeadingLevel::H2 => HeadingLevel::H3,
            HeadingLevel::H3 => HeadingLevel::H4,
            HeadingLevel::H4 => HeadingLevel::H5,
            HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
        };
        for (event, _) in &mut self.prose.events {
            match event {
                Event::Start(Tag::Heading { level, .. }) | Event::End(TagEnd::Heading(level)) => {
                    *level = lower(*level);
                }
                _ => {}
            }
        }
    }

    fn count_words(&mut self, words: &str) {
        let count = words.split_whitespace().count();
        self.prose.words = self.prose.words.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
    }
}

/// Where the first of several ids stands, and how long it is, whose blanks are not typed as they are read: Markdown makes
/// one of many.
fn spread(ids: &str) -> (usize, usize) {
    let is_before = |letter: char| letter.is_whitespace() || matches!(letter, '[' | '(' | '@' | ';');
    let start = ids.len() - ids.trim_start_matches(is_before).len();
    let rest = ids.get(start..).unwrap_or_default();
    (start, rest.find([';', ']', ')']).unwrap_or(rest.len()))
}

fn percent_decoded(to: &str) -> String {
    let mut bytes = Vec::with_capacity(to.len());
    let mut rest = to.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex =
            (byte == b'%').then(|| after.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(decoded) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(decoded);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| to.to_owned())
}
