"""The comment at the top of each of our .sql files, read as data.

Separate because publishing (summaries) and asking (questions) both need it and neither may import the other.
"""

import re

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
