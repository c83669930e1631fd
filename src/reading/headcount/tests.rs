use super::*;

fn read(text: &str, language: Language) -> String {
    let told = headcounts(text, language).into_iter().map(|headcount| {
        let words = text.get(headcount.span.range()).unwrap_or_default();
        let others = if headcount.others { " others" } else { "" };
        let anybody = if headcount.anybody { " of any sort" } else { "" };
        format!("{words} = {}{others}{anybody}", headcount.count)
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn people_are_counted_in_three_languages() {
    let rows = [
        (Language::English, "Four officers took part", "Four officers = 4"),
        (
            Language::English,
            "Gerhartz and three other high-ranking military officials",
            "three other high-ranking military officials = 3 others",
        ),
        (Language::English, "two of the 12 German soldiers", "12 German soldiers = 12"),
        (Language::English, "twenty-one people", "twenty-one people = 21 of any sort"),
        (Language::English, "both men", "both men = 2"),
        (Language::German, "Vier hochrangige Offiziere", "Vier hochrangige Offiziere = 4"),
        (Language::German, "einundzwanzig Personen", "einundzwanzig Personen = 21 of any sort"),
        (Language::German, "und drei weitere Generäle", "drei weitere Generäle = 3 others"),
        (Language::German, "den beiden Soldaten", "beiden Soldaten = 2"),
        (Language::Polish, "czterech wysokich rangą oficerów", "czterech wysokich rangą oficerów = 4"),
        (Language::Polish, "czterej oficerowie", "czterej oficerowie = 4"),
        (Language::Polish, "i trzech innych wojskowych", "trzech innych wojskowych = 3 others"),
        (Language::Polish, "dwudziestu jeden osób", "dwudziestu jeden osób = 21 of any sort"),
        (Language::Polish, "pięcioro dzieci", "pięcioro dzieci = 5"),
        // Others need no noun of their own.
        (Language::English, "Änne Łoś and three others were on the line", "three others = 3 others"),
        (Language::English, "On 3 March Änne Łoś met two others.", "two others = 2 others"),
        (Language::German, "Änne Łoś und drei andere waren in der Leitung", "drei andere = 3 others"),
        (Language::German, "mit drei weiteren, die schwiegen", "drei weiteren = 3 others"),
        (Language::Polish, "Änne Łoś i trójka innych była na linii", "trójka innych = 3 others"),
        (Language::Polish, "i troje innych rozmówców", "troje innych = 3 others"),
        (
            Language::Polish,
            "z trzema innymi na linii; trzech innych.",
            "trzema innymi = 3 others; trzech innych = 3 others",
        ),
    ];
    for (language, text, expected) in rows {
        assert_eq!(read(text, language), expected, "{text}");
    }
}

#[test]
fn what_counts_no_people_or_not_exactly_is_passed_over() {
    let quiet = [
        (
            Language::English,
            "one officer; four missiles; four of them; the four; three hours before officers came",
        ),
        (
            Language::English,
            "about four officers, at least four officers, three or four officers, three to four men",
        ),
        (
            Language::English,
            "2,500 soldiers; 5000 soldiers; 3–4 officers; 200 people; four, officers; four-officer teams",
        ),
        (
            Language::German,
            "ein Offizier; rund vier Offiziere; drei bis vier Männer; vier Tage später Soldaten",
        ),
        (Language::English, "two missiles hit it and three others missed; three other missiles; three more"),
        (
            Language::German,
            "drei weitere Raketen; drei weitere schwere Raketen; zwei Raketen und drei andere",
        ),
        (Language::Polish, "trzech innych rakiet; dwie rakiety i trzy inne"),
        (Language::German, "vier Raketen der Soldaten; mindestens zwei Personen"),
        (Language::Polish, "około czterech oficerów; trzech lub czterech żołnierzy; trzy rakiety oficerów"),
        (Language::Polish, "ponad dwudziestu żołnierzy; pierwszych czterech oficerów; trzy dni"),
    ];
    for (language, text) in quiet {
        assert_eq!(read(text, language), "", "{text}");
    }
}
