"""Header text as it is compared: case, accents, punctuation, units and currencies put aside."""

import re
import unicodedata
from functools import lru_cache

UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "æ": "ae", "ø": "o"}
)
CURRENCY_WORDS = """
eur usd gbp chf cad aud nzd sek nok dkk pln czk huf ron bgn jpy cny inr mxn brl zar sgd hkd euro euros dollars
"""
CURRENCIES = frozenset(CURRENCY_WORDS.split())
# What stands in brackets after a header and does not change what the column is.
UNITS = CURRENCIES | frozenset(["utc", "gmt", "work", "home", "mobile", "main", "primary", "required", "optional"])
# A column that is called by the sign of its money and nothing else.
SYMBOLS = {"$": "usd", "€": "eur", "£": "gbp"}
# What a header says of tax beside the name of its amount.
WITHOUT_TAX_WORDS = """
netto net nett neto ht htva excl ex eks ekskl exkl exklusive excluding exclusive exclusief without ohne sin hors
"""
WITH_TAX_WORDS = """
brutto gross bruto ttc tvac incl inc inkl inklusive including inclusive inclusief con avec mit
"""
TAX_WORDS = "vat tax taxes gst hst mwst ust tva iva btw moms mva kdv dph alv steuer umsatzsteuer mehrwertsteuer"
NET_WORDS, GROSS_WORDS = frozenset(WITHOUT_TAX_WORDS.split()), frozenset(WITH_TAX_WORDS.split())
TAX_NAMES = frozenset(TAX_WORDS.split())
SMALL_WORDS = frozenset(
    ["of", "the", "de", "del", "du", "des", "la", "le", "el", "di", "da", "do", "der", "van", "het"]
)
BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
PREFIX = re.compile(r"^\s*\*?\s*([^\W\d_]+)\s*(?: - |: |\.|/)\s*(.+)$")


@lru_cache(maxsize=65536)
def normalise(header: str) -> str:
    """Words in lower case, one space apart: 'N° de Facture*' -> 'n de facture', 'StageName' -> 'stage name'."""
    if header.strip() in SYMBOLS:
        return SYMBOLS[header.strip()]
    text = CAMEL.sub(" ", unicodedata.normalize("NFC", header.replace("\u00ba", " ")).translate(UMLAUTS))
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(mark for mark in text if not unicodedata.combining(mark))
    return " ".join(re.sub(r"[^\w]|_", " ", text).split())


@lru_cache(maxsize=65536)
def without_unit(header: str) -> str:
    """Normalised header less a currency or unit: 'Amount (EUR)' and 'Amount in EUR' -> 'amount'."""
    kept = normalise(BRACKETS.sub(lambda found: "" if is_unit(found[1]) else f" {found[1]} ", header))
    words = kept.split()
    if len(words) > 1 and words[-1] in CURRENCIES:
        words = words[:-2] if len(words) > 2 and words[-2] == "in" else words[:-1]
    return " ".join(words)


@lru_cache(maxsize=65536)
def less_tax_words(header: str) -> tuple[str, bool] | None:
    """What is left of 'Fee (ex VAT)' and whether it is without tax: ('fee', True); None where no word tells of tax."""
    words = normalise(header).split()
    kept, told, before = [], set(), False
    for word, after in zip(words, [*words[1:], ""], strict=False):
        is_tax = word in TAX_NAMES and (before or after in NET_WORDS or after in GROSS_WORDS)
        if word in NET_WORDS or word in GROSS_WORDS:
            told.add(word in NET_WORDS)
        elif not is_tax:
            kept.append(word)
        before = word in NET_WORDS or word in GROSS_WORDS or is_tax
    return (" ".join(kept), told.pop()) if len(told) == 1 and kept else None


@lru_cache(maxsize=65536)
def without_small_words(text: str) -> str:
    """A normalised text less the words that some leave out: 'fecha de entrega' -> 'fecha entrega'."""
    words = text.split()
    kept = [word for word in words if word not in SMALL_WORDS]
    return " ".join(kept) if len(kept) > 1 else text


def is_unit(text: str) -> bool:
    words = normalise(text).split()
    if any(re.fullmatch(r"1?0{3,}", word) for word in words):
        return False  # ('000) and (1000 EUR) count in thousands
    return all(
        word in UNITS or word.isdigit() or word == "in" for word in words
    )  # symbols such as % and € leave no word


def without_prefix(header: str, prefixes: frozenset[str]) -> str | None:
    """What follows a prefix of the sheet type: 'Deal - Title' -> 'title' for deals; None when there is none."""
    found = PREFIX.match(header)
    return without_unit(found[2]) if found and normalise(found[1]) in prefixes else None


# Whose a column is, before a dash or a colon: 'Contact - company', 'Klant: Naam'.
WHOSE_WORDS = "contact customer client klant kunde cliente relatie kontakt debtor billing buyer account"
WHOSE = frozenset(WHOSE_WORDS.split())


def forms(header: str, prefixes: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """The texts under which a header may be known, best first, each with the score of an exact hit."""
    short = without_prefix(header, prefixes)
    # Less apart than two names of one column: 'Net (EUR)' goes before 'Total'.
    found = [(normalise(header), 100.0), (without_unit(header), 99.99), (short, 99.98)]
    return tuple((text, score) for text, score in found if text)


def unique_names(headers: tuple[str, ...]) -> tuple[str, ...]:
    """Headers made different from one another: 'Amount', 'Amount (2)', 'column 3' for one that is empty."""
    seen: dict[str, int] = {}
    names = []
    for place, header in enumerate(headers, 1):
        name = header or f"column {place}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def listed(headers: tuple[str, ...]) -> str:
    """The first headers, quoted and cut, so that a sheet of thousands stays one sentence."""
    shown = [f"'{header[:40]}'" for header in headers if header.strip()][:12]
    rest = sum(1 for header in headers if header.strip()) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")
