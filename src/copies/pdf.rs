//! The words of a PDF, within bounds: whatever the file does to its parser, the worst is that it cannot be read.

use std::sync::{Once, mpsc};
use std::time::Duration;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::Unread;

/// The name of the threads that PDFs are parsed on.
const THREAD: &str = "pdf";

/// For the parser's own recursion, which goes deeper in a debug build.
const STACK: usize = 64 << 20;

/// After this long a PDF counts as broken. Large ones take a second.
const PATIENCE: Duration = Duration::from_secs(30);

/// No stream of a file, and no page's text, may unfold to more bytes.
const LARGEST_UNFOLDED: usize = 64 << 20;

/// Pages beyond this are not read.
const MOST_PAGES: usize = 5_000;

/// What was read of a PDF.
pub(super) struct Words {
    pub(super) text: String,
    /// Whether nothing was passed over.
    pub(super) whole: bool,
}

/// Reads a PDF on a thread of its own: the parser may panic, need much stack, or never come back.
pub(super) fn words(bytes: Vec<u8>) -> Result<Words, Unread> {
    static QUIET: Once = Once::new();
    // What it panics about is nothing that a person at the terminal could use.
    QUIET.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().name() != Some(THREAD) {
                usual(info);
            }
        }));
    });
    let (sender, receiver) = mpsc::sync_channel(1);
    let thread = std::thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    let started = thread.spawn(move || drop(sender.send(parsed(&bytes))));
    started.map_err(|_| Unread::Broken)?;
    // A thread that panics takes its end of the channel with it.
    receiver.recv_timeout(PATIENCE).map_err(|_| Unread::Broken)?
}

fn parsed(bytes: &[u8]) -> Result<Words, Unread> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST_UNFOLDED);
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| Unread::Broken)?;
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Unread::Broken);
    }
    let mut words = Words { text: String::new(), whole: pages.len() <= MOST_PAGES };
    for (number, page) in pages.into_iter().take(MOST_PAGES) {
        if words.text.len() > LARGEST_UNFOLDED {
            words.whole = false;
            break;
        }
        for chunk in document.extract_text_chunks_with_limit(&[number], LARGEST_UNFOLDED) {
            match chunk {
                Ok(chunk) => words.text.push_str(&chunk),
                Err(_) => words.whole = false,
            }
        }
        words.text.push('\n');
        words.whole &= !has_forms(&document, page);
    }
    // Letters of fonts that do not say which letters they are.
    let unknown = |letter: char| matches!(letter, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\0'..='\u{8}');
    words.whole &= !words.text.contains(unknown);
    Ok(words)
}

/// Whether a page shows forms, in the sense of the standard: pieces with a text of their own, which is not read.
fn has_forms(document: &Document, page: lopdf::ObjectId) -> bool {
    let Ok((own, inherited)) = document.get_page_resources(page) else { return true };
    let inherited = inherited.into_iter().filter_map(|id| document.get_dictionary(id).ok());
    own.into_iter().chain(inherited).any(|resources| {
        let objects = resources.get_deref(b"XObject", document).and_then(Object::as_dict);
        objects.is_ok_and(|objects| objects.iter().any(|(_, object)| is_form(document, object)))
    })
}

fn is_form(document: &Document, object: &Object) -> bool {
    let subtype =
        |form: &Dictionary| form.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
    document
        .dereference(object)
        .is_ok_and(|(_, object)| object.as_stream().is_ok_and(|stream| subtype(&stream.dict)))
}
