//! What an author may have meant by a date written in another way. Guesses need not be dates: whoever asks checks.

/// The dates that `text` may stand for, likeliest first.
pub(super) fn guess(text: &str) -> Vec<String> {
    // Nobody's date is longer, and guessing takes its time.
    if text.len() > 80 {
        return Vec::new();
    }
    let words = text;
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let mut guesses = Vec::new();
    guesses.extend(swapped(&text));
    guesses.extend(stretch(&text));
    guesses.extend(with_time(&text));
    let timed = clock(words).map(|(day, clock)| said(&day, Some(&clock))).unwrap_or_default();
    // What is known of the hour is not to be lost.
    guesses.extend(if timed.is_empty() { said(words, None) } else { timed });
    // `x` for `X`, `z` for `Z`.
    guesses.push(text.to_ascii_uppercase());
    guesses
}

/// `2024-13-01` may be the 13th of January.
pub(super) fn day_and_month_changed(text: &str) -> Option<String> {
    let (year, rest) = text.split_at_checked(5)?;
    let (month, rest) = rest.split_once('-')?;
    let (day, rest) = rest.split_at_checked(2)?;
    Some(format!("{year}{day}-{month}{rest}"))
}

/// An interval the other way round.
fn swapped(text: &str) -> Option<String> {
    if let Some((start, end)) = text.split_once('/') {
        return Some(format!("{end}/{start}"));
    }
    let (start, end) = text.strip_prefix('[')?.strip_suffix(']')?.split_once("..")?;
    Some(format!("[{end}..{start}]"))
}

/// A stretch with another sign than `/` between its ends.
fn stretch(text: &str) -> Vec<String> {
    if let Some((start, end)) = text.split_once("..") {
        return match (start, end) {
            ("", end) => vec![format!("../{end}")],
            (start, "") => vec![format!("{start}/..")],
            (start, end) => vec![format!("{start}/{end}"), format!("[{start}..{end}]")],
        };
    }
    let ends = ["–", "—", "--", "to", "bis", "until"].iter().find_map(|sign| text.split_once(sign));
    // `2024-03-01 - 2024-03-11`: the hyphen between two whole days.
    let ends = ends
        .or_else(|| text.split_at_checked(10).and_then(|(day, rest)| Some((day, rest.strip_prefix('-')?))));
    ends.map(|(start, end)| format!("{start}/{end}")).into_iter().collect()
}

/// A day and a clock without a `T` between them, or with the clock or the zone written in another way.
fn with_time(text: &str) -> Option<String> {
    let (day, rest) = text.split_at_checked(10)?;
    let rest = rest.trim_start_matches(['T', 't', ',', '_', '-']);
    let clock = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ':' && letter != '.');
    let (clock, zone) = rest.split_at(clock.unwrap_or(rest.len()));
    let parts: Vec<String> = clock.split([':', '.']).take(3).map(|part| format!("{part:0>2}")).collect();
    let zone = match zone.to_ascii_uppercase().as_str() {
        "Z" | "UTC" | "GMT" | "-00:00" | "-00" => "Z".to_owned(),
        zone => match zone.trim_start_matches("UTC").trim_start_matches("GMT").split_at_checked(1) {
            Some((sign, hours)) if !hours.contains(':') && hours.len() > 2 => {
                let (hours, minutes) = hours.split_at_checked(hours.len() - 2)?;
                format!("{sign}{hours:0>2}:{minutes}")
            }
            Some((sign, hours)) => match hours.split_once(':') {
                Some((hours, minutes)) => format!("{sign}{hours:0>2}:{minutes}"),
                None => format!("{sign}{hours:0>2}:00"),
            },
            None => String::new(),
        },
    };
    Some(format!("{day}T{}{zone}", parts.join(":")))
}

/// A date as people say it, in English or German: `12 March 2024`, `12.03.2024`, `ca. 2024`, `Frühjahr 2024`; with a
/// clock, only where it is a day.
fn said(text: &str, clock: Option<&str>) -> Vec<String> {
    let (mut numbers, mut words) = (Vec::new(), Vec::new());
    for part in parts(text) {
        if part.starts_with(|letter: char| letter.is_ascii_digit()) {
            numbers.push(part);
        } else {
            words.push(part);
        }
    }
    let (mut before, mut after, mut about) = (false, false, text.ends_with('~'));
    let (mut month, mut season) = (None, None);
    for word in &words {
        match word.as_str() {
            "before" | "by" | "until" | "vor" | "bis" => before = true,
            "since" | "after" | "from" | "seit" | "nach" | "ab" => after = true,
            "about" | "around" | "circa" | "ca" | "c" | "approx" | "um" | "etwa" => about = true,
            word => {
                month = month.or_else(|| month_named(word));
                season = season.or_else(|| season_named(word));
            }
        }
    }
    let decade = words.iter().any(|word| word == "s" || word == "er");
    let mut guesses = plain(text, &numbers, month, season, decade);
    if let Some(clock) = clock {
        guesses.retain(|guess| guess.len() == "2024-03-12".len());
        for guess in &mut guesses {
            guess.push_str(clock);
        }
    }
    for guess in &mut guesses {
        if before {
            guess.insert_str(0, "../");
        } else if after {
            guess.push_str("/..");
        } else if about {
            guess.push('~');
        } else if text.ends_with('?') {
            guess.push('?');
        }
    }
    guesses
}

/// The words beside a clock, and the clock as it is written behind a day: `T14:30` of `14.30 Uhr`, `2:30 pm`, `noon`.
fn clock(text: &str) -> Option<(String, String)> {
    let mut words: Vec<String> = text
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let at = words.iter().enumerate().position(|(at, word)| hour(word, words.get(at + 1)).is_some())?;
    let (hour, minute) = hour(words.get(at)?, words.get(at + 1))?;
    words.remove(at);
    while words.get(at).is_some_and(|word| matches!(&**word, "uhr" | "h" | "am" | "pm" | "o'clock")) {
        words.remove(at);
    }
    let zone = match words.get(at).map(String::as_str) {
        Some("utc" | "gmt" | "z") => "Z",
        Some("cet" | "mez") => "+01:00",
        Some("cest" | "mesz") => "+02:00",
        _ => "",
    };
    if !zone.is_empty() {
        words.remove(at);
    }
    // Before a clock `um` says no more than `at`.
    if let Some(before) =
        at.checked_sub(1).filter(|before| matches!(words.get(*before).map(String::as_str), Some("um" | "at")))
    {
        words.remove(before);
    }
    Some((words.join(" "), format!("T{hour:02}:{minute}{zone}")))
}

/// Hour and minute of a word, and of the one behind it.
fn hour(word: &str, next: Option<&String>) -> Option<(u8, String)> {
    if matches!(word, "noon" | "midday" | "mittag" | "mittags") {
        return Some((12, "00".to_owned()));
    }
    let end = word.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.'));
    let unit = if end.is_empty() { next.map_or("", String::as_str) } else { end };
    let is_unit = matches!(unit, "uhr" | "h" | "am" | "pm" | "o'clock");
    let digits = word.strip_suffix(end)?;
    let (hour, minute) = digits.split_once([':', '.']).or(is_unit.then_some((digits, "00")))?;
    let is_clock = (1..=2).contains(&hour.len()) && minute.len() == 2 && (end.is_empty() || is_unit);
    let hour: u8 =
        hour.parse().ok().filter(|_| is_clock && minute.parse().is_ok_and(|minute: u8| minute < 60))?;
    let hour = match (unit, hour) {
        ("pm", 1..=11) => hour + 12,
        ("am", 12) => 0,
        _ => hour,
    };
    (hour < 24).then(|| (hour, minute.to_owned()))
}

/// The runs of digits and the runs of letters, in lower case.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for letter in text.chars() {
        let kind = if letter.is_ascii_digit() {
            Some(true)
        } else if letter.is_alphabetic() {
            Some(false)
        } else {
            None
        };
        if kind.is_some() {
            match parts.last_mut() {
                Some(part) if kind == last => part.extend(letter.to_lowercase()),
                _ => parts.push(letter.to_lowercase().collect()),
            }
        }
        last = kind;
    }
    parts
}

fn plain(
    text: &str,
    numbers: &[String],
    month: Option<usize>,
    season: Option<u8>,
    decade: bool,
) -> Vec<String> {
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let day = |year: &str, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    match (numbers.as_slice(), month, season) {
        ([year], _, Some(season)) => vec![format!("{year}-{season}")],
        ([year], Some(month), _) => vec![format!("{year}-{month:02}")],
        ([first, year] | [year, first], Some(month), _) if year.len() == 4 => {
            vec![day(year, &month.to_string(), first)]
        }
        ([year, number, date], None, None) if year.len() == 4 => vec![day(year, number, date)],
        // With dots the day comes first; with other signs that depends on where one grew up.
        ([date, number, year], None, None) if text.contains('.') => {
            vec![day(&whole_year(year), number, date)]
        }
        ([one, other, year], None, None) if text.contains('/') => {
            let year = whole_year(year);
            vec![day(&year, other, one), day(&year, one, other)]
        }
        ([one, other, year], None, None) => vec![day(year, other, one), day(year, one, other)],
        ([year, number] | [number, year], None, None) if year.len() == 4 => {
            vec![format!("{year}-{number:0>2}")]
        }
        ([year], None, None) if decade => {
            year.strip_suffix('0').map(|year| format!("{year}X")).into_iter().collect()
        }
        ([run], None, None) => match (run.get(..4), run.get(4..6), run.get(6..8)) {
            (Some(year), Some(number), Some(date)) if run.len() == 8 => vec![day(year, number, date)],
            (Some(year), Some(number), None) if run.len() == 6 => vec![format!("{year}-{number}")],
            (Some(year), None, None) if run.len() == 4 => vec![year.to_owned()],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A year of which only the last two digits were written: of this century, or of the end of the last.
fn whole_year(year: &str) -> String {
    match (year.len(), year.parse()) {
        (2, Ok(0..=49_u8)) => format!("20{year}"),
        (2, Ok(_)) => format!("19{year}"),
        _ => year.to_owned(),
    }
}

/// The number of a month, in English or German, from its first three letters on.
fn month_named(word: &str) -> Option<usize> {
    const MONTHS: [[&str; 2]; 12] = [
        ["january", "januar"],
        ["february", "februar"],
        ["march", "märz"],
        ["april", "april"],
        ["may", "mai"],
        ["june", "juni"],
        ["july", "juli"],
        ["august", "august"],
        ["september", "september"],
        ["october", "oktober"],
        ["november", "november"],
        ["december", "dezember"],
    ];
    let enough = word.chars().count() >= 3;
    let at = MONTHS.iter().position(|names| enough && names.iter().any(|name| name.starts_with(word)))?;
    Some(at + 1)
}

fn season_named(word: &str) -> Option<u8> {
    match word {
        "spring" | "frühjahr" | "frühling" => Some(21),
        "summer" | "sommer" => Some(22),
        "autumn" | "fall" | "herbst" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}
