//! What a sentence states that can be checked, and what only looks like it.

use super::project;
use crate::reading::Stated;

const SHEET: &str = "
people:
  frank-graefe: {name: Frank Gräfe, also: [Frank Graefe]}
  anna-los: {name: Änne Łoś}
  jan: {name: Jan Kowalski}
organisations:
  mad: {name: MAD}
  ministry: {name: Ministry of Defence}
  works: {name: The water works}
sources: {gazeta: {name: Gazeta Łódzka}}
documents: {report: {title: Podsłuchana rozmowa, type: article, source: gazeta, authors: [Maria Nowak]}}
claims:
  one: {text: One., status: reported, evidence: [{document: report}]}
";

/// What each sentence that needs a claim states, as `letter:words`: n, u (a full name that is not known), number, date,
/// quotation. A sentence that needs none is a dash.
fn stated(language: &str, text: &str) -> String {
    let (_, _, reading) = project(&format!("---\ntitle: A\nlang: {language}\n---\n{text}\n"), SHEET);
    let mut said = Vec::new();
    for sentence in reading.articles[0].sentences() {
        if !sentence.needs_claim {
            said.push("-".to_owned());
            continue;
        }
        for stated in &sentence.states {
            let letter = match stated.what {
                Stated::Name => "n",
                Stated::UnknownName => "u",
                Stated::Number => "#",
                Stated::Date => "d",
                Stated::Quotation => "q",
            };
            said.push(format!("{letter}:{}", sentence.text().get(stated.range.clone()).unwrap()));
        }
    }
    said.join("|")
}

#[track_caller]
fn all(language: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(stated(language, text), *expected, "{language}: {text}");
    }
}

#[test]
fn names_in_english() {
    all(
        "en",
        &[
            ("Then Frank Graefe left.", "n:Frank Graefe"),
            ("Gräfe's phone rang.", "n:Gräfe's"),
            ("The MAD found it.", "n:MAD"),
            ("He was mad.", ""),
            ("The Ministry of Defence spoke.", "n:Ministry of Defence"),
            ("The ministry of the water works spoke.", ""),
            ("[](@frank-graefe) left.", "n:Frank Gräfe"),
            ("[The man](@frank-graefe) left.", "n:The man"),
            ("Then Thomas Miller left.", "u:Thomas Miller"),
            ("Thomas Miller left.", "u:Thomas Miller"),
            ("It was Dr. Xaver Brandt.", "u:Xaver Brandt"),
            ("Brigadier General Frank Graefe left.", "n:Frank Graefe"),
            ("Brigadier General Wojtek Zając left.", "u:Wojtek Zając"),
            ("The Secretary General of the General Staff left.", ""),
            ("Major General Motors plants closed.", ""),
            ("Colonel Wojtek Zając left.", "u:Wojtek Zając"),
            ("So did John F. Miller and Karl von Stein.", "u:John F. Miller|u:Karl von Stein"),
            ("Hans Graefe is another.", "u:Hans Graefe"),
            ("Maria Nowak wrote it.", "n:Maria Nowak"),
            ("Air Force Inspector of the United States.", ""),
            ("They weighed German Taurus Cruise Missiles.", ""),
            ("At the John F. Kennedy Airport nothing moved.", ""),
            ("The Konrad Adenauer Foundation said so.", ""),
            ("Robert Koch Institute figures were late.", ""),
            ("The Prime Minister of New South Wales resigned.", ""),
            ("Thomas, Miller and Smith left.", ""),
            ("But Thomas They did not see.", ""),
            ("Dr. Strangelove is a film.", ""),
            ("On a Monday Thomas left.", "d:Monday"),
        ],
    );
}

#[test]
fn names_in_german() {
    all(
        "de",
        &[
            ("Dann ging Frank Gräfe.", "n:Frank Gräfe"),
            ("Gräfes Telefon klingelte.", "n:Gräfes"),
            ("Der Leiter der Abteilung Beschaffung ging.", ""),
            ("Die Große Koalition und das Verteidigungsministerium schwiegen.", ""),
            ("Dann ging Thomas Müller.", "u:Thomas Müller"),
            ("Oberst Wojtek Zając ging.", "u:Wojtek Zając"),
            ("Gestern sprach Verteidigungsminister Ulf Brandt.", "u:Ulf Brandt"),
            ("Die Konrad-Adenauer-Stiftung und die Robert Bosch Stiftung zahlten.", ""),
            ("Er wohnt in der Hans Albers Straße.", ""),
            ("Der Oberst Beschwerde Führer ging.", "u:Beschwerde Führer"),
            ("Die Frau Mitte Vierzig ging.", "#:Vierzig"),
            ("Brigadegeneral Frank Gräfe ging.", "n:Frank Gräfe"),
            ("Generalmajor a. D. Xaver Brandt ging.", "u:Xaver Brandt"),
            ("Sebastian sah die Polizei.", ""),
        ],
    );
}

#[test]
fn names_in_polish() {
    all(
        "pl",
        &[
            ("Potem wyszedł Jan Kowalski.", "n:Jan Kowalski"),
            ("Nie widziano Jana Kowalskiego.", "n:Jana Kowalskiego"),
            ("Rozmawiano z Änne Łosią.", "n:Änne Łosią"),
            ("Telefon Łosia dzwonił.", "n:Łosia"),
            ("Nie widziano Tomasza Wiśniewskiego.", "u:Tomasza Wiśniewskiego"),
            ("Rozmawiano z Anną Zielińską.", "u:Anną Zielińską"),
            ("To było przy ul. Adama Mickiewicza.", ""),
            ("Plac Jana Pawła Drugiego był pusty.", ""),
            ("Nagroda imienia Marii Skłodowskiej przepadła.", ""),
            ("Ministerstwo Obrony Narodowej milczało.", ""),
            ("Podał to płk Marek Zaręba.", "u:Marek Zaręba"),
        ],
    );
}

#[test]
fn numbers_and_dates() {
    all(
        "en",
        &[
            ("It cost 1,500 euros.", "#:1,500"),
            ("There were four of them.", "#:four"),
            ("There was one, or two.", ""),
            ("See 3.", "-"),
            ("It says so in paragraph 4 and § 5.", ""),
            ("It was on 19 February 2024.", "d:19 February 2024"),
            ("It was on March 1.", "d:March 1"),
            ("It was in 2023.", "d:2023"),
            ("They march, and may leave in May.", ""),
            ("It was on Monday evening.", "d:Monday"),
        ],
    );
    all(
        "de",
        &[
            ("Es war am 19. Februar 2024.", "d:19. Februar 2024"),
            ("Es war am Montag.", "d:Montag"),
            ("Es waren vier.", "#:vier"),
            ("Es steht auf Seite 4.", ""),
            ("Es kostete 3 Mio. Euro.", "#:3"),
        ],
    );
    all(
        "pl",
        &[
            ("To było 19 lutego 2024 r.", "d:19 lutego 2024"),
            ("To było w poniedziałek.", "d:poniedziałek"),
            ("Było ich czterech.", "#:czterech"),
            ("Było ich dwóch.", ""),
        ],
    );
}

#[test]
fn quotations() {
    all(
        "en",
        &[
            ("He said: “I am not ready.”", "q:“I am not ready.”"),
            ("He said \"I am not ready\".", "q:\"I am not ready\""),
            ("They call it the “line”.", ""),
            ("“I am not ready. He is not ready,” he said.", "q:“I am not ready.|q:He is not ready,”"),
            ("> I am not ready", "q:I am not ready"),
        ],
    );
    all(
        "de",
        &[
            ("Er sagte: „Ich bin nicht bereit.“", "q:„Ich bin nicht bereit.“"),
            ("Die „Leitung“ war offen.", ""),
        ],
    );
    all("pl", &[("Powiedział: „Nie jestem gotów”.", "q:„Nie jestem gotów”")]);
}

#[test]
fn what_needs_no_claim() {
    for (language, text) in [
        ("en", "## Frank Graefe in 2024"),
        ("en", "Who saw Frank Graefe in 2024?"),
        ("en", "We asked Frank Graefe on 3 March 2024."),
        ("en", "This report rests on Gazeta Łódzka."),
        ("en", "See also [](@frank-graefe)."),
        ("en", "- [](@frank-graefe) and [](@mad)"),
        ("de", "Wir haben Frank Gräfe gefragt."),
        ("de", "Siehe auch [](@frank-graefe)."),
        ("de", "Wer sah Frank Gräfe?"),
        ("pl", "Zapytaliśmy Jana Kowalskiego."),
        ("pl", "Zobacz też [](@jan)."),
        ("pl", "Kto widział Jana Kowalskiego?"),
        ("en", "| Frank Graefe |\n|---|"),
        ("en", "![Frank Graefe in 2024](/media/a.png)"),
        ("en", "Frank Graefe\n: a man"),
    ] {
        assert!(stated(language, text).starts_with('-'), "{text}");
    }
    assert_eq!(stated("en", "“We saw Frank Graefe,” she said."), "q:“We saw Frank Graefe,”|n:Frank Graefe");
}

#[test]
fn coverage_counts_what_is_carried() {
    let text = "Frank Graefe left [@one]. Jan Kowalski left. Nobody spoke. There were four.[^n]\n\n\
        | who | what |\n|---|---|\n| Frank Graefe | [left](@one) |\n| Jan Kowalski | left |\n\n\
        > I am ready. I am not. [@one]\n\n“I am ready. I am not,” he said. [@one]\n\n[^n]: [@one]\n";
    let (_, _, reading) = project(&format!("---\ntitle: A\n---\n{text}"), SHEET);
    let uncited: Vec<&str> = reading.articles[0]
        .sentences()
        .filter(|sentence| sentence.is_uncited())
        .map(crate::reading::Sentence::text)
        .collect();
    assert_eq!(uncited, ["Jan Kowalski left.", "Jan Kowalski"]);
    let coverage = reading.coverage();
    assert_eq!((coverage.checkable, coverage.carried, coverage.percent()), (9, 7, Some(77)));
}

#[test]
fn coverage_of_nothing_is_none() {
    let (_, _, reading) = project("---\ntitle: A\n---\nNothing here.\n", SHEET);
    assert_eq!((reading.coverage().percent(), reading.coverage().share()), (None, None));
}
