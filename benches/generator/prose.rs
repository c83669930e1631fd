//! Words in three languages. No sentence holds a name, number or date that was not put into it, so that whatever a
//! report states is stated by a claim.

use super::dice::Dice;

/// The languages reports, documents and articles are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    German,
    Polish,
}

impl Language {
    /// The language people write in there.
    pub(crate) fn of_country(country: &str) -> Self {
        match country {
            "DE" | "AT" => Self::German,
            "PL" => Self::Polish,
            _ => Self::English,
        }
    }

    /// BCP 47.
    pub(crate) fn tag(self) -> &'static str {
        self.pick(&["en", "de", "pl"])
    }

    /// The wording in this language, of English, German and Polish.
    pub(crate) fn pick<'w, T: ?Sized>(self, wordings: &[&'w T; 3]) -> &'w T {
        wordings[self as usize]
    }
}

/// The same sentence in three languages.
type Wording = [&'static str; 3];

pub(crate) const FIRST_NAMES: [&str; 28] = [
    "Jürgen",
    "Małgorzata",
    "Frank",
    "Zofia",
    "Łukasz",
    "Käthe",
    "Björn",
    "Agnieszka",
    "Eleanor",
    "Günther",
    "Stanisław",
    "Thomas",
    "Żaneta",
    "Margaret",
    "Jörg",
    "Bożena",
    "Heinz",
    "Krzysztof",
    "Anneliese",
    "Paweł",
    "Rósín",
    "Sebastian",
    "Grażyna",
    "Oliver",
    "Úna",
    "Matthäus",
    "Wacław",
    "Ruth",
];

pub(crate) const LAST_NAMES: [&str; 32] = [
    "Müller",
    "Wiśniewski",
    "Graefe",
    "Błaszczyk",
    "Schröder",
    "Ó Briain",
    "Dąbrowska",
    "Weiß",
    "Carrington",
    "Łuczak",
    "Köhler",
    "Sokołów",
    "Fairweather",
    "Jäger",
    "Wójcik",
    "Brandstätter",
    "Zając",
    "Hawthorne",
    "Groß",
    "Piątek",
    "Böttcher",
    "Kędzierski",
    "Ashdown",
    "Strauß",
    "Żak",
    "Vogel",
    "Mierzwa",
    "Pemberton",
    "Löwe",
    "Cieślak",
    "Hübner",
    "Winter",
];

/// Of people who asked not to be named; nobody else bears them.
pub(crate) const SECRET_NAMES: [&str; 6] =
    ["Świerszczewska", "Quantschnigg", "Bździągwa", "Xylander", "Brzęczyszczykiewicz", "Oxenstjärna"];

pub(crate) const PLACES: [&str; 20] = [
    "Görlitz",
    "Łódź",
    "Singapore",
    "Kraków",
    "Köln",
    "Gdańsk",
    "Düsseldorf",
    "Brüssel",
    "Rzeszów",
    "Przemyśl",
    "Lübeck",
    "Wrocław",
    "Edinburgh",
    "Saarbrücken",
    "Poznań",
    "Würzburg",
    "Świdnica",
    "Cork",
    "Bautzen",
    "Żywiec",
];

pub(crate) const PAPERS: [&str; 10] = [
    "Anzeiger",
    "Kurier",
    "Głos",
    "Herald",
    "Tageblatt",
    "Dziennik",
    "Observer",
    "Rundschau",
    "Wiadomości",
    "Gazette",
];

pub(crate) const BODIES: [&str; 10] = [
    "Ministry of Transport",
    "Amt für Gewässerschutz",
    "Straż Pożarna",
    "Committee of Inquiry",
    "Prüfstelle Süd",
    "Inspektorat Nadzoru",
    "Harbour Authority",
    "Landesbetrieb Straßenbau",
    "Komenda Powiatowa",
    "Works Council",
];

/// What somebody did; who comes before it, and where after it.
pub(crate) const DEEDS: [Wording; 16] = [
    ["received the inspection report", "erhielt den Prüfbericht", "otrzymuje raport z kontroli"],
    ["ordered the valve to be closed", "ließ das Ventil schließen", "poleca zamknąć zawór"],
    [
        "joined the call from a hotel",
        "nahm aus einem Hotel an der Schaltung teil",
        "łączy się z rozmową z hotelu",
    ],
    ["signed the acceptance record", "unterzeichnete das Abnahmeprotokoll", "podpisuje protokół odbioru"],
    ["was warned of the cracks", "wurde vor den Rissen gewarnt", "słyszy ostrzeżenie o pęknięciach"],
    ["passed the recording on", "gab die Aufnahme weiter", "przekazuje nagranie dalej"],
    ["left the control room early", "verließ die Leitwarte früher", "wychodzi wcześniej ze sterowni"],
    ["used an unsecured line", "benutzte eine ungesicherte Leitung", "korzysta z niezabezpieczonego łącza"],
    ["postponed the repair", "verschob die Reparatur", "odkłada naprawę"],
    ["paid the invoice of the contractor", "zahlte die Rechnung der Baufirma", "płaci fakturę wykonawcy"],
    ["asked for a second opinion", "bat um ein zweites Gutachten", "prosi o drugą opinię"],
    ["kept the measurements back", "hielt die Messwerte zurück", "zatrzymuje wyniki pomiarów"],
    ["informed the supervisory board", "unterrichtete den Aufsichtsrat", "informuje radę nadzorczą"],
    ["changed the duty roster", "änderte den Dienstplan", "zmienia grafik dyżurów"],
    ["found the seal broken", "fand das Siegel gebrochen vor", "zastaje zerwaną plombę"],
    ["called the emergency services", "rief die Rettungskräfte", "wzywa służby ratunkowe"],
];

/// Carries an article from one claim to the next.
const FILLERS: [Wording; 12] = [
    [
        "The files leave little doubt about the order of things",
        "Die Akten lassen an der Reihenfolge wenig Zweifel",
        "Akta nie pozostawiają wątpliwości co do kolejności",
    ],
    [
        "Nobody in the building thought much of it",
        "Niemand im Haus dachte sich etwas dabei",
        "Nikt w budynku nie zwrócił na to uwagi",
    ],
    [
        "What followed was a question of minutes",
        "Was folgte, war eine Frage von Minuten",
        "To, co nastąpiło, było kwestią minut",
    ],
    [
        "The corridors were empty and the lights were on",
        "Die Flure waren leer und das Licht brannte",
        "Korytarze były puste, a światła zapalone",
    ],
    ["This is how the papers describe it", "So beschreiben es die Papiere", "Tak opisują to dokumenty"],
    [
        "It changed the course of the inquiry",
        "Es änderte den Gang der Untersuchung",
        "Zmieniło to bieg śledztwa",
    ],
    ["The wording matters here", "Auf den Wortlaut kommt es hier an", "Sformułowanie ma tu znaczenie"],
    [
        "Others had seen the same and kept quiet",
        "Andere hatten dasselbe gesehen und geschwiegen",
        "Inni widzieli to samo i milczeli",
    ],
    [
        "The rest can be read in the minutes",
        "Das Übrige steht im Protokoll",
        "Resztę można przeczytać w protokole",
    ],
    [
        "For the families this was hard to bear",
        "Für die Angehörigen war das schwer zu ertragen",
        "Dla rodzin było to trudne do zniesienia",
    ],
    [
        "A letter in the archive tells it differently",
        "Ein Brief im Archiv erzählt es anders",
        "List w archiwum opowiada o tym inaczej",
    ],
    [
        "The water kept rising all the while",
        "Das Wasser stieg unterdessen weiter",
        "Woda tymczasem wciąż się podnosiła",
    ],
];

/// What the desk tells itself; these words stand nowhere else.
pub(crate) const NOTES: [&str; 4] = [
    "Rückruf der Pressestelle steht aus, nachfassen vor Redaktionsschluss",
    "Ask the lawyers again before this goes anywhere near print",
    "Sprawdzić jeszcze raz z archiwistką, zanim pójdzie dalej",
    "Photocopy is in the grey cabinet, third drawer, blue folder",
];

const MONTHS: [[&str; 3]; 12] = [
    ["January", "Januar", "stycznia"],
    ["February", "Februar", "lutego"],
    ["March", "März", "marca"],
    ["April", "April", "kwietnia"],
    ["May", "Mai", "maja"],
    ["June", "Juni", "czerwca"],
    ["July", "Juli", "lipca"],
    ["August", "August", "sierpnia"],
    ["September", "September", "września"],
    ["October", "Oktober", "października"],
    ["November", "November", "listopada"],
    ["December", "Dezember", "grudnia"],
];

/// A sentence that states nothing, without its full stop.
pub(crate) fn filler(language: Language, dice: &mut Dice) -> &'static str {
    language.pick(dice.one(&FILLERS))
}

/// A day of the years the report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: usize,
    /// From 1.
    pub(crate) month: usize,
    /// In the month, from 1 to 28, so that every month has it.
    date: usize,
}

impl Day {
    /// The day so many days after New Year of `year`, in years of twelve months of 28 days.
    pub(crate) fn after(year: usize, days: usize) -> Self {
        Self { year: year + days / 336, month: days / 28 % 12 + 1, date: days % 28 + 1 }
    }

    /// ISO 8601.
    pub(crate) fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.date)
    }

    /// As a sentence says it: `on 3 May 2023`.
    pub(crate) fn words(self, language: Language) -> String {
        let Self { year, month, date } = self;
        let month = language.pick(&MONTHS[month - 1]);
        match language {
            Language::English => format!("on {date} {month} {year}"),
            Language::German => format!("am {date}. {month} {year}"),
            Language::Polish => format!("{date} {month} {year}"),
        }
    }
}
