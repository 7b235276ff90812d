"""The sample data as a published version, made once for the whole test run, by whichever process asks first."""

import os
import tempfile
from functools import cache
from pathlib import Path

from analytics.store import Store
from analytics.workspace import LoadOptions, Workspace
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
    """A workspace with the sample loaded; nobody writes to it."""
    run = Path(os.environ[RUN_FOLDER])
    workspace = Workspace(run / "sample")
    with only_load(run / "sample.lock", PATIENCE_SECONDS):
        if workspace.current_version() is None:
            receipts = workspace.load(sample_files(), LoadOptions())
            assert [(receipt.file, receipt.error) for receipt in receipts if receipt.error] == []
    return workspace


def sample_store() -> Store:
    """The current version of the sample."""
    return sample_workspace().store()
