//! What the rules that read articles find, and what they let pass, in three languages.

use std::collections::BTreeMap;

use casebook::check::{Matter, check};
use casebook::copies::{Copies, Known};
use casebook::ledger::Ledger;
use casebook::text::{Input, Inputs};

/// A report of one article and one sheet, and what a rule says of it: the words it stands at.
struct Desk {
    rule: &'static str,
    sheet: &'static str,
}

impl Desk {
    fn found(&self, language: &str, prose: &str) -> Vec<String> {
        self.found_in(language, "title: A", prose)
    }

    fn found_in(&self, language: &str, front: &str, prose: &str) -> Vec<String> {
        let file = |path: &str, text: String| Input { path: path.to_owned(), text: text.into() };
        let files = vec![
            file("content/report.yaml", format!("title: The leak\nlanguage: {language}\n")),
            file("content/articles/a.md", format!("---\n{front}\n---\n{prose}\n")),
            file("content/facts/f.yaml", self.sheet.to_owned()),
        ];
        let inputs = Inputs::new(files, BTreeMap::new());
        let (drafts, _) = casebook::load::load(&inputs);
        let (record, _) = casebook::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
        let reading = casebook::reading::read(&record, &inputs);
        let copies =
            Copies::gather(&record.facts.claims, &record.facts, &inputs, &mut Known::default(), |_| None);
        let (ledger, _) = Ledger::read(&inputs, &drafts, &record);
        let checked = check(&Matter {
            record: &record,
            part: None,
            reading: &reading,
            inputs: &inputs,
            copies: &copies,
            ledger: &ledger,
            sound: true,
            today: jiff::civil::date(2026, 11, 24),
        });
        let own = checked.findings.iter().filter(|finding| finding.rule == self.rule);
        own.map(|finding| inputs.words(finding.place).to_owned()).collect()
    }

    #[track_caller]
    fn catches(&self, cases: &[(&str, &str, &str)]) {
        for (language, prose, words) in cases {
            assert_eq!(self.found(language, prose), [*words], "{language}: {prose}");
        }
    }

    #[track_caller]
    fn lets_pass(&self, cases: &[(&str, &str)]) {
        for (language, prose) in cases {
            assert_eq!(self.found(language, prose), Vec::<String>::new(), "{language}: {prose}");
        }
    }
}

const SHEET: &str = "
people:
  anna-los: {name: Änne Łoś}
  jan: {name: Jan Gräfe}
sources:
  gazeta: {name: Gazeta Łódzka}
  kurier: {name: Kurier}
  insider: {name: Ulf Brandt, confidential: {described_as: Somebody, reason: Fear., approved_by: desk}}
documents:
  report: {title: Podsłuchana rozmowa, type: article, source: gazeta}
  other: {title: Rozmowa, type: article, source: kurier}
claims:
  one: {text: Somebody spoke., status: reported, evidence: [{document: report, basis: witness}]}
  three: {text: Somebody heard it., status: reported, evidence: [{document: other, basis: witness}]}
  two:
    text: Two spoke.
    status: corroborated
    evidence: [{document: report, basis: witness}, {document: other, basis: witness}]
  cites-several: {text: Sources say so according to the paper., status: reported, evidence: [{document: report}]}
  old: {text: One line., status: superseded, superseded_by: new, evidence: [{document: report}]}
  new: {text: Two lines., status: reported, evidence: [{document: report}]}
  false-one: {text: No line., status: refuted, contradicts: [new], evidence: [{document: report, stance: disputes}]}
  unread: {text: Unread., status: superseded, superseded_by: nowhere, evidence: [{document: report}]}
  bare: {text: She was careless., status: reported, adverse_to: [anna-los], evidence: [{document: report}]}
  asked:
    text: She was careless.
    status: reported
    adverse_to: [anna-los]
    evidence: [{document: report}]
    responses: [{party: anna-los, outcome: no comment}]
  answered:
    text: She was careless.
    status: reported
    adverse_to: [anna-los]
    evidence: [{document: report}]
    responses: [{party: anna-los, claim: held-back}]
  half:
    text: Both were careless.
    status: reported
    adverse_to: [jan, anna-los]
    evidence: [{document: report}]
    responses: [{party: jan, outcome: denied}]
  denial: {text: She denies it., kind: denial, speaker: anna-los, status: reported, evidence: [{document: report}]}
  held-back: {text: She denies it., kind: denial, speaker: anna-los, status: reported, draft: true, evidence: [{document: report}]}
";

#[test]
fn uncited_statement() {
    let desk = Desk { rule: "uncited-statement", sheet: SHEET };
    desk.catches(&[
        ("en", "Änne Łoś left. Nobody saw it.", "Änne Łoś left."),
        ("en", "Somebody left on 3 May 2024.", "Somebody left on 3 May 2024."),
        ("en", "| who | when |\n|---|---|\n| [](@anna-los) | in 2024 |", "in 2024"),
        ("en", "> She left. She came. She left.", "She left."),
        ("en", "- Forty left.\n- Others came.", "Forty left."),
        ("de", "Änne Łoś ging am 3. Mai 2024. Das war alles.", "Änne Łoś ging am 3. Mai 2024."),
        ("pl", "Änne Łoś wyszła 3 maja 2024 r. Minister milczał.", "Änne Łoś wyszła 3 maja 2024 r."),
        ("fr", "[](@anna-los) est partie.", "[](@anna-los) est partie."),
    ]);
    desk.lets_pass(&[
        ("en", "Änne Łoś [left](@one). So it was."),
        ("en", "Änne Łoś left. [@one]"),
        ("en", "Änne Łoś left.\n\n[@one]"),
        ("en", "Änne Łoś left.[^n]\n\n[^n]: The paper says so. [@one]"),
        ("en", "| who | when |\n|---|---|\n| [](@anna-los) | [in 2024](@one) |"),
        ("en", "## Änne Łoś\n\nWho was Änne Łoś?\n\nWe asked Änne Łoś in 2024."),
        ("en", "See also [](@anna-los).\n\n- [](@anna-los)\n- [](@gazeta)"),
        ("en", "Änne Łoś [left](@lost)."),
        ("de", "Die Behörde und der Leiter der Abteilung schwiegen lange."),
        ("pl", "Ministerstwo Obrony Narodowej długo milczało."),
    ]);
}

#[test]
fn unknown_person() {
    let desk = Desk { rule: "unknown-person", sheet: SHEET };
    desk.catches(&[
        ("en", "Thomas Miller left, and Thomas Miller came. [@one]", "Thomas Miller"),
        ("en", "## What Thomas Miller says", "Thomas Miller"),
        ("de", "Danach ging **Thomas Müller**. [@one]", "Thomas Müller"),
        ("pl", "Widziano Tomasza Wiśniewskiego. [@one]", "Tomasza Wiśniewskiego"),
    ]);
    desk.lets_pass(&[
        ("en", "Änne Łoś and Jan Gräfe's wife left. [@one]"),
        ("en", "The Konrad Adenauer Foundation and Ulf Brandt. [@one]"),
        ("de", "Jan Gräfes Frau und die Deutsche Bahn. [@one]"),
        ("pl", "Widziano Jana Gräfego przy ul. Jana Matejki. [@one]"),
    ]);
}

#[test]
fn vague_attribution() {
    let desk = Desk { rule: "vague-attribution", sheet: SHEET };
    desk.catches(&[
        ("en", "He reportedly left.", "reportedly"),
        ("en", "It is said that he left.", "It is said"),
        ("en", "Authorities continue to look.", "Authorities continue"),
        ("de", "Der angebliche Anruf kam nie.", "angebliche"),
        ("de", "Dem Vernehmen nach ging er.", "Dem Vernehmen nach"),
        ("pl", "Podobno wyszedł.", "Podobno"),
        ("pl", "Mówi się, że wyszedł.", "Mówi się"),
    ]);
    desk.lets_pass(&[
        ("en", "He [reportedly left](@one)."),
        ("en", "He reportedly left. [@one]"),
        ("en", "He asked: “Has it reportedly been seen?”"),
        ("en", "She said: “He reportedly left us.”"),
        ("en", "Is it said that he left?"),
        ("en", "We do not know who reportedly left."),
        ("de", "Er ging [angeblich](@one)."),
        ("pl", "[Podobno wyszedł](@one)."),
        ("fr", "Il est reportedly parti."),
    ]);
}

#[test]
fn plural_sources_one() {
    let desk = Desk { rule: "plural-sources-one", sheet: SHEET };
    desk.catches(&[
        ("en", "Several sources [say so](@one).", "Several sources"),
        ("en", "Media reports name him. [@one]", "Media reports"),
        ("de", "Medienberichten zufolge [war es so](@one).", "Medienberichten"),
        ("pl", "Media donoszą, że [tak było](@one).", "Media donoszą"),
    ]);
    desk.lets_pass(&[
        ("en", "Several sources [say so](@two)."),
        ("en", "Several sources say so. [@one; @three]"),
        ("en", "Several sources [say so](@cites-several)."),
        ("en", "“Several sources say so,” [he said](@one)."),
        ("en", "One source [says so](@one)."),
        ("de", "Mehrere Quellen [sagen es](@two)."),
        ("pl", "Kilka źródeł [tak mówi](@two)."),
    ]);
}

#[test]
fn superseded_as_current() {
    let desk = Desk { rule: "superseded-as-current", sheet: SHEET };
    desk.catches(&[
        ("en", "There was [one line](@old).", "[one line](@old)"),
        ("en", "There was one line. [@old]", "[@old]"),
        ("en", "There was [no line](@false-one).", "[no line](@false-one)"),
        ("en", "At first none.\n\nThere was [one](@old).", "[one](@old)"),
        ("de", "Es gab [eine Leitung](@old).", "[eine Leitung](@old)"),
        ("pl", "Była [jedna linia](@old).", "[jedna linia](@old)"),
        ("en", "| a | b |\n|---|---|\n| At first | none |\n| [one](@old) | line |", "[one](@old)"),
    ]);
    desk.lets_pass(&[
        ("en", "At first there was [one line](@old)."),
        ("en", "There was [one line](@old). That is outdated."),
        ("en", "There was [one line](@old), and later [two](@new)."),
        ("en", "There was [one line](@old). [@new]"),
        ("en", "There was [no line](@false-one), or [two](@new)."),
        ("en", "| a | b |\n|---|---|\n| [one line](@old) | withdrawn |"),
        ("en", "Was there [one line](@old)?"),
        ("en", "There was [unread](@unread)."),
        ("de", "Zunächst gab es [eine Leitung](@old)."),
        ("de", "Es gab [eine Leitung](@old). Das ist überholt."),
        ("pl", "Początkowo była [jedna linia](@old)."),
        ("pl", "Była [jedna linia](@old). To już nieaktualne."),
        ("fr", "Il y avait [une ligne](@old)."),
    ]);
}

#[test]
fn reply_not_shown() {
    let desk = Desk { rule: "reply-not-shown", sheet: SHEET };
    desk.catches(&[
        ("en", "She [was careless](@bare). She [was](@bare).", "[was careless](@bare)"),
        ("de", "Sie war unvorsichtig. [@answered]", "[@answered]"),
        ("pl", "[Byli nieostrożni](@half).", "[Byli nieostrożni](@half)"),
    ]);
    desk.lets_pass(&[
        ("en", "She [was careless](@asked)."),
        ("en", "She [was careless](@bare); she [denies it](@denial)."),
        ("en", "Was she [careless](@bare)?"),
        ("de", "Sie [war unvorsichtig](@bare), was sie [bestreitet](@denial)."),
    ]);
}

/// A sheet of one claim with a reservation.
macro_rules! hedged {
    ($hedge:literal, $text:literal) => {
        Desk {
            rule: "dropped-hedge",
            sheet: concat!(
                "sources: {gazeta: {name: Gazeta Łódzka}}\n",
                "documents: {report: {title: Rozmowa, type: article, source: gazeta}}\n",
                "claims:\n  c: {text: ",
                $text,
                ", hedge: ",
                $hedge,
                ", status: reported, evidence: [{document: report}]}\n",
                "  d: {text: Other., status: reported, evidence: [{document: report}]}\n",
            ),
        }
    };
}

#[test]
fn dropped_hedge() {
    let desk = hedged!("highly probable", "It is highly probable wohl prawdopodobnie that he left.");
    desk.catches(&[
        ("en", "He [left](@c).", "left"),
        ("en", "He left in 2024. [@c]", "[@c]"),
        ("en", "It may be so. He [left](@c).", "left"),
        ("en", "He [left at about 40](@c).", "left at about 40"),
        ("de", "Er [ist gegangen](@c).", "ist gegangen"),
        ("pl", "On [wyszedł](@c).", "wyszedł"),
    ]);
    desk.lets_pass(&[
        ("en", "He [probably left](@c)."),
        ("en", "It is likely that he [left](@c)."),
        ("en", "He left in 2024. [@c; @d]"),
        ("en", "The wording matters here. [@c]"),
        ("en", "[](@c)"),
        ("en", "Had he [left](@c)?"),
        ("en", "We asked nobody of those who left. [@c]"),
        ("de", "Er [ist wohl gegangen](@c)."),
        ("de", "Er [soll gegangen sein](@c)."),
        ("pl", "On [prawdopodobnie wyszedł](@c)."),
        ("fr", "Il [est parti](@c)."),
    ]);

    for (hedge, catches, lets_pass) in [
        (hedged!("possibly", "He possibly left."), "He [probably left](@c).", "He [may have left](@c)."),
        (hedged!("about forty", "About forty left."), "[Forty left](@c).", "[Around forty left](@c)."),
        (hedged!("na razie", "For now he stays."), "He [stays](@c).", "He [stays for now](@c)."),
    ] {
        assert_eq!(hedge.found("en", catches).len(), 1, "{catches}");
        hedge.lets_pass(&[("en", lets_pass)]);
    }
    hedged!("wohl", "He left.").catches(&[("en", "", "He left.")]);
    hedged!("vermutlich", "He presumably left.").lets_pass(&[("en", "")]);
}

#[test]
fn titles_and_summaries_are_read_as_the_text_is() {
    let all_of_one = "Somebody spoke. [@one] Somebody spoke. [@one]";
    let several = "Somebody spoke. [@one] Somebody heard it. [@three]";
    let cases = [
        ("vague-attribution", "en", "title: A\nsummary: It reportedly broke.", "", "reportedly"),
        ("vague-attribution", "de", "title: Der angebliche Anruf", "", "angebliche"),
        ("vague-attribution", "en", "title: A\nsummary: They say “it reportedly broke”.", "", ""),
        ("vague-attribution", "en", "title: Did it reportedly break?", "", ""),
        ("unknown-person", "en", "title: A\nsummary: Thomas Müller was there.", "", "Thomas Müller"),
        ("unknown-person", "en", "title: A\nsummary: 'Yes: Thomas Müller was.'", "", "Thomas Müller"),
        (
            "unknown-person",
            "en",
            "title: A\nsummary: >\n  Then Thomas\n  Müller was.",
            "",
            "Then Thomas\n  Müller was.",
        ),
        ("unknown-person", "pl", "title: A\nsummary: Była tam Änne Łoś.", "", ""),
        ("plural-sources-one", "en", "title: Several sources say so", all_of_one, "Several sources"),
        ("plural-sources-one", "en", "title: Several sources say so", several, ""),
        ("plural-sources-one", "en", "title: Several sources say so", "Nothing is stated.", ""),
        (
            "wrong-weekday",
            "en",
            "title: A\nsummary: It broke on Tuesday, 11 March 2024.",
            "",
            "Tuesday, 11 March 2024",
        ),
        // Nobody expects a headline to cite.
        ("uncited-statement", "en", "title: Änne Łoś left in 2024", "", ""),
        ("low-coverage", "en", "title: Änne Łoś left in 2024", "", ""),
    ];
    for (rule, language, front, prose, expected) in cases {
        let found = Desk { rule, sheet: SHEET }.found_in(language, front, prose).join(" | ");
        assert_eq!(found.trim_end(), expected, "{rule}: {front}");
    }
}
