//! How wide words will be, before any browser has set them.
//!
//! Pages are set in whatever sans serif a reader's system has, so these are the widths of the widest of the common ones:
//! a label may have room to spare, and never too little.

/// How wide words are, in units of the size of their letters.
pub(super) fn width(words: &str) -> f64 {
    words.chars().map(letter).sum()
}

/// Words in lines of at most `room` (in the unit of `size`), and at most `most` of them; what is left over ends in `…`.
/// A word that is longer than a line is cut.
pub(super) fn lines(words: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line) * size <= room;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        line.push_str(word);
        if fits(&line) {
            continue;
        }
        line.truncate(before);
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if !fits(&line) {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

fn letter(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 0.28,
        ' ' | ',' | '.' | ':' | ';' | 'I' | 'J' | '!' => 0.32,
        'f' | 't' | 'r' | '-' | '(' | ')' | '/' | 'ł' => 0.41,
        's' | 'z' | 'c' | '“' | '”' | '„' | 'ś' | 'ć' | 'ż' | 'ź' => 0.55,
        'm' | 'W' | '…' | '—' => 1.0,
        'w' | 'M' | '%' => 0.9,
        'C' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'Ö' | 'Ü' | 'Ó' => 0.79,
        _ if letter.is_uppercase() => 0.7,
        _ if letter.is_ascii() || letter.is_alphabetic() && u32::from(letter) < 0x2000 => 0.64,
        // Scripts whose letters fill a square.
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_set_in_lines_that_fit() {
        let set = lines("Sonderausschuss im Bundestag, Łódź", 13.0, 120.0, 4);
        assert_eq!(set, ["Sonderausschuss", "im Bundestag,", "Łódź"]);
        assert!(set.iter().all(|line| width(line) * 13.0 <= 120.0));
        assert_eq!(lines("", 13.0, 120.0, 4), Vec::<String>::new());
    }

    #[test]
    fn what_has_no_room_is_cut_and_says_so() {
        assert_eq!(lines("eins zwei drei vier fünf sechs", 10.0, 60.0, 2), ["eins zwei", "drei vier…"]);
        let set = lines("Donaudampfschifffahrtsgesellschaft", 13.0, 100.0, 9);
        assert!(set.len() > 1 && set.concat() == "Donaudampfschifffahrtsgesellschaft");
    }
}
