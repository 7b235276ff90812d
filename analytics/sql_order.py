"""What each of our SQL files reads, its parts included, and the order in which they can be made."""

from graphlib import TopologicalSorter
from pathlib import Path

from analytics.sql_header import names, read_header
from analytics.sql_parts import part_files


def wants(files: list[Path], *folders: Path) -> dict[str, set[str]]:
    """Name of each file to the tables that its header, or that of one of its parts, needs or uses.

    folders : where parts are.
    """
    return {file.stem: _read_by(file, *folders) - {file.stem} for file in sorted(files)}


def _read_by(file: Path, *folders: Path) -> set[str]:
    sql = file.read_text(encoding="utf-8")
    texts = [sql, *(part.read_text(encoding="utf-8") for part in part_files(sql, *folders))]
    headers = [read_header(text) for text in texts]
    return {name for header in headers for key in ("needs", "uses") for name in names(header.get(key, ""))}


def in_order_of_need(files: list[Path], *folders: Path) -> list[Path]:
    """The files so that each comes after the ones it needs or uses; ties by name.

    Raises
    ------
    CycleError  files need one another.
    """
    by_name = {file.stem: file for file in files}
    order = TopologicalSorter({name: sorted(needed & set(by_name)) for name, needed in wants(files, *folders).items()})
    order.prepare()
    ordered: list[Path] = []
    while order.is_active():
        ready = sorted(order.get_ready())
        ordered += [by_name[name] for name in ready]
        order.done(*ready)
    return ordered
