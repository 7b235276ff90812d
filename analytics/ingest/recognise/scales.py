"""Headers that say what their amounts are counted in: renamed alone, such a column would be wrong a thousandfold."""

import re
from collections.abc import Sequence

SIGN = "[$\u20ac\u00a3]"
CODE = "(?:eur|usd|gbp|chf)"
# Each begins and ends at the edge of a word.
THOUSANDS = (
    rf"{SIGN}?(?<!\d)(?<!\d[.,' ])000'?s?",
    rf"(?:in|en|x)\s?1[.,' ]?000s?|{SIGN}?1[.,' ]?000'?s",
    rf"(?<=[(\[])\s*1[.,' ]?000\s?(?:{CODE}|{SIGN})",
    rf"[kt]\s?(?:{SIGN}|{CODE})|{SIGN}\s?k|k(?=['\s)\]]*$)",
    r"tsd|thousands?|tausend|milliers|en miles|miles de|duizend(?:en)?",
)
MILLIONS = (
    rf"{SIGN}\s?(?:mm?|mn)|m\s?(?:{SIGN}|{CODE})",
    r"mio|mn|millions?|millionen|millones|miljoen(?:en)?",
)
CENTS = (r"(?<!per )cents?|pence|rappen|centimes|c[e\u00e9]ntimos",)
SCALES = {
    scale: re.compile(rf"(?<![^\W_])(?:{'|'.join(known)})(?![^\W_])")
    for scale, known in (("thousands", THOUSANDS), ("millions", MILLIONS), ("cents", CENTS))
}


def scaled(headers: Sequence[str]) -> str | None:
    """A sentence on the first header that says thousands, millions or cents; None where none does. headers: quoted."""
    for header in headers:
        for scale, known in SCALES.items():
            if known.search(header.casefold().replace("_", " ")):
                return f"{header} is written in {scale}."
    return None
