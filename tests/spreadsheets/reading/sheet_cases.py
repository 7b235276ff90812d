"""Where the table stands in a file, files that are none, and workbooks."""

import gzip

from tests.spreadsheets.reading.cases import case, table
from tests.spreadsheets.reading.workbook_bytes import (
    excel,
    far_corner,
    merged,
    old_excel,
    open_document,
    two_tables,
    with_macros,
    zipped,
)


def banners() -> None:
    """Rows around the table."""
    body = "1,Anna,12.50\n2,Bob,7.00\n3,Carla,9.25\n"
    rows = [["1", "Anna", "12.50"], ["2", "Bob", "7.00"], ["3", "Carla", "9.25"]]
    head = ["id", "name", "amount"]
    case(
        "banner.csv",
        f"Sales by customer\nJanuary 2026\n\nid,name,amount\n{body}",
        table(head, rows, 5, ["preamble", "preamble"]),
    )
    case(
        "banner_with_delimiters.csv",
        f"Sales by customer,,\n,,\nid,name,amount\n{body}",
        table(head, rows, 4, ["preamble"]),
    )
    case("no_header.csv", body, table([], rows, 1))
    case(
        "repeated_header.csv",
        f"id,name,amount\nid,name,amount\n{body}",
        table(head, rows, 3, ["repeated_header"]),
    )
    case(
        "units_under_header.csv",
        "id,weight,length\n(no),(kg),(m)\n1,12.5,3\n2,7,4\n",
        table(["id (no)", "weight (kg)", "length (m)"], [["1", "12.5", "3"], ["2", "7", "4"]], 3),
    )
    case(
        "groups_above_header.csv",
        "Customer,,Order,\nid,name,date,amount\n1,Anna,2026-01-05,5\n2,Bob,2026-01-06,7\n",
        table(
            ["Customer id", "Customer name", "Order date", "Order amount"],
            [["1", "Anna", "2026-01-05", "5"], ["2", "Bob", "2026-01-06", "7"]],
            3,
        ),
    )


def several_headers() -> None:
    """Headers of every kind."""
    body = "1,Anna,12.50\n2,Bob,7.00\n3,Carla,9.25\n"
    rows = [["1", "Anna", "12.50"], ["2", "Bob", "7.00"], ["3", "Carla", "9.25"]]
    head = ["id", "name", "amount"]
    case(
        "footer.csv",
        f"id,name,amount\n{body}\nProvisional figures of the branch\n",
        table(head, [*rows, [6, ["Provisional figures of the branch", None, None]]], 2, ["blank", "footer"]),
    )
    case(
        "total_row.csv",
        f"id,name,amount\n{body}Total,,28.75\n",
        table(head, [*rows, ["Total", None, "28.75"]]),
    )
    case(
        "duplicate_and_empty_headers.csv",
        "id,name,,name\n1,Anna,x,A\n2,Bob,y,B\n",
        table(["id", "name", "", "name"], [["1", "Anna", "x", "A"], ["2", "Bob", "y", "B"]]),
    )
    case(
        "years_as_headers.csv",
        "Region,2023,2024,2025\nNorth,10,11,12\nSouth,20,21,22\n",
        table(["Region", "2023", "2024", "2025"], [["North", "10", "11", "12"], ["South", "20", "21", "22"]]),
    )
    case(
        "two_tables.csv",
        "id,name,amount\n1,Anna,12.50\n2,Bob,7.00\n\nemail,date\na@example.com,2026-01-05\nb@example.com,2026-01-06\n",
        table(head, rows[:2]),
        table(["email", "date"], [["a@example.com", "2026-01-05"], ["b@example.com", "2026-01-06"]], 6),
        notes=["several_tables"],
    )


def refused() -> None:
    """Files that are no spreadsheet, whatever their name says."""
    case("empty.csv", b"", error="EmptyFile")
    case("blanks.csv", b"\n \n\n", error="EmptyFile")
    case("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), error="UnsupportedFile")
    case("document.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", error="UnsupportedFile")
    case("database.csv", b"SQLite format 3\x00" + bytes(84), error="UnsupportedFile")
    case(
        "login_page.csv",
        "<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>",
        error="UnsupportedFile",
    )
    case("zeros.csv", bytes(5000), error="UnsupportedFile")
    case("objects.csv", '{"id": 1, "name": "Anna"}\n', error="UnsupportedFile")
    case("broken.xlsx", b"PK\x03\x04" + bytes(200), error="UnreadableFile")
    case("several.zip", zipped({"a.csv": b"a,b\n1,2\n", "b.csv": b"a,b\n1,2\n"}), error="UnsupportedFile")
    case("bomb.zip", zipped({"a.csv": bytes(64 * 1024 * 1024)}), error="ZipBomb")
    doctype = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    case("entities.xlsx", zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": doctype}), error="XmlBomb")
    case(
        "letter.docx",
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
        error="UnsupportedFile",
    )


def workbooks() -> None:
    """Workbooks as programs write them."""
    rows = [["1", "2026-01-05", "12.5", "01067"], ["2", "2026-01-06", "7", "00501"]]
    head = ["Id", "Date", "Amount", "Postcode"]
    data = excel()
    tables = (
        table(head, rows, 4, ["preamble", "blank"][:1], "Orders"),
        table(["a", "b"], [["1", "TRUE"]], 2, ["hidden"], "Lists"),
    )
    case("workbook.xlsx", data, *tables)
    case("workbook_named.csv", data, *tables)
    case(
        "text_named.xlsx",
        "id,name,amount\n1,Anna,12.50\n2,Bob,7\n",
        table(["id", "name", "amount"], [["1", "Anna", "12.50"], ["2", "Bob", "7"]]),
    )
    packed = b"id,name,amount\n1,Anna,12.50\n2,Bob,7\n"
    people = table(["id", "name", "amount"], [["1", "Anna", "12.50"], ["2", "Bob", "7"]])
    case("one_file.zip", zipped({"export.csv": packed, "__MACOSX/._export.csv": b"\x00"}), people)
    case("one_file.csv.gz", gzip.compress(packed, mtime=0), people)
    case("workbook.zip", zipped({"orders.xlsx": data}), *tables)
    locked = "EncryptedPackage".encode("utf-16-le")
    case(
        "locked.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + locked + bytes(600),
        error="Password",
    )
    word = "WordDocument".encode("utf-16-le")
    case(
        "letter.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + word + bytes(600),
        error="UnsupportedFile",
    )
    case(
        "open_document.ods",
        open_document(),
        table(["id", "name"], [["1", "Anna"], ["2.5", "Bob"]], 2, [], "People"),
    )
    case("macros.xlsm", with_macros(data), *tables, notes=["macros"])


def odd_workbooks() -> None:
    """Workbooks with something odd in them."""
    case("far_corner.xlsx", far_corner(), error="FileTooLarge")
    case(
        "merged.xlsx",
        merged(),
        table(
            ["city", "shop", "amount"],
            [["Leeds", "A", "1"], ["Leeds", "B", "2"], ["York", "C", "3"]],
            2,
            [],
            "Sheet1",
        ),
    )
    case(
        "two_tables.xlsx",
        two_tables(),
        table(["id", "name", "amount"], [["1", "Anna", "5"], ["2", "Bob", "7"]], 2, [], "Sheet1"),
        table(
            ["email", "date"],
            [["a@example.com", "2026-01-05"], ["b@example.com", "2026-01-06"]],
            7,
            ["preamble"],
            "Sheet1",
        ),
    )
    case("old.xls", old_excel(), table(["id", "name"], [["1", "Anna"], ["2.5", "Bob"]], 2, [], "People"))
