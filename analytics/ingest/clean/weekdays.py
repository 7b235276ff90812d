"""Names of weekdays beside a date, full and shortened: "Mo, 15.01.2025", "lundi 3 mars 2025", "2025-01-15 (Wed)"."""

import re

# English, German, French, Spanish, Dutch, Italian; "Mar" is a Tuesday too, so a whole cell is tried as a date first.
DAYS = """
monday mon montag mo lundi lun lunes maandag ma lunedì lunedi
tuesday tue tues dienstag di mardi mar martes dinsdag martedì martedi
wednesday wed weds mittwoch mi mercredi mer miércoles miercoles mié mie woensdag wo mercoledì mercoledi
thursday thu thur thurs donnerstag do jeudi jeu jueves jue donderdag giovedì giovedi gio
friday fri freitag fr vendredi ven viernes vie vrijdag vr venerdì venerdi
saturday sat samstag sonnabend sa samedi sam sábado sabado sáb sab zaterdag za
sunday sun sonntag so dimanche dim domingo dom zondag zo
"""
NAMES = DAYS.split()
FIRST, LAST = r"^([^ .,0-9]+)", r"[\s,(]([^ .,0-9()]+)[.)]*$"
# As in without_weekday of dates.sql; the mark before a date keeps it as text in a spreadsheet program.
WEEKDAY = rf"(?:'?(?i:{'|'.join(NAMES)})\.?,?\s+|')"
BEHIND = rf"[\s,]+\(?(?i:{'|'.join(NAMES)})\.?\)?$"
BEFORE, AFTER = re.compile(WEEKDAY), re.compile(BEHIND)


def without_weekday(cell: str) -> str:
    """The cell without the name of a day that it begins or ends with."""
    found = BEFORE.match(cell)
    return cell[found.end() :] if found else AFTER.sub("", cell)


def weekday_number(cell: str) -> str:
    """SQL: the day of the week, 1 for Monday, whose name the cell begins or ends with; null where there is none."""
    first, last = (f"nullif(lower(regexp_extract({cell}, '{pattern}', 1)), '')" for pattern in (FIRST, LAST))
    name = f"coalesce({first}, {last})"
    days = enumerate(DAYS.strip().splitlines(), 1)
    branches = (f"when {name} in ({', '.join(map(repr, names.split()))}) then {number}" for number, names in days)
    return f"case {' '.join(branches)} end"
