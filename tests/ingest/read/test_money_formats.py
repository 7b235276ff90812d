"""Currencies that only the number formats of a workbook tell apart."""

import pytest
import xlsxwriter

from analytics.ingest.read.money_formats import mixed_formats


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ('[$-407]#,##0.00 "€"', "#,##0.00 [$€-407]", []),
        ("#,##0.00 [$€-407]", "[$-409]d-mmm-yy;@", []),
        ('[$-407]#,##0.00 "€"', "[$-409]$#,##0.00", ["$ and €"]),
        ("#,##0.00 [$€-407]", "[$CHF-807] #,##0.00", ["CHF and €"]),
    ],
)
def test_the_language_of_a_number_format_is_no_dollar(tmp_path, first, second, told):
    path = tmp_path / "sales.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sales")
        sheet.write_number(0, 0, 46027, book.add_format({"num_format": first}))
        sheet.write_number(1, 0, 46027, book.add_format({"num_format": second}))
    shown = [note.message.partition("are shown in ")[2].partition(";")[0] for note in mixed_formats(path)]
    assert shown == told
