"""Reading an upload in a process of its own, with limits; whatever happens to that process becomes a receipt."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from analytics.errors import FileTooLarge, GleanerError, UnreadableFile
from analytics.ingest.receipt import Receipt, from_dict, refused

ROOT = Path(__file__).parents[2]
STEP = b"step "
# Nothing else of the app's environment (tokens, passwords) reaches the process that handles untrusted bytes.
PASSED_ON = (
    "PATH",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "TZ",
    "HOME",
    "USERPROFILE",
)


@dataclass(frozen=True)
class Job:
    """One file to read; see file.Job, which the child makes of it."""

    path: Path
    name: str
    out: Path
    as_type: str | None = None
    day_first: bool | None = None
    mappings: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Limits:
    """What the child may use: memory, time on the clock, and the largest file it may write."""

    mebibytes: int = 3072
    seconds: int = 900
    file_mebibytes: int = 8192


@dataclass(frozen=True)
class Ended:
    """How the child ended. is_late, is_cancelled : we ended it."""

    code: int
    output: bytes
    errors: bytes
    is_late: bool
    is_cancelled: bool


def run(
    job: Job,
    limits: Limits = Limits(),
    progress: Callable[[str], None] | None = None,
    cancelled: threading.Event | None = None,
) -> list[Receipt]:
    """Receipts of one file, one per table. Never raises for what the file or the child does.

    progress  : called with each step in words, from another thread.
    cancelled : set it to end the child; the receipt then says so.
    """
    job.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gleaner-read-", ignore_cleanup_errors=True) as scratch:
        asked = {
            "job": asdict(job) | {"path": str(job.path.absolute()), "out": str(job.out.absolute())},
            "limits": asdict(limits),
            "scratch": scratch,
        }
        ended = _run(asked, limits, progress, cancelled or threading.Event())
    return _receipts(job, limits, ended)


def _run(asked: dict, limits: Limits, progress: Callable[[str], None] | None, cancelled: threading.Event) -> Ended:
    child = subprocess.Popen(
        [sys.executable, "-m", "analytics.ingest.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=_environment(),
        start_new_session=os.name == "posix",
    )
    output, errors = [], []
    readers = [
        threading.Thread(target=lambda: output.append(child.stdout.read()), daemon=True),
        threading.Thread(target=lambda: errors.extend(_steps(child.stderr, progress)), daemon=True),
    ]
    for reader in readers:
        reader.start()
    with contextlib.suppress(BrokenPipeError):  # it died before it was told anything
        child.stdin.write(json.dumps(asked).encode())
        child.stdin.close()
    is_late, is_cancelled = _wait(child, limits, cancelled)
    for reader in readers:
        reader.join(timeout=10)
    child.stdout.close()
    child.stderr.close()
    return Ended(child.returncode, b"".join(output), b"".join(errors)[-4000:], is_late, is_cancelled)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}


def _steps(stream, progress: Callable[[str], None] | None) -> list[bytes]:
    """Tell each step as it comes; keep every other line."""
    kept = []
    for line in stream:
        if not line.startswith(STEP):
            kept.append(line)
        elif progress is not None:
            progress(line[len(STEP) :].decode("utf-8", errors="replace").strip())
    return kept


def _wait(child: subprocess.Popen, limits: Limits, cancelled: threading.Event) -> tuple[bool, bool]:
    """(too late, cancelled); in both cases the child was ended."""
    until = time.monotonic() + limits.seconds
    while True:
        try:
            child.wait(timeout=0.05)
            return False, False
        except subprocess.TimeoutExpired:
            is_late, is_cancelled = time.monotonic() > until, cancelled.is_set()
            if is_late or is_cancelled:
                child.kill()
                child.wait()
                return is_late and not is_cancelled, is_cancelled


def _receipts(job: Job, limits: Limits, ended: Ended) -> list[Receipt]:
    if ended.code == 0 and not ended.is_late and not ended.is_cancelled:
        with contextlib.suppress(ValueError):  # it ended well and said nothing that is JSON
            return [from_dict(told) for told in json.loads(ended.output)]
    for left in job.out.glob("*.parquet"):
        left.unlink()
    return [refused(Receipt(file=job.name), _cause(job, limits, ended))]


def _cause(job: Job, limits: Limits, ended: Ended) -> GleanerError:
    """Why the child did not answer, as something to act on; its own words are for the log, not for the screen."""
    if ended.is_cancelled:
        return UnreadableFile(
            f"Reading '{job.name}' was cancelled.", "Nothing was changed. Load it again when you want to.", "Cancelled"
        )
    if ended.is_late:
        return FileTooLarge(
            f"'{job.name}' was not read within {limits.seconds} seconds.",
            "Export a shorter period, or split the file.",
            "TooSlow",
        )
    if (
        b"MemoryError" in ended.errors
        or b"OutOfMemory" in ended.errors
        or b"Out of Memory" in ended.errors
        or b"bad_alloc" in ended.errors
    ):
        return FileTooLarge(
            f"Reading '{job.name}' needs more than {limits.mebibytes:,} MB of memory.",
            "Export a shorter period, or split the file.",
            "TooMuchMemory",
        )
    if b"No space left" in ended.errors:
        return UnreadableFile("The disk is full.", "Make room on the disk, then load the file again.", "DiskFull")
    return UnreadableFile(
        f"The process that read '{job.name}' stopped without an answer.",
        "Open the file in a spreadsheet program, save it again, then upload that file.",
        "ReaderStopped",
    )
