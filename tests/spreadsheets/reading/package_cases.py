"""Archives, workbooks and other files under names that are not theirs."""

import gzip
import io

from tests.spreadsheets.reading.binary_workbook import binary_workbook
from tests.spreadsheets.reading.cases import case, table
from tests.spreadsheets.reading.workbook_bytes import excel, open_document, sheet_of, zipped

PACKED = b"id,name,amount\n1,Anna,12.50\n2,Bob,7\n"
PEOPLE = table(["id", "name", "amount"], [["1", "Anna", "12.50"], ["2", "Bob", "7"]])


def archives() -> None:
    """Packed files, whatever they are called."""
    case("packed_named.csv", gzip.compress(PACKED, mtime=0), PEOPLE)
    case("zip_named.xlsx", zipped({"export.csv": PACKED}), PEOPLE)
    case(
        "folder_in_zip.zip", zipped({"export/": b"", "export/orders.csv": PACKED, "export/.DS_Store": b"\x00"}), PEOPLE
    )
    tables = (
        table(
            ["Id", "Date", "Amount", "Postcode"],
            [["1", "2026-01-05", "12.5", "01067"], ["2", "2026-01-06", "7", "00501"]],
            4,
            ["preamble"],
            "Orders",
        ),
        table(["a", "b"], [["1", "TRUE"]], 2, ["hidden"], "Lists"),
    )
    case("workbook.xlsx.gz", gzip.compress(excel(), mtime=0), *tables)
    case("workbook_named.xls", excel(), *tables)
    case("zip_in_zip.zip", zipped({"inner.zip": zipped({"a.csv": PACKED})}), error="UnsupportedFile")
    case("locked.zip", locked_zip(), error="Password")
    case("nothing_in_it.zip", zipped({}), error="UnsupportedFile")
    case("cut_off.csv.gz", gzip.compress(PACKED * 200, mtime=0)[:-40], error="UnreadableFile")
    case("bomb.csv.gz", gzip.compress(bytes(64 * 1024 * 1024), mtime=0), error="ZipBomb")
    case("cut_off.xlsx", excel()[:2500], error="UnreadableFile")


def locked_zip() -> bytes:
    """A zip whose one entry says that it is encrypted."""
    data = bytearray(zipped({"orders.csv": PACKED}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def other_files() -> None:
    """Files that are no spreadsheet under the name of one."""
    page = "<html><head><meta charset='utf-8'></head><body><table><tr><td>id</td></tr></table></body></html>"
    case("web_page_named.xls", page, error="UnsupportedFile")
    old = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook '
    case("excel_2003.xls", old + 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', error="EmptyFile")
    case("document_named.xlsx", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", error="UnsupportedFile")
    case("picture_named.xls", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(200)), error="UnsupportedFile")
    case("mail.csv", b"\x89HDF\r\n\x1a\n" + bytes(300), error="UnsupportedFile")
    case("list_of_objects.csv", '[\n  {"id": 1},\n  {"id": 2}\n]\n', error="UnsupportedFile")
    case(
        "business_cards.csv",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Archer;Ann;;;\r\nFN:Ann Archer\r\nEND:VCARD\r\n",
        error="UnsupportedFile",
    )
    case(
        "calendar.csv",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Visit\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        error="UnsupportedFile",
    )


def sheets() -> None:
    """Workbooks of other programs and with other things in their cells."""
    people = table(["id", "name"], [["1", "Anna"], ["2.5", "Bob"]], 2, [], "People")
    case("binary.xlsb", binary_workbook(), people)
    case("open_document_named.xlsx", open_document(), people)
    head = ["id", "name", "amount"]
    rows = [["1", "Anna", "5"], ["2", "Bob", "7"]]
    shifted = [[], [], [], ["", "", *head], ["", "", 1, "Anna", 5], ["", "", 2, "Bob", 7]]
    case("table_in_the_middle.xlsx", sheet_of(shifted), table(head, rows, 5, [], "Sheet1"))
    case("empty_sheet.xlsx", sheet_of([]), error="EmptyFile")
    case(
        "formulas.xlsx",
        formulas(),
        table(
            ["id", "share", "sum", "gone"], [["1", "0.25", "12.5", "#N/A"], ["2", "0.5", "7", "#DIV/0!"]], 2, [], "S"
        ),
    )
    case("days_since_1904.xlsx", days_since_1904(), table(["id", "day"], [["1", "2026-01-05"]], 2, [], "S"))
    case(
        "very_hidden.xlsx",
        very_hidden(),
        table(["id", "name"], [["1", "Anna"]], 2, [], "Shown"),
        table(["a", "b"], [["1", "2"]], 2, ["hidden"], "Kept away"),
    )


def formulas() -> bytes:
    """Formulas with the values last computed, a percentage and errors."""
    book, out = new_book()
    sheet = book.add_worksheet("S")
    share = book.add_format({"num_format": "0%"})
    sheet.write_row(0, 0, ["id", "share", "sum", "gone"])
    for row, (part, total, gone) in enumerate([(0.25, 12.5, "#N/A"), (0.5, 7, "#DIV/0!")], start=1):
        sheet.write_number(row, 0, row)
        sheet.write_number(row, 1, part, share)
        sheet.write_formula(row, 2, "=SUM(X1:X9)", None, total)
        sheet.write_formula(row, 3, "=NA()", None, gone)
    book.close()
    return out.getvalue()


def days_since_1904() -> bytes:
    """A date of a workbook that counts its days from 1904, as old Macs did."""
    import datetime

    book, out = new_book({"date_1904": True})
    sheet = book.add_worksheet("S")
    sheet.write_row(0, 0, ["id", "day"])
    sheet.write_number(1, 0, 1)
    sheet.write_datetime(1, 1, datetime.datetime(2026, 1, 5), book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()
    return out.getvalue()


def very_hidden() -> bytes:
    """A sheet that Excel's menu cannot show again."""
    book, out = new_book()
    shown, away = book.add_worksheet("Shown"), book.add_worksheet("Kept away")
    shown.write_row(0, 0, ["id", "name"])
    shown.write_row(1, 0, [1, "Anna"])
    away.write_row(0, 0, ["a", "b"])
    away.write_row(1, 0, [1, 2])
    away.very_hidden()
    book.close()
    return out.getvalue()


def new_book(options: dict | None = None) -> tuple:
    """A workbook in memory, and where its bytes go."""
    import datetime

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **(options or {})})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    return book, out
