"""Amounts of several currencies that only the number formats of a workbook tell apart: 100 shown as 100 € and as $100.

Source: ECMA-376 part 1, 18.8.30 (number formats) and 18.8.10 (formats of cells).
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from analytics.ingest.read.error_cells import relation_of, relations
from analytics.ingest.read.table import MEBIBYTE, Note, note

STYLES = "xl/styles.xml"
# [$€-407] and [$CHF], else a sign or a code anywhere in the format.
CURRENCY = re.compile(r"\[\$([^\]-]+)(?:-[^\]]*)?\]|([$€£¥₹₽₺₩]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|CAD|AUD)\b)")
# [$-407] names a language and no money, its $ is no dollar.
LANGUAGE = re.compile(r"\[\$-[^\]]*\]")
CELL = re.compile(rb'<c r="([A-Z]{1,3})\d+"[^>]*? s="(\d+)"[^>]*?><v>')


def mixed_formats(path: Path) -> list[Note]:
    """A note for each column of a sheet whose numbers are shown in more than one currency."""
    try:
        with zipfile.ZipFile(path) as archive:
            shown = currencies_of(archive)
            return list(mixed_columns(archive, shown)) if len(set(shown.values())) > 1 else []
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError):
        return []


def currencies_of(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Number of each cell format that shows a currency -> the currency."""
    if STYLES not in archive.NameToInfo:
        return {}
    root = ElementTree.fromstring(archive.read(STYLES))
    space = root.tag.partition("}")[0] + "}"
    codes = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iter(f"{space}numFmt")}
    formats = root.find(f"{space}cellXfs")
    found = {}
    for place, each in enumerate(formats if formats is not None else ()):
        mark = CURRENCY.search(LANGUAGE.sub("", codes.get(each.get("numFmtId"), "")))
        if mark:
            found[str(place).encode()] = (mark[1] or mark[2]).strip()
    return found


def mixed_columns(archive: zipfile.ZipFile, shown: dict[bytes, str]) -> Iterator[Note]:
    """Looked for only in a workbook whose formats name several currencies: each cell has to be asked."""
    targets = relations(archive, "xl/_rels/workbook.xml.rels")
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        part = targets.get(relation_of(sheet)) if sheet.tag.endswith("}sheet") else None
        if part not in archive.NameToInfo:
            continue
        for column, names in sorted(used_in(archive, part, shown).items()):
            if len(names) > 1:
                told = (
                    f"Sheet '{sheet.get('name', '')}', column {column}: the amounts are shown in "
                    f"{' and '.join(sorted(names))}; they were taken as they stand, nothing was converted."
                )
                yield note(None, "mixed_currencies", told)


def used_in(archive: zipfile.ZipFile, part: str, shown: dict[bytes, str]) -> dict[str, set[str]]:
    """Column -> the currencies in which its numbers are shown."""
    found: dict[str, set[str]] = defaultdict(set)
    rest = b""
    with archive.open(part) as file:
        while block := file.read(MEBIBYTE):
            text = rest + block
            for column, style in CELL.findall(text):
                if style in shown:
                    found[column.decode()].add(shown[style])
            rest = text[-200:]
    return found
