"""Reading uploads in processes of their own, with limits; whatever happens to a process becomes a receipt."""

import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from analytics.errors import FileTooLarge, GleanerError, UnreadableFile
from analytics.ingest.reading_process import Ended, ReadingProcess
from analytics.ingest.receipt import Receipt, from_dict, refused
from analytics.ingest.to_read import Job

# More than two files at a time gains little: DuckDB uses several threads for each.
MOST_PROCESSES = 2
LOOK_AGAIN_SECONDS = 0.1
OUT_OF_MEMORY = (b"MemoryError", b"OutOfMemory", b"Out of Memory", b"bad_alloc")
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Limits:
    """What a child may use: memory; for each file, time on the clock and the largest file it may write."""

    mebibytes: int = 4096
    seconds: int = 900
    file_mebibytes: int = 8192


def run(
    job: Job,
    limits: Limits = Limits(),
    progress: Tell | None = None,
    cancelled: threading.Event | None = None,
) -> list[Receipt]:
    """Receipts of one file, one per table. Never raises for what the file or the child does.

    progress  : called with each step in words; what it raises ends the child.
    cancelled : set it to end the child; the receipt then says so.
    """
    with Children(limits, cancelled or threading.Event(), _folders([job])) as children:
        return children.read(job, progress or _say_nothing)


def run_all(
    jobs: list[Job],
    limits: Limits = Limits(),
    progress: Tell | None = None,
    cancelled: threading.Event | None = None,
) -> Iterator[list[Receipt]]:
    """Receipts of each file, in the order of the jobs; two files at a time where the machine has two cores.

    progress  : called with the file and the step in words, in the caller's thread; what it raises ends the children.
    cancelled : set it to end the children; the receipts of the files that were not read then say so.
    """
    with Children(limits, cancelled or threading.Event(), _folders(jobs)) as children:
        yield from children.read_all(jobs, progress or _say_nothing)


class Children:
    """Processes that read files, each serving one job after the other; one that died is replaced.

    folders : where the files lie and where their tables go; the engine of a child reaches no others.
    """

    def __init__(self, limits: Limits, cancelled: threading.Event, folders: list[Path]):
        self.limits, self.folders = limits, [folder.absolute() for folder in folders]
        self._cancelled, self._stopped = cancelled, threading.Event()
        self._idle: queue.SimpleQueue[ReadingProcess] = queue.SimpleQueue()

    def __enter__(self) -> "Children":
        return self

    def __exit__(self, *_) -> None:
        self.stop()
        self.rest()

    def rest(self) -> None:
        """End the processes that read nothing now."""
        while not self._idle.empty():
            self._idle.get().close()

    def start(self) -> None:
        """Start one process now, so that it is ready when the first file is."""
        self._idle.put(self._started())

    def stop(self) -> None:
        """End what is being read, and read nothing more."""
        self._stopped.set()

    def read_all(self, jobs: list[Job], progress: Tell) -> Iterator[list[Receipt]]:
        """Receipts of each file, in the order of the jobs, several files at a time; see `run_all`."""
        if not jobs:
            return
        steps: queue.SimpleQueue[str] = queue.SimpleQueue()
        with (
            ThreadPoolExecutor(min(len(jobs), MOST_PROCESSES, os.cpu_count() or 1)) as pool,
            ExitStack() as stopping,
        ):
            # Whoever stops listening, or raises, ends what is still being read.
            stopping.callback(pool.shutdown, wait=False, cancel_futures=True)
            stopping.callback(self.stop)
            running = [pool.submit(self.read, job, _named(job, steps.put)) for job in jobs]
            for one in running:
                _follow(one, steps, progress)
                yield one.result()
            stopping.pop_all()

    def read(self, job: Job, progress: Tell) -> list[Receipt]:
        """Receipts of one file, from an idle process or a new one."""
        job.out.mkdir(parents=True, exist_ok=True)
        if self._is_cancelled():
            return [refused(Receipt(file=job.name), cause(job, self.limits, Ended(b"", is_cancelled=True)))]
        child = self._taken()
        was_used = child.jobs_done > 0
        told = self._ask(child, job, progress)
        if isinstance(told, list):
            self._idle.put(child)
            return [from_dict(receipt) for receipt in told]
        for left in job.out.glob("*.parquet"):
            left.unlink()
        if was_used and not (told.is_late or told.is_cancelled):
            # What earlier files left in the process may be to blame: this file gets one of its own.
            return self.read(job, progress)
        return [refused(Receipt(file=job.name), cause(job, self.limits, told))]

    def _taken(self) -> ReadingProcess:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._started()

    def _started(self) -> ReadingProcess:
        return ReadingProcess(self.limits.mebibytes, self.folders)

    def _ask(self, child: ReadingProcess, job: Job, progress: Tell) -> list[dict] | Ended:
        paths = {"path": str(job.path.absolute()), "out": str(job.out.absolute())}
        asked = {"job": asdict(job) | paths, "limits": asdict(self.limits)}
        with ExitStack() as closing:
            # What the listener to the steps raises ends the child.
            closing.callback(child.close)
            told = child.ask(asked, self.limits.seconds, progress, self._is_cancelled)
            closing.pop_all()
        return told

    def _is_cancelled(self) -> bool:
        return self._cancelled.is_set() or self._stopped.is_set()


def _folders(jobs: list[Job]) -> list[Path]:
    return sorted({folder for job in jobs for folder in (job.path.parent, job.out)})


def _say_nothing(step: str) -> None:
    """For callers who do not want to hear of steps."""


def _named(job: Job, tell: Tell) -> Tell:
    return lambda step: tell(f"{job.name}: {step[:1].lower()}{step[1:]}")


def _follow(one: Future, steps: queue.SimpleQueue, progress: Tell) -> None:
    """Tell the steps of all files until this one is read."""
    while True:
        is_done = one.done()
        while not steps.empty():
            progress(steps.get())
        if is_done:
            return
        wait([one], timeout=LOOK_AGAIN_SECONDS)


def cause(job: Job, limits: Limits, ended: Ended) -> GleanerError:
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
    if any(word in ended.errors for word in OUT_OF_MEMORY):
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
