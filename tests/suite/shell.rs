//! Completions and the manual: every command is in them.

use crate::project::Project;

#[test]
fn shells_are_told_of_every_command() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = project.run(&["completions", shell]);
        assert_eq!(run.code, 0, "{}", run.complained);
        for word in ["import", "export", "completions", "changed-since"] {
            assert!(run.said.contains(word), "{shell} does not complete `{word}`");
        }
    }
    for shell in ["bash", "zsh", "fish"] {
        assert!(project.run(&["completions", shell]).said.contains("claimreview"), "{shell}: values, too");
    }
    let run = project.run(&["completions", "tcsh"]);
    assert_eq!(run.code, 2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let project = Project::new();
    let run = project.run(&["man"]);
    assert!(run.said.contains(".TH casebook 1"), "{}", run.said);
    assert!(run.said.contains("casebook\\-import(1)"), "{}", run.said);
    let run = project.run(&["man", "import"]);
    assert!(run.said.contains(".TH casebook-import 1") && run.said.contains("\\-\\-from"), "{}", run.said);
    let run = project.run(&["man", "inport"]);
    assert_eq!(
        (run.code, run.complained.as_str()),
        (2, "casebook: there is no command `inport`; did you mean `import`?\n")
    );
}

#[test]
fn help_is_there_as_a_command_too() {
    let project = Project::new();
    for (asked, option) in [(vec!["help"], vec!["--help"]), (vec!["help", "check"], vec!["check", "--help"])]
    {
        let (asked, option) = (project.run(&asked), project.run(&option));
        assert_eq!((asked.code, asked.said), (0, option.said));
    }
}

#[test]
fn a_wrong_place_is_told_with_the_right_one() {
    let project = Project::new().with("content/facts/a.yaml", "");
    let run = project.run(&["check", "-C", "content/facts"]);
    assert_eq!(run.code, 2);
    let folder = project.path("").canonicalize().unwrap();
    let said = format!(
        "casebook: `content/facts` is inside the report in `{}`, and commands are for the whole report: go there first\n",
        folder.display()
    );
    assert_eq!(run.complained, said);
    for (arguments, said) in [
        (
            ["verify", "nowhere"],
            "there is no folder `nowhere`; name the one that the site is in, such as `output`",
        ),
        (["import", "z.bib"], "there is no file `z.bib`; look at how its name is written, and where it lies"),
        (["import", "content"], "`content` is a folder; name a file in it"),
        (["explain", "evidence"], "there is no rule `evidence`; `casebook explain` lists them"),
        (["new", "source"], "say its id: `casebook new source its-id`"),
    ] {
        let run = project.run(&arguments);
        assert_eq!((run.code, run.complained), (2, format!("casebook: {said}\n")), "{arguments:?}");
    }
}
