"""Slips of the pen in headers: 'Amuont' is 'Amount', and 'Count' is not."""

from functools import cache
from os.path import commonprefix

from rapidfuzz import fuzz

from analytics.ingest.recognise.known import sheet_types

# Letters by which two forms of one word may differ at their end: invoice, invoiced; facture, factura.
ENDING = 3


def is_one_slip(text: str, accepted: str) -> bool:
    """True for a slip of the pen: same words, each nearly the same; 'invoice to' is not 'invoice no'."""
    if text.replace(" ", "") == accepted.replace(" ", ""):
        return True
    pairs = list(zip(text.split(), accepted.split(), strict=False))
    if len(text.split()) != len(accepted.split()):
        return False
    digits = [word for word in text.split() if word.isdigit()]
    if any(is_another_word(*pair) for pair in pairs):
        return False
    return all(fuzz.ratio(*pair) >= 72 for pair in pairs) and all(word in accepted.split() for word in digits)


def is_another_word(word: str, accepted: str) -> bool:
    """'count' is no slip of the pen for 'amount': both are words of headers, and no ending tells them apart."""
    if word == accepted or word not in known_words():
        return False
    return len(commonprefix([word, accepted])) < max(len(word), len(accepted)) - ENDING


@cache
def known_words() -> frozenset[str]:
    """Every word of an accepted header, in any sheet type."""
    accepted = (text for kind in sheet_types().values() for column in kind.columns for text in column.ranks)
    return frozenset(word for text in accepted for word in text.split())


def is_known_otherwise(text: str, kind: str) -> bool:
    """'Caller' is no slip of the pen for 'Calle': it is a header of its own, above cells of other kinds."""
    kinds = known_headers().get(text)
    return kinds is not None and kind not in kinds


@cache
def known_headers() -> dict[str, frozenset[str]]:
    """Every accepted header, in any sheet type -> the kinds of its columns."""
    return {
        text: frozenset(column.kind for other in sheet_types().values() for column, _ in other.by_header.get(text, ()))
        for kind in sheet_types().values()
        for text in kind.by_header
    }
