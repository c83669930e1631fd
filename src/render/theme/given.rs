//! What each template is given: for the check of templates, for the reference, and to find a page's template.

use std::fmt::Write;

use crate::view::{
    ArticlePage, AsKnownPage, AttributionPage, CardPage, Cited, ClaimPage, ClaimsPage, CorrectionsPage,
    DatePage, DocumentPage, EmbedPage, FrontPage, Given, ListPage, MethodPage, NotFoundPage,
    OrganisationPage, PersonPage, RedirectPage, SearchPage, Shape, Site, SourcePage, TimelinePage, Type,
    View,
};

/// The templates that pages are made with, and what each has as `page`, in the order of the reference.
pub(super) fn pages() -> [(&'static str, Type); 19] {
    [
        ("front.html", FrontPage::holds()),
        ("article.html", ArticlePage::holds()),
        ("list.html", ListPage::holds()),
        ("claims.html", ClaimsPage::holds()),
        ("person.html", PersonPage::holds()),
        ("organisation.html", OrganisationPage::holds()),
        ("source.html", SourcePage::holds()),
        ("date.html", DatePage::holds()),
        ("document.html", DocumentPage::holds()),
        ("claim.html", ClaimPage::holds()),
        ("embed.html", EmbedPage::holds()),
        ("timeline.html", TimelinePage::holds()),
        ("attribution.html", AttributionPage::holds()),
        ("as-known.html", AsKnownPage::holds()),
        ("corrections.html", CorrectionsPage::holds()),
        ("method.html", MethodPage::holds()),
        ("search.html", SearchPage::holds()),
        ("404.html", NotFoundPage::holds()),
        ("redirect.html", RedirectPage::holds()),
    ]
}

/// The names every page's template begins with.
pub(super) fn of_page(page: Type) -> Vec<(&'static str, Type)> {
    let body = Type::Maybe(Box::new(Type::Words));
    vec![
        ("site", Site::holds()),
        ("page", page),
        ("root", Type::Words),
        ("body", body.clone()),
        ("linked", body.clone()),
        ("cited", Type::Maybe(Box::new(Cited::holds()))),
        ("poster", body),
    ]
}

/// The names `card.html` begins with.
pub(super) fn of_card() -> Vec<(&'static str, Type)> {
    match CardPage::holds() {
        Type::Of(shape) => shape.fields.iter().map(|field| (field.name, (field.holds)())).collect(),
        _ => Vec::new(),
    }
}

/// The template a page is made with.
pub(super) fn template(view: &View) -> &'static str {
    match view {
        View::Front(_) => "front.html",
        View::List(_) => "list.html",
        View::Claims(_) => "claims.html",
        View::Person(_) => "person.html",
        View::Organisation(_) => "organisation.html",
        View::Source(_) => "source.html",
        View::Document(_) => "document.html",
        View::Date(_) => "date.html",
        View::Claim(_) => "claim.html",
        View::Embed(_) => "embed.html",
        View::Article(..) => "article.html",
        View::Timeline(..) => "timeline.html",
        View::Attribution(..) => "attribution.html",
        View::AsKnown(_) => "as-known.html",
        View::Corrections(_) => "corrections.html",
        View::Method(_) => "method.html",
        View::Search(_) => "search.html",
        View::NotFound(_) => "404.html",
        View::Redirect(_) => "redirect.html",
    }
}

/// The reference of all fields for those who write themes, in Markdown: `site`, each template's page, then the parts
/// they are made of, in the order in which they are first met.
#[must_use]
pub fn reference() -> String {
    let mut text = String::new();
    let mut shapes: Vec<&'static Shape> = Vec::new();
    let tops = pages().map(|(_, page)| page).into_iter().chain([CardPage::holds()]);
    text.push_str("### Pages\n");
    let tops: Vec<_> =
        tops.filter_map(|top| if let Type::Of(shape) = top { Some(shape) } else { None }).collect();
    for shape in &tops {
        table(&mut text, shape, &mut shapes);
    }
    text.push_str("\n### Parts\n");
    mention(&Site::holds(), &mut shapes);
    if let Some(site) = shapes.pop() {
        shapes.insert(0, site);
    }
    let mut told = 0;
    while let Some(shape) = shapes.get(told).copied() {
        told += 1;
        table(&mut text, shape, &mut shapes);
    }
    text
}

fn table(text: &mut String, shape: &'static Shape, met: &mut Vec<&'static Shape>) {
    let _ = writeln!(text, "\n#### {}\n\n{}\n", shape.name, shape.about.trim());
    text.push_str("| field | holds | meaning |\n|---|---|---|\n");
    for field in shape.fields {
        let holds = (field.holds)();
        mention(&holds, met);
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            field.name,
            in_words(&holds),
            field.about.trim().replace('|', "\\|")
        );
    }
}

/// Remembers what a field leads to, so that it gets a table too.
fn mention(holds: &Type, met: &mut Vec<&'static Shape>) {
    match holds {
        Type::Maybe(inner) | Type::List(inner) => mention(inner, met),
        Type::Of(shape) if !met.contains(shape) => met.push(shape),
        _ => {}
    }
}

/// What a field holds: `list of [Link](#link)`.
pub(super) fn in_words(holds: &Type) -> String {
    match holds {
        Type::Words => "words".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Truth => "true or false".to_owned(),
        Type::Maybe(inner) => format!("{}, or nothing", in_words(inner)),
        Type::List(inner) => format!("list of {}", in_words(inner)),
        Type::Of(shape) => format!("[{}](#{})", shape.name, shape.name.to_lowercase()),
    }
}
