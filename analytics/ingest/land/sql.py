"""Identifiers and literals for the SQL text that land puts together; the only two ways a name or value gets into it."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path


def quote(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str | None) -> str:
    """A text as an SQL literal; NUL, which SQL text cannot hold, becomes the replacement character."""
    if text is None:
        return "null"
    return "'" + text.replace("\x00", "\ufffd").replace("'", "''") + "'"


def rows_of(file: Path) -> str:
    """The rows of a Parquet file as a relation."""
    return f"read_parquet({literal(str(file))})"


def is_one_of(value: str, texts: Iterable[str]) -> str:
    """Condition: the SQL value is one of the texts.

    Not `in (...)`: DuckDB turns a long one into a join, and a join does not keep the order of the rows.
    """
    return f"list_contains([{', '.join(literal(text) for text in texts)}], {value})"


def says_one_of(value: str, texts: Iterable[str]) -> str:
    """Condition: the SQL value says one of the texts, case and accents aside.

    One that ends in * begins it, one that begins with * ends it.
    """
    folded = [without_accents(text) for text in texts]
    said = f"strip_accents(lower({value}))"
    parts = [f"^{re.escape(text[:-1])}" for text in folded if text.endswith("*")]
    parts += [f"{re.escape(text[1:])}$" for text in folded if text.startswith("*")]
    whole = is_one_of(said, dict.fromkeys(["", *(text for text in folded if "*" not in text)]))
    if not parts:
        return whole
    pattern = "|".join(parts)
    return any_of([whole, f"regexp_matches({said}, {literal(pattern)})"])


def without_accents(text: str) -> str:
    """The text in lower case as DuckDB's strip_accents leaves it."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(mark for mark in parts if not unicodedata.combining(mark))


def any_of(conditions: list[str]) -> str:
    return "(" + " or ".join(conditions) + ")" if conditions else "false"
