//! The built-in theme: `themes/default`, compiled in so that an installed program needs nothing beside it.

/// A file of the built-in theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct BuiltIn {
    /// Its path below the theme's folder: `templates/claim.html`.
    pub path: &'static str,
    /// All of it.
    pub text: &'static str,
}

macro_rules! built_in {
    ($($path:literal)+) => {
        /// Every file of `themes/default`, in the order of their paths; a test holds the list to the folder.
        pub(super) const BUILT_IN: &[BuiltIn] = &[$(BuiltIn {
            path: $path,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $path)),
        }),+];
    };
}

built_in! {
    "static/icon.svg"
    "static/reader.js"
    "static/search.js"
    "static/style.css"
    "static/timeline.js"
    "templates/404.html"
    "templates/article.html"
    "templates/as-known.html"
    "templates/attribution.html"
    "templates/base.html"
    "templates/card.html"
    "templates/claim.html"
    "templates/claims.html"
    "templates/corrections.html"
    "templates/date.html"
    "templates/document.html"
    "templates/embed.html"
    "templates/front.html"
    "templates/list.html"
    "templates/method.html"
    "templates/organisation.html"
    "templates/parts/about.html"
    "templates/parts/article.html"
    "templates/parts/articles.html"
    "templates/parts/bodies.html"
    "templates/parts/byline.html"
    "templates/parts/change.html"
    "templates/parts/changes.html"
    "templates/parts/choose.html"
    "templates/parts/cited.html"
    "templates/parts/claim.html"
    "templates/parts/claims.html"
    "templates/parts/contested.html"
    "templates/parts/counted.html"
    "templates/parts/day.html"
    "templates/parts/document.html"
    "templates/parts/documents.html"
    "templates/parts/editions.html"
    "templates/parts/entry.html"
    "templates/parts/event.html"
    "templates/parts/events.html"
    "templates/parts/image.html"
    "templates/parts/link.html"
    "templates/parts/links.html"
    "templates/parts/named.html"
    "templates/parts/names.html"
    "templates/parts/people.html"
    "templates/parts/piece.html"
    "templates/parts/published.html"
    "templates/parts/quotation.html"
    "templates/parts/replies.html"
    "templates/parts/reply.html"
    "templates/parts/role.html"
    "templates/parts/signs.html"
    "templates/parts/since.html"
    "templates/parts/standing.html"
    "templates/parts/standings.html"
    "templates/parts/step.html"
    "templates/parts/subject.html"
    "templates/parts/took-part.html"
    "templates/parts/used.html"
    "templates/parts/when.html"
    "templates/person.html"
    "templates/redirect.html"
    "templates/search.html"
    "templates/source.html"
    "templates/timeline.html"
}
