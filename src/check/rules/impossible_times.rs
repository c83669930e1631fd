//! Times that cannot be: an end before its beginning, an answer before the question, a day that has not come.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Article, Claim, Correction, Date, Document, End, Person, Reply};
use crate::text::At;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let (asked, record) = (matter.asked(), matter.record);
    let people = asked.people.iter().map(|(key, person)| (Any::Person(key), Times::of_person(person)));
    let documents = asked.documents.iter();
    let documents = documents.map(|(key, document)| (Any::Document(key), Times::of_document(document)));
    let claims = asked.claims.iter().map(|(key, claim)| (Any::Claim(key), Times::of_claim(claim)));
    let articles =
        asked.articles.iter().map(|(key, article)| (Any::Article(key), Times::of_article(article)));

    // Somewhere on earth it is tomorrow.
    let tomorrow = Date::of_day(matter.today.tomorrow().unwrap_or(matter.today));
    let mut found = Vec::new();
    for (entry, times) in people.chain(documents).chain(claims).chain(articles) {
        if !record.is_whole(entry) {
            continue;
        }
        // What waits for its day may be written as if that had come.
        let waits = record.desk.withheld.contains_key(&entry);
        let done = times.done.iter().filter(|_| !waits).filter(|date| tomorrow.certainly_before(&date.value));
        let findings = times.pairs.iter().filter_map(Pair::finding).chain(done.map(|date| to_come(date)));
        found.extend(findings.map(|finding| Found { entry, finding }));
    }
    found
}

/// The times of an entry that something can be said of without knowing more.
#[derive(Default)]
struct Times<'m> {
    pairs: Vec<Pair<'m>>,
    /// When something was done to it, which is before today.
    done: Vec<&'m At<Date>>,
}

/// Two times of which one cannot be before the other.
struct Pair<'m> {
    first: At<&'m Date>,
    then: At<&'m Date>,
    /// What is said where it is.
    backwards: &'static str,
}

impl<'m> Times<'m> {
    fn of_person(person: &'m Person) -> Self {
        let mut times = Self::default();
        for role in &person.roles {
            times.pair(role.from.as_ref(), ended(role.until.as_ref()), "this role ended before it began");
        }
        for span in &person.speaks_for {
            let backwards = "they ceased to speak for it before they began to";
            times.pair(span.from.as_ref(), ended(span.until.as_ref()), backwards);
        }
        times
    }

    fn of_document(document: &'m Document) -> Self {
        let Document { created, published, accessed, .. } = document;
        let mut times = Self::default();
        times.pair(
            created.as_ref(),
            at(published.as_ref()),
            "this was published before it was written or recorded",
        );
        times.pair(
            created.as_ref(),
            at(accessed.as_ref()),
            "this was opened before it was written or recorded",
        );
        times.pair(published.as_ref(), at(accessed.as_ref()), "this was opened before it was published");
        times.done.extend(accessed);
        times
    }

    fn of_claim(claim: &'m Claim) -> Self {
        let mut times = Self::default();
        for response in &claim.responses {
            let Reply::Outcome { asked, deadline, date, .. } = &response.reply else { continue };
            times.pair(
                asked.as_ref(),
                at(deadline.as_ref()),
                "the time to answer ended before they were asked",
            );
            times.pair(asked.as_ref(), at(date.as_ref()), "they answered before they were asked");
        }
        times.done.extend(&claim.reviewed);
        times.done.extend(claim.checked.iter().map(|checked| &checked.value.date));
        times.done.extend(claim.history.iter().map(|standing| &standing.date));
        times.corrected(&claim.corrections);
        times
    }

    fn of_article(article: &'m Article) -> Self {
        let mut times = Self::default();
        let backwards = "this was last changed before it was first published";
        times.pair(article.date.as_ref(), at(article.updated.as_ref()), backwards);
        times.corrected(&article.corrections);
        times
    }

    fn pair(&mut self, first: Option<&'m At<Date>>, then: Option<At<&'m Date>>, backwards: &'static str) {
        let Some((first, then)) = at(first).zip(then) else { return };
        self.pairs.push(Pair { first, then, backwards });
    }

    fn corrected(&mut self, corrections: &'m [Correction]) {
        self.done.extend(corrections.iter().map(|correction| &correction.date));
    }
}

impl Pair<'_> {
    fn finding(&self) -> Option<Finding> {
        let Self { first, then, backwards } = self;
        then.value.certainly_before(first.value).then(|| {
            Finding::error("impossible-times", then.place, *backwards)
                .also(first.place, "the time it cannot be before")
                .help("correct the date that is wrong")
        })
    }
}

fn to_come(date: &At<Date>) -> Finding {
    let message = format!("`{}` is yet to come, and this has been done", date.value.as_typed());
    Finding::error("impossible-times", date.place, message).help("correct the date")
}

fn at(date: Option<&At<Date>>) -> Option<At<&Date>> {
    date.map(|date| At::new(&date.value, date.place))
}

fn ended(end: Option<&At<End>>) -> Option<At<&Date>> {
    match end {
        Some(At { value: End::On(date), place }) => Some(At::new(date, *place)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found_in;

    fn said(entry: &str, sheet: &str) -> String {
        let files = [
            ("content/facts/leak.yaml", format!("sources: {{gazeta: {{name: Gazeta Łódzka}}}}\n{sheet}")),
            ("content/articles/bericht.md", format!("---\ntitle: Das Leck\n{entry}---\nŁoś.\n")),
        ];
        let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
        found_in("impossible-times", &files)
    }

    #[track_caller]
    fn of_entries(sheet: impl Fn(&str) -> String, cases: &[(&str, &str)]) {
        for (times, expected) in cases {
            let said = said("", &sheet(times));
            let said = said.split_once(": ").map_or("", |(_, said)| said);
            assert_eq!(said, *expected, "{times}");
        }
    }

    #[test]
    fn roles_run_forward() {
        let backwards = "this role ended before it began";
        let role = |times: &str| {
            format!("people: {{anna: {{name: Änne Łoś, roles: [{{title: Chefin, {times}}}]}}}}")
        };
        of_entries(
            role,
            &[
                ("from: 2020, until: 2019", backwards),
                ("from: 2020-05, until: 2020-04-30", backwards),
                ("from: 2020, until: 2020-05", ""),
                ("from: 2020, until: ..", ""),
                ("from: 2020?, until: 2019", ""),
                ("until: 2019", ""),
            ],
        );
        let speaks =
            "people: {anna: {name: Änne Łoś, speaks_for: [{organisation: gazeta, from: 2020, until: 2019}]}}";
        assert_eq!(said("", speaks), "Error 2: they ceased to speak for it before they began to");
    }

    #[test]
    fn documents_are_written_and_then_opened() {
        let document = |times: &str| {
            format!("documents: {{brief: {{title: Brief, type: letter, source: gazeta, {times}}}}}")
        };
        of_entries(
            document,
            &[
                ("published: 2024-03-12, accessed: 2024-03-11", "this was opened before it was published"),
                ("created: 2024-03, accessed: 2024-02", "this was opened before it was written or recorded"),
                ("created: 2024-03, published: 2024", ""),
                ("created: 2025, published: 2024", "this was published before it was written or recorded"),
                ("published: 2024-03-12T23:00-04:00, accessed: 2024-03-12", ""),
                ("accessed: 2026-11-26", "`2026-11-26` is yet to come, and this has been done"),
                // Elsewhere it is tomorrow.
                ("accessed: 2026-11-25", ""),
                ("accessed: 2026-11-26, draft: true", ""),
                ("published: 2030", ""),
            ],
        );
    }

    #[test]
    fn claims_are_answered_after_the_question_and_changed_before_today() {
        let reply = |times: &str| {
            format!(
                "claims: {{one: {{text: Łoś., status: reported, responses: [{{party: gazeta, {times}}}]}}}}"
            )
        };
        of_entries(
            reply,
            &[
                (
                    "outcome: denied, asked: 2024-03-04, date: 2024-03-03",
                    "they answered before they were asked",
                ),
                ("outcome: denied, asked: 2024-03-04T12:00+01:00, date: 2024-03-04", ""),
                (
                    "outcome: no reply, asked: 2024-03-04, deadline: 2024-03-01",
                    "the time to answer ended before they were asked",
                ),
            ],
        );
        let to_come = "`2027` is yet to come, and this has been done";
        let claim = |times: &str| format!("claims: {{one: {{text: Łoś., status: reported, {times}}}}}");
        of_entries(
            claim,
            &[
                ("reviewed: 2027", to_come),
                ("checked: {by: Łoś, date: 2027, how: Gesehen.}", to_come),
                ("since: 2027", to_come),
                (
                    "history: [{date: 2024, status: reported, why: So.}, {date: 2027, status: reported, why: So.}]",
                    to_come,
                ),
                ("corrections: [{date: 2027, kind: correction, said: Los., now: Łoś., why: So.}]", to_come),
                ("reviewed: 2026, review_by: 2027", ""),
                ("since: 2027, embargo: 2027-01-01T00:00+01:00", ""),
                ("reviewed: 2027?", ""),
            ],
        );
    }

    #[test]
    fn articles_are_changed_after_they_were_published() {
        let changed = "Error 4: this was last changed before it was first published";
        let cases = [
            ("date: 2024-03-12\nupdated: 2024-03-11\n", changed),
            ("date: 2024-03-12\nupdated: 2024-03-12\n", ""),
            ("updated: 2024-03-12\n", ""),
            (
                "corrections: [{date: 2027, kind: update, said: Los., now: Łoś., why: So.}]\n",
                "Error 3: `2027` is yet to come, and this has been done",
            ),
        ];
        for (front, expected) in cases {
            assert_eq!(said(front, ""), expected, "{front}");
        }
    }
}
