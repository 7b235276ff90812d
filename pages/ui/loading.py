"""Files on their way into a workspace, and the steps that the page shows meanwhile."""

import contextlib
import shutil
import tempfile
import threading
from concurrent.futures import Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise.choice import Choice
from analytics.outreach.sizes import keep_sizes
from analytics.workspace import LoadOptions, Workspace
from pages.ui import session

LOOK_AGAIN_SECONDS = 0.2
STEPS_SHOWN = 6
SAMPLE_FILES = Path(__file__).resolve().parents[2] / "sample_data" / "files"


@dataclass(frozen=True)
class Job:
    """One load, in a thread of its own: a click that reruns the page leaves it alone.

    place     : folder of the workspace.
    names     : files, as the owner calls them.
    steps     : sentences, one added at each step.
    future    : becomes the list of receipts, or raises what went wrong.
    cancelled : set when the owner wants it to end; None where it cannot be cancelled.
    """

    place: Path
    names: tuple[str, ...]
    steps: list[str] = field(default_factory=list)
    future: Future = field(default_factory=Future)
    cancelled: threading.Event | None = None


def start(place: Workspace, files: list[tuple[str, Path]], options: LoadOptions, scratch: Path | None = None) -> Job:
    """Begin to load; the scratch folder is removed at the end.

    files : name as the owner knows it, and where the bytes are.
    """
    job = Job(place.path, tuple(name for name, _ in files), cancelled=threading.Event())
    future = session.pool().submit(_load, place, files, options, job, (scratch, (session.who(), session.now())))
    return replace(job, future=future)


def read_again(place: Workspace, receipt: Receipt, choice: Choice | None) -> Job:
    """Begin to read a kept upload once more, as the owner says; None: forget what was said before."""
    steps: list[str] = []
    if choice is None:
        future = session.pool().submit(place.forget, receipt, steps.append)
    else:
        future = session.pool().submit(place.remap, receipt, choice, steps.append)
    return Job(place.path, (receipt.file,), steps, future)


def load_sample() -> None:
    """Load the sample data into its own workspace, with the steps on screen; then start the page anew."""
    files = [(file.name, file) for file in sorted(SAMPLE_FILES.iterdir())]
    place = session.workspace(session.SAMPLE)
    job = st.session_state.get("sample_job") or start(place, files, LoadOptions())
    st.session_state["sample_job"] = job
    if watch(job):
        st.rerun()
    st.stop()


def copied(uploads: list) -> tuple[list[tuple[str, Path]], Path]:
    """The uploads as files on disk, so that the browser's copies in memory can go; and the folder that holds them."""
    home = session.settings().home
    home.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix="incoming-", dir=home))
    files = []
    for number, upload in enumerate(uploads):
        # A number, not the name: what a file is called says nothing about where it may be written.
        target = scratch / str(number)
        with target.open("wb") as out:
            shutil.copyfileobj(upload, out)
        files.append((upload.name, target))
    return files, scratch


def watch(job: Job) -> list:
    """Show the steps until the load has ended; its receipts, or an empty list after saying what went wrong."""
    what = job.names[0] if len(job.names) == 1 else f"{len(job.names)} files"
    cancel = st.empty()
    if job.cancelled and not job.future.done():
        is_set = job.cancelled.is_set()
        label = "Cancelling after this step" if is_set else "Cancel"
        # One key: under another label the button of the run before would stand beside it, as if nobody had clicked.
        cancel.button(label, on_click=job.cancelled.set, icon=":material/close:", disabled=is_set, key="cancel-load")
    with st.status(labels.markdown(f"Loading {what}"), expanded=True) as status:
        _follow(job)
        cancel.empty()
        try:
            receipts = job.future.result()
        except GleanerError as error:
            status.update(label=labels.markdown(error.what), state="error")
            st.markdown(labels.markdown(error.fix))
            return []
        failed = sum(1 for receipt in receipts if receipt.error)
        status.update(label=_outcome(len(receipts), failed), state="error" if failed else "complete", expanded=False)
    return receipts


def _follow(job: Job) -> None:
    lines = st.empty()
    while True:
        ended = job.future.done()
        lines.markdown("\n".join(f"- {labels.markdown(step)}" for step in job.steps[-STEPS_SHOWN:]))
        if ended:
            return
        wait([job.future], timeout=LOOK_AGAIN_SECONDS)


def _outcome(sheets: int, failed: int) -> str:
    landed, below = sheets - failed, "what to do about it stands below."
    if not failed:
        return f"Done: {landed} {'sheet' if landed == 1 else 'sheets'} loaded."
    if not landed:
        return f"Nothing was loaded; {below}"
    return f"{landed} of {sheets} sheets loaded, {failed} not; {below}"


def _keep_sizes(place: Workspace, who: tuple) -> None:
    """Write down how many people the saved segments have now; the load stands also where that fails."""
    with contextlib.suppress(GleanerError):
        keep_sizes(place, *who)


def _load(place: Workspace, files: list, options: LoadOptions, job: Job, more: tuple) -> list:
    scratch, who = more
    try:
        receipts = place.load(files, options, job.steps.append, job.cancelled)
        _keep_sizes(place, who)
        return receipts
    finally:
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
