"""The sample data as a published version, made once for the whole test run."""

import tempfile
from functools import cache
from pathlib import Path

from analytics.store import Store
from analytics.workspace import LoadOptions, Workspace

SAMPLE = Path(__file__).parents[1] / "sample_data"


def sample_files() -> list[tuple[str, Path]]:
    """Name and path of every spreadsheet of the sample."""
    return [(file.name, file) for file in sorted(SAMPLE.rglob("*")) if file.suffix in {".csv", ".xlsx", ".tsv"}]


@cache
def sample_workspace() -> Workspace:
    """A workspace with the sample loaded; goes with the test run."""
    folder = tempfile.TemporaryDirectory(prefix="gleaner-sample-")
    workspace = Workspace(Path(folder.name))
    workspace.keep_alive = folder
    receipts = workspace.load(sample_files(), LoadOptions())
    assert [(receipt.file, receipt.error) for receipt in receipts if receipt.error] == []
    return workspace


def sample_store() -> Store:
    """The current version of the sample."""
    return sample_workspace().store()
