"""Workbooks that Excel 2003 wrote as XML: what is said about a cell, and cells over several columns."""

from analytics.ingest.read import read_file
from analytics.ingest.read.show import rows_of

SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
REMARK = '<Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Me:</B>50</ss:Data></Comment>'


def table_of(folder, *rows: str) -> list[list[str]]:
    """The header and the rows of a sheet with those rows of cells."""
    path = folder / "book.xml"
    told = "".join(f"<Row>{row}</Row>" for row in rows)
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{SHEET}" xmlns:ss="{SHEET}">'
        f'<Worksheet ss:Name="Sales"><Table>{told}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    (table,) = read_file(path, "book.xml", folder).tables
    return [list(table.headers), *(list(row) for _, row in rows_of(table))]


def cell(text: str, attributes: str = "", more: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="String">{text}</Data>{more}</Cell>'


def cells(*texts: str) -> str:
    return "".join(map(cell, texts))


def test_a_comment_on_a_cell_is_not_its_value(tmp_path):
    commented = cells("2026-01-05") + cell("Smith", more=REMARK) + cell("100", more=REMARK)
    assert table_of(tmp_path, cells("Date", "Customer", "Amount"), commented, cells("2026-01-06", "Jones", "200")) == [
        ["Date", "Customer", "Amount"],
        ["2026-01-05", "Smith", "100"],
        ["2026-01-06", "Jones", "200"],
    ]


def test_a_cell_after_a_merged_one_stands_after_the_whole_merge(tmp_path):
    wide = 'ss:MergeAcross="1"'
    header = cells("Date") + cell("Customer", wide) + cells("Cost", "Amount")
    merged = cells("2026-01-05") + cell("Smith", wide) + cells("10", "100")
    assert table_of(tmp_path, header, cells("2026-01-05", "Jones", "Bob", "20", "200"), merged) == [
        ["Date", "Customer", "", "Cost", "Amount"],
        ["2026-01-05", "Jones", "Bob", "20", "200"],
        ["2026-01-05", "Smith", None, "10", "100"],
    ]
