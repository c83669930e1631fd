//! A name as sentences in English, German and Polish ask for it: `Gräfes`, `Wróblewskiego`, `Graefe`.

use crate::text::umlauts_spelt_out;

/// The forms of one word of a name, itself first. Some that no grammar knows are among them: they stand nowhere.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let spelt_out = umlauts_spelt_out(word);
    if spelt_out != word {
        forms.push(format!("{spelt_out}s"));
        forms.push(spelt_out);
    }
    forms.push(format!("{word}s"));
    let (_, gone, endings) = ENDINGS.iter().find(|(end, ..)| word.ends_with(end)).unwrap_or(&OTHERWISE);
    if let Some(stem) = word.strip_suffix(gone) {
        forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    }
    forms
}

/// How a word ends, what of it gives way in Polish, and what comes in its place.
type Ending = (&'static str, &'static str, &'static [&'static str]);

const ENDINGS: [Ending; 20] = [
    ("ki", "i", &["iego", "iemu", "im", "a", "iej", "ą", "ich", "imi"]),
    ("ka", "a", &["i", "iej", "ą", "ę", "ich", "o"]),
    ("ga", "a", &["i", "ę", "ą", "o"]),
    ("ła", "ła", &["ły", "le", "łę", "łą", "ło"]),
    ("ra", "ra", &["ry", "rze", "rę", "rą", "ro"]),
    ("ta", "ta", &["ty", "cie", "tę", "tą", "to"]),
    ("da", "da", &["dy", "dzie", "dę", "dą", "do"]),
    ("a", "a", &["y", "i", "ie", "ę", "ą", "o", "ej"]),
    ("ko", "o", &["i", "ę", "ą"]),
    ("o", "o", &["y", "i", "ę", "ą"]),
    ("y", "y", &["ego", "emu", "ym", "a", "ej", "ą", "ych"]),
    ("e", "", &["go", "mu", "m", "j"]),
    ("i", "", &["ego", "emu", "m"]),
    ("ek", "ek", &["ka", "kowi", "kiem", "ku"]),
    ("ec", "ec", &["ca", "cowi", "cem", "cu"]),
    ("eł", "eł", &["ła", "łowi", "łem", "le"]),
    ("ś", "ś", &["sia", "siowi", "siem", "siu"]),
    ("ć", "ć", &["cia", "ciowi", "ciem", "ciu"]),
    ("ń", "ń", &["nia", "niowi", "niem", "niu"]),
    ("ź", "ź", &["zia", "ziowi", "ziem", "ziu"]),
];

const OTHERWISE: Ending = ("", "", &["a", "owi", "em", "iem", "ie", "u", "es"]);

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn a_name_is_known_in_the_cases_of_three_languages() {
        for (name, form) in [
            ("Wróblewski", "Wróblewskiego"),
            ("Kowalska", "Kowalskiej"),
            ("Jarosław", "Jarosława"),
            ("Nowak", "Nowakiem"),
            ("Łoś", "Łosia"),
            ("Paweł", "Pawła"),
            ("Muster", "Musters"),
            ("Müller", "Mueller"),
            ("Gräfe", "Graefes"),
            ("Linde", "Lindego"),
        ] {
            assert!(forms(name).contains(&form.to_owned()), "{name} {form}: {:?}", forms(name));
        }
    }
}
