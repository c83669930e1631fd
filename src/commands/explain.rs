//! `casebook explain`: what a rule catches, why, and how to mend it.

use std::fmt::Write as _;
use std::io::Write;

use super::{CommandError, Outcome};
use crate::Vocabulary as _;
use crate::check::{FORMS, Group, RULES};

/// What is to be explained.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// Which rules there are, in a line each.
    List,
    /// One rule, or one mistake of form.
    Rule(&'a str),
    /// Every rule, page after page.
    All,
}

/// Prints the page of a rule, of all of them, or the list of rules.
///
/// # Errors
/// If there is no such rule, or nobody takes what is said.
pub fn explain(subject: Subject<'_>, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    match subject {
        Subject::List => write!(out, "{}", list())?,
        Subject::Rule(name) => write!(out, "{}", page(name)?)?,
        Subject::All => {
            let pages: Vec<&str> = RULES.iter().map(|rule| rule.page).collect();
            write!(out, "{}", pages.join("\n"))?;
        }
    }
    Ok(Outcome::Clean)
}

/// The rules by group, each with its level and what it catches.
fn list() -> String {
    let mut text = String::new();
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for group in Group::ALL {
        let mut rules = RULES.iter().filter(|rule| rule.group == *group).peekable();
        if rules.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "{}: {}", group.word(), group.meaning());
        for rule in rules {
            let catches = rule.catches();
            let catches = catches.strip_prefix("Catches ").unwrap_or(catches);
            let ends = [". ", ": ", "; "].iter().filter_map(|end| catches.split_once(end));
            let first = ends.map(|(first, _)| first).min_by_key(|first| first.len()).unwrap_or(catches);
            let catches = first.trim_end_matches('.');
            let _ = writeln!(text, "  {:<width$}  {:<7}  {catches}", rule.name, rule.level.word());
        }
        text.push('\n');
    }
    let _ = writeln!(
        text,
        "`casebook explain RULE` shows a rule's page. {} mistakes of form, such as `unknown-id`, come on top.",
        FORMS.len()
    );
    text
}

fn page(name: &str) -> Result<String, CommandError> {
    if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
        return Ok(rule.page.to_owned());
    }
    if let Some(form) = FORMS.iter().find(|form| form.name == name) {
        return Ok(format!(
            "# {name}\n\n{}\n\nA mistake of form: what is wrong, and the way out, stands beside each finding.\n",
            form.sentence()
        ));
    }
    let known = RULES.iter().map(|rule| rule.name).chain(FORMS.iter().map(|form| form.name));
    let near = crate::text::nearest(name, known, 1);
    let meant = near.first().map_or_else(
        || "; `casebook explain` lists them".to_owned(),
        |near| format!("; did you mean `{near}`?"),
    );
    Err(CommandError::Usage(format!("there is no rule `{name}`{meant}")))
}
