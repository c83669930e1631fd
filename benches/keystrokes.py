#!/usr/bin/env python3
"""What `casebook lsp` takes from a keystroke to what its rules find.

    benches/keystrokes.py [--claims 1000 10000] [--keys 30] [--pause 0.5]

Makes a report with so many claims, opens a sheet of them as an editor does, and changes the status of one claim to
`verified` and back; then an article, in which it writes a sentence without a claim, and takes it out. The time is from
before the change is sent to the message that tells what a rule says of it: what somebody waits for who looks at the line
they are typing in. Between keys it pauses; with `--pause 0` each meets the rules that still look at the whole report for
the key before.
"""
import argparse
import json
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

from measure import programs


class Editor:
    """A conversation with the program."""

    def __init__(self, binary, report):
        command = [binary, "lsp", "-C", report]
        self.program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.version = 0

    def say(self, method, params, **more):
        message = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.program.stdin.write(b"Content-Length: %d\r\n\r\n" % len(message) + message)
        self.program.stdin.flush()

    def hear(self):
        length = 0
        while line := self.program.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise SystemExit("the server went away")
        return json.loads(self.program.stdout.read(length))

    def begin(self, report, file, language):
        self.uri = file.as_uri()
        self.say("initialize", {"processId": None, "rootUri": pathlib.Path(report).as_uri(), "capabilities": {}}, id=0)
        while self.hear().get("id") != 0:
            pass
        self.say("initialized", {})
        document = {"uri": self.uri, "languageId": language, "version": self.version, "text": file.read_text()}
        self.say("textDocument/didOpen", {"textDocument": document})

    def put(self, line, begin, end, word):
        self.version += 1
        place = {"start": {"line": line, "character": begin}, "end": {"line": line, "character": end}}
        document = {"uri": self.uri, "version": self.version}
        changes = [{"range": place, "text": word}]
        self.say("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def told(self, line, rule):
        """Waits for a message about this version of the file: whether a rule speaks of this line."""
        while True:
            message = self.hear()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == self.uri:
                if params.get("version", self.version) == self.version:
                    found = params["diagnostics"]
                    return any(one["code"] == rule and one["range"]["start"]["line"] == line for one in found)

    def end(self):
        self.program.kill()
        self.program.wait()


def first_status(report):
    """A sheet with a claim that is reported, the line that says so, and the word's columns."""
    for sheet in sorted(pathlib.Path(report, "content/facts").glob("claims*.yaml")):
        for number, line in enumerate(sheet.read_text().splitlines()):
            if found := re.match(r"    status: (reported)$", line):
                return sheet, number, found.start(1)
    raise SystemExit("no claim is reported")


def last_line(report):
    """An article, and the number of its last line, to which something can be added."""
    article = min(pathlib.Path(report, "content/articles").rglob("*.md"))
    return article, article.read_text().count("\n")


def times(editor, line, column, word, other, rule, keys, pause):
    """Milliseconds from a word being put in the place of another to what a rule says of it."""
    taken = []
    # The first ones meet a report that is being read for the first time.
    for key in range(-2, keys):
        time.sleep(pause)
        began = time.perf_counter()
        editor.put(line, column, column + len(word), other)
        while not editor.told(line, rule):
            pass
        if key >= 0:
            taken.append((time.perf_counter() - began) * 1000)
        time.sleep(pause)
        editor.put(line, column, column + len(other), word)
        while editor.told(line, rule):
            pass
    return taken


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--claims", type=int, nargs="*", default=[1000, 10000])
    arguments.add_argument("--keys", type=int, default=30)
    arguments.add_argument("--pause", type=float, default=0.5, help="seconds between keys")
    arguments.add_argument("--binary", default="", help="this program, and a generator beside it in `examples`, instead of building them")
    asked = arguments.parse_args()
    binary, generate = programs(asked.binary)
    with tempfile.TemporaryDirectory() as folder:
        for claims in asked.claims:
            report = f"{folder}/{claims}"
            subprocess.run([generate, report, "--claims", str(claims)], check=True, stdout=subprocess.DEVNULL)
            sheet, line, column = first_status(report)
            article, last = last_line(report)
            uncited = "They paid 40 euros on 3 May 2024."
            for file, language, *change in [
                (sheet, "yaml", line, column, "reported", "verified", "overstated-status"),
                (article, "markdown", last, 0, "", uncited, "uncited-statement"),
            ]:
                editor = Editor(binary, report)
                editor.begin(report, file, language)
                editor.told(line, "")
                taken = times(editor, *change, asked.keys, asked.pause)
                print(f"{claims} claims, {language}: from key to finding {min(taken):.0f} ms at least, "
                      f"{statistics.median(taken):.0f} in the middle, {max(taken):.0f} at most")
                editor.end()


if __name__ == "__main__":
    main()
