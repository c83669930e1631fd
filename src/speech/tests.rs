use super::{Arg, BUILT_IN, Speech, mistakes, told};

#[test]
fn every_language_says_everything_with_what_it_is_given() {
    let english = mistakes::variables(BUILT_IN[0].1);
    for (language, text) in BUILT_IN {
        let (_, wrong) = mistakes::read(text, text);
        assert_eq!(wrong, [], "{language}");
        let own = mistakes::variables(text);
        let lacks: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        assert!(lacks.is_empty(), "{language} does not say {lacks:?}");
        for (key, names) in own {
            // A language may have sentences of its own to make others of.
            let Some(given) = english.get(&key) else {
                assert!(text.contains(&format!("{{ {key} }}")), "{language}: nothing says {key}");
                continue;
            };
            assert!(names.iter().all(|name| given.contains(name)), "{language}: {key} {names:?} {given:?}");
        }
    }
}

/// Whatever is put in, every sentence of every language can be said.
#[test]
fn no_sentence_breaks_off() {
    for (language, _) in BUILT_IN {
        let (speech, _) = Speech::new(language, None);
        let keys: Vec<String> = speech.keys().map(str::to_owned).collect();
        for key in keys {
            let names: Vec<String> = speech.asks_for(&key).unwrap().to_vec();
            for count in [0, 1, 2, 5, 22, 100] {
                let args = names.iter().map(|name| match name.as_str() {
                    "count" | "origins" | "ways" | "claims" | "drawn" | "place" | "days" => {
                        (name.as_str(), Arg::Number(count))
                    }
                    _ => (name.as_str(), Arg::Words("Łódź")),
                });
                let said = speech.tell(&key, &args.collect::<Vec<_>>());
                assert!(
                    !said.is_empty() && !said.contains('{') && !said.contains('$'),
                    "{language}: {key}: {said}"
                );
            }
        }
    }
}

#[test]
fn numbers_take_the_forms_of_their_language() {
    let claims =
        |language: &str, count: u32| told!(Speech::new(language, None).0, "claims-count", count = count);
    assert_eq!([0, 1, 2].map(|count| claims("en", count)), ["no claims", "one claim", "2 claims"]);
    assert_eq!([0, 1, 2].map(|count| claims("de", count)), ["keine Aussagen", "eine Aussage", "2 Aussagen"]);
    assert_eq!(
        [0, 1, 2, 5, 12, 22].map(|count| claims("pl", count)),
        ["brak twierdzeń", "1 twierdzenie", "2 twierdzenia", "5 twierdzeń", "12 twierdzeń", "22 twierdzenia"]
    );
}

#[test]
fn lists_and_letters_are_those_of_their_language() {
    let (german, polish) = (Speech::new("de", None).0, Speech::new("pl-PL", None).0);
    let names = ["Änne", "Łoś", "Zoe"];
    assert_eq!(Speech::english().all_of(&names), "Änne, Łoś and Zoe");
    assert_eq!(german.all_of(&names), "Änne, Łoś und Zoe");
    assert_eq!(polish.one_of(&names), "Änne, Łoś lub Zoe");
    let sorted = |speech: &Speech, names: &[&str]| {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort_by_key(|name| speech.place(name));
        names
    };
    assert_eq!(sorted(&polish, &["Łoś", "Luty", "Marek"]), ["Luty", "Łoś", "Marek"]);
    assert_eq!(
        sorted(&german, &["Łoś", "Zeit", "lot", "Ärzte", "“Bild”", "Arzt", "Raum 10", "Raum 9"]),
        ["Arzt", "Ärzte", "“Bild”", "Łoś", "lot", "Raum 9", "Raum 10", "Zeit"]
    );
    assert!(german.same_letter('Ä', 'A') && !polish.same_letter('Ł', 'L'));
}

#[test]
fn a_themes_own_words_stand_before_the_built_in_ones() {
    let (speech, mistakes) = Speech::new("de", Some("page-front = Titelseite\nours = Für { $name }\n"));
    assert_eq!(mistakes, []);
    assert_eq!(speech.say("page-front"), "Titelseite");
    assert_eq!(speech.say("page-timeline"), Speech::new("de", None).0.say("page-timeline"));
    assert_eq!(told!(speech, "ours", name = "Änne"), "Für Änne");
    assert_eq!(speech.asks_for("ours"), Some(&["name".to_owned()][..]));
}

#[test]
fn a_language_without_words_is_spoken_in_english_until_a_theme_brings_some() {
    assert_eq!(Speech::new("cs", None).0.language(), "en");
    let (czech, _) = Speech::new("cs", Some("page-front = Titulní strana\n"));
    assert_eq!(
        (czech.language(), czech.say("page-front"), czech.say("page-timeline")),
        ("cs", "Titulní strana", "Timeline")
    );
}

#[test]
fn what_is_wrong_with_words_is_told_where_it_stands() {
    let text = "pgae-front = Titelseite\npage-search = Suche { $wort }\nKaputt\nfront-claims = { $count } Aussagen\n";
    let (_, mistakes) = Speech::new("de", Some(text));
    let told: Vec<_> = mistakes
        .iter()
        .map(|one| (text.get(one.at.clone()).unwrap(), one.message.as_str(), one.help.as_str()))
        .collect();
    assert!(
        told.contains(&("pgae-front", "nothing says `pgae-front`", "did you mean `page-front`?")),
        "{told:?}"
    );
    assert!(
        told.contains(&("page-search", "`page-search` is not given `$wort`", "nothing is put into it")),
        "{told:?}"
    );
    assert_eq!(told.len(), 3, "{told:?}");
}
