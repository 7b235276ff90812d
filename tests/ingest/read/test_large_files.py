"""Text files too large to look at row by row first: scanned as they are, and read again when a row does not fit."""

import duckdb
import pytest

from analytics.errors import FileTooLarge
from analytics.ingest.read import CsvScan, Limits, read_file, relation, reread
from analytics.ingest.read.show import rows_of

SMALL_LIMITS = Limits(checked_bytes=50_000, line_bytes=100_000)
HEADER = "order_id,name,ordered_at,amount\n"


def order_lines(count: int) -> list[str]:
    return [f"O{number},Anna Smith,2026-01-05,{number}.50" for number in range(1, count + 1)]


def large_file(folder, lines: list[str], encoding: str = "utf-8"):
    path = folder / "orders.csv"
    path.write_bytes((HEADER + "\n".join(lines) + "\n").encode(encoding))
    return path


def test_a_clean_large_file_is_left_where_it_is_for_one_scan(tmp_path):
    path = large_file(tmp_path, order_lines(20_000))
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    assert table.source == CsvScan(path, ",", '"', '"', 1, 4, 2) and not table.checked
    with duckdb.connect() as connection:
        assert relation(connection, table, tmp_path).aggregate("count(*), min(c1), max(c4)").fetchall() == [
            (20_000, "O1", "9999.50")
        ]


def test_a_row_that_does_not_fit_is_found_by_the_scan_and_told_by_the_second_reading(tmp_path):
    lines = order_lines(40_000)
    lines[29_998:30_001] = ["O29999,short", ",,,", 'O30001,"stray,2026-01-05,1.50']
    path = large_file(tmp_path, lines)
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    with duckdb.connect() as connection:
        with pytest.raises(duckdb.Error):
            relation(connection, table, tmp_path).fetchall()
        mended = reread(table, path, "orders.csv", tmp_path, SMALL_LIMITS)
        rows = relation(connection, mended, tmp_path).fetchall()
    assert mended.row_count == len(rows) == 39_999
    assert [(note.row_number, note.code) for note in mended.notes] == [
        (30_000, "padded"),
        (30_001, "blank"),
        (30_002, "repaired"),
    ]
    assert rows[29_999] == (30_002, "O30001", '"stray', "2026-01-05", "1.50")


def test_a_total_at_the_end_of_a_large_file_is_kept_and_told(tmp_path):
    path = large_file(tmp_path, [*order_lines(20_000), "", "Total,,,200010000.00", "Printed by the till"])
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    rows = rows_of(table)
    assert [row[1][0] for row in rows[-2:]] == ["Total", "Printed by the till"]
    assert [note.text for note in table.notes] == ["Printed by the till"]


def test_a_foreign_byte_deep_in_a_large_file_is_not_lost(tmp_path):
    lines = order_lines(20_000)
    data = (HEADER + "\n".join(lines)).encode()
    path = tmp_path / "orders.csv"
    # Between the samples at the start, the middle and the end.
    path.write_bytes(data[:300_000] + data[300_000:].replace(b"O9000,Anna", b"O9000,J\xf6rg", 1))
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    assert ("O9000", "Jörg Smith") in [row[1][:2] for row in rows_of(table)]


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path):
    path = large_file(tmp_path, [*order_lines(1_000), "x" * 300_000])
    with pytest.raises(FileTooLarge, match="A line of 'orders.csv' is longer"):
        read_file(path, "orders.csv", tmp_path, SMALL_LIMITS)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_blank_line_deep_inside_a_large_file_keeps_the_numbers_of_its_rows(tmp_path, end):
    lines = order_lines(20_000)
    lines[15_000] = ""
    path = tmp_path / "orders.csv"
    path.write_bytes((HEADER.strip() + end + end.join(lines) + end).encode())
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    rows = list(rows_of(table))
    assert (len(rows), rows[-1][0], rows[-1][1][0]) == (19_999, 20_001, "O20000")
    assert (rows[14_999][0], rows[15_000][0]) == (15_001, 15_003)
    assert isinstance(table.source, CsvScan)
    assert [(note.row_number, note.code) for note in table.notes] == [(15_002, "blank")]


@pytest.mark.parametrize("places", [[15_000, 15_001, 18_000], [100, 19_000]], ids=["two in a row", "near the start"])
def test_several_blank_lines_are_counted_each(tmp_path, places):
    lines = order_lines(20_000)
    for place in places:
        lines[place] = ""
    path = large_file(tmp_path, lines)
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    rows = list(rows_of(table))
    assert all(cells[0] == f"O{number - 1}" for number, cells in rows)
    assert [note.row_number for note in table.notes if note.code == "blank"] == [place + 2 for place in places]


def test_a_blank_line_below_a_cell_of_several_lines_keeps_the_numbers_of_its_rows(tmp_path):
    lines = order_lines(20_000)
    lines[14_000] = 'O14001,"Anna\nSmith",2026-01-05,1.50'
    lines[15_000] = ""
    (table,) = read_file(large_file(tmp_path, lines), "orders.csv", tmp_path, SMALL_LIMITS).tables
    rows = list(rows_of(table))
    assert rows[-1] == (20_001, rows[-1][1]) and rows[-1][1][0] == "O20000"


@pytest.mark.parametrize(("count", "is_scanned"), [(34, True), (340, False)])
def test_many_blank_lines_keep_the_numbers_of_the_rows_and_very_many_are_read_row_by_row(tmp_path, count, is_scanned):
    lines = order_lines(20_000)
    lines[2_000 : 19_000 : 17_000 // count] = [""] * count
    (table,) = read_file(large_file(tmp_path, lines), "orders.csv", tmp_path, SMALL_LIMITS).tables
    rows = list(rows_of(table))
    assert isinstance(table.source, CsvScan) == is_scanned
    assert (len(rows), rows[-1][0], rows[-1][1][0]) == (20_000 - count, 20_001, "O20000")


def test_blank_lines_inside_a_quoted_cell_and_at_the_end_leave_a_large_file_to_one_scan(tmp_path):
    lines = order_lines(20_000)
    lines[15_000] = 'O15001,"Anna\n\nSmith",2026-01-05,1.50'
    path = large_file(tmp_path, [*lines, "", ""])
    (table,) = read_file(path, "orders.csv", tmp_path, SMALL_LIMITS).tables
    assert isinstance(table.source, CsvScan)
