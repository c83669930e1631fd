//! Articles of some four hundred words that state the claims, in every way Markdown lets them.

use casebook::model::Status;

use super::cast::{Cast, plain};
use super::claims::Claim;
use super::dice::Dice;
use super::prose::{Day, Language, NOTES, PLACES, filler};

/// How many claims fall to an article.
const CLAIMS_IN_AN_ARTICLE: usize = 10;

const FOLDERS: [&str; 4] = ["", "śledztwo/", "Über die Akten/", "background/"];

/// One article for ten claims; together they state every claim that may be stated.
pub(crate) fn articles(cast: &Cast, claims: &[Claim], dice: &mut Dice) -> Vec<(String, String)> {
    let count = claims.len().div_ceil(CLAIMS_IN_AN_ARTICLE);
    let article = |(number, claims): (usize, &[Claim])| {
        let mut article =
            Article { number, count, language: language(number), cast, dice, text: String::new() };
        article.front_matter();
        article.body(claims);
        (format!("content/articles/{}.md", name(number)), article.text)
    };
    claims.chunks(CLAIMS_IN_AN_ARTICLE).enumerate().map(article).collect()
}

/// Two in ten are not in the report's language.
fn language(number: usize) -> Language {
    match number % 10 {
        8 => Language::German,
        9 => Language::Polish,
        _ => Language::English,
    }
}

fn name(number: usize) -> String {
    format!("{}Protokół {number}", FOLDERS[number % FOLDERS.len()])
}

/// One in fifty is a draft.
fn is_draft(number: usize) -> bool {
    number % 50 == 49
}

struct Article<'c, 'd> {
    number: usize,
    count: usize,
    language: Language,
    cast: &'c Cast,
    dice: &'d mut Dice,
    text: String,
}

impl Article<'_, '_> {
    fn front_matter(&mut self) {
        let place = *self.dice.one(&PLACES);
        let titles = ["What happened in", "Was geschah in", "Co się stało – miasto"];
        let number = self.number;
        let mut lines = vec![format!("title: {} {place}, {number}", self.language.pick(&titles))];
        lines.push(format!("date: {}", Day::after(2025, number % 300).iso()));
        if self.dice.percent(30) {
            lines.push(format!("updated: {}", Day::after(2026, number % 300).iso()));
        }
        let author = &self.cast.speakers[self.dice.within(self.cast.people.clone())].id;
        lines.push(format!("authors: [{author}, Bärbel Nowak]"));
        lines.push(format!("summary: {}.", filler(self.language, self.dice)));
        if self.language != Language::English {
            lines.push(format!("lang: {}", self.language.tag()));
        }
        if number % 20 == 8 {
            lines.push(format!("translation_of: {}", id(number - 1)));
        }
        if number == 0 {
            lines.push("lead: true".to_owned());
        }
        if self.dice.percent(5) {
            lines.push("corrections:".to_owned());
            lines.push("  - date: 2026-05-04".to_owned());
            lines.push("    kind: correction".to_owned());
            lines.push("    said: The valve was open.".to_owned());
            lines.push("    now: The valve was closed.".to_owned());
        }
        if self.dice.percent(3) {
            lines.push(format!("was: [former-article-{number}]"));
        }
        if self.dice.percent(4) {
            lines.push(format!("notes: {}", self.dice.one(&NOTES)));
        }
        if is_draft(number) {
            lines.push("draft: true".to_owned());
        }
        self.text = format!("---\n{}\n---\n\n", lines.join("\n"));
    }

    fn body(&mut self, claims: &[Claim]) {
        let current = |claim: &&Claim| !matches!(claim.status, Status::Refuted | Status::Withdrawn);
        let claims: Vec<&Claim> = claims.iter().filter(|claim| !claim.withheld).filter(current).collect();
        let opening = self.fillers(3);
        self.put(&opening);
        for (section, claims) in claims.chunks(3).enumerate() {
            let place = claims[0].statement.place;
            self.put(&format!("\n\n## {place} {{#part-{section}}}"));
            for claim in claims {
                let (before, sentence, after) =
                    (self.fillers(2), self.sentence(claim, claims[0]), self.fillers(2));
                self.put(&format!("\n\n{before} {sentence} {after}"));
            }
            match section {
                0 => self.table(claims),
                1 => self.quotation(claims),
                2 => self.footnote(claims),
                _ => {}
            }
        }
        self.links();
    }

    fn put(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Sentences that state nothing.
    fn fillers(&mut self, count: usize) -> String {
        let fillers: Vec<String> =
            (0..count).map(|_| format!("{}.", filler(self.language, self.dice))).collect();
        fillers.join(" ")
    }

    /// A sentence that states a claim: its words marked, or cited after them, at times together with the claim `beside` it.
    fn sentence(&mut self, claim: &Claim, beside: &Claim) -> String {
        let Claim { id, statement, .. } = claim;
        let words = statement.words(self.language);
        if let Some(successor) = &claim.successor {
            let replaced = ["This has been superseded", "Das ist überholt", "To już nieaktualne"];
            return format!("{}, [{words}](@{id}) [@{successor}].", self.language.pick(&replaced));
        }
        let who = &self.cast.speakers[statement.who].id;
        let with = self.language.pick(&["With", "Mit", "Z udziałem"]);
        match self.dice.within(0..10) {
            _ if statement.is_hedged() => format!("{words} [@{id}]."),
            0..6 => format!("[{words}](@{id})."),
            6 => format!("{words} [@{id}]."),
            7 => format!("{with} [](@{who}) [{words}](@{id})."),
            8 if beside.successor.is_none() && beside.id != *id => {
                format!("{words} [@{id}][@{}].", beside.id)
            }
            _ => format!("{words} [@{id}], {with} [{}](@{who}).", self.cast.speakers[statement.who].name),
        }
    }

    fn table(&mut self, claims: &[&Claim]) {
        let head = self.language.pick(&["| what | where |", "| was | wo |", "| co | gdzie |"]);
        self.put(&format!("\n\n{head}\n|---|---|"));
        for claim in claims.iter().filter(|claim| claim.successor.is_none()) {
            let words = claim.statement.words(self.language);
            self.put(&format!("\n| {words} [@{}] | {} |", claim.id, claim.statement.place));
        }
    }

    /// Where a claim's evidence is in the article's language, its very words.
    fn quotation(&mut self, claims: &[&Claim]) {
        let quoted = claims.iter().find(|claim| claim.successor.is_none() && claim.quote.0 == self.language);
        if let Some(claim) = quoted {
            self.put(&format!("\n\n> {} [@{}]", claim.quote.1, claim.id));
        }
    }

    /// Two claims that one citation holds, below the text.
    fn footnote(&mut self, claims: &[&Claim]) {
        let ids: Vec<String> = claims
            .iter()
            .filter(|claim| claim.successor.is_none())
            .map(|claim| format!("@{}", claim.id))
            .collect();
        if ids.is_empty() {
            return;
        }
        let filler = filler(self.language, self.dice);
        self.put(&format!("[^file]\n\n[^file]: {filler} [{}].", ids.join("; ")));
        let term = self.language.pick(&["Roster", "Dienstplan", "Grafik"]);
        self.put(&format!("\n\n{term}\n: {filler}."));
    }

    /// To a body, and to two other articles: by id, and by file.
    fn links(&mut self) {
        let body = &self.cast.speakers[self.dice.within(self.cast.organisations.clone())].id;
        let see = self.language.pick(&["See also", "Siehe auch", "Zobacz też"]);
        self.put(&format!("\n\n{see} [](@{body})"));
        for _ in 0..2 {
            let other = self.dice.within(0..self.count);
            if other != self.number && !is_draft(other) {
                let words = filler(self.language, self.dice);
                self.put(&format!(", [{words}](@{})", id(other)));
            }
        }
        let neighbour = self.number + FOLDERS.len();
        if neighbour < self.count && !is_draft(neighbour) {
            self.put(&format!(", [{see}](Protokół%20{neighbour}.md)"));
        }
        self.put(".\n");
    }
}

/// As made from the path of its file.
fn id(number: usize) -> String {
    name(number).split('/').map(plain).collect::<Vec<_>>().join("/")
}
