"""Awkward orders and what a person makes of them; `python -m tests.spreadsheets.landing.make` writes the files.

expected.json: file -> rows_in, used (column to its values), reasons of rows set aside, codes of warnings; or error.
"""

import json
from pathlib import Path

HERE = Path(__file__).parent
HEAD = "Order no,Customer,Order date,Amount\n"
CASES: dict[str, dict] = {}


def case(name: str, text: str, rows_in: int, used: dict[str, list], aside: dict | None = None, **more) -> None:
    """Writes one file and remembers what is expected of it. used: canonical column to its values as text."""
    (HERE / name).write_bytes(text.encode(more.pop("encoding", "utf-8")))
    CASES[name] = {"rows_in": rows_in, "used": used, "set_aside": aside or {}, "warnings": [], **more}


def amounts() -> None:
    """Money as banks and accountants write it, one format to a column."""
    for name, mark, written, read in (
        ("swiss", ";", ["1'234.50", "2'000.00", "12.05"], ["1234.50", "2000.00", "12.05"]),
        ("minus_behind", ",", ["1234.50-", "20.00", "12.05-"], ["-1234.50", "20.00", "-12.05"]),
        ("accountant", ";", ["(1,234.00)", "$2,000.00", "($12.05)"], ["-1234.00", "2000.00", "-12.05"]),
        ("currency_codes", ",", ["EUR 1234.50", "EUR 20.00", "EUR 12.05"], ["1234.50", "20.00", "12.05"]),
        ("blanks_in_thousands", ";", ["1 234,50 €", "20,00 €", "12,05 €"], ["1234.50", "20.00", "12.05"]),
        ("indian", ";", ["12,34,567.89", "1,00,000.00", "12.05"], ["1234567.89", "100000.00", "12.05"]),
    ):
        head = HEAD.replace(",", mark)
        rows = [
            mark.join([str(place), "Ann", f"2026-01-0{place}", cell]) for place, cell in enumerate(written, start=1)
        ]
        case(f"{name}.csv", head + "\n".join(rows) + "\n", 3, {"revenue_amount": read})


def days() -> None:
    """Days of other countries, programs and centuries."""
    for name, written, read in (
        (
            "german_months",
            ["3. März 2026", "12. Mai 2026", "1. Dezember 2025"],
            ["2026-03-03", "2026-05-12", "2025-12-01"],
        ),
        (
            "french_months",
            ["1er août 2026", "12 février 2026", "3 déc. 2025"],
            ["2026-08-01", "2026-02-12", "2025-12-03"],
        ),
        (
            "spanish_months",
            ["5 de enero de 2026", "12 de agosto de 2026", "1 de diciembre de 2025"],
            ["2026-01-05", "2026-08-12", "2025-12-01"],
        ),
        ("dutch_months", ["3 maart 2026", "12 mei 2026", "1 oktober 2025"], ["2026-03-03", "2026-05-12", "2025-10-01"]),
        ("excel_serials", ["46027", "46058.5", "46100"], ["2026-01-05", "2026-02-05", "2026-03-19"]),
        ("two_digit_years", ["31.12.25", "01.02.26", "28.02.26"], ["2025-12-31", "2026-02-01", "2026-02-28"]),
        (
            "zones",
            ["2026-01-05T23:30:00-05:00", "2026-02-05T00:10:00+01:00", "2026-03-19T12:00:00Z"],
            ["2026-01-05", "2026-02-05", "2026-03-19"],
        ),
    ):
        rows = [f'{place},Ann,"{day}",10.25' for place, day in enumerate(written, start=1)]
        case(f"{name}.csv", HEAD + "\n".join(rows) + "\n", 3, {"ordered_at": read})
    text = HEAD + "1,Ann,03/04/2026,10.25\n2,Bob,05/06/2026,10.25\n"
    case("day_or_month.csv", text, 2, {}, error="AmbiguousDates")
    text = HEAD + "1,Ann,03/04/2026,10.25\n2,Bob,25/06/2026,10.25\n"
    case("day_first.csv", text, 2, {"ordered_at": ["2026-04-03", "2026-06-25"]})


def rows_between() -> None:
    """Rows that are no orders, in every place where reports put them."""
    ann, bob, cid = "1,Ann,2026-01-05,10.00\n", "2,Bob,2026-01-06,20.00\n", "3,Cid,2026-02-07,30.00\n"
    used = {"order_id": ["1", "2", "3"], "revenue_amount": ["10.00", "20.00", "30.00"]}
    case("subtotals.csv", f"{HEAD}{ann}{bob}Subtotal,,,30.00\n{cid}Total,,,60.00\n", 5, used, {"total_row": 2})
    case("header_again.csv", f"{HEAD}{ann}{bob}{HEAD}{cid}", 4, used, {"repeated_header": 1})
    case("page_breaks.csv", f"{HEAD}{ann}{bob}\x0c{HEAD}{cid}", 4, used, {"repeated_header": 1})
    case("sums_of_months.csv", f"{HEAD}{ann}{bob}Total January,,,30.00\n{cid}", 4, used, {"missing_required": 1})
    case(
        "quoted_lines.csv",
        "".join(f'"{line}"\n' for line in (HEAD + ann + bob + cid).splitlines()),
        3,
        used,
        warnings=["line_quotes"],
    )
    twice = {"order_id": ["1", "1", "3"], "revenue_amount": ["10.00", "10.00", "30.00"]}
    case("same_row_twice.csv", HEAD + ann + ann + cid, 3, twice)


def ids_and_words() -> None:
    """Ids that spreadsheet programs spoil, and yes and no in words."""
    rows = "007,Ann,2026-01-05,10.00\n1.23E+05,Bob,2026-01-06,20.00\n000123,Cid,2026-01-07,30.00\n"
    case("ids_are_text.csv", HEAD + rows, 3, {"order_id": ["007", "1.23E+05", "000123"]}, warnings=["scientific_ids"])
    head = "Order no,Customer,Order date,Amount,Credit note\n"
    rows = "1,Ann,2026-01-05,10.00,yes\n2,Bob,2026-01-06,20.00,no\n3,Cid,2026-01-07,30.00,Yes\n"
    case("yes_and_no.csv", head + rows, 3, {"is_refund": ["True", "False", "True"]}, warnings=["refunds"])
    names = {"customer_name": ["NULL", "None Ltd", "O'Brien"]}
    rows = "1,NULL,2026-01-05,10.00\n2,None Ltd,2026-01-06,20.00\n3,O'Brien,2026-01-07,30.00\n"
    case("names_like_nothing.csv", HEAD + rows, 3, names)
    rows = "1,Ann,2026-01-05,10.00\n2,Bob,soon,20.00\n3,Cid,2026-01-07,ask Joe\n"
    case("cells_that_say_something_else.csv", HEAD + rows, 3, {"order_id": ["1"]}, {"unread_required": 2})
    case(
        "prose.txt", "Dear Ann,\nthank you for your order.\nWe will come on Monday.\n", 0, {}, error="UnrecognisedSheet"
    )


if __name__ == "__main__":
    for make in (amounts, days, rows_between, ids_and_words):
        make()
    (HERE / "expected.json").write_text(json.dumps(CASES, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(CASES), "files")
