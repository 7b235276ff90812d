"""Which version a run looks at is read anew whenever somebody wrote, and only then."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from analytics.workspace import Entry, Workspace
from pages.ui import looked_at
from tests.workspace.typed_reader import read_typed

AT = datetime(2026, 10, 30, 9, 0)
LONG_AGO = 1_700_000_000


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with one order, loaded long ago."""
    file = tmp_path / "orders.csv"
    file.write_text("order_id,customer_id,ordered_at,revenue_amount\no1,c1,2026-01-05,100\n", encoding="utf-8")
    workspace = Workspace(tmp_path / "workspace", reader=read_typed)
    workspace.load([("orders.csv", file)])
    return workspace


@pytest.fixture
def settled(monkeypatch) -> None:
    """Whatever was written counts as written long ago."""
    monkeypatch.setattr(looked_at, "SETTLED_SECONDS", 0)


@pytest.fixture
def readings(monkeypatch) -> list:
    """One item each time the catalogue is opened for the version that stands."""
    read, found = looked_at._read, []
    monkeypatch.setattr(looked_at, "_read", lambda place: found.append(read(place)) or found[-1])
    return found


def test_what_nobody_writes_to_is_read_once(place, settled, readings):
    assert [looked_at._standing(place) for _ in range(3)] == [(1, 0)] * 3
    assert len(readings) == 1


def test_what_was_written_a_moment_ago_is_read_every_time(place, readings):
    assert [looked_at._standing(place) for _ in range(3)] == [(1, 0)] * 3
    assert len(readings) == 3


def test_an_entry_of_another_program_is_seen_by_the_next_run(place, settled):
    assert looked_at._standing(place) == (1, 0)
    Workspace(place.path).diary.write(Entry("note", "Olga", AT, note="Wants a gutter"))
    assert looked_at._standing(place) == (1, 1)


def test_a_catalogue_put_back_from_a_copy_is_seen_although_it_is_as_old_and_as_long(place, settled):
    catalogue = place.path / "catalogue.sqlite"
    before = catalogue.read_bytes()
    os.utime(catalogue, (LONG_AGO, LONG_AGO))
    place.diary.write(Entry("note", "Olga", AT))
    os.utime(catalogue, (LONG_AGO, LONG_AGO))
    assert looked_at._standing(place) == (1, 1)
    catalogue.write_bytes(before)
    os.utime(catalogue, (LONG_AGO, LONG_AGO))
    assert looked_at._standing(place) == (1, 0)


def test_before_the_first_load_nothing_stands(tmp_path):
    assert looked_at._standing(Workspace(tmp_path / "nothing")) == (None, 0)
