"""Selects that several of our SQL files begin with, each in a file of its own (parts/<name>.sql).

A file names them in its header, `parts: steps_now, steps_tallied`, and reads them like tables. Its SQL is then
written out whole, so that what a screen shows under "How was this computed?" is what ran.
"""

import re
from pathlib import Path

from analytics.sql_header import names, read_header

_HEADER = re.compile(r"\A\s*/\*.*?\*/\s*", re.DOTALL)
_WITH = re.compile(r"\Awith\s+", re.IGNORECASE)


def with_parts(sql: str, *folders: Path) -> str:
    """The SQL, each part in front of it as a common table expression; unchanged where it names none.

    sql     : text of a file.
    folders : where its parts are, the first that has one counts.
    """
    files = part_files(sql, *folders)
    if not files:
        return sql
    top = _HEADER.match(sql).group()
    params = read_header(sql).get("params", "")
    written_out = [_part(file, params) for file in files]
    rest = sql[len(top) :]
    own = f",\n\n{_WITH.sub('', rest, count=1)}" if _WITH.match(rest) else f"\n\n{rest}"
    return f"{top}with\n\n{(',' + chr(10) * 2).join(written_out)}{own}"


def part_files(sql: str, *folders: Path) -> list[Path]:
    """The files of the parts that the header names, each once and after the parts that it names itself."""
    found: dict[str, Path] = {}
    for name in names(read_header(sql).get("parts", "")):
        file = next(folder / f"{name}.sql" for folder in folders if (folder / f"{name}.sql").exists())
        read = part_files(file.read_text(encoding="utf-8"), *folders)
        found |= {part.stem: part for part in [*read, file] if part.stem not in found}
    return list(found.values())


def _part(file: Path, params: str) -> str:
    """One part as a common table expression; a filter that the question does not have restricts nothing.

    `plan: not materialized` in its header keeps the engine from working it out once for all who read it.
    """
    sql = file.read_text(encoding="utf-8")
    text = sql[len(_HEADER.match(sql).group()) :].rstrip()
    bound = re.sub(r"\$\w+", lambda found: found.group() if f"{found.group()} " in params else "null", text)
    indented = re.sub(r"^(?=.)", "    ", bound, flags=re.MULTILINE)
    header = read_header(sql)
    plan = "not materialized " if header.get("plan", "").startswith("not materialized") else ""
    return f"-- {header['title']}\n{file.stem} as {plan}(\n{indented}\n)"
