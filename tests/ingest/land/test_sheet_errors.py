"""An error of a spreadsheet program (#N/A, #DIV/0!) is unknown and told, never an empty cell without a word."""

import io
import zipfile

import pytest

from tests.ingest.land.landing import load

ORDERS = "Order no,Customer,Order date,Amount,Cost,Product\n"


def told(landed) -> list[str]:
    return [warned.message for warned in landed.receipt.warnings if warned.code == "sheet_errors"]


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#NV", "#BEZUG!", "#¡VALOR!", "#####", "Err:508", "#name?"])
def test_an_error_beside_a_sale_is_told_with_its_row_and_kept(tmp_path, error):
    landed = load(tmp_path, ORDERS + f"1,Ann,2026-01-05,10.00,{error},Roof\n2,Bob,2026-01-06,20.00,5,{error}\n")
    assert landed.rows("cost_amount", "product")[0] == (None, "Roof")
    assert landed.rows("product") == [("Roof",), (None,)]
    assert landed.unread() == [{"Cost": error}, {"Product": error}]
    assert told(landed) == [
        f"1 cell of 'Cost' holds an error of the spreadsheet program, '{error}' (row 2): unknown, and is kept as text.",
        f"1 cell of 'Product' holds an error of the spreadsheet program, '{error}' (row 3): unknown, and is kept as "
        "text.",
    ]


def test_rows_that_an_error_sets_aside_are_told_with_count_and_places(tmp_path):
    rows = "1,Ann,2026-01-05,#N/A,,\n2,Bob,2026-01-06,20.00,,\n3,#REF!,2026-01-07,30.00,,\n4,Dan,2026-01-08,#N/A,,\n"
    landed = load(tmp_path, ORDERS + rows)
    assert landed.rejects()[0] == (2, "unread_required", "'#N/A' in 'Amount' is an error of the spreadsheet program.")
    assert landed.receipt.set_aside == {"unread_required": 3}
    assert told(landed) == [
        "2 rows were set aside because 'Amount' holds an error of the spreadsheet program, such as '#N/A' (rows 2 and "
        "5).",
        "1 row was set aside because 'Customer' holds an error of the spreadsheet program, '#REF!' (row 4).",
    ]


def test_an_error_far_below_the_sample_is_told(tmp_path):
    rows = "".join(f"{number},Ann,2026-01-05,10.50,4,Roof\n" for number in range(1, 9_001))
    landed = load(tmp_path, ORDERS + rows + "9001,Bob,2026-01-05,10.50,4,#BUSY!\n9002,Bob,2026-01-05,10.50,#NUM!,x\n")
    assert landed.receipt.rows_used == 9_002
    assert [message.split(":")[0] for message in told(landed)] == [
        "1 cell of 'Cost' holds an error of the spreadsheet program, '#NUM!' (row 9003)",
        "1 cell of 'Product' holds an error of the spreadsheet program, '#BUSY!' (row 9002)",
    ]


def test_names_and_ids_that_start_with_a_number_sign_are_no_errors(tmp_path):
    landed = load(tmp_path, ORDERS + "#1001,#1 Roofing,2026-01-05,10.00,4,#blue\n#1002,Bob,2026-01-06,20.00,5,#\n")
    assert landed.rows("order_id", "customer_name", "product")[0] == ("#1001", "#1 Roofing", "#blue")
    assert told(landed) == []


def test_a_failed_formula_of_a_workbook_is_told(tmp_path):
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Jobs & more")
    for place, row in enumerate([ORDERS.strip().split(","), ["1", "Ann", "2026-01-05", 10.5, 4, "Roof"]]):
        sheet.write_row(place, 0, row)
    sheet.write_row(2, 0, ["2", "Bob", "2026-01-06", 20])
    sheet.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    book.close()
    assert b't="e"' in zipfile.ZipFile(out).read("xl/worksheets/sheet1.xml")
    landed = load(tmp_path, out.getvalue(), "jobs.xlsx")
    assert landed.unread() == [None, {"Cost": "#DIV/0!"}]
    assert told(landed)[0].startswith("1 cell of 'Cost' holds an error of the spreadsheet program, '#DIV/0!' (row 3)")
