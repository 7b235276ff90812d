"""The comment at the top of each of our .sql files, read as data.

Separate because publishing (summaries) and asking (questions) both need it and neither may import the other.
"""

import re
from pathlib import Path

_COMMENT = re.compile(r"\A\s*/\*(.*?)\*/", re.DOTALL)
_LINE = re.compile(r"^([a-z_]+):[ \t]*(.*)$")


def read_header(sql: str) -> dict[str, str]:
    """Key to text of the first block comment; a line without a key continues the one above.

    sql : text that starts with a comment of `key: value` lines; {} when it does not.
    """
    comment = _COMMENT.match(sql)
    header: dict[str, str] = {}
    key = ""
    for line in comment.group(1).strip().splitlines() if comment else []:
        found = _LINE.match(line.strip())
        if found:
            key = found.group(1)
            header[key] = found.group(2).strip()
        elif key:
            header[key] = f"{header[key]} {line.strip()}".strip()
    return header


def names(text: str) -> tuple[str, ...]:
    """The names of a comma-separated list, without what follows each in words."""
    return tuple(part.split()[0] for part in text.split(",") if part.strip())


def in_order_of_need(files: list[Path]) -> list[Path]:
    """The files so that each comes after the ones it needs or uses; ties by name.

    Raises
    ------
    ValueError  two files need one another.
    """
    waiting = {file.stem: file for file in sorted(files)}
    wanted = {name: _wants(file) & set(waiting) - {name} for name, file in waiting.items()}
    ordered: list[Path] = []
    while waiting:
        ready = [name for name in waiting if not wanted[name] & set(waiting)]
        if not ready:
            raise ValueError(f"these files need one another: {', '.join(waiting)}")
        ordered += [waiting.pop(name) for name in ready]
    return ordered


def _wants(file: Path) -> set[str]:
    header = read_header(file.read_text(encoding="utf-8"))
    return set(names(header.get("needs", ""))) | set(names(header.get("uses", "")))
