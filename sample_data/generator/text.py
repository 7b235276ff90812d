"""Owns how a table becomes the bytes of a text file, and how money and days are written."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Style:
    """How one tool writes its export."""

    delimiter: str = ","
    encoding: str = "utf-8"
    line_end: str = "\r\n"
    quote_all: bool = False


@dataclass(frozen=True)
class Sheet:
    """One table as a tool exports it; above and below are lines outside the table."""

    headers: tuple[str, ...]
    rows: list[tuple]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def text_file(sheet: Sheet, style: Style) -> bytes:
    """The bytes of a delimited file; None becomes an empty cell."""
    out = io.StringIO(newline="")
    out.writelines(line + style.line_end for line in sheet.above)
    quoting = csv.QUOTE_ALL if style.quote_all else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=style.delimiter, lineterminator=style.line_end, quoting=quoting)
    writer.writerow(sheet.headers)
    writer.writerows(_filled(sheet.rows))
    out.writelines(line + style.line_end for line in sheet.below)
    return out.getvalue().encode(style.encoding)


def _filled(rows: Iterable[tuple]) -> Iterable[list]:
    return (["" if cell is None else cell for cell in row] for row in rows)


def dollars(cents: int | None) -> str:
    """$1,200.00, a credit as ($300.00), unknown as nothing."""
    if cents is None:
        return ""
    return f"(${-cents / 100:,.2f})" if cents < 0 else f"${cents / 100:,.2f}"


def plain_money(cents: int | None) -> str:
    """1200.5 as 1200.50, whole sums as 1200, a credit as (300)."""
    if cents is None:
        return ""
    text = f"{abs(cents) // 100}" if cents % 100 == 0 else f"{abs(cents) / 100:.2f}"
    return f"({text})" if cents < 0 else text


def iso(day: date | None) -> str:
    """2026-03-14, or nothing."""
    return f"{day:%Y-%m-%d}" if day else ""


def iso_minute(at: datetime) -> str:
    """2026-03-14 09:05."""
    return f"{at:%Y-%m-%d %H:%M}"


def day_dots(day: date | None) -> str:
    """14.03.2026, or nothing."""
    return f"{day:%d.%m.%Y}" if day else ""


def day_slashes(day: date | None) -> str:
    """14/03/2026, or nothing."""
    return f"{day:%d/%m/%Y}" if day else ""


def month_slashes(day: date | None) -> str:
    """03/14/2026, or nothing."""
    return f"{day:%m/%d/%Y}" if day else ""


def month_words(day: date | None) -> str:
    """14 Mar 2026, or nothing; the names do not depend on the machine's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
