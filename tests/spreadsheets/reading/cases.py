"""One awkward file and what is expected of it."""

from pathlib import Path

HERE = Path(__file__).parent
CASES: dict[str, dict] = {}
PEOPLE = [["1", "Anna", "12.50"], ["2", "Bob", "7"], ["3", "Carla", "1,200"]]


def table(headers, rows, first=2, notes=(), sheet=None):
    """One expected table; rows count up from `first` unless they bring their number."""
    numbered = [row if isinstance(row[0], int) else [first + place, row] for place, row in enumerate(rows)]
    return {"sheet": sheet, "headers": headers, "rows": numbered, "notes": sorted(notes)}


def case(
    name: str, data: bytes | str, *tables: dict, notes=(), error: str | None = None, encoding: str = "utf-8"
) -> None:
    """Writes one file and remembers what is expected of it."""
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    CASES[name] = {"error": error} if error else {"tables": list(tables), "notes": sorted(notes)}
