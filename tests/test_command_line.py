"""The promises of docs/command-line.md: what is printed, and the exit code."""

import json
from pathlib import Path

import pytest

from analytics.__main__ import DONE, SOME_FAILED, WRONG_USAGE, main
from analytics.errors import UploadError
from analytics.ingest.job import Limits
from analytics.ingest.read.apart import read_apart

ODD = "Blob;Zap;Wurst;When\nA-1;Ann;100,50;2026-01-10\nA-2;Bob;200,50;2026-01-11\nA-3;Cyd;7,00;2026-01-12\n"
COLUMNS = ["Blob=order_id", "Zap=customer_name", "Wurst=revenue_amount", "When=ordered_at"]


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    file = tmp_path / "odd.csv"
    file.write_text(ODD, encoding="utf-8")
    return file


def _said(capsys) -> list | dict:
    return json.loads(capsys.readouterr().out)


def _map(workspace: Path, *more: str) -> int:
    columns = [word for column in COLUMNS for word in ("--column", column)]
    return main(["map", "odd.csv", "--workspace", str(workspace), *(more or ["--as", "orders", *columns])])


def test_columns_that_mean_nothing_are_mapped_without_a_new_upload_and_remembered(odd, tmp_path, capsys):
    workspace = tmp_path / "workspace"
    assert main(["load", str(odd), "--workspace", str(workspace), "--json"]) == SOME_FAILED
    assert _said(capsys)[0]["error"]
    assert _map(workspace) == DONE
    (told,) = _said(capsys)
    assert (told["sheet_type"], told["rows_used"], told["error"]) == ("orders", 3, None)
    assert told["columns"] == dict(pair.split("=") for pair in COLUMNS)
    later = tmp_path / "later.csv"
    later.write_text(ODD.replace("A-", "B-"), encoding="utf-8")
    assert main(["load", str(later), "--workspace", str(workspace), "--json"]) == DONE
    assert _said(capsys)[0]["rows_used"] == 3
    assert _map(workspace, "--forget") == SOME_FAILED
    assert {told["error"] is None for told in _said(capsys)} == {False}


def test_a_file_that_was_not_loaded_cannot_be_mapped_and_those_that_were_are_named(odd, tmp_path, capsys):
    workspace = tmp_path / "workspace"
    main(["load", str(odd), "--workspace", str(workspace), "--json"])
    capsys.readouterr()
    assert main(["map", "even.csv", "--workspace", str(workspace), "--as", "orders"]) == SOME_FAILED
    assert _said(capsys)["error"] == {
        "what": "No file 'even.csv' has been loaded here.",
        "fix": "Load it first. These were: 'odd.csv'.",
    }


def test_a_column_without_an_equals_sign_is_wrong_usage(odd, tmp_path, capsys):
    workspace = tmp_path / "workspace"
    main(["load", str(odd), "--workspace", str(workspace)])
    assert _map(workspace, "--column", "Blob") == WRONG_USAGE


def test_a_file_is_shown_as_it_stands(odd, capsys):
    assert main(["read", str(odd), "--format", "csv"]) == DONE
    assert capsys.readouterr().out == ODD.replace(";", "|").replace(",", ";").replace("|", ",").replace(
        "100;50", '"100,50"'
    ).replace("200;50", '"200,50"').replace("7;00", '"7,00"')
    assert main(["read", str(odd), "--format", "json"]) == DONE
    (table,) = _said(capsys)["tables"]
    assert table["headers"] == ["Blob", "Zap", "Wurst", "When"] and table["row_count"] == 3


def test_what_cannot_be_read_is_told_with_what_it_is(tmp_path, capsys):
    picture = tmp_path / "table.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
    assert main(["read", str(picture)]) == SOME_FAILED
    assert "picture" in _said(capsys)["error"]["what"].lower()


def test_a_sheet_that_is_not_there_is_told(odd, capsys):
    assert main(["read", str(odd), "--sheet", "March"]) == SOME_FAILED
    assert _said(capsys)["error"]["fix"] == "A text file has no sheets."


def test_a_reader_that_dies_takes_nobody_with_it(odd, tmp_path):
    # Too little memory even to import what reads.
    with pytest.raises(UploadError, match="needs more than 40 MB of memory|stopped without an answer"):
        read_apart(odd, None, "csv", tmp_path / "out", Limits(mebibytes=40))
