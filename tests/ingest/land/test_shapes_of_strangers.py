"""Files that nobody built for: read right, or refused with what to do; never a sum that is silently wrong."""

from io import BytesIO

import pytest
import xlsxwriter

from tests.ingest.land.landing import load

SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
CELLS = {
    "Order no": ("String", "001", "002"),
    "Date": ("DateTime", "2026-01-05T00:00:00.000", "2026-01-16T10:30:00.000"),
    "Customer": ("String", "Ann &amp; Co", "Bob"),
    "Amount": ("Number", "10.5", "20"),
}


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


def excel_2003(before: str = "") -> str:
    """The orders of CELLS as Excel 2003 saved a workbook, the second two rows below the first."""
    cell = '<Cell><Data ss:Type="{}">{}</Data></Cell>'.format
    header = "".join(cell("String", name) for name in CELLS)
    first, second = ("".join(cell(kind, told[at]) for kind, *told in CELLS.values()) for at in (0, 1))
    rows = f'<Row>{header}</Row><Row>{first}</Row><Row ss:Index="4">{second}</Row>'
    return (
        f'<?xml version="1.0"?>{before}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SHEET}" '
        f'xmlns:ss="{SHEET}"><Worksheet ss:Name="Orders"><Table>{rows}</Table></Worksheet></Workbook>'
    )


def test_a_workbook_of_excel_2003_is_read_whatever_it_is_called(tmp_path):
    landed = load(tmp_path, excel_2003(), "orders.xls")
    assert landed.rows("order_id", "customer_name", "row_number") == [("001", "Ann & Co", 2), ("002", "Bob", 4)]
    assert (amounts(landed), landed.receipt.sheet) == (["10.50", "20.00"], "Orders")


def test_a_workbook_of_excel_2003_that_declares_a_document_type_is_refused(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert "document type" in load(tmp_path, excel_2003(bomb)).receipt.error["what"]


def test_a_damaged_workbook_of_excel_2003_says_where(tmp_path):
    assert "damaged at line 1" in load(tmp_path, excel_2003()[:-40]).receipt.error["what"]


def months(headers: list[str]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name in ("Jan 2026", "Feb 2026"):
            sheet = book.add_worksheet(name)
            for place, row in enumerate([headers, ["Ann Ltd", "Cleaning", 10], ["Bob Ltd", "Cleaning", 20]]):
                sheet.write_row(place, 0, row)
    return out.getvalue()


def test_sheets_of_three_rows_are_no_covers_of_nothing(tmp_path):
    landed = load(tmp_path, months(["Client", "Job", "Amount"]), "sales.xlsx")
    assert [one.error["code"] for one in landed.receipts] == ["UnrecognisedSheet"] * 2
    assert "ordered_at" in landed.receipts[0].error["what"]


def test_months_side_by_side_are_asked_to_be_rows(tmp_path):
    text = "Customer,January,February,March,Total\nAnn,10,20,30,60\nBob,1,2,3,6\n"
    receipt = load(tmp_path, text).receipt
    assert "months side by side" in receipt.error["fix"] and not receipt.choices_needed


def test_a_status_that_leaves_rows_out_is_not_called_ignored(tmp_path):
    text = "Order no,Date,Customer,Amount,Status,Colour\n1,2026-01-05,Ann,10,Paid,red\n2,2026-01-06,Bob,20,Void,blue\n"
    receipt = load(tmp_path, text).receipt
    assert receipt.ignored == ("Colour",)
    assert receipt.columns_seen[4]["why"] == "It tells which rows do not count."


def test_what_a_payment_service_kept_does_not_lessen_the_sale(tmp_path):
    rows = "2026-01-05,Ann,Website Payment,100.00,-3.00,97.00\n2026-01-16,,General Withdrawal,-90.00,0.00,-90.00\n"
    landed = load(tmp_path, f"Date,Name,Type,Gross,Fee,Net\n{rows}2026-01-17,Bob,Website Payment,20.00,-1.00,19.00\n")
    assert (amounts(landed), landed.receipt.set_aside) == (["100.00", "20.00"], {"not_a_sale": 1})


def test_two_columns_of_one_name_are_told(tmp_path):
    landed = load(tmp_path, "Order no,Date,Customer,Amount,Amount\n1,2026-01-05,Ann,100,119\n")
    assert (amounts(landed), landed.codes()) == (["100.00"], ["same_header"])


def test_a_line_counts_without_its_tax(tmp_path):
    text = "Invoice #,Date Issued,Client Name,Line Subtotal,Tax 1 Amount,Line Total\n1,2026-01-05,Ann,200,40,240\n"
    assert amounts(load(tmp_path, text)) == ["200.00"]


def test_a_contact_of_a_document_is_the_customer(tmp_path):
    text = "Belegdatum;Belegnummer;Kontakt;Nettobetrag\n05.01.2026;RE-1;Ann GmbH;100,00\n16.01.2026;RE-2;Bob;50,00\n"
    assert load(tmp_path, text).rows("customer_name") == [("Ann GmbH",), ("Bob",)]


def test_thousands_of_columns_leave_the_sale_as_it_is(tmp_path):
    more = 4_000
    header = ",".join(["Order no", "Date", *(f"x{place}" for place in range(more)), "Customer", "Amount", "Status"])
    rows = [
        f"{number},2026-01-0{number}{',' * more},Ann,{number}0,{told}" for number, told in ((1, "Paid"), (2, "Void"))
    ]
    landed = load(tmp_path, "\n".join([header, *rows]) + "\n")
    assert (amounts(landed), landed.receipt.set_aside) == (["10.00"], {"not_a_sale": 1})


def test_statuses_of_a_shop_system_are_understood(tmp_path):
    rows = "1,2026-01-05,Ann,10,wc-completed\n2,2026-01-06,Bob,20,wc-cancelled\n3,2026-01-07,Cid,30,wc-refunded\n"
    assert amounts(load(tmp_path, f"Order no,Date,Customer,Amount,Status\n{rows}")) == ["10.00"]


def test_a_list_of_invoices_with_a_due_date_is_no_pipeline(tmp_path):
    header = "id,Date (UTC),Due Date (UTC),Invoice number,Total,Closed,Customer Name,Customer Email,Status"
    landed = load(tmp_path, f"{header}\nin_1,2026-01-05,,A-1,120.00,true,Ann,a@x.example,paid\n", "list.csv")
    assert landed.receipt.sheet_type == "orders"


@pytest.mark.parametrize(("second", "codes"), [("[$$-409]#,##0.00", ["mixed_currencies"]), ("#,##0.00 [$€-407]", [])])
def test_currencies_that_only_number_formats_tell_are_told(tmp_path, second, codes):
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Sales")
        sheet.write_row(0, 0, ["Order no", "Date", "Customer", "Amount"])
        for place, shape in enumerate(["[$€-407] #,##0.00", second], start=1):
            sheet.write_row(place, 0, [place, "2026-01-05", "Ann"])
            sheet.write_number(place, 3, 100, book.add_format({"num_format": shape}))
    landed = load(tmp_path, out.getvalue(), "sales.xlsx")
    assert (amounts(landed), landed.codes()) == (["100.00", "100.00"], codes)


def test_hours_at_a_rate_are_work_and_no_opinion(tmp_path):
    text = "Date,Client,Hours,Rate,Amount\n2026-01-05,Ann,2,50,100\n2026-01-16,Bob,1.5,50,75\n"
    landed = load(tmp_path, text, "list.csv")
    assert (landed.receipt.sheet_type, amounts(landed)) == ("orders", ["100.00", "75.00"])


def test_totals_and_taxes_among_the_products_are_left_out_where_they_add_up(tmp_path):
    lines = "1,2026-01-05,Ann,Lamp,100\n1,2026-01-05,Ann,VAT 20%,20\n1,2026-01-05,Ann,Total,120\n"
    landed = load(tmp_path, f"Invoice,Date,Customer,Description,Amount\n{lines}")
    assert (amounts(landed), landed.receipt.set_aside) == (["100.00"], {"not_a_sale": 1, "total_row": 1})


def test_totals_and_taxes_among_the_products_are_told_where_they_do_not_add_up(tmp_path):
    lines = "1,2026-01-05,Ann,Lamp,100\n1,2026-01-05,Ann,VAT 20%,20\n1,2026-01-05,Ann,Total,130\n"
    landed = load(tmp_path, f"Invoice,Date,Customer,Description,Amount\n{lines}")
    told = [one.message for one in landed.receipt.warnings if one.code == "maybe_totals"]
    assert told and told[0].startswith("2 rows say 'Total'")
    wine = load(tmp_path, "Invoice,Date,Customer,Product,Amount\n1,2026-01-05,Ann,Total wine rack,100\n")
    assert "maybe_totals" not in wine.codes()
