//! Dates as other programs write them, as EDTF. What does not come out as a date, the decoder refuses later.

/// Year, month and day, of which the later may be missing; months in digits or in English.
pub(super) fn from_parts(year: &str, month: &str, day: &str) -> Option<String> {
    let year = year_of(year)?;
    let month = month_of(month);
    let day = two_digits(day);
    Some(match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        (Some(month), None) => format!("{year}-{month}"),
        (None, _) => year,
    })
}

/// A year in four digits; before the year 0 with a sign, and beyond 9999 as EDTF has it. Other programs know no year
/// 0: their -44 is 44 before our era, which EDTF writes -0043.
fn year_of(year: &str) -> Option<String> {
    let number: i64 = year.trim().parse().ok()?;
    // Longer ago, years are round, and a year is not to be added to them.
    let number = if (-9999..0).contains(&number) { number + 1 } else { number };
    Some(match number {
        10_000.. | ..=-10_000 => format!("Y{number}"),
        0.. => format!("{number:04}"),
        _ => format!("-{:04}", number.unsigned_abs()),
    })
}

fn month_of(month: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = month.trim();
    let start: String = month.to_lowercase().chars().take(3).collect();
    let named = MONTHS.iter().position(|known| *known == start).map(|at| format!("{:02}", at + 1));
    named.or_else(|| two_digits(month))
}

fn two_digits(number: &str) -> Option<String> {
    let number: u8 = number.trim().parse().ok().filter(|number| *number > 0)?;
    Some(format!("{number:02}"))
}

/// A moment as ISO 8601 has it, with a fraction of a second and blanks where some programs put them; other words stay
/// as they are.
pub(super) fn from_iso(typed: &str) -> String {
    let typed = typed.trim();
    let (day, clock) = typed.split_once(['T', ' ']).unwrap_or((typed, ""));
    if !clock.trim_start().starts_with(|sign: char| sign.is_ascii_digit())
        || !day.starts_with(|sign: char| sign.is_ascii_digit())
    {
        return typed.to_owned();
    }
    let zone_at = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
    let (time, zone) = clock.split_at(zone_at);
    let time = time.trim().split('.').next().unwrap_or_default();
    let midnight = matches!(time, "00:00:00" | "00:00");
    // Programs that know no day without a time write midnight.
    if midnight && matches!(zone.trim(), "" | "Z") {
        return day.to_owned();
    }
    format!("{day}T{time}{}", with_colon(zone.trim()))
}

/// `+0100` is `+01:00`.
fn with_colon(zone: &str) -> String {
    match zone.strip_prefix(['+', '-']) {
        Some(digits) if digits.len() == 4 && digits.bytes().all(|sign| sign.is_ascii_digit()) => {
            let (hours, minutes) = zone.split_at(3);
            format!("{hours}:{minutes}")
        }
        _ => zone.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{from_iso, from_parts};

    #[test]
    fn dates_keep_how_exact_they_are() {
        let parts = |year, month, day| from_parts(year, month, day).unwrap_or_default();
        assert_eq!(parts("2024", "3", "9"), "2024-03-09");
        assert_eq!(parts("2024", "March", ""), "2024-03");
        assert_eq!(parts("622", "", "9"), "0622");
        assert_eq!(parts("-44", "03", "15"), "-0043-03-15");
        assert_eq!(parts("-13800000000", "", ""), "Y-13800000000");
        assert_eq!(parts("", "3", "9"), "");
        assert_eq!(from_iso("2024-03-12T14:56:01.123+0100"), "2024-03-12T14:56:01+01:00");
        assert_eq!(from_iso("2024-03-12 00:00:00"), "2024-03-12");
        assert_eq!(from_iso("12 March 2024"), "12 March 2024");
    }
}
