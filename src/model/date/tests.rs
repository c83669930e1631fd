use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{Bound, Date};

fn parsed(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What was typed; in words; in short; first and last day; for `<time>`.
#[test]
fn dates_are_as_exact_as_they_are_known() {
    let cases = [
        ("2024", "2024", "2024", "2024-01-01 2024-12-31", "2024"),
        ("2024-03", "March 2024", "Mar 2024", "2024-03-01 2024-03-31", "2024-03"),
        ("2024-02-19", "19 February 2024", "19 Feb 2024", "2024-02-19 2024-02-19", "2024-02-19"),
        ("193X", "the 1930s", "the 1930s", "1930-01-01 1939-12-31", ""),
        ("2024-21", "spring 2024", "spring 2024", "2024-03-01 2024-05-31", ""),
        ("2024-03-01/2024-03-11", "from 1 to 11 March 2024", "1–11 Mar 2024", "2024-03-01 2024-03-11", ""),
        (
            "2024-02-19/2024-03-11",
            "from 19 February to 11 March 2024",
            "19 Feb–11 Mar 2024",
            "2024-02-19 2024-03-11",
            "",
        ),
        ("2024-03~", "about March 2024", "about Mar 2024", "2024-03-01 2024-03-31", ""),
        ("2024-02-19?", "19 February 2024, in doubt", "19 Feb 2024, in doubt", "2024-02-19 2024-02-19", ""),
        ("../2024-03-12", "by 12 March 2024", "by 12 Mar 2024", ".. 2024-03-12", ""),
        (
            "/2024-03-12",
            "until 12 March 2024, from an unknown day",
            "until 12 Mar 2024, from an unknown day",
            "? 2024-03-12",
            "",
        ),
        ("2024-03-03/..", "since 3 March 2024", "since 3 Mar 2024", "2024-03-03 ..", ""),
        (
            "[2024-03-01..2024-03-11]",
            "between 1 and 11 March 2024",
            "1–11 Mar 2024",
            "2024-03-01 2024-03-11",
            "",
        ),
        (
            "[2024-03-01,2024-03-04]",
            "1 March 2024 or 4 March 2024",
            "1 Mar 2024 or 4 Mar 2024",
            "2024-03-01 2024-03-04",
            "",
        ),
        (
            "2024-03-12T14:56-04:00",
            "12 March 2024, 14:56 (UTC−4)",
            "12 Mar 2024, 14:56",
            "2024-03-12 2024-03-12",
            "2024-03-12T14:56-04:00",
        ),
        (
            "2024-03-12T14:56:07Z",
            "12 March 2024, 14:56:07 (UTC)",
            "12 Mar 2024, 14:56",
            "2024-03-12 2024-03-12",
            "2024-03-12T14:56:07Z",
        ),
        (
            "2024-03-12T14:56~",
            "12 March 2024, about 14:56",
            "12 Mar 2024, about 14:56",
            "2024-03-12 2024-03-12",
            "",
        ),
        ("2024-03-XX", "a day in March 2024", "a day in Mar 2024", "2024-03-01 2024-03-31", ""),
    ];
    let bound = |bound: Bound| match bound {
        Bound::Day(day) => day.to_string(),
        Bound::Open => "..".to_owned(),
        Bound::Unknown => "?".to_owned(),
    };
    for (typed, words, short, days, machine) in cases {
        let date = parsed(typed);
        assert_eq!(date.words(), words, "{typed}");
        assert_eq!(date.short(), short, "{typed}");
        assert_eq!(format!("{} {}", bound(date.earliest()), bound(date.latest())), days, "{typed}");
        assert_eq!(date.machine().unwrap_or_default(), machine, "{typed}");
        assert_eq!(date.as_typed(), typed);
    }
}

#[test]
fn how_exact_a_date_is_stands_in_a_sentence() {
    for (typed, sentence) in [
        ("2024-03-12", "Known to the day."),
        ("2024-03~", "Known to the month. It is near that, not exactly that."),
        ("2024-02-19?", "Known to the day. Whether it is right is in doubt."),
        ("[2024-03-01..2024-03-11]", "One of these days; which of them is not known."),
        ("../2024-03-12", "On that day or any day before it; which is not known."),
        ("2024-03-12T14:56-04:00", "Known to the minute."),
        ("2024-03-12T14:56", "Known to the time, but not in which zone."),
    ] {
        assert_eq!(parsed(typed).how_exact(), sentence, "{typed}");
    }
}

#[test]
fn what_is_no_date_is_told_with_what_was_probably_meant() {
    for (typed, message, help) in [
        ("12.03.2024", "`12.03.2024` is not a date", "write `2024-03-12`"),
        ("2024/03/12", "`2024/03/12` is not a date", "write `2024-03-12`"),
        ("2024-3-1", "`2024-3-1` is not a date", "write `2024-03-01`"),
        ("12 March 2024", "`12 March 2024` is not a date", "write `2024-03-12`"),
        ("März 2024", "`März 2024` is not a date", "write `2024-03`"),
        (
            "2024-03-11/2024-03-01",
            "`2024-03-11/2024-03-01` ends before it begins",
            "write `2024-03-01/2024-03-11`",
        ),
    ] {
        let error = Date::parse(typed).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.help().unwrap().as_str()), (message, help));
    }
    for (typed, message) in [
        ("2024-13-01", "`2024-13-01` is not a date: there is no month 13"),
        ("2024-02-30", "`2024-02-30` is not a date: that month has no day 30"),
        ("2024-03-12T25:00Z", "`2024-03-12T25:00Z` is not a time: after `T` stands a time, `14:56`"),
        ("{2024,2025}", "`{2024,2025}` means all of these dates, and one entry has one date"),
    ] {
        assert_eq!(Date::parse(typed).unwrap_err().to_string(), message);
    }
    for typed in [
        "",
        "yesterday",
        "2024-0X-XX?~",
        "T",
        "2024-03-12T",
        "2024-03-12T14",
        "?",
        "[]",
        "..",
        "2024-03-12T14:56+01:00~~",
    ] {
        assert!(Date::parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn a_date_that_is_not_exact_counts_from_the_last_day_it_may_mean() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    for (typed, day) in [
        ("2024-03-12", Some(date(2024, 3, 12))),
        ("2024-03", Some(date(2024, 3, 31))),
        ("[2024-03-01..2024-03-11]", Some(date(2024, 3, 11))),
        // Half past eleven at night in New York is the next morning in Berlin.
        ("2024-03-12T23:30-04:00", Some(date(2024, 3, 13))),
        ("2024-03-03/..", None),
    ] {
        assert_eq!(parsed(typed).counts_from(&berlin), day, "{typed}");
    }
    assert_eq!(parsed("2024-03-12T23:30-04:00").day_in(&berlin), Some(date(2024, 3, 13)));
    assert_eq!(parsed("2024-03-12T23:30").day_in(&berlin), Some(date(2024, 3, 12)));
    assert_eq!(parsed("2024-03~").day_in(&berlin), None);
}

#[test]
fn before_is_certain_or_possible() {
    let (call, report) = (parsed("2024-02-19"), parsed("2024-03-12"));
    assert!(call.certainly_before(&report) && !report.possibly_before(&call));
    let month = parsed("2024-03");
    assert!(
        !month.certainly_before(&report) && month.possibly_before(&report) && report.possibly_before(&month)
    );
    let (first, second) = (parsed("2024-03-12T09:00+01:00"), parsed("2024-03-12T08:30Z"));
    assert!(first.certainly_before(&second), "by the instant, where both have one");
}

#[test]
fn a_timeline_runs_from_the_first_day_each_can_mean() {
    let mut dates =
        ["2024-03-12", "2024-03-12T09:00", "2024", "../2024-03-12", "2024-02-19", "2024-03-12T08:00"]
            .map(parsed);
    dates.sort();
    assert_eq!(
        dates.iter().map(Date::as_typed).collect::<Vec<_>>(),
        ["../2024-03-12", "2024", "2024-02-19", "2024-03-12", "2024-03-12T08:00", "2024-03-12T09:00"]
    );
}

proptest! {
    #[test]
    fn no_words_break_it(text in "\\PC{0,24}") {
        let _ = Date::parse(&text);
    }

    #[test]
    fn what_looks_like_a_date_has_words_and_runs_forward(text in "[0-9XTYZ.:/~?%+\\[\\],{} -]{1,26}") {
        if let Ok(date) = Date::parse(&text) {
            prop_assert!(!date.words().is_empty());
            prop_assert!(!date.how_exact().is_empty());
            if let (Bound::Day(first), Bound::Day(last)) = (date.earliest(), date.latest()) {
                prop_assert!(first <= last, "{text}");
            }
        }
    }

    #[test]
    fn days_keep_their_order(a in 0_i32..40_000, b in 0_i32..40_000) {
        let day = |days: i32| Date::of_day(date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap());
        prop_assert_eq!(day(a).cmp(&day(b)), a.cmp(&b));
        prop_assert_eq!(day(a).certainly_before(&day(b)), a < b);
    }
}
