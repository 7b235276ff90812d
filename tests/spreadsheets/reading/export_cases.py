"""Text files as reports, old programs and careless exports leave them."""

import codecs

from tests.spreadsheets.reading.cases import case, table

HEAD = ["id", "name", "amount"]
ROWS = [["1", "Anna", "12.50"], ["2", "Bob", "7.00"], ["3", "Carla", "9.25"]]
BODY = "1,Anna,12.50\n2,Bob,7.00\n3,Carla,9.25\n"
ACCENTS = [["1", "Jörg Größe", "12,50"], ["2", "Élodie", "7,00"], ["3", "Muñoz – Söhne", "8,00"]]


def marks_and_encodings() -> None:
    """Byte-order marks, wide encodings and what stands at the end of old files."""
    body = "id;name;amount\r\n" + "".join(";".join(row) + "\r\n" for row in ACCENTS)
    case("utf16_big.csv", codecs.BOM_UTF16_BE + body.encode("utf-16-be"), table(HEAD, ACCENTS))
    case("utf16_big_no_mark.csv", body.encode("utf-16-be"), table(HEAD, ACCENTS), notes=["encoding"])
    tabs = body.replace(";", "\t")
    case("unicode_text.xls", codecs.BOM_UTF16_LE + tabs.encode("utf-16-le"), table(HEAD, ACCENTS))
    case("mark_before_quote.csv", '\ufeff"id","name","amount"\n' + BODY, table(HEAD, ROWS))
    case("end_of_file_mark.csv", f"id,name,amount\r\n{BODY}".encode() + b"\x1a", table(HEAD, ROWS))
    case(
        "doubled_returns.csv",
        f"id,name,amount\n{BODY}".replace("\n", "\r\r\n"),
        table(HEAD, [[3, ROWS[0]], [5, ROWS[1]], [7, ROWS[2]]], notes=["blank", "blank"]),
    )
    polish = [["1", "Łukasz Żółć", "12,50"], ["2", "Święcicka Grażyna", "7,00"], ["3", "Dąbrówka Źrebięca", "8,00"]]
    text = "id;name;amount\r\n" + "".join(";".join(row) + "\r\n" for row in polish)
    case("windows_1250.csv", text, table(HEAD, polish), notes=["encoding"], encoding="windows-1250")


def lines() -> None:
    """Lines that a program wrapped, numbered, commented or separated in its own way."""
    case(
        "line_in_quotes.csv",
        '"id,name,amount"\n"1,""Smith, Anna"",12.50"\n"2,Bob,7.00"\n"3,Carla,9.25"\n',
        table(HEAD, [["1", "Smith, Anna", "12.50"], *ROWS[1:]]),
        notes=["line_quotes"],
    )
    case(
        "space_before_quote.csv",
        'id, name, amount\n1, "Smith, Anna", 12.50\n2, "Bob", 7.00\n3, "Carla", 9.25\n',
        table(HEAD, [["1", "Smith, Anna", "12.50"], *ROWS[1:]]),
    )
    case("sep_tab.csv", "sep=\t\nid\tname\tamount\n" + BODY.replace(",", "\t"), table(HEAD, ROWS))
    case("sep_in_quotes.csv", '"sep=;"\nid;name;amount\n' + BODY.replace(",", ";"), table(HEAD, ROWS))
    case(
        "comments_above.csv",
        f"# Exported by Till 4.2\n# 2026-02-01\nid,name,amount\n{BODY}",
        table(HEAD, ROWS, 4, ["preamble", "preamble"]),
    )
    case(
        "pairs_above.csv",
        f"Report,Sales by customer\nFrom,2026-01-01\nTo,2026-01-31\n\nid,name,amount\n{BODY}",
        table(HEAD, ROWS, 6, ["preamble", "preamble", "preamble"]),
    )
    case(
        "banner_wider_than_table.csv",
        f"Sales by customer,,,,,printed,2026-02-01\n\nid,name,amount\n{BODY}",
        table(HEAD, ROWS, 4, ["preamble"]),
    )
    case(
        "page_breaks.csv",
        f"id,name,amount\n{BODY}\x0cid,name,amount\n4,Dora,3.00\n5,Emil,4.00\n",
        table(HEAD, [*ROWS, HEAD, ["4", "Dora", "3.00"], ["5", "Emil", "4.00"]]),
    )
    case(
        "newline_in_header.csv",
        'id,"Customer\nname",amount\n' + BODY,
        table(["id", "Customer\nname", "amount"], ROWS),
    )
    case(
        "invisible_blanks.csv",
        "\u200bid,\u00a0name\u00a0,amount\n1,\u00a0Anna,12.50\n2,Bob,7.00\n3,Carla,9.25\n",
        table(HEAD, [["1", "\u00a0Anna", "12.50"], *ROWS[1:]]),
    )


def columns() -> None:
    """Columns too many, too few or empty."""
    case(
        "header_one_short.csv",
        "name,amount\n1,Anna,12.50\n2,Bob,7.00\n3,Carla,9.25\n",
        table(["name", "amount"], ROWS, notes=["short_header"]),
    )
    case(
        "header_one_more.csv",
        f"id,name,amount,city\n{BODY}",
        table([*HEAD, "city"], [[*row, None] for row in ROWS], notes=["padded"] * 3),
    )
    case(
        "empty_column_between.csv",
        "id,,name,amount\n1,,Anna,12.50\n2,,Bob,7.00\n3,,Carla,9.25\n",
        table(["id", "", "name", "amount"], [[row[0], None, *row[1:]] for row in ROWS]),
    )
    case(
        "delimiter_after_every_row.csv",
        "id;name;amount;\n1;Anna;12,50;\n2;Bob;7,00;\n",
        table([*HEAD, ""], [["1", "Anna", "12,50", None], ["2", "Bob", "7,00", None]]),
    )
