//! What to write instead of a text that is no date.

use std::fmt;

use super::guess::{day_and_month_changed, guess};
use super::read::{Fault, read};

/// A text that is no date, and what may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    message: String,
    help: Option<String>,
}

impl DateError {
    pub(super) fn new(text: &str, fault: &Fault) -> Self {
        let typed = excerpt(text);
        let message = match fault {
            Fault::Empty => "a date is missing here".to_owned(),
            Fault::Shape => format!("`{typed}` is not a date"),
            Fault::Wrong(why) => format!("`{typed}` is not a date: {why}"),
            Fault::Backwards => format!("`{typed}` ends before it begins"),
            Fault::AllOf => format!("`{typed}` means several dates together, where one is needed"),
            Fault::Beyond => format!("`{typed}` is not a date: it is beyond level 1 of EDTF"),
        };
        Self { message, help: help(text, fault) }
    }

    /// What to do, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.help.clone()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

/// Enough of a text to know it again.
fn excerpt(text: &str) -> String {
    const ENOUGH: usize = 40;
    let mut letters = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let excerpt: String = letters.by_ref().take(ENOUGH).collect();
    if letters.next().is_some() { excerpt + "…" } else { excerpt }
}

fn help(text: &str, fault: &Fault) -> Option<String> {
    let meant = match fault {
        Fault::Empty => return Some("write the date, such as `2024-03-12`, `2024-03` or `2024`".to_owned()),
        Fault::AllOf => {
            return Some(
                "for one of these, not known which, write `[…]`; for each of them, an entry of its own"
                    .into(),
            );
        }
        Fault::Wrong(_) => day_and_month_changed(text).into_iter().collect(),
        Fault::Shape | Fault::Backwards | Fault::Beyond => guess(text),
    };
    let mut meant: Vec<String> = meant.into_iter().filter(|guess| read(guess).is_ok()).collect();
    meant.dedup();
    match (meant.as_slice(), fault) {
        ([], Fault::Shape) => Some(
            "write it as `2024-03-12`, `2024-03` or `2024`, with `~` behind it for about, `?` for uncertain"
                .into(),
        ),
        ([], Fault::Beyond) => {
            Some("write the first and the last day it may mean: `[2024-03-01..2024-03-11]`".into())
        }
        ([], _) => None,
        ([one], Fault::Wrong(_)) => Some(format!("write `{one}`, if that is meant")),
        ([one], _) => Some(format!("write `{one}`")),
        ([one, other, ..], _) => Some(format!("write `{one}` or `{other}`, whichever is meant")),
    }
}
