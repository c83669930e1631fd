//! Where sentences end, and where they only seem to.

use crate::reading::Language::{self, English, German, Other, Polish};
use crate::reading::split::split;

/// `|` stands where a sentence ends.
fn cuts(language: Language, expected: &[&str]) {
    for expected in expected {
        let text = expected.replace('|', " ");
        let found: Vec<&str> =
            split(&text, language).into_iter().map(|range| text.get(range).unwrap()).collect();
        assert_eq!(found.join("|"), *expected, "{language:?}");
    }
}

#[test]
fn english() {
    cuts(
        English,
        &[
            "It was so.|It was not.",
            "Dr. Graefe met Maj. Gen. Müller.|They spoke.",
            "The U.S. Army came.|So did the U.S.|The rest stayed.",
            "He left the U.S.|In Berlin he stayed.",
            "J. R. Smith and F. Łoś spoke at 3 p.m. Monday.",
            "See No. 5 Squadron, p. 3.|He said no.|Nobody asked.",
            "Papers, files, etc. were found.|Ready?|“Yes!” she said.|Then she left...|He too.",
            "It cost 1.5 million.|Version 2.0 came.",
            "“I am not ready.”|He stood up.",
            "(He said so.)|Then he left.",
            "It was I.|Nobody else.",
        ],
    );
}

#[test]
fn german() {
    cuts(
        German,
        &[
            "Am 12. März sprach Dr. Gräfe.|Er ging.",
            "Z. B. Berlin, d. h. die Hauptstadt.|Gut.",
            "Im 19. Jahrhundert war das so.|Es waren 12.|Die Polizei kam.",
            "Es war 2024.|Ein Sprecher kam.",
            "Maj. Łoś und Gen. a. D. Müller kamen.|„Nein!“, rief sie.|Er ging.",
            "„Ich bin nicht bereit.“|Das sagte er.",
            "Akten, Briefe usw. Papier lag dort.|Akten, Briefe usw.|Der Rest fehlt.",
            "Rund 3 Mio. Euro kostete es.|Das ist viel.",
            "Der 1. FC Köln siegte.",
        ],
    );
}

#[test]
fn polish() {
    cuts(
        Polish,
        &[
            "Dnia 12. marca mówił dr. Łoś.|Wyszedł.",
            "Rozmawiał z gen. Gerhartzem i płk. Kowalskim.|To wszystko.",
            "W marcu 2024 r. Jan Kowalski wyszedł.|Nikt go nie widział.",
            "Rozmowa odbyła się w Singapurze w lutym 2024 r.|Minister milczał.",
            "Przy ul. Długiej, tzn. w centrum, m.in. Łoś.|Koniec.",
            "„Nie jestem gotów”.|Tak powiedział.",
        ],
    );
}

#[test]
fn other_languages() {
    cuts(Other, &["C'était ainsi.|Ce n'était pas.", "J. Ó Briain a parlé.|Fin."]);
}
