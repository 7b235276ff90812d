"""A quote that nothing closes is text where it would take whole rows into its cell; a cell in quotes stays whole."""

import pytest

from analytics.ingest.read import read_file
from analytics.ingest.read.show import rows_of

HEADER = "Date;Customer;Size;Amount\n"


def read(folder, text):
    path = folder / "orders.csv"
    path.write_text(text)
    (table,) = read_file(path, path.name, folder).tables
    return [cells for _, cells in rows_of(table)], [(note.row_number, note.code) for note in table.notes]


@pytest.mark.parametrize("first", ['"', '"wide'])
def test_a_lone_quote_does_not_swallow_the_next_row(tmp_path, first):
    lines = ['2025-01-06;Ann;2";40', f"2025-01-07;Bob;{first};35", '2025-01-08;Cy;3";80']
    rows, notes = read(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert rows == [
        ("2025-01-06", "Ann", '2"', "40"),
        ("2025-01-07", "Bob", first, "35"),
        ("2025-01-08", "Cy", '3"', "80"),
    ]
    assert notes == [(2, "repaired"), (3, "repaired"), (4, "repaired")]


def test_a_lone_quote_in_the_last_column_does_not_swallow_the_next_row(tmp_path):
    lines = ["2025-01-06;Ann;40;2 m", '2025-01-07;Bob;35;"', '2025-01-08;Cy;80;3"', "2025-01-09;Dee;10;1 m"]
    rows, _ = read(tmp_path, "Date;Customer;Amount;Size\n" + "\n".join(lines) + "\n")
    assert [row[1:] for row in rows] == [
        ("Ann", "40", "2 m"),
        ("Bob", "35", '"'),
        ("Cy", "80", '3"'),
        ("Dee", "10", "1 m"),
    ]


@pytest.mark.parametrize("cell", ["Main St\n10115, Berlin, DE", "3\n4, 5, 6", "a, b\nc, d", "\n2025-01-08, 5, DE"])
def test_a_cell_in_quotes_may_run_over_lines_that_look_like_rows(tmp_path, cell):
    text = f'No,Amount,Address\n1,2,"{cell}"\n2,3,"High St 5"\n3,4,"Low St 6"\n'
    rows, notes = read(tmp_path, text)
    assert rows == [("1", "2", cell), ("2", "3", "High St 5"), ("3", "4", "Low St 6")]
    assert notes == []


def test_a_cell_in_quotes_between_others_stays_whole(tmp_path):
    text = 'Date;Comment;Amount\n2025-01-06;"late; paid\nby card; fine";40\n2025-01-07;"none";5\n'
    rows, notes = read(tmp_path, text)
    assert rows == [("2025-01-06", "late; paid\nby card; fine", "40"), ("2025-01-07", "none", "5")]
    assert notes == []


@pytest.mark.parametrize("cell", ["10 x lamp, red, big\n2, chair, blue", "1, lamp, red\n2, chair, blue"])
def test_lines_of_a_cell_that_begin_with_a_number_are_no_rows(tmp_path, cell):
    text = f'No,Customer,Items,Amount,Date\n1,Ann,"{cell}",40,2025-01-06\n2,Bob,"desk",5,2025-01-07\n'
    rows, notes = read(tmp_path, text)
    assert rows == [("1", "Ann", cell, "40", "2025-01-06"), ("2", "Bob", "desk", "5", "2025-01-07")]
    assert notes == []
