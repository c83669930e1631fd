use super::{Bond, Phrases};
use crate::guard::words::Form;

fn found(phrases: &Phrases, text: &str) -> usize {
    let mut hits = 0;
    phrases.look(text.as_bytes(), Form::Prose, false, |_, _, _| hits += 1);
    hits
}

#[test]
fn four_words_in_a_row_are_found_and_three_are_not() {
    let mut phrases = Phrases::default();
    phrases.add_text("Änne Łoś kaufte gestern vierzig Raketen.", 0);
    for leak in [
        "wie wir hören, kaufte GESTERN <b>vierzig</b> Rake<i>ten</i>",
        "<p title=\"Änne Łoś kaufte gestern\">",
        "{\"text\": \"Los kaufte gestern vierzig\"}",
        "Anne-Los, kaufte: gestern",
    ] {
        assert!(found(&phrases, leak) > 0, "{leak}");
    }
    for harmless in
        ["Łoś kaufte gestern", "kaufte gestern</p><p>vierzig Raketen", "gestern kaufte Łoś vierzig Raketen"]
    {
        assert_eq!(found(&phrases, harmless), 0, "{harmless}");
    }
}

#[test]
fn what_the_public_content_says_is_no_secret() {
    let mut phrases = Phrases::default();
    phrases.add_text("Die Änne sagte, der Anruf kam gestern Abend.", 0);
    phrases.take_out("Man weiß: der Anruf kam gestern.".as_bytes(), Form::Prose, Bond::Words, |_| true);
    assert_eq!(found(&phrases, "der Anruf kam gestern"), 0);
    assert!(found(&phrases, "Anruf kam gestern Abend") > 0);
}

#[test]
fn a_name_that_is_said_twice_says_no_more_than_the_name() {
    let mut phrases = Phrases::default();
    phrases.add_text("[](@aenne-los) [Änne Łoś](@one) [](@aenne-los) Änne Łoś", 0);
    assert_eq!(found(&phrases, "Somebody else than Änne Łoś.,Änne Łoś bought it."), 0);
    phrases.add_text("Änne Łoś, Änne Müller", 0);
    assert!(found(&phrases, "Änne Łoś, Änne Müller") > 0);
}

#[test]
fn dates_and_little_words_are_nobodys() {
    let mut phrases = Phrases::default();
    phrases.add_text("as of 12 March 2024 it is not so", 0);
    assert!(phrases.is_empty());
}

#[test]
fn a_name_is_found_in_all_its_dresses() {
    let mut phrases = Phrases::default();
    phrases.add_name("Jan Łoś", 0);
    for leak in [
        "Jan Łoś",
        "JAN LOS",
        "jan-los.jpg",
        "Łoś, Jan",
        "J. Łoś",
        "janlos@example.org",
        "Herr Łoś",
        "Jan&nbsp;&Lstrok;o&sacute;",
    ] {
        assert!(found(&phrases, leak) > 0, "{leak}");
    }
    for harmless in ["geht los", "Jan ging los", "Janosch", "Maria"] {
        assert_eq!(found(&phrases, harmless), 0, "{harmless}");
    }
    phrases.take_out("Herr Łoś und Jan Łoś".as_bytes(), Form::Prose, Bond::Words, |_| true);
    assert!(
        found(&phrases, "Herr Łoś") > 0 && found(&phrases, "Jan Łoś") > 0,
        "typed into the report, it is secret"
    );
    phrases.take_out("Maria Łoś".as_bytes(), Form::Prose, Bond::Name, |owner| owner == 0);
    assert_eq!(found(&phrases, "Maria Łoś"), 0, "somebody is openly called so");
    assert!(found(&phrases, "Jan Łoś") > 0);
    phrases.take_out("Jan Łoś".as_bytes(), Form::Prose, Bond::Name, |owner| owner == 0);
    assert_eq!(found(&phrases, "Jan Łoś"), 0);
}

#[test]
fn a_name_is_found_as_sentences_ask_for_it() {
    let mut phrases = Phrases::default();
    phrases.add_name("Jarosław Wróblewski", 0);
    for leak in [
        "Mr Wróblewski said so.",
        "Wróblewski's boots",
        "Słowa Jarosława Wróblewskiego.",
        "WRÓBLEWSKI",
        "Wroblewski",
        "z Wróblewskim",
    ] {
        assert!(found(&phrases, leak) > 0, "{leak}");
    }
    let mut phrases = Phrases::default();
    phrases.add_name("Kim Müller", 0);
    for leak in ["Kim Müllers Aussage", "Muellers Aussage", "Müller sagt", "kim-mueller"] {
        assert!(found(&phrases, leak) > 0, "{leak}");
    }
    assert_eq!(found(&phrases, "der müller und Kim"), 0, "small letters make it a word");
}

#[test]
fn short_names_are_not_looked_for_in_noise() {
    let mut phrases = Phrases::default();
    phrases.add_name("Fox", 0);
    phrases.add_name("Kanarienvogel", 0);
    let in_noise = |bytes: &[u8]| {
        let mut hits = 0;
        phrases.look(bytes, Form::Prose, true, |_, _, _| hits += 1);
        hits
    };
    assert_eq!(in_noise(b"\x01Fox\x02"), 0);
    assert_eq!(in_noise(b"\x01Kanarienvogel\x02"), 1);
    assert_eq!(found(&phrases, "Fox sagt"), 1);
}
