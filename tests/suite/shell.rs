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
