//! What can be typed on a command line; what is said of it here is what `--help` says.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::fields::NewFields;
use crate::commands::{Exported, Foreign, Format};
use crate::diagnostic::Level;

/// Turns a folder of articles and fact sheets into the public website of one incident report.
///
/// Every statement can be followed to the claim it makes, from the claim to the evidence, and from the evidence to
/// whoever said it first.
#[derive(Debug, Parser)]
#[command(name = "casebook", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a new report in a folder: small, complete, with an example of each kind of entry.
    Init {
        /// The folder; it is made if there is none.
        folder: PathBuf,
    },
    /// Add an entry or an article, with its fields in place; at a terminal, it asks for them.
    ///
    /// What is not given is asked for, one question at a time, with the words that may be answered; an empty answer
    /// takes what is proposed, or leaves the field to be filled in. Where nobody sits at a terminal, kind and id, or
    /// kind and name, are enough.
    New {
        /// What it is: person, organisation, source, document, date, claim or article.
        #[arg(value_name = "KIND")]
        what: Option<String>,
        /// Its id: lower-case words joined by hyphens, such as `first-call`; made of its name if not given.
        id: Option<String>,
        #[command(flatten)]
        fields: Box<NewFields>,
        #[command(flatten)]
        project: Project,
    },
    /// Ask the record: `list claims --status reported --source spiegel`.
    ///
    /// A source that is not to be named is called what readers may call it.
    List {
        /// What to list: people, organisations, sources, documents, dates, claims or articles.
        kind: String,
        /// Claims that stand so: unverified, reported, corroborated, verified, disputed, refuted, superseded, withdrawn.
        #[arg(long)]
        status: Option<String>,
        /// Claims that this speaker said or passed on, and documents they published.
        #[arg(long, value_name = "ID")]
        source: Option<String>,
        /// What is about this entry, may harm it, or names it.
        #[arg(long, value_name = "ID")]
        about: Option<String>,
        /// Drafts alone.
        #[arg(long)]
        draft: bool,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        project: Project,
    },
    /// Change an id everywhere: in sheets, in articles, in report.yaml and in signatures; comments and layout stay.
    ///
    /// Where the old id was published, the entry keeps it in `was`, so that no address dies; what was recorded of
    /// publications stays as it is. An article that is known by the path of its file gets another file name, and links
    /// to it are mended; one that would leave its folder gets an `id` in its front matter.
    Rename {
        /// The id as it is.
        old: String,
        /// What it is to be.
        new: String,
        /// Readers know the old id, whatever the record of publications says.
        #[arg(long)]
        published: bool,
        #[command(flatten)]
        project: Project,
    },
    /// File a copy of a document, as evidence: below `content/archive/`, with its digest written into the sheet.
    ///
    /// The copy gets a name made of the document's id and date. `archive` and, if it is not there yet, `accessed` are
    /// filled in; comments and layout stay. What was filed is never written over.
    Archive {
        /// The id of the document.
        document: String,
        /// The file to keep a copy of.
        file: PathBuf,
        #[command(flatten)]
        project: Project,
    },
    /// Take in what other programs keep: references, timelines, fact-checks, tables.
    ///
    /// References come from CSL-JSON, BibTeX and RIS, as Zotero writes them, dates from TimelineJS, claims from
    /// `ClaimReview` and CSV. What is new goes into `content/facts/imported-<file>.yaml`; what no field takes is kept in
    /// notes, which are never public, and told. What the report has already stays as it is: where the file says
    /// otherwise, that is told, and taking the same file in twice changes nothing.
    Import {
        /// The file.
        file: PathBuf,
        /// Its format, where it does not show.
        #[arg(long, value_name = "FORMAT")]
        from: Option<Origin>,
        /// What the rows of a table are, where its name and columns do not show it: claims, documents, people …
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[command(flatten)]
        project: Project,
    },
    /// Give away what is public: entities for FollowTheMoney, the timeline for TimelineJS.
    Export {
        /// The format.
        format: Away,
        /// Write into this file, in place of printing.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        project: Project,
    },
    /// Put sheets in order: fields as the reference lists them, two blanks a level.
    ///
    /// Entries stay where they are, every comment stays with its field, and a sheet says the same afterwards. What
    /// cannot be moved safely is left as it is.
    Fmt {
        /// Write nothing; name what is not in order, and fail if there is any.
        #[arg(long)]
        check: bool,
        #[command(flatten)]
        project: Project,
    },
    /// Make the site in `output/`; stops at any error and then leaves the old site as it was.
    Build {
        /// The folder to write to, if not the report's own `output/`.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// How many threads to use; as many as there are processors if not given. The site is the same.
        #[arg(long, value_name = "N")]
        threads: Option<usize>,
        #[command(flatten)]
        project: Project,
    },
    /// Show the report in a browser while you write it, with drafts, notes and what is under embargo.
    ///
    /// It is served from memory, on this machine alone, and never from `output/`. Whatever you save shows in the open
    /// page at once; a mistake stands over the page, with its line, until it is mended. The editors’ desk is at /desk/.
    Serve {
        /// The port; the next one that is free if it is taken.
        #[arg(long, value_name = "N", default_value_t = 4000)]
        port: u16,
        /// Open it in your browser.
        #[arg(long)]
        open: bool,
        /// The editor in which the places of mistakes open: `code`, `zed`, `idea` and others; as VISUAL or EDITOR say if
        /// not given.
        #[arg(long, value_name = "NAME")]
        editor: Option<String>,
        #[command(flatten)]
        project: Project,
    },
    /// Look for mistakes, claims with no source, and claims that stand higher than their evidence carries.
    Check {
        /// From which level on a finding counts as a failure, if not as `policy.deny` in report.yaml says.
        #[arg(long, value_name = "LEVEL")]
        deny: Option<Bar>,
        /// In which form to tell what was found.
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: Form,
        /// Tell of these rules, or groups of rules, alone: `unsourced-claim,fairness`.
        #[arg(long, value_name = "RULE", value_delimiter = ',')]
        only: Vec<String>,
        /// Tell alone of what concerns files that git says changed since this revision.
        #[arg(long, value_name = "REV")]
        changed_since: Option<String>,
        /// Put the editors’ desk into this file: one page, not public, with what an editor wants in one look.
        #[arg(long, value_name = "FILE")]
        desk: Option<PathBuf>,
        #[command(flatten)]
        project: Project,
    },
    /// Put your name to what you have read: claims and articles, exactly as they stand now.
    ///
    /// Your signature goes into a file of your own, `content/sign-offs/<your name>.yaml`; commit it with the report.
    /// It is bound to the words, the standing, the evidence and the replies that you read. If any of it is changed
    /// later, `check` says so, and somebody has to read it again. Notes to the desk, comments and the order of sheets
    /// do not matter. `policy.sign_off` in report.yaml says what has to be signed by whom.
    Sign {
        /// The ids of the claims and articles that you have read.
        #[arg(value_name = "ID", required_unless_present = "publication")]
        ids: Vec<String>,
        /// Sign all that would be published now, as a whole.
        #[arg(long)]
        publication: bool,
        /// Your name, as it is to stand in the file: `--as "Änne Łoś"`.
        #[arg(long = "as", value_name = "NAME")]
        name: String,
        /// As what you have read it.
        #[arg(long, value_name = "ROLE")]
        role: Role,
        #[command(flatten)]
        project: Project,
    },
    /// Build the site, and record what was published: for the moment before it goes on the web.
    ///
    /// It does what `build` does, and asks for every signature that `policy.sign_off` in report.yaml names. When
    /// nothing stands in the way, it adds a file to `content/record/`: the words and the standing of every claim and
    /// article that is new or changed, and when. From then on nothing that was published can change in silence:
    /// `check` asks for a correction or a history entry, and for a way from every old address to the new one.
    Publish {
        /// The folder to write to, if not the report's own `output/`.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        #[command(flatten)]
        project: Project,
    },
    /// Check whether a published site is still what its record says: for readers, archives and courts.
    ///
    /// It needs the files of the site and nothing else: not the report it was made from. It makes every digest again
    /// and says in plain words what does not match: a changed sentence, a missing page, a record that was tampered
    /// with. Whoever changes a site and its whole record together can be found out by the record's digest alone, so
    /// compare that with one that was kept elsewhere.
    Verify {
        /// The folder of the site, with `index.html` in it.
        site: PathBuf,
    },
    /// Tell an editor what is wrong as you type, complete ids, and rename them: a language server.
    ///
    /// Editors start it and talk to it over standard input and output; docs/text-editors.md shows how to set up VS Code,
    /// Helix, Neovim, Emacs and Zed. The report is the one in the folder that is open in the editor, in the working folder,
    /// or around the file that is opened first.
    Lsp {
        /// Changes nothing: many editors say it to every server.
        #[arg(long, hide = true)]
        stdio: bool,
        #[command(flatten)]
        project: Project,
    },
    /// Say what a rule catches, why, and how to mend it; without a name, list the rules.
    Explain {
        /// The rule's name, as it stands in brackets in a finding.
        rule: Option<String>,
        /// Show the pages of all rules.
        #[arg(long, conflicts_with = "rule")]
        all: bool,
    },
    /// Write JSON Schemas of sheets, front matter and report.yaml, for editors that complete what you type.
    ///
    /// `init` puts them into `.casebook/` and tells VS Code of them; other editors read the first line of a sheet,
    /// `# yaml-language-server: $schema=…`. After an update of the program, `casebook schema --output .casebook` writes
    /// them again.
    Schema {
        /// What to tell of; a sheet if not given, or all that there are where they are written into a folder.
        what: Option<Written>,
        /// Write into this folder, in place of printing.
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Print what a shell needs to complete commands, options and words: bash, zsh, fish, elvish or powershell.
    ///
    /// docs/shell.md says where each shell looks for it.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual, for `man`: of the program, or of one of its commands.
    Man {
        /// The command.
        command: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Project {
    /// The report's folder, if not the one you are in.
    #[arg(long = "project", short = 'C', value_name = "DIR", global = true)]
    pub(super) folder: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Bar {
    /// Errors alone.
    Errors,
    /// Warnings too.
    Warnings,
    /// Notes too.
    Notes,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Form {
    /// For people: the lines themselves, and the way out.
    Human,
    /// For programs; docs/check.md says what is in it.
    Json,
    /// SARIF 2.1.0, for platforms that keep findings.
    Sarif,
    /// Annotations in a GitHub workflow.
    Github,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Origin {
    /// References as Zotero, Mendeley and Pandoc keep them.
    CslJson,
    /// BibTeX and BibLaTeX.
    Bibtex,
    /// References as catalogues of libraries give them.
    Ris,
    /// A timeline, as JSON or as its table.
    Timelinejs,
    /// Fact-checks, as JSON-LD or in a page.
    Claimreview,
    /// A table whose columns are called what our fields are called.
    Csv,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Away {
    /// People, bodies and documents as entities of FollowTheMoney: JSON, one to a line.
    #[value(name = "followthemoney")]
    FollowTheMoney,
    /// The timeline as JSON for TimelineJS.
    #[value(name = "timelinejs")]
    TimelineJs,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Role {
    /// You checked that it is so, and that the evidence shows it.
    FactCheck,
    /// You checked that it may be said.
    Legal,
    /// You decide that it is said.
    Editor,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Written {
    /// A fact sheet.
    Sheet,
    /// The front matter of an article.
    Article,
    /// `content/report.yaml`.
    Report,
}

impl Written {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Article => "article",
            Self::Report => "report",
        }
    }
}

impl Role {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::FactCheck => "fact-check",
            Self::Legal => "legal",
            Self::Editor => "editor",
        }
    }
}

impl Project {
    pub(super) fn folder(&self) -> PathBuf {
        self.folder.clone().unwrap_or_else(|| PathBuf::from("."))
    }
}

impl Bar {
    pub(super) fn level(self) -> Level {
        match self {
            Self::Errors => Level::Error,
            Self::Warnings => Level::Warning,
            Self::Notes => Level::Note,
        }
    }
}

impl Origin {
    pub(super) fn format(self) -> Foreign {
        match self {
            Self::CslJson => Foreign::CslJson,
            Self::Bibtex => Foreign::Bibtex,
            Self::Ris => Foreign::Ris,
            Self::Timelinejs => Foreign::Timelinejs,
            Self::Claimreview => Foreign::Claimreview,
            Self::Csv => Foreign::Csv,
        }
    }
}

impl Form {
    pub(super) fn format(self) -> Format {
        match self {
            Self::Human => Format::Human,
            Self::Json => Format::Json,
            Self::Sarif => Format::Sarif,
            Self::Github => Format::Github,
        }
    }
}

impl Away {
    pub(super) fn exported(self) -> Exported {
        match self {
            Self::FollowTheMoney => Exported::FollowTheMoney,
            Self::TimelineJs => Exported::TimelineJs,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_arguments_fit_together() {
        Arguments::command().debug_assert();
    }
}
