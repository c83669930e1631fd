//! The code blocks of a page, each with the file that the paragraph before it names.

use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A fenced block.
#[derive(Debug)]
pub(crate) struct Block {
    /// Where it stands, `docs/tutorial.md:12`, for whoever has to mend it.
    pub place: String,
    /// The first word behind its fence.
    pub language: String,
    /// The file that the paragraph before it names.
    pub file: Option<String>,
    /// Whether that paragraph says that it goes to the end of the file.
    pub adds: bool,
    /// What is in it.
    pub text: String,
}

/// All blocks of a page, in order.
pub(super) fn blocks(page: &str, text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = Before::default();
    let mut inside = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let language = info.split(' ').next().unwrap_or_default();
                let line = text[..range.start].matches('\n').count() + 1;
                let Before { words, code, after } = std::mem::take(&mut before);
                let file = code.filter(|code| after == ":" && is_file(code));
                blocks.push(Block {
                    place: format!("{page}:{line}"),
                    language: language.to_owned(),
                    adds: file.is_some() && words.contains("to the end of"),
                    file,
                    text: String::new(),
                });
                inside = true;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                panic!("{page}: use fences around code, not blanks before it")
            }
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(words) if inside => blocks.last_mut().unwrap().text.push_str(&words),
            Event::Start(_) if !inside => {
                if matches!(event, Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Table(_))) {
                    before = Before::default();
                }
            }
            Event::Text(words) => before.says(&words),
            Event::SoftBreak => before.says(" "),
            Event::Code(code) => {
                before.code = Some(code.to_string());
                before.after.clear();
            }
            _ => {}
        }
    }
    blocks
}

/// The paragraph before a block.
#[derive(Default)]
struct Before {
    words: String,
    /// Its last word in code.
    code: Option<String>,
    /// What stands behind that.
    after: String,
}

impl Before {
    fn says(&mut self, words: &str) {
        self.words.push_str(words);
        self.after.push_str(words);
    }
}

fn is_file(code: &str) -> bool {
    let ending = Path::new(code).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        ["yaml", "yml", "md", "txt", "css", "html", "toml", "json", "conf", "ftl"].contains(&ending)
    }) && !code.contains(' ')
}
