//! Mistakes of form: names for what reading, linking and building come upon on their way. They are always errors or
//! warnings of the same kind, need no page, and no exception applies to them.

/// A mistake of form.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Its name, as it stands in brackets in a finding.
    pub name: &'static str,
    /// What it is, in a line that reads after "catches".
    pub catches: &'static str,
}

/// Every mistake of form, by name.
pub const FORMS: &[Form] = &[
    form("bad-address", "an address on the web that is none"),
    form("bad-date", "a date that is not written as EDTF"),
    form("bad-digest", "a digest that is not a SHA-256 one"),
    form("bad-front-matter", "front matter that does not begin or end as it should"),
    form("bad-id", "an id that is not lower-case words joined by hyphens"),
    form(
        "bad-reference",
        "words in an article that are meant to lead to the record, to a file or a picture, and cannot",
    ),
    form("bad-status", "a status that is none of those there are"),
    form("bad-value", "a value that is none of those a field takes"),
    form("circle", "entries that belong to, repeat or replace one another in a circle"),
    form("conflicting-fields", "two fields of which an entry has one or the other"),
    form("cut-off-words", "words that YAML takes for a comment"),
    form("duplicate-id", "an id that names two entries"),
    form("duplicate-key", "a field that is there twice"),
    form("file-name-not-utf8", "a file whose name cannot be read"),
    form("file-too-large", "a text that is larger than is read"),
    form("former-id-in-use", "an id in `was` that still names an entry, or is claimed twice"),
    form("link-in-circle", "a link in the file system that leads to a folder it is in"),
    form("link-out-of-content", "a link in the file system that leads out of `content/`"),
    form("misplaced-file", "a file that lies where nothing reads it"),
    form("missing-archive", "a kept copy that is not there"),
    form("missing-field", "a field that an entry must have"),
    form("missing-file", "a link in an article to a file that is not there"),
    form("missing-picture", "a picture that is not there"),
    form("missing-report", "a folder without `content/report.yaml`"),
    form("not-a-file", "something in `content/` that is neither file nor folder"),
    form("not-a-folder", "a file where a folder should be"),
    form("not-utf8", "bytes that are not text in UTF-8"),
    form("path-out-of-content", "a path that leads out of `content/`"),
    form("raw-html", "HTML in an article of a report that does not let it through"),
    form("second-lead", "an article that the front page is to lead with beside another in its language"),
    form("template-error", "a template that cannot be used"),
    form("unknown-field", "a field in a template that no page has"),
    form("unknown-words", "words that a template says and nobody wrote, or that nothing says"),
    form("unknown-footnote", "a footnote that is not there"),
    form("unknown-id", "an id that names nothing"),
    form("unknown-key", "a field that an entry cannot have"),
    form("unknown-rule", "an exception for a rule that is not there"),
    form("unknown-theme", "a theme that is not there"),
    form("unreadable-file", "a file that the system does not let us read"),
    form(
        "wrong-kind",
        "an id that names an entry of another kind, or an entry that stands among those of another",
    ),
    form("wrong-type", "a list where words should be, or the other way round"),
    form("yaml-feature", "a part of YAML that sheets do without"),
    form("yaml-syntax", "a sheet that is not YAML"),
];

const fn form(name: &'static str, catches: &'static str) -> Form {
    Form { name, catches }
}

impl Form {
    /// What it catches, as a rule's page would begin.
    ///
    /// ```
    /// let form = casebook::check::FORMS.iter().find(|form| form.name == "unknown-id").unwrap();
    /// assert_eq!(form.sentence(), "Catches an id that names nothing.");
    /// ```
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("Catches {}.", self.catches)
    }
}
