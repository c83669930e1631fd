//! What a reader sees of an article, from Markdown as typed.

use std::cell::RefCell;
use std::convert::Infallible;

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::RcDom;
use proptest::prelude::*;

use super::*;
use crate::load::{Draft, Target, load};
use crate::speech::Speech;
use crate::text::{Input, Inputs};
use crate::view::{Card, ClaimLine, Link, Quotation};

fn link(address: &str, words: &str) -> Link {
    Link { address: address.into(), words: words.into(), kind: "page" }
}

fn card(id: &str) -> Card {
    let claim = ClaimLine {
        id: id.into(),
        address: format!("claims/{id}.html"),
        text: format!("Es gilt „{id}“."),
        status: "reported",
        sentence: String::new(),
        kind: "occurrence",
        hedge: None,
        date: None,
        origins: 1,
        ways: 1,
        counted: String::new(),
        said_by: Vec::new(),
    };
    let quote = Quotation {
        words: "Używał niezabezpieczonej linii".into(),
        language: Some("pl".into()),
        at: None,
        document: link("documents/d.html", "D"),
        claim: link("claims/c.html", "C"),
        said_by: None,
        indirect: false,
        translation: None,
        translation_language: None,
        translated_by: None,
    };
    Card {
        claim,
        who: String::new(),
        quotes: vec![quote],
        replies: Vec::new(),
        changed: None,
        permalink: None,
    }
}

/// The text as a view gives it: ids that begin with `c` are claims, all others people.
fn text(markdown: &str) -> ArticleText {
    let text = format!("---\ntitle: Tytuł\n---\n{markdown}");
    let input = Input { path: "content/articles/a.md".into(), text: text.into() };
    let (drafts, _) = load(&Inputs::new(vec![input], std::collections::BTreeMap::new()));
    let Some((_, Draft::Article(draft))) = drafts.into_iter().next() else { panic!("an article is read") };
    let mut cards: Vec<Card> = Vec::new();
    let mut tie = |target: &Target| match target {
        Target::Id(id) if id.starts_with('c') => {
            let known = cards.iter().position(|card| card.claim.id == *id);
            Tie::Claim(known.unwrap_or_else(|| {
                cards.push(card(id));
                cards.len() - 1
            }))
        }
        Target::Id(id) => Tie::Page(link(&format!("people/{id}.html"), "Gräfe & Söhne")),
        Target::File(path) => Tie::File(link(path, "Kopie")),
    };
    let references = draft.body.references.iter();
    let ties = references
        .map(|reference| reference.targets.iter().map(|target| tie(&target.value)).collect())
        .collect();
    let pictures = draft.body.pictures.iter();
    let images = pictures.map(|picture| Image {
        width: None,
        height: None,
        prints: Vec::new(),
        address: picture.value.clone(),
        alt: "Ein Saal".into(),
        credit: Some("Łukasz <dpa>".into()),
        licence: Some("CC-BY-4.0".into()),
        caption: Some("Der Saal".into()),
        symbolic: false,
    });
    ArticleText { prose: draft.body.prose.clone(), ties, cards, images: images.collect(), raw_html: false }
}

fn html_of(text: &ArticleText) -> String {
    rendered(text).html
}

fn rendered(text: &ArticleText) -> Rendered {
    let mut card = |page: &CardPage| {
        Ok::<_, Infallible>(format!(
            "<aside id=\"{}\" data-number=\"{}\">{}</aside>",
            page.anchor,
            page.number,
            html_escaped(&page.card.claim.text)
        ))
    };
    article(text, "../", Speech::english(), &mut card).expect("cards can be written")
}

fn check(markdown: &str, expected: &str) {
    assert_eq!(html_of(&text(markdown)).trim(), expected.trim());
}

const CARD: &str = "<aside id=\"card-c1\" data-number=\"1\">Es gilt „c1“.</aside>";

#[test]
fn words_tied_to_a_claim_are_marked_and_its_card_follows_the_paragraph() {
    check(
        "Er rief [vom *Hotel* aus](@c1) an [@c1].\n\nWeiter.",
        &format!(
            "<div class=\"passage\">\n<p>Er rief <a class=\"claim claim--reported\" href=\"#card-c1\">vom <em>Hotel</em> aus</a> an <sup class=\"cites\"><a class=\"cite cite--reported\" href=\"#card-c1\" aria-label=\"claim 1, reported\">[1]</a></sup>.</p>\n<div class=\"cards\">\n{CARD}\n</div>\n</div>\n<p>Weiter.</p>"
        ),
    );
}

#[test]
fn a_name_is_written_where_no_words_are() {
    check(
        "[](@graefe) und [Łucja](@graefe).",
        "<p><a href=\"../people/graefe.html\">Gräfe &amp; Söhne</a> und <a href=\"../people/graefe.html\">Łucja</a>.</p>",
    );
}

#[test]
fn several_claims_are_cited_one_by_one() {
    let html = html_of(&text("Satz. [@c1; @c2]"));
    assert!(html.contains(">[1]</a></sup><sup class=\"cites\"><a"), "{html}");
    assert!(html.find("card-c1\" data").unwrap() < html.find("card-c2\" data").unwrap(), "{html}");
}

#[test]
fn a_card_waits_until_the_quotation_or_table_it_is_tied_in_ends() {
    check(
        "> „Używał niezabezpieczonej linii“ [@c1]",
        &format!(
            "<div class=\"passage\">\n<blockquote lang=\"pl\">\n<p>„Używał niezabezpieczonej linii“ <sup class=\"cites\"><a class=\"cite cite--reported\" href=\"#card-c1\" aria-label=\"claim 1, reported\">[1]</a></sup></p>\n</blockquote>\n<div class=\"cards\">\n{CARD}\n</div>\n</div>"
        ),
    );
    let html = html_of(&text("| ä | b |\n|---|--:|\n| [x](@c1) | 2 |\n"));
    assert!(html.starts_with("<div class=\"passage\">\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead>\n<tr><th scope=\"col\">ä</th><th scope=\"col\" class=\"right\">b</th></tr>"), "{html}");
    assert!(
        html.ends_with(&format!(
            "</tbody>\n</table>\n</div>\n<div class=\"cards\">\n{CARD}\n</div>\n</div>\n"
        )),
        "{html}"
    );
}

#[test]
fn a_card_stays_in_its_list_item_before_the_next_block() {
    check(
        "- [x](@c1)\n  - tief\n- y\n",
        &format!(
            "<ul>\n<li><a class=\"claim claim--reported\" href=\"#card-c1\">x</a><div class=\"cards\">\n{CARD}\n</div>\n<ul>\n<li>tief</li>\n</ul>\n</li>\n<li>y</li>\n</ul>"
        ),
    );
}

#[test]
fn headings_have_ids_that_nothing_else_has() {
    let rendered = rendered(&text(
        "## Über Łódź {#ort onclick=alert(1) .rot}\n\n## Card c1\n\n## a\n\n## a\n\n## a-2\n\n[x](@c1)",
    ));
    let ids: Vec<&str> = rendered.contents.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["ort", "card-c1-2", "a", "a-2", "a-2-2"]);
    assert_eq!(rendered.contents[0].words, "Über Łódź");
    assert!(rendered.html.starts_with("<h2 id=\"ort\">Über Łódź</h2>\n"), "{}", rendered.html);
}

#[test]
fn links_out_of_the_report_are_told_apart_and_bad_ones_lead_nowhere() {
    check(
        "[a](https://a.example/ł?x=1&y=2) <b@b.example> [c](javascript:alert(1)) [d](JAVASCRIPT:x) [e](#ort)",
        "<p><a href=\"https://a.example/%C5%82?x=1&amp;y=2\" rel=\"external\">a</a> <a href=\"mailto:b@b.example\" rel=\"external\">b@b.example</a> c d <a href=\"#ort\">e</a></p>",
    );
}

#[test]
fn a_picture_alone_in_a_paragraph_is_a_figure() {
    check(
        "![](/media/saal 1.jpg)\n\n![Okno](</media/säl.jpg>)",
        "<p>![](/media/saal 1.jpg)</p>\n<figure>\n<img src=\"../media/s%C3%A4l.jpg\" alt=\"Okno\" loading=\"lazy\">\n<figcaption><span class=\"caption\">Der Saal</span> <small class=\"credit\">Łukasz &lt;dpa&gt; · CC-BY-4.0</small></figcaption>\n</figure>",
    );
    let html = html_of(&text("Siehe ![](/media/a.jpg) hier."));
    assert!(html.starts_with("<p>Siehe <img src=\"../media/a.jpg\" alt=\"Ein Saal\""), "{html}");
}

#[test]
fn footnotes_are_gathered_at_the_end_and_lead_back() {
    let html = html_of(&text("Satz[^ü]. Und [x](@c1)[^ü].\n\n[^ü]: Tekst [@c2].\n"));
    assert!(
        html.contains(
            "Satz<sup class=\"note\"><a href=\"#fn_1\" id=\"fnref_1\" role=\"doc-noteref\">1</a></sup>."
        ),
        "{html}"
    );
    assert!(html.contains(">x</a><sup class=\"note\"><a href=\"#fn_1\" id=\"fnref_1_2\""), "{html}");
    assert!(html.contains("<li id=\"fn_1\"><p>Tekst "), "{html}");
    assert_eq!(html.matches("↩").count(), 2, "{html}");
    sound(&html);
}

#[test]
fn html_is_shown_as_typed_unless_the_report_lets_it_through() {
    let markdown = "<div onclick=\"x()\">Grüße <script>x</script></div>\n\nEin <b style=\"color:red\" id=x>fettes *Wort</b> und* <script>y</script>.";
    let mut text = text(markdown);
    let shown = html_of(&text);
    assert!(shown.contains("<p>&lt;div onclick=&quot;x()&quot;&gt;Grüße &lt;script&gt;x"), "{shown}");
    text.raw_html = true;
    let safe = html_of(&text);
    assert_eq!(safe, "<div>Grüße </div>\n<p>Ein <b>fettes <em>Wort und</em> y.</b></p>\n");
}

#[test]
fn definitions_hold_cards_and_terms_do_not() {
    let html = html_of(&text("[Begriff](@c1)\n: Erklärung [@c2]\n"));
    assert!(
        html.contains("<dt><a class=\"claim claim--reported\" href=\"#card-c1\">Begriff</a></dt>\n<dd>"),
        "{html}"
    );
    assert!(html.trim_end().ends_with("</dd>\n</dl>"), "{html}");
    sound(&html);
}

#[test]
fn what_goes_wrong_with_a_card_is_said() {
    let text = text("[x](@c1)");
    let mut broken = |_: &CardPage| Err("`Größe` is not a field");
    let error = article(&text, "", Speech::english(), &mut broken).unwrap_err();
    assert_eq!(error, "`Größe` is not a field");
}

/// Well formed, each id once, and nothing in it that acts.
fn sound(html: &str) {
    let page = format!("<!DOCTYPE html><html><head><title>t</title></head><body>{html}</body></html>");
    let dom: RcDom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page);
    let errors = RefCell::borrow(&dom.errors);
    // Letters that no page should hold (U+FFFE) are an author's; tags out of order would be ours.
    let ours: Vec<_> = errors.iter().filter(|error| !error.contains("character")).collect();
    assert!(ours.is_empty(), "{ours:?}\n{html}");
    let mut ids = BTreeSet::new();
    each_element(&dom.document, &mut |name, attributes| {
        assert_ne!(name, "script", "{html}");
        for (attribute, value) in attributes {
            assert!(!attribute.starts_with("on") && attribute != "style", "{attribute} in {html}");
            assert!(attribute != "id" || ids.insert(value.clone()), "`{value}` twice in {html}");
            let scheme = value.trim_start().to_ascii_lowercase();
            assert!(attribute != "href" || !scheme.starts_with("javascript:"), "{html}");
        }
    });
}

fn each_element(node: &markup5ever_rcdom::Handle, see: &mut impl FnMut(&str, &[(String, String)])) {
    if let markup5ever_rcdom::NodeData::Element { name, attrs, .. } = &node.data {
        let attributes: Vec<(String, String)> = RefCell::borrow(attrs)
            .iter()
            .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
            .collect();
        see(&name.local, &attributes);
    }
    for child in RefCell::borrow(&node.children).iter() {
        each_element(child, see);
    }
}

/// Pieces of Markdown that mean something, in any order.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[x](@c1)",
        "[](@c2)",
        "[@c3]",
        "[@c1; @p]",
        "[p](@p)",
        "*",
        "**",
        "~~",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "# ",
        "## h {#ü onclick=x}\n",
        "| a | b |\n|---|:-:|\n| ",
        " | ",
        "[^1]",
        "\n[^1]: ",
        "\n: ",
        "![",
        "![ä](/media/a.jpg)",
        "](",
        ")",
        "[",
        "]",
        "<b>",
        "</b>",
        "<div>",
        "</div>\n",
        "<a href=javascript:x>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<i id=x>",
        "</i>",
        "<br>",
        "<p>",
        "<table><td>",
        "<li>",
        "</ul>",
        "[j](javascript:x)",
        "<https://ä.example>",
        "Łódź",
        " ",
        "word",
        "\\",
        "&amp;",
        "---\n",
        "<svg><style>",
        "<h2 id=card-c1>",
        "[x ![y](/media/b.jpg) [@c4]](@c5)",
        "\u{0}",
        "\u{202e}",
        "\t",
    ]);
    prop_oneof![
        4 => prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

proptest! {
    #[test]
    fn whatever_was_typed_becomes_a_sound_page(markdown in markdown(), raw_html: bool) {
        let mut text = text(&markdown);
        text.raw_html = raw_html;
        sound(&html_of(&text));
    }
}
