//! A site that needs none of what a report is: articles, the people in them, and links between the two.

use std::fmt::Write as _;

use super::cast::{distinct, plain};
use super::dice::Dice;
use super::prose::{Day, FIRST_NAMES, LAST_NAMES, Language, filler};

/// Articles for each person.
const ARTICLES_OF_A_PERSON: usize = 20;
const WORDS: usize = 400;
const PEOPLE_LINKED: usize = 3;
const ARTICLES_LINKED: usize = 2;

/// Who is to build the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Generator {
    Casebook,
    Hugo,
    Zola,
}

struct Person {
    id: String,
    name: String,
}

/// The files of a site with so many articles of four hundred words, each with links to three people and two other
/// articles. Every generator is given the same words and the same links, in its own spelling.
pub(crate) fn plain_site(articles: usize, seed: u64, generator: Generator) -> Vec<(String, String)> {
    let dice = &mut Dice::new(seed);
    let people = people((articles / ARTICLES_OF_A_PERSON).max(PEOPLE_LINKED), dice);
    let mut files = generator.ground(&people);
    for number in 0..articles {
        let linked = distinct((0..PEOPLE_LINKED).map(|_| dice.within(0..people.len())).collect());
        let linked: Vec<&Person> = linked.into_iter().map(|person| &people[person]).collect();
        let others: Vec<usize> = (0..ARTICLES_LINKED).map(|_| dice.within(0..articles)).collect();
        let mut text = generator.front_matter(number, &linked);
        text.push_str(&body(&linked, &others, generator, dice));
        files.push((format!("content/articles/article-{number}.md"), text));
    }
    files
}

fn people(count: usize, dice: &mut Dice) -> Vec<Person> {
    let person = |number: usize| {
        let name = format!("{} {} {number}", dice.one(&FIRST_NAMES), dice.one(&LAST_NAMES));
        Person { id: plain(&name), name }
    };
    (0..count).map(person).collect()
}

/// Paragraphs with a link each, until there are words enough.
fn body(people: &[&Person], articles: &[usize], generator: Generator, dice: &mut Dice) -> String {
    let people = people.iter().map(|person| generator.person_link(person));
    let mut links = people.chain(articles.iter().map(|article| generator.article_link(*article)));
    let mut text = String::new();
    for paragraph in 0.. {
        if paragraph % 3 == 1 {
            let _ = writeln!(text, "\n## {}", filler(Language::German, dice));
        }
        text.push('\n');
        for _ in 0..5 {
            let sentence = filler(Language::English, dice);
            let _ = write!(text, "{sentence}. ");
        }
        let _ = writeln!(text, "{}", links.next().unwrap_or_else(|| "It rained.".to_owned()));
        if text.split_whitespace().count() >= WORDS {
            return text;
        }
    }
    text
}

impl Generator {
    /// A sentence that links to a person.
    fn person_link(self, person: &Person) -> String {
        let Person { id, name } = person;
        match self {
            Self::Casebook => format!("Ask [{name}](@{id})."),
            Self::Hugo | Self::Zola => format!("Ask [{name}](/people/{id}/)."),
        }
    }

    /// A sentence that links to an article.
    fn article_link(self, article: usize) -> String {
        match self {
            Self::Casebook => format!("See [article {article}](@article-{article})."),
            Self::Hugo => format!("See [article {article}](/articles/article-{article}/)."),
            Self::Zola => format!("See [article {article}](@/articles/article-{article}.md)."),
        }
    }

    /// Casebook reads from the links who is mentioned; the others must be told.
    fn front_matter(self, article: usize, people: &[&Person]) -> String {
        let title = format!("The water in the cellar, {article}");
        let date = Day::after(2020, article % 2000).iso();
        let listed = |field: fn(&Person) -> &str| {
            let people: Vec<String> = people.iter().map(|person| format!("\"{}\"", field(person))).collect();
            people.join(", ")
        };
        match self {
            Self::Casebook => format!("---\ntitle: {title}\ndate: {date}\n---\n"),
            Self::Hugo => {
                let ids = listed(|person| &person.id);
                format!("---\ntitle: {title}\ndate: {date}\npeople: [{ids}]\n---\n")
            }
            Self::Zola => {
                let names = listed(|person| &person.name);
                format!("+++\ntitle = \"{title}\"\ndate = {date}\n[taxonomies]\npeople = [{names}]\n+++\n")
            }
        }
    }

    /// What there is beside the articles: settings, templates, and who people are.
    fn ground(self, people: &[Person]) -> Vec<(String, String)> {
        let fixed: &[(&str, &str)] = match self {
            Self::Casebook => &[("content/report.yaml", REPORT)],
            Self::Hugo => &HUGO,
            Self::Zola => &ZOLA,
        };
        let mut files: Vec<_> =
            fixed.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        match self {
            Self::Casebook => {
                let entry = |Person { id, name }: &Person| format!("  {id}: {{name: {name}}}\n");
                let entries: String = people.iter().map(entry).collect();
                files.push(("content/facts/people.yaml".to_owned(), format!("people:\n{entries}")));
            }
            Self::Hugo => files.extend(people.iter().map(|Person { id, name }| {
                (format!("content/people/{id}/_index.md"), format!("---\ntitle: {name}\n---\n"))
            })),
            // Its taxonomies go by the name alone.
            Self::Zola => {}
        }
        files
    }
}

/// A plain site makes no claims: the rules that hold prose to them are switched off, as they would be by anyone.
const REPORT: &str = "\
title: Plain pages
language: en
base_url: https://plain.example/
rules:
  - {rule: uncited-statement, level: off, why: &plain Plain pages make no claims.}
  - {rule: low-coverage, level: off, why: *plain}
  - {rule: plural-sources-one, level: off, why: *plain}
  - {rule: vague-attribution, level: off, why: *plain}
  - {rule: superseded-as-current, level: off, why: *plain}
  - {rule: dropped-hedge, level: off, why: *plain}
  - {rule: reply-not-shown, level: off, why: *plain}
  - {rule: unknown-person, level: off, why: *plain}
  - {rule: wrong-weekday, level: off, why: *plain}
  - {rule: unused-claim, level: off, why: *plain}
";

/// Templates as plain as they can be and still be of use: navigation, articles, lists, and people with the articles
/// that name them; a feed and a sitemap come with the generator.
const HUGO: [(&str, &str); 6] = [
    ("hugo.toml", include_str!("hugo/hugo.toml")),
    ("layouts/baseof.html", include_str!("hugo/baseof.html")),
    ("layouts/home.html", include_str!("hugo/home.html")),
    ("layouts/list.html", include_str!("hugo/list.html")),
    ("layouts/page.html", include_str!("hugo/page.html")),
    ("content/articles/_index.md", "---\ntitle: Articles\n---\n"),
];

const ZOLA: [(&str, &str); 8] = [
    ("config.toml", include_str!("zola/config.toml")),
    ("templates/base.html", include_str!("zola/base.html")),
    ("templates/index.html", include_str!("zola/index.html")),
    ("templates/section.html", include_str!("zola/section.html")),
    ("templates/page.html", include_str!("zola/page.html")),
    ("templates/people/list.html", include_str!("zola/taxonomy_list.html")),
    ("templates/people/single.html", include_str!("zola/taxonomy_single.html")),
    ("content/articles/_index.md", "+++\ntitle = \"Articles\"\nsort_by = \"date\"\n+++\n"),
];
