"""Text files as tools and people write them, and with rows that are not as the others are."""

from tests.spreadsheets.reading.cases import case, table


def delimiters() -> None:
    """Delimiters and quotes."""
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


def encodings() -> None:
    """Line ends, encodings, cells that look like something else."""
    head = ["id", "name", "amount"]
    plain = [["1", "Anna", "12.50"], ["2", "Bob", "7"], ["3", "Carla", "9.25"]]
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


def short_and_wide_rows() -> None:
    """Rows with too few cells or too many."""
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


def stray_marks() -> None:
    """Rows with marks that do not belong there."""
    head = ["id", "name", "amount", "city"]
    good = [["1", "Anna", "12.50", "Leeds"], ["2", "Bob", "7.00", "York"], ["3", "Carla", "9.25", "Hull"]]

    def text(*lines):
        return "\n".join(["id,name,amount,city", *lines]) + "\n"

    lines = [",".join(row) for row in good]
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
