"""The formats of dates and times, fast and narrow ones first."""

import re

from analytics.ingest.clean.format import Format
from analytics.ingest.clean.weekdays import BEHIND, WEEKDAY

CLOCKS = (
    "", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %I:%M%p", " %I:%M:%S%p",
    ", %H:%M", ", %H:%M:%S", ", %I:%M %p", ", %I:%M:%S %p", "T%H:%M:%S", "T%H:%M", " %H:%M:%S.%f",
    " %H:%M Uhr",
)  # fmt: skip
SEPARATORS = {"/": "slash", ".": "point", "-": "dash", " ": "blank"}
EXAMPLES = {"day": "day{s}month{s}year", "month": "month{s}day{s}year"}


def _patterns(days: tuple[str, ...], clocks: tuple[str, ...]) -> str:
    """A list of strptime patterns as SQL text; none of them holds a quote."""
    return "[" + ", ".join(f"'{day}{clock}'" for day in days for clock in clocks) + "]"


def _numeric(order: str, separator: str) -> tuple[Format, ...]:
    parts = ("%d", "%m") if order == "day" else ("%m", "%d")
    short, long = (separator.join((*parts, year)) for year in ("%y", "%Y"))
    label = EXAMPLES[order].format(s=separator)
    code = f"{order}_{SEPARATORS[separator]}"
    every, looks = (
        _patterns((short, long), CLOCKS),
        rf"\d{{1,2}}{re.escape(separator)}\d{{1,2}}{re.escape(separator)}\d{{2}}",
    )
    return (
        Format(code, label, f"by_pattern({{x}}, '{long}')", order, separator, rf"{looks}\d\d$"),
        Format(f"{code}_time", f"{label} with time", f"by_pattern({{x}}, {every})", order, separator, looks),
        Format(
            f"{code}_zone",
            f"{label} with time zone",
            f"by_pattern_zone({{x}}, {every})",
            order,
            separator,
            rf"{looks}.*:",
        ),
        Format(
            f"{code}_weekday",
            f"{label} beside a weekday or a mark of text",
            f"by_pattern(without_weekday({{x}}), {every})",
            order,
            separator,
            rf"{WEEKDAY}{looks}|{looks}.*{BEHIND}",
        ),
    )


def _short_year_first(separator: str) -> Format:
    pattern, looks = separator.join(("%y", "%m", "%d")), re.escape(separator).join((r"\d{2}", r"\d{1,2}", r"\d{1,2}"))
    return Format(
        f"short_year_{SEPARATORS[separator]}",
        separator.join(("year", "month", "day")) + ", the year in two digits",
        f"by_pattern({{x}}, {_patterns((pattern,), CLOCKS)})",
        "year",
        separator,
        rf"{looks}(?!\d)",
    )


YEAR_FIRST = r"\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}"
WORD = r".*[^\W\d_]{3}"
ISO = (
    Format("iso_day", "year-month-day", "iso_day({x})", looks=rf"{YEAR_FIRST}$"),
    Format("iso_time", "year-month-day with time", "iso_time({x})", looks=YEAR_FIRST),
    Format(
        "iso_zone",
        "year-month-day with time zone, read as UTC on the day as written",
        "iso_zone({x})",
        looks=rf"{YEAR_FIRST}.*:",
    ),
    Format(
        "year_first",
        "year.month.day",
        "by_pattern({x}, " + _patterns(("%Y.%m.%d", "%Y.%m.%d.", "%Y. %m. %d.", "%Y/%m/%d", "%Y %m %d"), CLOCKS) + ")",
        looks=r"\d{4}[-/. ] ?\d{1,2}[-/. ] ?\d{1,2}",
    ),
    Format(
        "year_first_weekday",
        "year-month-day beside a weekday or a mark of text",
        "coalesce(iso_time(without_weekday({x})), by_pattern(without_weekday({x}), "
        + _patterns(("%Y.%m.%d", "%Y/%m/%d", "%Y %m %d"), CLOCKS)
        + "))",
        looks=rf"{WEEKDAY}{YEAR_FIRST}|{YEAR_FIRST}.*{BEHIND}",
    ),
    Format("compact", "yearmonthday without separators", "compact_day({x})", looks=r"\d{8}$"),
)
WORDS = (
    Format("day_words", "day month-name year", "by_pattern({x}, ['%d %b %Y', '%d %B %Y', '%d-%b-%Y'])", looks=WORD),
    Format("words", "month by name", "date_words({x})", looks=WORD),
    Format("month_words", "month-name year, taken as its first day", "month_words({x})", looks=WORD),
)
COUNTS = (
    Format("excel_serial", "days as Excel counts them", "excel_serial({x})", looks=r"\d{5}(?:[.,]\d+)?$"),
    Format("epoch", "seconds since 1970, UTC", "epoch_time({x})", looks=r"\d{9,13}(?:\.\d+)?$"),
    Format(
        "month_number", "year-month, taken as its first day", "month_day_number({x})", looks=r"\d{1,4}[-/.]\d{1,4}$"
    ),
    Format("quarter", "quarter, taken as its first day", "quarter_words({x})", looks=r"(?i).*[qt]"),
    Format(
        "week",
        "week, taken as its Monday",
        "week_words({x})",
        looks=r"(?i)(?=.*\d)(?:.*(?:w|kw|s|week|wk|woche|semaine|semana)[ .-]?\d{1,2}\b"
        r"|\d{1,2}\.? ?(?:kw|woche|week)\b)",
    ),
    Format("year", "year, taken as its first day", "year_only({x})", looks=r"\d{4}$"),
)
NUMERIC = tuple(one for separator in SEPARATORS for order in ("day", "month") for one in _numeric(order, separator))
SHORT_YEARS = tuple(map(_short_year_first, SEPARATORS))
DATES = (*ISO, *NUMERIC, *SHORT_YEARS, *WORDS, *COUNTS)
