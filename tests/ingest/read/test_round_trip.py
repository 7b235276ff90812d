"""Any table written as any dialect and format, then read, is the same table."""

import csv
import datetime
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.ingest.read import read_file
from analytics.ingest.read.show import rows_of

NAMES = [
    "id",
    "name",
    "email",
    "amount",
    "city",
    "date",
    "status",
    "notes",
    "product",
    "quantity",
    "owner",
    "phone",
]
WORDS = st.sampled_from(
    [
        "Anna",
        "Bob",
        "Leeds",
        "roof",
        "gutter",
        "storm",
        "Müller",
        "Élodie",
        "open",
        "won",
        "lost",
        "street",
        "north",
    ]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
AWKWARD = st.builds(
    lambda left, mark, right: left + mark + right,
    WORDS,
    st.sampled_from([", ", "; ", "\n", '"', " | ", "\t", "'", "\\"]),
    WORDS,
)
COLUMN = {
    "number": st.integers(-9999, 99999).map(str),
    "decimal": st.decimals(-999, 99999, places=2).map(str),
    "date": st.dates(datetime.date(2015, 1, 1), datetime.date(2026, 12, 31)).map(str),
    "code": st.from_regex(r"[A-Z]{2}-[0-9]{3}", fullmatch=True),
    "email": st.from_regex(r"[a-z]{3,8}@example\.(com|org)", fullmatch=True),
    "words": PHRASES,
    "awkward": AWKWARD,
}
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def tables(draw) -> list[list[str]]:
    """A header of names and 1 to 12 rows; the first column is always filled, and one column holds numbers or dates."""
    kinds = [
        draw(st.sampled_from(["number", "date"])),
        *draw(st.lists(st.sampled_from(list(COLUMN)), min_size=1, max_size=6)),
    ]
    header = draw(st.permutations(NAMES))[: len(kinds)]
    filled = [
        COLUMN[kinds[0]],
        *[st.one_of(COLUMN[kind], COLUMN[kind], COLUMN[kind], st.just("")) for kind in kinds[1:]],
    ]
    return [list(header), *draw(st.lists(st.tuples(*filled).map(list), min_size=2, max_size=12))]


def read_back(data: bytes) -> list[list[str]]:
    """Header and rows of the first table, None as ''."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(data)
        (table,) = read_file(path, "upload", Path(folder)).tables
        return [list(table.headers), *[[cell or "" for cell in row] for _, row in rows_of(table)]]


@SETTINGS
@given(
    table=tables(),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "windows-1252"]),
)
def test_a_table_written_as_text_in_any_dialect_reads_back_the_same(table, delimiter, quoting, line_end, encoding):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerows(table)
    assert read_back(out.getvalue().encode(encoding)) == table


@SETTINGS
@given(table=tables())
def test_a_table_written_as_excel_reads_back_the_same(table):
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for place, row in enumerate(table):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, cell)
    book.close()
    assert read_back(out.getvalue()) == table
