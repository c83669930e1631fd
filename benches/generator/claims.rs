//! Claims of every status, each with the evidence that its status takes.

use std::fmt::Write as _;

use casebook::model::Status;

use super::cast::{Cast, common, date};
use super::dice::Dice;
use super::documents::Library;
use super::entry::Entry;
use super::evidence::{Desk, Piece};
use super::prose::{DEEDS, Day, Language, NOTES, PLACES};

/// On how many days standings change: each is a page that lists what was known on it.
const DAYS_OF_CHANGE: usize = 24;

/// A claim, as far as articles must know it.
pub(crate) struct Claim {
    pub(crate) id: String,
    pub(crate) status: Status,
    pub(crate) statement: Statement,
    /// The claim that replaced it.
    pub(crate) successor: Option<String>,
    /// Whether only the desk may know of it.
    pub(crate) withheld: bool,
    /// The words of its first piece of evidence.
    pub(crate) quote: (Language, String),
    pub(crate) entry: String,
}

/// Who did what where.
pub(crate) struct Statement {
    /// Who, as a number of the cast.
    pub(crate) who: usize,
    name: String,
    deed: &'static [&'static str; 3],
    pub(crate) place: &'static str,
    frame: Frame,
}

/// What a claim says of a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Flat,
    Hedged,
    Said,
    Denied,
    Judged,
}

impl Statement {
    /// The claim in so many words, without a full stop.
    pub(crate) fn words(&self, language: Language) -> String {
        let Self { name, place, .. } = self;
        let deed = language.pick(self.deed);
        let plain = format!("{name} {deed}");
        match (self.frame, language) {
            (Frame::Flat, Language::Polish) => format!("{plain} w mieście {place}"),
            (Frame::Flat, _) => format!("{plain} in {place}"),
            (Frame::Hedged, Language::English) => format!("It is highly probable that {plain} in {place}"),
            (Frame::Hedged, Language::German) => {
                format!("Höchstwahrscheinlich so geschehen – {plain} in {place}")
            }
            (Frame::Hedged, Language::Polish) => {
                format!("Najprawdopodobniej tak było – {plain} w mieście {place}")
            }
            (Frame::Said, Language::English) => format!("The statement from {place} says that {plain}"),
            (Frame::Said, Language::German) => format!("In der Erklärung aus {place} steht – {plain}"),
            (Frame::Said, Language::Polish) => format!("W oświadczeniu z miasta {place} czytamy – {plain}"),
            (Frame::Denied, Language::English) => format!("It is denied that {plain} in {place}"),
            (Frame::Denied, Language::German) => format!("Bestritten wird – {plain} in {place}"),
            (Frame::Denied, Language::Polish) => format!("Zaprzecza się, że {plain} w mieście {place}"),
            (Frame::Judged, Language::English) => format!("It was a grave mistake that {plain} in {place}"),
            (Frame::Judged, Language::German) => format!("Ein schwerer Fehler war es – {plain} in {place}"),
            (Frame::Judged, Language::Polish) => {
                format!("Poważnym błędem było to, że {plain} w mieście {place}")
            }
        }
    }

    pub(crate) fn is_hedged(&self) -> bool {
        self.frame == Frame::Hedged
    }
}

/// What is decided of a claim before any is written, because claims refer to each other.
struct Plan {
    status: Status,
    frame: Frame,
    withheld: bool,
    /// Who the claim is about.
    who: usize,
    adverse: bool,
}

/// All claims of a report. They quote from the library's documents.
pub(crate) fn claims(count: usize, cast: &Cast, library: &mut Library, dice: &mut Dice) -> Vec<Claim> {
    let plans = plans(count, cast, dice);
    let mut desk = Desk { cast, archive: library, dice };
    (0..count).map(|number| claim(number, &plans, &mut desk)).collect()
}

fn plans(count: usize, cast: &Cast, dice: &mut Dice) -> Vec<Plan> {
    let mut plans: Vec<Plan> = (0..count)
        .map(|_| Plan {
            status: dice.weighted(&[
                (17, Status::Unverified),
                (40, Status::Reported),
                (18, Status::Corroborated),
                (9, Status::Verified),
                (6, Status::Disputed),
                (3, Status::Refuted),
                (5, Status::Superseded),
                (2, Status::Withdrawn),
            ]),
            frame: dice.weighted(&[
                (58, Frame::Flat),
                (4, Frame::Hedged),
                (20, Frame::Said),
                (5, Frame::Denied),
                (13, Frame::Judged),
            ]),
            withheld: dice.percent(1),
            who: dice.within(cast.people.clone()),
            adverse: dice.percent(8),
        })
        .collect();
    for number in 0..count {
        let next = plans.get(number + 1).map(|next| (next.status, next.withheld));
        let before = number.checked_sub(1).map(|before| plans[before].who);
        let plan = &mut plans[number];
        // What replaces a claim stands, and may be seen.
        if plan.status == Status::Superseded
            && !matches!(next, Some((status, false)) if status != Status::Withdrawn)
        {
            plan.status = Status::Reported;
        }
        // A denial answers the claim before it, and cannot be as sure as that one.
        if plan.frame == Frame::Denied {
            plan.status = Status::Reported;
            plan.who = before.unwrap_or(plan.who);
        }
        if plan.frame == Frame::Hedged {
            plan.status = Status::Unverified;
        }
    }
    plans
}

fn claim(number: usize, plans: &[Plan], desk: &mut Desk<'_, '_>) -> Claim {
    let plan = &plans[number];
    let id = id(number);
    let place = *desk.dice.one(&PLACES);
    let statement = Statement {
        who: plan.who,
        name: desk.cast.speakers[plan.who].name.clone(),
        deed: desk.dice.one(&DEEDS),
        place,
        frame: plan.frame,
    };
    let (typed, day) = date(desk.dice);
    let dated = !plan.withheld && desk.dice.percent(40);
    let day = day.filter(|_| dated);
    let pieces = desk.evidence(plan.status, plan.adverse || plan.frame == Frame::Judged);
    // Not every status can be carried by a small cast.
    let status = if pieces.is_empty() { Status::Reported } else { plan.status };
    let mut pieces = if pieces.is_empty() { desk.evidence(status, plan.adverse) } else { pieces };
    if plan.frame == Frame::Said && status == Status::Reported && desk.dice.percent(60) {
        // The origin is then whose words they are.
        let first = &mut pieces[0];
        (first.said_by, first.basis) = (None, None);
        first.via.clear();
    }

    let mut entry = Entry::new(&id);
    entry.field("text", format_args!("{}.", statement.words(Language::English)));
    match plan.frame {
        Frame::Flat => &mut entry,
        Frame::Hedged => entry.field("hedge", "highly probable"),
        Frame::Said => entry.field("kind", "utterance").field("speaker", speaker(plan, desk)),
        Frame::Denied => entry.field("kind", "denial").field("speaker", speaker(plan, desk)),
        Frame::Judged => entry.field("kind", "assessment"),
    };
    entry.field("status", status.word());
    if dated {
        entry.field("date", typed);
        if day.is_some() && desk.dice.percent(10) {
            entry.list("inferred", &["year"]);
        }
    }
    entry.list("about", &about(plan, dated, desk));
    if plan.adverse {
        entry.list("adverse_to", &[speaker(plan, desk)]);
    }
    let quote = evidence(&mut entry, &pieces, &statement, day, desk);
    if plan.adverse {
        reply(&mut entry, number, plans, desk);
    }
    relations(&mut entry, number, plans, desk.dice);
    standings(&mut entry, status, desk.dice);
    upkeep(&mut entry, &id, plan, &statement, desk.dice);
    let successor = (status == Status::Superseded).then(|| self::id(number + 1));
    Claim { id, status, statement, successor, withheld: plan.withheld, quote, entry: entry.into_text() }
}

fn id(number: usize) -> String {
    let words = ["valve", "line", "recording", "roster", "warning", "invoice", "seal", "repair"];
    format!("{}-{number}", words[number % words.len()])
}

fn speaker(plan: &Plan, desk: &Desk<'_, '_>) -> String {
    desk.cast.speakers[plan.who].id.clone()
}

/// The person, sometimes a body, and for most claims without a date of their own the one date they belong to.
fn about(plan: &Plan, dated: bool, desk: &mut Desk<'_, '_>) -> Vec<String> {
    let mut about = vec![speaker(plan, desk)];
    if desk.dice.percent(40) {
        about.push(desk.cast.speakers[desk.dice.within(desk.cast.organisations.clone())].id.clone());
    }
    let must_be_dated = matches!(plan.frame, Frame::Said | Frame::Denied);
    if !dated && (must_be_dated || desk.dice.percent(85)) {
        about.push(desk.dice.one(&desk.cast.occasions).clone());
    }
    about
}

/// Writes the evidence, and says the words of the first piece.
fn evidence(
    entry: &mut Entry,
    pieces: &[Piece],
    statement: &Statement,
    day: Option<Day>,
    desk: &mut Desk<'_, '_>,
) -> (Language, String) {
    let mut first = None;
    entry.line(4, "evidence:");
    for piece in pieces {
        let document = &desk.archive.documents[piece.document];
        let (id, language) = (document.id.clone(), document.language);
        // Some documents quote in English what they tell in their own language.
        let quoted = if desk.dice.percent(3) { Language::English } else { language };
        let mut quote = statement.words(quoted);
        if let Some(day) = day {
            let _ = write!(quote, " {}", day.words(quoted));
        }
        entry.line(6, &format!("- document: {id}"));
        let mut field = |name: &str, value: &str| {
            entry.line(8, &format!("{name}: {value}"));
        };
        let ids = |speakers: &[usize]| {
            let ids = speakers.iter().map(|speaker| desk.cast.speakers[*speaker].id.as_str());
            ids.collect::<Vec<_>>().join(", ")
        };
        if let Some(origin) = piece.said_by {
            field("said_by", &ids(&[origin]));
        }
        if !piece.via.is_empty() {
            field("via", &format!("[{}]", ids(&piece.via)));
        }
        if let Some(basis) = piece.basis {
            field("basis", basis);
        }
        if piece.stance != "supports" {
            field("stance", piece.stance);
        }
        field("quote", &quote);
        if matches!(statement.frame, Frame::Said | Frame::Denied) {
            field("indirect", "true");
        }
        field("at", &format!("paragraph {}", desk.dice.within(1..30)));
        if quoted != language {
            field("language", quoted.tag());
        }
        if quoted != Language::English {
            entry.line(8, "translation:");
            entry.line(10, &format!("text: {}", statement.words(Language::English)));
            entry.line(10, "language: en").line(10, "by: desk");
        }
        if piece.shown {
            entry.line(8, "shown: true");
        }
        desk.archive.quote(piece.document, quote.clone());
        first.get_or_insert((quoted, quote));
    }
    first.unwrap_or((Language::English, String::new()))
}

/// The reply of whom the claim may harm: the denial that follows it, or what came of asking.
fn reply(entry: &mut Entry, number: usize, plans: &[Plan], desk: &mut Desk<'_, '_>) {
    let party = speaker(&plans[number], desk);
    entry.line(4, "responses:").line(6, &format!("- party: {party}"));
    if plans.get(number + 1).is_some_and(|next| next.frame == Frame::Denied && !next.withheld) {
        entry.line(8, &format!("claim: {}", id(number + 1)));
        return;
    }
    let asked = ["asked: 2026-03-02", "deadline: 2026-03-09"];
    let answer = ["date: 2026-03-06", "quote: Wir haben dem nichts hinzuzufügen"];
    let (outcome, told): (&str, &[&[&str]]) = match desk.dice.within(0..5) {
        0 => ("not sought", &[&["why: The report was compiled from published material."]]),
        1 => ("no reply", &[&asked]),
        2 => ("no comment", &[&asked]),
        3 => ("confirmed", &[&asked, &answer]),
        _ => ("denied", &[&asked, &answer]),
    };
    entry.line(8, &format!("outcome: {outcome}"));
    for line in told.iter().copied().flatten() {
        entry.line(8, line);
    }
}

/// What the claim has to do with the one before or after it.
fn relations(entry: &mut Entry, number: usize, plans: &[Plan], dice: &mut Dice) {
    let plan = &plans[number];
    if plan.status == Status::Superseded {
        entry.field("superseded_by", id(number + 1));
    }
    let Some(before) = number.checked_sub(1).filter(|before| !plans[*before].withheld) else { return };
    let is_sure = matches!(plan.status, Status::Corroborated | Status::Verified);
    if plan.frame == Frame::Denied || plan.status == Status::Disputed && dice.percent(50) {
        entry.list("contradicts", &[id(before)]);
    } else if is_sure && dice.percent(10) && plans[before].status != Status::Superseded {
        entry.list("refines", &[id(before)]);
    }
}

/// Since when it stands so: a history of one or more lines, or `since`.
fn standings(entry: &mut Entry, status: Status, dice: &mut Dice) {
    let change = dice.within(2..DAYS_OF_CHANGE);
    let earlier = dice.within(1..change);
    let day = |change: usize| Day::after(2026, change * 12).iso();
    let changed = match status {
        Status::Superseded => "A later finding replaced it.",
        Status::Withdrawn => "It could not be maintained.",
        Status::Unverified => "",
        _ if dice.percent(15) => "Another document was opened.",
        _ => "",
    };
    if changed.is_empty() {
        if dice.percent(60) {
            entry.field("since", day(change));
        }
        return;
    }
    entry.line(4, "history:");
    let first = if dice.percent(10) { format!("\"[{}..{}]\"", day(0), day(earlier)) } else { day(earlier) };
    entry.line(6, &format!("- {{date: {first}, status: unverified, why: First heard of it.}}"));
    entry.line(6, &format!("- {{date: {}, status: {}, why: {changed}}}", day(change), status.word()));
}

/// Corrections, reviews, and what only the desk knows.
fn upkeep(entry: &mut Entry, id: &str, plan: &Plan, statement: &Statement, dice: &mut Dice) {
    if dice.percent(4) {
        let kind = dice.one(&["correction", "clarification", "update"]);
        entry.line(4, "corrections:");
        entry.line(6, &format!("- date: {}", Day::after(2026, dice.within(0..280)).iso()));
        entry.line(8, &format!("kind: {kind}"));
        entry.line(8, &format!("said: Somebody else than {}.", statement.name));
        entry.line(8, &format!("now: {}.", statement.words(Language::English)));
        entry.line(8, "why: The kept copy says it differently.");
    }
    entry.field("reviewed", "2026-11-02");
    if dice.percent(20) {
        entry.field("review_by", "2090-01-31");
    }
    if plan.withheld {
        let embargo = dice.percent(30);
        entry.field(
            if embargo { "embargo" } else { "draft" },
            if embargo { "2090-01-01T06:00+01:00" } else { "true" },
        );
        entry.field("notes", NOTES[0]);
    } else {
        common(entry, id, dice);
    }
}
