"""A disk that is full or read-only, memory that runs out, folders that are gone: nothing is lost or half visible."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.errors import GleanerError, WorkspaceError
from analytics.settings import from_environment
from analytics.workspace import Workspace
from tests.workspace.test_killed import leftovers, orders_file, rows_of_whole_version
from tests.workspace.typed_reader import read_typed

ROWS = 2_000
KIBIBYTE = 1024
SPACE = 64 * KIBIBYTE**2


@pytest.fixture
def one_version(tmp_path) -> Workspace:
    """A workspace whose first version has 2,000 orders."""
    workspace = Workspace(tmp_path / "workspace", reader=read_typed)
    workspace.load([("orders-0.csv", orders_file(tmp_path, 0))])
    return workspace


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """A file system of its own at that place; the test is skipped where nobody may mount one."""
    place.mkdir(exist_ok=True)
    if not shutil.which("mount") or subprocess.run(["mount", *options, place], capture_output=True).returncode:
        pytest.skip("file systems cannot be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def size_of(folder: Path) -> int:
    """What the folder takes on the disk, in bytes, whole pages."""
    return sum(-(-file.stat().st_size // 4096) * 4096 for file in folder.rglob("*"))


@pytest.mark.parametrize("spare", [0, 32, 64, 128, 256, 512, 1024, 2048, 3072, 4096])
def test_a_disk_that_fills_up_at_any_step_of_a_load_changes_nothing_and_says_so(tmp_path, one_version, spare):
    size = size_of(one_version.path) + spare * KIBIBYTE
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", f"size={size}", "tmpfs") as disk:
        path = disk / "workspace"
        shutil.copytree(one_version.path, path)
        try:
            (receipt,) = Workspace(path, reader=read_typed).load([("orders-1.csv", orders_file(tmp_path, 1))])
            said = str(receipt.error)
        except WorkspaceError as error:
            said = f"{error.what} {error.fix}"
        # What was asked for: space is freed, and everything is as it was.
        subprocess.run(["mount", "-o", f"remount,size={size + SPACE}", disk], check=True)
        disk_is_named = "disk" in said and "space" in said
        assert rows_of_whole_version(path) == ((1, ROWS) if disk_is_named else (2, 2 * ROWS))
        assert disk_is_named or said == "None"
        assert leftovers(path) == []


def test_a_read_only_workspace_is_read_and_says_that_it_cannot_be_written(tmp_path, one_version):
    # A copy, as another computer opens it: this process has its catalogue open for writing.
    path = tmp_path / "copy"
    shutil.copytree(one_version.path, path)
    with mounted(path, "--bind", str(path)):
        subprocess.run(["mount", "-o", "remount,bind,ro", path], check=True)
        opened = Workspace(path, reader=read_typed)
        with pytest.raises(WorkspaceError) as told:
            opened.load([("orders-1.csv", orders_file(tmp_path, 1))])
        assert "nothing was changed" in told.value.what and told.value.fix.endswith(".")
        assert opened.store().amount_of("orders", "revenue_amount") == Decimal(ROWS)


def test_a_reading_process_without_enough_memory_is_told_in_the_receipt(tmp_path, one_version):
    settings = replace(from_environment(), child_mebibytes=40)
    receipts = Workspace(one_version.path, settings).load([("orders-1.csv", orders_file(tmp_path, 1))])
    assert receipts[0].error["what"] and receipts[0].error["fix"]
    assert rows_of_whole_version(one_version.path) == (1, ROWS)


@pytest.mark.parametrize("left", [None, b"a file where a folder was"])
def test_a_version_folder_that_is_gone_falls_back_to_the_one_before(tmp_path, one_version, left):
    one_version.load([("orders-1.csv", orders_file(tmp_path, 1))])
    folder = one_version.path / "versions" / "2"
    shutil.rmtree(folder)
    if left:
        folder.write_bytes(left)
    opened = Workspace(one_version.path, reader=read_typed)
    assert opened.store().amount_of("orders", "revenue_amount") == Decimal(ROWS)
    assert "Version 2 is damaged" in opened.notice


@pytest.mark.parametrize("keep", [0, 100, 0.5])
def test_a_catalogue_cut_short_says_so_and_nothing_is_removed(one_version, keep):
    catalogue = one_version.path / "catalogue.sqlite"
    for beside in one_version.path.glob("catalogue.sqlite-*"):
        beside.unlink()
    data = catalogue.read_bytes()
    catalogue.unlink()
    catalogue.write_bytes(data[: int(len(data) * keep) if isinstance(keep, float) else keep])
    with pytest.raises(GleanerError) as told:
        Workspace(one_version.path, reader=read_typed).store()
    assert "catalogue" in told.value.what and "copy" in told.value.fix
    assert len(list((one_version.path / "versions").iterdir())) == 1
