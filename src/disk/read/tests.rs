use std::fmt::Write;
use std::os::unix::fs::symlink;

use tempfile::TempDir;

use super::*;

fn project(files: &[(&str, &[u8])]) -> TempDir {
    let project = tempfile::tempdir().unwrap();
    fs::create_dir(project.path().join("content")).unwrap();
    for (path, bytes) in files {
        put(&project, path, bytes);
    }
    project
}

fn put(project: &TempDir, path: &str, bytes: &[u8]) {
    let path = project.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn link(project: &TempDir, path: &str, target: &str) {
    let path = project.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    symlink(target, path).unwrap();
}

/// All that was read, a line to a file, then a line to a finding with the words at its place.
fn shown(project: &TempDir) -> String {
    let (inputs, findings) = super::read(project.path()).unwrap();
    let mut text = String::new();
    for (_, file) in inputs.iter() {
        writeln!(text, "text {} {:?}", file.path, file.text).unwrap();
    }
    for (path, asset) in inputs.assets() {
        let digest = asset.sha256.as_deref().map_or("", |digest| digest.split_at(8).0);
        writeln!(text, "asset {path} {} {digest}", asset.size).unwrap();
    }
    for finding in findings {
        let Finding { rule, message, place, help, .. } = finding;
        let (path, words) = (&inputs.file(place.file).path, inputs.words(place));
        writeln!(text, "{rule} {path} {words:?}: {message} = {}", help.unwrap()).unwrap();
    }
    text
}

const REPORT: (&str, &[u8]) = ("content/report.yaml", b"title: T");

#[test]
fn texts_are_read_and_other_files_are_known_by_size_and_digest() {
    let project = project(&[
        REPORT,
        ("content/sign-offs/anne.yaml", b"signed: []"),
        ("content/articles/Über die Leitung.md", "Grüße".as_bytes()),
        ("content/articles/pic.jpg", b"jpeg"),
        ("content/facts/call/who.yml", b"people: {}"),
        ("content/media/map.svg", b"<svg/>"),
        ("content/archive/article.txt", b"abc"),
        ("themes/house/base.html", b"<html>"),
        ("themes/house/logo.png", b"png"),
    ]);
    insta::assert_snapshot!(shown(&project), @r#"
    text content/articles/Über die Leitung.md "Grüße"
    text content/facts/call/who.yml "people: {}"
    text content/report.yaml "title: T"
    text content/sign-offs/anne.yaml "signed: []"
    text themes/house/base.html "<html>"
    asset content/archive/article.txt 3 ba7816bf
    asset content/articles/pic.jpg 4 
    asset content/media/map.svg 6 
    asset themes/house/logo.png 3
    "#);
}

#[test]
fn hidden_files_and_what_editors_leave_are_not_there() {
    let project = project(&[
        REPORT,
        ("content/.DS_Store", b"x"),
        ("content/.git/config.yaml", b"x"),
        ("content/facts/call.yaml~", b"x"),
        ("content/facts/.call.yaml.swp", b"x"),
        ("content/facts/call.swp", b"x"),
        ("content/facts/#call.yaml#", b"x"),
        ("content/facts/.#call.yaml", b"x"),
        ("themes/house/.sass-cache/x.css", b"x"),
    ]);
    insta::assert_snapshot!(shown(&project), @r#"text content/report.yaml "title: T""#);
}

#[test]
fn bytes_that_are_not_utf8_are_found_at_their_place() {
    let project = project(&[
        REPORT,
        ("content/articles/latin.md", b"Herr Gr\xE4fe, Herr Gr\xE4fe"),
        ("content/articles/cut.md", b"Stra\xC3"),
        ("content/facts/wide.yaml", b"\xFF\xFEt\0i\0"),
    ]);
    insta::assert_snapshot!(shown(&project), @r#"
    text content/articles/cut.md "Stra�"
    text content/articles/latin.md "Herr Gr�fe, Herr Gr�fe"
    text content/facts/wide.yaml "ti"
    text content/report.yaml "title: T"
    not-utf8 content/articles/cut.md "�": the byte 0xC3 is not UTF-8 = in Windows-1252 it is `Ã`; save the file as UTF-8: look for the encoding where your editor saves
    not-utf8 content/articles/latin.md "�": the byte 0xE4 is not UTF-8 = in Windows-1252 it is `ä`; save the file as UTF-8: look for the encoding where your editor saves
    not-utf8 content/facts/wide.yaml "": this file is saved as UTF-16 = save it as UTF-8: look for the encoding where your editor saves
    "#);
}

#[test]
fn links_are_followed_within_content_only() {
    let project = project(&[REPORT, ("content/archive/a.txt", b"abc"), ("secret.yaml", b"name: X")]);
    link(&project, "content/media/a.txt", "../archive/a.txt");
    link(&project, "content/media/all", "../archive");
    link(&project, "content/facts/out.yaml", "../../secret.yaml");
    link(&project, "content/facts/root", "/etc");
    link(&project, "content/facts/nowhere.yaml", "gone.yaml");
    link(&project, "content/facts/self.yaml", "self.yaml");
    link(&project, "content/articles/up", "..");
    link(&project, "content/x/one", "../y");
    link(&project, "content/y/two", "../x");
    insta::assert_snapshot!(shown(&project), @r#"
    text content/articles/up ""
    text content/facts/nowhere.yaml ""
    text content/facts/out.yaml ""
    text content/facts/root ""
    text content/facts/self.yaml ""
    text content/report.yaml "title: T"
    text content/x/one/two ""
    text content/y/two/one ""
    asset content/archive/a.txt 3 ba7816bf
    asset content/media/a.txt 3 
    asset content/media/all/a.txt 3 
    link-in-circle content/articles/up "": this link leads back to a folder that it is in = take the link away
    unreadable-file content/facts/nowhere.yaml "": this link leads to `gone.yaml`, where there is nothing = put the file there, or take the link away
    link-out-of-content content/facts/out.yaml "": this link leads out of `content/`, and was not followed = put the file itself into `content/`
    link-out-of-content content/facts/root "": this link leads out of `content/`, and was not followed = put the file itself into `content/`
    link-in-circle content/facts/self.yaml "": this link leads back to itself = take the link away
    link-in-circle content/x/one/two "": this link leads back to a folder that it is in = take the link away
    link-in-circle content/y/two/one "": this link leads back to a folder that it is in = take the link away
    "#);
}

#[test]
fn links_that_multiply_come_to_an_end() {
    let project = project(&[REPORT]);
    for level in 0..30 {
        link(&project, &format!("content/d{level}/a"), &format!("../d{}", level + 1));
        link(&project, &format!("content/d{level}/b"), &format!("../d{}", level + 1));
    }
    put(&project, "content/d30/x.png", b"x");
    let (_, findings) = super::read(project.path()).unwrap();
    assert!(findings.iter().any(|finding| finding.rule == "link-in-circle"));
}

#[test]
fn what_is_out_of_place_is_said() {
    let project = project(&[
        ("content/report.yml", b"title: T"),
        ("content/articles/who.yaml", b"people: {}"),
        ("content/articles/OLD.MD", b"x"),
        ("content/facts/lead.md", b"# Lead"),
        ("content/facts/README.md", b"how we name sheets"),
        ("content/lead.md", b"# Lead"),
        ("content/who.yaml", b"people: {}"),
        ("content/sheets/who.yaml", b"people: {}"),
        ("content/facts/who.yaml.txt", b"people: {}"),
        ("content/facts/WHO.YAML", b"people: {}"),
        ("content/archive/copy.md", b"kept as it is"),
        ("content/media", b"a file"),
        ("themes", b"a file"),
    ]);
    insta::assert_snapshot!(shown(&project), @r##"
    text content/articles/OLD.MD "x"
    text content/articles/who.yaml "people: {}"
    text content/facts/WHO.YAML "people: {}"
    text content/facts/lead.md "# Lead"
    text content/facts/who.yaml.txt "people: {}"
    text content/lead.md "# Lead"
    text content/media ""
    text content/report.yaml ""
    text content/report.yml "title: T"
    text content/sheets/who.yaml "people: {}"
    text content/who.yaml "people: {}"
    text themes ""
    asset content/archive/copy.md 13 a9e0408c
    asset content/facts/README.md 18 
    misplaced-file content/articles/OLD.MD "": this file is not read where it is = let its name end in `.md`
    misplaced-file content/articles/who.yaml "": this file is not read where it is = fact sheets are read from `content/facts/`: move it there
    misplaced-file content/facts/WHO.YAML "": this file is not read where it is = let its name end in `.yaml`
    misplaced-file content/facts/lead.md "": this file is not read where it is = articles are read from `content/articles/`: move it there
    misplaced-file content/facts/who.yaml.txt "": this file is not read where it is = let its name end in `.yaml`
    misplaced-file content/lead.md "": this file is not read where it is = articles are read from `content/articles/`: move it there
    not-a-folder content/media "": `content/media` should be a folder = move this file away, or into a folder of that name
    missing-report content/report.yaml "": there is no `content/report.yaml` = rename `content/report.yml` to `content/report.yaml`
    misplaced-file content/report.yml "": this file is not read where it is = rename it to `report.yaml`
    misplaced-file content/sheets/who.yaml "": this file is not read where it is = fact sheets are read from `content/facts/`: move it there
    misplaced-file content/who.yaml "": this file is not read where it is = fact sheets are read from `content/facts/`: move it there
    not-a-folder themes "": `themes` should be a folder = move this file away, or into a folder of that name
    "##);
}

#[test]
fn pipes_and_sockets_are_not_waited_for() {
    let project = project(&[REPORT, ("content/facts/a.yaml", b"")]);
    let pipe = project.path().join("content/facts/pipe.yaml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _socket =
        std::os::unix::net::UnixListener::bind(project.path().join("content/facts/socket")).unwrap();
    link(&project, "content/facts/to-pipe.yaml", "pipe.yaml");
    insta::assert_snapshot!(shown(&project), @r#"
    text content/facts/a.yaml ""
    text content/facts/pipe.yaml ""
    text content/facts/socket ""
    text content/facts/to-pipe.yaml ""
    text content/report.yaml "title: T"
    not-a-file content/facts/pipe.yaml "": this is neither a file nor a folder, and was not read = take pipes, sockets and devices out of `content/`
    not-a-file content/facts/socket "": this is neither a file nor a folder, and was not read = take pipes, sockets and devices out of `content/`
    not-a-file content/facts/to-pipe.yaml "": this is neither a file nor a folder, and was not read = take pipes, sockets and devices out of `content/`
    "#);
    assert!(matches!(crate::disk::bytes(&pipe), Err(DiskError::NotAFile(_))));
}

#[test]
fn a_name_that_is_not_utf8_is_found() {
    use std::os::unix::ffi::OsStrExt;
    let project = project(&[REPORT]);
    for name in [b"Gr\xE4fe.jpg", b"Gr\xE5fe.jpg"] {
        let name = std::ffi::OsStr::from_bytes(name);
        fs::write(project.path().join("content").join(name), b"x").unwrap();
    }
    insta::assert_snapshot!(shown(&project), @r#"
    text content/Gr�fe.jpg ""
    text content/report.yaml "title: T"
    file-name-not-utf8 content/Gr�fe.jpg "": the file name `Gr�fe.jpg` is not UTF-8 = rename it; letters with marks are fine once they are UTF-8
    "#);
}

#[test]
fn a_text_that_is_too_large_is_found_and_not_read() {
    let project = project(&[REPORT]);
    put(&project, "content/facts/large.yaml", b"");
    let file = File::options().write(true).open(project.path().join("content/facts/large.yaml")).unwrap();
    file.set_len(LARGEST_TEXT + 1).unwrap();
    insta::assert_snapshot!(shown(&project), @r#"
    text content/facts/large.yaml ""
    text content/report.yaml "title: T"
    file-too-large content/facts/large.yaml "": this text has more than 64 MiB, and was not read = split it into several files
    "#);
    file.set_len(LARGEST_TEXT).unwrap();
    let (_, findings) = super::read(project.path()).unwrap();
    assert_eq!(findings, []);
}

#[test]
fn without_a_report_there_is_an_empty_one_and_a_finding() {
    let empty = project(&[]);
    insta::assert_snapshot!(shown(&empty), @r#"
    text content/report.yaml ""
    missing-report content/report.yaml "": there is no `content/report.yaml`, which says what the report is = write one with a `title`; `casebook init` shows what else can be in it
    "#);
    let folder = project(&[("content/report.yaml/facts.png", b"x")]);
    insta::assert_snapshot!(shown(&folder), @r#"
    text content/report.yaml ""
    asset content/report.yaml/facts.png 1 
    missing-report content/report.yaml "": `content/report.yaml` is a folder, and should be a file = move it away, and write a file with a `title`
    "#);
}

#[test]
fn without_a_project_nothing_is_read() {
    let project = project(&[]);
    let error = |path: &Path| super::read(path).unwrap_err();
    assert!(matches!(error(&project.path().join("nowhere")), DiskError::NoProject(_)));
    assert!(matches!(error(&project.path().join("content")), DiskError::NoContent { around: None, .. }));
    put(&project, "content/report.yaml", b"title: T");
    let inside = error(&project.path().join("content"));
    let DiskError::NoContent { around: Some(around), .. } = &inside else { panic!("{inside}") };
    assert_eq!(around.canonicalize().unwrap(), project.path().canonicalize().unwrap());
    assert!(inside.to_string().contains("is inside the report in"), "{inside}");
    put(&project, "other/content", b"a file");
    assert!(matches!(error(&project.path().join("other")), DiskError::NotAFolder(_)));
}

#[test]
fn the_same_files_give_the_same_values() {
    let project = project(&[REPORT, ("content/archive/a.txt", b"abc")]);
    for number in 0..200 {
        put(
            &project,
            &format!("content/articles/{}/{number}.md", number % 7),
            format!("# {number}").as_bytes(),
        );
        put(&project, &format!("content/facts/{number}.yaml"), b"caf\xE9");
    }
    assert_eq!(shown(&project), shown(&project));
}

#[test]
fn a_kept_copy_is_read_again_once_the_disk_says_that_it_changed() {
    let project = project(&[REPORT, ("content/archive/article.txt", b"abc")]);
    let file = project.path().join("content/archive/article.txt");
    let digests = Digests::default();
    let digest = || {
        let (inputs, _) = read_again(project.path(), &digests).unwrap();
        inputs.asset("content/archive/article.txt").unwrap().sha256.clone().unwrap()
    };
    let at = |seconds: u64| SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
    let write = |words: &str, seconds: u64| {
        fs::write(&file, words).unwrap();
        File::options().append(true).open(&file).unwrap().set_modified(at(seconds)).unwrap();
    };
    write("abc", 1);
    let first = digest();
    write("abd", 1);
    assert_eq!(digest(), first, "the disk says that nothing changed");
    write("abd", 2);
    let second = digest();
    assert_ne!(second, first);
    write("abcd", 2);
    assert_ne!(digest(), second);
}
