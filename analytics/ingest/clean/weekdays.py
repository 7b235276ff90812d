"""Names of weekdays before a date, full and shortened: "Mo, 15.01.2025", "Wed 15 Jan 2025", "lundi 3 mars 2025"."""

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
# As in without_weekday of dates.sql.
WEEKDAY = rf"(?i:{'|'.join(NAMES)})\.?,?\s+"
BEFORE = re.compile(WEEKDAY)


def without_weekday(cell: str) -> str:
    """The cell without the name of a day that it begins with."""
    found = BEFORE.match(cell)
    return cell[found.end() :] if found else cell


def weekday_number(cell: str) -> str:
    """SQL: the day of the week, 1 for Monday, whose name the cell begins with; null where it begins with none."""
    name = f"lower(regexp_extract({cell}, '^([^ .,0-9]+)', 1))"
    days = enumerate(DAYS.strip().splitlines(), 1)
    branches = (f"when {name} in ({', '.join(map(repr, names.split()))}) then {number}" for number, names in days)
    return f"case {' '.join(branches)} end"
