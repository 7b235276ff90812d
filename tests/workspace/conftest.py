"""A workspace in a temporary folder, and files to load into it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from analytics.workspace import LoadOptions, Workspace
from analytics.workspace.landing import NOTHING_SAID
from tests.workspace.typed_reader import read_typed

Load = Callable[..., list]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace whose files are CSVs of canonical columns."""
    return Workspace(tmp_path / "workspace", reader=read_typed)


@pytest.fixture
def load(workspace: Workspace, tmp_path: Path) -> Load:
    """load(name, text) types a file and loads it; returns its receipts."""

    def typed(name: str, text: str, options: LoadOptions = NOTHING_SAID) -> list:
        file = tmp_path / name
        file.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
        return workspace.load([(name, file)], options)

    return typed
