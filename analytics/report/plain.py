"""Answers as JSON, CSV and a table of text: what the command line prints and what a page lets people download."""

import csv
import io
import json
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal

import pandas as pd

from analytics.questions import Answer

# A spreadsheet program runs a cell that starts with one of these (and their full-width forms) as a formula.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\x00", "＝", "＋", "－", "＠")


def to_dict(answer: Answer) -> dict[str, object]:
    """The answer as plain values: money as decimal text, days as ISO text, unknown as None."""
    missing = answer.not_enough
    return {
        "question": answer.question.name,
        "title": answer.question.title,
        "parameters": _plain(answer.parameters),
        "sql": answer.question.sql,
        "rows": records(answer.rows),
        "reconcile": _plain(answer.reconcile.to_dict()) if answer.reconcile else None,
        "headline": answer.headline if len(answer.rows) and not missing else None,
        "summary": _plain(answer.summary),
        "findings": [] if missing else [_plain(asdict(finding)) for finding in answer.findings],
        "not_enough": _plain(asdict(missing)) if missing else None,
        "version": answer.version,
    }


def to_json(answer: Answer) -> str:
    """The answer as JSON text."""
    return json.dumps(to_dict(answer), ensure_ascii=False, indent=1)


def to_csv(rows: pd.DataFrame) -> str:
    """Rows as CSV that no spreadsheet program takes for formulas: a text cell that could act gets a leading '."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    for record in records(rows):
        writer.writerow([_passive(value) for value in record.values()])
    return out.getvalue()


def to_table(answer: Answer) -> str:
    """Headline and rows as aligned text for a terminal."""
    missing = answer.not_enough
    head = "Nothing found with these filters."
    if missing:
        head = f"Not enough {missing.what}: {missing.have} of {missing.need}."
    elif len(answer.rows):
        head = answer.headline
    lines = [answer.question.title, head]
    if len(answer.rows):
        lines += ["", answer.rows.to_string(index=False, na_rep="unknown")]
    if answer.reconcile:
        lines += ["", answer.reconcile.sentence()]
    return "\n".join(lines)


def records(rows: pd.DataFrame) -> list[dict[str, object]]:
    """One dictionary a row, plain values only."""
    columns = {name: [_plain(value) for value in rows[name].tolist()] for name in rows.columns}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _passive(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_ACTIVE) and not _is_number(value) else value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
