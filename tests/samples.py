"""The sample data as a published version, made once for the whole test run, by whichever process asks first."""

import os
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path

from analytics.store import Store
from analytics.workspace import Entry, LoadOptions, Workspace
from analytics.workspace.lock import only_load

SAMPLE = Path(__file__).parents[1] / "sample_data"
RUN_FOLDER = "GLEANER_TEST_RUN"
PATIENCE_SECONDS = 300


def begin_run() -> tempfile.TemporaryDirectory:
    """A folder for what the processes of one test run share; they find it in the environment."""
    folder = tempfile.TemporaryDirectory(prefix="gleaner-tests-")
    os.environ[RUN_FOLDER] = folder.name
    return folder


def sample_files() -> list[tuple[str, Path]]:
    """Name and path of every spreadsheet of the sample."""
    return [(file.name, file) for file in sorted(SAMPLE.rglob("*")) if file.suffix in {".csv", ".xlsx", ".tsv"}]


@cache
def sample_workspace() -> Workspace:
    """A workspace with the sample loaded and one campaign written down; nobody writes to it."""
    run = Path(os.environ[RUN_FOLDER])
    workspace = Workspace(run / "sample")
    with only_load(run / "sample.lock", PATIENCE_SECONDS):
        if workspace.current_version() is None:
            receipts = workspace.load(sample_files(), LoadOptions())
            assert [(receipt.file, receipt.error) for receipt in receipts if receipt.error] == []
            # So that what reads the diary has something to show: a campaign of June with talks and what came of them.
            workspace.diary.write(*_campaign())
    return workspace


def sample_store() -> Store:
    """The current version of the sample."""
    return sample_workspace().store()


def _campaign() -> list[Entry]:
    at, name = datetime(2026, 6, 1, 9), "June research"

    def about(number: int, kind: str, value: str | None = None, note: str | None = None) -> Entry:
        return Entry(kind, "Olga", at, "customers", str(number), name, value, note)

    return [
        Entry("campaign", "Olga", at, topic=name, value='{"template": "Research request"}'),
        *(about(number, "sent", "Research request") for number in range(10001, 10021)),
        *(about(number, "held_out") for number in range(10021, 10026)),
        *(about(number, "talked") for number in range(10001, 10008)),
        about(10001, "answered", "why_us", "You picked up the phone on a Sunday."),
        about(10002, "upsell", "2400.00", "Gutters of the other two buildings"),
        about(10003, "asked_for_names"),
        about(10003, "introduced", "Rosa Diaz", "rosa@diaz.example"),
        about(10003, "introduced", "Hall & Sons"),
    ]
