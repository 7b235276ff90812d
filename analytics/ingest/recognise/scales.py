"""Headers that say what their amounts are counted in: renamed alone, such a column would be wrong a thousandfold."""

from collections.abc import Sequence

THOUSANDS = """
000 k k€ €k k$ $k k£ £k keur kusd t€ teur tsd tsd. thousand thousands tausend milliers miles duizend duizenden
"""
SCALES = {
    "thousands": frozenset(THOUSANDS.split()),
    "millions": frozenset(["mio", "mio.", "mn", "m€", "m$", "million", "millions", "millionen", "millones", "miljoen"]),
    "cents": frozenset(["cent", "cents", "pence", "rappen", "centimes", "centimos", "céntimos"]),
}


def scaled(headers: Sequence[str]) -> str | None:
    """A sentence on the first header that says thousands, millions or cents; None where none does. headers: quoted."""
    for header in headers:
        words = {word.strip("'()[]") for word in header.casefold().replace("_", " ").replace("(", " ").split()}
        for scale, known in SCALES.items():
            if words & known:
                return f"{header} is written in {scale}."
    return None
