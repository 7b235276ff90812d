"""Names of weekdays before a date, full and shortened: "Mo, 15.01.2025", "Wed 15 Jan 2025", "lundi 3 mars 2025"."""

import re

# English, German, French, Spanish, Dutch, Italian; "Mar" is a Tuesday too, so a whole cell is tried as a date first.
NAMES = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb sab dom
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi domenica gio
"""
# As in without_weekday of dates.sql.
WEEKDAY = rf"(?i:{'|'.join(NAMES.split())})\.?,?\s+"
BEFORE = re.compile(WEEKDAY)


def without_weekday(cell: str) -> str:
    """The cell without the name of a day that it begins with."""
    found = BEFORE.match(cell)
    return cell[found.end() :] if found else cell
