//! Where the addresses typed in an article lead: to the record, to files of the report, or out of it.

use pulldown_cmark::LinkType;

/// Where the address of a link leads. Links to the record and to files are the article's references, in the order of
/// the text; whoever walks the events beside the references asks here which of them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads<'a> {
    /// `@id`, or `@id; @id`: the ids without the first `@`.
    Record(&'a str),
    /// To another site, or to somebody's mailbox.
    Outside,
    /// `#heading`, in the same text.
    Here,
    /// The address is empty.
    Nowhere,
    /// The scheme is one that no link may have: `javascript:`.
    Barred,
    /// A file of the report, as typed, without what follows `#`.
    File(&'a str),
}

/// Where a link leads.
///
/// ```
/// use casebook::model::{Leads, leads};
/// use pulldown_cmark::LinkType;
/// assert_eq!(leads(LinkType::Inline, "@graefe-mobile"), Leads::Record("graefe-mobile"));
/// assert_eq!(leads(LinkType::Inline, "../lage.md#teil-2"), Leads::File("../lage.md"));
/// assert_eq!(leads(LinkType::Inline, "javascript:x"), Leads::Barred);
/// ```
#[must_use]
pub fn leads(link_type: LinkType, to: &str) -> Leads<'_> {
    let scheme = to.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '.']));
    if let Some(ids) = to.strip_prefix('@') {
        Leads::Record(ids)
    } else if link_type == LinkType::Email || is_web(to) || to.starts_with("mailto:") {
        Leads::Outside
    } else if to.starts_with('#') {
        Leads::Here
    } else if to.is_empty() {
        Leads::Nowhere
    } else if scheme.is_some() {
        Leads::Barred
    } else {
        Leads::File(to.split('#').next().unwrap_or(to))
    }
}

/// Whether an image is one of the article's pictures, and not somebody else's or a slip.
#[must_use]
pub fn is_own_picture(to: &str) -> bool {
    !to.starts_with('@') && !to.contains("://") && !to.starts_with("//") && !to.starts_with("data:")
}

/// Whether these words are an http or https address.
#[must_use]
pub fn is_web(word: &str) -> bool {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let forbidden =
        |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"`{}|\\^".contains(letter);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !word.contains(forbidden)
}
