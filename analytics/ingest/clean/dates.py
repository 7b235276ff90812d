"""The formats of dates and times, fast and narrow ones first."""

from analytics.ingest.clean.format import Format

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
    every, zoned = _patterns((short, long), CLOCKS), _patterns((short, long), CLOCKS)
    return (
        Format(code, label, f"by_pattern({{x}}, '{long}')", order, separator),
        Format(f"{code}_time", f"{label} with time", f"by_pattern({{x}}, {every})", order, separator),
        Format(f"{code}_zone", f"{label} with time zone", f"by_pattern_zone({{x}}, {zoned})", order, separator),
    )


ISO = (
    Format("iso_day", "year-month-day", "iso_day({x})"),
    Format("iso_time", "year-month-day with time", "iso_time({x})"),
    Format("iso_zone", "year-month-day with time zone, read as UTC", "iso_zone({x})"),
    Format("year_first", "year.month.day", "by_pattern({x}, " + _patterns(("%Y.%m.%d", "%Y/%m/%d", "%Y %m %d"), CLOCKS) + ")"),
    Format("compact", "yearmonthday without separators", "compact_day({x})"),
)
WORDS = (
    Format("day_words", "day month-name year", "by_pattern({x}, ['%d %b %Y', '%d %B %Y', '%d-%b-%Y'])"),
    Format("words", "month by name", "date_words({x})"),
    Format("month_words", "month-name year, taken as its first day", "month_words({x})"),
)
COUNTS = (
    Format("excel_serial", "days as Excel counts them", "excel_serial({x})"),
    Format("epoch", "seconds since 1970, UTC", "epoch_time({x})"),
    Format("month_number", "year-month, taken as its first day", "month_day_number({x})"),
    Format("quarter", "quarter, taken as its first day", "quarter_words({x})"),
    Format("year", "year, taken as its first day", "year_only({x})"),
)
NUMERIC = tuple(one for separator in SEPARATORS for order in ("day", "month") for one in _numeric(order, separator))
DATES = (*ISO, *NUMERIC, *WORDS, *COUNTS)
