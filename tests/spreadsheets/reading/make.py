"""Awkward files and the tables that a person reads in them; `python -m tests.spreadsheets.reading.make` writes them.

expected.json: file -> tables (sheet, headers, rows as [row number, cells], note codes) or the code of the error.
"""

import datetime
import gzip
import io
import json
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
CASES: dict[str, dict] = {}
PEOPLE = [["1", "Anna", "12.50"], ["2", "Bob", "7"], ["3", "Carla", "1,200"]]


def table(headers, rows, first=2, notes=(), sheet=None):
    """One expected table; rows count up from `first` unless they bring their number."""
    numbered = [row if isinstance(row[0], int) else [first + place, row] for place, row in enumerate(rows)]
    return {"sheet": sheet, "headers": headers, "rows": numbered, "notes": sorted(notes)}


def case(
    name: str, data: bytes | str, *tables: dict, notes=(), error: str | None = None, encoding: str = "utf-8"
) -> None:
    """Writes one file and remembers what is expected of it."""
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    CASES[name] = {"error": error} if error else {"tables": list(tables), "notes": sorted(notes)}


def texts() -> None:
    """Delimiters, quotes, encodings, line ends."""
    head = ["id", "name", "amount"]
    plain = [["1", "Anna", "12.50"], ["2", "Bob", "7"], ["3", "Carla", "9.25"]]
    for word, mark in (
        ("comma", ","),
        ("semicolon", ";"),
        ("tab", "\t"),
        ("pipe", "|"),
        ("caret", "^"),
        ("colon", ":"),
        ("double_pipe", "||"),
    ):
        case(f"{word}.csv", "\n".join(mark.join(row) for row in [head, *plain]) + "\n", table(head, plain))
    case("comma_space.csv", "id, name, amount\n1, Anna, 12.50\n2, Bob, 7\n3, Carla, 9.25\n", table(head, plain))
    case(
        "decimal_comma.csv",
        "id;name;amount\n1;Anna;12,50\n2;Bob;7,00\n3;Carla;1.200,00\n",
        table(head, [["1", "Anna", "12,50"], ["2", "Bob", "7,00"], ["3", "Carla", "1.200,00"]]),
    )
    case(
        "sep_line.csv",
        "sep=;\r\nid;name;amount\r\n1;Anna;12,50\r\n2;Bob;7,00\r\n",
        table(head, [["1", "Anna", "12,50"], ["2", "Bob", "7,00"]]),
    )
    case(
        "apostrophes.csv",
        "'id','name','amount'\n'1','Smith, Anna','12.50'\n'2','Bob','7'\n",
        table(head, [["1", "Smith, Anna", "12.50"], ["2", "Bob", "7"]]),
    )
    case(
        "all_quoted.csv",
        '"id","name","amount"\r\n"1","Smith, Anna","12.50"\r\n"2","Say ""hi""","7"\r\n',
        table(head, [["1", "Smith, Anna", "12.50"], ["2", 'Say "hi"', "7"]]),
    )
    case(
        "backslash.csv",
        'id,name,amount\n1,"Say \\"hi\\", now",12.50\n2,"Bob",7\n',
        table(head, [["1", 'Say "hi", now', "12.50"], ["2", "Bob", "7"]]),
    )
    case(
        "newline_in_cell.csv",
        'id,note,amount\n1,"first line\nsecond, line",12.50\n2,short,7\n',
        table(["id", "note", "amount"], [["1", "first line\nsecond, line", "12.50"], ["2", "short", "7"]]),
    )
    case("mixed_line_ends.csv", "id,name,amount\r\n1,Anna,12.50\n2,Bob,7\r\n3,Carla,9.25\n", table(head, plain))
    case("carriage_returns.csv", "id,name,amount\r1,Anna,12.50\r2,Bob,7\r", table(head, plain[:2]))
    case("no_last_line_end.csv", "id,name,amount\n1,Anna,12.50\n2,Bob,7", table(head, plain[:2]))
    accents = [["1", "Jörg Größe", "12,50"], ["2", "Élodie", "7,00"], ["3", "Muñoz – Söhne", "8,00"]]
    body = "id;name;amount\r\n" + "".join(";".join(row) + "\r\n" for row in accents)
    case("windows_1252.csv", body, table(head, accents), notes=["encoding"], encoding="windows-1252")
    case("utf8_mark.csv", body, table(head, accents), encoding="utf-8-sig")
    case("utf16.csv", body, table(head, accents), encoding="utf-16")
    case("utf16_no_mark.csv", body, table(head, accents), notes=["encoding"], encoding="utf-16-le")
    case("nul_bytes.csv", b"id,name,amount\n1,An\x00na,12.50\n2,Bob,7\n", table(head, plain[:2]), notes=["nul"])
    case(
        "names_that_are_null.csv",
        "id,name,amount\n1,NULL,5\n2,None,6\n3,n/a,7\n",
        table(head, [["1", "NULL", "5"], ["2", "None", "6"], ["3", "n/a", "7"]]),
    )
    case(
        "leading_zeros.csv",
        "postcode,phone,id\n01067,0049301234,007\n00501,0301234,008\n",
        table(["postcode", "phone", "id"], [["01067", "0049301234", "007"], ["00501", "0301234", "008"]]),
    )


def faults() -> None:
    """Rows that are not as the others are."""
    head = ["id", "name", "amount", "city"]
    good = [["1", "Anna", "12.50", "Leeds"], ["2", "Bob", "7.00", "York"], ["3", "Carla", "9.25", "Hull"]]

    def text(*lines):
        return "\n".join(["id,name,amount,city", *lines]) + "\n"

    lines = [",".join(row) for row in good]
    case(
        "short_row.csv",
        text(lines[0], "2,Bob", lines[2]),
        table(head, [good[0], ["2", "Bob", None, None], good[2]], notes=["padded"]),
    )
    case("trailing_on_one_row.csv", text(lines[0], lines[1] + ",", lines[2]), table(head, good, notes=["cut"]))
    case(
        "wide_row.csv",
        text(lines[0], "2,Bob,7.00,York,extra", lines[2]),
        table(head, [[*good[0], None], [*good[1], "extra"], [*good[2], None]], notes=["wide"]),
    )
    case(
        "empty_cell_too_many.csv",
        text(lines[0], "2,,Bob,7.00,York", lines[2]),
        table(head, good, notes=["repaired"]),
    )
    case(
        "trailing_on_all_rows.csv",
        "id,name,\n1,Anna,\n2,Bob,\n",
        table(["id", "name", ""], [["1", "Anna", None], ["2", "Bob", None]]),
    )
    case(
        "stray_quote.csv",
        text(lines[0], '2,"Bob,7.00,York', lines[2]),
        table(head, [good[0], ["2", '"Bob', "7.00", "York"], good[2]], notes=["repaired"]),
    )
    case(
        "inch_mark.csv",
        text(lines[0], '2,Gutter 5" white,7.00,York', lines[2]),
        table(head, [good[0], ["2", 'Gutter 5" white', "7.00", "York"], good[2]], notes=["repaired"]),
    )
    case(
        "unescaped_quotes.csv",
        'id,name,amount\n"1","The "Best" Roof","5"\n"2","Bob","7"\n',
        table(["id", "name", "amount"], [["1", 'The "Best" Roof', "5"], ["2", "Bob", "7"]], notes=["repaired"]),
    )
    case(
        "other_delimiter_in_one_row.csv",
        text(lines[0], "2;Bob;7.00;York", lines[2]),
        table(head, good, notes=["repaired"]),
    )
    case(
        "blank_rows.csv",
        text(lines[0], "", ",,,", lines[1]),
        table(head, [[2, good[0]], [5, good[1]]], notes=["blank", "blank"]),
    )
    case("blank_rows_at_end.csv", text(lines[0], lines[1], ",,,", '"","","",""', "  "), table(head, good[:2]))
    case("header_only.csv", "id,name,amount\n", table(["id", "name", "amount"], []))
    case("one_row.csv", "id,name,amount\n1,Anna,5\n", table(["id", "name", "amount"], [["1", "Anna", "5"]]))
    case(
        "one_column.csv",
        "email\nanna@example.com\nbob@example.com\n",
        table(["email"], [["anna@example.com"], ["bob@example.com"]]),
    )


def layouts() -> None:
    """Banners, headers of several rows or none, several tables."""
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


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of those files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbooks() -> None:
    """Excel, old Excel, OpenDocument, packed and misnamed."""
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


def excel() -> bytes:
    """A sheet with a title, dates, text that looks like numbers; a hidden sheet; an empty one."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet, lists, _ = book.add_worksheet("Orders"), book.add_worksheet("Lists"), book.add_worksheet("Empty")
    sheet.write(0, 0, "Orders of January")
    sheet.write_row(2, 0, ["Id", "Date", "Amount", "Postcode"])
    for place, (amount, code) in enumerate([(12.5, "01067"), (7.0, "00501")]):
        sheet.write_number(3 + place, 0, place + 1)
        sheet.write_datetime(3 + place, 1, datetime.datetime(2026, 1, 5 + place), day)
        sheet.write_number(3 + place, 2, amount)
        sheet.write_string(3 + place, 3, code)
    lists.write_row(0, 0, ["a", "b"])
    lists.write_row(1, 0, [1, True])
    lists.hide()
    book.close()
    return out.getvalue()


def sheet_of(rows: list[list], merge: tuple | None = None) -> bytes:
    """A workbook of one sheet."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    sheet = book.add_worksheet()
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    if merge:
        sheet.merge_range(*merge)
    book.close()
    return out.getvalue()


def merged() -> bytes:
    """A city merged over the rows of its shops."""
    rows = [["city", "shop", "amount"], ["", "A", 1], ["", "B", 2], ["York", "C", 3]]
    return sheet_of(rows, (1, 0, 2, 0, "Leeds"))


def two_tables() -> bytes:
    """Two tables under each other, the second with a title."""
    first = [["id", "name", "amount"], [1, "Anna", 5], [2, "Bob", 7], []]
    return sheet_of(
        [
            *first,
            ["Contacts"],
            ["email", "date"],
            ["a@example.com", "2026-01-05"],
            ["b@example.com", "2026-01-06"],
        ]
    )


def far_corner() -> bytes:
    """Two cells, in the first and in the last place that a sheet has."""
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with zipfile.ZipFile(io.BytesIO(sheet_of([["a"]]))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    start, end = files[sheet].index(b"<sheetData>") + 11, files[sheet].index(b"</sheetData>")
    files[sheet] = files[sheet][:start] + cells + files[sheet][end:]
    return zipped(files)


def with_macros(data: bytes) -> bytes:
    """The same workbook with a macro project in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({**{name: archive.read(name) for name in archive.namelist()}, "xl/vbaProject.bin": b"macro"})


def open_document() -> bytes:
    """A sheet of LibreOffice, as little of it as readers need."""
    cells = [["id", "name"], [1, "Anna"], [2.5, "Bob"]]

    def cell(value) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        start = f'<table:table-cell office:value-type="float" office:value="{value}">'
        return f"{start}<text:p>{value}</text:p></table:table-cell>"

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in cells)
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0"'
        f' xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2">'
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="People">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>'
    )
    return zipped(
        {
            "mimetype": mime.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def old_excel() -> bytes:
    """A workbook of Excel 97."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    for row, cells in enumerate([["id", "name"], [1, "Anna"], [2.5, "Bob"]]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    for make in (texts, faults, layouts, refused, workbooks):
        make()
    (HERE / "expected.json").write_text(json.dumps(CASES, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(CASES), "files")
