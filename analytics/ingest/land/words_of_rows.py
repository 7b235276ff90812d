"""Words by which a row is known to be no row of the table: totals, taxes, lines that programs write below."""

from analytics.ingest.land.sql import literal
from analytics.ingest.recognise.sums import SUMS

# Stands between the cells of a row when they are searched together; no cell holds it.
BETWEEN = "\x1f"
ADDED_UP = f"(?:grand|sub|net|overall|report|sous)?[ -]?totals?|{'|'.join(SUMS)}"
# They add nothing up, and a product may be called "Media".
AVERAGES = "average|mean|median|mittelwert|durchschnitt|moyenne|promedio|gemiddelde|media"
TOTALS = f"{ADDED_UP}|{AVERAGES}"
TAXES = (
    r"(?:plus |zzgl\.? |inkl\.? |incl\.? )?(?:sales )?(?:tax|vat|gst|hst|mwst|ust|tva|iva|btw|umsatzsteuer"
    r"|mehrwertsteuer)\.?(?: *\(?[0-9.,]+ *%\)?)?"
)
# A number of a lead that begins so is a total of leads.
NUMBER_IS_TOTAL = rf"(?i)^\s*(?:{TOTALS})(?:$|[\s:=(])"
FOLLOWS = r"\s*(?:$|[:=(\x1f0-9]|for |f\x{FC}r |of |de |du |von |pour |van |voor |para |per )"
TOTAL_ROW = rf"(?i)(?:^|\x1f)\s*(?:{TOTALS}){FOLLOWS}|\s(?:total|totaal|ergebnis)\s*:?\s*(?:\x1f|$)"
# The name of a group with such a word before or behind it, where the groups of a report are known to end so.
GROUP_TOTAL = rf"(?i)^\s*(?:{TOTALS})(?:\s|:|$)|\s(?:{TOTALS}|ergebnis)\s*:?\s*$"
# A cell that stands for the one above. A word is believed only where its column holds a mark too: somebody may be
# called so.
MARK = r"[-\x{2013}\s]*(?:[\"\x{201D}\x{201C}\x{3003}]|'')[-\x{2013}\s]*"
DITTO = rf"(?i){MARK}|[-\x{{2013}}\s]*(?:ditto|dito|dto\.?|idem|id\.)[-\x{{2013}}\s]*"
TOTAL_STARTS = sorted({*(word[:5] for word in SUMS), "grand", "sub-t", "sub t", "sous-"})
# What a program writes below a table: when and by whom it was made, how it counts, whose it is, which page.
REPORT_LINE = (
    r"(?i)^\s*(?:(?:accrual|cash) basis|generated (?:by|on|at)|exported (?:by|on|at|from)|report (?:generated|date|run)"
    r"|printed (?:on|by)|copyright\b|confidential information|page \d+|seite \d+|erstellt am|gedruckt am"
    r"|imprim[ée]e? le|page \d+ sur|afgedrukt op|impreso el"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? .*\b(?:19|20)\d\d\b"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? .*\b(?:19|20)\d\d\b)"
)
REPORT_STARTS = (
    "accru cash  gener expor repor print copyr confi page  seite erste gedru impri afged impre monda tuesd wedne thurs "
    "frida satur sunda monta diens mittw donne freit samst sonnt"
)


def names_a_sum(product: str) -> str:
    """The product of a line is a word for a total or a tax."""
    return f"regexp_full_match(lower(trim({product})), {literal(f'(?:{TOTALS}|{TAXES}) *:?')})"


def adds_up(product: str) -> str:
    """The product of a line is a word for a total or a tax, and for no average."""
    return f"regexp_full_match(lower(trim({product})), {literal(f'(?:{ADDED_UP}|{TAXES}) *:?')})"


def names_a_tax(product: str) -> str:
    return f"regexp_full_match(lower(trim({product})), {literal(f'(?:{TAXES}) *:?')})"
