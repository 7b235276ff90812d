"""Text files as tools, offices and instruments write them: several oddities at once, drawn from a seed.

How often each oddity comes follows a survey of 3,712 real files (docs/reading.md).
"""

import random
from collections.abc import Callable, Iterator

from tests.ingest.read.polluted import Polluted

FIRST = [
    "Anna",
    "Bob",
    "Carla",
    "Dmitri",
    "Élodie",
    "Färber",
    "Gómez",
    "Håkon",
    "Ines",
    "Jörg",
    "Katarzyna",
    "Luís",
    "Mónica",
    "Niels",
    "Olga",
    "Pavel",
]
LAST = [
    "Smith",
    "Müller",
    "García",
    "Dubois",
    "Jansen",
    "Rossi",
    "Novák",
    "Kowalski",
    "Andersson",
    "O'Neil",
    "Schmidt",
    "Silva",
    "Petit",
    "de",
    "Vries",
]
TOWNS = ["Leeds", "Köln", "Sevilla", "Lyon", "Utrecht", "New York", "St. Ives", "Århus", "Málaga", "Bad Tölz"]
NOUNS = [
    "gutter",
    "roof",
    "survey",
    "station",
    "budget",
    "school",
    "permit",
    "sample",
    "sensor",
    "river",
    "parcel",
    "invoice",
    "licence",
    "clinic",
    "tender",
]
NOTE = "The figures of the last quarter are provisional, and may be revised later"

# Each column: how it is named (several ways) and what its cells are.
COLUMNS: dict[str, tuple[list[str], Callable[[random.Random], str]]] = {
    "id": (
        ["id", "ID", "Customer No.", "Kundennr", "code", "REF", "objectid"],
        lambda c: str(c.randint(1000, 99999)),
    ),
    "code": (
        ["sku", "Ref", "Clave", "station_code", "ICD"],
        lambda c: f"{c.choice('ABCXYZ')}{c.randint(10, 999)}",
    ),
    "person": (
        ["name", "Name", "Owner", "Nom", "Kontakt", "Contact Person"],
        lambda c: f"{c.choice(FIRST)} {c.choice(LAST)}",
    ),
    "surname_first": (["Name", "Employee"], lambda c: f"{c.choice(LAST)}, {c.choice(FIRST)}"),
    "town": (["city", "Town", "Ort", "Ciudad", "Municipality", "LOCALITY"], lambda c: c.choice(TOWNS)),
    "noun": (["type", "Category", "Art", "Status", "kind of record"], lambda c: c.choice(NOUNS)),
    "upper": (
        ["COUNTRY", "Region", "department"],
        lambda c: c.choice(["ES", "FRANCE", "NORTH", "DE-BY", "SOUTH EAST"]),
    ),
    "text": (
        ["Description", "notes", "Bemerkung", "Comments"],
        lambda c: f"{c.choice(NOUNS)} for {c.choice(TOWNS)}, {c.choice(NOUNS)}",
    ),
    "whole": (["count", "Anzahl", "Qty", "population", "n", "Total 2019"], lambda c: str(c.randint(0, 5000))),
    "decimal": (
        ["amount", "Betrag", "lat", "mean", "Rate (%)", "x1"],
        lambda c: f"{c.uniform(-90, 900):.{c.choice([1, 2, 4])}f}",
    ),
    "euro": (
        ["Preis", "Importe", "Montant EUR"],
        lambda c: f"{c.randint(1, 9)}.{c.randint(100, 999)},{c.randint(10, 99)}",
    ),
    "dollar": (
        ["Price", "Revenue USD", "award"],
        lambda c: f"${c.randint(1, 9)},{c.randint(100, 999)}.{c.randint(10, 99)}",
    ),
    "date": (
        ["date", "Datum", "Created at", "FECHA", "order_date"],
        lambda c: f"20{c.randint(10, 25)}-{c.randint(1, 12):02}-{c.randint(1, 28):02}",
    ),
    "dmy": (
        ["Date", "Tag", "Fin"],
        lambda c: f"{c.randint(1, 28):02}/{c.randint(1, 12):02}/20{c.randint(10, 25)}",
    ),
    "time": (["time", "Uhrzeit"], lambda c: f"{c.randint(0, 23):02}:{c.randint(0, 59):02}"),
    "email": (["email", "E-Mail", "Correo"], lambda c: f"{c.choice(NOUNS)}{c.randint(1, 99)}@example.org"),
    "link": (
        ["url", "Website", "source"],
        lambda c: f"https://example.org/{c.choice(NOUNS)}?id={c.randint(1, 99)}",
    ),
    "year": (["year", "Jahr", "FY"], lambda c: str(c.randint(1995, 2025))),
    "yes": (["active", "Opt-in", "is_open"], lambda c: c.choice(["yes", "no", "Y", "N", "true"])),
    "sparse": (["remark", "End date", "Fax"], lambda c: c.choice(["", "", "", "closed", "n/a"])),
}


def wild(count: int, seed: int = 1) -> Iterator[Polluted]:
    """That many files; the same ones for the same seed."""
    for number in range(count):
        chance = random.Random(seed * 100_003 + number)
        yield one(chance, f"wild_{number}")


def one(chance: random.Random, name: str) -> Polluted:
    """One file: a table, then its oddities, then its dialect and encoding."""
    header, rows = chance.choices([table, numbers, years], [0.75, 0.13, 0.12])[0](chance)
    oddities = []
    lines = [header]
    if chance.random() < 0.13:
        header, lines, oddities = [], [], ["no_header"]
    elif chance.random() < 0.08:
        header, lines = two_lines(chance, header)
        oddities.append("two_lines")
    lines = [*lines, *rows]
    if chance.random() < 0.14:
        lines, rows = ragged(chance, header, rows, lines)
        oddities.append("ragged")
    if chance.random() < 0.14:
        lines = [*banner(chance, len(rows[0])), *lines]
        oddities.append("banner")
    if chance.random() < 0.08:
        lines = [
            *lines,
            *([[]] * chance.randint(0, 2)),
            [NOTE],
            ["Source: own survey"][: chance.randint(0, 1)],
        ]
        oddities.append("footer")
    if chance.random() < 0.06:
        lines = [[*line, ""] for line in lines]
        header, rows = [*header, ""] if header else [], [[*row, ""] for row in rows]
        oddities.append("trailing")
    data, dialect = written(chance, lines, header, rows)
    return Polluted(
        f"{name}_{dialect}_{'_'.join(oddities) or 'plain'}", "+".join(oddities) or "plain", data, header, rows
    )


def table(chance: random.Random) -> tuple[list[str], list[list[str]]]:
    """Columns of several kinds, at times unnamed or named twice."""
    kinds = chance.sample(list(COLUMNS), chance.randint(2, 12))
    style = chance.choice([str, str, str, str.upper, str.lower])
    header = [style(chance.choice(COLUMNS[kind][0])) for kind in kinds]
    if chance.random() < 0.12:
        header[0 if chance.random() < 0.6 else chance.randrange(len(header))] = ""
    empty = chance.choice([0, 0, 0, 0.1, 0.3])
    rows = [[filled(chance, kind, empty) for kind in kinds] for _ in range(chance.choice([3, 8, 20, 60, 150]))]
    return header, [row if any(row) else [*row[:-1], "x"] for row in rows]


def filled(chance: random.Random, kind: str, empty: float) -> str:
    """A cell of that kind, or nothing."""
    return "" if chance.random() < empty else COLUMNS[kind][1](chance)


def numbers(chance: random.Random) -> tuple[list[str], list[list[str]]]:
    """What an instrument writes."""
    width = chance.randint(2, 15)
    header = chance.choice(
        [
            [f"V{place}" for place in range(1, width + 1)],
            [f"channel {place}" for place in range(width)],
            ["t", *[f"s{place}_mean" for place in range(1, width)]],
        ]
    )
    return header, [
        [f"{chance.gauss(0, 3):.{chance.choice([2, 5])}f}" for _ in range(width)]
        for _ in range(chance.choice([10, 50, 200]))
    ]


def years(chance: random.Random) -> tuple[list[str], list[list[str]]]:
    """A report with a column per year."""
    first = chance.randint(1995, 2015)
    header = [
        chance.choice(["Country", "Region", "", "Indicator"]),
        *[str(first + place) for place in range(chance.randint(3, 9))],
    ]
    return header, [
        [f"{town} {place}", *[f"{chance.uniform(0, 9000):.1f}" for _ in header[1:]]]
        for place, town in enumerate(TOWNS * 2)
    ]


def two_lines(chance: random.Random, header: list[str]) -> tuple[list[str], list[list[str]]]:
    """A line of groups above the names, or of units under them."""
    if chance.random() < 0.5:
        units = [chance.choice(["(m)", "EUR", "(kg)", "text", "(°C)"]) for _ in header]
        return [f"{name} {unit}".strip() for name, unit in zip(header, units, strict=True)], [header, units]
    groups = [f"Group {chr(65 + place // 3)}" if place % 3 == 0 else "" for place in range(len(header))]
    return [f"{group} {name}".strip() for group, name in zip(groups, header, strict=True)], [groups, header]


def ragged(chance: random.Random, header: list, rows: list, lines: list) -> tuple[list, list]:
    """A few rows with cells missing at their end, or empty ones too many."""
    rows = [list(row) for row in rows]
    for place in chance.sample(range(1, len(rows)), max(1, len(rows) // 25)):
        cut = chance.randint(1, max(1, len(rows[place]) // 2))
        rows[place] = [*rows[place][:-cut]] if chance.random() < 0.6 and len(rows[place]) > 2 else [*rows[place], ""]
    return [*lines[: len(lines) - len(rows)], *rows], rows


def banner(chance: random.Random, width: int) -> list[list[str]]:
    """Title, date of the export, settings; with or without a blank line, with or without all the delimiters."""
    titles = [
        ["Sales by customer detail"],
        ["January - December 2024"],
        ["Exported: 2024-12-31"],
        ["Sensor", "T100"],
        ["Interval [s]", "10"],
        ["# generated by tool 3.2"],
    ]
    found = chance.sample(titles, chance.randint(1, 4))
    if chance.random() < 0.5:
        found.append([])
    full = chance.random() < 0.5
    return [[*line, *[""] * (width - len(line))] if full else line for line in found]


def written(chance: random.Random, lines: list, header: list, rows: list) -> tuple[bytes, str]:
    """The bytes, and a word for the dialect."""
    delimiter = chance.choices([",", ";", "\t", "|", ":", "^"], [70, 20, 6, 3, 0.5, 0.5])[0]
    every = chance.random() < 0.25
    end = chance.choice(["\n", "\r\n", "\r\n"])

    def cell(value: str) -> str:
        quoted = every or any(mark in value for mark in (delimiter, '"', "\n"))
        return '"' + value.replace('"', '""') + '"' if quoted else value

    text = end.join(delimiter.join(map(cell, line)) for line in lines) + (end if chance.random() < 0.9 else "")
    encoding = chance.choices(["utf-8", "windows-1252", "utf-8-sig", "utf-16"], [70, 15, 10, 5])[0]
    name = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", ":": "colon", "^": "caret"}[delimiter]
    return text.encode(encoding, errors="replace"), f"{name}_{encoding}"
