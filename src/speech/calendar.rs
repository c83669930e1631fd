//! Days, months and years as a language writes them (Unicode CLDR).

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_locale_core::{Locale, locale};
use jiff::civil;

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// In running text: `12 March 2024`.
    Long,
    /// In tables and on axes: `12 Mar 2024`.
    Short,
}

/// How a language writes days.
#[derive(Debug)]
pub struct Calendar {
    day: [FixedCalendarDateTimeFormatter<Gregorian, YMD>; 2],
    day_and_month: [FixedCalendarDateTimeFormatter<Gregorian, MD>; 2],
    month_of_year: [FixedCalendarDateTimeFormatter<Gregorian, YM>; 2],
    month: [FixedCalendarDateTimeFormatter<Gregorian, M>; 2],
}

/// Makes what sets days in a language, or else in English, whose ways are compiled in.
macro_rules! both {
    ($locale:expr, $fields:ident) => {
        [$fields::long(), $fields::medium()].map(|fields| {
            FixedCalendarDateTimeFormatter::try_new($locale.into(), fields)
                .or_else(|_| FixedCalendarDateTimeFormatter::try_new(locale!("en-GB").into(), fields))
                .expect("the days of English are compiled in")
        })
    };
}

impl Calendar {
    pub(super) fn new(locale: &Locale) -> Self {
        let full = [YMD::long(), YMD::medium()].map(|fields| {
            let fields = fields.with_year_style(YearStyle::Full);
            FixedCalendarDateTimeFormatter::try_new(locale.into(), fields)
                .or_else(|_| FixedCalendarDateTimeFormatter::try_new(locale!("en-GB").into(), fields))
                .expect("the days of English are compiled in")
        });
        Self {
            day: full,
            day_and_month: both!(locale, MD),
            month_of_year: both!(locale, YM),
            month: both!(locale, M),
        }
    }

    /// `12 March 2024`, for years that people write with four digits; nothing for others.
    #[must_use]
    pub fn day(&self, day: civil::Date, length: Length) -> Option<String> {
        let with = of(&self.day, length);
        (day.year() > 999).then(|| with.format(&gregorian(day.year(), day.month(), day.day())).to_string())
    }

    /// `12 March`.
    #[must_use]
    pub fn day_and_month(&self, day: civil::Date, length: Length) -> String {
        of(&self.day_and_month, length).format(&gregorian(day.year(), day.month(), day.day())).to_string()
    }

    /// `March 2024`, for years that people write with four digits; nothing for others. Months count from 1 to 12.
    #[must_use]
    pub fn month_of_year(&self, year: i16, month: i8, length: Length) -> Option<String> {
        let with = of(&self.month_of_year, length);
        (year > 999).then(|| with.format(&gregorian(year, month, 1)).to_string())
    }

    /// `March`. Months count from 1 to 12.
    #[must_use]
    pub fn month(&self, month: i8, length: Length) -> String {
        of(&self.month, length).format(&gregorian(2024, month, 1)).to_string()
    }
}

fn of<T>([long, short]: &[T; 2], length: Length) -> &T {
    match length {
        Length::Long => long,
        Length::Short => short,
    }
}

fn gregorian(year: i16, month: i8, day: i8) -> Date<Gregorian> {
    let parts = (u8::try_from(month), u8::try_from(day));
    let date = match parts {
        (Ok(month), Ok(day)) => Date::try_new_gregorian(year.into(), month, day).ok(),
        _ => None,
    };
    date.expect("days that were read are in the calendar")
}
