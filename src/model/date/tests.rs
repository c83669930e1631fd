use std::cmp::Ordering;

use jiff::civil::{self, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{Bound, Date, Precision};

fn read(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

/// First and last day as a person would write them: `..` open, `?` unknown.
fn days(date: &Date) -> String {
    let show = |bound| match bound {
        Bound::Day(day) => day.to_string(),
        Bound::Open => "..".to_owned(),
        Bound::Unknown => "?".to_owned(),
    };
    format!("{} {}", show(date.earliest()), show(date.latest()))
}

#[test]
fn every_form_has_its_days_and_its_words() {
    for (text, expected_days, words, short) in [
        ("2024-03-12", "2024-03-12 2024-03-12", "12 March 2024", "12 Mar 2024"),
        ("2024-02-29", "2024-02-29 2024-02-29", "29 February 2024", "29 Feb 2024"),
        ("2024-03", "2024-03-01 2024-03-31", "March 2024", "Mar 2024"),
        ("2024", "2024-01-01 2024-12-31", "2024", "2024"),
        ("193X", "1930-01-01 1939-12-31", "the 1930s", "1930s"),
        ("200X", "2000-01-01 2009-12-31", "the years 2000 to 2009", "2000–2009"),
        ("19XX", "1900-01-01 1999-12-31", "the years 1900 to 1999", "1900–1999"),
        ("2024-21", "2024-03-01 2024-05-31", "spring 2024", "spring 2024"),
        ("2024-24", "2024-12-01 2025-02-28", "winter 2024–25", "winter 2024–25"),
        ("1999-24", "1999-12-01 2000-02-29", "winter 1999–2000", "winter 1999–2000"),
        ("2024-XX", "2024-01-01 2024-12-31", "a month in 2024", "a month in 2024"),
        ("2024-03-XX", "2024-03-01 2024-03-31", "a day in March 2024", "a day in Mar 2024"),
        ("2024-XX-XX", "2024-01-01 2024-12-31", "a day in 2024", "a day in 2024"),
        ("2024-03-01/2024-03-11", "2024-03-01 2024-03-11", "from 1 to 11 March 2024", "1–11 Mar 2024"),
        (
            "2024-02-28/2024-03-11",
            "2024-02-28 2024-03-11",
            "from 28 February to 11 March 2024",
            "28 Feb – 11 Mar 2024",
        ),
        (
            "2023-12/2024-01",
            "2023-12-01 2024-01-31",
            "from December 2023 to January 2024",
            "Dec 2023 – Jan 2024",
        ),
        ("2024-03/2024-05", "2024-03-01 2024-05-31", "from March to May 2024", "Mar–May 2024"),
        ("2021/2024", "2021-01-01 2024-12-31", "from 2021 to 2024", "2021–2024"),
        (
            "2024-03~/2024-05-01",
            "2024-03-01 2024-05-01",
            "from about March 2024 to 1 May 2024",
            "about Mar 2024 – 1 May 2024",
        ),
        ("2024-03-12/2024-03-12", "2024-03-12 2024-03-12", "12 March 2024", "12 Mar 2024"),
        ("2024-03~", "2024-03-01 2024-03-31", "about March 2024", "about Mar 2024"),
        ("2024-02-19?", "2024-02-19 2024-02-19", "19 February 2024, uncertain", "19 Feb 2024?"),
        ("2024%", "2024-01-01 2024-12-31", "about 2024, uncertain", "about 2024?"),
        ("../2024-03-12", ".. 2024-03-12", "by 12 March 2024", "by 12 Mar 2024"),
        ("../2024-03", ".. 2024-03-31", "by the end of March 2024", "by the end of Mar 2024"),
        ("2024-03-03/..", "2024-03-03 ..", "since 3 March 2024", "since 3 Mar 2024"),
        ("/2024", "? 2024-12-31", "until the end of 2024, start unknown", "until the end of 2024"),
        ("2024-03-03/", "2024-03-03 ?", "from 3 March 2024, end unknown", "from 3 Mar 2024"),
        (
            "[2024-03-01..2024-03-11]",
            "2024-03-01 2024-03-11",
            "between 1 and 11 March 2024",
            "between 1 and 11 Mar 2024",
        ),
        ("[2024-03-01,2024-03-04]", "2024-03-01 2024-03-04", "1 or 4 March 2024", "1 or 4 Mar 2024"),
        (
            "[2024-03-04,2024-03-01,2024-04-02]",
            "2024-03-01 2024-04-02",
            "1, 4 March or 2 April 2024",
            "1, 4 Mar or 2 Apr 2024",
        ),
        ("[2021,2024-03]", "2021-01-01 2024-03-31", "2021 or March 2024", "2021 or Mar 2024"),
        ("[..2024-03-12]", ".. 2024-03-12", "12 March 2024 or earlier", "12 Mar 2024 or earlier"),
        ("[2024-03-12..]", "2024-03-12 ..", "12 March 2024 or later", "12 Mar 2024 or later"),
        (
            "2024-03-12T14:56-04:00",
            "2024-03-12 2024-03-12",
            "12 March 2024, 14:56 (UTC−4)",
            "12 Mar 2024, 14:56",
        ),
        (
            "2024-03-12T14:56:07+05:30",
            "2024-03-12 2024-03-12",
            "12 March 2024, 14:56:07 (UTC+5:30)",
            "12 Mar 2024, 14:56:07",
        ),
        ("2024-03-12T14:56Z", "2024-03-12 2024-03-12", "12 March 2024, 14:56 (UTC)", "12 Mar 2024, 14:56"),
        ("2024-03-12T14:56", "2024-03-12 2024-03-12", "12 March 2024, 14:56", "12 Mar 2024, 14:56"),
        (
            "2024-03-12T14:56+01~",
            "2024-03-12 2024-03-12",
            "12 March 2024, about 14:56 (UTC+1)",
            "12 Mar 2024, about 14:56",
        ),
        (
            "2024-03-12T14:56?",
            "2024-03-12 2024-03-12",
            "12 March 2024, 14:56, uncertain",
            "12 Mar 2024, 14:56?",
        ),
        ("0000", "0000-01-01 0000-12-31", "1 BC", "1 BC"),
        ("-0043-03-15", "-000043-03-15 -000043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
        ("9999-24", "9999-12-01 9999-12-31", "winter 9999–10000", "winter 9999–10000"),
        ("Y17000", "9999-12-31 9999-12-31", "17000", "17000"),
        ("Y-17000", "-009999-01-01 -009999-01-01", "17001 BC", "17001 BC"),
    ] {
        let date = read(text);
        assert_eq!(
            (days(&date).as_str(), date.words().as_str(), date.short().as_str()),
            (expected_days, words, short),
            "{text}"
        );
        assert_eq!(date.as_typed(), text);
    }
}

#[test]
fn a_sentence_says_how_exact_it_is() {
    for (text, sentence) in [
        ("2024-03-12", "Known to the day."),
        ("2024-03", "Known to the month; the day is not known."),
        ("2024", "Known to the year; the month and the day are not known."),
        ("193X", "Known to the decade: some time from 1930 to 1939."),
        ("2024-21", "Known to the season, counted as March to May 2024."),
        ("2024-24", "Known to the season, counted as December 2024 to February 2025."),
        ("2024-03-01/2024-03-11", "From 1 to 11 March 2024, both included."),
        ("2024-03~", "About March 2024; this is an estimate."),
        ("2024-02-19?", "Given as 19 February 2024, but not certain."),
        ("../2024-03-12", "On 12 March 2024 or before; how long before is not known."),
        ("../2024", "In 2024 or before; how long before is not known."),
        ("2024-03-03/..", "Since 3 March 2024; no end is set."),
        ("/2024", "Until the end of 2024; when it began is not known."),
        ("[2024-03-01..2024-03-11]", "One of the days from 1 to 11 March 2024; which is not known."),
        ("[2024-03-01,2024-03-04]", "1 or 4 March 2024; which of these is not known."),
        ("2024-03-12T14:56-04:00", "Known to the minute."),
        ("2024-03-12T14:56", "Known to the minute; in which time zone is not said."),
        ("2024-03-12T14:56:00Z~", "The time is an estimate."),
    ] {
        assert_eq!(read(text).how_exact_in(crate::speech::Speech::english()), sentence, "{text}");
    }
}

#[test]
fn machines_are_told_only_what_html_can_say() {
    for (text, machine) in [
        ("2024-03-12", Some("2024-03-12")),
        ("2024-03", Some("2024-03")),
        ("0800", Some("0800")),
        ("2024-03-12T14:56-04:00", Some("2024-03-12T14:56-04:00")),
        ("2024-03-12T14:56-04", Some("2024-03-12T14:56-04:00")),
        ("2024-03-12T14:56:07Z", Some("2024-03-12T14:56:07Z")),
        ("2016-12-31T23:59:60Z", None),
        ("2024-03-12T14:56~", None),
        ("2024-03~", None),
        ("2024-03-XX", None),
        ("2024-21", None),
        ("193X", None),
        ("0000", None),
        ("Y17000", None),
        ("../2024-03-12", None),
        ("[2024-03-01,2024-03-04]", None),
    ] {
        assert_eq!(read(text).machine().as_deref(), machine, "{text}");
    }
}

#[test]
fn it_counts_from_the_last_day_it_may_mean() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    for (text, exact, in_berlin, counts_from) in [
        ("2024-03-12T23:30-04:00", Some(date(2024, 3, 12)), Some(date(2024, 3, 13)), Some(date(2024, 3, 13))),
        ("2024-03-12T23:30", Some(date(2024, 3, 12)), Some(date(2024, 3, 12)), Some(date(2024, 3, 12))),
        ("2024-03-12", Some(date(2024, 3, 12)), Some(date(2024, 3, 12)), Some(date(2024, 3, 12))),
        ("[2024-03-12]", Some(date(2024, 3, 12)), Some(date(2024, 3, 12)), Some(date(2024, 3, 12))),
        ("2024-03-12?", None, None, Some(date(2024, 3, 12))),
        ("2024-02", None, None, Some(date(2024, 2, 29))),
        ("[2024-03-01..2024-03-11]", None, None, Some(date(2024, 3, 11))),
        ("../2024-03-12", None, None, Some(date(2024, 3, 12))),
        ("2024-03-03/..", None, None, None),
        ("2024-03-03/", None, None, None),
        ("Y17000", None, None, Some(civil::Date::MAX)),
    ] {
        let read = read(text);
        assert_eq!(
            (read.exact_day(), read.day_in(&berlin), read.counts_from(&berlin)),
            (exact, in_berlin, counts_from),
            "{text}"
        );
    }
    assert_eq!(read("2024-03-12T23:30-04:00").instant(), Some("2024-03-13T03:30Z".parse().unwrap()));
    assert_eq!(read("2024-03-12T23:30").instant(), None);
}

/// No more and no less than the words say: neither the month nor the hour is lost.
#[test]
fn what_is_written_as_people_say_it_is_proposed_as_it_is_written_here() {
    for (text, proposed) in [
        ("early March 2024", "2024-03"),
        ("Ende März 2024", "2024-03"),
        ("around noon, 12 March 2024", "2024-03-12T12:00~"),
        ("12 March 2024, 14:30", "2024-03-12T14:30"),
        ("12.3.2024, 14.30 Uhr", "2024-03-12T14:30"),
        ("12. März 2024 um 9 Uhr", "2024-03-12T09:00"),
        ("March 12, 2024 2:30pm CET", "2024-03-12T14:30+01:00"),
        ("14.3.24", "2024-03-14"),
        ("12.03 2024", "2024-03-12"),
    ] {
        let help = Date::parse(text).unwrap_err().help();
        assert_eq!(help, Some(format!("write `{proposed}`")), "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_what_to_write() {
    for (text, message, help) in [
        ("", "a date is missing here", "write the date, such as `2024-03-12`, `2024-03` or `2024`"),
        (
            "2024-13-01",
            "`2024-13-01` is not a date: there is no month 13",
            "write `2024-01-13`, if that is meant",
        ),
        ("2024-13-32", "`2024-13-32` is not a date: there is no month 13", "-"),
        ("2023-02-29", "`2023-02-29` is not a date: February 2023 has no day 29", "-"),
        ("2024-03-12T24:00", "`2024-03-12T24:00` is not a date: there is no hour 24", "-"),
        (
            "2024-03-12T14:56+19:00",
            "`2024-03-12T14:56+19:00` is not a date: no place is `+19:00` from UTC",
            "-",
        ),
        (
            "2024-21-05",
            "`2024-21-05` is not a date: a season has no days",
            "write `2024-05-21`, if that is meant",
        ),
        ("12.03.2024", "`12.03.2024` is not a date", "write `2024-03-12`"),
        (
            "12/03/2024",
            "`12/03/2024` is not a date",
            "write `2024-03-12` or `2024-12-03`, whichever is meant",
        ),
        ("03/25/2024", "`03/25/2024` is not a date", "write `2024-03-25`"),
        ("2024/03/12", "`2024/03/12` is not a date", "write `2024-03-12`"),
        ("2024-3-1", "`2024-3-1` is not a date", "write `2024-03-01`"),
        ("20240312", "`20240312` is not a date", "write `2024-03-12`"),
        ("March 2024", "`March 2024` is not a date", "write `2024-03`"),
        ("12 March 2024", "`12 March 2024` is not a date", "write `2024-03-12`"),
        ("12.März2024", "`12.März2024` is not a date", "write `2024-03-12`"),
        ("October2024", "`October2024` is not a date", "write `2024-10`"),
        ("Frühjahr2024", "`Frühjahr2024` is not a date", "write `2024-21`"),
        ("1930s", "`1930s` is not a date", "write `193X`"),
        ("ca.2024", "`ca.2024` is not a date", "write `2024~`"),
        ("before 12 March 2024", "`before 12 March 2024` is not a date", "write `../2024-03-12`"),
        ("193x", "`193x` is not a date", "write `193X`"),
        ("2024-03-12 14:56", "`2024-03-12 14:56` is not a date", "write `2024-03-12T14:56`"),
        ("2024-03-12T9:05+0100", "`2024-03-12T9:05+0100` is not a date", "write `2024-03-12T09:05+01:00`"),
        ("2024-03-12T14:56UTC", "`2024-03-12T14:56UTC` is not a date", "write `2024-03-12T14:56Z`"),
        (
            "2024-03-11/2024-03-01",
            "`2024-03-11/2024-03-01` ends before it begins",
            "write `2024-03-01/2024-03-11`",
        ),
        (
            "[2024-03-11..2024-03-01]",
            "`[2024-03-11..2024-03-01]` ends before it begins",
            "write `[2024-03-01..2024-03-11]`",
        ),
        (
            "2024-03-01..2024-03-11",
            "`2024-03-01..2024-03-11` is not a date",
            "write `2024-03-01/2024-03-11` or `[2024-03-01..2024-03-11]`, whichever is meant",
        ),
        ("2024-03-01–2024-03-11", "`2024-03-01–2024-03-11` is not a date", "write `2024-03-01/2024-03-11`"),
        (
            "{2024,2025}",
            "`{2024,2025}` means several dates together, where one is needed",
            "for one of these, not known which, write `[…]`; for each of them, an entry of its own",
        ),
        (
            "2024-0X",
            "`2024-0X` is not a date: it is beyond level 1 of EDTF",
            "write the first and the last day it may mean: `[2024-03-01..2024-03-11]`",
        ),
        ("../..", "`../..` is not a date: one of its ends has to be a date", "-"),
        (
            "2024-03-12T10:00/2024-03-12T11:00",
            "`2024-03-12T10:00/2024-03-12T11:00` is not a date: the ends of an interval are days, without a time",
            "-",
        ),
        (
            "soon",
            "`soon` is not a date",
            "write it as `2024-03-12`, `2024-03` or `2024`, with `~` behind it for about, `?` for uncertain",
        ),
    ] {
        let Err(error) = Date::parse(text) else { panic!("`{text}` was read") };
        let shown = (error.to_string(), error.help().unwrap_or("-".to_owned()));
        assert_eq!((shown.0.as_str(), shown.1.as_str()), (message, help));
    }
}

#[test]
fn a_list_of_dates_reads_as_a_timeline() {
    let timeline = [
        "Y-17000",
        "193X",
        "2024-02-19",
        "2024",
        "../2024-03-12",
        "2024-03-12",
        "2024-03-12T14:56+01:00",
        "2024-03-12T14:56-04:00",
        "2024-03-12/2024-03-14",
        "2024-03-12/..",
        "/2024",
        "2025",
    ];
    let mut sorted: Vec<Date> = timeline.iter().rev().map(|text| read(text)).collect();
    sorted.sort();
    let sorted: Vec<&str> = sorted.iter().map(Date::as_typed).collect();
    let mut expected = timeline.to_vec();
    expected.swap(2, 3);
    assert_eq!(sorted, expected);
}

#[test]
fn before_is_certain_only_where_nothing_speaks_against_it() {
    for (one, other, certainly, possibly) in [
        ("2024-03-11", "2024-03-12", true, true),
        ("2024-03-12", "2024-03-12", false, false),
        ("2024-02", "2024-03-01", true, true),
        ("2024-03", "2024-03-12", false, true),
        ("../2024-03-12", "2024-03-13", true, true),
        ("2024-03-12/..", "2024-03-13", false, true),
        ("2024-03-14/..", "2024-03-13", false, false),
        ("2024-03-14", "/2024-03-13", false, false),
        ("2024-03-11?", "2024-03-12", false, true),
        ("2024-04", "2024-03~", false, true),
        ("2024-03-12T23:30-04:00", "2024-03-13T03:31Z", true, true),
        ("2024-03-12T23:30-04:00", "2024-03-13", false, true),
        ("2024-03-12T23:30-04:00", "2024-03-15", true, true),
    ] {
        let (one, other) = (read(one), read(other));
        assert_eq!(
            (one.certainly_before(&other), one.possibly_before(&other)),
            (certainly, possibly),
            "{one} {other}"
        );
    }
}

#[test]
fn precision_is_the_finest_part_known() {
    for (text, precision) in [
        ("2024-03-12T14:56", Precision::Time),
        ("2024-03-12", Precision::Day),
        ("2024-03-XX", Precision::Month),
        ("2024-22", Precision::Season),
        ("2024-XX", Precision::Year),
        ("193X", Precision::Decade),
        ("19XX", Precision::Century),
        ("2024/2025", Precision::Interval),
        ("[2024,2025]", Precision::OneOf),
    ] {
        assert_eq!(read(text).precision(), precision, "{text}");
    }
}

#[test]
fn a_day_of_the_calendar_is_a_date() {
    for day in [date(2024, 3, 12), date(800, 12, 25), date(-43, 3, 15), civil::Date::MIN, civil::Date::MAX] {
        assert_eq!(Date::of_day(day), read(Date::of_day(day).as_typed()));
        assert_eq!(Date::of_day(day).exact_day(), Some(day));
    }
}

/// Texts of which many are dates and the others nearly so.
fn nearly() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "(0000|0004|1999|2023|2024|9999|-0001)(-(0[0-9]|1[0-4]|2[0-5]|XX|0X)(-(0[0-9]|[1-3][0-9]|XX))?)?[?~%]?",
        1 => "(19XX|202X|XXXX|Y-?[0-9]{4,20}(E[0-9]{1,6})?(S[0-9])?)[?~%]?",
        1 => "2024-03-1[0-4](T[0-2][0-9]:[0-6][0-9](:[0-6][0-9])?)(Z|[-+][01][0-9](:[0-6]0)?)?[?~%]?",
        1 => Just(String::new()),
        1 => Just("..".to_owned()),
    ];
    prop_oneof![
        part.clone(),
        (part.clone(), part.clone()).prop_map(|(a, b)| format!("{a}/{b}")),
        (part.clone(), part.clone()).prop_map(|(a, b)| format!("[{a}..{b}]")),
        (part.clone(), part.clone(), part).prop_map(|(a, b, c)| format!("[{a},{b},{c}]")),
    ]
}

fn say_all(date: &Date) {
    let said = [date.words(), date.short(), date.how_exact_in(crate::speech::Speech::english())];
    assert!(said.iter().all(|words| !words.trim().is_empty()), "{date}");
    let _ = (date.machine(), date.exact_day(), date.instant(), date.precision());
}

proptest! {
    #[test]
    fn no_text_brings_it_down(text in "\\PC*|[0-9XYTZES?~%./,{}: \\[\\]-]{0,24}|[0-9a-zä./ -]{0,20}") {
        match Date::parse(&text) {
            Ok(date) => say_all(&date),
            Err(error) => { let _ = (error.to_string(), error.help()); }
        }
    }

    #[test]
    fn every_date_begins_before_it_ends(text in nearly()) {
        match Date::parse(&text) {
            Ok(date) => {
                say_all(&date);
                if let (Some(first), Some(last)) = (date.earliest().day(), date.latest().day()) {
                    prop_assert!(first <= last);
                }
            }
            Err(error) => { let _ = (error.to_string(), error.help()); }
        }
    }

    #[test]
    fn the_order_is_total(a in nearly(), b in nearly(), c in nearly()) {
        let dates: Vec<Date> = [a, b, c].iter().filter_map(|text| Date::parse(text).ok()).collect();
        for one in &dates {
            for other in &dates {
                prop_assert_eq!(one.cmp(other), other.cmp(one).reverse());
                prop_assert_eq!(one.cmp(other) == Ordering::Equal, one == other);
                prop_assert!(!one.certainly_before(other) || one.possibly_before(other));
                prop_assert!(!(one.certainly_before(other) && other.certainly_before(one)));
                for third in &dates {
                    prop_assert!(!(one <= other && other <= third) || one <= third);
                }
            }
        }
    }

    #[test]
    fn plain_dates_mean_the_same_to_the_library(year in 0i16..=9999, month in 1i8..=12, day in 1i8..=31) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        prop_assert_eq!(Date::parse(&text).is_ok(), edtf_core::is_valid(&text));
    }
}
