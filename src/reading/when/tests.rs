use super::*;

/// What a text says of when: each mention's words, and what is read from them.
fn read(text: &str, language: Language) -> String {
    let told = mentions(text, language).into_iter().map(|mention| {
        let words = text.get(mention.span.range()).unwrap_or_default();
        let mut says = Vec::new();
        if let Some(weekday) = mention.weekday {
            says.push(format!("{}{weekday:?}", if mention.any { "any " } else { "" }));
        }
        let number = |number: Option<i16>| number.map_or("-".to_owned(), |number| number.to_string());
        let Mention { year, month, day, .. } = mention;
        if year.is_some() || month.is_some() || day.is_some() {
            says.push([number(year), number(month.map(i16::from)), number(day.map(i16::from))].join("/"));
        }
        says.extend(mention.hour.then(|| "hour".to_owned()));
        says.extend(mention.shifted.then(|| "shifted".to_owned()));
        says.extend(mention.is_relative().then(|| "relative".to_owned()));
        format!("{words} = {}", says.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn table(language: Language, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        assert_eq!(read(text, language), *expected, "{text}");
    }
}

#[test]
fn english_dates_are_read() {
    table(
        Language::English,
        &[
            ("revealed on Monday evening that", "Monday evening = Monday, relative"),
            ("officials on February 19. They met", "February 19 = -/2/19"),
            ("2:56 PM EDT, March 12, 2024", "2:56 PM = hour; March 12, 2024 = 2024/3/12"),
            ("on Monday, 11 March 2024, it", "Monday, 11 March 2024 = Monday, 2024/3/11"),
            ("on Monday, March 11, 2024", "Monday, March 11, 2024 = Monday, 2024/3/11"),
            ("11 March 2024 (a Monday)", "11 March 2024 (a Monday = any Monday, 2024/3/11"),
            ("the evening of Monday, 11 March 2024.", "evening of Monday, 11 March 2024 = Monday, 2024/3/11"),
            ("Monday the 11th of March", "Monday the 11th of March = Monday, -/3/11"),
            (
                "on the evening of 11 March, a Monday, it",
                "evening of 11 March, a Monday = any Monday, -/3/11",
            ),
            ("on 2024-03-11", "2024-03-11 = 2024/3/11"),
            ("on 11.03.2024", "11.03.2024 = 2024/3/11"),
            ("on Feb. 19, 2024", "Feb. 19, 2024 = 2024/2/19"),
            ("in March 2024", "March 2024 = 2024/3/-"),
            ("in March", "March = -/3/-"),
            ("in 2024", "2024 = 2024/-/-"),
            ("Yesterday he left", "Yesterday = shifted, relative"),
            ("last week's talks", "last week = shifted, relative"),
            ("last Monday", "last Monday = Monday, shifted, relative"),
            ("last March", "last March = -/3/-, shifted, relative"),
            ("three days ago", "three days ago = shifted, relative"),
            ("the next day", "next day = shifted, relative"),
            ("this morning", "this morning = shifted, relative"),
            ("yesterday, 11 March 2024", "yesterday, 11 March 2024 = 2024/3/11, shifted"),
            ("on Monday. On 12 March 2024 he", "Monday = Monday, relative; 12 March 2024 = 2024/3/12"),
            ("on 12 March 2024. Monday came", "12 March 2024 = 2024/3/12; Monday = Monday, relative"),
            ("between Monday and Wednesday", "Monday = Monday, relative; Wednesday = Wednesday, relative"),
            (
                "from Tuesday, 5 March, to Monday, 11 March 2024",
                "Tuesday, 5 March = Tuesday, -/3/5; Monday, 11 March 2024 = Monday, 2024/3/11",
            ),
            ("every Monday at 14:30", "Monday at 14:30 = any Monday, hour"),
        ],
    );
}

#[test]
fn german_dates_are_read() {
    table(
        Language::German,
        &[
            ("am Montagabend wurde bekannt", "Montagabend = Monday, relative"),
            ("Am Montag, in Berlin", "Montag = Monday, relative"),
            ("am Montag Abend", "Montag Abend = Monday, relative"),
            ("am 19. Februar gefallen", "19. Februar = -/2/19"),
            ("am Montag, dem 11. März 2024, wurde", "Montag, dem 11. März 2024 = Monday, 2024/3/11"),
            ("Montag, den 11.3.2024", "Montag, den 11.3.2024 = Monday, 2024/3/11"),
            ("am 11. März 2024, einem Montag", "11. März 2024, einem Montag = any Monday, 2024/3/11"),
            ("am Abend des 11. März", "Abend des 11. März = -/3/11"),
            ("im März des Jahres 2024", "März des Jahres 2024 = 2024/3/-"),
            ("um 14.56 Uhr", "14.56 Uhr = hour"),
            ("gestern Abend", "gestern Abend = shifted, relative"),
            ("er kommt morgen", "morgen = shifted, relative"),
            ("am nächsten Tag", "nächsten Tag = shifted, relative"),
            ("in der vergangenen Woche", "vergangenen Woche = shifted, relative"),
            ("vor drei Tagen", "vor drei Tagen = shifted, relative"),
            ("vor einem Jahr", "vor einem Jahr = shifted, relative"),
            ("jeden Montag", "Montag = any Monday"),
            ("am Sonnabend", "Sonnabend = Saturday, relative"),
        ],
    );
}

#[test]
fn polish_dates_are_read_in_their_cases() {
    table(
        Language::Polish,
        &[
            ("ujawniono w poniedziałek wieczorem", "poniedziałek wieczorem = Monday, relative"),
            ("19 lutego 2024 r. rozmawiali", "19 lutego 2024 = 2024/2/19"),
            ("w poniedziałek, 11 marca 2024 r.", "poniedziałek, 11 marca 2024 = Monday, 2024/3/11"),
            ("11 marca 2024 r. (poniedziałek)", "11 marca 2024 r. (poniedziałek = Monday, 2024/3/11"),
            ("11 marca 2024 roku, w poniedziałek", "11 marca 2024 roku, w poniedziałek = Monday, 2024/3/11"),
            ("w lutym", "lutym = -/2/-"),
            ("w marcu 2024 roku", "marcu 2024 = 2024/3/-"),
            ("we wtorkowy wieczór", "wtorkowy wieczór = Tuesday, relative"),
            ("wczoraj wieczorem", "wczoraj wieczorem = shifted, relative"),
            ("w ubiegłym tygodniu", "ubiegłym tygodniu = shifted, relative"),
            ("trzy dni temu", "trzy dni temu = shifted, relative"),
            ("o godz. 14.56", "14.56 = hour"),
            ("w środę i w czwartek", "środę = Wednesday, relative; czwartek = Thursday, relative"),
            ("Poniedziałek, 11 marca 2024 r.", "Poniedziałek, 11 marca 2024 = Monday, 2024/3/11"),
            ("w zeszłą niedzielę", "zeszłą niedzielę = Sunday, shifted, relative"),
            ("11.03.2024 r.", "11.03.2024 = 2024/3/11"),
        ],
    );
}

#[test]
fn what_only_looks_like_a_date_is_passed_over() {
    let quiet = [
        (Language::English, "They may march on; August Kubizek and April said so"),
        (
            Language::English,
            "The Good Friday Agreement, the Sunday Times, the Mail on Sunday and Russia Today",
        ),
        (Language::English, "On Mondays 11 soldiers met; the past; at last; for now; in the evening"),
        (Language::English, "1 of 12.5 and 3:2, flight 447, paragraph 4"),
        (
            Language::German,
            "Bild am Sonntag, montags, am Abend, der heutige Tag, Maier, 1. Mann, vor vier Männern",
        ),
        (Language::Polish, "Wacław Piątek i pani Środa prosili o to Sobotę"),
        (Language::German, "Änne Freitag und Frau Sonntag sprachen"),
        (Language::Polish, "Maja powiedziała; Środa Wielkopolska; w Wielki Piątek; wieczorem; trzy dni"),
        (Language::Other, "lundi, 11 mars 2024"),
    ];
    for (language, text) in quiet {
        assert_eq!(read(text, language), "", "{text}");
    }
}

#[test]
fn a_mention_fits_the_days_that_a_date_may_mean() {
    let fits = |words: &str, date: &str| {
        let date = Date::parse(date).unwrap();
        mentions(words, Language::English).iter().all(|mention| mention.fits(&date))
    };
    assert!(fits("Monday", "2024-03-11") && !fits("Monday", "2024-03-12"));
    assert!(fits("February 19", "2024-02-19") && fits("in 2024", "2024-02-19"));
    assert!(!fits("March 1", "2024-02-19") && !fits("in 2023", "2024-02-19"));
    assert!(fits("March 5", "[2024-03-01..2024-03-11]") && !fits("March 12", "[2024-03-01..2024-03-11]"));
    assert!(fits("yesterday", "2024-02-19") && fits("every Monday", "2024-03-12"));
    assert!(fits("in 1931", "193X") && !fits("in 1941", "193X") && fits("March 1", "../2024-03-12"));
}
