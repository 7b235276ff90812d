"""Rows of past leads, out of a table, as the models of a first sale take them."""

from typing import TYPE_CHECKING

import numpy as np

from analytics.models.grouped_cases import Attributes, Grouped, learn_attributes
from analytics.models.ways import Past

if TYPE_CHECKING:
    import pyarrow

# Everything that is known when a lead comes in. Whatever is known only later tells the outcome: it may not stand here.
KNOWN_AT_THE_TIME = ("industry", "sites", "product", "path", "referral")


def attributes_of(rows: "pyarrow.Table") -> Attributes:
    """The values of past cases that something can be learned from."""
    columns = [rows.column(name) for name in KNOWN_AT_THE_TIME]
    return learn_attributes(KNOWN_AT_THE_TIME, columns, numbers(rows, "case_count"))


def codes_of(rows: "pyarrow.Table", attributes: Attributes) -> np.ndarray:
    """Codes of the attributes of each row."""
    return attributes.codes([rows.column(name) for name in attributes.names])


def past_of(rows: "pyarrow.Table", attributes: Attributes) -> Past:
    """Past cases; rows as in the summary sale_cases."""
    cases = Grouped(
        codes_of(rows, attributes), attributes.sizes, numbers(rows, "bought_count"), numbers(rows, "case_count")
    )
    return Past(cases, days(rows, "case_month"), days(rows, "known_date"), numbers(rows, "card_rate"))


def numbers(rows: "pyarrow.Table", name: str) -> np.ndarray:
    """A column as floats; nan where it is null."""
    return rows.column(name).cast("double").to_numpy().astype(float)


def days(rows: "pyarrow.Table", name: str) -> np.ndarray:
    """A column of dates as days since 1970."""
    return rows.column(name).cast("date32").cast("int32").to_numpy().astype(np.int64)
