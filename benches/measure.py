"""Running a command and knowing what it took: processor seconds and peak memory, as the kernel counts them."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parent.parent


class Cost(NamedTuple):
    """What one run took."""

    cpu: float  # seconds, user and system, of all threads
    wall: float  # seconds
    peak: float  # MiB of resident memory


def run(command: list[str], folder: Path, **environment: str) -> Cost:
    """Runs a command in a folder; what it prints is shown only where it fails."""
    begun = time.monotonic()
    with (folder / ".printed").open("w+b") as printed:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=printed,
            stderr=subprocess.STDOUT,
            env={**os.environ, **environment},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - begun
        if process.returncode != 0:
            printed.seek(0)
            tail = printed.read().decode(errors="replace")[-4000:]
            sys.exit(f"{tail}\n{' '.join(command)}: ended with {process.returncode}")
    kibibytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Cost(used.ru_utime + used.ru_stime, wall, kibibytes / 1024)


def middle(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs)))


def programs(binary: str = "") -> tuple[str, str]:
    """`casebook` and the generator of reports, built for release; or a binary that is there, with one beside it."""
    if binary:
        return binary, str(Path(binary).parent / "examples" / "generate")
    build = ["cargo", "build", "--release", "--bin", "casebook", "--example", "generate"]
    subprocess.run(build, cwd=REPOSITORY, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")) / "release"
    return str(target / "casebook"), str(target / "examples" / "generate")


def files(folder: Path) -> tuple[int, float]:
    """How many files there are below a folder, and how many MiB they hold."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 2**20
