"""What a sheet changed: against the rows that were there, and against the last file of its kind; plain sentences."""

from decimal import Decimal

import streamlit as st

from analytics import labels
from analytics.ingest.receipt import Receipt
from pages.ui.words import words

HEADERS_NAMED = 8


def show_changes(receipt: Receipt) -> None:
    """A few lines; nothing for the first file of a kind."""
    if receipt.changed_since:
        lines = "\n".join(f"- {labels.markdown(sentence)}" for sentence in _since(receipt.changed_since))
        last = receipt.changed_since["file"]
        st.markdown(f"Against the last file of this kind, {labels.markdown(last)}:\n{lines}")


def _since(told: dict) -> list[str]:
    lines = [_rows(told)]
    lines += [_sum(column, each) for column, each in told["sums"].items()]
    if line := _period(told["period"]):
        lines.append(line)
    if told["columns_new"]:
        lines.append(f"Columns that only this file has: {_named(told['columns_new'])}.")
    if told["columns_missing"]:
        lines.append(f"Columns that only that file has: {_named(told['columns_missing'])}.")
    return lines


def _rows(told: dict) -> str:
    used, rows = told["rows_used"], told["rows_in"]
    return f"{_of(used['now'], rows['now'])} used; of that file {_of(used['before'], rows['before'])}."


def _of(used: int, rows: int) -> str:
    return f"{used:,} of {rows:,} {'row' if rows == 1 else 'rows'}"


def _sum(column: str, told: dict) -> str:
    name = words(column)
    if told["before"] is None:
        return f"{name} adds up to {_money(told['now'])}; that file had none."
    if told["now"] is None:
        return f"{name} is missing; it added up to {_money(told['before'])}."
    more = Decimal(told["now"]) - Decimal(told["before"])
    if not more:
        return f"{name} adds up to {_money(told['now'])}, as before."
    word = "more" if more > 0 else "less"
    return f"{name} adds up to {_money(told['now'])}, {abs(more):,.2f} {word} than {_money(told['before'])}."


def _money(text: str) -> str:
    return f"{Decimal(text):,.2f}"


def _period(told: dict) -> str | None:
    now, before = told["now"], told["before"]
    if not now or not before or now == before:
        return "Dates cover the same days." if now and now == before else None
    return f"Dates from {now['first']} to {now['last']}; in that file from {before['first']} to {before['last']}."


def _named(headers: list[str]) -> str:
    more = len(headers) - HEADERS_NAMED
    return ", ".join(headers[:HEADERS_NAMED]) + (f" and {more} more" if more > 0 else "")
