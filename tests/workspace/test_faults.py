"""What is said and what still stands when the disk, a file or the catalogue fails."""

import errno
import os
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.errors import WorkspaceError
from analytics.workspace import LoadOptions, Workspace
from analytics.workspace.lock import only_load
from tests.workspace.typed_reader import read_typed

HEADER = "order_id,customer_id,ordered_at,revenue_amount\n"


@pytest.fixture
def two_versions(workspace, load) -> Workspace:
    load("orders-1.csv", HEADER + "1,a,2026-01-01,10")
    load("orders-2.csv", HEADER + "2,b,2026-01-02,5")
    return workspace


def damage(file: Path) -> None:
    """Other bytes in the middle of a file, under a name of its own."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 255
    file.unlink()
    file.write_bytes(content)


@pytest.mark.parametrize("name", ["pages.duckdb", "orders.parquet", "manifest.json"])
def test_a_damaged_version_falls_back_to_the_one_before_and_says_so(two_versions, name):
    damage(two_versions.path / "versions" / "2" / name)
    opened = Workspace(two_versions.path, reader=read_typed)
    assert opened.store().amount_of("orders", "revenue_amount") == Decimal("10.00")
    assert opened.current_version() == 1
    assert "Version 2 is damaged" in opened.notice and "Version 1 is used instead" in opened.notice


def test_a_missing_file_of_a_version_is_damage(two_versions):
    (two_versions.path / "versions" / "2" / "touches.parquet").unlink()
    assert two_versions.store().version == 1
    assert "'touches.parquet' is missing" in two_versions.notice


def test_when_no_version_is_whole_it_says_so(two_versions):
    for number in (1, 2):
        damage(two_versions.path / "versions" / str(number) / "pages.duckdb")
    with pytest.raises(WorkspaceError, match="Version 2 is damaged"):
        two_versions.store()


def test_after_damage_the_lost_file_can_be_loaded_again(two_versions, tmp_path):
    damage(two_versions.path / "versions" / "2" / "pages.duckdb")
    assert two_versions.store().version == 1
    two_versions.load([("orders-2.csv", tmp_path / "orders-2.csv")])
    assert two_versions.store().amount_of("orders", "revenue_amount") == Decimal("15.00")
    assert two_versions.notice is None


def test_a_landed_file_that_was_damaged_is_read_again(workspace, load, tmp_path):
    load("orders-1.csv", HEADER + "1,a,2026-01-01,10")
    workspace.undo(workspace.uploads()[0].upload_id)
    for file in (workspace.path / "landed").rglob("*.parquet"):
        damage(file)
    workspace.load([("orders-1.csv", tmp_path / "orders-1.csv")])
    assert workspace.store().amount_of("orders", "revenue_amount") == Decimal("10.00")


def test_an_unreadable_catalogue_says_so_and_nothing_is_removed(two_versions):
    (two_versions.path / "catalogue.sqlite").write_bytes(b"this is no catalogue" * 500)
    for left in two_versions.path.glob("catalogue.sqlite-*"):
        left.unlink()
    opened = Workspace(two_versions.path, reader=read_typed)
    with pytest.raises(WorkspaceError, match="cannot be used") as raised:
        opened.store()
    assert "put back a copy" in raised.value.fix
    assert len(list((two_versions.path / "versions").iterdir())) == 2


def test_a_catalogue_that_is_gone_says_so_and_nothing_is_removed(two_versions):
    for left in two_versions.path.glob("catalogue.sqlite*"):
        left.unlink()
    with pytest.raises(WorkspaceError, match="is gone"):
        two_versions.current_version()
    assert len(list((two_versions.path / "landed").iterdir())) == 2


def test_a_full_disk_leaves_the_version_and_says_what_to_do(two_versions, tmp_path):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "orders-3.csv"
    file.write_text(HEADER + "3,c,2026-01-03,1\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="disk is full"):
        Workspace(two_versions.path, reader=full).load([(file.name, file)])
    assert two_versions.store().amount_of("orders", "revenue_amount") == Decimal("15.00")
    assert not list((two_versions.path / "landed").glob(".unfinished-*"))


def test_a_load_that_is_cancelled_leaves_everything_as_it_was(two_versions, tmp_path):
    class Cancelled(Exception):
        pass

    def cancel(step: str) -> None:
        if step.startswith("Matching"):
            raise Cancelled

    file = tmp_path / "orders-3.csv"
    file.write_text(HEADER + "3,c,2026-01-03,1\n", encoding="utf-8")
    with pytest.raises(Cancelled):
        two_versions.load([(file.name, file)], progress=cancel)
    assert two_versions.current_version() == 2 and len(two_versions.uploads()) == 2


def test_a_receipt_that_does_not_match_what_was_landed_stops_the_load(two_versions, tmp_path):
    from dataclasses import replace

    def forgetful(*arguments):
        return [replace(told, rows_in=7, rows_used=7) for told in read_typed(*arguments)]

    file = tmp_path / "orders-3.csv"
    file.write_text(HEADER + "3,c,2026-01-03,1\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="1 rows were landed, the receipt says 7"):
        Workspace(two_versions.path, reader=forgetful).load([(file.name, file)])
    assert two_versions.current_version() == 2


def test_who_waits_too_long_for_another_load_is_told(two_versions, tmp_path):
    with only_load(two_versions.path / "loading.lock", 1), pytest.raises(WorkspaceError, match="Somebody else"):
        two_versions.load([("orders-1.csv", tmp_path / "orders-1.csv")], LoadOptions(wait_seconds=0.1))


def test_a_file_that_is_not_there_is_told_in_its_receipt(workspace, tmp_path):
    receipts = workspace.load([("orders.csv", tmp_path / "missing.csv")])
    assert "cannot be opened" in receipts[0].error["what"] and workspace.current_version() is None
