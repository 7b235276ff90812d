"""Polluted text files, each with the table that a person would read in it: one fault a file, all seeded.

The kinds of fault are those that the Pollock benchmark (Vitagliano et al., VLDB 2023) names; the files are our own.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

HEADER = [
    "ORDER_DATE",
    "ORDER_TIME",
    "Qty",
    "ProductNo",
    "Price",
    "ProductType",
    "Description",
    "Page",
    "Remarks",
]
KINDS = ["Gutter", "Roof", "Skylight", "Insulation", "Inspection"]
WORDS = [
    "seamless",
    "copper",
    "valley",
    "repair",
    "after",
    "storm",
    "with",
    "warranty",
    "north",
    "side",
    "ridge",
    "vent",
    "flashing",
    "crew",
    "of",
    "three",
]


@dataclass(frozen=True)
class Source:
    """A clean table and how it is written. quoting: 'all', 'text' or 'needed'."""

    header: list[str]
    rows: list[list[str]]
    quoting: str = "all"
    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    line_end: str = "\r\n"


@dataclass(frozen=True)
class Polluted:
    """name, the bytes, and the table expected: header ([] when there is none) and rows. group for the score table."""

    name: str
    group: str
    data: bytes
    header: list[str]
    rows: list[list[str]]
    weight: float = 1.0


def source(quoting: str, seed: int = 7, row_count: int = 83) -> Source:
    """A table of 83 orders whose cells hold commas, quotes, blanks and nothing."""
    chance = random.Random(seed)
    return Source(HEADER, [order(chance) for _ in range(row_count)], quoting)


def order(chance: random.Random) -> list[str]:
    """One made-up order."""
    phrase = " ".join(chance.choices(WORDS, k=chance.randint(3, 9)))
    remark = chance.choice(
        [
            "",
            "",
            'called "urgent" twice',
            "paid, in part",
            f"see note {chance.randint(1, 99)}",
            phrase.title(),
        ]
    )
    kind = chance.choice(KINDS)
    return [
        f"{chance.randint(1, 12):02}/{chance.randint(1, 28):02}/20{chance.randint(19, 25)}",
        f"{chance.randint(7, 18):02}:{chance.choice([0, 15, 30, 45]):02}",
        str(chance.randint(1, 40)),
        f"{kind[:2].upper()}-{chance.randint(100, 999)}",
        f"{chance.uniform(5, 900):.2f}",
        kind,
        chance.choice([phrase, f"{phrase}, {chance.choice(WORDS)}"]),
        f"https://example.com/p/{chance.randint(1, 500)}" if chance.random() < 0.9 else "",
        remark,
    ]


def cell_text(source: Source, cell: str) -> str:
    """A cell as it stands in the file."""
    needed = any(mark in cell for mark in (source.delimiter, source.quote, "\n", "\r"))
    if source.quoting == "all" or needed or (source.quoting == "text" and cell and not cell.replace(".", "").isdigit()):
        return source.quote + cell.replace(source.quote, source.escape + source.quote) + source.quote
    return cell


def lines(source: Source) -> list[list[str]]:
    """Every line of the file as its cells in file form, header first."""
    return [[cell_text(source, cell) for cell in row] for row in [source.header, *source.rows]]


def text(source: Source, lines_: list[list[str]]) -> str:
    """The file text."""
    return "".join(source.delimiter.join(line) + source.line_end for line in lines_)


def polluted(source: Source, step: int = 1) -> Iterator[Polluted]:
    """Every file. step: of the row faults only every so manieth row, for a quick run."""
    yield from whole_file_faults(source)
    yield from dialects(source)
    for row in range(0, len(source.rows) + 1, step):
        for column in range(len(source.header)):
            yield more_delimiters(source, row, column)
            if column:
                yield fewer_delimiters(source, row, column)
            yield stray_quote(source, row, column)
        yield row_of_blanks(source, row)


def file(source: Source, name: str, group: str, content: str, weight: float = 1.0, **expected) -> Polluted:
    """One polluted file; header and rows are those of the source unless given."""
    header, rows = expected.get("header", source.header), expected.get("rows", source.rows)
    return Polluted(name, group, content.encode(), header, rows, weight)


def whole_file_faults(source: Source) -> Iterator[Polluted]:
    """No header, several header rows, banner, several tables, odd ends."""
    clean = text(source, lines(source))
    head, body = lines(source)[0], lines(source)[1:]
    width = len(source.header)
    group = "file and table"
    yield file(source, "clean", group, clean)
    yield file(source, "no_last_line_end", group, clean.rstrip("\r\n"), 184)
    yield file(source, "two_last_line_ends", group, clean + source.line_end, 5)
    yield file(source, "no_header", group, text(source, body), 470, header=[])
    for height in (2, 3):
        names = [" ".join([name] * height) for name in source.header]
        yield file(source, f"header_{height}_rows", group, text(source, [head] * height + body), 47, header=names)
    banner = [["PREAMBLE", *[""] * (width - 1)], [""] * width]
    yield file(source, "banner", group, text(source, [*banner, head, *body]), 282)
    yield file(source, "two_tables_same", group, clean + text(source, [head, *body[:82]]), 62.7)
    fewer = [line[: width - 1] for line in [head, *body[:82]]]
    yield file(source, "two_tables_fewer", group, clean + text(source, fewer), 62.7)
    more = [
        [*line, cell_text(source, "col1" if place == 0 else line[-1].strip('"'))]
        for place, line in enumerate([head, *body[:82]])
    ]
    yield file(source, "two_tables_more", group, clean + text(source, more), 62.7)
    yield file(source, "header_only", group, text(source, [head]), 3, rows=[])
    yield file(source, "one_row", group, text(source, [head, body[0]]), 4, rows=source.rows[:1])


def dialects(source: Source) -> Iterator[Polluted]:
    """The whole file in another dialect."""
    group = "characters"
    for name, change, weight in (
        ("semicolon", {"delimiter": ";"}, 834),
        ("tab", {"delimiter": "\t"}, 4),
        ("space", {"delimiter": " "}, 4),
        ("comma_space", {"delimiter": ", "}, 101),
        ("apostrophe", {"quote": "'"}, 11),
        ("backslash", {"escape": "\\"}, 1),
        ("no_escape", {"escape": ""}, 7),
        ("line_feed", {"line_end": "\n"}, 1691),
        ("carriage_return", {"line_end": "\r"}, 7),
    ):
        other = replace(source, **change)
        yield file(other, name, group, text(other, lines(other)), weight)


def with_line(source: Source, row: int, content: str) -> str:
    """The file with one line replaced."""
    found = [source.delimiter.join(line) for line in lines(source)]
    found[row] = content
    return "".join(line + source.line_end for line in found)


def more_delimiters(source: Source, row: int, column: int) -> Polluted:
    """One delimiter too many before a cell."""
    cells = lines(source)[row]
    content = source.delimiter.join([*cells[:column], "", *cells[column:]])
    return file(source, f"more_{row}_{column}", "delimiters", with_line(source, row, content), 0.37)


def fewer_delimiters(source: Source, row: int, column: int) -> Polluted:
    """The delimiter before a cell is missing."""
    cells = lines(source)[row]
    content = source.delimiter.join([*cells[: column - 1], cells[column - 1] + cells[column], *cells[column + 1 :]])
    return file(source, f"fewer_{row}_{column}", "delimiters", with_line(source, row, content), 0.37)


def stray_quote(source: Source, row: int, column: int) -> Polluted:
    """A cell that starts with a quote that is text."""
    cells = list(lines(source)[row])
    quoted = cells[column].startswith(source.quote)
    cells[column] = source.quote * 2 + cells[column][1:] if quoted else source.quote + cells[column]
    table = [list(line) for line in [source.header, *source.rows]]
    table[row][column] = source.quote + table[row][column]
    content = with_line(source, row, source.delimiter.join(cells))
    return file(source, f"quote_{row}_{column}", "characters", content, 0.4, header=table[0], rows=table[1:])


def row_of_blanks(source: Source, row: int) -> Polluted:
    """One line divided by blanks."""
    return file(source, f"blanks_{row}", "characters", with_line(source, row, " ".join(lines(source)[row])), 0.4)
