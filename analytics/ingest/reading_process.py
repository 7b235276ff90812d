"""One child process that reads uploads, as its parent sees it: asked, listened to, ended when it takes too long."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LISTEN_SECONDS = 0.05
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
class Ended:
    """Why a child gave no receipts. errors : what it said last; is_late, is_cancelled : we ended it."""

    errors: bytes
    is_late: bool = False
    is_cancelled: bool = False


class ReadingProcess:
    """A child that reads one file after the other, and a scratch folder that goes with it.

    mebibytes : memory that it may use.
    folders   : absolute; where the files lie and where their tables go.
    """

    def __init__(self, mebibytes: int, folders: list[Path]):
        self.jobs_done = 0
        self._scratch = tempfile.TemporaryDirectory(prefix="gleaner-read-", ignore_cleanup_errors=True)
        self._child = subprocess.Popen(
            [sys.executable, "-m", "analytics.ingest.child", self._scratch.name, str(mebibytes), *map(str, folders)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment(),
            start_new_session=os.name == "posix",
        )
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._errors: deque[bytes] = deque(maxlen=100)
        self._readers = [
            threading.Thread(target=self._listen, daemon=True),
            threading.Thread(target=lambda: self._errors.extend(self._child.stderr), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def ask(
        self, asked: dict, seconds: float, progress: Callable[[str], None], is_cancelled: Callable[[], bool]
    ) -> list[dict] | Ended:
        """The receipts of one job as JSON has them, or how the child ended; it is of no use after that.

        progress : called with each step in words, in this thread.
        """
        with contextlib.suppress(BrokenPipeError):  # it died before it was told anything
            self._child.stdin.write(json.dumps(asked).encode() + b"\n")
            self._child.stdin.flush()
        until = time.monotonic() + seconds
        while not is_cancelled() and time.monotonic() < until:
            try:
                told = _told(self._answers.get(timeout=LISTEN_SECONDS))
            except queue.Empty:
                continue
            if "step" in told:
                progress(told["step"])
            elif "receipts" in told:
                self.jobs_done += 1
                return told["receipts"]
            else:
                return self._ended()
        return self._ended(is_late=not is_cancelled(), is_cancelled=is_cancelled())

    def close(self) -> None:
        """End the child, whatever it does, and remove what it left."""
        self._child.kill()
        self._child.wait()
        for reader in self._readers:
            reader.join(timeout=10)
        with contextlib.suppress(BrokenPipeError):
            self._child.stdin.close()
        self._child.stdout.close()
        self._child.stderr.close()
        self._scratch.cleanup()

    def _listen(self) -> None:
        for line in self._child.stdout:
            self._answers.put(line)
        self._answers.put(None)

    def _ended(self, **how: bool) -> Ended:
        self.close()
        return Ended(b"".join(self._errors)[-4000:], **how)


def _told(line: bytes | None) -> dict:
    """One answer of the child; nothing at its end, or for a line that is no answer."""
    with contextlib.suppress(ValueError):
        told = json.loads(line or b"{}")
        return told if isinstance(told, dict) else {}
    return {}


def environment() -> dict[str, str]:
    """What a process that handles untrusted bytes gets of the app's environment."""
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    told = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    # Each thread reserves address space of its own otherwise, and the limit counts what is only reserved: a small file
    # of many columns then "needed" 3 GB.
    return kept | told | {"MALLOC_ARENA_MAX": "2"}
