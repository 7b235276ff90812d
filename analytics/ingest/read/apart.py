"""A file as read, by a process of its own with limits: a crafted file may crash a parser, not whoever asked."""

import json
import subprocess
import sys
from pathlib import Path

from analytics.errors import GleanerError, UnreadableFile
from analytics.ingest.job import Limits, cause
from analytics.ingest.reading_process import ROOT, Ended, environment
from analytics.ingest.to_read import Job

ERROR_EXIT = 3


def read_apart(file: Path, sheet: str | None, form: str, out: Path, limits: Limits | None = None) -> None:
    """Write the table as read, as 'csv' or 'json', to `out`.

    Raises
    ------
    UploadError      what the file is, or that the sheet is not there.
    UnreadableFile, FileTooLarge  the process died, took too long or needed too much memory.
    """
    limits = limits or Limits()
    asked = {"file": str(file.absolute()), "sheet": sheet, "form": form, "out": str(out), "limits": vars(limits)}
    command = [sys.executable, "-m", "analytics.ingest.read.show_one"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(asked).encode(),
            capture_output=True,
            cwd=ROOT,
            env=environment(),
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise cause(Job(file, file.name, out), limits, Ended(b"", is_late=True)) from late
    if done.returncode == ERROR_EXIT:
        raise _told(done.stdout)
    if done.returncode:
        raise cause(Job(file, file.name, out), limits, Ended(done.stderr[-4000:]))


def _told(answer: bytes) -> GleanerError:
    told = json.loads(answer)
    return UnreadableFile(told["what"], told["fix"], told["code"])
