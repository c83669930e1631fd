#!/usr/bin/env python3
"""How `casebook build` grows with the report: time and peak memory of a first build, and of one after it."""

import argparse
import subprocess
import tempfile
from pathlib import Path

from measure import files, programs, run


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("claims", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="how many claims")
    arguments.add_argument("--threads", default="2", help="how many threads (%(default)s)")
    given = arguments.parse_args()

    casebook, generate = programs()
    print(f"{given.threads} threads\n")
    print("|  claims | build  | CPU s  | wall s | peak MiB | KiB a claim | files  | MiB written |")
    print("|--------:|--------|-------:|-------:|---------:|------------:|-------:|------------:|")
    for claims in given.claims:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "report"
            subprocess.run([generate, str(folder), "--claims", str(claims)], check=True)
            for build in ("first", "second"):
                cost = run([casebook, "build", "--threads", given.threads], folder)
                count, size = files(folder / "output")
                figures = f"{cost.cpu:6.2f} | {cost.wall:6.2f} | {cost.peak:8.0f} | {cost.peak * 1024 / claims:11.1f}"
                print(f"| {claims:7} | {build:6} | {figures} | {count:6} | {size:11.1f} |", flush=True)


if __name__ == "__main__":
    main()
