#!/usr/bin/env python3
"""What `casebook serve` takes from a saved file to the new page, and whether its memory stays steady.

    benches/serve.py [--claims 1000 10000] [--saves 30] [--pause 2] [--edits 10000]

Makes a report with so many claims, serves it, saves a sheet again and again with another word in one claim, and asks for
that claim's page until the word is there. The time is from before the save to the answer that holds it: what an open page
waits for, but for the browser. Between saves it pauses, as a person does; with `--pause 0` each save meets the rules
that still look at the one before. Then a small report is edited so many times, and the resident memory is read on the way
(Linux).
"""
import argparse
import http.client
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

from measure import programs


class Served:
    """The program, serving a report."""

    def __init__(self, binary, report):
        # Into a file: it says much, and would wait for whoever does not read it.
        said = pathlib.Path(report, "said.txt")
        with said.open("w") as out:
            self.program = subprocess.Popen([binary, "serve", "--port", "0", "-C", report], stdout=out)
        while not (port := re.search(r"127\.0\.0\.1:(\d+)", said.read_text())):
            time.sleep(0.05)
        self.port = int(port.group(1))

    def page(self, address):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", address)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def memory(self):
        """Megabytes."""
        status = pathlib.Path(f"/proc/{self.program.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def end(self):
        self.program.kill()
        self.program.wait()


def first_claim(report):
    """A sheet with a claim, the claim's id, and its words."""
    for sheet in sorted(pathlib.Path(report, "content/facts").glob("claims*.yaml")):
        text = sheet.read_text()
        found = re.search(r"^  ([a-z0-9-]+):\n(?:    .*\n)*?    text: (.*)\n", text, re.M)
        if found:
            return sheet, text, found
    raise SystemExit("no claim in this report")


def saved(served, sheet, text, found, word):
    """Seconds from the save of another word to the page that holds it."""
    start, end = found.span(2)
    began = time.perf_counter()
    sheet.write_text(text[:start] + f"Number {word} was said." + text[end:])
    while f"Number {word} was said." not in served.page(f"/claims/{found.group(1)}.html"):
        if time.perf_counter() - began > 60:
            raise SystemExit("the page never came")
        time.sleep(0.002)
    return time.perf_counter() - began


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--claims", type=int, nargs="*", default=[1000, 10000])
    arguments.add_argument("--saves", type=int, default=30)
    arguments.add_argument("--pause", type=float, default=2, help="seconds between saves")
    arguments.add_argument("--edits", type=int, default=10000)
    arguments.add_argument("--binary", default="", help="this program, and a generator beside it in `examples`, instead of building them")
    asked = arguments.parse_args()
    binary, generate = programs(asked.binary)
    with tempfile.TemporaryDirectory() as folder:
        for claims in asked.claims:
            report = f"{folder}/{claims}"
            subprocess.run([generate, report, "--claims", str(claims)], check=True, stdout=subprocess.DEVNULL)
            served = Served(binary, report)
            sheet, text, found = first_claim(report)
            times = []
            for word in range(asked.saves + 1):
                times.append(saved(served, sheet, text, found, word) * 1000)
                time.sleep(asked.pause)
            times = times[1:]
            print(f"{claims} claims: from save to page {min(times):.0f} ms at least, "
                  f"{statistics.median(times):.0f} in the middle, {max(times):.0f} at most; {served.memory():.0f} MB")
            served.end()
        if asked.edits:
            report = f"{folder}/small"
            subprocess.run([generate, report, "--claims", "100"], check=True, stdout=subprocess.DEVNULL)
            served = Served(binary, report)
            sheet, text, found = first_claim(report)
            for edit in range(asked.edits):
                saved(served, sheet, text, found, edit)
                if edit in (0, asked.edits // 100, asked.edits // 10, asked.edits // 2, asked.edits - 1):
                    print(f"100 claims, after {edit + 1} edits: {served.memory():.1f} MB", flush=True)
            served.end()


if __name__ == "__main__":
    main()
