//! The words of a web page that a reader sees: blocks on lines of their own, no scripts, no styles.
//!
//! The tokenizer alone is run, and no tree is built: pages nest as deep as they like.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// The words of a page.
pub(super) fn words(page: &str) -> String {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let tokenizer = Tokenizer::new(Words::default(), TokenizerOpts::default());
    // It stops where a browser would have to run a script, which this one never does.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.text.into_inner()
}

#[derive(Default)]
struct Words {
    text: RefCell<String>,
    /// How many elements are open whose text nobody sees.
    unseen: Cell<u32>,
}

/// Elements whose text is not shown.
const UNSEEN: [&str; 4] = ["script", "style", "template", "noscript"];

/// Elements within a line; what is not among them begins a new one.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time",
];

/// The same, where names are short and rare.
const INLINE_TOO: [&str; 5] = ["tt", "u", "var", "wbr", "img"];

impl Words {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if UNSEEN.contains(&name) {
            let open = self.unseen.get();
            self.unseen.set(match tag.kind {
                // So it is in XHTML; elsewhere nobody writes it.
                TagKind::StartTag if tag.self_closing => open,
                TagKind::StartTag => open + 1,
                TagKind::EndTag => open.saturating_sub(1),
            });
        }
        let mut text = self.text.borrow_mut();
        if name == "q" {
            text.push('"');
        } else if !INLINE.contains(&name) && !INLINE_TOO.contains(&name) {
            text.push('\n');
        }
        if tag.kind == TagKind::EndTag || tag.self_closing {
            return TokenSinkResult::Continue;
        }
        // In these, what looks like a tag is text.
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(letters) if self.unseen.get() == 0 => {
                self.text.borrow_mut().push_str(&letters);
            }
            Token::TagToken(tag) => return self.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
