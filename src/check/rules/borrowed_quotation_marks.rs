//! Words put down as somebody's own that are those of whoever passed them on.

use std::sync::LazyLock;

use super::phrases::{Tongue, phrases, words};
use crate::check::voice::is_one_voice;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, ClaimKind, Document, DocumentType, Evidence, Facts, Name, Speaker};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    let said =
        matter.claims().filter(|(_, claim)| matches!(claim.kind, ClaimKind::Utterance | ClaimKind::Denial));
    for (key, claim) in said {
        let Some(speaker) = claim.speaker else { continue };
        let Some(voice) = Voice::of(speaker.value, facts) else { continue };
        let findings = claim.evidence.iter().filter_map(|piece| borrowed(piece, claim, &voice, facts));
        found.extend(findings.map(|finding| Found { entry: Any::Claim(key), finding }));
    }
    found
}

fn borrowed(piece: &Evidence, claim: &Claim, voice: &Voice, facts: &Facts) -> Option<Finding> {
    let quote = piece.quote.as_ref().filter(|_| !piece.indirect)?;
    let document = facts.documents.get(piece.document.value)?;
    // Where the sheet names another, the words are shown as that other's.
    let named = piece.said_by.is_none_or(|said_by| is_one_voice(said_by.value, voice.speaker, facts));
    if !named || is_own(document, voice.speaker, facts) {
        return None;
    }
    let language = piece.language.as_ref().or(document.language.as_ref());
    let tag = language.map_or(facts.report.language.as_str(), |language| language.value.as_str());
    let lists = Lists::of(Tongue::of(tag)?);
    if !voice.is_told_of(&quote.value, lists) {
        return None;
    }
    let id = &facts.entry(voice.speaker.into())?.id;
    let finding = Finding::warning(
        "borrowed-quotation-marks",
        quote.place,
        format!("these are not the words of `{id}`"),
    )
    .label("this tells of the speaker")
    .help("quote the speaker's own words, or add `indirect: true`");
    Some(match claim.speaker {
        Some(speaker) => finding.also(speaker.place, "whose words they are said to be"),
        None => finding,
    })
}

/// Whether a document gives what was said as it was said, or is the speaker's own.
fn is_own(document: &Document, speaker: Speaker, facts: &Facts) -> bool {
    let verbatim = matches!(
        document.kind.value,
        DocumentType::Transcript | DocumentType::Recording | DocumentType::Film | DocumentType::Interview
    );
    verbatim || document.source.is_some_and(|source| is_one_voice(source.value, speaker, facts))
}

/// The words that betray who is talking, in one language.
struct Lists {
    /// `said`, `according`.
    reporting: Vec<&'static str>,
    /// `I`, `our`.
    first_person: Vec<&'static str>,
    /// `he`, `she`.
    third_person: Vec<&'static str>,
}

impl Lists {
    fn of(tongue: Tongue) -> &'static Self {
        static ENGLISH: LazyLock<Lists> = LazyLock::new(|| {
            Lists::read(
                include_str!("words/reporting.en.txt"),
                include_str!("words/first-person.en.txt"),
                include_str!("words/third-person.en.txt"),
            )
        });
        static GERMAN: LazyLock<Lists> = LazyLock::new(|| {
            Lists::read(
                include_str!("words/reporting.de.txt"),
                include_str!("words/first-person.de.txt"),
                include_str!("words/third-person.de.txt"),
            )
        });
        static POLISH: LazyLock<Lists> = LazyLock::new(|| {
            Lists::read(
                include_str!("words/reporting.pl.txt"),
                include_str!("words/first-person.pl.txt"),
                include_str!("words/third-person.pl.txt"),
            )
        });
        match tongue {
            Tongue::English => &ENGLISH,
            Tongue::German => &GERMAN,
            Tongue::Polish => &POLISH,
        }
    }

    fn read(reporting: &'static str, first_person: &'static str, third_person: &'static str) -> Self {
        let list = |text| phrases(text).collect();
        Self {
            reporting: list(reporting),
            first_person: list(first_person),
            third_person: list(third_person),
        }
    }
}

/// How many words may stand between a name and its verb: "the minister has now *said*".
const REACH: usize = 3;

/// Somebody, and the beginnings of the words they are spoken of with.
struct Voice {
    speaker: Speaker,
    stems: Vec<String>,
}

impl Voice {
    /// Nothing for a confidential source: nobody tells of it by its name.
    fn of(speaker: Speaker, facts: &Facts) -> Option<Self> {
        let (name, entry) = match speaker {
            Speaker::Person(key) => (&facts.people[key].name.value, &facts.people[key].entry),
            Speaker::Organisation(key) => {
                (&facts.organisations[key].name.value, &facts.organisations[key].entry)
            }
            Speaker::Source(key) => match &facts.sources[key].name {
                Name::Known(name) => (&name.value, &facts.sources[key].entry),
                Name::Confidential { .. } => return None,
            },
        };
        let names = std::iter::once(name).chain(entry.also.iter().map(|also| &also.value));
        let stems = names.flat_map(|name| match speaker {
            // A person is told of by the last of their names.
            Speaker::Person(_) => words(name).pop().into_iter().collect::<Vec<_>>(),
            _ => words(name).iter().filter(|word| word.chars().count() > 3).map(|word| stem(word)).collect(),
        });
        Some(Self { speaker, stems: stems.collect() })
    }

    /// Whether a quotation tells of the speaker. Whoever says "I" in it speaks themselves, and where it has quotation
    /// marks of its own, it keeps the two apart.
    fn is_told_of(&self, quote: &str, lists: &Lists) -> bool {
        const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '‹', '›'];
        let words = words(quote);
        if quote.contains(MARKS) || words.iter().any(|word| lists.first_person.contains(&word.as_str())) {
            return false;
        }
        let is_reporting = |word: &String| lists.reporting.contains(&word.as_str());
        let near = |at: usize| {
            words[at.saturating_sub(REACH)..(at + REACH + 1).min(words.len())].iter().any(is_reporting)
        };
        // Nobody opens with "he" who speaks of himself; later it may be anyone.
        let opens = words.first().is_some_and(|word| lists.third_person.contains(&word.as_str()));
        let mut named = (0..words.len()).filter(|at| self.is_meant(&words[*at]));
        match self.speaker {
            Speaker::Person(_) => named.next().is_some() || opens && near(0),
            // Bodies speak of themselves by their name, too: only with a verb is it told of them.
            _ => named.any(near),
        }
    }

    fn is_meant(&self, word: &str) -> bool {
        self.stems.iter().any(|stem| {
            word.strip_prefix(stem.as_str()).is_some_and(|ending| ending.chars().count() <= REACH)
        })
    }
}

/// A word without its ending, so that `ministry` finds `ministries`, and `Ministerstwo` finds `Ministerstwa`.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    word.chars().take(letters.saturating_sub(2).max(4)).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found;

    /// Whether a quotation in an agency's report is found to be somebody else's words.
    fn is_found(speaker: &str, language: &str, quote: &str, fields: &str) -> bool {
        let sheet = format!(
            "
people: {{pistorius: {{name: Boris Pistorius, speaks_for: ministry}}, anne-los: {{name: Änne Łoś}}}}
organisations: {{ministry: {{name: German Ministry of Defence, also: [Ministerstwo Obrony, Verteidigungsministerium]}}}}
sources: {{pap: {{name: PAP}}, insider: {{name: Jan Gräfe, confidential: {{described_as: Eine Beamtin, reason: Angst., approved_by: desk}}}}}}
documents:
  report: {{title: Raport, type: wire, source: pap, language: {language}}}
  interview: {{title: Rozmowa, type: interview, source: pap, language: {language}}}
  statement: {{title: Erklärung, type: statement, source: ministry, language: {language}}}
claims:
  said: {{text: So., status: reported, kind: utterance, speaker: {speaker}, evidence: [{{quote: '{quote}', {fields}}}]}}"
        );
        !found("borrowed-quotation-marks", &sheet).is_empty()
    }

    #[test]
    fn words_that_tell_of_the_speaker_are_not_the_speakers() {
        let cases = [
            ("pistorius", "en", "Minister Pistorius reaffirms his earlier position", true),
            ("pistorius", "en", "He stressed that enhancing security is the current priority", true),
            (
                "pistorius",
                "en",
                "I am not ready to dismiss our best officers just because it would benefit Putin",
                false,
            ),
            ("pistorius", "en", "imposing any sanctions is premature", false),
            ("pistorius", "en", "Pistorius called it \"a grave mistake\"", false),
            ("pistorius", "en", "It is a grave mistake, and he knows it", false),
            ("pistorius", "de", "Pistorius zufolge sind keine Daten abgeflossen", true),
            ("pistorius", "de", "Er betonte, die Sicherheit gehe vor", true),
            ("pistorius", "de", "Die Sicherheit geht vor", false),
            ("pistorius", "de", "Ich habe das Pistorius gesagt", false),
            ("pistorius", "pl", "Zdaniem Pistoriusa jest na to za wcześnie", true),
            ("pistorius", "pl", "Nie jestem gotów zwalniać najlepszych oficerów", false),
            ("anne-los", "pl", "Łoś powiedziała, że to nieprawda", true),
            ("anne-los", "pl", "To nieprawda", false),
            ("ministry", "en", "Initially, the German Defense Ministry pointed to one officer", true),
            ("ministry", "en", "The Ministry of Defence has rules for this", false),
            ("ministry", "de", "Das Verteidigungsministerium teilte mit, es werde geprüft", true),
            ("ministry", "pl", "Ministerstwo Obrony oświadczyło, że bada sprawę", true),
            // In a language without lists nothing can be told.
            ("pistorius", "fr", "Pistorius a dit que", false),
            ("insider", "en", "Gräfe said that it was so", false),
        ];
        for (speaker, language, quote, expected) in cases {
            assert_eq!(
                is_found(speaker, language, quote, "document: report"),
                expected,
                "{speaker}: {quote}"
            );
        }
    }

    #[test]
    fn where_it_is_known_whose_words_they_are_nothing_is_said() {
        let quote = "Minister Pistorius reaffirms his earlier position";
        let cases = [
            ("document: report", true),
            ("document: report, said_by: pistorius", true),
            ("document: report, said_by: ministry", true),
            ("document: report, indirect: true", false),
            ("document: report, said_by: pap", false),
            ("document: interview", false),
            ("document: statement", false),
            ("document: report, language: fr", false),
            ("document: report, said_by: nobody", false),
        ];
        for (fields, expected) in cases {
            assert_eq!(is_found("pistorius", "en", quote, fields), expected, "{fields}");
        }
    }
}
